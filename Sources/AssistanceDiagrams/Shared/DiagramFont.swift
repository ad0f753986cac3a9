internal import DOTFormat

/// The font of every diagram, and its sizes in points.
enum DiagramFont {
  /// Names of fonts with the same widths, the first one there is.
  static let names: DOTIdentifier = "Liberation Sans,Arial,Helvetica,sans-serif"
  static let title = 20.0
  static let subtitle = 11.0
  static let heading = 11.0
  static let name = 11.0
  static let caption = 9.0
  static let legend = 10.0
  /// How tall a line is, as a share of its size.
  static let lineHeight = 1.2
}
