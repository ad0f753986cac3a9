internal import AssistanceModel
public import CoverageAnalysis
internal import GraphCore

/// Which statements counted in an answer.
public struct ScopeDocument: Codable, Hashable, Sendable {
  /// The bases that count, firmest first.
  public let basis: [String]
  /// The modalities that count.
  public let modality: [String]
  /// The classes of evidence that count.
  public let evidence: [String]
  /// The first date of the period asked of.
  public let from: String?
  /// The last date of the period asked of.
  public let until: String?
  /// The relation through which a part counts as its whole.
  public let rollUp: String?

  /// Tells the scope of a question.
  public init(_ question: CoverageQuestion) {
    basis = Basis.allCases.filter { question.bases.contains($0) }.map(\.rawValue)
    modality = Modality.allCases.filter { question.modalities.contains($0) }.map(\.rawValue)
    evidence = EvidenceClass.allCases.filter { question.evidence.contains($0) }.map(\.rawValue)
    from = question.period?.from?.description
    until = question.period?.until?.description
    rollUp = question.rollUp?.rawValue
  }

  /// The scope in a sentence.
  public var sentence: String {
    CoverageQuestion.scopeSentence(
      basis: basis,
      modality: modality,
      evidence: evidence,
      from: from,
      until: until,
      rollUp: rollUp
    )
  }
}
