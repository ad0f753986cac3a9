internal import ArgumentParser
internal import Foundation
internal import PillarKit

/// A file to import, under the key by which facts name it.
struct ImportFile {
  /// Where it is.
  let path: String
  /// Its name without blanks.
  let key: String
  /// Its name without folders.
  var name: String { URL(filePath: path).lastPathComponent }

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
