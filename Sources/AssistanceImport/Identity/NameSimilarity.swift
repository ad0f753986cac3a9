internal import AssistanceModel
internal import Foundation
internal import GraphCore

/// How alike two names are, word by word: rare words count much, common words little, and words
/// that are spelt almost alike count almost whole.
///
/// The measure is the soft TF-IDF of Cohen, Ravikumar and Fienberg (2003) in the form of a Dice
/// coefficient: the weight of the words that have a partner in the other name, each times the
/// likeness of the two, by the weight of all words. A word weighs ln(1 + *n*/*d*) if *d* of *n*
/// names have it. Words are almost alike if at most one edit leads from one to the other (two
/// from eight letters on), neighbours swapped being one edit; shorter words than five letters and
/// words for places are alike only if they are equal.
struct NameSimilarity {
  /// The names that are compared, by number.
  private let texts: [[Int]]
  private var weights: [Double] = []
  private var near: [[(word: Int, likeness: Double)]] = []
  private var totals: [Double] = []
  private var postings: [[Int]] = []

  /// Prepares names for being compared.
  ///
  /// - Parameters:
  ///   - names: The names.
  ///   - background: Other names of the field, from which it is known how common words are.
  ///   - places: The words for places.
  init(_ names: [FoldedName], background: [FoldedName], places: PlaceWords) {
    var numbers: [Substring: Int] = [:]
    var words: [Substring] = []
    let texts = names.map { name in
      name.words.map { word in
        if let number = numbers[word] { return number }
        numbers[word] = words.count
        words.append(word)
        return words.count - 1
      }
    }
    var counts = [Int](repeating: 0, count: words.count)
    var postings = [[Int]](repeating: [], count: words.count)
    for (number, text) in texts.enumerated() {
      for word in Set(text) {
        counts[word] += 1
        postings[word].append(number)
      }
    }
    for name in background {
      for word in Set(name.words) {
        if let number = numbers[word] { counts[number] += 1 }
      }
    }
    let all = Double(names.count + background.count)
    weights = words.indices.map { word in
      Self.functionWords.contains(words[word])
        ? 0.1 : log(1 + all / Double(counts[word]))
    }
    let (alike, own) = (weights, words)
    near = Self.nearWords(own, places)
    totals = texts.map { $0.reduce(0) { $0 + alike[$1] } }
    self.texts = texts
    self.postings = postings
  }

  /// The pairs of names that are at least so alike, by number, the lower number first.
  ///
  /// Two such names share a word, or almost, that is among the heaviest of one of them; only names
  /// that do are compared.
  ///
  /// - Complexity: about O(*n*·*b*) for *n* names and *b* names that share a rare word.
  func pairs(from threshold: Double) -> [(first: Int, second: Int, likeness: Double)] {
    var result: [(first: Int, second: Int, likeness: Double)] = []
    var candidates: Set<SIMD2<Int>> = []
    for (number, text) in texts.enumerated() {
      let least = totals[number] * threshold / (2 - threshold)
      var rest = totals[number]
      for word in text.sorted(by: { (weights[$1], $0) < (weights[$0], $1) }) {
        guard rest >= least else { break }
        rest -= weights[word]
        for partner in near[word] {
          for other in postings[partner.word] where other != number {
            candidates.insert(SIMD2(min(number, other), max(number, other)))
          }
        }
      }
    }
    for pair in candidates.sorted(by: { ($0.x, $0.y) < ($1.x, $1.y) }) {
      let likeness = likeness(pair.x, pair.y)
      if likeness >= threshold { result.append((pair.x, pair.y, likeness)) }
    }
    return result
  }

  /// How alike two of the names are, from 0 to 1.
  func likeness(_ first: Int, _ second: Int) -> Double {
    // The shorter name chooses its partners, so that the order of the two plays no part.
    let (one, two) =
      (texts[first].count, first) <= (texts[second].count, second)
      ? (first, second) : (second, first)
    var free = texts[two]
    var shared = 0.0
    // Equal words first, then the likest.
    var left: [Int] = []
    for word in texts[one] {
      if let place = free.firstIndex(of: word) {
        shared += 2 * weights[word]
        free.remove(at: place)
      } else {
        left.append(word)
      }
    }
    var bonds: [(likeness: Double, word: Int, partner: Int)] = []
    for word in left {
      for partner in near[word] where free.contains(partner.word) {
        bonds.append((partner.likeness, word, partner.word))
      }
    }
    bonds.sort { ($1.likeness, $0.word, $0.partner) < ($0.likeness, $1.word, $1.partner) }
    for bond in bonds {
      guard let from = left.firstIndex(of: bond.word), let to = free.firstIndex(of: bond.partner)
      else { continue }
      shared += bond.likeness * (weights[bond.word] + weights[bond.partner])
      left.remove(at: from)
      free.remove(at: to)
    }
    return shared / (totals[one] + totals[two])
  }

  // MARK: Words

  /// For each word itself and those that are almost alike, found by what is left of them without
  /// one of their letters.
  private static func nearWords(
    _ words: [Substring],
    _ places: PlaceWords
  ) -> [[(word: Int, likeness: Double)]] {
    let scalars = words.map { Array($0.unicodeScalars) }
    var stumps: [[Unicode.Scalar]: [Int]] = [:]
    var near: [[(word: Int, likeness: Double)]] = words.indices.map { [($0, 1)] }
    for (number, word) in scalars.enumerated()
    where word.count >= 5 && !places.contains(words[number]) {
      var own: Set<[Unicode.Scalar]> = [word]
      for place in word.indices {
        var stump = word
        stump.remove(at: place)
        own.insert(stump)
      }
      for stump in own { stumps[stump, default: []].append(number) }
    }
    var bonds: Set<SIMD2<Int>> = []
    for numbers in stumps.values where numbers.count > 1 {
      for (place, one) in numbers.enumerated() {
        for other in numbers[(place + 1)...] {
          bonds.insert(SIMD2(min(one, other), max(one, other)))
        }
      }
    }
    for bond in bonds.sorted(by: { ($0.x, $0.y) < ($1.x, $1.y) }) {
      let (one, other) = (scalars[bond.x], scalars[bond.y])
      let edits = Spelling.distance(one, other)
      guard edits <= (min(one.count, other.count) < 8 ? 1 : 2) else { continue }
      let likeness = 1 - Double(edits) / Double(max(one.count, other.count))
      near[bond.x].append((bond.y, likeness))
      near[bond.y].append((bond.x, likeness))
    }
    return near
  }

  /// Words that join others, in English, French, Spanish, Italian and German.
  private static let functionWords: Set<Substring> = [
    "a", "al", "an", "and", "at", "au", "aux", "by", "con", "d", "da", "dans", "das", "de", "del",
    "der", "des", "di", "die", "du", "e", "el", "en", "et", "for", "from", "fur", "il", "in", "l",
    "la", "las", "le", "les", "los", "of", "on", "or", "ou", "para", "per", "por", "pour", "s",
    "sur", "the", "to", "un", "und", "une", "with", "y", "لل", "و", "في", "من",
  ]
}
