public import AssistanceModel
public import CoordinationAnalysis
public import GraphCore

/// Which actors and links a network was made of, and what to bear in mind.
public struct NetworkDocument: Codable, Hashable, Sendable {
  /// How many actors, linked or not.
  public let actors: Int
  /// How many pairs of actors are linked, by the strongest evidence of each link.
  public let links: [String: Int]
  /// The share of all pairs that are linked, from 0 to 1.
  public let density: Double
  /// The kinds of relations that link, facts as provider.
  public let kinds: [String]
  /// The role of facts whose nodes make co-presence; absent where that is no link.
  public let sharing: String?
  /// What was asked and how, in sentences.
  public let conventions: [String]
  /// What makes the answer weak, in sentences; empty if nothing does.
  public let warnings: [String]

  /// Describes a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - graph: The graph that was asked.
  ///   - passed: The actors that an answer leads over; classes among them are warned of.
  public init(
    _ network: CoordinationNetwork,
    in graph: AssistanceGraph,
    over passed: [NodeID] = []
  ) {
    let searched = network.searched
    let counts = network.linkCounts()
    actors = searched.nodes
    links = Dictionary(
      uniqueKeysWithValues: EvidenceClass.allCases.map { ($0.rawValue, counts[$0] ?? 0) }
    )
    density = network.density.rounded(toPlaces: 6)
    kinds = searched.kinds.map(\.rawValue)
    sharing = network.scope.evidence.contains(.coPresence) ? network.sharing.rawValue : nil
    conventions = [NetworkWords.scope(network, in: graph)]
    warnings =
      NetworkWords.warnings(network, counts) + RouteWords.passedClasses(passed, in: graph)
  }

  /// Whether being active in the same place makes a link.
  var hasCoPresence: Bool { sharing != nil }

  /// That there are no links, and what would be one.
  var emptySentence: String {
    "Nothing links any two actors in this scope."
      + (hasCoPresence
        ? "" : " With --evidence all, being active in the same place would; that is weak.")
  }

  /// What there is, in a sentence.
  var sentence: String {
    let total = links.values.reduce(0, +)
    let classes = EvidenceClass.allCases.compactMap { evidence -> String? in
      let count = links[evidence.rawValue] ?? 0
      return count == 0 ? nil : "\(count) \(evidence.rawValue)"
    }
    return
      "The network: \(NetworkWords.count(actors, "actor")), \(NetworkWords.count(total, "link"))"
      + (classes.isEmpty ? "" : " (\(classes.joined(separator: ", ")))")
      + "; \(NetworkWords.percent(density)) of all pairs are linked."
  }
}

extension Double {
  /// The number without digits that only rounding made.
  func rounded(toPlaces places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}
