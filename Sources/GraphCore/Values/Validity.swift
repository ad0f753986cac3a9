/// The span of time in which a node or an edge holds, open at either side.
///
/// “In 2013” is from 2013 until 2013; “since 2004” has no end. Both ends belong to the span.
public struct Validity: Hashable, Sendable {
  /// The first date, or `nil` if none is known.
  public let from: PartialDate?
  /// The last date, or `nil` if none is known.
  public let until: PartialDate?

  /// A span without a known beginning or end.
  public static let always = Validity(unchecked: nil, nil)

  /// Creates a span, or `nil` if it would end before it begins.
  public init?(from: PartialDate?, until: PartialDate?) {
    if let from, let until, from.firstDay > until.lastDay { return nil }
    self.init(unchecked: from, until)
  }

  private init(unchecked from: PartialDate?, _ until: PartialDate?) {
    self.from = from
    self.until = until
  }

  /// Creates the span that a single date names: a year, a month or a day.
  public init(in date: PartialDate) {
    self.init(unchecked: date, date)
  }

  /// Whether neither end is known.
  public var isUnbounded: Bool { from == nil && until == nil }

  /// Whether the two spans have a day in common; an unknown end reaches everywhere.
  public func overlaps(_ other: Validity) -> Bool {
    if let from, let end = other.until, from.firstDay > end.lastDay { return false }
    if let until, let start = other.from, start.firstDay > until.lastDay { return false }
    return true
  }
}

extension Validity: CustomStringConvertible {
  /// The span in words: `since 2004`, `2013`, `2004 to 2006`, `any time`.
  public var description: String {
    switch (from, until) {
    case (nil, nil): "any time"
    case (let from?, nil): "since \(from)"
    case (nil, let until?): "until \(until)"
    case (let from?, let until?): from == until ? "\(from)" : "\(from) to \(until)"
    }
  }
}
