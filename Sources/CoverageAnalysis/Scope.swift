internal import AssistanceModel
internal import GraphCore

/// Decides which statements count in a question.
struct Scope {
  private let period: Validity?
  /// The reasons for each basis, modality and class of evidence; none stands for a statement
  /// that does not name its class.
  private let reasons: [LeftOut]

  init(_ question: CoverageQuestion) {
    period = question.period
    var reasons: [LeftOut] = []
    for basis in Basis.allCases {
      for modality in Modality.allCases {
        let stated: [EvidenceClass?] = [nil] + EvidenceClass.allCases
        for evidence in stated {
          var found: LeftOut = []
          if !question.bases.contains(basis) { found.insert(.basis) }
          if !question.modalities.contains(modality) { found.insert(.modality) }
          let evidence = evidence ?? EvidenceClass(basis, modality)
          if !question.evidence.contains(evidence) { found.insert(.evidence) }
          reasons.append(found)
        }
      }
    }
    self.reasons = reasons
  }

  func leftOut(
    basis: Basis,
    modality: Modality,
    evidence: EvidenceClass?,
    validity: @autoclosure () -> Validity
  ) -> LeftOut {
    // Eight modalities, and four entries for a class of evidence or none.
    var found = reasons[(basis.place * 8 + modality.place) * 4 + (evidence?.place ?? 0)]
    if let period, !validity().overlaps(period) { found.insert(.time) }
    return found
  }
}

/// The weaker of two bases.
func weaker(_ left: Basis, _ right: Basis) -> Basis {
  left.weakness >= right.weakness ? left : right
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
  /// Counted from 1; zero stands for none.
  fileprivate var place: Int {
    switch self {
    case .documented: 1
    case .declared: 2
    case .coPresence: 3
    }
  }
}
