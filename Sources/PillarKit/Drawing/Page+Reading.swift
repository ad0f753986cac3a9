public import GraphvizRendering

extension Page {
  /// The size that text must have at least on paper, in points.
  public static let leastText = 7.0

  /// What people call its size, as far as it has a name.
  var name: String {
    switch min(width, height) {
    case Self.a4Portrait.width: "A4"
    case Self.a3Portrait.width: "A3"
    default: "this page"
    }
  }

  /// The page on which text that has this size here could be read, if one of the usual sizes is
  /// large enough.
  func larger(forText points: Double) -> Page? {
    let candidate = width > height ? Page.a3Landscape : Page.a3Portrait
    let factor = min(
      (candidate.width - 2 * margin) / max(width - 2 * margin, 1),
      (candidate.height - 2 * margin) / max(height - 2 * margin, 1)
    )
    return factor > 1 && points * factor >= Self.leastText ? candidate : nil
  }
}

extension [Page] {
  /// A4, lying or upright.
  public static var a4: [Page] { [.a4Landscape, .a4Portrait] }
  /// A3, lying or upright.
  public static var a3: [Page] { [.a3Landscape, .a3Portrait] }
}
