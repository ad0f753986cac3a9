internal import AssistanceModel
internal import CoordinationAnalysis

extension ConnectDocument {
  /// The answer as people read it.
  ///
  /// - Parameter length: How much is told of each link.
  /// - Returns: The page.
  public func page(length: PageLength = .brief) -> ReportPage {
    var page = ReportPage("The smallest network that connects \(names(asked)): \(collection)")
    page.parts.append(.paragraph(network.sentence))
    for warning in network.warnings { page.parts.append(.paragraph(warning)) }
    if let weak = weakSentence { page.parts.append(.paragraph(weak)) }
    page.parts.append(.paragraph(sentence))
    for sentence in network.conventions { page.parts.append(.paragraph(sentence)) }
    if !parts.isEmpty {
      page.parts.append(.list(parts.map { "together: \(names($0))" }))
    }
    if !connectors.isEmpty {
      page.parts += [
        .heading("Who connects them, and was not named"),
        .entries(
          connectors.map { connector in
            ReportPage.Entry(
              "\(connector.actor.name): \(lossWords(connector))",
              ["joins " + joinedWords(connector.joins)]
            )
          }
        ),
      ]
    }
    if !steps.isEmpty {
      page.parts += [
        .heading("The links"),
        .entries(steps.enumerated().map { $1.entry(number: $0 + 1, length) }),
      ]
    }
    page.append(documents: documents)
    page.parts += [
      .heading("How to read this"),
      .paragraph(
        "The links make a tree: without any one of them somebody is cut off. Links that are not needed"
          + " to connect the actors are left out, however strong they are; path tells the routes between"
          + " two of them. Of several networks of the same size one is told, always the same. A link says"
          + " that two have worked together or are tied in the sources, not that either would do so here."
      ),
    ]
    return page
  }

  /// A line for each link.
  public var table: ReportTable {
    var table = ReportTable([
      "link", "from", "to", "evidence", "cost", "by", "basis", "modality", "sources",
      "from is", "to is", "from id", "to id", "ending", "total", "bound",
    ])
    let askedIDs = Set(asked.map(\.id))
    func standing(_ label: NodeLabel) -> String {
      askedIDs.contains(label.id) ? "asked" : "connector"
    }
    for (place, step) in steps.enumerated() {
      table.append([
        String(place + 1), step.from.name, step.to.name, step.evidence.rawValue,
        PathWords.number(step.cost), step.witnesses.map(\.text).joined(separator: " | "),
        step.witnesses.map(\.basis.rawValue).joined(separator: " | "),
        step.witnesses.map(\.modality.rawValue).joined(separator: " | "),
        step.sourcesByStatement,
        standing(step.from), standing(step.to), step.from.id, step.to.id, ending,
        cost.map(PathWords.number) ?? "", bound.map(PathWords.number) ?? "",
      ])
    }
    return table
  }

  // MARK: Words

  private func names(_ labels: [NodeLabel]) -> String {
    guard let last = labels.last, labels.count > 1 else { return labels.first?.name ?? "" }
    return labels.dropLast().map(\.name).joined(separator: ", ") + " and " + last.name
  }

  /// Parts that are joined: “A and B with C”, “A with B and with C”.
  private func joinedWords(_ parts: [[NodeLabel]]) -> String {
    guard let first = parts.first, let last = parts.last, parts.count > 1 else {
      return parts.first.map(names) ?? ""
    }
    let between = parts.dropFirst().dropLast().map { " with \(names($0))" }
    return names(first) + between.joined(separator: ",")
      + (between.isEmpty ? "" : " and") + " with " + names(last)
  }

  /// Whether cost is something other than the number of links.
  private var isWeighted: Bool { steps.contains { $0.cost != 1 } }

  private var sentence: String {
    guard let cost, let bound else {
      return "Nothing in this scope connects all of them: they lie in \(parts.count) parts"
        + " that no link joins." + openedSentence
    }
    let connected =
      "\(NetworkWords.count(steps.count, "link"))"
      + (isWeighted ? " that cost \(PathWords.number(cost))" : "")
      + " connect the \(NetworkWords.count(asked.count, "actor"))"
      + (connectors.isEmpty
        ? " without anyone else"
        : " over \(NetworkWords.count(connectors.count, "other"))")
    let proof =
      ending == "proven"
      ? "no network that connects them is smaller"
      : "the search was given up: a smaller one may exist, but none below \(PathWords.number(bound))"
    return "\(connected); \(proof)."
  }

  /// What would connect them, if less were asked.
  private var openedSentence: String {
    let words = openedBy.compactMap { PathRestriction(rawValue: $0) }.map { restriction in
      switch restriction {
      case .kinds: "with every kind of relation"
      case .evidence:
        "with --evidence all, where being active in the same place is a link, a weak one"
      case .time: "at any time"
      case .avoiding: "with nobody avoided"
      case .unnamedActors: "with classes of actors taken in (--with-classes)"
      case .through, .direction, .pattern, .length, .orderInTime: restriction.rawValue
      }
    }
    return words.isEmpty ? "" : " Something does \(words.joined(separator: "; or "))."
  }

  private var weakSentence: String? {
    let weak = steps.count { $0.evidence == .coPresence }
    guard weak > 0 else { return nil }
    return "Weak: \(weak) of the \(NetworkWords.count(steps.count, "link")) told here"
      + " \(weak == 1 ? "is" : "are") co-presence alone."
  }

  private func lossWords(_ connector: Connector) -> String {
    switch connector.without {
    case "replaceable": return "another network of the same size does without it"
    case "parts": return "nothing connects them without it"
    case "costs-more":
      let more = connector.extraCost ?? 0
      return isWeighted
        ? "without it the network costs \(PathWords.number(more)) more"
        : "without it the network needs \(NetworkWords.count(Int(more), "link")) more"
    default: return "whether it can be replaced was not found out"
    }
  }
}
