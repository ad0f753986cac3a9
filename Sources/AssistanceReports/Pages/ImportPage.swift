public import AssistanceImport
internal import GraphCore

extension ReportPage {
  /// What an import understood, changed and left behind.
  ///
  /// - Parameters:
  ///   - report: What is told.
  ///   - folder: Where the collection is.
  public init(_ report: ImportReport, in folder: String) {
    var results = ["\(report.factCount) facts"]
    if report.relationCount > 0 { results.append("\(report.relationCount) relations") }
    if report.nodeCount > 0 { results.append("\(report.nodeCount) nodes of their own") }
    if results.count > 1, report.factCount == 0 { results.removeFirst() }
    self.init(
      "\(report.rowsRead) rows became \(results.joined(separator: " and ")) in \(folder); "
        + "\(report.mergedCount + report.mergedRelations) rows say the same as another one, "
        + "\(report.refusedRows) were refused."
    )
    if report.selfRelations > 0 {
      parts.append(
        .paragraph(
          "\(report.selfRelations) times something would be related to itself; no relation was made."
        )
      )
    }
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
        // A matrix has hundreds of columns that are read alike.
        let rest = names.count > 40 ? ["and \(names.count - 20) more"] : []
        parts.append(.list(rest.isEmpty ? names : Array(names.prefix(20)) + rest))
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
