internal import GraphCore
internal import TabularText

extension CollectionDraft {
  /// Adds a table of who does what where (3W, 4W, 5W), with or without hashtags.
  ///
  /// Tags are looked for in the first 25 rows; without them the headings say what the columns
  /// hold, and what neither says the mapping may. Commas, semicolons, tabs and bars between cells
  /// are told apart by the text; UTF-8, UTF-16 and Windows-1252 by the bytes. Every row becomes a
  /// fact whose source is its row as a spreadsheet counts it. A row that cannot be read is refused
  /// and the rest is read.
  ///
  /// - Parameters:
  ///   - bytes: The table as it stands on disk.
  ///   - document: The key of the file, under which sources name it.
  ///   - mapping: What an analyst says about the table.
  /// - Throws: ``ImportError`` with every fault, if the file as a whole cannot be read; nothing is
  ///   added then.
  /// - Complexity: Two passes over the bytes.
  public mutating func addTable(
    _ bytes: [UInt8],
    document: String,
    mapping: TableMapping = TableMapping()
  ) throws(ImportError) {
    if let content = mapping.content {
      try addTable(bytes, document: document, mapping: mapping, content: content)
      return
    }
    let reader = try TableReader(
      bytes,
      document: document,
      mapping: mapping,
      vocabulary: .shipped,
      clusters: clusters,
      countries: countries,
      standIns: standIns
    )
    reader.read(into: &self)
  }
}

/// Reads the rows of one table by a plan.
struct TableReader {
  let rows: TableRows
  let layout: TableLayout
  let document: String
  let mapping: TableMapping
  let clusters: ClusterList
  let standIns: StandInWords
  let plan: ColumnPlan
  let texts: TableTexts
  /// The country of rows that name none.
  let countryCase: DraftCase?
  let statistics: [ColumnStatistics]
  private(set) var dates: DateText
  private let conditions: RowConditions
  private var file: ImportReport.File
  private var doubts: [Diagnostic] = []

  init(
    _ raw: [UInt8],
    document: String,
    mapping: TableMapping,
    vocabulary: HeaderVocabulary,
    clusters: ClusterList,
    countries: CountryList,
    standIns: StandInWords
  ) throws(ImportError) {
    let place = Diagnostic.Place(file: document)
    let opened = try OpenedTable(raw, document: document)
    let (text, rows) = (opened.text, opened.rows)
    self.rows = rows
    guard let layout = TableLayout(rows, mapping, vocabulary) else {
      throw ImportError([
        Diagnostic(
          .error,
          at: place,
          "no row of hashtags and no known heading is in the first "
            + "\(TableLayout.searchedRows) rows",
          hint: "say in a mapping what the columns hold"
        )
      ])
    }
    if let long = (0..<layout.firstRow).first(where: { rows.longestCell($0) > TableTexts.longest })
    {
      throw ImportError([
        Diagnostic(
          .error,
          at: Diagnostic.Place(file: document, line: rows.line(long)),
          "a cell has \(rows.longestCell(long)) bytes; no spreadsheet holds more than 32767 "
            + "characters in one",
          hint: "check the quotes before it"
        )
      ])
    }
    guard layout.firstRow < rows.count else {
      throw ImportError([
        Diagnostic(
          .error,
          at: Diagnostic.Place(file: document, line: rows.line(layout.firstRow - 1)),
          "no rows stand below the heading",
          hint: "check that the whole table was saved"
        )
      ])
    }
    self.layout = layout
    self.document = document
    var finder = ColumnFinder(rows, layout, document: document)
    for column in mapping.columns { finder.check(column.heading, column.place) }
    conditions = RowConditions(mapping.conditions, &finder)
    guard finder.faults.isEmpty else { throw ImportError(finder.faults) }
    self.mapping = mapping
    self.clusters = clusters
    self.standIns = standIns
    texts = TableTexts(rows, layout)
    statistics = ColumnStatistics.of(texts)
    let recognizer = ColumnRecognizer(mapping: mapping, vocabulary: vocabulary, clusters: clusters)
    var findings = recognizer.findings(rows, layout, statistics)
    findings.columns.sort { $0.number < $1.number }
    plan = ColumnPlan(findings.columns, statistics, language: mapping.language)
    let country = plan.country(of: statistics, in: countries)
    countryCase =
      mapping.countryCase ?? country.map { DraftCase(name: $0.name, code: $0.code) }
    dates = DateText(year: mapping.year)
    file = ImportReport.File(
      document: document,
      format: layout.tagRow == nil ? "table with headings" : "table with hashtags"
    )
    guard !plan.actors.isEmpty || !plan.sectors.isEmpty || !mapping.defaults.isEmpty else {
      throw ImportError([
        Diagnostic(
          .error,
          at: Diagnostic.Place(
            file: document,
            line: rows.line(layout.tagRow ?? layout.headingRow ?? 0)
          ),
          "no column holds organizations or sectors",
          hint: "say in a mapping which columns do"
        )
      ])
    }
    guard
      !plan.sectors.isEmpty || !plan.places.isEmpty || !plan.activities.isEmpty
        || !plan.countries.isEmpty
    else {
      throw ImportError([
        Diagnostic(
          .error,
          at: Diagnostic.Place(
            file: document,
            line: rows.line(layout.tagRow ?? layout.headingRow ?? 0)
          ),
          "organizations are named, but no column says what they do, or where",
          hint: "say in a mapping which columns do; pillar import csv reads tables of other things"
        )
      ])
    }
    describe(text, findings)
    if mapping.countryCase == nil, plan.countries.isEmpty, let country {
      file.notes.append("its places are in \(country.name): their codes begin with its letters")
    }
    doubt(findings)
    learnDates()
    dates.order = mapping.dateOrder.map(DateText.Order.init) ?? dates.order
  }

