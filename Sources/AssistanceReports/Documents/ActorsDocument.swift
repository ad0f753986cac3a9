public import AssistanceImport
public import AssistanceModel
internal import GraphCore

/// The answer of `actors`, as its JSON has it.
public struct ActorsDocument: Codable, Hashable, Sendable {
  /// An actor that may be one with another.
  public struct Candidate: Codable, Hashable, Sendable {
    /// The key.
    public let id: String
    /// What people call it.
    public let name: String
    /// Other names.
    public let aliases: [String]
    /// How many facts have it at an end.
    public let facts: Int
    /// The documents that name it.
    public let documents: [String]
  }

  /// What speaks for a proposal or against it.
  public struct Reason: Codable, Hashable, Sendable {
    /// What it is.
    public let kind: String
    /// Whether it speaks against.
    public let isDoubt: Bool
    /// The reason in words.
    public let text: String
  }

  /// Actors that may be one.
  public struct Proposal: Codable, Hashable, Sendable {
    /// The place in the list, from 1.
    public let number: Int
    /// A short word that depends on the names alone.
    public let key: String
    /// How sure it is.
    public let confidence: ActorProposal.Confidence
    /// What people decided; absent if that is left.
    public let decision: String?
    /// How many facts it concerns.
    public let facts: Int
    /// The actors, the one with the most facts first.
    public let actors: [Candidate]
    /// What speaks for it, then what speaks against it.
    public let reasons: [Reason]
  }

  /// An actor that the sources do not name.
  public struct Unnamed: Codable, Hashable, Sendable {
    /// The key.
    public let id: String
    /// The word that stands for it.
    public let name: String
    /// How it is marked.
    public let designation: Designation
    /// How many facts have it at an end.
    public let facts: Int
  }

  /// What kind of answer this is.
  public let format = "pillar-actors"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's title.
  public let collection: String
  /// The key of the list of proposals that are left to decide.
  public let list: String
  /// How many named actors were compared.
  public let compared: Int
  /// How many proposals are left to decide, by confidence.
  public let open: [String: Int]
  /// The proposals, those that are left to decide first, the surest first.
  public let proposals: [Proposal]
  /// The actors that nobody named, those with the most facts first.
  public let unnamed: [Unnamed]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, list, compared, open, proposals, unnamed
  }

  /// Tells the proposals for a collection.
  ///
  /// - Parameters:
  ///   - proposals: The proposals.
  ///   - shown: Those of them that are told.
  ///   - collection: The collection's title.
  public init(_ proposals: ActorProposals, showing shown: [ActorProposal], collection: String) {
    self.collection = collection
    list = proposals.listKey
    compared = proposals.compared
    open = Dictionary(
      uniqueKeysWithValues: ActorProposal.Confidence.allCases.map { confidence in
        (confidence.rawValue, proposals.open.count { $0.confidence == confidence })
      }
    )
    self.proposals = shown.map { proposal in
      Proposal(
        number: proposal.number,
        key: proposal.key,
        confidence: proposal.confidence,
        decision: proposal.verdict?.rawValue,
        facts: proposal.facts,
        actors: proposal.candidates.map { actor in
          Candidate(
            id: actor.id.rawValue,
            name: actor.name,
            aliases: actor.aliases,
            facts: actor.facts,
            documents: actor.documents
          )
        },
        reasons: proposal.reasons.map {
          Reason(kind: $0.kind, isDoubt: $0.isDoubt, text: $0.text)
        }
      )
    }
    unnamed = proposals.unnamed.map {
      Unnamed(
        id: $0.id.rawValue,
        name: $0.name,
        designation: $0.designation,
        facts: $0.facts
      )
    }
  }

  // MARK: As people read it

  /// The answer in a sentence.
  public var sentence: String {
    let count = open.values.reduce(0, +)
    let classes = ActorProposal.Confidence.allCases.compactMap { confidence -> String? in
      let count = open[confidence.rawValue] ?? 0
      return count > 0 ? "\(count) \(confidence.rawValue)" : nil
    }
    guard count > 0 else {
      return "\(collection): none of \(compared) actors seems to be another one under another name."
    }
    return "\(collection): \(count) proposal\(count == 1 ? "" : "s") that some of \(compared) "
      + "actors are one (\(classes.joined(separator: ", ")))."
  }

  /// The answer as people read it: every proposal with its names and reasons.
  public var page: ReportPage {
    var page = ReportPage(sentence)
    if !proposals.isEmpty {
      page.parts.append(
        .paragraph(
          "A proposal changes nothing until somebody decides; decisions are applied on import. "
            + "The numbers belong to list \(list)."
        )
      )
    }
    for confidence in ActorProposal.Confidence.allCases {
      let own = proposals.filter { $0.confidence == confidence && $0.decision == nil }
      guard !own.isEmpty else { continue }
      page.parts.append(.heading("Confidence \(confidence.rawValue)"))
      page.parts.append(.entries(own.map(entry)))
    }
    let decided = proposals.filter { $0.decision != nil }
    if !decided.isEmpty {
      page.parts.append(.heading("Decided"))
      page.parts.append(.entries(decided.map(entry)))
    }
    if !unnamed.isEmpty {
      page.parts.append(.heading("Not named (\(unnamed.count)); never proposed"))
      page.parts.append(
        .list(
          unnamed.map { "\($0.name) (\($0.designation.rawValue)): \(Self.count($0.facts, "fact"))" }
        )
      )
    }
    return page
  }

  private func entry(_ proposal: Proposal) -> ReportPage.Entry {
    let names = proposal.actors.map { "\($0.name) (\($0.facts))" }.joined(separator: " = ")
    let decision = proposal.decision.map { ", decided: \($0)" } ?? ""
    let title = "\(proposal.number). [\(proposal.key)] \(names)\(decision)"
    let others = proposal.actors.filter { !$0.aliases.isEmpty }.map {
      "\($0.name) is also \($0.aliases.map { "“\($0)”" }.joined(separator: ", "))"
    }
    let documents = Set(proposal.actors.flatMap(\.documents)).sorted()
    return ReportPage.Entry(
      title,
      [proposal.reasons.map(\.text).joined(separator: "; ")] + others
        + [documents.count > 1 ? "in \(documents.joined(separator: ", "))" : ""]
    )
  }

  private static func count(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }

  /// A line for each proposal.
  public var table: ReportTable {
    ReportTable(
      ["number", "key", "confidence", "decision", "facts", "actors", "files", "reasons"],
      alignments: [.right, .left, .left, .left, .right],
      rows: proposals.map { proposal in
        [
          String(proposal.number), proposal.key, proposal.confidence.rawValue,
          proposal.decision ?? "", String(proposal.facts),
          proposal.actors.map { "\($0.name) (\($0.facts))" }.joined(separator: " | "),
          Set(proposal.actors.flatMap(\.documents)).sorted().joined(separator: " | "),
          proposal.reasons.map(\.text).joined(separator: "; "),
        ]
      }
    )
  }

  /// A line for each actor that nobody named.
  public var unnamedTable: ReportTable {
    ReportTable(
      ["id", "name", "designation", "facts"],
      alignments: [.left, .left, .left, .right],
      rows: unnamed.map { [$0.id, $0.name, $0.designation.rawValue, String($0.facts)] }
    )
  }
}
