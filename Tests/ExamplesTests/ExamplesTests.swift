internal import Foundation
internal import Testing

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

@Suite struct ExamplesTests {
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"

  @Test func `there are at least six`() {
    #expect(Example.all.count >= 6)
  }

  @Test(arguments: Example.all)
  func `prints its expected output`(example: Example) throws {
    let outcome = try example.run()
    #expect(outcome.status == 0)
    #expect(outcome.message == "")
    if Self.isRecording {
      try Data(outcome.output.utf8)
        .write(to: example.folder.appending(path: "expected-output.txt"))
    }
    #expect(outcome.output == (try example.text(of: "expected-output.txt")))
  }

  @Test(arguments: Example.all)
  func `every picture that it tells of is there`(example: Example) throws {
    let outcome = try example.run()
    let told = outcome.output.split(separator: "\n").compactMap { line in
      line.hasPrefix("Drawn: ") ? String(line.dropFirst(7)) : nil
    }
    #expect(told.sorted() == outcome.files.keys.sorted())
    for (name, bytes) in outcome.files {
      switch URL(filePath: name).pathExtension {
      case "svg": #expect(XMLParser(data: bytes).parse(), "\(name)")
      case "pdf": #expect(bytes.starts(with: Data("%PDF-".utf8)), "\(name)")
      case "png": #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]), "\(name)")
      default: Issue.record("\(name) is no picture")
      }
    }
  }

  @Test(arguments: Example.all)
  func `takes the collection's path`(example: Example) throws {
    // No folder can be made under a file, so this path is wrong for scripts that write, too.
    let outcome = try example.run("Package.swift/none")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.message.contains("error: "))
    #expect(outcome.message.contains("Package.swift/none"))
    #expect(outcome.message.contains("\n  hint: "))
  }

  @Test(arguments: Example.all)
  func `is short, and has its output beside it`(example: Example) throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: example.folder.path)
    #expect(Set(files).isSuperset(of: ["expected-output.txt", "main.swift"]))
    let lines = try example.text(of: "main.swift").split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    #expect(lines.count - 1 < 40)
  }

  @Test(arguments: Example.all)
  func `is told in the README`(example: Example) throws {
    let readme = try String(
      contentsOf: Example.examplesFolder.appending(path: "README.md"),
      encoding: .utf8
    )
    #expect(readme.contains("swift run \(example.product)`"))
  }
}
