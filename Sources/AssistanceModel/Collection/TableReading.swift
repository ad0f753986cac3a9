internal import GraphCore
internal import TabularText

/// What a record of a collection says, before it is put into the graph.
struct TableRow {
  var id: String?
  /// Whether the line has an id that cannot be used, which was said already.
  var hasBadID = false
  var from = ""
  var to = ""
  var ends: [(role: EdgeKind, ids: [String])] = []
  var properties: [(String, PropertyValue)] = []
  var validity = Validity.always
  var sources: [SourceReference] = []
}

/// Reads the records of one table of a collection, with a diagnostic for each fault in a cell.
struct TableReading {
  let kind: CollectionTableKind
  let file: String
  let table: CSVTable
  var columns: [CollectionColumn] = []
  var diagnostics: [Diagnostic] = []

  let known: [CollectionColumn]
  let roles: [FactRole]
  /// The words of confidence that statements may use.
  private let confidence: ConfidenceScale
  /// The documents that sources may name; `nil` if `collection.yaml` could not be read.
  private(set) var documents: DocumentKeys?
  private var recordsWithoutSource = 0
  /// The last place that was looked up: many faults may stand in one long cell.
  private var lastPlace: (record: Int, column: Int, line: Int, character: Int)?
  /// The lines on which the text itself is faulty.
  private let faultyLines: [Int]

  init(
    kind: CollectionTableKind,
    file: String,
    table: CSVTable,
    schema: AssistanceSchema,
    documents: DocumentKeys?,
    confidence: ConfidenceScale = .standard
  ) {
    self.confidence = confidence
    self.kind = kind
    self.file = file
    self.table = table
    self.documents = documents
    known = kind.columns(in: schema)
    roles = schema.roles
    faultyLines = table.faults.map(\.line)
  }

  // MARK: Records

  /// Reads a record; `nil` if it is blank or has the wrong number of cells.
  mutating func read(_ record: Int) -> TableRow? {
    let count = table.columnCount(ofRecord: record)
    guard !isBlank(record) else { return nil }
    guard count == columns.count else {
      addWrongCount(record, count)
      return nil
    }
    var row = TableRow()
    var (from, until): (PartialDate?, PartialDate?) = (nil, nil)
    var namesSource = false
    for (index, column) in columns.enumerated() {
      let cell = FormulaGuard.unguarded(table.text(record: record, column: index).trimmed)
      guard !cell.isEmpty else { continue }
      switch column {
      case .id:
        row.id = id(cell, record)
        row.hasBadID = row.id == nil
      case .from: row.from = cell
      case .to: row.to = cell
      case .role(let role): row.ends.append((role, ends(cell, record, column)))
      case .property(let rule): readProperty(rule, cell, record, column, &row)
      case .fromDate: from = date(cell, record, column)
      case .untilDate: until = date(cell, record, column)
      case .sources:
        row.sources = sources(cell, record)
        namesSource = true
      }
    }
    if let validity = Validity(from: from, until: until) {
      row.validity = validity
    } else {
      add(
        .error,
        record,
        .untilDate,
        "the end lies before the beginning",
        "check both dates of the line"
      )
    }
    if !namesSource { recordsWithoutSource += 1 }
    return row
  }

  /// The id that a record states, whether or not it can be read.
  func statedID(_ record: Int) -> String? {
    guard let column = columns.firstIndex(of: .id) else { return nil }
    let id = FormulaGuard.unguarded(table.text(record: record, column: column).trimmed)
    return id.isEmpty ? nil : id
  }

  /// Every id that the table states.
  var statedIDs: Set<String> {
    Set((0..<table.recordCount).compactMap { statedID($0) })
  }

  /// Whether no cell holds anything: spreadsheets leave lines of commas behind.
  func isBlank(_ record: Int) -> Bool {
    (0..<table.columnCount(ofRecord: record)).allSatisfy {
      table.text(record: record, column: $0).trimmed.isEmpty
    }
  }

  private mutating func addWrongCount(_ record: Int, _ count: Int) {
    // A quote that is never closed swallows commas and lines; it has been named already.
    let lines = table.line(ofRecord: record)..<nextLine(record)
    guard !faultyLines.contains(firstIn: lines) else { return }
    let (line, column) = table.place(record: record, column: min(count - 1, columns.count))
    let cells = count == 1 ? "1 cell" : "\(count) cells"
    diagnostics.append(
      Diagnostic(
        .error,
        at: .init(file: file, line: line, column: column),
        "the line has \(cells), but the heading has \(columns.count)",
        hint: count > columns.count
          ? "put a cell that holds a comma in quotes" : "write a comma for each empty cell"
      )
    )
  }

  private func nextLine(_ record: Int) -> Int {
    record + 1 < table.recordCount ? table.line(ofRecord: record + 1) : Int.max
  }

  /// The ids in a cell, each once.
  private mutating func ends(_ cell: String, _ record: Int, _ column: CollectionColumn)
    -> [String]
  {
    let ids = CellText.split(cell)
    guard ids.count > 1 else { return ids }
    var seen: Set<String> = []
    return ids.filter { id in
      guard !seen.insert(id).inserted else { return true }
      add(
        .warning,
        record,
        column,
        "“\(id.shortened)” stands here twice",
        "it counts once; remove the other"
      )
      return false
    }
  }

  /// A doubt about lines without evidence, once for the whole table.
  var missingSources: Diagnostic? {
    guard recordsWithoutSource > 0 else { return nil }
    let lines = recordsWithoutSource == 1 ? "1 line names" : "\(recordsWithoutSource) lines name"
    return Diagnostic(
      .warning,
      at: .init(file: file),
      "\(lines) no source",
      hint: "an answer that rests on them cannot say why"
    )
  }

