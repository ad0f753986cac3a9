internal import AssistanceModel
internal import CoordinationAnalysis

extension ReachDocument {
  /// The answer as people read it.
  ///
  /// - Parameter length: How much is told of each actor.
  /// - Returns: The page.
  public func page(length: PageLength = .brief) -> ReportPage {
    var page = ReportPage("The fewest actors who reach all others in one step: \(collection)")
    page.parts.append(.paragraph(network.sentence))
    for warning in network.warnings { page.parts.append(.paragraph(warning)) }
    page.parts.append(.paragraph(sentence))
    page.parts.append(.paragraph(scopeSentence))
    for sentence in network.conventions { page.parts.append(.paragraph(sentence)) }
    if !members.isEmpty {
      page.parts.append(.table(memberTable))
      page.parts += [
        .heading("Whom they reach, and on what evidence"),
        .entries(members.map { entry($0, length) }),
      ]
    }
    if !unreached.isEmpty {
      page.parts += [
        .heading(
          times == 1
            ? "Actors that nobody who may be taken reaches"
            : "Actors that fewer than \(times) who may be taken reach"
        ),
        .paragraph(length.list(unreached.map(\.name), ", ", most: length.lines) + "."),
      ]
    }
    if !unlinked.isEmpty {
      page.parts += [
        .heading("Actors that nothing links in this scope"),
        .paragraph(length.list(unlinked.map(\.name), ", ", most: length.lines) + "."),
      ]
    }
    page.append(documents: documents)
    page.parts += [
      .heading("How to read this"),
      .paragraph(
        "Reach: a link to the actor in this scope, either way. Alone: no other of the group has one. In"
          + " every smallest group: without it more actors are needed; of the others, someone else"
          + " could take their place. Of several smallest groups one is told, always the same. A link is"
          + " no promise, and a small group is not yet a good one: who is asked has to be able and"
          + " willing."
      ),
    ]
    return page
  }

  /// A line for each link of each member.
  public var table: ReportTable {
    var table = ReportTable([
      "member", "in every smallest group", "reaches", "alone", "evidence", "by", "sources",
      "member id", "reaches id", "ending", "size", "bound",
    ])
    for member in members {
      let alone = Set(member.reachesAlone.map(\.id))
      for step in member.steps {
        table.append([
          member.actor.name, member.isInEvery.map { $0 ? "yes" : "no" } ?? "", step.to.name,
          alone.contains(step.to.id) ? "yes" : "no", step.evidence.rawValue,
          step.witnesses.map(\.text).joined(separator: " | "),
          step.sourcesByStatement, member.actor.id,
          step.to.id, ending, String(members.count), bound.map { String($0) } ?? "",
        ])
      }
    }
    return table
  }

  // MARK: Words

  private var sentence: String {
    let reached = times == 1 ? "reach" : "reach, each of them \(times) times over,"
    guard let bound else {
      return "No group of those who may be taken reaches all and hangs together."
    }
    guard !members.isEmpty else { return network.emptySentence }
    let others = Set(members.flatMap { $0.reaches.map(\.id) }).count
    let proof =
      ending == "proven"
      ? "no smaller group does"
      : "the search was given up: a smaller group may exist, but none below \(bound)"
    let told = "\(NetworkWords.count(members.count, "actor"))"
    let verb = members.count == 1 && times == 1 ? "reaches" : reached
    return
      "\(told) \(verb) all \(NetworkWords.count(others, "other")) that can be reached; \(proof)."
      + (unreached.isEmpty
        ? "" : " \(NetworkWords.count(unreached.count, "linked actor")) cannot be reached so.")
      + (unlinked.isEmpty
        ? "" : " \(unlinked.count) \(unlinked.count == 1 ? "has" : "have") no link in this scope.")
      + (parts > 1
        ? " Those with links fall into \(parts) parts that nothing joins, so each needs actors of its own."
        : "")
  }

  private var scopeSentence: String {
    var parts = [
      among.isEmpty
        ? "Anyone with links may be taken"
        : "Only \(among.joined(separator: ", ")) may be taken: \(NetworkWords.count(candidates, "actor"))"
    ]
    if isConnected {
      parts.append("the group hangs together by links among itself, in each part of the network")
    }
    if times > 1 { parts.append("who is not in it has links to at least \(times) who are") }
    return parts.joined(separator: "; ") + "."
  }

  private var memberTable: ReportTable {
    var table = ReportTable(
      ["actor", "reaches", "alone", "in every smallest group"],
      alignments: [.left, .right, .right, .left]
    )
    for member in members {
      table.append([
        member.actor.name, String(member.reaches.count), String(member.reachesAlone.count),
        member.isInEvery.map { $0 ? "yes" : "no" } ?? "not found out",
      ])
    }
    return table
  }

  private func entry(_ member: Member, _ length: PageLength) -> ReportPage.Entry {
    let steps = member.steps.map { $0.linkSentence(length) }
    return ReportPage.Entry(
      "\(member.actor.name): \(NetworkWords.count(member.steps.count, "link"))",
      length.list(steps, "links; --full tells them, json too")
    )
  }
}

extension PathDocument.Step {
  /// Where each statement is stated, in their order: “002 l.13; 003 p.4 | 005 p.2”.
  var sourcesByStatement: String {
    witnesses.map { $0.sources.map(\.text).joined(separator: "; ") }.joined(separator: " | ")
  }

  /// Where the step ends and the strongest that says so, in a line; over a shared place one
  /// statement of each side.
  func linkSentence(_ length: PageLength) -> String {
    let told = [
      witnesses.first { $0.actor == from.id } ?? witnesses.first,
      witnesses.first { $0.actor == to.id },
    ]
    .compactMap(\.self)
    let more = witnesses.count - told.count
    let statements = told.map { witness in
      let sources = length.list(witness.sources.map(\.text), "; ", most: length.keys, "sources")
      return "\(witness.text) — \(sources.isEmpty ? "no source" : sources)"
    }
    return "\(to.name) (\(evidence.rawValue)): "
      + (statements.isEmpty
        ? "a shared place — no source" : statements.joined(separator: "; and "))
      + (more > 0 ? " and \(NetworkWords.count(more, "more statement"))" : "")
  }
}
