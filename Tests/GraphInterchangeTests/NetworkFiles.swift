import Foundation
import GraphInterchange
import TestSupport

/// Where networks as analysts hold them are kept, outside the project.
enum NetworkFiles {
  /// The folder named by `PILLAR_FIELD_DATA`, or `../shared/data` beside the package.
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["PILLAR_FIELD_DATA"].map { URL(filePath: $0) }
    let beside = Oracles.packageFolder.deletingLastPathComponent().appending(path: "shared/data")
    let folder = (named ?? beside).appending(path: "networks")
    guard FileManager.default.fileExists(atPath: folder.path) else {
      print("skipped: no networks at \(folder.path); set PILLAR_FIELD_DATA to the data folder")
      return nil
    }
    return folder
  }()

  /// Whether the files can be read here.
  static var arePresent: Bool { folder != nil }

  /// A file of the folder; an empty one where the folder is missing.
  static func file(_ name: String) throws -> GraphFile {
    guard let folder else { return GraphFile(name: name, bytes: []) }
    return GraphFile(name: name, bytes: Array(try Data(contentsOf: folder.appending(path: name))))
  }
}

extension GraphFile {
  /// A small file made in a test.
  init(_ text: String, name: String = "file") {
    self.init(name: name, bytes: Array(text.utf8))
  }
}
