extension Character {
  /// How many columns the character takes on a terminal: 0 for marks, 2 for wide characters.
  var displayWidth: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    if scalar.value < 0x300 { return scalar.properties.generalCategory == .control ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}

extension String {
  /// How many columns the text takes on a terminal.
  var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

  /// The text with characters that would steer a terminal made visible.
  ///
  /// These are control characters, and those that turn the direction of all text that follows.
  /// Line breaks become blanks.
  package var printable: String {
    guard unicodeScalars.contains(where: { $0.steersTerminal }) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "\n", "\t", "\r", "\u{85}", "\u{2028}", "\u{2029}": text.append(" ")
      default: text.append(scalar.steersTerminal ? "\u{FFFD}" : scalar)
      }
    }
    return String(text)
  }

  /// The pieces between which a line may be broken: words, and words at their hyphens.
  ///
  /// An option is never broken behind its first hyphens. A key is broken only in narrow cells: in a
  /// line of text people copy it.
  private func pieces(keepingKeys: Bool) -> [(text: String, followsBlank: Bool)] {
    split(separator: " ", omittingEmptySubsequences: true).flatMap { word in
      if keepingKeys, word.isKey { return [(String(word), true)] }
      var pieces: [(text: String, followsBlank: Bool)] = []
      var piece = ""
      for character in word {
        piece.append(character)
        if character == "-", piece.contains(where: { $0 != "-" }) {
          pieces.append((piece, pieces.isEmpty))
          piece = ""
        }
      }
      if !piece.isEmpty { pieces.append((piece, pieces.isEmpty)) }
      return pieces
    }
  }

  /// The width of the longest piece that is not broken in a cell.
  var longestPiece: Int { pieces(keepingKeys: false).map(\.text.displayWidth).max() ?? 0 }

  /// From how many columns a line is one of text and not of a cell.
  private static let widthOfText = 56

  /// The text broken into lines of at most `width` columns, between words or at hyphens; only a
  /// piece that is longer is cut.
  func wrapped(to width: Int) -> [String] {
    guard displayWidth > width else { return [self] }
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    for (text, followsBlank) in pieces(keepingKeys: width >= Self.widthOfText) {
      var rest = Substring(text)
      var restWidth = text.displayWidth
      let blank = followsBlank && lineWidth > 0 ? 1 : 0
      if lineWidth > 0, lineWidth + blank + restWidth <= width {
        line += (blank == 1 ? " " : "") + text
        lineWidth += blank + restWidth
        continue
      }
      if lineWidth > 0 {
        lines.append(line)
        (line, lineWidth) = ("", 0)
      }
      while restWidth > width {
        let head = rest.head(of: width)
        lines.append(String(head))
        rest = rest.dropFirst(head.count)
        restWidth = String(rest).displayWidth
      }
      line = String(rest)
      lineWidth = restWidth
    }
    if lineWidth > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }
}

extension Unicode.Scalar {
  fileprivate var steersTerminal: Bool {
    switch value {
    case 0x2028...0x202E, 0x2066...0x2069: true
    default: properties.generalCategory == .control
    }
  }
}

extension Substring {
  /// Whether it looks like the key of a node: small letters and digits, hyphens or dots between them.
  fileprivate var isKey: Bool {
    let isPlain = unicodeScalars.allSatisfy { $0.isASCII && !("A"..."Z").contains($0) }
    return isPlain && (contains(".") ? contains("-") : count { $0 == "-" } > 1)
  }

  /// The longest beginning that fits, at least one character.
  fileprivate func head(of width: Int) -> Substring {
    var used = 0
    var end = startIndex
    while end < endIndex, used + self[end].displayWidth <= width || end == startIndex {
      used += self[end].displayWidth
      end = index(after: end)
    }
    return self[..<end]
  }
}
