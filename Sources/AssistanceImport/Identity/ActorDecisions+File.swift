internal import GraphCore
internal import TabularText

/// The file of decisions: comma-separated text with a line for each pair of names.
///
/// The columns are `decision,name,other,shown,reason,by,date`, of which the first three are
/// needed; further ones are left alone. Semicolons and tabs, as spreadsheets of some languages
/// write them, are understood too.
extension ActorDecisions {
  /// A file of decisions after a change.
  public struct Rewritten: Hashable, Sendable {
    /// The new file.
    public let bytes: [UInt8]
    /// The decisions that were added or removed.
    public let changed: [ActorDecision]
  }

  /// The name of the file in a collection's folder.
  public static let fileName = "actors.csv"

  /// The columns of a new file.
  static let columns = ["decision", "name", "other", "shown", "reason", "by", "date"]
  private static let neededColumns = ["decision", "name", "other"]

  /// Reads a file of decisions.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: The name by which faults speak of it.
  /// - Throws: Every fault with its line and column: cells, decisions made twice, contradictions.
  public init(csv bytes: [UInt8], file: String) throws(ImportError) {
    let table = DecisionTable(bytes, file: file)
    guard table.diagnostics.isEmpty else { throw ImportError(table.diagnostics) }
    self.init(checked: table.decisions.map(\.decision))
  }

  /// A file with decisions added at its end.
  ///
  /// The lines that are there keep their bytes and their order. A decision that is there already
  /// is not written again.
  ///
  /// - Parameters:
  ///   - added: The decisions to add.
  ///   - bytes: The file; empty if there is none.
  ///   - file: The name by which faults speak of it.
  /// - Returns: The new file, with the decisions that were written.
  /// - Throws: Every fault of the file, and of the decisions beside those in it.
  public static func adding(
    _ added: [ActorDecision],
    to bytes: [UInt8],
    file: String
  ) throws(ImportError) -> Rewritten {
    let present = try ActorDecisions(csv: bytes, file: file)
    var known = Set(present.decisions.map { Told($0) })
    let written = added.filter { known.insert(Told($0)).inserted }
    let all = present.decisions + written
    let faults = Self.faults(in: all)
    guard faults.isEmpty else {
      let lines = DecisionTable(bytes, file: file)
      throw ImportError(
        faults.map { fault in
          Diagnostic(
            .error,
            at: Diagnostic.Place(file: file),
            all[fault.number].sentence + ": "
              + fault.message {
                $0 < present.decisions.count ? "line \(lines.line(of: $0))" : all[$0].sentence
              },
            hint: fault.hint
          )
        }
      )
    }
    guard !written.isEmpty else { return Rewritten(bytes: bytes, changed: []) }
    return Rewritten(
      bytes: DecisionTable(bytes, file: file).appending(written),
      changed: written
    )
  }

  /// A file without the decisions that name somebody.
  ///
  /// The other lines keep their bytes and their order.
  ///
  /// - Parameters:
  ///   - names: Names; a decision goes if one of its two names is among them.
  ///   - bytes: The file.
  ///   - file: The name by which faults speak of it.
  /// - Returns: The new file, with the decisions that were removed.
  /// - Throws: Every fault of the file that keeps it from being read line by line.
  public static func removing(
    decisionsOn names: [String],
    from bytes: [UInt8],
    file: String
  ) throws(ImportError) -> Rewritten {
    let table = DecisionTable(bytes, file: file)
    guard table.isReadable else { throw ImportError(table.diagnostics) }
    let wanted = Set(names.map { DecidedName($0) })
    return table.removing {
      wanted.contains($0.pair.first) || wanted.contains($0.pair.second)
    }
  }

  private struct Told: Hashable {
    let verdict: ActorDecision.Verdict
    let pair: DecidedPair

    init(_ decision: ActorDecision) {
      verdict = decision.verdict
      pair = decision.pair
    }
  }
}

/// A file of decisions line by line.
private struct DecisionTable {
  /// The decisions that could be read, with their records.
  private(set) var decisions: [(record: Int, decision: ActorDecision)] = []
  /// What is wrong with the file, in the order of places.
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether it is a table with the needed columns.
  private(set) var isReadable = true

