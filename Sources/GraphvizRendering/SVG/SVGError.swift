/// Why a text is not a picture that can be made good.
public enum SVGError: Error, Hashable, Sendable {
  /// There is no `svg` element.
  case noPicture
  /// The text ends inside a tag or before every element is closed.
  case cutShort
  /// The tag at this byte closes an element that is not the open one.
  case unbalanced(byte: Int)
}

extension SVGError: CustomStringConvertible {
  /// What is wrong, and how to mend it.
  public var description: String {
    switch self {
    case .noPicture: "the text holds no SVG picture; draw it anew"
    case .cutShort: "the SVG picture ends too early; draw it anew"
    case .unbalanced(let byte):
      "the SVG picture closes the wrong element at byte \(byte); draw it anew"
    }
  }
}
