public import GraphCore

extension Validity {
  /// Reads a span as people write it: a year, a quarter, a month, a day, or two of them with dots
  /// between.
  ///
  ///     Validity(spanning: "2015..2019-Q2")?.description  // 2015 to 2019-06
  ///
  /// - Parameter text: The text; anything else gives `nil`, and so does a span that ends before it
  ///   begins.
  public init?(spanning text: String) {
    func span(_ text: some StringProtocol) -> Validity? {
      let text = String(text)
      return CalendarStep(text)?.period ?? PartialDate(text).map { Validity(in: $0) }
    }
    if let dots = text.ranges(of: "..").first {
      guard let first = span(text[..<dots.lowerBound]), let last = span(text[dots.upperBound...])
      else { return nil }
      self.init(from: first.from, until: last.until)
    } else {
      guard let span = span(text) else { return nil }
      self = span
    }
  }
}
