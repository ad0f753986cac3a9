internal import ArgumentParser
internal import Foundation
internal import PillarKit

/// A folder into which a whole collection is written.
enum CollectionFolder {
  /// Writes a collection, whole or not at all, where no other tables would be read with it.
  static func write(_ collection: AssistanceCollection, to output: String) throws {
    try refuseStale(collection, in: output)
    do throws(CollectionError) {
      try collection.write(to: output)
    } catch {
      for diagnostic in error.diagnostics { Output.say(diagnostic.description) }
      throw ExitCode(2)
    }
  }

  /// Refuses a folder whose other tables would be read as part of the collection.
  private static func refuseStale(_ collection: AssistanceCollection, in output: String) throws {
    let folder = URL(filePath: output)
    let written = Set(collection.files().map(\.path))
    var stale: [String] = []
    for part in ["nodes", "relations"] {
      let path = folder.appending(path: part).path
      let present = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      stale += present.map { "\(part)/\($0)" }.filter {
        $0.hasSuffix(".csv") && !written.contains($0)
      }
    }
    guard !stale.isEmpty else { return }
    try Output.fail(
      "\(output) holds \(stale.sorted().joined(separator: ", ")), which are not of this collection",
      hint: "choose another folder, or remove them first"
    )
  }
}
