internal import GraphCore

/// What the cells of a column look like as a whole.
struct ColumnStatistics {
  private(set) var filledCount = 0
  private(set) var addressCount = 0
  private(set) var characterCount = 0
  /// The different texts as written, up to a limit.
  private(set) var distinct: Set<String> = []

  private static let limit = 100_000

  /// Adds a text that stands in so many cells.
  mutating func add(_ raw: String, _ count: Int = 1) {
    guard raw.utf8.contains(where: { $0 > 32 }) else { return }
    filledCount += count
    characterCount += raw.utf8.count * count
    if raw.holdsAddress { addressCount += count }
    if distinct.count < Self.limit { distinct.insert(raw) }
  }

  var averageLength: Double {
    filledCount == 0 ? 0 : Double(characterCount) / Double(filledCount)
  }

  /// Whether enough cells hold e-mail addresses for the column to be about people.
  var isPersonal: Bool { addressCount > 0 && addressCount * 20 >= filledCount }

  /// Whether most of the different texts are names of clusters.
  func isSector(_ clusters: ClusterList) -> Bool {
    guard !distinct.isEmpty, distinct.count <= 60 else { return false }
    return distinct.count { clusters[$0] != nil } * 5 >= distinct.count * 3
  }

  /// The statistics of every column.
  static func of(_ texts: TableTexts) -> [ColumnStatistics] {
    texts.columns.enumerated().map { number, column in
      var statistics = ColumnStatistics()
      for (place, count) in column.counts.enumerated()
      where texts.length(place + 1, ofColumn: number) <= TableTexts.longest {
        statistics.add(texts.text(place + 1, ofColumn: number), count)
      }
      return statistics
    }
  }

  /// The statistics of every column of a table whose texts nobody else needs.
  static func of(_ rows: TableRows, _ layout: TableLayout) -> [ColumnStatistics] {
    of(TableTexts(rows, layout))
  }
}

extension String {
  /// Whether an e-mail address stands in the text.
  var holdsAddress: Bool {
    guard utf8.contains(64) else { return false }
    let bytes = Array(utf8)
    guard let sign = bytes.firstIndex(of: 64), sign > 0, sign + 3 < bytes.count,
      bytes[sign - 1] > 32
    else { return false }
    let domain = bytes[(sign + 1)...].prefix { $0 > 32 && $0 != 44 && $0 != 59 }
    return domain.dropLast().contains(46) && domain.first != 46
  }
}
