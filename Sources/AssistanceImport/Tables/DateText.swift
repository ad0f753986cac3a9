internal import GraphCore

/// Dates as tables write them.
struct DateText {
  /// In which order numbers with strokes between them stand.
  enum Order {
    case dayFirst, monthFirst, unknown

    init(_ said: TableMapping.DateOrder) {
      self = said == .dayFirst ? .dayFirst : .monthFirst
    }
  }

  var order = Order.unknown
  /// The year of a month without one.
  let year: Int?

  init(year: Int?) {
    self.year = year
  }

  /// Learns the order of day and month from a column's values: a number above 12 is no month.
  mutating func learn(from text: String) {
    let parts = Self.parts(text)
    guard parts.count == 3, parts[0].count <= 2, let first = Int(parts[0]),
      let second = Int(parts[1])
    else { return }
    if first > 12 { order = .dayFirst } else if second > 12 { order = .monthFirst }
  }

  /// Reads a date; `nil` for text that is none, or a month of an unknown year.
  func date(_ text: String) -> PartialDate? {
    if let date = PartialDate(text) { return date }
    let parts = Self.parts(text)
    if parts.count >= 3, let first = Int(parts[0]), let second = Int(parts[1]),
      let third = Int(parts[2])
    {
      if parts[0].count == 4 {
        return PartialDate(year: first, month: second, day: third)
      }
      if parts[2].count == 4 {
        switch order {
        case .dayFirst: return PartialDate(year: third, month: second, day: first)
        case .monthFirst: return PartialDate(year: third, month: first, day: second)
        // Day and month cannot be told apart; the year is known.
        case .unknown:
          return first == second
            ? PartialDate(year: third, month: first, day: second) : PartialDate(year: third)
        }
      }
      return nil
    }
    if parts.count == 1, let serial = Int(parts[0]), 20_000...80_000 ~= serial {
      return Self.date(ofSpreadsheetDay: serial)
    }
    return monthAndYear(parts)
  }

  /// Whether the text names a month but no year is known for it.
  func isMonthWithoutYear(_ text: String) -> Bool {
    let parts = Self.parts(text)
    return year == nil && parts.count == 1 && parts.first.map { Self.month($0) != nil } == true
  }

  private func monthAndYear(_ parts: [Substring]) -> PartialDate? {
    let month = parts.lazy.compactMap { Self.month($0) }.first
    let stated = parts.lazy.compactMap { $0.count == 4 ? Int($0) : nil }.first
    guard let month, let year = stated ?? year else { return nil }
    let day = parts.count == 3 ? parts.lazy.compactMap { $0.count <= 2 ? Int($0) : nil }.first : nil
    return PartialDate(year: year, month: month, day: day)
  }

  private static func parts(_ text: String) -> [Substring] {
    // A time of day behind the date says nothing here.
    let day = text.split(whereSeparator: { $0 == "T" && text.contains(":") }).first ?? ""
    return day.split { "-/. ,".contains($0) }.filter { !$0.contains(":") }
  }

  private static func month(_ word: Substring) -> Int? {
    let name = FoldedName(String(word)).text
    guard name.count >= 3 else { return nil }
    return months.firstIndex { names in names.contains { $0 == name || $0.prefix(3) == name } }
      .map { $0 + 1 }
  }

  private static let months: [[String]] = [
    ["january", "janvier", "enero", "janv"], ["february", "fevrier", "febrero", "fevr"],
    ["march", "mars", "marzo"], ["april", "avril", "abril"], ["may", "mai", "mayo"],
    ["june", "juin", "junio"], ["july", "juillet", "julio", "juil"],
    ["august", "aout", "agosto"], ["september", "septembre", "septiembre", "sept"],
    ["october", "octobre", "octubre"], ["november", "novembre", "noviembre"],
    ["december", "decembre", "diciembre"],
  ]

  /// The day that a spreadsheet counts from the last but one day of 1899.
  ///
  /// The conversion from days to dates is Howard Hinnant's.
  private static func date(ofSpreadsheetDay serial: Int) -> PartialDate? {
    let shifted = serial - 25_569 + 719_468
    let era = shifted / 146_097
    let day = shifted - era * 146_097
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let ofYear = day - (365 * year + year / 4 - year / 100)
    let part = (5 * ofYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    return PartialDate(
      year: year + era * 400 + (month <= 2 ? 1 : 0),
      month: month,
      day: ofYear - (153 * part + 2) / 5 + 1
    )
  }
}
