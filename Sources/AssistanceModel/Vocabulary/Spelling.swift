/// Finds the word that somebody may have meant.
public enum Spelling {
  /// The words nearest to one that was not found, best first.
  ///
  /// A word counts as near if it begins with the text, or if the edits between the two (insert,
  /// delete, replace, swap neighbours) are at most a third of the longer one. Case does not
  /// count. Of equally near words the earlier one comes first. The distance is the optimal string
  /// alignment of Boytsov (2011).
  ///
  ///     Spelling.nearest(to: "kenia", among: ["guyana", "kenya"])  // ["kenya"]
  ///
  /// - Parameters:
  ///   - text: What was written.
  ///   - words: What could have been meant.
  ///   - limit: How many words to give at most.
  /// - Returns: The near words, each once; none for a text of more than 80 characters.
  /// - Complexity: O(*n*) for *n* words, and O(*l*²) for each of about the text's length *l*.
  public static func nearest(to text: String, among words: [String], limit: Int = 3) -> [String] {
    var effort = Int.max
    return SpellingIndex(words).nearest(to: text, limit: limit, effort: &effort)
  }
}

/// Words prepared for finding those near to a misspelt one, for asking many times.
struct SpellingIndex: Sendable {
  private struct Word {
    let text: String
    let scalars: [Unicode.Scalar]
    /// A bit for each letter that occurs, letters 64 apart sharing one.
    let letters: UInt64

    init(_ text: String) {
      self.text = text
      scalars = Array(text.lowercased().unicodeScalars)
      letters = scalars.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
    }

    /// No fewer edits than this lead from one word to the other.
    func leastDistance(to other: Word) -> Int {
      max(
        abs(scalars.count - other.scalars.count),
        (letters & ~other.letters).nonzeroBitCount,
        (other.letters & ~letters).nonzeroBitCount
      )
    }
  }

  private let words: [Word]

  init(_ words: some Sequence<String>) {
    self.words = words.map { Word($0) }
  }

  /// The nearest words, best first.
  ///
  /// - Parameters:
  ///   - text: What was written.
  ///   - limit: How many words to give at most.
  ///   - effort: How many steps may still be taken; the steps taken are subtracted.
  /// - Returns: The words, each once.
  func nearest(to text: String, limit: Int, effort: inout Int) -> [String] {
    let wanted = Word(text)
    guard !wanted.scalars.isEmpty, wanted.scalars.count <= 80 else { return [] }
    var near: [(distance: Int, order: Int)] = []
    for (order, word) in words.enumerated() {
      effort -= 1
      if wanted.scalars.count >= 3, word.scalars.starts(with: wanted.scalars) {
        near.append((word.scalars.count == wanted.scalars.count ? 0 : 1, order))
        continue
      }
      let allowed = max(1, max(wanted.scalars.count, word.scalars.count) / 3)
      guard wanted.leastDistance(to: word) <= allowed else { continue }
      effort -= wanted.scalars.count * word.scalars.count
      let edits = Spelling.distance(wanted.scalars, word.scalars)
      if edits <= allowed { near.append((edits, order)) }
    }
    near.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
    var seen: Set<String> = []
    return Array(
      near.map { words[$0.order].text }.filter { seen.insert($0).inserted }.prefix(max(0, limit))
    )
  }
}

extension Spelling {
  /// The optimal string alignment distance between two words: how many letters must be added,
  /// dropped, replaced or swapped with their neighbour.
  package static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var current = last
    for row in left.indices {
      current[0] = row + 1
      for column in right.indices {
        let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
        var best = min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current[column + 1] = best
      }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count]
  }
}
