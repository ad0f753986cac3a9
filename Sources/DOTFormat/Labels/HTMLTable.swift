/// A table in a label.
public struct HTMLTable: Hashable, Sendable {
  /// A cell.
  public struct Cell: Hashable, Sendable {
    /// The attributes, such as `BGCOLOR`, in order.
    public var attributes: KeyValuePairs
    /// What it shows.
    public var pieces: [HTMLLabel.Piece]

    /// Creates a cell.
    public init(_ attributes: KeyValuePairs, _ pieces: [HTMLLabel.Piece]) {
      self.attributes = attributes
      self.pieces = pieces
    }

    /// Creates a cell without attributes.
    public init(_ pieces: [HTMLLabel.Piece]) { self.init([:], pieces) }
  }

  /// Attributes in the order written; values are shown, or used, as they are.
  ///
  /// Of two with one name the later one holds. `HREF` takes the same links as
  /// ``DOTIdentifier/url(_:)`` and is left out where the text is none. Graphviz takes tags of 16,381
  /// bytes at most: of a value over 6,000 bytes the rest becomes an ellipsis.
  public struct KeyValuePairs: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// The names and values; a name consists of ASCII letters and hyphens.
    public var all: [DOTAttribute]

    /// Creates attributes in the order written.
    public init(dictionaryLiteral elements: (String, String)...) {
      all = elements.map { DOTAttribute(.text($0.0), .text($0.1)) }
    }
  }

  /// The attributes, such as `BORDER`, in order.
  public var attributes: KeyValuePairs
  /// The cells, row by row.
  ///
  /// Cells may span; a row without cells is left out.
  public var rows: [[Cell]]

  /// Creates a table.
  public init(_ attributes: KeyValuePairs = [:], rows: [[Cell]]) {
    self.attributes = attributes
    self.rows = rows
  }
}
