public import GraphCore

/// How likely a statement holds, by what it says of itself.
///
/// The first of these counts: its own `probability`; the meaning of its `confidence` word; what is
/// laid down here for its basis; what is laid down for all others, which is that they are certain.
///
///     var rules = CertaintyRules(collection.metadata.question.confidence)
///     rules.bases[.thematic] = ProbabilityRange(from: 0.4, through: 0.6)
public struct CertaintyRules: Hashable, Sendable {
  /// What words of confidence mean.
  public var scale: ConfidenceScale
  /// How likely statements of a basis hold that say nothing of it themselves.
  public var bases: [Basis: ProbabilityRange] = [:]
  /// How likely every other statement holds.
  public var otherwise = ProbabilityRange.certain

  /// Creates rules by which only what a statement says of itself counts.
  public init(_ scale: ConfidenceScale = .standard) {
    self.scale = scale
  }

  /// How likely a fact, or another node that states something, holds.
  public func range(of node: Node) -> ProbabilityRange {
    range(node[.probability], node[.confidence], node[.basis])
  }

  /// How likely a relation holds.
  public func range(of edge: Edge) -> ProbabilityRange {
    range(edge[.probability], edge[.confidence], edge[.basis])
  }

  private func range(
    _ probability: Double?,
    _ confidence: String?,
    _ basis: Basis?
  ) -> ProbabilityRange {
    if let stated = probability.flatMap({ ProbabilityRange($0) }) { return stated }
    if let meant = confidence.flatMap({ scale[$0] }) { return meant }
    return bases[basis ?? .explicit] ?? otherwise
  }

  /// The rules in words for a report.
  public var sentence: String {
    var parts = ["a statement's own probability or word of confidence"]
    parts += Basis.allCases.compactMap { basis in
      bases[basis].map { "else \($0.text) where its basis is \(basis.rawValue)" }
    }
    parts.append(otherwise == .certain ? "all others are certain" : "else \(otherwise.text)")
    return parts.joined(separator: "; ")
  }
}

extension ProbabilityRange {
  /// The range for a sentence: `0.7`, or `0.55 to 0.8`.
  public var text: String {
    isExact ? Self.text(low) : "\(Self.text(low)) to \(Self.text(high))"
  }

  private static func text(_ number: Double) -> String {
    CellText.number((number * 10_000).rounded() / 10_000)
  }
}
