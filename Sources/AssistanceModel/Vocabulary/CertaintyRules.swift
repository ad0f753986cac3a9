public import GraphCore

/// How likely a statement holds, by what it says of itself.
///
/// The first of these counts: its own `probability`; the meaning of its `confidence` word; what is
/// laid down here for its basis, or for the next firmer one of which something is; what is laid down
/// for all others, which is that they are certain.
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
    return self[basis ?? .explicit] ?? otherwise
  }

  /// What is laid down for a basis: its own, or that of the next firmer one that has some.
  private subscript(basis: Basis) -> ProbabilityRange? {
    Basis.allCases.filter { $0.weakness <= basis.weakness && bases[$0] != nil }
      .max { $0.weakness < $1.weakness }.flatMap { bases[$0] }
  }

  /// The rules in words for a report.
  public var sentence: String {
    var parts = ["a statement's own probability or word of confidence"]
    for basis in Basis.allCases {
      guard let range = bases[basis] else { continue }
      let alike = Basis.allCases.filter {
        $0 == basis || (bases[$0] == nil && $0.weakness > basis.weakness && self[$0] == range)
      }
      let names = alike.map(\.rawValue).joined(separator: " or ")
      let isAll = alike.count == Basis.allCases.count
      parts.append("else \(range.text)" + (isAll ? "" : " where its basis is \(names)"))
    }
    if bases[.explicit] == nil {
      parts.append(otherwise == .certain ? "all others are certain" : "else \(otherwise.text)")
    }
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
