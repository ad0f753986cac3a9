/// The smallest part of a text in DOT.
struct DOTToken {
  enum Kind: Hashable {
    case node, edge, graph, digraph, subgraph, strict
    /// A name or number without quotes.
    case bare
    /// A name in quotes.
    case quoted
    /// Markup in angle brackets.
    case markup
    case leftBrace, rightBrace, leftBracket, rightBracket
    case equals, semicolon, comma, colon, plus
    /// `->`, which links nodes of a graph with directions.
    case arrow
    /// `--`, which links nodes of a graph without.
    case line
    /// A character that means nothing.
    case unknown
    /// The end of the text.
    case end
    /// Something in which the text breaks off, such as a string without an end; the fault was noted.
    case broken
  }

  var kind: Kind
  /// Where it begins, in bytes.
  var start: Int
  /// Where it ends, in bytes.
  var end: Int
  /// The line where it begins, counted from 1.
  var line: Int
  /// Where that line begins, in bytes.
  var lineStart: Int
}
