/// Finds the word that somebody may have meant.
public enum Spelling {
  /// The words nearest to one that was not found, best first.
  ///
  /// A word counts as near if it begins with the text, or if the edits between the two (insert,
  /// delete, replace, swap neighbours) are at most a third of the longer one. Of equally near
  /// words the earlier one comes first.
  public static func nearest(to text: String, among words: [String], limit: Int = 3) -> [String] {
    let wanted = Array(text.lowercased().unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= 80 else { return [] }
    var near: [(distance: Int, order: Int, word: String)] = []
    for (order, word) in words.enumerated() {
      let candidate = Array(word.lowercased().unicodeScalars)
      if wanted.count >= 3, candidate.starts(with: wanted) {
        near.append((1, order, word))
        continue
      }
      let allowed = max(1, max(wanted.count, candidate.count) / 3)
      guard abs(wanted.count - candidate.count) <= allowed else { continue }
      let edits = distance(wanted, candidate)
      if edits <= allowed { near.append((edits, order, word)) }
    }
    near.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
    var seen: Set<String> = []
    return near.map(\.word).filter { seen.insert($0).inserted }.prefix(limit).map(\.self)
  }

  /// The optimal string alignment distance between two words.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
        var best = min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
