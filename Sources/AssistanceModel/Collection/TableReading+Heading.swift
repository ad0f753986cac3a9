internal import GraphCore
internal import TabularText

extension TableReading {
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
      if table.faults.isEmpty { addEmpty() }
      return false
    }
    guard table.header.count <= Self.maximumColumns else {
      addHeader(
        .error,
        0,
        "the heading has \(table.header.count) columns",
        "a table has at most \(Self.maximumColumns)"
      )
      return false
    }
    let headings = knownHeadings
    let names = headings.keys.sorted()
    var seen: Set<CollectionColumn> = []
    for (index, heading) in table.header.enumerated() {
      let column =
        headings[Self.normal(heading)]
        ?? .property(PropertyRule(heading.isEmpty ? "column-\(index + 1)" : heading))
      if !seen.insert(column).inserted {
        addHeader(
          .error,
          index,
          "the column “\(heading.shortened)” stands here twice",
          "remove one"
        )
      } else if heading.isEmpty {
        addHeader(
          .warning,
          index,
          "column \(index + 1) has no heading",
          "give it one, or remove the comma before it"
        )
      } else if headings[Self.normal(heading)] == nil {
        addUnknownHeading(index, heading, names)
      }
      columns.append(column)
    }
    var isComplete = true
    for column in required where !columns.contains(column) {
      let heading = column.heading(in: kind, roles: roles)
      addHeader(.error, 0, "the column “\(heading)” is missing", "add it to the heading")
      isComplete = false
    }
    return isComplete
  }

  /// A wider table is none that people keep.
  private static var maximumColumns: Int { 4_096 }

  /// Refuses the table if its properties are too many beside those of the tables before it.
  mutating func addTooManyProperties(_ maximum: Int) {
    addHeader(
      .error,
      0,
      "with this heading the tables have more than \(maximum) properties",
      "remove columns that say the same of few lines"
    )
  }

  private var knownHeadings: [String: CollectionColumn] {
    var headings: [String: CollectionColumn] = [:]
    for column in known { headings[Self.normal(column.heading(in: kind, roles: roles))] = column }
    headings["from-date"] = .fromDate
    headings["until-date"] = .untilDate
    return headings
  }

  private mutating func addEmpty() {
    let heading = known.map { $0.heading(in: kind, roles: roles) }.joined(separator: ",")
    diagnostics.append(
      Diagnostic(
        .error,
        at: .init(file: file, line: 1, column: 1),
        "the file is empty",
        hint: "begin it with the heading \(heading)"
      )
    )
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

  /// Whether tables have a heading for other things than properties and ends of facts.
  static func isReserved(_ heading: String) -> Bool {
    ["id", "from", "to", "from-date", "until-date", "until", "sources"].contains(normal(heading))
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
