internal import AssistanceModel
internal import CoordinationAnalysis
internal import CoverageAnalysis
internal import GraphCore

extension WithdrawalAnswer {
  /// The best paths before and after side by side, with the statements behind their steps.
  func pathParts(
    _ documents: [SourceDocument],
    _ length: PageLength
  ) -> (parts: [ReportPage.Part], cited: [String]) {
    var (parts, cited): ([ReportPage.Part], [String]) = ([], [])
    for change in paths {
      let before = PathDocument(
        change.before,
        in: report.graph,
        collection: "",
        documents: documents
      )
      let after = change.after.map {
        PathDocument($0, in: report.graph, collection: "", documents: documents)
      }
      parts.append(.heading("Paths from \(before.source.name) to \(before.target.name)"))
      parts.append(.paragraph(sentence(change, before, after)))
      if let conventions = before.conventions.first, parts.count == 2 {
        parts.append(.paragraph(conventions))
      }
      let isSame = before.paths == after?.paths
      let rows = max(before.paths.count, after?.paths.count ?? 0)
      if rows > 0 {
        parts.append(.table(sideBySide(before.paths, isSame ? nil : after?.paths ?? [], rows)))
      }
      var told: [String] = []
      for (title, path) in [("Before", before.paths.first), ("After", after?.paths.first)] {
        guard !isSame, let path, !path.steps.isEmpty, !told.contains(way(path)) else { continue }
        told.append(way(path))
        parts.append(.heading("\(title): \(way(path))"))
        parts.append(
          .entries(path.steps.enumerated().map { $1.entry(number: $0 + 1, length) })
        )
      }
      cited += (before.documents + (after?.documents ?? [])).map(\.key)
    }
    return (parts, cited)
  }

  private func sentence(_ change: PathChange, _ before: PathDocument, _ after: PathDocument?)
    -> String
  {
    func cost(_ document: PathDocument?) -> String {
      document?.paths.first.map { PathWords.number($0.cost) } ?? "–"
    }
    switch change.outcome {
    case .holds: return "The best path holds (cost \(cost(before)))."
    case .asGood: return "The best path breaks; another is as good (cost \(cost(after)))."
    case .worse:
      return "The best path breaks; the best that is left costs \(cost(after)) instead of"
        + " \(cost(before))."
    case .broken: return "No path is left."
    case .endLeaves:
      let leaving = [before.source, before.target].filter { label in
        withdrawal.actors.contains { $0.rawValue == label.id }
      }
      return PlainList.and(leaving.map(\.name), none: "")
        + (leaving.count == 1 ? " leaves" : " leave")
        + ", so that there is no such path any more."
    case .none: return "There was no path before, and there is none now."
    case .unknown: return "The search was given up before it was sure."
    }
  }

  private func way(_ path: PathDocument.Path) -> String {
    let first = path.steps.first.map { [$0.from.name] } ?? []
    return (first + path.steps.map(\.to.name)).joined(separator: " → ")
  }

  private func sideBySide(
    _ before: [PathDocument.Path],
    _ after: [PathDocument.Path]?,
    _ rows: Int
  ) -> ReportTable {
    func cells(_ paths: [PathDocument.Path], _ place: Int) -> [String] {
      guard place < paths.count else { return ["–", "", ""] }
      let path = paths[place]
      return [
        way(path), PathWords.number(path.cost), path.weakestEvidence?.rawValue ?? "",
      ]
    }
    guard let after else {
      return ReportTable(
        ["", "before and after", "cost", "evidence"],
        alignments: [.right, .left, .right],
        rows: (0..<rows).map { [String($0 + 1)] + cells(before, $0) }
      )
    }
    return ReportTable(
      ["", "before", "cost", "evidence", "after", "cost", "evidence"],
      alignments: [.right, .left, .right, .left, .left, .right, .left],
      rows: (0..<rows).map { [String($0 + 1)] + cells(before, $0) + cells(after, $0) }
    )
  }

  /// Who is cut off, briefly.
  func cutOffParts(_ cutOff: CutOff, _ length: PageLength) -> [ReportPage.Part] {
    let graph = report.graph
    func names(_ ids: [NodeID]) -> String {
      length.list(ids.map { graph.name(of: $0) }, ", ", most: length.lines)
    }
    var parts: [ReportPage.Part] = [.heading("Who is cut off")]
    let time = report.question.period.map { " of \($0)" } ?? ""
    guard cutOff.linkCount > 0 || !cutOff.isEmpty else {
      return parts + [
        .paragraph(
          "The collection states no documented link between actors\(time), so that this cannot be"
            + " told; that nobody is cut off does not follow."
        )
      ]
    }
    parts.append(
      .paragraph(
        "Over \(PlainList.count(cutOff.linkCount, "documented link")) between actors\(time), in the"
          + " whole collection: --case and the like limit the cells alone, and the"
          + " \(report.question.rows.noun(2)) below."
      )
    )
    guard !cutOff.isEmpty else {
      return parts + [.paragraph("Nobody who stays is cut off from those they reached.")]
    }
    var items: [String] = []
    if !cutOff.actors.isEmpty {
      items.append(
        "\(PlainList.count(cutOff.actors.count, "actor")) that reached others over documented links"
          + " and \(cutOff.actors.count == 1 ? "reaches" : "reach") nobody now:"
          + " \(names(cutOff.actors))"
      )
    }
    let groups = length.list(cutOff.groups.map { names($0) }, "groups")
    items += groups.map { "no longer linked to the largest part of those they reached: \($0)" }
    if !cutOff.places.isEmpty {
      let noun = report.question.rows.noun(cutOff.places.count)
      items.append(
        "\(cutOff.places.count) \(noun) to which no documented statement ties any named actor now:"
          + " \(names(cutOff.places))"
      )
    }
    parts.append(.list(items))
    return parts
  }
}
