/// A tag of the Humanitarian Exchange Language, with its attributes in any order.
///
///     Hashtag("#org +impl")?.attributes  // ["impl"]
///     Hashtag("Name")  // nil
///     Hashtag("#reporting+or+implementing+org?")  // nil
public struct Hashtag: Hashable, Sendable, CustomStringConvertible {
  /// The tag in lower case, with its sign.
  public let tag: String
  /// The attributes in lower case, without their signs, each once and sorted.
  public let attributes: [String]

  /// Reads a cell; white space around the tag and before each attribute does not count.
  ///
  /// - Returns: `nil` if the cell is no legal tag.
  public init?(_ cell: String) {
    var tokens: [String] = []
    var rest = cell.lowercased().unicodeScalars[...]
    func passSpaces() {
      while let scalar = rest.first, scalar.properties.isWhitespace { rest.removeFirst() }
    }
    passSpaces()
    while let sign = rest.popFirst() {
      guard sign == (tokens.isEmpty ? "#" : "+") else { return nil }
      passSpaces()
      var token = ""
      while let scalar = rest.first, Self.isPart(scalar, ofStart: token.isEmpty) {
        token.unicodeScalars.append(scalar)
        rest.removeFirst()
      }
      guard !token.isEmpty else { return nil }
      tokens.append(token)
      passSpaces()
    }
    guard let first = tokens.first else { return nil }
    tag = "#" + first
    attributes = Set(tokens.dropFirst()).sorted()
  }

  /// The language that an attribute such as `i_fr` names.
  public var language: NameLanguage? {
    attributes.lazy.filter { $0.hasPrefix("i_") }
      .compactMap { NameLanguage(rawValue: String($0.dropFirst(2))) }.first
  }

  /// The tag with its attributes, written one way.
  public var description: String { tag + attributes.map { "+" + $0 }.joined() }

  private static func isPart(_ scalar: Unicode.Scalar, ofStart isStart: Bool) -> Bool {
    switch scalar {
    case "a"..."z": true
    case "0"..."9", "_": !isStart
    default: false
    }
  }
}
