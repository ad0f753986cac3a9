import Foundation
import Testing

/// Texts that are kept beside the tests and compared byte for byte.
enum Snapshot {
  /// Compares a text with the one kept under a name, or keeps it if `RECORD_SNAPSHOTS` says so.
  static func expect(_ text: String, named name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: file)
    }
    #expect(text == (try? String(contentsOf: file, encoding: .utf8)), "\(name) is another")
  }
}
