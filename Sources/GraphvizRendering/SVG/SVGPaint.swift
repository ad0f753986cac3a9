/// Colours as they may stand in a picture.
enum SVGPaint {
  /// A colour in the one form that style rules look for, or `nil` if it is none.
  ///
  /// White and black are written as numbers, `transparent`, which SVG 1.1 does not have, as `none`.
  static func checked(_ value: String) -> String? {
    let value = value.squeezed
    if let target = target(of: value) { return "url(#\(target))" }
    let word = value.lowercased()
    switch word {
    case "": return nil
    case "transparent": return "none"
    case "white": return "#ffffff"
    case "black": return "#000000"
    default: break
    }
    if word.hasPrefix("#") { return hexadecimal(word) }
    if word.hasPrefix("rgb(") || word.hasPrefix("rgba("), word.hasSuffix(")") {
      let inside = word.drop { $0 != "(" }.dropFirst().dropLast()
      let isPlain = inside.utf8.allSatisfy {
        (0x30...0x39).contains($0) || ".,% ".utf8.contains($0)
      }
      return isPlain ? word : nil
    }
    return word.utf8.allSatisfy { (0x61...0x7A).contains($0) } ? word : nil
  }

  /// A colour as `#rrggbb`, without its opacity, or `nil` if it is not written with `#`.
  static func opaque(_ value: String) -> String? {
    guard let checked = checked(value), checked.hasPrefix("#") else { return nil }
    let digits = checked.dropFirst()
    switch digits.count {
    case 3, 4: return "#" + digits.prefix(3).map { "\($0)\($0)" }.joined()
    default: return "#" + digits.prefix(6)
    }
  }

  /// What `url(#name)` refers to, or `nil` if the value is anything else.
  static func target(of value: String) -> String? {
    guard value.hasPrefix("url(#"), value.hasSuffix(")") else { return nil }
    let name = value.dropFirst(5).dropLast()
    let isPlain = name.utf8.allSatisfy { $0 > 0x20 && !"\"'()<>\\".utf8.contains($0) }
    return isPlain && !name.isEmpty ? String(name) : nil
  }

  private static func hexadecimal(_ word: String) -> String? {
    let digits = word.dropFirst()
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    switch digits.count {
    case 3: return "#" + digits.map { "\($0)\($0)" }.joined()
    case 4, 6, 8: return word
    default: return nil
    }
  }
}

/// Names of fonts as they may stand in a picture.
enum FontFamilies {
  /// The fonts that text is drawn in where a name cannot be used.
  static let standard = "Liberation Sans,Arial,Helvetica,sans-serif"

  /// The families of a list that are names and nothing else, with a general one at the end.
  static func checked(_ value: String) -> String {
    let names = value.split(separator: ",").prefix(longestList).map { String($0).unquoted.squeezed }
      .filter(isPlain)
    guard !names.isEmpty else { return standard }
    let isComplete = names.contains { general.contains($0.lowercased()) }
    let all = isComplete ? names : names + ["sans-serif"]
    return all.map { isOneWord($0) ? $0 : "'\($0)'" }.joined(separator: ",")
  }

  /// Whether a list holds names of fonts and nothing else.
  static func isPlainList(_ value: String) -> Bool {
    value.split(separator: ",", omittingEmptySubsequences: false).allSatisfy {
      isPlain(String($0).squeezed)
    }
  }

  private static let longestList = 16
  private static let longestName = 64
  private static let general: Set<String> = [
    "serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui",
  ]

  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= longestName
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == " " || $0 == "-"
          || $0 == "_"
      }
  }

  /// Whether style rules take a name without quotes.
  private static func isOneWord(_ name: String) -> Bool {
    name.split(separator: " ").allSatisfy { word in
      word.utf8.first.map { !(0x30...0x39).contains($0) && $0 != UInt8(ascii: "-") } ?? false
    }
  }
}

extension String {
  fileprivate var unquoted: String {
    String(
      trimmingPrefix { $0 == "'" || $0 == "\"" || $0 == " " }.reversed()
        .trimmingPrefix { $0 == "'" || $0 == "\"" || $0 == " " }.reversed()
    )
  }
}
