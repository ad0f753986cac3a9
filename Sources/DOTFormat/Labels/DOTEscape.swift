extension DOTIdentifier {
  /// A text to be seen, as the label of a node, an edge or a graph: what is written is what shows.
  public static func label(_ text: String) -> DOTIdentifier { .text(text) }

  /// A text to be seen where the pointer rests.
  public static func tooltip(_ text: String) -> DOTIdentifier { .text(text) }

  /// A label with markup.
  public static func label(_ markup: HTMLLabel) -> DOTIdentifier { .html(markup.text) }

  /// A number, with at most so many digits after the point.
  public static func number(_ value: Double, digits: Int = 3) -> DOTIdentifier { .text("\(value)") }
}