  private let bytes: [UInt8]
  private let file: String
  private let table: CSVTable
  private let separator: Unicode.Scalar
  private var positions: [String: Int] = [:]

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    let tables =
      [",", ";", "\t"].map { (separator: $0, table: CSVTable(bytes, separator: $0)) }
      as [(separator: Unicode.Scalar, table: CSVTable)]
    let chosen =
      tables.first { $0.table.header.contains { $0.lowercased() == "decision" } } ?? tables[0]
    (separator, table) = (chosen.separator, chosen.table)
    guard !table.header.isEmpty else { return }
    readHeader()
    guard isReadable else { return }
    for record in 0..<table.recordCount { read(record) }
    for fault in ActorDecisions.faults(in: decisions.map(\.decision)) {
      let column =
        switch fault.part {
        case .decision: "decision"
        case .name: "name"
        case .other: "other"
        case .shown: "shown"
        }
      complain(
        decisions[fault.number].record,
        column,
        fault.message { "line \(line(of: $0))" },
        hint: fault.hint
      )
    }
    diagnostics.sort {
      ($0.place.line ?? 0, $0.place.column ?? 0) < ($1.place.line ?? 0, $1.place.column ?? 0)
    }
  }

  /// The line of a decision.
  func line(of number: Int) -> Int {
    number < decisions.count ? table.line(ofRecord: decisions[number].record) : 0
  }

  private mutating func readHeader() {
    for fault in table.faults {
      let place = Diagnostic.Place(file: file, line: fault.line, column: fault.column)
      diagnostics.append(Diagnostic(.error, at: place, fault.message, hint: fault.hint))
    }
    for (position, heading) in table.header.enumerated() {
      let name = heading.lowercased()
      guard positions[name] == nil else {
        let (line, column) = table.place(headerColumn: position)
        let place = Diagnostic.Place(file: file, line: line, column: column)
        diagnostics.append(
          Diagnostic(.error, at: place, "“\(heading)” is there twice", hint: "rename one column")
        )
        continue
      }
      positions[name] = position
    }
    for column in ["decision", "name", "other"] where positions[column] == nil {
      diagnostics.append(
        Diagnostic(
          .error,
          at: Diagnostic.Place(file: file, line: 1),
          "there is no column “\(column)”",
          hint: "the first line is \(ActorDecisions.columns.joined(separator: ","))"
        )
      )
    }
    isReadable = diagnostics.isEmpty
  }

  private func text(_ record: Int, _ column: String) -> String {
    positions[column].map { FormulaGuard.unguarded(table.text(record: record, column: $0)).trimmed }
      ?? ""
  }

  private mutating func read(_ record: Int) {
    let cells = (0..<table.columnCount(ofRecord: record)).map {
      FormulaGuard.unguarded(table.text(record: record, column: $0)).trimmed
    }
    // A spreadsheet leaves lines of separators behind.
    guard cells.contains(where: { !$0.isEmpty }) else { return }
    if cells.count > table.header.count,
      cells[table.header.count...].contains(where: { !$0.isEmpty })
    {
      let (line, column) = table.place(record: record, column: table.header.count)
      diagnostics.append(
        Diagnostic(
          .error,
          at: Diagnostic.Place(file: file, line: line, column: column),
          "the line has more cells than the first one",
          hint: "put a name that holds the separator in quotes"
        )
      )
      return
    }
    let word = text(record, "decision")
    guard let verdict = ActorDecision.Verdict(rawValue: word.lowercased()) else {
      complain(
        record,
        "decision",
        word.isEmpty ? "the decision is missing" : "“\(word)” is no decision",
        hint: "write same or different"
      )
      return
    }
    decisions.append(
      (
        record,
        ActorDecision(
          verdict,
          text(record, "name"),
          text(record, "other"),
          shown: text(record, "shown"),
          reason: text(record, "reason"),
          by: text(record, "by"),
          date: text(record, "date")
        )
      )
    )
  }

  private mutating func complain(
    _ record: Int,
    _ column: String,
    _ message: String,
    hint: String
  ) {
    let (line, column) = table.place(record: record, column: positions[column] ?? 0)
    let place = Diagnostic.Place(file: file, line: line, column: column)
    diagnostics.append(Diagnostic(.error, at: place, message, hint: hint))
  }

  // MARK: Writing

  func appending(_ added: [ActorDecision]) -> [UInt8] {
    guard !table.header.isEmpty else {
      return bytes + Array(line(ActorDecisions.columns, end: "\n").utf8)
        + added.flatMap { Array(line(cells(of: $0, in: ActorDecisions.columns), end: "\n").utf8) }
    }
    let end = table.lineEnd
    var result = bytes
    if let last = result.last, last != 10, last != 13 { result += Array(end.utf8) }
    let headings = table.header.map { $0.lowercased() }
    for decision in added {
      result += Array(line(cells(of: decision, in: headings), end: end).utf8)
    }
    return result
  }

  func removing(
    _ isRemoved: (ActorDecision) -> Bool
  ) -> ActorDecisions.Rewritten {
    let gone = decisions.filter { isRemoved($0.decision) }
    let records = Set(gone.map(\.record))
    guard !records.isEmpty else { return ActorDecisions.Rewritten(bytes: bytes, changed: []) }
    var kept = Array(table.preamble)
    for record in 0..<table.recordCount {
      if !records.contains(record) { kept += table.bytes(ofRecord: record) }
      kept += table.gap(afterRecord: record)
    }
    return ActorDecisions.Rewritten(bytes: kept, changed: gone.map(\.decision))
  }

  private func cells(of decision: ActorDecision, in headings: [String]) -> [String] {
    headings.map { heading in
      switch heading {
      case "decision": decision.verdict.rawValue
      case "name": CleanText.name(decision.name)
      case "other": CleanText.name(decision.other)
      case "shown": CleanText.name(decision.shown)
      case "reason": CleanText.name(decision.reason)
      case "by": CleanText.name(decision.by)
      case "date": CleanText.name(decision.date)
      default: ""
      }
    }
  }

  /// A line with the file's separator; a cell is quoted where it must be, and no spreadsheet runs it.
  private func line(_ cells: [String], end: String) -> String {
    let separator = String(Character(separator))
    return cells.map { text in
      let cell = FormulaGuard.guarded(text)
      let mustQuote =
        cell.contains(separator) || cell.contains("\"") || cell.contains(where: \.isNewline)
      return mustQuote ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
    }.joined(separator: separator) + end
  }
}
