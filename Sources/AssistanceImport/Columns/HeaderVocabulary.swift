internal import GraphCore

/// The words and tags by which field tables head their columns.
///
///     HeaderVocabulary.shipped.candidates(for: "Acronyme Acteur").first?.meaning
///     // organization.acronym
///     Hashtag("#adm2 +code +v_pcodes").flatMap(HeaderVocabulary.shipped.meaning(of:))
///     // adm2.code
public struct HeaderVocabulary: Sendable {
  /// How safely a header word tells what its column holds.
  public enum Certainty: String, CaseIterable, Hashable, Sendable, Codable {
    /// It means this wherever it was seen.
    case sure
    /// It depends on the country or the table.
    case likely
  }

  /// What a header may mean.
  public struct Candidate: Hashable, Sendable {
    /// What the column holds.
    public let meaning: ColumnMeaning
    /// How safely the word tells so.
    public let certainty: Certainty
    /// The language of the column's values, if an ending such as `_fr` says so.
    public let language: NameLanguage?
  }

  /// A header word of the table.
  struct Word: Sendable {
    let text: FoldedName
    let language: NameLanguage
    let meaning: ColumnMeaning
    let certainty: Certainty
  }

  /// What a tag, or an attribute of it, says.
  struct TagRule: Sendable {
    let tag: String
    let attribute: String?
    let subject: ColumnMeaning.Subject?
    let part: ColumnMeaning.Part?
  }

  let words: [Word]
  let rules: [TagRule]
  private let places: [FoldedName: [Int]]

  init(_ words: [Word], _ rules: [TagRule]) {
    self.words = words
    self.rules = rules
    places = Dictionary(grouping: words.indices) { words[$0].text }
  }

  /// What a header without a tag may mean, the sure meanings first.
  ///
  /// - Returns: The candidates, each meaning once; none for a header that is not known.
  public func candidates(for header: String) -> [Candidate] {
    let name = FoldedName(header)
    let found = candidates(named: name, language: nil)
    guard found.isEmpty, let last = name.words.last,
      let language = NameLanguage(rawValue: String(last))
    else { return found }
    return candidates(
      named: FoldedName(name.words.dropLast().joined(separator: " ")),
      language: language
    )
  }

  private func candidates(named name: FoldedName, language: NameLanguage?) -> [Candidate] {
    let found = (places[name] ?? []).map { words[$0] }
    var candidates: [Candidate] = []
    for certainty in Certainty.allCases {
      for word in found where word.certainty == certainty {
        if candidates.contains(where: { $0.meaning == word.meaning }) { continue }
        candidates.append(
          Candidate(meaning: word.meaning, certainty: certainty, language: language)
        )
      }
    }
    return candidates
  }

  /// What a tag says its column holds, whatever the order of its attributes.
  ///
  /// The tag decides first, then each attribute that the table knows may say another subject or
  /// part. An attribute that means people's details wins over everything, on any tag.
  ///
  /// - Returns: `nil` for a tag that the table does not know.
  public func meaning(of hashtag: Hashtag) -> ColumnMeaning? {
    func rules(_ tag: String) -> [TagRule] {
      self.rules.filter { rule in
        rule.tag == tag && rule.attribute.map { hashtag.attributes.contains($0) } != false
      }
    }
    for rule in rules("#*") {
      if let subject = rule.subject, let part = rule.part { return ColumnMeaning(subject, part) }
    }
    var subject: ColumnMeaning.Subject?
    var part: ColumnMeaning.Part?
    for rule in rules(hashtag.tag) {
      subject = rule.subject ?? subject
      part = rule.part ?? part
    }
    guard let subject, let part else { return nil }
    return ColumnMeaning(subject, part)
  }
}
