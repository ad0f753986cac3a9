internal import Foundation
internal import GraphCore
internal import TabularText

/// A file of a collection as it was read: its bytes, and what each record stands for.
struct CollectionFile: Sendable {
  let kind: CollectionTableKind
  let table: CSVTable
  /// What each column holds, by place.
  let columns: [CollectionColumn]
}

/// Reads files whole, with a diagnostic for what cannot be read.
enum FileReading {
  static func bytes(at url: URL, named name: String) throws(CollectionError) -> [UInt8] {
    guard let isFolder = Self.isFolder(url) else {
      throw fault(name, "there is no such file", "create it, or check the folder's name")
    }
    guard !isFolder else {
      throw fault(
        name,
        "this is a folder, but a file is needed here",
        "rename or remove the folder"
      )
    }
    do {
      return try [UInt8](Data(contentsOf: url))
    } catch {
      throw fault(name, "the file cannot be read", "check who may read it")
    }
  }

  /// Whether a path leads to a folder; `nil` if it leads nowhere.
  static func isFolder(_ url: URL) -> Bool? {
    let type = try? FileManager.default.attributesOfItem(
      atPath: url.resolvingSymlinksInPath().path
    )[.type]
    return (type as? FileAttributeType).map { $0 == .typeDirectory }
  }

  /// The names of the CSV files in a folder, sorted; empty if there is no such folder.
  static func tables(in folder: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".csv") && !$0.hasPrefix(".") }.sorted()
  }

  static func fault(_ name: String, _ message: String, _ hint: String) -> CollectionError {
    CollectionError([Diagnostic(.error, at: .init(file: name), message, hint: hint)])
  }
}
