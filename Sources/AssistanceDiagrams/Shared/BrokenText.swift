/// A text broken into lines that fit a width: the fewest lines, and of those breaks the least
/// ragged ones.
struct BrokenText: Hashable, Sendable {
  /// The lines, from the top.
  let lines: [String]
  /// Whether something was left off; an ellipsis stands for it.
  let isShortened: Bool

  /// Where a text that does not fit is cut.
  enum Cut: Hashable, Sendable {
    /// Its end is left off.
    case end
    /// Its middle is left off, for texts that begin alike.
    case middle
  }

  /// Breaks a text between words and after hyphens; only a piece wider than a line is cut.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - width: How wide a line may be, in points.
  ///   - size: The size of the font, in points.
  ///   - maximum: How many lines there may be, at least one.
  ///   - isBold: Whether the text is bold.
  ///   - cut: Where a text that does not fit is cut: between words, unless one alone is too wide.
  /// - Complexity: O(*p*²) for *p* pieces of at most 160 characters for each line, 4,000 in all.
  init(
    _ text: String,
    width: Double,
    size: Double,
    maximum: Int = .max,
    isBold: Bool = false,
    cut: Cut = .end
  ) {
    let text = text.visible
    if cut == .middle, maximum < .max {
      let whole = BrokenText(text, width: width, size: size, maximum: maximum, isBold: isBold)
      if whole.isShortened {
        lines = Self.withoutMiddle(text, width: width, size: size, maximum: maximum, isBold: isBold)
        isShortened = true
      } else {
        self = whole
      }
      return
    }
    let limit = min(4000, max(400, maximum > 25 ? 4000 : maximum * 160))
    var shown = String(text.prefix(limit))
    if shown.count < text.count, let blank = shown.lastIndex(of: " ") {
      shown = String(shown[..<blank])
    }
    let breaker = LineBreaker(shown, width: width, size: size, isBold: isBold)
    var lines = breaker.lines
    var isShortened = shown.count < text.count
    if lines.count > maximum {
      // What does not fit is left off the end of lines filled one by one.
      lines = Array(breaker.greedyLines.prefix(maximum))
      isShortened = true
    }
    if isShortened, let last = lines.popLast() {
      lines.append(Self.ended(last, width: width, size: size, isBold: isBold))
    }
    self.lines = lines
    self.isShortened = isShortened
  }

  /// The width of the widest line, in points.
  func width(size: Double, isBold: Bool = false) -> Double {
    lines.map { $0.width(size: size, isBold: isBold) }.max() ?? 0
  }

  private static func ended(_ line: String, width: Double, size: Double, isBold: Bool) -> String {
    var line = line
    while !line.isEmpty, (line + "…").width(size: size, isBold: isBold) > width {
      if let blank = line.lastIndex(of: " ") {
        line = String(line[..<blank])
      } else {
        line.removeLast()
      }
    }
    while line.last == " " { line.removeLast() }
    return line + "…"
  }

  /// The beginning of a text that is too long and as much of its end as fits.
  private static func withoutMiddle(
    _ text: String,
    width: Double,
    size: Double,
    maximum: Int,
    isBold: Bool
  ) -> [String] {
    let words = text.split(separator: " ").map(String.init)
    func lines(_ head: ArraySlice<String>, _ tail: ArraySlice<String>) -> [String]? {
      let shown = (head + ["…"] + tail).joined(separator: " ")
      let broken = BrokenText(shown, width: width, size: size, maximum: maximum, isBold: isBold)
      return broken.isShortened ? nil : broken.lines
    }
    // The end tells more apart than the beginning, which is the same.
    var best: [String]?
    var (first, last) = (0, 0)
    while first + last < min(words.count - 1, 200) {
      let isEnd = last <= first
      let (head, tail) = isEnd ? (first, last + 1) : (first + 1, last)
      if let fitting = lines(words.prefix(head), words.suffix(tail)) {
        (first, last) = (head, tail)
        best = fitting
      } else if isEnd, let fitting = lines(words.prefix(first + 1), words.suffix(last)) {
        first += 1
        best = fitting
      } else {
        break
      }
    }
    // One word alone is too wide: its letters are cut.
    return best ?? [lettersWithoutMiddle(text, width: width, size: size, isBold: isBold)]
  }

