internal import AssistanceModel
internal import CoordinationAnalysis

extension CutsDocument {
  /// The answer as people read it.
  ///
  /// - Parameter length: How much is told.
  /// - Returns: The page.
  public func page(length: PageLength = .brief) -> ReportPage {
    var page = ReportPage("What the routes from \(source.name) to \(target.name) depend on")
    for sentence in summary + warnings + conventions + noPath {
      page.parts.append(.paragraph(sentence))
    }
    guard let best, !best.steps.isEmpty else {
      page.append(documents: documents)
      return page
    }
    page.parts += [.heading("Who is on every route"), .paragraph(everyRoute)]
    page.parts += actorPart(length) + linkPart(length)
    if !without.isEmpty {
      page.parts += [
        .heading("If an actor on the best route is out"),
        .paragraph(
          "The best route that is left without each, and without the facts that it alone provides."
        ),
        .entries(without.map { entry($0, length) }),
      ]
    }
    page.parts += routeParts(length)
    page.append(documents: documents)
    return page
  }

  /// A line for each member of each set and each step of each route.
  public var table: ReportTable {
    var table = ReportTable(
      [
        "part", "set", "place", "from", "to", "evidence", "cost", "by", "sources", "from id",
        "to id", "note",
      ],
      alignments: [.left, .right, .right]
    )
    for actor in onEveryRoute.enumerated() {
      table.append(Self.line("on every route", 1, actor.offset + 1, actor.element))
    }
    for (set, actors) in (actorCuts?.sets ?? []).enumerated() {
      for (place, actor) in actors.enumerated() {
        table.append(Self.line("actor cut", set + 1, place + 1, actor))
      }
    }
    for (set, steps) in (linkCuts?.sets ?? []).enumerated() {
      for (place, step) in steps.enumerated() {
        table.append(Self.line("link cut", set + 1, place + 1, step))
      }
    }
    func append(_ part: String, _ paths: [PathDocument.Path], note: String = "") {
      for path in paths {
        for (place, step) in path.steps.enumerated() {
          table.append(Self.line(part, path.rank, place + 1, step, note: note))
        }
      }
    }
    append("best route", [best].compactMap(\.self))
    append("route with nobody between", [direct].compactMap(\.self))
    append("route apart", apart.paths)
    append("route sharing no link", sharingNoLink.paths)
    append("cheapest pair", cheapestPair?.paths ?? [])
    for (place, without) in without.enumerated() {
      let note = "\(without.outcome.rawValue) without \(without.actor.name)"
      if let after = without.after {
        for (step, told) in after.steps.enumerated() {
          table.append(Self.line("next best route", place + 1, step + 1, told, note: note))
        }
      } else {
        table.append(Self.line("next best route", place + 1, 0, without.actor, note: note))
      }
    }
    return table
  }

  private static func line(
    _ part: String,
    _ set: Int,
    _ place: Int,
    _ node: NodeLabel,
    note: String = ""
  ) -> [String] {
    [part, String(set), String(place), node.name, "", "", "", "", "", node.id, "", note]
  }

  private static func line(
    _ part: String,
    _ set: Int,
    _ place: Int,
    _ step: PathDocument.Step,
    note: String = ""
  ) -> [String] {
    [
      part, String(set), String(place), step.from.name, step.to.name, step.evidence.rawValue,
      PathWords.number(step.cost), step.witnesses.map(\.text).joined(separator: " | "),
      step.witnesses.flatMap(\.sources).map(\.text).joined(separator: " | "), step.from.id,
      step.to.id, note,
    ]
  }

  // MARK: Parts

  private var summary: [String] {
    guard let best else { return [] }
    guard !best.steps.isEmpty else { return ["Both ends are the same."] }
    let separate = apart.paths.count
    let byLink = sharingNoLink.paths.count
    return [
      "The best route: \(names(best)) (\(measure(best))).",
      (separate == 1
        ? "There are no two routes that share nothing between the ends"
        : "\(separate) routes share nothing between the ends, and no more can")
        + (byLink == separate ? "." : "; \(byLink) can share no link."),
    ]
  }

  private var everyRoute: String {
    onEveryRoute.isEmpty
      ? "Nobody: round each there is another way."
      : "Every route passes, in this order: \(onEveryRoute.map(\.name).joined(separator: ", "))."
  }

  private func actorPart(_ length: PageLength) -> [ReportPage.Part] {
    let heading = ReportPage.Part.heading("Fewest actors whose loss cuts every route")
    guard let actorCuts else {
      let route = direct.map { names($0) } ?? ""
      return [
        heading,
        .paragraph("No loss of actors does: on the route \(route) nobody is between the ends."),
      ]
    }
    let sets = actorCuts.sets.map { $0.map(\.name).joined(separator: ", ") }
    return [
      heading,
      .paragraph(
        sentence(size: actorCuts.size, "actor", count: actorCuts.count, actorCuts.isCounted)
      ),
      .list(
        length.list(sets, "sets; --full tells them, csv and json too")
          + unlisted(actorCuts.sets.count, of: actorCuts.count, actorCuts.isCounted)
      ),
    ]
  }

