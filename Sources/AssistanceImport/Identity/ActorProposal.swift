public import GraphCore

/// Actors of a collection that may be one, and why.
public struct ActorProposal: Hashable, Sendable {
  /// How sure it is; the rule is told in `Documentation/Design/actor-identity.md`.
  public enum Confidence: String, CaseIterable, Comparable, Hashable, Sendable, Codable {
    /// Two facts about names would have to deceive at once.
    case high
    /// Likely, but such names have been two actors before.
    case medium
    /// Worth a look.
    case low

    /// Whether one is less sure than another.
    public static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .high: 2
      case .medium: 1
      case .low: 0
      }
    }
  }

  /// What speaks for it or against it.
  public enum Reason: Hashable, Sendable {
    /// Both have this identifier.
    case identifier(String)
    /// Both are the same entry of the list of known organizations.
    case known(key: String, name: String)
    /// The names differ in case, accents, signs and blanks only.
    case name(String)
    /// One is written with this acronym or name in brackets.
    case brackets(String)
    /// One is called what is the other's acronym.
    case acronym(String)
    /// Both have this acronym beside their names.
    case sharedAcronym(String)
    /// The same words stand in another order.
    case wordOrder
    /// The names are spelt alike; the measure, from 0 to 1, in hundredths.
    case spelling(Int)
    /// One is called by the first letters of the other's words.
    case initials(String)
    /// They have different identifiers in one scheme.
    case otherIdentifier(String)
    /// Only one of the names, or each another one, has these words for places.
    case places([String])
    /// Many offices are called so.
    case common
    /// This text stands for several organizations, for the reason told.
    case ambiguous(String, why: String)
    /// One of the names seems to name several organizations.
    case joint

    /// Whether it speaks against.
    public var isDoubt: Bool {
      switch self {
      case .otherIdentifier, .places, .common, .ambiguous, .joint: true
      default: false
      }
    }
  }

  /// An actor of the collection.
  public struct Candidate: Hashable, Sendable {
    /// The node.
    public let id: NodeID
    /// What people call it.
    public let name: String
    /// Its other names.
    public let aliases: [String]
    /// How many facts have it at an end.
    public let facts: Int
    /// The documents that name it.
    public let documents: [String]
    /// What stands for it in a decision.
    public let decidedName: String
  }

  /// Its place in the list, from 1; decisions change it.
  public internal(set) var number = 0
  /// A short word for it that depends on the names alone.
  public let key: String
  /// How sure it is.
  public let confidence: Confidence
  /// What speaks for it, then what speaks against it.
  public let reasons: [Reason]
  /// The actors, the one with the most facts first.
  public let candidates: [Candidate]
  /// The pairs that the reasons are about, by the places of the candidates.
  let links: [[Int]]
  /// What people decided about it already; `nil` if something is left to decide.
  public internal(set) var verdict: ActorDecision.Verdict?

  /// How many facts it concerns.
  public var facts: Int { candidates.reduce(0) { $0 + $1.facts } }

  init(_ confidence: Confidence, _ reasons: [Reason], _ candidates: [Candidate], _ links: [[Int]]) {
    self.confidence = confidence
    self.reasons = reasons
    self.candidates = candidates
    self.links = links
    let names = candidates.map { FoldedName($0.decidedName).text }.sorted()
    key = CleanText.shortKey(names.joined(separator: "\u{1}"))
  }

  /// The decisions that turn the proposal down: names that speak for it belong to two actors.
  public func rejected() -> [ActorDecision] {
    links.compactMap { link in
      guard let one = link.first, let other = link.last else { return nil }
      let decision = ActorDecision(
        .different,
        candidates[one].decidedName,
        candidates[other].decidedName
      )
      return decision.pair.first == decision.pair.second ? nil : decision
    }
  }

  /// The reasons in words.
  public var reasonText: String { reasons.map(\.text).joined(separator: "; ") }
}

extension ActorProposal.Reason {
  /// What it is, as a word of a fixed list.
  public var kind: String {
    switch self {
    case .identifier: "identifier"
    case .known: "known-organization"
    case .name: "name"
    case .brackets: "brackets"
    case .acronym: "acronym"
    case .sharedAcronym: "shared-acronym"
    case .wordOrder: "word-order"
    case .spelling: "spelling"
    case .initials: "initials"
    case .otherIdentifier: "other-identifier"
    case .places: "places"
    case .common: "common-name"
    case .ambiguous: "ambiguous"
    case .joint: "several-names"
    }
  }

  /// The reason in words.
  public var text: String {
    switch self {
    case .identifier(let identifier): "both are \(identifier)"
    case .known(_, let name): "both are known names of \(name)"
    case .name(let name): "both are “\(name)” but for case, accents and signs"
    case .brackets(let text): "the names are joined in “\(text)”"
    case .acronym(let text): "“\(text)” is the acronym of one and the name of the other"
    case .sharedAcronym(let text): "both have the acronym “\(text)”"
    case .wordOrder: "the same words in another order"
    case .spelling(let hundredths): "spelt alike (0.\(hundredths < 10 ? "0" : "")\(hundredths))"
    case .initials(let text): "“\(text)” are the first letters of the other name"
    case .otherIdentifier(let scheme): "but they have different identifiers (\(scheme))"
    case .places(let words): "but only one is of \(words.joined(separator: ", "))"
    case .common: "but many offices are called so"
    case .ambiguous(let text, let why): "but “\(text)” stands for several: \(why)"
    case .joint: "but one of the names may be of several organizations"
    }
  }
}

extension CleanText {
  /// Five letters and digits that stand for a text.
  static func shortKey(_ text: String) -> String {
    let sum = text.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    // The first is a letter, so that no key is taken for a number.
    let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")
    var rest = sum ^ (sum >> 29)
    var key = String(letters[Int(rest % 24)])
    for _ in 0..<4 {
      rest /= 32
      key.append(letters[Int(rest % 32)])
    }
    return key
  }
}
