internal import AssistanceModel
internal import GraphCore

/// Decides which statements count in a question.
struct Scope {
  private let question: CoverageQuestion

  init(_ question: CoverageQuestion) {
    self.question = question
  }

  func leftOut(
    basis: Basis,
    modality: Modality,
    evidence: EvidenceClass?,
    validity: Validity
  ) -> LeftOut {
    var reasons: LeftOut = []
    if !question.bases.contains(basis) { reasons.insert(.basis) }
    if !question.modalities.contains(modality) { reasons.insert(.modality) }
    let evidence = evidence ?? EvidenceClass(basis, modality)
    if !question.evidence.contains(evidence) { reasons.insert(.evidence) }
    if let period = question.period, !validity.overlaps(period) { reasons.insert(.time) }
    return reasons
  }
}

/// The weaker of two bases.
func weaker(_ left: Basis, _ right: Basis) -> Basis {
  left.weakness >= right.weakness ? left : right
}
