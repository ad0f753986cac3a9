internal import GraphCore

/// Words of names that say of which country or region somebody is, or that somebody is
/// international.
///
/// A name with such a word and one without it, or with another one, are often a network and its
/// branch, or two branches: “World Vision International” and “World Vision Chad”.
struct PlaceWords {
  /// The places that come with the library.
  static let shipped = read(PackageResources.place_words_csv, file: "place-words.csv").0

  /// For each first word the phrases that begin with it, the longest first.
  private var phrases: [Substring: [(words: [Substring], place: String)]] = [:]
  private var single: Set<Substring> = []

  private init() {}

  /// The places with more of them, each by its own name.
  func adding(_ names: some Sequence<String>) -> PlaceWords {
    var result = self
    for name in names {
      let words = FoldedName(name).words
      // Short words and numbers are too often something else.
      guard let first = words.first, words.joined().unicodeScalars.count >= 4,
        words.contains(where: { !$0.allSatisfy(\.isNumber) }),
        result.phrases[first]?.contains(where: { $0.words == words }) != true
      else { continue }
      result.add(words, words.joined(separator: " "))
    }
    result.sort()
    return result
  }

  /// Whether a word is a place by itself.
  func contains(_ word: Substring) -> Bool { single.contains(word) }

  /// The places in a name, each under one key in every language; the longest phrase counts.
  func places(in name: FoldedName) -> [String: String] {
    let words = name.words
    var found: [String: String] = [:]
    var position = 0
    while position < words.count {
      let match = phrases[words[position]]?.first { phrase in
        words[position...].starts(with: phrase.words)
      }
      if let match {
        found[match.place] = match.words.joined(separator: " ")
        position += match.words.count
      } else {
        position += 1
      }
    }
    return found
  }

  private mutating func add(_ words: [Substring], _ place: String) {
    guard let first = words.first else { return }
    phrases[first, default: []].append((words, place))
    if words.count == 1 { single.insert(first) }
  }

  private mutating func sort() {
    phrases = phrases.mapValues { list in
      list.enumerated().sorted { left, right in
        left.element.words.count != right.element.words.count
          ? left.element.words.count > right.element.words.count : left.offset < right.offset
      }.map(\.element)
    }
  }

  static func read(_ bytes: [UInt8], file: String) -> (PlaceWords, [Diagnostic]) {
    var reader = KnowledgeReader(bytes, file: file, columns: ["place", "words"])
    var words = PlaceWords()
    var owners: [FoldedName: String] = [:]
    for record in reader.records {
      let place = reader.neededText(record, "place")
      for text in reader.texts(record, "words") {
        let name = FoldedName(text)
        if let owner = owners.updateValue(place, forKey: name) {
          reader.complain(record, "words", "“\(text)” is a word for “\(owner)” too")
        }
        words.add(name.words, place)
      }
    }
    words.sort()
    return (words, reader.diagnostics)
  }
}