  func read(into draft: inout CollectionDraft) {
    var groups = RowGroups(self)
    var walk = TableWalk(rows, layout, document: document, file: file)
    walk.run { row, number, isRepeat in
      guard conditions.hold(rows, row) else { return .leftOut }
      let refusal = groups.add(row, number: number, isRepeat: isRepeat)
      return refusal.map { .refused($0) } ?? .read
    }
    let counts = groups.finish(&draft)
    walk.file.notes += counts.notes
    draft.report.files.append(walk.file)
    draft.report.refusals += walk.refusals
    draft.report.doubts += doubts + counts.doubts(of: document)
  }

  // MARK: What is said about the file

  private mutating func describe(_ text: FieldText, _ findings: ColumnRecognizer.Findings) {
    file.notes = text.notes
    let separators: [Unicode.Scalar: String] = [";": "semicolons", "\t": "tabs", "|": "bars"]
    if let name = separators[rows.separator] { file.notes.append("\(name) divide its cells") }
    let numbers = rows.numbers()
    if let tags = layout.tagRow {
      file.notes.append("its hashtags stand in row \(numbers[tags])")
    } else if let heading = layout.headingRow {
      file.notes.append("it has no hashtags; row \(numbers[heading]) says what the columns hold")
    }
    var columns = findings.reports
    for column in findings.columns {
      let use: ImportReport.Column.Use
      let reason: String
      if let other = plan.superfluous[column.number] {
        (use, reason) = (.ignored, other)
      } else if ColumnPlan.isRead(column.meaning) {
        (use, reason) = (.used, column.ground.rawValue)
      } else {
        (use, reason) = (.ignored, "a collection has no place for “\(column.meaning)” yet")
      }
      columns.append(
        ImportReport.Column(
          number: column.number + 1,
          heading: column.heading.isEmpty ? column.tag : column.heading,
          tag: column.tag,
          meaning: column.meaning,
          use: use,
          reason: reason
        )
      )
    }
    columns.sort { $0.number < $1.number }
    for index in columns.indices {
      columns[index].distinctCount = statistics[columns[index].number - 1].distinct.count
    }
    file.columns = columns
  }

  private mutating func doubt(_ findings: ColumnRecognizer.Findings) {
    func doubt(_ column: Int, _ message: String, _ hint: String?) {
      let (line, character) = rows.place(layout.headingRow ?? layout.tagRow ?? 0, column)
      let place = Diagnostic.Place(file: document, line: line, column: character)
      doubts.append(Diagnostic(.warning, at: place, message, hint: hint))
    }
    for finding in findings.doubts { doubt(finding.column, finding.message, finding.hint) }
    for actor in plan.actors {
      if let name = actor.names.first ?? actor.acronyms.first,
        statistics[name].filledCount >= 20, statistics[name].distinct.count <= 3
      {
        let words = statistics[name].distinct.sorted { $0.precedesBytewise($1) }
        doubt(
          name,
          "a column of organizations holds only \(words.map { "“\($0)”" }.joined(separator: ", "))",
          "if these are no names, leave the column out in a mapping"
        )
      }
      if let name = actor.names.first, let acronym = actor.acronyms.first,
        statistics[acronym].averageLength > statistics[name].averageLength,
        statistics[name].filledCount > 0
      {
        doubt(
          acronym,
          "the acronyms are longer than the names; the two columns may be swapped",
          "say in a mapping which column holds the names"
        )
      }
      for column in actor.names {
        doubtLists(column, actor.separators ?? mapping.separators, doubt)
      }
    }
    let strays = rows.table.faults.filter { $0.problem == .strayQuote }
    doubts += OpenedTable.diagnostics(strays, .warning, in: document)
  }

  /// Doubts a column in which some cells seem to name several organizations.
  ///
  /// A cell does if it has a comma or a stroke and all its parts are cells of their own elsewhere.
  private func doubtLists(
    _ column: Int,
    _ separators: [String],
    _ doubt: (Int, String, String?) -> Void
  ) {
    let names = Set(statistics[column].distinct.map { FoldedName($0) })
    for separator in [",", "/", "&", ";"] where !separators.contains(separator) {
      let lists = statistics[column].distinct.filter { cell in
        let parts = cell.split(separator: separator).map { FoldedName(String($0)) }
        return parts.count > 1 && parts.allSatisfy { !$0.isEmpty && names.contains($0) }
      }
      guard let first = lists.min(by: { $0.precedesBytewise($1) }) else { continue }
      doubt(
        column,
        "\(lists.count) texts seem to name several organizations, such as “\(first)”; each is "
          + "read as one",
        "declare “\(separator)” as the separator of this column in a mapping"
      )
    }
  }

  private mutating func learnDates() {
    for column in plan.dates.values.sorted() {
      for text in statistics[column].distinct { dates.learn(from: text) }
    }
  }
}
