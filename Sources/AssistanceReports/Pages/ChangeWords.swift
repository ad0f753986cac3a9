internal import AssistanceModel
internal import ChangeAnalysis
internal import CoverageAnalysis
internal import GraphCore

extension CoverageReport {
  /// A number of rows with their noun.
  func countedRows(_ count: Int) -> String { "\(count) \(question.rows.noun(count))" }

  /// A number of columns with their noun.
  func countedColumns(_ count: Int) -> String { "\(count) \(question.columns.noun(count))" }
}

/// A number with a noun that takes an s.
func numbered(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

extension PageLength {
  /// The lines of a table; where there are too many, the first ones, and a sentence on the others.
  func table(_ table: ReportTable, _ noun: String) -> [ReportPage.Part] {
    guard table.rows.count > told else { return [.table(table)] }
    return [
      .table(
        ReportTable(
          table.headings,
          alignments: table.alignments,
          rows: Array(table.rows.prefix(told))
        )
      ),
      .paragraph(
        "\(told) of \(table.rows.count) \(noun) are shown; --full tells all, csv and json have them."
      ),
    ]
  }
}
