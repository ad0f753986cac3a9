internal import ArgumentParser
internal import Foundation
internal import PillarKit

/// A folder into which a whole collection is written.
enum CollectionFolder {
  /// The list of the tables that Pillar wrote into a folder, and may write anew or remove.
  private static let listName = ".tables-written"

  /// Writes a collection, whole or not at all, where no other tables would be read with it.
  ///
  /// Tables that an earlier run wrote and this one has no lines for are removed; tables that people
  /// added are refused, and so is a folder in which one of the files that were read would be lost.
  ///
  /// - Parameters:
  ///   - collection: The collection.
  ///   - output: The folder.
  ///   - inputs: The files of which it was made.
  /// - Throws: Exit status 2 after saying why, with nothing changed.
  static func write(
    _ collection: AssistanceCollection,
    to output: String,
    madeOf inputs: [String] = []
  ) throws {
    let paths = collection.files().map(\.path)
    try refuseInputs(inputs, paths, in: output)
    try refuseForeign(output)
    let stale = try staleTables(beside: paths, in: output)
    do throws(CollectionError) {
      try collection.write(to: output)
    } catch {
      for diagnostic in error.diagnostics { Output.say(diagnostic.description) }
      throw ExitCode(2)
    }
    let folder = URL(filePath: output)
    for path in stale { try? FileManager.default.removeItem(at: folder.appending(path: path)) }
    let list = Data(paths.sorted().joined(separator: "\n").utf8)
    try? list.write(to: folder.appending(path: listName), options: .atomic)
  }

  /// Refuses to write over a file that was read.
  private static func refuseInputs(_ inputs: [String], _ paths: [String], in output: String) throws
  {
    for input in inputs {
      guard paths.contains(where: { Output.isSameFile("\(output)/\($0)", input) }) else { continue }
      try Output.fail(
        "\(input) stands where the collection would be written",
        hint: "choose another folder"
      )
    }
  }

  /// Refuses a folder whose table of facts is none of a collection, or marks that would be lost.
  private static func refuseForeign(_ output: String) throws {
    let folder = URL(filePath: output)
    func exists(_ name: String) -> Bool {
      FileManager.default.fileExists(atPath: folder.appending(path: name).path)
    }
    if exists("assistance.csv"), !exists("collection.yaml") {
      try Output.fail(
        "\(output) holds assistance.csv, but is no collection",
        hint: "choose another folder, or move the file away"
      )
    }
    for path in tables(in: output) where path.hasPrefix("nodes/") {
      let text = try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
      let heading = text?.prefix { !$0.isNewline }.lowercased() ?? ""
      guard heading.split(separator: ",").contains("sensitive") else { continue }
      try Output.fail(
        "\(output)/\(path) marks who is sensitive, which would be written over",
        hint: "move the marks into \(SensitiveList.fileName), which stays as it is"
      )
    }
  }

  /// The tables of the folder that this collection has no lines for; refused unless Pillar wrote them.
  private static func staleTables(beside paths: [String], in output: String) throws -> [String] {
    let list = try? String(
      contentsOf: URL(filePath: output).appending(path: listName),
      encoding: .utf8
    )
    let known = Set((list ?? "").split(separator: "\n").map(String.init))
    let written = Set(paths)
    let stale = tables(in: output).filter { !written.contains($0) }
    let foreign = stale.filter { !known.contains($0) }
    guard foreign.isEmpty else {
      try Output.fail(
        "\(output) holds \(foreign.joined(separator: ", ")), which are not of this collection",
        hint: "choose another folder, or remove them first"
      )
    }
    return stale
  }

  /// The tables of nodes and relations in a folder, sorted.
  private static func tables(in output: String) -> [String] {
    let folder = URL(filePath: output)
    return ["nodes", "relations"].flatMap { part in
      let path = folder.appending(path: part).path
      let present = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      return present.filter { $0.hasSuffix(".csv") && !$0.hasPrefix(".") }.map { "\(part)/\($0)" }
    }.sorted()
  }
}
