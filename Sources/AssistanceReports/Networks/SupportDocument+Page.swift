public import AssistanceModel
internal import AssistancePlanning
internal import CoordinationAnalysis
internal import CoverageAnalysis
internal import GraphCore

extension SupportDocument {
  /// The answer as people read it.
  ///
  /// - Parameters:
  ///   - graph: The graph that was asked.
  ///   - length: How much is told.
  /// - Returns: The page.
  public func page(in graph: AssistanceGraph, length: PageLength = .brief) -> ReportPage {
    var page = ReportPage(
      "Through whom \(source.name) could support \(column.name) in \(row.name)"
    )
    for (place, situation) in situations.enumerated() {
      if place > 0 { page.parts.append(.heading(Self.heading(situation))) }
      page.parts.append(.paragraph(sentence(situation)))
      let partners =
        situation.partners.count > length.told + 1
        ? situation.partners.prefix(length.told) : situation.partners[...]
      append(Array(partners), to: &page, graph, length)
      if partners.count < situation.partners.count {
        page.parts.append(
          .paragraph(
            "\(partners.count) of \(situation.partners.count) partners are told; --full tells all."
          )
        )
      }
      if !situation.candidates.isEmpty {
        page.parts += [
          .heading(
            place > 0 ? "Who else could be worked with then" : "Who else could be worked with"
          ),
          .paragraph(
            (situation.candidates.count < situation.candidateCount
              ? "\(situation.candidates.count) of \(situation.candidateCount) are told; --top tells more. "
              : "")
              + "They are not reported for it there; pillar candidates tells more of each"
              + (length == .full ? "." : ", and --full the steps of each route.")
          ),
          .table(Self.candidateTable(situation.candidates)),
          .entries(
            situation.candidates.filter { !$0.offers.isEmpty }.map {
              ReportPage.Entry(
                "\($0.actor.name) offers it in general",
                length.list($0.offers, "statements; --full tells them, json too")
                  + [
                    length.list($0.sources.map(\.text).distinct, "; ", most: length.keys, "sources")
                  ]
              )
            }
          ),
        ]
        if length == .full { append(situation.candidates, to: &page, graph, length) }
      }
      let table = withoutTable(situation)
      if !table.rows.isEmpty {
        page.parts += [.heading("If somebody on the way is out"), .table(table)]
      }
    }
    page.parts.append(.heading("How this was found"))
    page.parts.append(.paragraph("Counted as reported: \(scope.sentence)."))
    for sentence in conventions { page.parts.append(.paragraph(sentence)) }
    page.append(documents: documents)
    return page
  }

  /// A line for each step of the routes.
  public var table: ReportTable {
    var table = ReportTable(
      [
        "without", "partner", "is", "facts", "offers", "route cost", "weak", "step", "from", "to",
        "evidence",
        "by", "sources", "on every route", "partner id", "from id", "to id",
      ],
      alignments: [.left, .left, .left, .left, .left, .right, .left, .right]
    )
    for situation in situations {
      let out = situation.without.map(\.name).joined(separator: " | ")
      let all =
        situation.partners.map { ($0, "reported") } + situation.candidates.map { ($0, "candidate") }
      for (partner, role) in all {
        let start = [
          out, partner.actor.name, role, partner.facts.map(\.id).joined(separator: " | "),
          partner.offers.joined(separator: " | "),
          partner.route.map { PathWords.number($0.cost) } ?? "", partner.isWeak ? "yes" : "no",
        ]
        let last = [
          partner.onEveryRoute.map(\.name).joined(separator: " | "), partner.actor.id,
        ]
        guard let route = partner.route, !route.steps.isEmpty else {
          table.append(start + Array(repeating: "", count: 6) + last)
          continue
        }
        for (index, step) in route.steps.enumerated() {
          table.append(
            start + [
              String(index + 1), step.from.name, step.to.name, step.evidence.rawValue,
              step.witnesses.map(\.text).joined(separator: " | "),
              step.witnesses.flatMap(\.sources).map(\.text).joined(separator: " | "),
            ] + last + [step.from.id, step.to.id]
          )
        }
      }
    }
    return table
  }

  // MARK: Parts

  private static func heading(_ situation: Situation) -> String {
    "Without " + situation.without.map(\.name).joined(separator: ", ")
  }

