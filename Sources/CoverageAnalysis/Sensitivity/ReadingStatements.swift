internal import AssistanceModel
internal import GraphCore

/// The statements of a matrix by what decides whether they count, so that a reading costs one look
/// at each kind of statement and each provider of a cell.
struct ReadingStatements {
  /// What decides whether a fact or a relation counts.
  struct Traits: Hashable {
    var basis: Basis
    var modality: Modality
    var evidence: EvidenceClass
    var isInPeriod: Bool
  }

  /// A fact and the relation that leads to the column, if one does.
  struct Signature: Hashable {
    var fact: Traits
    var relation: Traits?
  }

  /// Somebody who is said to be in a cell by statements of one signature.
  struct Mention: Hashable {
    var signature: UInt32
    /// The provider's row, or `none` for a fact that names nobody.
    var provider: UInt32
    static let none = UInt32.max
  }

  let signatures: [Signature]
  /// The mentions of each cell, each once.
  let mentions: [Mention]
  private let starts: [Int]
  private var numbers: [Signature: UInt32]
  private let factTraits: [Traits]
  private let graph: AssistanceGraph
  private let period: Validity?

  /// Gathers every statement that a report counted or left out.
  init(_ report: CoverageReport) {
    let facts = report.graph.facts
    let period = report.question.period
    let (bases, modalities) = (facts.bases, facts.modalities)
    let (evidence, validities) = (facts.evidence, facts.validities)
    factTraits = bases.indices.map { fact in
      Traits(
        basis: bases[fact],
        modality: modalities[fact],
        evidence: evidence[fact] ?? EvidenceClass(bases[fact], modalities[fact]),
        isInPeriod: period.map { validities[fact].overlaps($0) } ?? true
      )
    }
    graph = report.graph
    self.period = period
    let ends = facts.ends(report.question.providers)
    var numbers: [Signature: UInt32] = [:]
    var signatures: [Signature] = []
    var relations: [UInt32: Traits] = [:]
    var mentions: [Mention] = []
    var starts = [0]
    var seen: Set<Mention> = []
    for cell in report.states.indices {
      seen.removeAll(keepingCapacity: true)
      for entries in [report.counted, report.leftOut] {
        for place in entries.run(cell) {
          let entry = entries.entries[place]
          var signature = Signature(fact: factTraits[Int(entry.fact)], relation: nil)
          if entry.via != CoverageEntries.Entry.direct {
            let traits = relations[entry.via] ?? Traits(report.graph, entry.via, period)
            relations[entry.via] = traits
            signature.relation = traits
          }
          let number = numbers[signature] ?? UInt32(signatures.count)
          if number == signatures.count {
            numbers[signature] = number
            signatures.append(signature)
          }
          let run = ends.run(Int(entry.fact))
          if run.isEmpty {
            let mention = Mention(signature: number, provider: Mention.none)
            if seen.insert(mention).inserted { mentions.append(mention) }
          }
          for end in run {
            let mention = Mention(signature: number, provider: ends.rows[end])
            if seen.insert(mention).inserted { mentions.append(mention) }
          }
        }
      }
      starts.append(mentions.count)
    }
    self.signatures = signatures
    self.numbers = numbers
    self.mentions = mentions
    self.starts = starts
  }

  /// The places in ``mentions`` of a cell's.
  func run(_ cell: Int) -> Range<Int> { starts[cell]..<starts[cell + 1] }

  /// The signature of an entry.
  func signature(of entry: CoverageEntries.Entry) -> Int? {
    var signature = Signature(fact: factTraits[Int(entry.fact)], relation: nil)
    if entry.via != CoverageEntries.Entry.direct {
      signature.relation = Traits(graph, entry.via, period)
    }
    return numbers[signature].map { Int($0) }
  }

  /// Which signatures count in a question.
  func counting(_ question: CoverageQuestion) -> [Bool] {
    signatures.map { signature in
      guard question.counts(signature.fact) else { return false }
      guard let relation = signature.relation else { return true }
      return !question.derivations.isEmpty && question.counts(relation)
    }
  }
}

extension ReadingStatements.Traits {
  init(_ graph: AssistanceGraph, _ row: UInt32, _ period: Validity?) {
    let edge = Edge(graph: graph.graph, row: Int(row))
    basis = edge[.basis] ?? .explicit
    modality = edge[.modality] ?? .does
    evidence = edge[.evidence] ?? EvidenceClass(basis, modality)
    isInPeriod = period.map { edge.validity.overlaps($0) } ?? true
  }
}

extension CoverageQuestion {
  /// Whether a statement counts.
  fileprivate func counts(_ traits: ReadingStatements.Traits) -> Bool {
    bases.contains(traits.basis) && modalities.contains(traits.modality)
      && evidence.contains(traits.evidence) && (period == nil || traits.isInPeriod)
  }
}
