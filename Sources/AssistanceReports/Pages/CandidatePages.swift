public import AssistanceModel
public import AssistancePlanning
internal import CoordinationAnalysis
public import CoverageAnalysis
internal import GraphCore

extension CoverageReport {
  /// The candidates for one gap as people read them.
  ///
  /// - Parameters:
  ///   - answer: Candidates for a gap of this report.
  ///   - options: What was asked beside the matrix.
  ///   - documents: The documents that the collection cites.
  ///   - length: How much is told of them.
  /// - Returns: A page with a table for each group, the reasons of each, and the evidence.
  public func page(
    candidates answer: GapCandidates,
    options: CandidateOptions = CandidateOptions(),
    documents: [SourceDocument] = [],
    length: PageLength = .brief
  ) -> ReportPage {
    let words = CandidateWords(self)
    var page = ReportPage(
      words.heading(of: answer) + ": \(words.name(answer.row)) × \(words.name(answer.column))"
    )
    page.parts.append(.paragraph(words.standing(answer)))
    page.parts += conventions(options)
    if answer.candidates.isEmpty {
      page.parts.append(.paragraph("No candidate was found in this scope."))
    } else if answer.candidates.count < answer.count {
      page.parts.append(
        .paragraph("\(answer.candidates.count) of \(answer.count) candidates are told: see --top.")
      )
    }
    let away = answer.candidates.filter { $0.here.isEmpty }
    let hasRoutes = away.contains { $0.route != nil }
    if options.findsRoutes, !away.isEmpty, !hasRoutes {
      page.parts.append(
        .paragraph(
          "Of those who are not here, none has a documented route to it in this collection."
        )
      )
    }
    for group in CandidateGroup.allCases {
      let some = answer.candidates.filter { CandidateGroup($0) == group }
      guard !some.isEmpty else { continue }
      let told = length.prefix(some)
      page.parts.append(.heading("\(group.heading): \(some.count)"))
      page.parts.append(.table(table(told, group, showsRoutes: hasRoutes)))
      if told.count < some.count {
        page.parts.append(.paragraph("and \(some.count - told.count) more; --full tells all"))
      }
    }
    let told = length.prefix(answer.candidates)
    if !told.isEmpty {
      page.parts += [
        .heading("Why" + (told.count < answer.count ? ", for the first \(told.count)" : "")),
        .entries(told.map { reasons($0, options, length) }),
      ]
    }
    if let unnamed = words.unnamed(answer) {
      page.parts += [.heading("Not named"), .paragraph(unnamed)]
    }
    if !answer.hints.isEmpty {
      page.parts += [
        .heading("Left out, but would add somebody"),
        .list(length.list(answer.hints.map { words.hint($0) }, "actors")),
      ]
    }
    let facts = told.flatMap { $0.facts + ($0.route?.facts ?? []) }
    if !facts.isEmpty {
      page.parts += [.heading("Evidence"), Evidence.part(facts, in: graph, length)]
    }
    page.append(
      documents: DocumentLabel.cited(
        Evidence.documents(facts, in: graph) + answer.relationDocuments(in: graph),
        in: documents
      )
    )
    page.parts += candidateReading
    return page
  }

  /// What counted and how candidates are ranked.
  private func conventions(_ options: CandidateOptions) -> [ReportPage.Part] {
    [
      .paragraph("Counted: \(ScopeDocument(question).sentence)."),
      .paragraph(CandidateWords.routes(options)),
      .paragraph("Ranked: \(Self.candidateRankingRule)."),
    ]
  }

