internal import AssistanceModel
internal import GraphCore

/// A choice that a coverage question makes, and the other ways in which it could be made.
public struct ReadingChoice: Hashable, Sendable {
  /// What is chosen.
  public enum Subject: String, CaseIterable, Hashable, Sendable, Codable {
    /// How firmly a statement must be supported; of imported codes how strictly they are read.
    case basis
    /// Whether it must have been done.
    case modality
    /// What kind of evidence it must rest on.
    case evidence
    /// When it must hold.
    case time
    /// Whether columns count that facts do not name themselves.
    case derivations
    /// Whether a part counts as its whole.
    case rollUp = "roll-up"
    /// Whether actors that are probably one count as one.
    case duplicates
  }

  /// Another way to choose.
  public struct Option: Hashable, Sendable {
    /// The way in a few words, for a table.
    public let name: String
    /// The way as a condition in a sentence: “basis thematic counts”.
    public let condition: String
    /// Whether it can only add statements, only take some away, or neither.
    public let effect: Effect
    let change: Change
    /// The places of options of the same choice that change a part of what this one does.
    let parts: [Int]
  }

  /// What an option does to the statements that count.
  public enum Effect: String, Hashable, Sendable, Codable {
    /// More statements count.
    case wider
    /// Fewer statements count.
    case narrower
    /// The same statements count, but providers are told apart otherwise.
    case recounts
  }

  /// How a question changes.
  enum Change: Hashable {
    case bases(Set<Basis>)
    case modalities(Set<Modality>)
    case evidence(Set<EvidenceClass>)
    case anyTime
    case namedColumnsOnly
    case rollUp(EdgeKind?)
    case mergesDuplicates
  }

  /// What is chosen.
  public let subject: Subject
  /// The way in which the question chose.
  public let base: String
  /// The other ways.
  public let options: [Option]
}

extension ReadingChoice {
  /// The choices between words, and the options that differ in what the statements at hand say.
  static func words<Word>(
    _ subject: Subject,
    _ chosen: Set<Word>,
    occurring: Set<Word>,
    change: (Set<Word>) -> Change
  ) -> ReadingChoice?
  where Word: CaseIterable & RawRepresentable & Hashable, Word.RawValue == String {
    let all = Word.allCases.filter { occurring.contains($0) || chosen.contains($0) }
    let absent = all.filter { !chosen.contains($0) }
    // The firmest word comes first; without it a question asks of nothing that is sure.
    let present = all.filter { chosen.contains($0) && occurring.contains($0) }
    let droppable = present.filter { $0 != Word.allCases.first }
    let noun = subject.rawValue
    var options = absent.map { word in
      Option(
        name: "+ \(noun) \(word.rawValue)",
        condition: "\(noun) \(word.rawValue) counts",
        effect: .wider,
        change: change(chosen.union([word])),
        parts: []
      )
    }
    if absent.count > 1 {
      options.append(
        Option(
          name: "every \(noun)",
          condition: "every \(noun) counts",
          effect: .wider,
          change: change(chosen.union(absent)),
          parts: Array(absent.indices)
        )
      )
    }
    let start = options.count
    let remaining = { (gone: [Word]) in chosen.subtracting(gone) }
    for word in droppable where !remaining([word]).isEmpty {
      options.append(
        Option(
          name: "− \(noun) \(word.rawValue)",
          condition: "\(noun) \(word.rawValue) does not count",
          effect: .narrower,
          change: change(remaining([word])),
          parts: []
        )
      )
    }
    if droppable.count > 1, let first = Word.allCases.first, chosen.contains(first) {
      options.append(
        Option(
          name: "\(noun) \(first.rawValue) only",
          condition: "only \(noun) \(first.rawValue) counts",
          effect: .narrower,
          change: change([first]),
          parts: Array(start..<options.count)
        )
      )
    }
    guard !options.isEmpty else { return nil }
    let names = Word.allCases.filter { chosen.contains($0) }.map(\.rawValue)
    return ReadingChoice(
      subject: subject,
      base: "\(noun) \(names.joined(separator: ", "))",
      options: options
    )
  }

  /// A choice with one other way.
  static func single(
    _ subject: Subject,
    base: String,
    _ name: String,
    _ condition: String,
    _ effect: Effect,
    _ change: Change
  ) -> ReadingChoice {
    let option = Option(
      name: name,
      condition: condition,
      effect: effect,
      change: change,
      parts: []
    )
    return ReadingChoice(subject: subject, base: base, options: [option])
  }
}

extension CoverageQuestion {
  /// The question with one choice made otherwise; duplicates are no matter of the question.
  mutating func apply(_ change: ReadingChoice.Change) {
    switch change {
    case .bases(let bases): self.bases = bases
    case .modalities(let modalities): self.modalities = modalities
    case .evidence(let evidence): self.evidence = evidence
    case .anyTime: period = nil
    case .namedColumnsOnly: derivations = []
    case .rollUp(let relation): rollUp = relation
    case .mergesDuplicates: break
    }
  }
}
