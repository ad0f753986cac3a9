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
  /// What a path leads to, through symbolic links.
  enum PathType: Equatable {
    case file
    case folder
    /// A pipe, a device or a socket, which may have no end.
    case other
  }

  /// The files of a folder that hold tables, and those whose ending is almost right, sorted.
  struct Listing {
    var tables: [String] = []
    var lookalikes: [String] = []
  }

  static func bytes(at url: URL, named name: String) throws(CollectionError) -> [UInt8] {
    switch type(of: url) {
    case nil: throw fault(name, "there is no such file", "create it, or check the folder's name")
    case .folder:
      throw fault(
        name,
        "this is a folder, but a file is needed here",
        "rename or remove the folder"
      )
    case .other: throw fault(name, "this is no ordinary file", "put a text file in its place")
    case .file: break
    }
    guard (size(of: url) ?? 0) < Int(UInt32.max) else {
      throw fault(name, "the file is larger than 4 GiB", "divide the collection")
    }
    do {
      return try [UInt8](Data(contentsOf: url))
    } catch {
      throw fault(name, "the file cannot be read", "check who may read it")
    }
  }

  /// What a path leads to; `nil` if it leads nowhere.
  static func type(of url: URL) -> PathType? {
    switch attributes(of: url)?[.type] as? FileAttributeType {
    // A link that stays one after it was followed leads nowhere, or in a circle.
    case nil, .typeSymbolicLink: nil
    case .typeDirectory: .folder
    case .typeRegular: .file
    default: .other
    }
  }

  private static func size(of url: URL) -> Int? {
    (attributes(of: url)?[.size] as? NSNumber)?.intValue
  }

  private static func attributes(of url: URL) -> [FileAttributeKey: Any]? {
    try? FileManager.default.attributesOfItem(atPath: url.resolvingSymlinksInPath().path)
  }

  /// The tables in a folder; none if there is no such folder.
  static func tables(in folder: URL, named name: String) throws(CollectionError) -> Listing {
    switch type(of: folder) {
    case nil: return Listing()
    case .folder: break
    default:
      throw fault(name, "this is a file, but a folder is needed here", "rename or remove the file")
    }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    } catch {
      throw fault(name, "the folder cannot be read", "check who may read it")
    }
    var listing = Listing()
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    where !name.hasPrefix(".") {
      if name.hasSuffix(".csv") {
        listing.tables.append(name)
      } else if [".csv", ".tsv", ".txt", ".xlsx", ".ods"]
        .contains(where: name.lowercased().hasSuffix)
      {
        listing.lookalikes.append(name)
      }
    }
    return listing
  }

  static func fault(_ name: String, _ message: String, _ hint: String) -> CollectionError {
    CollectionError([Diagnostic(.error, at: .init(file: name), message, hint: hint)])
  }
}
