extension String {
  /// The text as a diagram may show it: white space as single blanks, and what cannot be seen or
  /// turns the direction of other text as U+FFFD.
  var visible: String {
    guard unicodeScalars.contains(where: { $0.isHidden || $0.properties.isWhitespace }) else {
      return self
    }
    var text = ""
    for word in split(whereSeparator: \.isWhitespace) {
      if !text.isEmpty { text.append(" ") }
      for scalar in word.unicodeScalars {
        text.unicodeScalars.append(scalar.isHidden ? "\u{FFFD}" : scalar)
      }
    }
    return text
  }

  /// The beginning of the text, with an ellipsis where something is left off.
  func shortened(to count: Int) -> String {
    guard let end = index(startIndex, offsetBy: count, limitedBy: endIndex), end < endIndex else {
      return self
    }
    return self[..<end] + "…"
  }

  /// The text with its first letter as a capital.
  var withCapital: String { prefix(1).uppercased() + dropFirst() }

  /// A word of the schema as people read it: `un-department-agency` as “UN department agency”.
  var spelledOut: String { plainWords.withCapital }

  /// The same inside a sentence.
  var plainWords: String {
    let words = visible.split { $0 == "-" || $0 == " " || $0 == "_" }.map { word in
      ["un", "ngo", "ingo", "nngo", "eu", "au"].contains(word) ? word.uppercased() : String(word)
    }
    return words.joined(separator: " ")
  }
}

extension Unicode.Scalar {
  /// Whether the scalar must not reach a picture: it steers what is drawn, or XML cannot hold it.
  fileprivate var isHidden: Bool {
    switch value {
    case 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: properties.isNoncharacterCodePoint || isSteering
    }
  }

  private var isSteering: Bool {
    properties.generalCategory == .control && !properties.isWhitespace
  }
}

/// A number with its noun: “1 gap”, “2 gaps”.
func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
  "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
}

/// Texts as a list in a sentence, at most so many of them and then how many more.
func listed(_ texts: [String], limit: Int = 12) -> String {
  guard texts.count > limit else { return texts.joined(separator: ", ") }
  return texts.prefix(limit).joined(separator: ", ") + " and \(texts.count - limit) more"
}
