public import GraphCore

/// A year, a quarter or a month of the calendar.
///
///     CalendarStep("2021-Q2")?.period  // 2021-04 to 2021-06
public struct CalendarStep: Hashable, Sendable, Comparable {
  /// How long a step is.
  public enum Length: String, CaseIterable, Hashable, Sendable, Codable {
    /// January to December.
    case year
    /// Three months, the first from January to March.
    case quarter
    /// One month.
    case month

    /// How many months it has.
    var months: Int {
      switch self {
      case .year: 12
      case .quarter: 3
      case .month: 1
      }
    }

    /// What so many steps are called.
    ///
    /// - Parameter count: How many there are.
    /// - Returns: The number and the noun: `1 year`, `3 quarters`.
    public func counted(_ count: Int) -> String {
      count == 1 ? "1 \(rawValue)" : "\(count) \(rawValue)s"
    }
  }

  /// How long it is.
  public let length: Length
  /// How many such steps lie before it, from the year 0 on.
  let number: Int

  init(_ length: Length, number: Int) {
    self.length = length
    self.number = number
  }

  /// The step in which a date begins.
  ///
  /// - Parameters:
  ///   - length: How long the step is.
  ///   - date: The date; of a year it is the first month that decides.
  public init(_ length: Length, beginningOf date: PartialDate) {
    self.init(length, day: date.firstDay)
  }

  /// The step in which a date ends.
  ///
  /// - Parameters:
  ///   - length: How long the step is.
  ///   - date: The date; of a year it is the last month that decides.
  public init(_ length: Length, endOf date: PartialDate) {
    self.init(length, day: date.lastDay)
  }

  /// The step of a packed day.
  private init(_ length: Length, day: Int32) {
    let months = Int(day >> 9) * 12 + Int((day >> 5) & 15) - 1
    self.init(length, number: months / length.months)
  }

  /// Reads `2021`, `2021-Q2` or `2021-05`; anything else gives `nil`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2, parts[1].count == 2, let mark = parts[1].first, "Qq".contains(mark) {
      guard let year = PartialDate(String(parts[0])), year.precision == .year,
        let quarter = parts[1].last?.wholeNumberValue, (1...4).contains(quarter)
      else { return nil }
      self.init(.quarter, number: year.year * 4 + quarter - 1)
      return
    }
    guard let date = PartialDate(text), date.precision != .day else { return nil }
    self.init(date.precision == .year ? .year : .month, beginningOf: date)
  }

  /// The span of time that it is.
  public var period: Validity {
    let first = number * length.months
    guard length != .year else { return span(date(first, isYear: true), date(first, isYear: true)) }
    return span(date(first), date(first + length.months - 1))
  }

  private func span(_ from: PartialDate?, _ until: PartialDate?) -> Validity {
    Validity(from: from, until: until) ?? .always
  }

  private func date(_ months: Int, isYear: Bool = false) -> PartialDate? {
    PartialDate(year: months / 12, month: isYear ? nil : months % 12 + 1)
  }

  /// Whether one step lies before another; of steps of several lengths, whether it begins before.
  public static func < (left: CalendarStep, right: CalendarStep) -> Bool {
    (left.number * left.length.months, left.length.months)
      < (right.number * right.length.months, right.length.months)
  }
}

extension CalendarStep: CustomStringConvertible {
  /// The step as it is written: `2021`, `2021-Q2` or `2021-05`.
  public var description: String {
    let year = PartialDate(year: number * length.months / 12).map(\.description) ?? "0000"
    switch length {
    case .year: return year
    case .quarter: return "\(year)-Q\(number % 4 + 1)"
    case .month: return "\(year)-" + (number % 12 < 9 ? "0" : "") + "\(number % 12 + 1)"
    }
  }
}
