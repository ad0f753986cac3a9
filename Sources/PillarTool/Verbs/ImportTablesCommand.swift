internal import ArgumentParser
internal import Foundation
internal import PillarKit

struct ImportTablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "3w",
    abstract: "Tables of who does what where (3W, 4W, 5W), with or without hashtags.",
    discussion: """
      Several files become one collection; each fact keeps its file and row. What was understood, \
      changed and left behind is printed. Contact data is never kept.

      \(Invocation.examples(
        "import 3w 3w.csv -o Graphs/my-country",
        "import 3w january.csv february.csv -o Graphs/my-country --year 2022"))
      """
  )

  @Argument(help: "The tables, as CSV.", completion: .file(extensions: ["csv", "tsv", "txt"]))
  var files: [String]

  @Option(name: [.customShort("o"), .long], help: "The folder of the collection.")
  var output: String

  @Option(help: "What the collection is called; the folder's name unless given.")
  var title: String?

  @Option(help: "The country, where no column says it.")
  var country: String?

  @Option(help: "The year of months that stand without one.")
  var year: Int?

  @Option(help: "Whose names count where a table has several: en, fr, es or ar.")
  var language = "en"

  @Option(help: "What stands between several organizations of a cell, beside “;”; repeatable.")
  var separator: [String] = []

  @Option(help: "Write the report into this file too, as Markdown.")
  var report: String?

  func validate() throws {
    guard NameLanguage(rawValue: language) != nil else {
      throw ValidationError("“\(language)” is no language here; use en, fr, es or ar.")
    }
    if let year, !(1900...2200).contains(year) {
      throw ValidationError("\(year) is no year of such a table.")
    }
  }

  func run() throws {
    var draft = CollectionDraft()
    var faults: [Diagnostic] = []
    var keys: Set<String> = []
    for path in files {
      let name = URL(filePath: path).lastPathComponent
      let key = name.split(whereSeparator: \.isWhitespace).joined(separator: "-")
      guard keys.insert(key).inserted else {
        faults.append(Self.fault(path, "another file is called “\(name)” too", "rename one"))
        continue
      }
      guard let bytes = try? [UInt8](Data(contentsOf: URL(filePath: path))) else {
        faults.append(Self.fault(path, "the file cannot be read", "check its name"))
        continue
      }
      do throws(ImportError) {
        try draft.addTable(bytes, document: key, mapping: mapping)
      } catch {
        faults += error.diagnostics
      }
    }
    guard faults.isEmpty else {
      for fault in faults { Output.say(fault.description) }
      throw ExitCode(2)
    }
    try write(draft)
  }

  private static func fault(_ path: String, _ message: String, _ hint: String) -> Diagnostic {
    Diagnostic(.error, at: Diagnostic.Place(file: path), message, hint: hint)
  }

  private var mapping: TableMapping {
    var mapping = TableMapping()
    mapping.year = year
    mapping.language = NameLanguage(rawValue: language) ?? .english
    mapping.countryCase = country.map { DraftCase(name: $0) }
    mapping.separators += separator
    return mapping
  }

  private func write(_ draft: CollectionDraft) throws {
    let folder = URL(filePath: output)
    let imported: ImportedCollection
    do throws(ImportError) {
      imported = try draft.finish(title: title ?? folder.lastPathComponent)
    } catch {
      try Output.fail(error.description)
    }
    try refuseStale(imported.collection, folder)
    do throws(CollectionError) {
      try imported.collection.write(to: output)
    } catch {
      for diagnostic in error.diagnostics { Output.say(diagnostic.description) }
      throw ExitCode(2)
    }
    let page = ReportPage(imported.report, in: output)
    try Output.write(page.plain(), to: nil, as: .text)
    if let report { try Output.write(page.markdown(), to: report, as: .markdown) }
  }

  /// Refuses a folder whose other tables would be read as part of the collection.
  private func refuseStale(_ collection: AssistanceCollection, _ folder: URL) throws {
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
      "\(output) holds \(stale.sorted().joined(separator: ", ")), which are not of this import",
      hint: "choose another folder, or remove them first"
    )
  }
}

extension ReportPage {
  /// What an import understood, changed and left behind.
  fileprivate init(_ report: ImportReport, in folder: String) {
    self.init(
      "\(report.rowsRead) rows became \(report.factCount) facts in \(folder); "
        + "\(report.mergedCount) rows say the same as another one, \(report.refusedRows) were refused."
    )
    for file in report.files {
      parts.append(.heading(file.document))
      parts.append(.list(file.notes.map { $0 + "." }))
      for use in ImportReport.Column.Use.allCases {
        let columns = file.columns.filter { $0.use == use }
        guard !columns.isEmpty else { continue }
        let names = columns.map { column in
          let meaning = column.meaning.map { " (\($0))" } ?? ""
          let reason = use == .used ? "" : ": \(column.reason)"
          return "column \(column.number) “\(column.heading)”\(meaning)\(reason)"
        }
        parts.append(.paragraph("Columns \(use.rawValue):"))
        parts.append(.list(names))
      }
    }
    func add(_ heading: String, _ lines: [String]) {
      guard !lines.isEmpty else { return }
      parts.append(.heading(heading))
      let shown = lines.prefix(12)
      let rest = lines.count - shown.count
      parts.append(.list(Array(shown) + (rest > 0 ? ["and \(rest) more"] : [])))
    }
    func lines(_ counts: [ImportReport.Count]) -> [String] {
      counts.map { "\($0.text.isEmpty ? "blank" : "“\($0.text)”") as \($0.place): \($0.count)" }
    }
    func lines(_ totals: [ImportReport.Total]) -> [String] {
      totals.map { "\($0.name): \($0.facts) facts" }
    }
    add("Refused", report.refusals.map { "\($0)" })
    add("Doubts", report.doubts.map { "\($0)".replacing("\n  hint:", with: " Hint:") })
    add("Missing", lines(report.missing))
    add("Not named", lines(report.placeholders))
    add("Names in several spellings", report.spellingVariants.map { "\($0.text): \($0.count)" })
    add("Organizations that assist (\(report.actors.count))", lines(report.actors))
    add("Sectors (\(report.sectors.count))", lines(report.sectors))
    add("Places (\(report.places.count))", lines(report.places))
  }
}
