internal import GraphCore
internal import TabularText

/// What a column seems to hold, by its values alone.
struct ColumnLook {
  let number: Int
  let heading: String
  let tag: String
  let statistics: ColumnStatistics
  /// Up to three different texts in the order of rows; none of a column about people.
  private(set) var samples: [String] = []
  private(set) var isNumber = false
  private(set) var isDate = false
  private(set) var isYear = false
  private(set) var isCode = false
  /// How many rows the table has.
  let rowCount: Int
  /// How many of them are different.
  let distinctRows: Int
  let isPersonal: Bool

  init(
    _ number: Int,
    _ rows: TableRows,
    _ layout: TableLayout,
    _ statistics: ColumnStatistics,
    distinctRows: Int
  ) {
    self.distinctRows = distinctRows
    self.number = number
    self.statistics = statistics
    heading = layout.headingRow.map { rows.text($0, number) } ?? ""
    tag = layout.tagRow.map { rows.text($0, number) } ?? ""
    rowCount = max(0, rows.count - layout.firstRow)
    let vocabulary = HeaderVocabulary.shipped
    let said = Hashtag(tag).flatMap(vocabulary.meaning(of:))
    isPersonal =
      statistics.isPersonal || said?.isPersonal == true
      || vocabulary.candidates(for: heading).contains { $0.meaning.isPersonal }
    guard !isPersonal else { return }
    let texts = statistics.distinct.sorted { $0.precedesBytewise($1) }.prefix(2000).map(\.trimmed)
    isNumber = Self.most(texts) { RowReader.number($0) != nil }
    isYear = Self.most(texts) { $0.utf8.count == 4 && Int($0).map { 1800...2200 ~= $0 } == true }
    let dates = DateText(year: 2000)
    isDate = !isNumber && Self.most(texts) { dates.date($0) != nil }
    isCode = Self.most(texts) { Self.isPlaceCode($0) }
    var row = layout.firstRow
    while row < rows.count, samples.count < 3 {
      let text = rows.text(row, number)
      if !text.isEmpty, !text.holdsAddress, !samples.contains(text) { samples.append(text) }
      row += 1
    }
  }

  /// What the columns of a table look like.
  static func all(_ rows: TableRows, _ layout: TableLayout, _ statistics: [ColumnStatistics])
    -> [ColumnLook]
  {
    let bytes = rows.table.bytes.span
    var seen = DistinctBytes()
    for row in layout.firstRow..<max(layout.firstRow, rows.count) {
      _ = seen.number(of: rows.place(ofRow: row), in: bytes)
    }
    let distinctRows = seen.count
    return (0..<layout.width).map {
      ColumnLook($0, rows, layout, statistics[$0], distinctRows: distinctRows)
    }
  }

  private static func most(_ texts: [String], _ isSuch: (String) -> Bool) -> Bool {
    !texts.isEmpty && texts.count(where: isSuch) * 10 >= texts.count * 9
  }

  /// Two or three letters and digits behind them, as p-codes are.
  private static func isPlaceCode(_ text: String) -> Bool {
    let letters = text.prefix { $0.isASCII && $0.isUppercase }
    let digits = text.dropFirst(letters.count)
    return (2...3).contains(letters.count) && (2...9).contains(digits.count)
      && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// Whether each row has a text of its own, but for rows that repeat another one.
  var isKey: Bool {
    rowCount > 0 && statistics.filledCount == rowCount
      && statistics.distinct.count == distinctRows
  }

  /// Whether the cells are words.
  var isText: Bool { !isNumber && !isDate && !isYear && statistics.filledCount > 0 && !isPersonal }

  /// The words of its heading.
  var words: [String] { FoldedName(heading).words.map(String.init) }

  /// What stands in the cells, in words, with some of them.
  var description: String {
    guard !isPersonal else { return "people's details, which are never kept" }
    guard statistics.filledCount > 0 else { return "all cells are blank" }
    let kind =
      isYear
      ? "years"
      : isDate ? "dates" : isCode ? "codes as of places" : isNumber ? "numbers" : "texts"
    let shown = samples.map { "“\($0.shortened)”" }.joined(separator: ", ")
    return "\(statistics.distinct.count) different \(kind), such as \(shown)"
  }
}
