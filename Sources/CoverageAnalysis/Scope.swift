internal import AssistanceModel
internal import GraphCore

/// What a statement says of itself, or what two that are needed together come to.
struct Claim {
  var basis: Basis
  var modality: Modality
  var evidence: EvidenceClass
  var validity: Validity

  /// What a relation says of itself.
  init(_ edge: Edge) {
    basis = edge[.basis] ?? .explicit
    modality = edge[.modality] ?? .does
    evidence = edge[.evidence] ?? EvidenceClass(basis, modality)
    validity = edge.validity
  }

  /// What a fact says of itself.
  init(_ facts: FactTable, _ fact: Int) {
    basis = facts.bases[fact]
    modality = facts.modalities[fact]
    evidence = facts.evidence[fact] ?? EvidenceClass(basis, modality)
    validity = facts.validities[fact]
  }
}

/// Decides which statements count in a question.
struct Scope {
  private let question: CoverageQuestion

  init(_ question: CoverageQuestion) {
    self.question = question
  }

  func leftOut(_ claim: Claim) -> LeftOut {
    var reasons: LeftOut = []
    if !question.bases.contains(claim.basis) { reasons.insert(.basis) }
    if !question.modalities.contains(claim.modality) { reasons.insert(.modality) }
    if !question.evidence.contains(claim.evidence) { reasons.insert(.evidence) }
    if !holds(claim.validity) { reasons.insert(.time) }
    return reasons
  }

  /// Decides for a statement and the relation that leads on from it: both must count.
  func leftOut(_ claim: Claim, over relation: Claim) -> LeftOut {
    leftOut(claim).union(leftOut(relation))
  }

  private func holds(_ validity: Validity) -> Bool {
    question.period.map { validity.overlaps($0) } ?? true
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
