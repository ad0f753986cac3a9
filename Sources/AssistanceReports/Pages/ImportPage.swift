public import AssistanceImport
internal import GraphCore

extension ReportPage {
  /// What an import understood, changed and left behind.
  ///
  /// - Parameters:
  ///   - report: What is told.
  ///   - folder: Where the collection is.
  public init(_ report: ImportReport, in folder: String) {
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
    add("Decisions about names", report.decisionLines)
    add("Names in several spellings", report.spellingVariants.map { "\($0.text): \($0.count)" })
    add("Organizations that assist (\(report.actors.count))", lines(report.actors))
    add("Sectors (\(report.sectors.count))", lines(report.sectors))
    add("Places (\(report.places.count))", lines(report.places))
  }
}