  private mutating func id(_ cell: String, _ record: Int) -> String? {
    let isPlain = cell.utf8.allSatisfy { 32..<127 ~= $0 && $0 != UInt8(ascii: "|") }
    guard
      isPlain
        || !cell.unicodeScalars.contains(where: { $0 == "|" || Character($0).isNewline })
    else {
      add(
        .error,
        record,
        .id,
        "the id “\(cell.shortened)” holds a bar or a line end",
        "use letters, digits and hyphens"
      )
      return nil
    }
    return cell
  }

  private mutating func readProperty(
    _ rule: PropertyRule,
    _ cell: String,
    _ record: Int,
    _ column: CollectionColumn,
    _ row: inout TableRow
  ) {
    guard let value = CellText.value(cell, as: rule.type) else {
      add(
        .error,
        record,
        column,
        "“\(cell.shortened)” is no \(rule.type.noun)",
        rule.type == .date ? Self.dateHint : nil
      )
      return
    }
    let words: [String] =
      switch value {
      case .text(let text): [text]
      case .texts(let texts): texts
      default: []
      }
    if let allowed = rule.words, let word = words.first(where: { !allowed.contains($0) }) {
      let nearest = Spelling.nearest(to: word, among: allowed, limit: 1).first
      add(
        .error,
        record,
        column,
        "“\(word.shortened)” is no \(rule.name)",
        nearest.map { "did you mean “\($0)”?" } ?? "use one of \(allowed.joined(separator: ", "))"
      )
      return
    }
    if case .decimal(let number) = value, let range = rule.range, !range.contains(number) {
      let (low, high) = (CellText.number(range.lowerBound), CellText.number(range.upperBound))
      add(
        .error,
        record,
        column,
        "“\(cell.shortened)” is no \(rule.name)",
        "write a number from \(low) to \(high), such as 0.8"
      )
      return
    }
    if isConfidence(rule), case .text(let word) = value, confidence[word] == nil {
      let words = confidence.entries.map(\.word)
      let nearest = Spelling.nearest(to: word, among: words, limit: 1).first
      add(
        .error,
        record,
        column,
        "“\(word.shortened)” is no word of confidence",
        nearest.map { "did you mean “\($0)”?" }
          ?? "use one of \(words.joined(separator: ", ")), or declare it in collection.yaml"
          + " under question: confidence"
      )
      return
    }
    row.properties.append((rule.name, value))
  }

  /// Whether a column holds words of confidence: nodes that are no facts may call something else so.
  private func isConfidence(_ rule: PropertyRule) -> Bool {
    guard rule.name == PropertyKey<String>.confidence.name, rule.words == nil else { return false }
    if case .nodes = kind { return false }
    return true
  }

  private static let dateHint = "write 2013, 2013-05 or 2013-05-21"

  private mutating func date(_ cell: String, _ record: Int, _ column: CollectionColumn)
    -> PartialDate?
  {
    let date = PartialDate(cell)
    if date == nil {
      add(.error, record, column, "“\(cell.shortened)” is no date", Self.dateHint)
    }
    return date
  }

  private mutating func sources(_ cell: String, _ record: Int) -> [SourceReference] {
    var found: [SourceReference] = []
    // The same fault twice in one cell says nothing new.
    var refused: Set<String> = []
    for text in CellText.split(cell) where !refused.contains(text) {
      guard let reference = SourceReference(text) else {
        refused.insert(text)
        add(
          .error,
          record,
          .sources,
          "“\(text.shortened)” is no source",
          "write the document's key, then lines, pages or rows: 000 l.12-14 § Section"
        )
        continue
      }
      guard documents?.contains(reference.document) ?? true else {
        refused.insert(text)
        let nearest = documents?.nearest(to: reference.document)
        add(
          .error,
          record,
          .sources,
          "unknown document “\(reference.document.shortened)”",
          nearest.map { "did you mean “\($0)”?" }
            ?? "declare it in collection.yaml under sources"
        )
        continue
      }
      found.append(reference)
    }
    return found
  }

  // MARK: Faults

  /// Adds a fault at a cell, or at the start of the record if the table has no such column.
  mutating func add(
    _ severity: Diagnostic.Severity,
    _ record: Int,
    _ column: CollectionColumn,
    _ message: String,
    _ hint: String?
  ) {
    let index = columns.firstIndex(of: column) ?? 0
    if lastPlace?.record != record || lastPlace?.column != index {
      let (line, character) = table.place(record: record, column: index)
      lastPlace = (record, index, line, character)
    }
    diagnostics.append(
      Diagnostic(
        severity,
        at: .init(file: file, line: lastPlace?.line, column: lastPlace?.character),
        message,
        hint: hint
      )
    )
  }
}

extension [Int] {
  /// Whether one of the ascending numbers lies in a range.
  fileprivate func contains(firstIn range: Range<Int>) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < count && range.contains(self[low])
  }
}

extension String {
  /// The text as far as a message should repeat it.
  var shortened: String {
    count > 60 ? prefix(57) + "…" : self
  }
}

extension PropertyType {
  /// The type as people call it.
  var noun: String {
    switch self {
    case .text: "text"
    case .texts: "list of texts"
    case .integer: "whole number"
    case .decimal: "number"
    case .flag: "yes or no"
    case .date: "date"
    }
  }
}

extension NodeKind {
  /// The kind with its article.
  var article: String {
    ("aeiou".contains(rawValue.first ?? "x") ? "an " : "a ") + rawValue
  }
}
