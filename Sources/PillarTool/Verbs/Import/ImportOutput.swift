internal import ArgumentParser
internal import Foundation
internal import PillarKit

/// The options that say where a collection goes and what is told of its making.
struct ImportOutput: ParsableArguments {
  @Option(name: [.customShort("o"), .long], help: "The folder of the collection.")
  var output: String

  @Option(help: "What the collection is called; the folder's name unless given.")
  var title: String?

  @Option(
    help: ArgumentHelp(
      "Write the report into this file too: .md, .json, .csv or .txt.",
      valueName: "file"
    )
  )
  var report: String?

  /// What the collection is called.
  var name: String { title ?? URL(filePath: output).lastPathComponent }

  /// Writes the collection, whole or not at all, and tells what became of the files.
  func write(_ imported: ImportedCollection) throws {
    try refuseStale(imported.collection)
    do throws(CollectionError) {
      try imported.collection.write(to: output)
    } catch {
      for diagnostic in error.diagnostics { Output.say(diagnostic.description) }
      throw ExitCode(2)
    }
    let page = ReportPage(imported.report, in: output)
    try Output.write(
      page.plain(width: Terminal.width, emphasis: Terminal.usesColour),
      to: nil,
      as: .text
    )
    if let report { try Output.write(page.markdown(), to: report, as: .markdown) }
  }

  /// Refuses a folder whose other tables would be read as part of the collection.
  private func refuseStale(_ collection: AssistanceCollection) throws {
    let folder = URL(filePath: output)
    let written = Set(collection.paths())
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
      "\(output) holds \(stale.sorted().joined(separator: ", ")), which are not of this import",
      hint: "choose another folder, or remove them first"
    )
  }
}
