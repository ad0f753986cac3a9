internal import AssistanceModel
internal import GraphCore

extension CoverageQuestion {
  /// Which statements count, in words for a report or a picture.
  ///
  ///     CoverageQuestion().scopeSentence
  ///     // "basis explicit; modality does; any time; every actor by itself"
  public var scopeSentence: String {
    Self.scopeSentence(
      basis: Basis.allCases.filter { bases.contains($0) }.map(\.rawValue),
      modality: Modality.allCases.filter { modalities.contains($0) }.map(\.rawValue),
      evidence: EvidenceClass.allCases.filter { evidence.contains($0) }.map(\.rawValue),
      from: period?.from?.description,
      until: period?.until?.description,
      rollUp: rollUp?.rawValue
    )
  }

  /// The same sentence of a scope that was written down in words.
  package static func scopeSentence(
    basis: [String],
    modality: [String],
    evidence: [String],
    from: String?,
    until: String?,
    rollUp: String?
  ) -> String {
    var parts = [
      "basis " + basis.joined(separator: ", "), "modality " + modality.joined(separator: ", "),
    ]
    if evidence.count < EvidenceClass.allCases.count {
      parts.append("evidence " + evidence.joined(separator: ", "))
    }
    switch (from, until) {
    case (nil, nil): parts.append("any time")
    case (let from?, nil): parts.append("since \(from)")
    case (nil, let until?): parts.append("until \(until)")
    case (let from?, let until?): parts.append(from == until ? "in \(from)" : "\(from) to \(until)")
    }
    parts.append(rollUp.map { "parts counted as their wholes (\($0))" } ?? "every actor by itself")
    return parts.joined(separator: "; ")
  }
}
