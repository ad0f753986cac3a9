internal import Foundation
internal import GraphCore

/// Writes files whole or not at all.
enum FileWriting {
  /// Writes files into a folder: first all of them beside it, then each takes its place.
  static func write(_ files: [(path: String, bytes: [UInt8])], to path: String)
    throws(CollectionError)
  {
    let manager = FileManager.default
    let folder = URL(filePath: path)
    let staging = folder.deletingLastPathComponent()
      .appending(path: ".\(folder.lastPathComponent).writing")
    do {
      try? manager.removeItem(at: staging)
      for (name, bytes) in files {
        let target = staging.appending(path: name)
        try manager.createDirectory(
          at: target.deletingLastPathComponent(),
          withIntermediateDirectories: true
        )
        try Data(bytes).write(to: target)
      }
      for (name, _) in files {
        let target = folder.appending(path: name)
        try manager.createDirectory(
          at: target.deletingLastPathComponent(),
          withIntermediateDirectories: true
        )
        _ = try Data(contentsOf: staging.appending(path: name)).write(to: target, options: .atomic)
      }
      try manager.removeItem(at: staging)
    } catch {
      try? manager.removeItem(at: staging)
      throw FileReading.fault(
        path,
        "the collection cannot be written here: \(error.localizedDescription)",
        "check that the folder may be written to and that there is room"
      )
    }
  }
}
