internal import AssistanceModel
internal import CoverageAnalysis
internal import GraphCore

extension CoordinationPicture {
  /// Every line, the gaps last, which is on top.
  func lines() -> [CoordinationLine] {
    var lines: [CoordinationLine] = []
    for stage in ties.stages.indices {
      lines += self.lines(stage)
    }
    let ranks: [CoordinationLine.Kind] = [.reported, .unnamed]
    lines =
      lines.filter { !ranks.contains($0.kind) } + lines.filter { $0.kind == .reported }
      + lines.filter { $0.kind == .unnamed }
    lines += silentLines()
    lines += gaps.lines.map { line in
      CoordinationLine(
        kind: .gap,
        from: Self.id(2, line.column),
        to: Self.id(3, line.row),
        facts: [],
        gaps: line.gaps,
        tooltip: tooltip(line),
        share: line.share,
        isGathered: gaps.lines.contains { $0.cells > 1 }
      )
    }
    return lines
  }

  /// The lines between two columns: the facts of every pair of ends that two nodes stand for.
  private func lines(_ stage: Int) -> [CoordinationLine] {
    let next = next(stage)
    var order: [SIMD2<Int>] = []
    var facts: [SIMD2<Int>: [NodeID]] = [:]
    for tie in ties.stages[stage] {
      guard let from = columns[stage].places[tie.from], let to = columns[next].places[tie.to]
      else { continue }
      let pair = SIMD2(from, to)
      if facts[pair] == nil { order.append(pair) }
      facts[pair, default: []] += tie.facts
    }
    let distinct = facts.mapValues { facts in
      var seen: Set<NodeID> = []
      return facts.filter { seen.insert($0).inserted }
    }
    let most = distinct.values.map(\.count).max() ?? 0
    return order.map { pair in
      let facts = distinct[pair] ?? []
      let kind = self.kind(stage, pair)
      return CoordinationLine(
        kind: kind,
        from: Self.id(stage, pair.x),
        to: Self.id(next, pair.y),
        facts: facts,
        mostFacts: most,
        gaps: 0,
        tooltip: tooltip(stage, kind, pair, facts)
      )
    }
  }

  /// The column to which the lines of a stage lead.
  private func next(_ stage: Int) -> Int { stage == 0 && ties.skipsAssistance ? 2 : stage + 1 }

  private func kind(_ stage: Int, _ pair: SIMD2<Int>) -> CoordinationLine.Kind {
    guard stage == 2 else { return stage == 0 ? .provides : .strengthens }
    let (column, row) = (columns[2].groups[pair.x], columns[3].groups[pair.y])
    guard case .node(let columnNode)? = column.members.first, column.members.count == 1,
      case .node(let rowNode)? = row.members.first, row.members.count == 1
    else { return .reported }
    return state(rowNode, columnNode) == .unnamedOnly ? .unnamed : .reported
  }

  /// Lines to the card of rows in which nothing is reported.
  private func silentLines() -> [CoordinationLine] {
    gaps.silentColumns.map { place in
      let group = columns[2].groups[place]
      let count = gaps.silentRows.count
      return CoordinationLine(
        kind: .gap,
        from: Self.id(2, place),
        to: Self.silentID,
        facts: [],
        gaps: count * group.members.count,
        tooltip:
          "No reported activity: \(group.name) in \(counted(count, noun(3), plural: nouns(3)))"
      )
    }
  }

  // MARK: Words

  func noun(_ column: Int) -> String { columns[column].noun.one }
  func nouns(_ column: Int) -> String { columns[column].noun.several }

  private func state(_ row: NodeID, _ column: NodeID) -> CoverageState? {
    guard let row = rowPlaces[row], let column = columnPlaces[column] else { return nil }
    return report.states[report.index(row: row, column: column)]
  }

  private func tooltip(
    _ stage: Int,
    _ kind: CoordinationLine.Kind,
    _ pair: SIMD2<Int>,
    _ facts: [NodeID]
  ) -> String {
    let from = columns[stage].groups[pair.x].name
    let to = columns[next(stage)].groups[pair.y].name
    let words =
      switch kind {
      case .provides: "\(from) provides: \(to)"
      case .strengthens: "\(from) for: \(to)"
      case .reported: "\(from), reported in \(to)"
      case .unnamed, .gap: "\(from), reported in \(to) of unnamed providers only"
      }
    return words + " – " + evidence(facts)
  }

  private func tooltip(_ line: CoordinationGaps.Line) -> String {
    let names = "\(columns[2].groups[line.column].name) in \(columns[3].groups[line.row].name)"
    guard line.cells > 1 else { return "No reported activity: " + names }
    return "No reported activity in \(line.gaps) of \(line.cells) pairs: " + names
  }

  /// Facts and where they are stated, in words.
  func evidence(_ facts: [NodeID]) -> String {
    let keys = listed(facts.map(\.rawValue.visible), limit: 8)
    var seen: Set<String> = []
    let sources = facts.flatMap { graph.graph[$0]?.sources ?? [] }
      .map(\.description.visible).filter { seen.insert($0).inserted }
    let stated = sources.isEmpty ? "no source" : "sources " + listed(sources, limit: 4)
    return "\(counted(facts.count, "fact")) (\(keys)); \(stated)"
  }
}
