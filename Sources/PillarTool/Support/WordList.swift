internal import ArgumentParser
internal import PillarKit

/// Reads options that take words of a fixed list, separated by commas or given several times.
enum WordList {
  static func words<Word>(_ texts: [String], _ option: String) throws -> Set<Word>
  where Word: RawRepresentable & CaseIterable & Hashable, Word.RawValue == String {
    var words: Set<Word> = []
    for text in texts.flatMap({ $0.split(separator: ",") }) {
      if text == "all" {
        words.formUnion(Word.allCases)
      } else if let word = Word(rawValue: String(text)) {
        words.insert(word)
      } else {
        let known = Word.allCases.map(\.rawValue)
        let nearest = Spelling.nearest(to: String(text), among: known, limit: 1).first
        throw ValidationError(
          "\(option): “\(text)” is not known; "
            + (nearest.map { "did you mean “\($0)”?" }
              ?? "use \(known.joined(separator: ", ")) or all.")
        )
      }
    }
    guard !words.isEmpty else {
      let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("\(option) names nothing; use \(known) or all.")
    }
    return words
  }
}
