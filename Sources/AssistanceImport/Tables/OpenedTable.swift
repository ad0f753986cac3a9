internal import GraphCore
internal import TabularText

/// The rows of a table whose bytes can be read at all.
struct OpenedTable {
  let text: FieldText
  let rows: TableRows

  /// Opens a table.
  ///
  /// - Throws: ``ImportError`` if it is too large, empty, not text, or no table.
  init(_ raw: [UInt8], document: String) throws(ImportError) {
    let place = Diagnostic.Place(file: document)
    guard raw.count < Int(UInt32.max) / 4 else {
      throw ImportError([
        Diagnostic(.error, at: place, "the table is larger than 1 GiB", hint: "divide it")
      ])
    }
    if let format = ForeignFormat(raw) { throw ImportError([format.fault(in: document)]) }
    text = FieldText(raw)
    rows = TableRows(text.bytes)
    let faults = rows.table.faults.filter { $0.problem == .openQuote || $0.problem == .zeroByte }
    guard faults.isEmpty else {
      throw ImportError(Self.diagnostics(faults, .error, in: document))
    }
    guard rows.count > 0 else {
      throw ImportError([Diagnostic(.error, at: place, "the table is empty")])
    }
    let rows = rows
    if let wide = (0..<rows.count).first(where: { rows.cellCount($0) > TableRows.columnLimit }) {
      let place = Diagnostic.Place(file: document, line: rows.line(wide))
      throw ImportError([
        Diagnostic(
          .error,
          at: place,
          "the row has \(rows.cellCount(wide)) cells; no spreadsheet has more than "
            + "\(TableRows.columnLimit)",
          hint: "check the quotes before this row"
        )
      ])
    }
  }

  /// Faults of the text, as many as somebody may read.
  static func diagnostics(
    _ faults: [CSVFault],
    _ severity: Diagnostic.Severity,
    in document: String
  ) -> [Diagnostic] {
    let shown = 100
    var diagnostics = faults.prefix(shown).map { fault in
      let place = Diagnostic.Place(file: document, line: fault.line, column: fault.column)
      return Diagnostic(severity, at: place, fault.message, hint: fault.hint)
    }
    if let last = faults.last, faults.count > shown {
      diagnostics.append(
        Diagnostic(
          severity,
          at: Diagnostic.Place(file: document, line: last.line, column: last.column),
          "\(faults.count - shown) more faults of the text, the last one here"
        )
      )
    }
    return diagnostics
  }
}