  private func linkPart(_ length: PageLength) -> [ReportPage.Part] {
    guard let linkCuts else { return [] }
    let shown = min(linkCuts.sets.count, length == .full ? .max : 5)
    let entries = linkCuts.sets.prefix(shown).map { steps in
      ReportPage.Entry(
        length.list(
          steps.map { "\($0.from.name) → \($0.to.name)" },
          "; ",
          most: length.keys,
          "links"
        ),
        length.list(steps.map { evidence($0, length) }, "links; --full tells them")
      )
    }
    var parts: [ReportPage.Part] = [
      .heading("Fewest links whose loss cuts every route"),
      .paragraph(sentence(size: linkCuts.size, "link", count: linkCuts.count, linkCuts.isCounted)),
      .entries(Array(entries)),
    ]
    if shown < linkCuts.sets.count {
      parts.append(
        .paragraph(
          "\(NetworkWords.count(linkCuts.sets.count - shown, "more set")); --full tells"
            + " \(linkCuts.sets.count - shown == 1 ? "it" : "them"), csv and json too."
        )
      )
    } else {
      parts += unlisted(shown, of: linkCuts.count, linkCuts.isCounted).map { .paragraph($0) }
    }
    return parts
  }

  private func routeParts(_ length: PageLength) -> [ReportPage.Part] {
    var parts: [ReportPage.Part] = [.heading("Routes that share nothing between the ends")]
    if apart.paths.count == 1, apart.paths == [best].compactMap(\.self) {
      parts.append(.paragraph("Only one at a time, the best route among them."))
    } else {
      parts += [
        .paragraph(
          "\(counted(apart.paths.count, "route")), \(cost(apart)); no set is larger, and none so"
            + " large costs less."
        ),
        routes(apart.paths, length),
      ]
    }
    if let pair = cheapestPair, apart.paths.count > 2 {
      parts += [
        .paragraph("The cheapest two, \(cost(pair)):"), routes(pair.paths, length),
      ]
    }
    if sharingNoLink != apart {
      parts += [
        .heading("Routes of which no two take the same link"),
        .paragraph("\(counted(sharingNoLink.paths.count, "route")), \(cost(sharingNoLink))."),
        routes(sharingNoLink.paths, length),
      ]
    }
    return parts
  }

  private func routes(_ paths: [PathDocument.Path], _ length: PageLength) -> ReportPage.Part {
    let shown = paths.count > length.keys + 1 ? length.keys : paths.count
    var entries = paths.prefix(shown).map { path in
      ReportPage.Entry(
        "\(path.rank)  \(names(path)) (\(measure(path)))",
        path.steps.map { evidence($0, length) }
      )
    }
    if shown < paths.count {
      let more = "\(paths.count - shown) more routes; --full tells them, csv and json too"
      entries.append(ReportPage.Entry(more, []))
    }
    return .entries(entries)
  }

  private func entry(_ without: Without, _ length: PageLength) -> ReportPage.Entry {
    let name = without.actor.name
    guard let after = without.after else {
      let end =
        without.outcome == .unknown ? "the search was given up early" : "no route is left"
      return ReportPage.Entry("\(name) out: \(end).", [])
    }
    let change =
      after.cost == without.before
      ? "the same cost, \(PathWords.number(after.cost))"
      : "cost \(PathWords.number(after.cost)), with everybody \(PathWords.number(without.before))"
    return ReportPage.Entry(
      "\(name) out: the next best route is \(names(after)) (\(change)).",
      after.steps.map { evidence($0, length) }
    )
  }

  // MARK: Words

  private func names(_ path: PathDocument.Path) -> String {
    ([source.name] + path.steps.map(\.to.name)).joined(separator: " → ")
  }

  private func measure(_ path: PathDocument.Path) -> String {
    "cost \(PathWords.number(path.cost)), \(counted(path.steps.count, "step"))"
      + (path.weakestEvidence == .coPresence ? ", weak: over co-presence" : "")
  }

  private func cost(_ routes: Routes) -> String {
    let cost = "cost \(PathWords.number(routes.cost))"
    return routes.paths.count == 1 ? cost : cost + " together"
  }

  /// A step with the first of what says so, and where that is stated.
  private func evidence(_ step: PathDocument.Step, _ length: PageLength) -> String {
    let told = length == .full ? step.witnesses[...] : step.witnesses.prefix(1)
    let texts = told.map { witness in
      let sources = length.list(witness.sources.map(\.text), "; ", most: 2, "sources")
      return witness.text + " — " + (sources.isEmpty ? "no source" : sources)
    }
    let more = step.witnesses.count - told.count
    return "\(step.from.name) → \(step.to.name) (\(step.evidence.rawValue)): "
      + texts.joined(separator: " | ") + (more > 0 ? " and \(counted(more, "more statement"))" : "")
  }

  private func sentence(size: Int, _ thing: String, count: Int, _ isCounted: Bool) -> String {
    let enough = size == 1 ? "1 \(thing) is enough" : "\(size) \(thing)s are enough, fewer are not"
    let sets =
      count == 1
      ? "there is 1 such set"
      : isCounted
        ? "there are \(count) such sets, all as small"
        : "there are more than \(count) such sets, all as small"
    return "\(enough); \(sets)."
  }

  private func unlisted(_ listed: Int, of count: Int, _ isCounted: Bool) -> [String] {
    guard listed < count || !isCounted else { return [] }
    let rest = isCounted ? "\(count - listed)" : "more than \(count - listed)"
    return ["\(rest) more are counted and not listed; --sets lists more"]
  }

  private func counted(_ number: Int, _ thing: String) -> String {
    NetworkWords.count(number, thing)
  }
}
