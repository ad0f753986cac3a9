/// A date known to the year, the month or the day; nothing is filled in.
///
///     PartialDate("2013")     // the year
///     PartialDate("2011-07")  // the month
///     PartialDate("2011-06-27")
public struct PartialDate: Hashable, Sendable {
  /// How far a date is known.
  public enum Precision: Sendable, Hashable {
    /// Only the year is known.
    case year
    /// The year and the month are known.
    case month
    /// The day is known.
    case day
  }

  /// The date in four bytes, unknown parts as zero.
  package let packed: Int32

  /// The year of the Gregorian calendar, 1 to 9999.
  public var year: Int { Int(packed >> 9) }
  /// The month, 1 to 12, if known.
  public var month: Int? { packed & 0x1E0 == 0 ? nil : Int((packed >> 5) & 15) }
  /// The day of the month, if known.
  public var day: Int? { packed & 31 == 0 ? nil : Int(packed & 31) }

  /// Creates a date, or `nil` if there is no such year, month or day.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day, !(1...Self.days(in: month, of: year)).contains(day) { return nil }
    } else if day != nil {
      return nil
    }
    packed = Int32((year << 9) | ((month ?? 0) << 5) | (day ?? 0))
  }

  /// Reads `2013`, `2013-05` or `2013-05-21`; anything else gives `nil`.
  public init?(_ text: some StringProtocol) {
    self.init(String(text))
  }

  /// The same for a string, byte by byte: tables hold many dates.
  package init?(_ text: String) {
    var (year, month, day) = (0, 0, 0)
    var (part, width) = (0, 0)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "-") {
        guard width == (part == 0 ? 4 : 2), part < 2 else { return nil }
        (part, width) = (part + 1, 0)
        continue
      }
      guard (48...57).contains(byte), width < 4 else { return nil }
      let digit = Int(byte) - 48
      switch part {
      case 0: year = year * 10 + digit
      case 1: month = month * 10 + digit
      default: day = day * 10 + digit
      }
      width += 1
    }
    guard width == (part == 0 ? 4 : 2) else { return nil }
    self.init(year: year, month: part > 0 ? month : nil, day: part > 1 ? day : nil)
  }

  /// How far the date is known.
  public var precision: Precision {
    if day != nil { return .day }
    return month != nil ? .month : .year
  }

  /// The first day that the date may mean, as a number that sorts by time.
  package var firstDay: Int32 {
    Int32((year << 9) | ((month ?? 1) << 5) | (day ?? 1))
  }

  /// The last day that the date may mean, as a number that sorts by time.
  package var lastDay: Int32 {
    let month = month ?? 12
    return Int32((year << 9) | (month << 5) | (day ?? Self.days(in: month, of: year)))
  }

  /// Unpacks what `packed` gave; zero is no date.
  package init?(packed: Int32) {
    let (year, month, day) = (packed >> 9, (packed >> 5) & 15, packed & 31)
    self.init(
      year: Int(year),
      month: month == 0 ? nil : Int(month),
      day: day == 0 ? nil : Int(day)
    )
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension PartialDate: CustomStringConvertible {
  /// The date as ISO 8601 writes it, as far as it is known: `2013`, `2013-05` or `2013-05-21`.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var text = padded(year, 4)
    if let month { text += "-" + padded(month, 2) }
    if let day { text += "-" + padded(day, 2) }
    return text
  }
}
