internal import AssistanceModel
internal import GraphCore

/// Decides which statements count in a question.
///
/// A table, as hashing a case's word for every fact costs more than all the rest of coverage.
struct Scope {
  private let period: Validity?
  /// The reasons for every basis, modality and class of evidence.
  private let reasons: [LeftOut]

  init(_ question: CoverageQuestion) {
    period = question.period
    var reasons: [LeftOut] = []
    for basis in Basis.allCases {
      for modality in Modality.allCases {
        for evidence in EvidenceClass.allCases {
          var found: LeftOut = []
          if !question.bases.contains(basis) { found.insert(.basis) }
          if !question.modalities.contains(modality) { found.insert(.modality) }
          if !question.evidence.contains(evidence) { found.insert(.evidence) }
          reasons.append(found)
        }
      }
    }
    self.reasons = reasons
  }

  /// Why a relation does not count.
  func leftOut(_ edge: Edge) -> LeftOut {
    leftOut(
      edge[.basis] ?? .explicit,
      edge[.modality] ?? .does,
      edge[.evidence],
      edge.validity
    )
  }

  /// Why each fact does not count, by its number.
  func leftOut(_ facts: FactTable) -> [LeftOut] {
    let (bases, modalities) = (facts.bases, facts.modalities)
    let (evidence, validities) = (facts.evidence, facts.validities)
    return bases.indices.map {
      leftOut(bases[$0], modalities[$0], evidence[$0], validities[$0])
    }
  }

  private func leftOut(
    _ basis: Basis,
    _ modality: Modality,
    _ evidence: EvidenceClass?,
    _ validity: @autoclosure () -> Validity
  ) -> LeftOut {
    let evidence = evidence ?? EvidenceClass(basis, modality)
    let modalityPlace = basis.place * Modality.placeCount + modality.place
    var found = reasons[modalityPlace * EvidenceClass.placeCount + evidence.place]
    if let period, !validity().overlaps(period) { found.insert(.time) }
    return found
  }
}

/// The weaker of two bases.
func weaker(_ left: Basis, _ right: Basis) -> Basis {
  left.weakness >= right.weakness ? left : right
}

/// The first of two modalities that is not "does".
func weaker(_ left: Modality, _ right: Modality) -> Modality {
  left == .does ? right : left
}

// The places of cases among all of them, found without looking through a list.

extension Basis {
  fileprivate var place: Int {
    switch self {
    case .explicit: 0
    case .implied: 1
    case .thematic: 2
    case .ambiguous: 3
    }
  }
}

extension Modality {
  fileprivate static let placeCount = 8

  fileprivate var place: Int {
    switch self {
    case .does: 0
    case .can: 1
    case .should: 2
    case .must: 3
    case .recommended: 4
    case .mandated: 5
    case .pledged: 6
    case .listedAsExample: 7
    }
  }
}

extension EvidenceClass {
  fileprivate static let placeCount = 3

  fileprivate var place: Int {
    switch self {
    case .documented: 0
    case .declared: 1
    case .coPresence: 2
    }
  }
}
