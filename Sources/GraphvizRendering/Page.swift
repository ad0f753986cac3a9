/// A sheet of paper that a drawing is fitted on and centred.
///
///     Page.a4Landscape.width  // 842 points, or 297 mm
public struct Page: Hashable, Sendable {
  /// The width, in points: 72 to an inch.
  public let width: Double
  /// The height, in points.
  public let height: Double
  /// What stays free at each side, in points.
  public var margin: Double
  /// Whether a drawing that is smaller than the page is made larger, too.
  public var mayEnlarge: Bool

  /// Creates a page.
  ///
  /// What cannot be drawn on (a margin that leaves nothing, a side under half an inch) is refused
  /// when it is drawn on.
  ///
  /// - Parameters:
  ///   - width: The width, in points.
  ///   - height: The height, in points.
  ///   - margin: What stays free at each side, in points: half an inch unless given.
  ///   - mayEnlarge: Whether a smaller drawing is made larger.
  public init(width: Double, height: Double, margin: Double = 36, mayEnlarge: Bool = false) {
    self.width = width
    self.height = height
    self.margin = margin
    self.mayEnlarge = mayEnlarge
  }

  /// A4, upright.
  public static let a4Portrait = Page(width: 595, height: 842)
  /// A4, lying.
  public static let a4Landscape = Page(width: 842, height: 595)
  /// A3, upright.
  public static let a3Portrait = Page(width: 842, height: 1191)
  /// A3, lying.
  public static let a3Landscape = Page(width: 1191, height: 842)
}
