public import Foundation

/// Where independent answers are kept: files made by other libraries, outside the project.
public enum Oracles {
  /// The folder named by `PILLAR_ORACLES`, or `../shared/oracles` beside the package.
  public static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["PILLAR_ORACLES"].map { URL(filePath: $0) }
    let beside = packageFolder.deletingLastPathComponent().appending(path: "shared/oracles")
    let folder = named ?? beside
    guard FileManager.default.fileExists(atPath: folder.path) else {
      print("skipped: no oracles at \(folder.path); set PILLAR_ORACLES to their folder")
      return nil
    }
    return folder
  }()

  /// The root of the package, found from this file.
  public static var packageFolder: URL {
    URL(filePath: #filePath)
      .deletingLastPathComponent()
      .deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// Whether independent answers can be read here.
  public static var arePresent: Bool { folder != nil }

  /// The lines of a file under the folder, without empty ones.
  public static func lines(of path: String) throws -> [String] {
    guard let folder else { return [] }
    let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
  }
}
