internal import AssistanceModel
internal import CoordinationAnalysis

extension CommunitiesDocument {
  /// The answer as people read it.
  ///
  /// - Parameter length: How much is told.
  /// - Returns: The page.
  public func page(length: PageLength = .brief) -> ReportPage {
    var page = ReportPage("Groups of actors: \(collection)")
    page.parts.append(.paragraph(network.sentence))
    for warning in network.warnings + cautions { page.parts.append(.paragraph(warning)) }
    page.parts.append(.paragraph(sentence))
    for sentence in network.conventions { page.parts.append(.paragraph(sentence)) }
    if !communities.isEmpty {
      page.parts.append(.table(communityTable))
      page.parts += [
        .heading("Who is in which group"),
        .entries(
          communities.map { community in
            ReportPage.Entry(
              "Group \(community.number): \(NetworkWords.count(community.size, "actor"))",
              [length.list(community.members.map(\.name), ", ", most: 2 * length.lines, "actors")]
            )
          }
        ),
      ]
    }
    page.parts += tieParts(length)
    if !unlinked.isEmpty {
      page.parts += [
        .heading("Actors that nothing links in this scope"),
        .paragraph(length.list(unlinked.map(\.name), ", ", most: length.lines) + "."),
      ]
    }
    page.append(documents: documents)
    page.parts += [.heading("How to read this"), .paragraph(explanation)]
    return page
  }

  /// A line for each actor with links, by group.
  public var table: ReportTable {
    var table = ReportTable([
      "group", "group size", "group links inside", "group links out", "actor", "links to groups",
      "links out", "linked outside ids", "statements", "sources", "statements link to ids",
      "actor id", "modularity",
    ])
    let told = Dictionary(ties.map { ($0.actor.id, $0) }) { first, _ in first }
    for community in communities {
      for member in community.members {
        let tie = told[member.id]
        let steps = tie?.steps ?? []
        table.append([
          String(community.number), String(community.size), String(community.insideCount),
          String(community.linksOut), member.name, String(tie?.linksTo.count ?? 0),
          String(tie?.linksOut ?? 0), steps.map(\.to.id).joined(separator: " | "),
          steps.flatMap(\.witnesses).map(\.text).joined(separator: " | "),
          steps.filter { !$0.witnesses.isEmpty }.map(\.sourcesByStatement).joined(separator: " | "),
          steps.flatMap { step in step.witnesses.map { _ in step.to.id } }
            .joined(separator: " | "),
          member.id, modularity.map(CommunityWords.thousandths) ?? "",
        ])
      }
    }
    return table
  }

  // MARK: Parts

  private var sentence: String {
    guard let modularity else { return network.emptySentence }
    let count = communities.reduce(0) { $0 + $1.size }
    let inside = communities.reduce(0) { $0 + $1.insideCount }
    let between = communities.reduce(0) { $0 + $1.linksOut } / 2
    return "\(NetworkWords.count(count, "linked actor")) in"
      + " \(NetworkWords.count(communities.count, "group")); \(NetworkWords.count(inside, "link"))"
      + " inside groups, \(between) between them. Modularity"
      + " \(CommunityWords.thousandths(modularity)), resolution \(PathWords.number(resolution));"
      + " the best of \(NetworkWords.count(runs, "run")) from seed \(seed)."
  }

  private var communityTable: ReportTable {
    var table = ReportTable(
      ["group", "actors", "links inside", "links out", "most links inside"],
      alignments: [.right, .right, .right, .right, .left]
    )
    for community in communities {
      table.append([
        String(community.number), String(community.size), String(community.insideCount),
        String(community.linksOut),
        community.members.prefix(3).map(\.name).joined(separator: ", "),
      ])
    }
    return table
  }

  private func tieParts(_ length: PageLength) -> [ReportPage.Part] {
    guard !ties.isEmpty else { return [] }
    var table = ReportTable(
      ["actor", "its group", "links inside", "links out", "to groups"],
      alignments: [.left, .right, .right, .right, .left]
    )
    let shown = min(length.lines, ties.count)
    for tie in ties.prefix(shown) {
      let groups = tie.linksTo.map { String($0.community) }
      table.append([
        tie.actor.name, String(tie.community), String(tie.linksInside), String(tie.linksOut),
        groups.joined(separator: ", "),
      ])
    }
    var parts: [ReportPage.Part] = [.heading("Who ties groups together")]
    if shown < ties.count {
      parts.append(.paragraph("\(shown) of \(ties.count) actors are shown; --full tells all."))
    }
    parts.append(.table(table))
    let told = ties.prefix(shown).filter { $0.steps != nil }
    if !told.isEmpty {
      parts += [
        .heading("What their links out rest on"),
        .entries(
          told.map { tie in
            ReportPage.Entry(
              "\(tie.actor.name): \(NetworkWords.count(tie.linksOut, "link")) out",
              length.list(
                (tie.steps ?? []).map { $0.linkSentence(length) },
                "links; --full tells them, json too"
              )
            )
          }
        ),
      ]
    }
    return parts
  }

  private var explanation: String {
    "Groups were found by the algorithm of Leiden (Traag, Waltman and van Eck 2019) for modularity:"
      + " the share of links inside groups, less the share that chance would put there for actors with"
      + " as many links; at most 1. Each linked pair counts once, direction is ignored, and every"
      + " group hangs together. The groups are good ones, not proven the best; --seed gives others,"
      + " --resolution above 1 smaller ones. A group says who is linked with whom in the"
      + " sources, not who sees itself as one group."
  }
}
