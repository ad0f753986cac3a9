/// A label with markup: a run of text with fonts, or one table.
///
///     HTMLLabel([.font(size: 11, [.text("Kenya")]), .lineBreak(), .font(size: 9, [.text("2 gaps")])])
///
/// Whatever the pieces hold, the markup is one that Graphviz accepts and never equals a plain label.
public struct HTMLLabel: Hashable, Sendable {
  /// A piece of a label.
  public indirect enum Piece: Hashable, Sendable {
    /// Text, shown as it is; a new line in it starts a new line.
    case text(String)
    /// The end of a line, and where it is aligned.
    case lineBreak(Alignment? = nil)
    /// Pieces in another size, in points from 1 to 255 and rounded to whole ones, or colour.
    case font(size: Double? = nil, colour: String? = nil, [Piece])
    /// Pieces in bold.
    case bold([Piece])
    /// Pieces in italics.
    case italic([Piece])
    /// A table; beside text it is set below or above it.
    case table(HTMLTable)
  }

  /// Where a line or the content of a cell stands.
  public enum Alignment: String, Hashable, Sendable {
    case left = "LEFT"
    case centre = "CENTER"
    case right = "RIGHT"
  }

  /// The pieces in order.
  public var pieces: [Piece]

  /// Creates a label.
  public init(_ pieces: [Piece]) { self.pieces = pieces }

  /// The markup, without the angle brackets around it.
  ///
  /// A label that shows nothing is an empty line, since Graphviz would write the node's name instead.
  public var text: String {
    let text = HTMLMarkup.text(of: pieces)
    if text.isEmpty { return "<BR/>" }
    return text.utf8.contains(UInt8(ascii: "<")) ? text : "<FONT>\(text)</FONT>"
  }
}
