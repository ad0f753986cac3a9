/// The value of a property of a node or an edge.
public enum PropertyValue: Hashable, Sendable {
  case text(String)
  case texts([String])
  case integer(Int)
  case decimal(Double)
  case flag(Bool)
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
  case text, texts, integer, decimal, flag, date
}
