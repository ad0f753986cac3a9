internal import GraphCore
internal import TabularText

/// Reads a table of knowledge cell by cell and collects what is wrong with it.
struct KnowledgeReader {
  /// The faults so far, in the order in which they were met.
  private(set) var diagnostics: [Diagnostic] = []

  private let file: String
  private let table: CSVTable
  private let positions: [String: Int]

  /// Opens a table; it must have exactly these columns, in any order.
  init(_ bytes: [UInt8], file: String, columns: [String]) {
    self.file = file
    table = CSVTable(bytes)
    var positions: [String: Int] = [:]
    for (position, name) in table.header.enumerated() { positions[name] = position }
    self.positions = positions
    for fault in table.faults {
      let place = Diagnostic.Place(file: file, line: fault.line, column: fault.column)
      diagnostics.append(Diagnostic(.error, at: place, fault.message, hint: fault.hint))
    }
    if Set(table.header) != Set(columns) || table.header.count != columns.count {
      diagnostics.append(
        Diagnostic(
          .error,
          at: Diagnostic.Place(file: file, line: 1),
          "the columns are not the expected ones",
          hint: "write “\(columns.joined(separator: ","))”"
        )
      )
    }
  }

  /// The records to read; none if the columns are not the expected ones.
  var records: Range<Int> { diagnostics.isEmpty ? 0..<table.recordCount : 0..<0 }

  /// The line of a record.
  func line(of record: Int) -> Int { table.line(ofRecord: record) }

  /// The text of a cell, trimmed.
  func text(_ record: Int, _ column: String) -> String {
    positions[column].map { table.text(record: record, column: $0).trimmed } ?? ""
  }

  /// The text of a cell; a fault if it is empty.
  mutating func neededText(_ record: Int, _ column: String) -> String {
    let text = text(record, column)
    if text.isEmpty { complain(record, column, "“\(column)” is empty") }
    return text
  }

  /// The values of a cell, separated by bars.
  func texts(_ record: Int, _ column: String) -> [String] {
    text(record, column).split(separator: "|").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// A cell that holds one of a few words; a fault if it holds another.
  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ record: Int,
    _ column: String,
    as type: Word.Type = Word.self
  ) -> Word? {
    let text = text(record, column)
    if let word = Word(rawValue: text) { return word }
    complain(
      record,
      column,
      "“\(text)” is no \(column)",
      hint: "write one of: \(Word.allCases.map(\.rawValue).joined(separator: ", "))"
    )
    return nil
  }

  /// Adds a fault at a cell.
  mutating func complain(
    _ record: Int,
    _ column: String,
    _ message: String,
    hint: String? = nil
  ) {
    let (line, column) = table.place(record: record, column: positions[column] ?? 0)
    let place = Diagnostic.Place(file: file, line: line, column: column)
    diagnostics.append(Diagnostic(.error, at: place, message, hint: hint))
  }
}