  private func sentence(_ situation: Situation) -> String {
    var sentence = "\(row.name) × \(column.name): \(situation.state.phrase)."
    if situation.isActive { sentence += " \(source.name) is reported there itself." }
    if !situation.unnamed.isEmpty {
      sentence +=
        " Reported without a name: "
        + situation.unnamed.map(\.name).joined(separator: ", ") + "; no route leads there."
    }
    let reached = situation.partners.count { $0.route != nil && !$0.isWeak }
    switch situation.partners.count {
    case 0: break
    case let count:
      sentence +=
        " \(source.name) reaches \(reached) of \(count) over documented or declared links."
    }
    return sentence
  }

  private func append(
    _ partners: [Partner],
    to page: inout ReportPage,
    _ graph: AssistanceGraph,
    _ length: PageLength
  ) {
    for (index, partner) in partners.enumerated() {
      page.parts.append(.heading("\(index + 1). \(partner.actor.name)\(Self.summary(partner))"))
      let facts = partner.facts.map { NodeID($0.id) }
      if !facts.isEmpty { page.parts.append(Evidence.part(facts, in: graph, length)) }
      for sentence in partner.noPath { page.parts.append(.paragraph(sentence)) }
      guard let route = partner.route else { continue }
      if !partner.classes.isEmpty {
        let names = partner.classes.map(\.name).joined(separator: ", ")
        page.parts.append(
          .paragraph(
            "Weak: \(names) \(partner.classes.count == 1 ? "is a class" : "are classes") of actors, a"
              + " word for many; nothing says that the same members are meant on both sides."
          )
        )
      }
      if route.weakestEvidence == .coPresence {
        page.parts.append(
          .paragraph(
            "Weak: no documented or declared route leads there. This one rests on being named with the"
              + " same thing, which says nothing of working together."
          )
        )
      }
      // Where many are reached over the same thing, its facts would be told again and again.
      if partner.isWeak, partners.count > 3, length == .brief { continue }
      page.parts.append(
        .entries(route.steps.enumerated().map { $1.entry(number: $0 + 1, length) })
      )
      if !partner.onEveryRoute.isEmpty {
        let names = partner.onEveryRoute.map(\.name).joined(separator: ", ")
        page.parts.append(.paragraph("On every such route: \(names)."))
      }
    }
  }

  private static func summary(_ partner: Partner) -> String {
    guard let route = partner.route else { return ": no route" }
    if route.steps.isEmpty { return "" }
    let steps = NetworkWords.count(route.steps.count, "step")
    let over = route.steps.dropLast().map(\.to.name)
    return (over.isEmpty ? ": directly" : ": over " + over.joined(separator: ", "))
      + " (cost \(PathWords.number(route.cost)), \(steps)" + (partner.isWeak ? ", weak)" : ")")
  }

  private static func candidateTable(_ partners: [Partner]) -> ReportTable {
    var table = ReportTable(
      ["who", "why", "over", "cost", "weakest link"],
      alignments: [.left, .left, .left, .right]
    )
    for partner in partners {
      let over = partner.route.map { $0.steps.dropLast().map(\.to.name) }
      table.append([
        partner.actor.name, partner.reasons.map(\.words).joined(separator: ", "),
        over.map { $0.isEmpty ? "directly" : $0.joined(separator: " → ") } ?? "no route",
        partner.route.map { PathWords.number($0.cost) } ?? "",
        partner.route?.weakestEvidence?.rawValue ?? "",
      ])
    }
    return table
  }

  private func withoutTable(_ situation: Situation) -> ReportTable {
    var table = ReportTable(
      ["to", "without", "what is left", "cost"],
      alignments: [
        .left, .left, .left, .right,
      ]
    )
    for partner in situation.partners {
      for without in partner.without {
        let over = without.route.map { route in
          let names = route.steps.dropLast().map(\.to.name)
          return names.isEmpty ? "directly" : "over " + names.joined(separator: ", ")
        }
        table.append([
          partner.actor.name, without.actor.name, over ?? "no documented or declared route",
          without.route.map { PathWords.number($0.cost) } ?? "",
        ])
      }
    }
    return table
  }
}

extension Candidate.Reason {
  /// Why somebody could step in, in a few words.
  fileprivate var words: String {
    switch self {
    case .here: "there for something else"
    case .nearBy: "does it near by"
    case .elsewhere: "does it elsewhere"
    case .general: "offers it in general"
    case .relative: "somebody close to it does it"
    case .route: "a route leads there"
    }
  }
}
