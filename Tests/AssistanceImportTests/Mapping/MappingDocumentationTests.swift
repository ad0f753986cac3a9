import AssistanceImport
import AssistanceModel
import Foundation
import TestSupport
import Testing

/// What the description of the format shows, and what is shipped as an example, works.
@Suite struct MappingDocumentationTests {
  /// The blocks of a page as language and text, in their order.
  private static func blocks() throws -> [(language: String, text: String)] {
    let url = Oracles.packageFolder.appending(path: "Documentation/Formats/mapping.md")
    let parts = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "```")
    return stride(from: 1, to: parts.count, by: 2).map { place in
      let lines = parts[place].split(
        separator: "\n",
        maxSplits: 1,
        omittingEmptySubsequences: false
      )
      return (String(lines[0]), lines.count > 1 ? String(lines[1]) : "")
    }
  }

  @Test func `every mapping of the description is read, and fits the table below it`() throws {
    let blocks = try Self.blocks()
    let mappings = blocks.indices.filter { blocks[$0].language == "yaml" }
    #expect(mappings.count == 7)
    for place in mappings {
      let yaml = blocks[place].text
      _ = try MappingFile(yaml: Array(yaml.utf8), file: "mapping.md")
      guard place + 1 < blocks.count, blocks[place + 1].language == "csv" else { continue }
      let report = try MappedImport.run(yaml, blocks[place + 1].text).report
      #expect(report.refusedRows == 0, "\(yaml)")
      #expect(report.doubts.isEmpty, "\(yaml)")
      #expect(report.factCount + report.relationCount + report.nodeCount > 0, "\(yaml)")
    }
  }

  @Test func `years of one membership are one span, as the description says`() throws {
    let blocks = try Self.blocks()
    let place = try #require(blocks.firstIndex { $0.text.contains("kind: member-of") })
    let imported = try MappedImport.run(blocks[place].text, blocks[place + 1].text)
    #expect(
      imported.edges(.memberOf) == [
        "cow-483 → igo-au as full (2013 to 2014)", "cow-483 → igo-oif as observer (2014)",
      ]
    )
  }

  @Test func `every shipped mapping is read, and made-up tables with it`() throws {
    let folder = Oracles.packageFolder.appending(path: "Examples/Mappings")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let readMe = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    for name in names where name.hasSuffix(".yaml") {
      let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
      _ = try MappingFile(yaml: bytes, file: name)
      #expect(readMe.contains("`\(name)`"))
    }
    for (mapping, table) in [("members", "members"), ("three-w-french", "three-w")] {
      let yaml = try String(contentsOf: folder.appending(path: "\(mapping).yaml"), encoding: .utf8)
      let text = try String(contentsOf: folder.appending(path: "\(table).csv"), encoding: .utf8)
      let report = try MappedImport.run(yaml, text).report
      #expect(report.refusedRows == 0 && report.doubts.isEmpty)
      #expect(report.factCount + report.relationCount > 0)
    }
  }
}
