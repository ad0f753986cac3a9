import Foundation
import TabularText
import TestSupport

/// Where files as analysts hold them are kept, outside the project.
enum FieldData {
  /// The folder named by `PILLAR_FIELD_DATA`, or `../shared/data` beside the package.
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["PILLAR_FIELD_DATA"].map { URL(filePath: $0) }
    let beside = Oracles.packageFolder.deletingLastPathComponent().appending(path: "shared/data")
    let folder = named ?? beside
    guard FileManager.default.fileExists(atPath: folder.path) else {
      print("skipped: no field data at \(folder.path); set PILLAR_FIELD_DATA to their folder")
      return nil
    }
    return folder
  }()

  /// Whether the files can be read here.
  static var isPresent: Bool { folder != nil }

  /// A table of the folder; an empty one where the folder is missing.
  static func table(_ path: String) throws -> CSVTable {
    guard let folder else { return CSVTable([]) }
    return CSVTable(Array(try Data(contentsOf: folder.appending(path: path))))
  }

  /// The lines of a file of the folder.
  static func lines(_ path: String) throws -> [Substring] {
    guard let folder else { return [] }
    let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    return text.split(whereSeparator: \.isNewline)
  }
}

extension CSVTable {
  /// The cells of a column, by the text of its header.
  func column(_ name: String) -> [String] {
    guard let column = header.firstIndex(of: name) else { return [] }
    return (0..<recordCount).map { text(record: $0, column: column) }
  }
}
