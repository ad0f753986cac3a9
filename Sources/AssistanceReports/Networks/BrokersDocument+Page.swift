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
    if Set(brokers.map(\.group)).count > 1 {
      page.parts += [.heading("Roles, by \(groupedBy)"), .table(roleTable(shown))]
    } else {
      page.parts.append(
        .paragraph(
          "Roles are not told: no two of them have another \(groupedBy). --groups names the property"
            + " by which they differ."
        )
      )
    }
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
    page.parts +=
      [.heading("How to read this")] + explanations.filter { !$0.isEmpty }.map { .paragraph($0) }
    return page
  }

  /// A line for each actor, with every measure.
  public var table: ReportTable {
    var table = ReportTable([
      "rank", "tied", "actor", "group", "links documented", "links declared", "links co-presence",
      "betweenness", "closeness", "harmonic", "pagerank", "eigenvector", "constraint",
      "effective size", "core", "cuts off", "coordinator", "gatekeeper", "representative",
      "consultant", "liaison", "roles", "linked with ids", "statements", "sources", "actor id",
    ])
    for broker in brokers {
      let steps = broker.steps ?? []
      let shares = [broker.betweenness, broker.closeness, broker.harmonic, broker.pageRank]
      let others = [broker.eigenvector, broker.constraint, broker.effectiveSize]
      let roles = broker.roles
      let counts = [
        broker.core, broker.cutsOff, roles.coordinator, roles.gatekeeper, roles.representative,
        roles.consultant, roles.liaison, roles.total,
      ]
      let statements = steps.map { $0.witnesses.map(\.text).joined(separator: "; ") }
      let sources = steps.map { step in
        step.witnesses.flatMap(\.sources).map(\.text).distinct.joined(separator: "; ")
      }
      var row = [String(broker.rank), String(broker.tied), broker.actor.name, broker.group ?? ""]
      row += EvidenceClass.allCases.map { String(broker.links[$0.rawValue] ?? 0) }
      row += shares.map { String($0) }
      row += others.map { $0.map { String($0) } ?? "" }
      row += counts.map { String($0) }
      row += [steps.map(\.to.id), statements, sources].map { $0.joined(separator: " | ") }
      row.append(broker.actor.id)
      table.append(row)
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
    let usual = ["betweenness", "constraint", "harmonic", "links", "cuts-off", "roles"]
    let ranked = usual.contains(measure) ? nil : BrokerMeasure(rawValue: measure)
    var table = ReportTable(
      ["", "actor", groupedBy, "links", "between", "cuts off", "constraint", "harmonic"]
        + (ranked == nil ? [] : [measure]),
      alignments: [.right, .left, .left, .right, .right, .right, .right, .right, .right]
    )
    for broker in brokers.prefix(shown) {
      table.append(
        [
          String(broker.rank) + (broker.tied > 1 ? "=" : ""), broker.actor.name,
          broker.group ?? "–",
          String(broker.linkCount), NetworkWords.percent(broker.betweenness),
          String(broker.cutsOff),
          broker.constraint.map { Self.hundredths($0) } ?? "–", Self.hundredths(broker.harmonic),
        ] + (ranked.map { [broker.told($0)] } ?? [])
      )
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
      // What puts each in the same place are two statements.
      let told = step.witnesses.prefix(step.evidence == .coPresence ? 2 : 1)
      let more = step.witnesses.count - told.count
      let texts = told.map { witness in
        let sources = length.list(witness.sources.map(\.text), "; ", most: length.keys, "sources")
        return "\(witness.text) — \(sources.isEmpty ? "no source" : sources)"
      }
      return "\(step.to.name) (\(step.evidence.rawValue)): " + texts.joined(separator: "; and ")
        + (more > 0 ? " and \(NetworkWords.count(more, "more statement"))" : "")
    }
    return ReportPage.Entry(
      "\(broker.actor.name): \(NetworkWords.count(broker.linkCount, "link"))",
      length.list(steps, "links; --full tells them, json too")
    )
  }

  private var explanations: [String] {
    [
      "Between: of all pairs of other actors, linked or not, the share whose shortest paths pass this"
        + " one; equal paths share it, and a pair that nothing connects adds nothing. Cuts off: how many others lose contact with the largest part that is left"
        + " without it. Constraint: low for who links others that do not know each other (Burt)."
        + " Harmonic: the mean of one over the distance to every other, nothing for those out of"
        + " reach. A place in this network is no judgement of anyone's work.",
      Self.meaning[measure] ?? "",
      "Roles count pairs without a link of their own, each once for each way in which it can be"
        + " walked. Coordinator: all three of one group. Gatekeeper and representative: between its"
        + " own group and another, inwards and outwards. Consultant: between two of another group."
        + " Liaison: three groups. Actors without a stated \(groupedBy) are a group of their own.",
    ]
  }

  /// What a measure says that the table does not always show.
  private static let meaning = [
    "closeness":
      "Closeness: one over the mean distance to those in reach, times the share of others"
      + " in reach (Wasserman and Faust); outward where links have a direction.",
    "pagerank": "PageRank: how often a walk that follows links at random, and jumps in 15 of 100"
      + " steps, is at the actor; all together are 1. Without direction it is near to links.",
    "eigenvector":
      "Eigenvector: how well tied the actor is to those who are well tied, in the largest"
      + " part alone; the squares of all are 1.",
    "core": "Core: the largest number of links that everybody has in some part where it is in.",
    "effective-size":
      "Effective size: how many of those it is linked with are left if those who know"
      + " each other count less (Burt).",
  ]

  private static func hundredths(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension BrokersDocument.Entry {
  /// The number of a measure, as the table shows it.
  fileprivate func told(_ measure: BrokerMeasure) -> String {
    func thousandths(_ number: Double) -> String {
      let thousandths = Int((number * 1000).rounded())
      let rest = String(1000 + thousandths % 1000).dropFirst()
      return "\(thousandths / 1000).\(rest)"
    }
    return switch measure {
    case .closeness: thousandths(closeness)
    case .pageRank: thousandths(pageRank)
    case .eigenvector: eigenvector.map { thousandths($0) } ?? "–"
    case .core: String(core)
    case .effectiveSize: effectiveSize.map { thousandths($0) } ?? "–"
    default: ""
    }
  }
}
