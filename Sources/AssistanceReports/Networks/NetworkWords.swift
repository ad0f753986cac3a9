internal import AssistanceModel
internal import CoordinationAnalysis
internal import GraphCore

/// Says in sentences what a network of actors is made of.
enum NetworkWords {
  /// A number of things, one told as one.
  static func count(_ number: Int, _ thing: String) -> String {
    "\(number) \(thing)\(number == 1 ? "" : "s")"
  }

  /// A share in tenths of a percent, or less where it is small but not nothing.
  static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    if tenths == 0, share > 0 { return "under 0.1 %" }
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }

  /// Which actors and links count.
  static func scope(_ network: CoordinationNetwork, in graph: AssistanceGraph) -> String {
    let scope = network.scope
    let classes = EvidenceClass.allCases.filter { scope.evidence.contains($0) }
    var parts = [
      "relations and facts that tie two actors, by "
        + classes.map(\.rawValue).joined(separator: ", ") + " evidence",
      network.scope.kinds == Set(graph.schema.linkKinds + [.provider])
        ? "of every kind but those that only file or cite"
        : "of the kinds " + network.searched.kinds.map(\.rawValue).joined(separator: ", "),
      scope.followsDirection
        ? "links walked from their first end to their second" : "links walked both ways",
    ]
    if scope.evidence.contains(.coPresence) {
      parts.append("co-presence is being named with the same \(network.sharing)")
    }
    if let costs = scope.stepCosts {
      parts.append(
        "distance in cost: documented \(PathWords.number(costs.documented)), declared"
          + " \(PathWords.number(costs.declared)), co-presence \(PathWords.number(costs.coPresence))"
      )
    } else {
      parts.append("distance in steps")
    }
    if let period = scope.period { parts.append("holding \(period)") }
    if !scope.avoiding.isEmpty {
      let names = scope.avoiding.sorted().map { graph.name(of: $0) }
      parts.append("without " + names.joined(separator: ", "))
    }
    parts.append(
      scope.passesClasses
        ? "classes of actors taken in, placeholders left out"
        : "classes of actors and placeholders left out"
    )
    return "Links: " + parts.joined(separator: "; ") + "."
  }

  /// The least density from which a network says little of who stands where.
  private static let dense = 0.15
  /// The fewest actors of whom that can be said.
  private static let few = 10

  /// What makes an answer about a network weak.
  static func warnings(_ network: CoordinationNetwork, _ counts: [EvidenceClass: Int]) -> [String] {
    var sentences: [String] = []
    let total = counts.values.reduce(0, +)
    if let weak = counts[.coPresence], weak > 0 {
      sentences.append(
        "Weak: \(weak) of \(count(total, "link")) \(weak == 1 ? "is" : "are") co-presence. Two actors"
          + " who work in the same place need not know of each other; who stands between others, and"
          + " which groups there are, then tells who works where, and not who coordinates."
      )
    }
    if network.actors.count >= few, network.density >= dense {
      sentences.append(
        "Dense: \(percent(network.density)) of all pairs are linked. Where nearly everyone is linked"
          + " with everyone, measures of position and groups say little."
      )
    }
    return sentences
  }
}
