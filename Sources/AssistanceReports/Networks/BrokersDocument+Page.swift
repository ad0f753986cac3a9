internal import AssistanceModel
internal import CoordinationAnalysis

extension BrokersDocument {
  /// The answer as people read it.
  ///
  /// - Parameters:
  ///   - limit: How many actors are listed; `nil` is as many as the length allows.
  ///   - length: How much is told.
  /// - Returns: The page.
  public func page(limit: Int? = nil, length: PageLength = .brief) -> ReportPage {
    var page = ReportPage("Who stands between others: \(collection)")
    page.parts.append(.paragraph(network.sentence))
    for warning in network.warnings { page.parts.append(.paragraph(warning)) }
    page.parts.append(.paragraph(partSentence))
    for sentence in network.conventions { page.parts.append(.paragraph(sentence)) }
    page.parts.append(.paragraph(rankSentence))
    let shown = min(limit ?? (length == .full ? brokers.count : 15), brokers.count)
    if shown < brokers.count {
      page.parts.append(
        .paragraph(
          "\(shown) of \(brokers.count) actors are shown; --full tells all, --top how many."
        )
      )
    }
    guard shown > 0 else { return page }
    page.parts.append(.table(positionTable(shown)))
    page.parts += [.heading("Roles, by \(groupedBy)"), .table(roleTable(shown))]
    let told = brokers.prefix(shown).filter { $0.steps != nil && $0.linkCount > 0 }
    if !told.isEmpty {
      page.parts += [
        .heading("What their links rest on"),
        .entries(told.map { entry($0, length) }),
      ]
    }
    if !bridges.isEmpty {
      let steps = bridges.map { "\($0.from.name) – \($0.to.name) (\($0.evidence.rawValue))" }
      page.parts += [
        .heading("Links that nothing replaces"),
        .paragraph("Without any one of these, two parts of the network have no contact."),
        .list(length.list(steps, "links; --full tells them, json too")),
      ]
    }
    if !unlinked.isEmpty {
      page.parts += [
        .heading("Actors that nothing links in this scope"),
        .paragraph(length.list(unlinked.map(\.name), ", ", most: length.lines) + "."),
      ]
    }
    page.append(documents: documents)
    page.parts += [.heading("How to read this")] + explanations.map { .paragraph($0) }
    return page
  }

  /// A line for each actor, with every measure.
  public var table: ReportTable {
    var table = ReportTable([
      "rank", "tied", "actor", "group", "links documented", "links declared", "links co-presence",
      "betweenness", "closeness", "harmonic", "pagerank", "eigenvector", "constraint",
      "effective size", "core", "cuts off", "coordinator", "gatekeeper", "representative",
      "consultant", "liaison", "roles", "linked with ids", "statements", "actor id",
    ])
    for broker in brokers {
      let steps = broker.steps ?? []
      table.append(
        [String(broker.rank), String(broker.tied), broker.actor.name, broker.group ?? ""]
          + EvidenceClass.allCases.map { String(broker.links[$0.rawValue] ?? 0) }
          + [broker.betweenness, broker.closeness, broker.harmonic, broker.pageRank].map {
            String($0)
          }
          + [broker.eigenvector, broker.constraint, broker.effectiveSize].map {
            $0.map { String($0) } ?? ""
          }
          + [broker.core, broker.cutsOff, broker.roles.coordinator, broker.roles.gatekeeper].map {
            String($0)
          }
          + [
            broker.roles.representative, broker.roles.consultant, broker.roles.liaison,
            broker.roles.total,
          ].map { String($0) }
          + [
            steps.map(\.to.id).joined(separator: " | "),
            steps.flatMap(\.witnesses).map(\.text).joined(separator: " | "), broker.actor.id,
          ]
      )
    }
    return table
  }

  // MARK: Parts

  private var partSentence: String {
    let count = parts["count"] ?? 0
    let linked = NetworkWords.count(brokers.count, "actor")
    let without = "\(unlinked.count) \(unlinked.count == 1 ? "has" : "have") no link in this scope"
    switch count {
    case 0:
      return network.emptySentence
    case 1: return "The \(linked) with links hang together; \(without)."
    default:
      return "The \(linked) with links fall into \(count) parts, the largest of"
        + " \(parts["largest"] ?? 0); \(without)."
    }
  }

  private var rankSentence: String {
    let order = BrokerMeasure(rawValue: measure)?.isBestLow == true ? "the least" : "the most"
    let found =
      method.name == "exact"
      ? ""
      : " Betweenness is an estimate from \(method.starts) actors drawn at random: with"
        + " \(NetworkWords.percent(method.confidence)) confidence no number is further off than"
        + " \(NetworkWords.percent(method.error))."
    return "Ranked by \(measure), \(order) first; equals share a rank and stand in the order of the"
      + " collection." + found
  }

  private func positionTable(_ shown: Int) -> ReportTable {
    var table = ReportTable(
      ["", "actor", groupedBy, "links", "between", "cuts off", "constraint", "harmonic"],
      alignments: [.right, .left, .left, .right, .right, .right, .right, .right]
    )
    for broker in brokers.prefix(shown) {
      table.append([
        String(broker.rank) + (broker.tied > 1 ? "=" : ""), broker.actor.name, broker.group ?? "–",
        String(broker.linkCount), NetworkWords.percent(broker.betweenness), String(broker.cutsOff),
        broker.constraint.map { Self.hundredths($0) } ?? "–", Self.hundredths(broker.harmonic),
      ])
    }
    return table
  }

  private func roleTable(_ shown: Int) -> ReportTable {
    var table = ReportTable(
      ["actor", "coordinator", "gatekeeper", "representative", "consultant", "liaison", "all"],
      alignments: [.left] + Array(repeating: .right, count: 6)
    )
    for broker in brokers.prefix(shown) {
      let roles = broker.roles
      let counts = [
        roles.coordinator, roles.gatekeeper, roles.representative, roles.consultant, roles.liaison,
        roles.total,
      ]
      table.append([broker.actor.name] + counts.map { String($0) })
    }
    return table
  }

  private func entry(_ broker: Entry, _ length: PageLength) -> ReportPage.Entry {
    let steps = (broker.steps ?? []).map { step in
      let first = step.witnesses.first
      let more = step.witnesses.count - 1
      let sources = length.list(
        first?.sources.map(\.text) ?? [],
        "; ",
        most: length.keys,
        "sources"
      )
      return "\(step.to.name) (\(step.evidence.rawValue)): \(first?.text ?? "a shared place")"
        + " — \(sources.isEmpty ? "no source" : sources)"
        + (more > 0 ? " and \(NetworkWords.count(more, "more statement"))" : "")
    }
    return ReportPage.Entry(
      "\(broker.actor.name): \(NetworkWords.count(broker.linkCount, "link"))",
      length.list(steps, "links; --full tells them, json too")
    )
  }

  private var explanations: [String] {
    [
      "Between: the share of all shortest paths between two other actors that pass this one; equal"
        + " paths share it. Cuts off: how many others lose contact with the largest part that is left"
        + " without it. Constraint: low for who links others that do not know each other (Burt)."
        + " Harmonic: the mean of one over the distance to every other, nothing for those out of"
        + " reach. A place in this network is no judgement of anyone's work.",
      "Roles count pairs without a link of their own, each once for each way in which it can be"
        + " walked. Coordinator: all three of one group. Gatekeeper and representative: between its"
        + " own group and another, inwards and outwards. Consultant: between two of another group."
        + " Liaison: three groups. Actors without a stated \(groupedBy) are a group of their own.",
    ]
  }

  private static func hundredths(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
