internal import AssistanceModel
internal import GraphCore
internal import TabularText

extension CollectionDraft {
  /// Adds a table whose rows are what a mapping says.
  mutating func addTable(
    _ bytes: [UInt8],
    document: String,
    mapping: TableMapping,
    content: TableContent
  ) throws(ImportError) {
    let table = try MappedTable(bytes, document: document, mapping: mapping, content: content)
    stated.kinds.merge(content.kinds) { $0.precedesBytewise($1) ? $0 : $1 }
    for relation in content.relations {
      if let meaning = relation.meaning { stated.meanings[relation.kind] = meaning }
    }
    stated.rows = content.rows ?? stated.rows
    stated.columns = content.columns ?? stated.columns
    var reader = MappedRowReader(table, standIns)
    if reader.readsPurposes { stated.reading = content.reading }
    stated.codes.formUnion(reader.codes)
    var file = ImportReport.File(document: document, format: "table with a mapping")
    file.notes = table.notes + reader.headingNotes
    file.columns = table.columns(usedBy: reader)
    var walk = TableWalk(table.rows, table.layout, document: document, file: file)
    walk.run { row, number, isRepeat in
      guard table.conditions.hold(table.rows, row) else { return .leftOut }
      return reader.read(row, number: number, isRepeat: isRepeat, into: &self)
    }
    walk.file.notes += reader.notes
    if walk.file.repeatedRows > 0 {
      walk.file.notes.append("\(walk.file.repeatedRows) rows repeat another one, cell by cell")
    }
    report.files.append(walk.file)
    report.refusals += walk.refusals
    report.doubts += reader.doubts
  }

  /// The reading under which purpose codes gave inhibitors, and the codes that the tables can hold;
  /// `nil` if no table has purpose codes.
  package var purposes: (reading: ConcordanceReading, codes: [String])? {
    stated.reading.map { ($0, stated.codes.sorted()) }
  }
}

/// A table with the columns that its mapping names.
struct MappedTable {
  let rows: TableRows
  let layout: TableLayout
  let document: String
  let mapping: TableMapping
  let content: TableContent
  let conditions: RowConditions
  let statistics: [ColumnStatistics]
  private(set) var dates: DateText
  /// What was done to the bytes, in sentences.
  private(set) var notes: [String]
  private(set) var numbers: [MappedColumn: Int] = [:]
  /// The columns that decide which rows are read.
  private(set) var conditionColumns: Set<Int> = []
  private(set) var rules: [[TableMapping.Condition]: RowConditions] = [:]

  init(
    _ bytes: [UInt8],
    document: String,
    mapping: TableMapping,
    content: TableContent
  ) throws(ImportError) {
    let opened = try OpenedTable(bytes, document: document)
    rows = opened.rows
    notes = opened.text.notes
    self.document = document
    self.mapping = mapping
    self.content = content
    var placed = mapping
    placed.headingRow = mapping.headingRow ?? opened.rows.numbers().first
    guard let layout = TableLayout(opened.rows, placed, .shipped) else {
      let row = mapping.headingRow ?? 1
      throw ImportError([
        Diagnostic(
          .error,
          at: Diagnostic.Place(file: document),
          "the table has no row \(row), where the mapping says that the headings stand",
          hint: "count rows from 1, as a spreadsheet does"
        )
      ])
    }
    self.layout = layout
    var finder = ColumnFinder(rows, layout, document: document)
    for column in content.mappedColumns {
      numbers[column] = finder.column(column.heading, column.place)
    }
    conditions = RowConditions(mapping.conditions, &finder)
    for wanted in content.conditions { rules[wanted] = RowConditions(wanted, &finder) }
    conditionColumns = Set(([conditions] + Array(rules.values)).flatMap(\.columns))
    guard finder.faults.isEmpty else { throw ImportError(finder.faults.eachOnce()) }
    statistics = ColumnStatistics.of(rows, layout)
    dates = DateText(year: mapping.year)
    learnDates()
  }

  private mutating func learnDates() {
    let values =
      (content.nodes.map(\.dates) + content.relations.map(\.dates)
      + (content.facts + (content.wide.map { [$0.fact] } ?? [])).map(\.dates)).flatMap(\.values)
    for column in values.compactMap({ $0.column.flatMap { numbers[$0] } }) {
      for text in statistics[column].distinct.sorted() { dates.learn(from: text) }
    }
    dates.order = mapping.dateOrder.map(DateText.Order.init) ?? dates.order
  }

  /// Whether a row meets the conditions of a rule.
  func meets(_ conditions: [TableMapping.Condition], _ row: Int) -> Bool {
    conditions.isEmpty || rules[conditions]?.hold(rows, row) != false
  }

  /// What becomes of each column.
  func columns(usedBy reader: MappedRowReader) -> [ImportReport.Column] {
    let used = Set(numbers.values).union(conditionColumns)
    return (0..<layout.width).map { number in
      let heading = layout.headingRow.map { rows.text($0, number) } ?? ""
      let tag = layout.tagRow.map { rows.text($0, number) } ?? ""
      let isUsed = used.contains(number) || reader.isHeading(number)
      let isPersonal = statistics[number].isPersonal
      var column = ImportReport.Column(
        number: number + 1,
        heading: heading,
        tag: tag,
        meaning: nil,
        use: isPersonal ? .dropped : isUsed ? .used : .ignored,
        reason: isPersonal
          ? "it holds e-mail addresses; people's details are never kept"
          : isUsed ? "the mapping says so" : reader.reason(number) ?? "the mapping does not name it"
      )
      column.distinctCount = statistics[number].distinct.count
      return column
    }
  }
}

extension TableContent {
  /// The conditions of its rules.
  fileprivate var conditions: [[TableMapping.Condition]] {
    nodes.map(\.conditions) + relations.map(\.conditions) + facts.map(\.conditions)
      + (wide.map { [$0.fact.conditions] } ?? [])
  }
}

extension [Diagnostic] {
  /// The diagnostics in their order, each once.
  func eachOnce() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }
  }
}
