internal import GraphCore
internal import TabularText

/// Goes through the rows of a table and counts what became of them.
struct TableWalk {
  /// What became of a row.
  enum Outcome {
    case read
    /// The mapping leaves it out.
    case leftOut
    case refused(String, hint: String? = nil)
  }

  var file: ImportReport.File
  private(set) var refusals: [Diagnostic] = []
  private let rows: TableRows
  private let layout: TableLayout
  private let document: String

  init(_ rows: TableRows, _ layout: TableLayout, document: String, file: ImportReport.File) {
    self.rows = rows
    self.layout = layout
    self.document = document
    self.file = file
  }

  /// Hands over every row that can be read, with its number in a spreadsheet and whether it repeats
  /// an earlier one.
  mutating func run(_ read: (_ row: Int, _ number: Int, _ isRepeat: Bool) -> Outcome) {
    let rows = rows
    let numbers = rows.numbers()
    var badLines = rows.table.faults.filter { $0.problem == .textAfterQuote }.map(\.line)[...]
    let bytes = rows.table.bytes.span
    var seen = DistinctBytes()
    var leftOut = 0
    for row in layout.firstRow..<max(layout.firstRow, rows.count) {
      guard rows.hasText(row) else { continue }
      file.rowsRead += 1
      let next = row + 1 < rows.count ? rows.line(row + 1) : Int.max
      // Rows and faults are in the order of lines.
      badLines = badLines.drop { $0 < rows.line(row) }
      if let bad = badLines.first, bad < next {
        refuse(row, "text follows a closing quote", "write a quote inside a quoted cell twice")
        continue
      }
      if rows.hasText(row, from: layout.width) {
        refuse(
          row,
          "the row has \(rows.cellCount(row)) cells, the heading \(layout.width)",
          "put cells with a separator inside them in quotes"
        )
        continue
      }
      let known = seen.count
      let isRepeat = seen.number(of: rows.place(ofRow: row), in: bytes) < known
      if isRepeat { file.repeatedRows += 1 }
      switch read(row, numbers[row], isRepeat) {
      case .read: break
      case .leftOut: leftOut += 1
      case .refused(let reason, let hint): refuse(row, reason, hint)
      }
    }
    if leftOut > 0 {
      file.notes.append(CountedWords.told(leftOut, "rows were left out, as the mapping says"))
    }
  }

  private mutating func refuse(_ row: Int, _ reason: String, _ hint: String?) {
    file.refusedRows += 1
    guard refusals.count < ImportReport.refusalLimit else { return }
    let place = Diagnostic.Place(file: document, line: rows.line(row))
    refusals.append(Diagnostic(.error, at: place, reason, hint: hint))
  }
}
