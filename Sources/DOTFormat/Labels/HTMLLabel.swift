/// A label with markup: a run of text with fonts, or one table.
///
///     HTMLLabel([.font(size: 11, [.text("Kenya")]), .lineBreak, .font(size: 8.5, [.text("2 gaps")])])
public struct HTMLLabel: Hashable, Sendable {
  /// A piece of a label.
  public indirect enum Piece: Hashable, Sendable {
    /// Text, shown as it is.
    case text(String)
    /// The end of a line, and where it is aligned.
    case lineBreak(Alignment? = nil)
    /// Pieces in another size, in points, or colour.
    case font(size: Double? = nil, colour: String? = nil, [Piece])
    /// Pieces in bold.
    case bold([Piece])
    /// Pieces in italics.
    case italic([Piece])
    /// A table; it cannot stand beside text.
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
  public var text: String { "" }
}

/// A table in a label.
public struct HTMLTable: Hashable, Sendable {
  /// A cell.
  public struct Cell: Hashable, Sendable {
    /// The attributes, such as `BGCOLOR`, in order.
    public var attributes: KeyValuePairs
    /// What it shows.
    public var pieces: [HTMLLabel.Piece]

    /// Creates a cell.
    public init(_ attributes: KeyValuePairs = [:], _ pieces: [HTMLLabel.Piece]) {
      self.attributes = attributes
      self.pieces = pieces
    }
  }

  /// Attributes in the order written; values are shown, or used, as they are.
  public struct KeyValuePairs: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// The names and values.
    public var all: [DOTAttribute]

    /// Creates attributes in the order written.
    public init(dictionaryLiteral elements: (String, String)...) {
      all = elements.map { DOTAttribute(.text($0.0), .text($0.1)) }
    }
  }

  /// The attributes, such as `BORDER`, in order.
  public var attributes: KeyValuePairs
  /// The cells, row by row; cells may span.
  public var rows: [[Cell]]

  /// Creates a table.
  public init(_ attributes: KeyValuePairs = [:], rows: [[Cell]]) {
    self.attributes = attributes
    self.rows = rows
  }
}