  private static func lettersWithoutMiddle(
    _ text: String,
    width: Double,
    size: Double,
    isBold: Bool
  ) -> String {
    var shown = "…"
    for count in 1...100 {
      let next = "\(text.prefix(count / 2))…\(text.suffix((count + 1) / 2))"
      guard next.width(size: size, isBold: isBold) <= width else { break }
      shown = next
    }
    return shown
  }
}

/// The pieces of a text and where lines may end between them.
private struct LineBreaker {
  private struct Piece {
    var text: String
    var width: Double
    /// Whether a blank stands before it when it does not begin a line.
    var followsBlank: Bool
  }

  private var pieces: [Piece] = []
  private let width: Double
  private let blank: Double

  init(_ text: String, width: Double, size: Double, isBold: Bool) {
    self.width = width
    blank = " ".width(size: size, isBold: isBold)
    for word in text.split(separator: " ") {
      var followsBlank = true
      for part in Self.parts(of: word) {
        for cut in Self.cuts(of: part, width: width, size: size, isBold: isBold) {
          let cutWidth = cut.width(size: size, isBold: isBold)
          pieces.append(Piece(text: cut, width: cutWidth, followsBlank: followsBlank))
          followsBlank = false
        }
      }
    }
  }

  /// A word at its hyphens and slashes, which stay at the end of a part.
  private static func parts(of word: Substring) -> [String] {
    var parts: [String] = []
    var part = ""
    for character in word {
      part.append(character)
      if "-/–—".contains(character), part.count > 2 {
        parts.append(part)
        part = ""
      }
    }
    return part.isEmpty ? parts : parts + [part]
  }

  private static func cuts(
    of part: String,
    width: Double,
    size: Double,
    isBold: Bool
  ) -> [String] {
    guard part.width(size: size, isBold: isBold) > width else { return [part] }
    var cuts: [String] = []
    var cut = ""
    for character in part {
      if !cut.isEmpty, (cut + String(character)).width(size: size, isBold: isBold) > width {
        cuts.append(cut)
        cut = ""
      }
      cut.append(character)
    }
    return cut.isEmpty ? cuts : cuts + [cut]
  }

  /// The fewest lines with the least sum of squares of what is left free in them.
  var lines: [String] {
    guard !pieces.isEmpty else { return [""] }
    // best[i]: lines, raggedness and next break from piece i on.
    var best = [(lines: Int, ragged: Double, end: Int)](
      repeating: (Int.max, 0, 0),
      count: pieces.count + 1
    )
    best[pieces.count] = (0, 0, pieces.count)
    for start in pieces.indices.reversed() {
      var used = 0.0
      for end in start..<pieces.count {
        used += pieces[end].width + (end > start && pieces[end].followsBlank ? blank : 0)
        guard used <= width || end == start else { break }
        let rest = best[end + 1]
        let free = max(0, width - used)
        let candidate = (rest.lines + 1, rest.ragged + free * free, end + 1)
        if (candidate.0, candidate.1) < (best[start].lines, best[start].ragged) {
          best[start] = candidate
        }
      }
    }
    var lines: [String] = []
    var start = 0
    while start < pieces.count {
      lines.append(line(start..<best[start].end))
      start = best[start].end
    }
    return lines
  }

  /// Lines that take what fits, one after another.
  var greedyLines: [String] {
    var lines: [String] = []
    var start = 0
    while start < pieces.count {
      var end = start + 1
      var used = pieces[start].width
      while end < pieces.count {
        used += pieces[end].width + (pieces[end].followsBlank ? blank : 0)
        guard used <= width else { break }
        end += 1
      }
      lines.append(line(start..<end))
      start = end
    }
    return lines
  }

  private func line(_ range: Range<Int>) -> String {
    range.reduce(into: "") { line, index in
      if index > range.lowerBound, pieces[index].followsBlank { line += " " }
      line += pieces[index].text
    }
  }
}
