/// The value of a property of a node or an edge.
public enum PropertyValue: Hashable, Sendable {
  /// A text.
  case text(String)
  /// Several texts, in their order.
  case texts([String])
  /// A whole number.
  case integer(Int)
  /// A number with a fraction.
  case decimal(Double)
  /// Yes or no.
  case flag(Bool)
  /// A date known to the year, the month or the day.
  case date(PartialDate)

  /// What the value is, without the value.
  public var type: PropertyType {
    switch self {
    case .text: .text
    case .texts: .texts
    case .integer: .integer
    case .decimal: .decimal
    case .flag: .flag
    case .date: .date
    }
  }
}

/// What values a property may have.
public enum PropertyType: String, Hashable, Sendable, CaseIterable {
  /// Texts.
  case text
  /// Lists of texts.
  case texts
  /// Whole numbers.
  case integer
  /// Numbers with a fraction.
  case decimal
  /// Yes or no.
  case flag
  /// Dates known to the year, the month or the day.
  case date
}
