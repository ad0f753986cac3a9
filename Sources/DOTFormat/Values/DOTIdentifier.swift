/// A name or a value in DOT: a text, or a label that is like HTML.
///
/// The text is what DOT means by it, without the quotes; escapes such as `\n` are still in it, since
/// what they stand for depends on the attribute. Two are equal if their bytes are: Graphviz does not
/// know that a letter can be composed in two ways.
public enum DOTIdentifier: Sendable {
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

extension DOTIdentifier: Hashable {
  /// Whether two are of one kind and say the same, byte for byte.
  public static func == (first: DOTIdentifier, second: DOTIdentifier) -> Bool {
    switch (first, second) {
    case (.text(let one), .text(let other)), (.html(let one), .html(let other)):
      DOTName(one) == DOTName(other)
    default: false
    }
  }

  /// Feeds what it says to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(content) }
}

/// A text that equals another only if its bytes do.
struct DOTName: Hashable {
  var text: String

  init(_ text: String) { self.text = text }

  static func == (first: DOTName, second: DOTName) -> Bool {
    first.text == second.text && first.text.utf8.count == second.text.utf8.count
      && first.text.utf8.elementsEqual(second.text.utf8)
  }
}
