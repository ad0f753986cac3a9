/// The style rules of a picture: what it looks like on a dark screen and under the pointer.
struct SVGStyle {
  private var used: Set<SVGAttribute> = []
  private var widths: [String] = []
  private let pairs: [(light: String, dark: String)]

  /// Notes the colours and widths of a picture.
  init(_ items: [SVGDocument.Item], darkColours: [String: String]) {
    var seen: Set<String> = []
    let given = darkColours.sorted { $0.key < $1.key }.map { (light: $0.key, dark: $0.value) }
    pairs = (given.isEmpty ? [] : given + Self.always).compactMap { pair in
      guard let light = SVGPaint.opaque(pair.light), let dark = SVGPaint.opaque(pair.dark),
        seen.insert(light).inserted
      else { return nil }
      return (light, dark)
    }
    for case .open(let element) in items {
      for attribute in element.attributes {
        switch attribute.name {
        case "fill", "stroke", "stop-color": used.insert(attribute)
        case "stroke-width":
          if widths.count < Self.mostWidths, !widths.contains(attribute.value) {
            widths.append(attribute.value)
          }
        default: break
        }
      }
    }
  }

  /// The rules.
  var rules: String { hoverRules + darkRules }

  // MARK: Under the pointer

  /// Lines a little stronger, for an edge, a link or a node that is one thing.
  private var hoverRules: String {
    let chosen = ".diagram :is(.edge,a,[role=graphics-symbol]):is(:hover,:focus-within)"
    var rules = "\(chosen) [stroke]:not([stroke-width]){stroke-width:2}\n"
    for width in widths {
      guard let number = Double(width), (0..<1000).contains(number) else { continue }
      let stronger = SVGStyle.text(number + 1)
      rules += "\(chosen) [stroke-width=\"\(width)\"]{stroke-width:\(stronger)}\n"
    }
    return rules
  }

  /// A width with at most two digits after the point.
  private static func text(_ number: Double) -> String {
    let rounded = (number * 100).rounded() / 100
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }

  // MARK: On a dark screen

  /// Each colour's counterpart; paper stays light.
  private var darkRules: String {
    guard let ground = dark("#ffffff"), let ink = dark("#000000") else { return "" }
    var rules = "@media screen and (prefers-color-scheme:dark){\n"
    if used.contains(SVGAttribute(name: "fill", value: "#ffffff")) {
      rules += ".diagram{background:\(ground)}\n"
    }
    rules += ".diagram text:not([fill]){fill:\(ink)}\n"
    for pair in pairs {
      for property in ["fill", "stroke", "stop-color"]
      where used.contains(SVGAttribute(name: property, value: pair.light)) {
        rules += ".diagram [\(property)=\"\(pair.light)\"]{\(property):\(pair.dark)}\n"
      }
    }
    return rules + "}\n"
  }

  private func dark(_ light: String) -> String? { pairs.first { $0.light == light }?.dark }

  private static let always = [
    (light: "#ffffff", dark: "#0d1117"), (light: "#000000", dark: "#e6edf3"),
  ]
  private static let mostWidths = 16
}
