/// The elements that a good picture may hold; any other is left out with all that is in it.
enum SVGElementName: String {
  case svg, g, title, desc, a, path, polygon, polyline, ellipse, rect, text, tspan, defs
  case linearGradient, radialGradient, stop, clipPath

  /// Whether text in it is seen or read.
  var holdsText: Bool {
    switch self {
    case .title, .desc, .text, .tspan: true
    default: false
    }
  }

  /// Whether others refer to it for their looks.
  var isReferredTo: Bool {
    self == .linearGradient || self == .radialGradient || self == .clipPath
  }

  /// Whether it only holds others together, so that its content can stand without it.
  var isWrapper: Bool { self == .g || self == .a }
}

/// What the value of an attribute must look like.
enum SVGValueKind {
  /// A name for references.
  case identifier
  /// Words that style rules refer to.
  case words
  /// A colour, a gradient or nothing.
  case paint
  /// A number, perhaps with a unit.
  case number
  /// Numbers.
  case numbers
  /// The drawing of a path.
  case path
  /// A turn, a shift or a scale.
  case transform
  /// One word of a fixed list, of which none does harm.
  case keyword
  /// Something inside the picture.
  case reference
  /// Names of fonts.
  case fonts
}

extension SVGElementName {
  /// What an attribute holds, or `nil` if it may not be on this element.
  func kind(ofAttribute name: String) -> SVGValueKind? {
    switch name {
    case "id", "class": return self == .stop ? nil : name == "id" ? .identifier : .words
    default: break
    }
    if let kind = kindOfPlace(name) { return kind }
    return kindOfPaint(name)
  }

  /// What an attribute of size and place holds.
  private func kindOfPlace(_ name: String) -> SVGValueKind? {
    switch (self, name) {
    case (.svg, "width"), (.svg, "height"): .number
    case (.svg, "viewBox"): .numbers
    case (.path, "d"): .path
    case (.polygon, "points"), (.polyline, "points"): .numbers
    case (.ellipse, "cx"), (.ellipse, "cy"), (.ellipse, "rx"), (.ellipse, "ry"): .number
    case (.rect, "x"), (.rect, "y"), (.rect, "width"), (.rect, "height"): .number
    case (.rect, "rx"), (.rect, "ry"): .number
    case (.text, "x"), (.text, "y"), (.tspan, "x"), (.tspan, "y"): .number
    case (.tspan, "dx"), (.tspan, "dy"), (.text, "textLength"): .number
    case (.linearGradient, "x1"), (.linearGradient, "x2"): .number
    case (.linearGradient, "y1"), (.linearGradient, "y2"): .number
    case (.radialGradient, "cx"), (.radialGradient, "cy"), (.radialGradient, "r"): .number
    case (.radialGradient, "fx"), (.radialGradient, "fy"): .number
    case (.linearGradient, "gradientUnits"), (.radialGradient, "gradientUnits"): .keyword
    case (.linearGradient, "gradientTransform"), (.radialGradient, "gradientTransform"): .transform
    case (.stop, "offset"), (.stop, "stop-opacity"): .number
    case (.stop, "stop-color"): .paint
    default: nil
    }
  }

  /// What an attribute of lines, fills and letters holds.
  private func kindOfPaint(_ name: String) -> SVGValueKind? {
    switch self {
    case .svg, .title, .desc, .defs, .linearGradient, .radialGradient, .stop: return nil
    default: break
    }
    switch name {
    case "transform": return .transform
    case "fill", "stroke": return .paint
    case "fill-opacity", "stroke-opacity", "opacity", "stroke-width", "font-size": return .number
    case "stroke-miterlimit": return .number
    case "stroke-dasharray": return .numbers
    case "stroke-linecap", "stroke-linejoin", "fill-rule", "clip-rule", "text-anchor",
      "font-weight", "font-style", "text-decoration", "baseline-shift", "dominant-baseline",
      "xml:space":
      return .keyword
    case "clip-path": return .reference
    case "font-family": return .fonts
    default: return nil
    }
  }
}

extension SVGValueKind {
  /// The value as it may stand in a good picture, or `nil` if it may not.
  func checked(_ value: String) -> String? {
    switch self {
    case .identifier: value
    case .words: Self.words(value)
    case .paint: SVGPaint.checked(value)
    case .number:
      value.utf8.allSatisfy { $0.isPartOfNumber } && value.utf8.contains { $0.isDigit }
        ? value : nil
    case .numbers: value.utf8.allSatisfy { $0.isPartOfNumber || $0.isSeparator } ? value : nil
    case .path:
      value.utf8.allSatisfy { $0.isPartOfNumber || $0.isSeparator || $0.isPathLetter }
        ? value : nil
    case .transform:
      value.utf8.allSatisfy {
        $0.isPartOfNumber || $0.isSeparator || $0.isLetter || $0 == 0x28 || $0 == 0x29
      } ? value : nil
    case .keyword:
      value.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") } ? value : nil
    case .reference: SVGPaint.target(of: value).map { "url(#\($0))" }
    case .fonts: FontFamilies.checked(value)
    }
  }
}

extension SVGValueKind {
  /// The words of a list that are letters, digits, hyphens and underscores.
  private static func words(_ value: String) -> String? {
    let words = value.split { $0.isWhitespace }.filter { word in
      word.unicodeScalars.allSatisfy {
        $0.properties.isIDContinue || $0 == "-" || $0 == "_"
      }
    }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }

  fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

  fileprivate var isSeparator: Bool {
    self == UInt8(ascii: ",") || self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D
  }

  /// Whether it is in a number such as `-1.5e3`, or in a unit: `pt`, `px`, `em`, `in`, `cm`, `%`.
  fileprivate var isPartOfNumber: Bool {
    switch self {
    case _ where isDigit: true
    case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "%"): true
    case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "p"), UInt8(ascii: "t"): true
    case UInt8(ascii: "x"), UInt8(ascii: "m"), UInt8(ascii: "i"), UInt8(ascii: "n"): true
    case UInt8(ascii: "c"): true
    default: false
    }
  }

  fileprivate var isPathLetter: Bool {
    "MmLlHhVvCcSsQqTtAaZz".utf8.contains(self)
  }
}
