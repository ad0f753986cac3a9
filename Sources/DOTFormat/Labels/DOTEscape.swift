extension DOTIdentifier {
  /// Makes a text to be seen, as the `label` of a node, an edge or a graph: what is written shows.
  ///
  /// Nothing in the text is an escape, an entity, a field of a record or markup, and it never equals a
  /// label with markup, which Graphviz would mix up with it. A new line starts a new line. Control
  /// characters and those that override the direction of writing become U+FFFD.
  ///
  ///     DOTIdentifier.label("\\N & <b>")  // shows: \N & <b>
  ///
  /// - Parameters:
  ///   - text: What shows.
  ///   - alignment: Where the lines stand.
  /// - Returns: The value for `label`, `xlabel`, `headlabel` or `taillabel`.
  public static func label(
    _ text: String,
    lines alignment: HTMLLabel.Alignment = .centre
  ) -> DOTIdentifier {
    let lines = ShownText.lines(of: text).map { line in
      line.replacing { scalar in
        switch scalar {
        case "\\": "\\\\"
        case "{", "|", "}": "\\\(scalar)"
        default: String.entity(for: scalar)
        }
      }
    }
    return switch alignment {
    case .centre: .text(lines.joined(separator: "\\n"))
    case .left: .text(lines.map { $0 + "\\l" }.joined())
    case .right: .text(lines.map { $0 + "\\r" }.joined())
    }
  }

  /// Makes a text to be seen where the pointer rests: the `tooltip` of a node, an edge or a cluster.
  ///
  /// A cell of an ``HTMLTable`` takes the text itself as `TOOLTIP`, without this. Graphviz 2.42 looks
  /// for escapes twice here, so that a backslash is written four times.
  ///
  /// - Parameter text: What shows.
  /// - Returns: The value for `tooltip`, `edgetooltip`, `labeltooltip` and the like.
  public static func tooltip(_ text: String) -> DOTIdentifier {
    let lines = ShownText.lines(of: text).map { line in
      line.replacing { scalar in
        switch scalar {
        case "\\": "\\\\\\\\"
        case "\"": "&quot;"
        default: String.entity(for: scalar)
        }
      }
    }
    return .text(lines.joined(separator: "&#10;"))
  }

  /// Makes a label with markup.
  ///
  /// - Parameter markup: What shows.
  /// - Returns: The value for `label`, `xlabel`, `headlabel` or `taillabel`.
  public static func label(_ markup: HTMLLabel) -> DOTIdentifier { .html(markup.text) }

  /// Makes the `id` of an element of a drawing, from any text; two texts never give one id.
  ///
  /// ASCII letters, digits, `-` and `_` stay; the first character is a letter or `_`. Everything else
  /// is written as `_x` with its number in hexadecimal and `_`.
  ///
  ///     DOTIdentifier.elementID("actor:wfp")  // actor_x3a_wfp
  ///
  /// - Parameter text: What names the element.
  /// - Returns: The value for `id`.
  public static func elementID(_ text: String) -> DOTIdentifier { .text(token(text)) }

  /// Makes the `class` of an element of a drawing, from any texts, each a class.
  ///
  /// - Parameter names: The classes, written like an ``elementID(_:)``.
  /// - Returns: The value for `class`.
  public static func classes(_ names: [String]) -> DOTIdentifier {
    .text(names.map(token).joined(separator: " "))
  }

  private static func token(_ text: String) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      let isPlain =
        switch scalar {
        case "a"..."z", "A"..."Z": true
        case "0"..."9", "-": place > 0
        case "_": place + 1 == scalars.count || scalars[place + 1] != "x"
        default: false
        }
      if isPlain {
        result.unicodeScalars.append(scalar)
      } else {
        result += "_x\(String(scalar.value, radix: 16))_"
      }
    }
    return result.isEmpty ? "_x_" : result
  }
}
