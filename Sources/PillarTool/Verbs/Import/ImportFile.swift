internal import ArgumentParser
internal import Foundation
internal import PillarKit

/// A file to import, under the key by which facts name it.
struct ImportFile {
  /// Where it is.
  let path: String
  /// Its name without blanks.
  let key: String

  /// The files with their keys, which must differ; otherwise exit status 2.
  static func named(_ paths: [String]) throws -> [ImportFile] {
    var files: [ImportFile] = []
    var faults: [Diagnostic] = []
    for path in paths {
      let name = URL(filePath: path).lastPathComponent
      let key = name.split(whereSeparator: \.isWhitespace).joined(separator: "-")
      if files.contains(where: { $0.key == key }) {
        faults.append(fault(path, "another file is called “\(name)” too", hint: "rename one"))
      }
      files.append(ImportFile(path: path, key: key))
    }
    try refuse(faults)
    return files
  }

  /// Its bytes.
  func bytes() throws(ImportError) -> [UInt8] {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw ImportError([Self.fault(path, "the file cannot be read", hint: "check its name")])
    }
    return [UInt8](data)
  }

  /// What a file of field data holds.
  enum Content {
    case table, activities
  }

  /// What it holds, by its first bytes.
  ///
  /// - Parameter wanted: What it must hold; `nil` takes it for what it holds.
  func content(_ wanted: Content?) throws(ImportError) -> Content {
    let url = URL(filePath: path)
    guard let handle = try? FileHandle(forReadingFrom: url),
      let start = try? handle.read(upToCount: 4096)
    else {
      throw ImportError([Self.fault(path, "the file cannot be read", hint: "check its name")])
    }
    try? handle.close()
    // The signs of XML are the same in every encoding but for zero bytes between them.
    let signs = start.filter { $0 != 0 && $0 < 128 }.drop { $0 <= 32 }
    let found: Content = signs.first == UInt8(ascii: "<") ? .activities : .table
    guard let wanted, wanted != found else { return found }
    throw ImportError([
      Self.fault(
        path,
        found == .activities ? "this is XML, not a table" : "this is no XML",
        hint: "leave out the word after “import”: each file is then taken for what it holds"
      )
    ])
  }

  /// Says all faults and ends with exit status 2, if there are any.
  static func refuse(_ faults: [Diagnostic]) throws {
    guard !faults.isEmpty else { return }
    for fault in faults { Output.say(fault.description) }
    throw ExitCode(2)
  }

  private static func fault(_ path: String, _ message: String, hint: String) -> Diagnostic {
    Diagnostic(.error, at: Diagnostic.Place(file: path), message, hint: hint)
  }
}
