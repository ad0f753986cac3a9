/// A name or a value in DOT: a text, or a label that is like HTML.
///
/// The text is what DOT means by it, without the quotes; escapes such as `\n` are still in it, since
/// what they stand for depends on the attribute.
public enum DOTIdentifier: Hashable, Sendable {
  /// A plain text.
  case text(String)
  /// The inside of `<…>`: markup that Graphviz reads as a label.
  case html(String)
}

extension DOTIdentifier: ExpressibleByStringLiteral {
  /// Creates a plain text.
  public init(stringLiteral value: String) { self = .text(value) }
}

extension DOTIdentifier {
  /// What it says, whichever of the two it is.
  public var content: String {
    switch self {
    case .text(let text), .html(let text): text
    }
  }
}
