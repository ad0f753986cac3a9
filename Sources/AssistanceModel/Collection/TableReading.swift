internal import GraphCore
internal import TabularText

/// What a record of a collection says, before it is put into the graph.
struct TableRow {
  var id: String?
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
  private(set) var columns: [CollectionColumn] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let known: [CollectionColumn]
  private let roles: [FactRole]
  private let documents: Set<String>
  private var recordsWithoutSource = 0
  /// References that were read before, by their text: lines of a table repeat them.
  private var references: [String: SourceReference] = [:]

  init(
    kind: CollectionTableKind,
    file: String,
    table: CSVTable,
    schema: AssistanceSchema,
    documents: Set<String>
  ) {
    self.kind = kind
    self.file = file
    self.table = table
    self.documents = documents
    known = kind.columns(in: schema)
    roles = schema.roles
  }

  // MARK: Heading

  /// Reads the heading; false if the table cannot be read without mending it.
  mutating func readHeader() -> Bool {
    for fault in table.faults {
      diagnostics.append(
        Diagnostic(
          .error,
          at: .init(file: file, line: fault.line, column: fault.column),
          fault.message,
          hint: fault.hint
        )
      )
    }
    guard !table.header.isEmpty else {
      let heading = known.map { $0.heading(in: kind, roles: roles) }.joined(separator: ",")
      diagnostics.append(
        Diagnostic(
          .error,
          at: .init(file: file, line: 1, column: 1),
          "the file is empty",
          hint: "begin it with the heading \(heading)"
        )
      )
      return false
    }
    var headings: [String: CollectionColumn] = [:]
    for column in known { headings[Self.normal(column.heading(in: kind, roles: roles))] = column }
    headings["from-date"] = .fromDate
    headings["until-date"] = .untilDate
    for (index, heading) in table.header.enumerated() {
      let name = Self.normal(heading)
      if let column = headings[name] {
        if columns.contains(column) {
          addHeader(.error, index, "the column “\(heading)” stands here twice", "remove one")
        }
        columns.append(column)
      } else {
        addUnknownHeading(index, heading, Array(headings.keys.sorted()))
        columns.append(.property(PropertyRule(name.isEmpty ? "column-\(index + 1)" : name)))
      }
    }
    var isComplete = true
    for column in required where !columns.contains(column) {
      let heading = column.heading(in: kind, roles: roles)
      addHeader(.error, 0, "the column “\(heading)” is missing", "add it to the heading")
      isComplete = false
    }
    return isComplete
  }

  private var required: [CollectionColumn] {
    switch kind {
    case .nodes: [.id]
    case .assistance: [.role(.provider)]
    case .relations: [.from, .to]
    }
  }

  private mutating func addUnknownHeading(_ index: Int, _ heading: String, _ known: [String]) {
    let nearest = Spelling.nearest(to: Self.normal(heading), among: known, limit: 1).first
    addHeader(
      .warning,
      index,
      "the column “\(heading.shortened)” is not known and is kept as text",
      nearest.map { "did you mean “\($0)”?" } ?? "declare it in collection.yaml under schema"
    )
  }

  /// Headings are compared in lower case, blanks and underscores as hyphens.
  static func normal(_ heading: String) -> String {
    String(heading.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
  }

  // MARK: Records

  /// Reads a record; `nil` if it has the wrong number of cells.
  mutating func read(_ record: Int) -> TableRow? {
    let count = table.columnCount(ofRecord: record)
    guard count == columns.count else {
      let (line, _) = table.place(record: record, column: 0)
      let column = count > columns.count ? columns.count : count - 1
      diagnostics.append(
        Diagnostic(
          .error,
          at: .init(
            file: file,
            line: line,
            column: table.place(record: record, column: column).column
          ),
          "the line has \(count) cells, but the heading has \(columns.count)",
          hint: count > columns.count
            ? "put a cell that holds a comma in quotes" : "write a comma for each empty cell"
        )
      )
      return nil
    }
    var row = TableRow()
    var (from, until): (PartialDate?, PartialDate?) = (nil, nil)
    for (index, column) in columns.enumerated() {
      let cell = table.text(record: record, column: index).trimmed
      guard !cell.isEmpty else { continue }
      switch column {
      case .id: row.id = id(cell, record)
      case .from: row.from = cell
      case .to: row.to = cell
      case .role(let role): row.ends.append((role, CellText.split(cell)))
      case .property(let rule): readProperty(rule, cell, record, column, &row)
      case .fromDate: from = date(cell, record, column)
      case .untilDate: until = date(cell, record, column)
      case .sources: row.sources = sources(cell, record)
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
    if row.sources.isEmpty { recordsWithoutSource += 1 }
    return row
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
    guard !cell.contains(where: { $0 == "|" || $0.isNewline }) else {
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
    row.properties.append((rule.name, value))
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
    for text in CellText.split(cell) {
      if let reference = references[text] {
        found.append(reference)
        continue
      }
      guard let reference = SourceReference(text) else {
        add(
          .error,
          record,
          .sources,
          "“\(text.shortened)” is no source",
          "write the document's key, then lines, pages or rows: 000 l.12-14 § Section"
        )
        continue
      }
      guard documents.contains(reference.document) else {
        let nearest = Spelling.nearest(
          to: reference.document,
          among: documents.sorted(),
          limit: 1
        ).first
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
      references[text] = reference
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
    let (line, column) = table.place(record: record, column: index)
    diagnostics.append(
      Diagnostic(
        severity,
        at: .init(file: file, line: line, column: column),
        message,
        hint: hint
      )
    )
  }

  private mutating func addHeader(
    _ severity: Diagnostic.Severity,
    _ index: Int,
    _ message: String,
    _ hint: String
  ) {
    let (line, column) = table.place(headerColumn: index)
    diagnostics.append(
      Diagnostic(severity, at: .init(file: file, line: line, column: column), message, hint: hint)
    )
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
