internal import ArgumentParser
internal import Foundation
internal import PillarKit

/// The options that say where a collection goes and what is told of its making.
struct ImportOutput: ParsableArguments {
  @Option(name: [.customShort("o"), .long], help: "The folder of the collection.")
  var output: String?

  @Option(help: "What the collection is called; the folder's name unless given.")
  var title: String?

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "How to print the report: table, csv, json or markdown.",
      valueName: "format"
    )
  )
  var printed: AnswerFormat = .table

  @Option(
    help: ArgumentHelp(
      "Write the whole report into this file too: .md, .json, .csv or .txt.",
      valueName: "file"
    )
  )
  var report: String?

  /// The folder of the collection.
  var folder: String { output ?? "" }

  /// What the collection is called.
  var name: String { title ?? URL(filePath: folder).lastPathComponent }

  /// Makes sure that the collection has a place to go to, unless none is made.
  func require(unless isSuggestion: Bool = false) throws {
    guard isSuggestion || !(output ?? "").isEmpty else {
      throw ValidationError("Name the folder of the collection with --output.")
    }
  }

  /// Writes the collection, whole or not at all, and tells what became of the files.
  ///
  /// - Parameters:
  ///   - imported: The collection and its report.
  ///   - files: The files of which it was made.
  /// - Throws: Exit status 2 after saying why.
  func write(_ imported: ImportedCollection, madeOf files: [String]) throws {
    if let path = self.report, files.contains(where: { Output.isSameFile(path, $0) }) {
      try Output.fail("\(path) is one of the files that are read", hint: "choose another name")
    }
    let report = imported.report
    // Graphs say in a sentence what became of them.
    let isSomething = report.factCount + report.relationCount + report.nodeCount > 0
    guard isSomething || report.summary != nil else {
      for refusal in report.refusals.prefix(Self.shownLines) {
        Output.say(refusal.description)
      }
      try Output.fail(
        "nothing is left of the files: \(report.refusedRows) of \(report.rowsRead) rows or activities were refused",
        hint: "mend them, or say in a mapping what the columns hold"
      )
    }
    try CollectionFolder.write(imported.collection, to: folder, madeOf: files)
    warnOfNeeds(imported.collection)
    let document = ImportDocument(report, in: folder)
    let page = document.page(limit: Self.shownLines)
    try Output.write(
      printed == .table
        ? page.plain(width: Terminal.width, emphasis: Terminal.usesColour)
        : Self.text(document, printed),
      to: nil,
      as: printed.fileKind
    )
    guard let path = self.report else { return }
    let format = FileKind(ofName: path).flatMap { AnswerFormat($0) } ?? .table
    try Output.write(Self.text(document, format), to: path, as: format.fileKind)
  }

  /// Says what a table of needs in the folder names and the new collection has no longer: every
  /// question would be refused because of it.
  private func warnOfNeeds(_ collection: AssistanceCollection) {
    let path = URL(filePath: folder).appending(path: NeedTable.fileName).path
    guard FileManager.default.fileExists(atPath: path) else { return }
    do throws(CollectionError) {
      _ = try NeedTable.needs(readingFrom: path, for: collection.graph)
    } catch {
      Output.say(error.description)
      Output.say("mend \(path), or name another table with --needs, before you ask")
    }
  }

  /// Says all faults and ends with exit status 2, if there are any.
  static func refuse(_ faults: [Diagnostic]) throws {
    guard !faults.isEmpty else { return }
    for fault in faults { Output.say(fault.description) }
    throw ExitCode(2)
  }

  /// How many lines of a long list are printed; a file has all.
  private static let shownLines = 12

  /// The whole report.
  private static func text(_ document: ImportDocument, _ format: AnswerFormat) -> String {
    switch format {
    case .table: document.page().plain(width: Terminal.usualWidth)
    case .csv: document.table.csv()
    case .json: JSONText.of(document)
    case .markdown: document.page().markdown()
    }
  }
}