  private func table(
    _ candidates: [Candidate],
    _ group: CandidateGroup,
    showsRoutes: Bool
  ) -> ReportTable {
    let words = CandidateWords(self)
    typealias Column = (heading: String, text: (Candidate) -> String)
    var columns: [Column] = [
      ("rank", { String($0.rank) }), ("who", { words.name($0.actor) }),
    ]
    if candidates.contains(where: { !$0.here.isEmpty }) {
      columns.append(("here for", { words.here($0) }))
    }
    if candidates.contains(where: { $0.nearest != nil }) {
      columns.append(("does it in", { words.nearest($0) }))
    }
    if candidates.contains(where: { !words.further($0).isEmpty }) {
      columns.append(("further", { words.further($0) }))
    }
    if group == .relative {
      columns.append(
        ("related to", { $0.relatives.map { words.name($0.actor) }.joined(separator: ", ") })
      )
    }
    if showsRoutes {
      columns.append(("route", { $0.here.isEmpty ? words.route($0) : "is here" }))
    }
    return ReportTable(
      columns.map(\.heading),
      alignments: columns.map { ["rank", "further"].contains($0.heading) ? .right : .left },
      rows: candidates.map { candidate in columns.map { $0.text(candidate) } }
    )
  }

  /// Every reason of a candidate, with the facts.
  private func reasons(
    _ candidate: Candidate,
    _ options: CandidateOptions,
    _ length: PageLength
  ) -> ReportPage.Entry {
    let words = CandidateWords(self)
    func facts(_ ids: [NodeID]) -> String {
      length.list(ids.map(\.rawValue), ", ", most: length.keys, "facts")
    }
    var details = candidate.here.map { activity in
      "here for \(words.what(activity)): \(facts(activity.facts))"
    }
    if length == .full {
      details += candidate.elsewhere.map { place in
        "in \(words.name(place.row)), \(nearness(place.nearness)): \(facts(place.facts))"
      }
    } else if let nearest = candidate.nearest {
      let near = candidate.nearestPlaces
      let names = length.list(near.map { words.name($0.row) }, "; ", most: length.keys)
      let further = candidate.elsewhere.count - near.count
      details.append(
        "in \(names), \(nearness(nearest)): \(facts(near.flatMap(\.facts)))"
          + (further > 0 ? "; and \(further) further" : "")
      )
    }
    if let general = candidate.general {
      details.append("offers it in general: \(Evidence.sources(general.sources(in: graph)))")
    }
    details += candidate.relatives.map { relative in
      words.relative(relative) + (relative.facts.isEmpty ? "" : ": \(facts(relative.facts))")
    }
    if candidate.here.isEmpty, options.findsRoutes {
      details += candidate.route.map { steps($0, length) } ?? ["no documented route"]
    }
    return ReportPage.Entry("\(candidate.rank)  \(words.name(candidate.actor))", details)
  }

  private func nearness(_ nearness: Nearness) -> String {
    let shared = nearness.shared.map { graph.name(of: $0) } ?? ""
    switch nearness.tie {
    case .adjacent: return "which borders on it"
    case .sharedWhole:
      return "also in \(shared), \(nearness.levels) \(nearness.levels == 1 ? "level" : "levels") up"
    case .sharedOrganization: return "also in \(shared)"
    case .unrelated: return "not known to be near"
    }
  }

  private func steps(_ route: CoordinationPath, _ length: PageLength) -> [String] {
    route.steps.enumerated().map { number, step in
      let by =
        step.facts.map(\.rawValue)
        + step.relations.compactMap { graph.graph[$0] }.map {
          "\($0.kind) (\(Evidence.sources($0.sources)))"
        }
      let weak = step.evidence == .coPresence ? ", weak" : ""
      return "\(number == 0 ? "route" : "then") \(graph.name(of: step.from)) →"
        + " \(graph.name(of: step.to)) (\(step.evidence.rawValue)\(weak)):"
        + " \(length.list(by, ", ", most: length.keys, "statements"))"
    }
  }
}

extension PageLength {
  /// The first things of a list, where it is too long to tell all.
  fileprivate func prefix<Element>(_ list: [Element]) -> [Element] {
    list.count > lines + 1 ? Array(list.prefix(lines)) : list
  }
}
