internal import AssistanceImport
internal import AssistanceModel
internal import CoverageAnalysis
internal import GraphCore

/// Compares two sides.
struct DifferenceKernel {
  private let before: ReportedCells
  private let after: ReportedCells
  private let matching: NodeMatching
  private let isOfDates: Bool
  private let decisions: ActorDecisions
  /// For each row of the first side the place of the same one on the second.
  private let rows: [Int?]
  /// For each column of the first side the place of the same one on the second.
  private let columns: [Int?]

  init(
    _ before: CoverageReport,
    _ after: CoverageReport,
    _ matching: NodeMatching,
    isOfDates: Bool,
    _ decisions: ActorDecisions
  ) {
    self.matching = matching
    self.isOfDates = isOfDates
    self.decisions = decisions
    self.before = ReportedCells(before, numbers: nil)
    self.after = ReportedCells(after, numbers: matching.numbers)
    rows = Self.partners(before.rows, after.rows, before, after, matching)
    columns = Self.partners(before.columns, after.columns, before, after, matching)
  }

  /// The cell of the second side that a cell of the first is.
  private func partner(of cell: Int) -> Int? {
    guard let row = rows[cell / columns.count], let column = columns[cell % columns.count] else {
      return nil
    }
    return after.report.index(row: row, column: column)
  }

  /// For each node of an axis the place of its partner on the other side's.
  private static func partners(
    _ ids: [NodeID],
    _ others: [NodeID],
    _ before: CoverageReport,
    _ after: CoverageReport,
    _ matching: NodeMatching
  ) -> [Int?] {
    let rows = others.map { after.graph.graph.row(of: $0) }
    let places = Dictionary(
      rows.enumerated().compactMap { place, row in row.map { ($0, place) } }
    ) { first, _ in first }
    return ids.map { id in
      before.graph.graph.row(of: id).flatMap { matching.partners[$0] }.flatMap { places[$0] }
    }
  }

  func difference() -> CoverageDifference {
    let pairs = renamings()
    let probable = pairs.filter { $0.confidence > .low }
    let united = Self.united(probable)
    let (facts, unchanged) = isOfDates ? changesOfDates() : changes(united)
    let (left, right) = (before.report, after.report)
    let (keptRows, keptColumns) = (Set(rows.compactMap(\.self)), Set(columns.compactMap(\.self)))
    return CoverageDifference(
      before: left,
      after: right,
      isOfDates: isOfDates,
      matching: matching.counts,
      rowsGone: rows.indices.filter { rows[$0] == nil }.map { left.rows[$0] },
      rowsNew: right.rows.indices.filter { !keptRows.contains($0) }.map { right.rows[$0] },
      columnsGone: columns.indices.filter { columns[$0] == nil }.map { left.columns[$0] },
      columnsNew: right.columns.indices.filter { !keptColumns.contains($0) }
        .map { right.columns[$0] },
      comparedCount: keptRows.count * keptColumns.count,
      cells: left.states.indices.compactMap { cell in
        partner(of: cell).flatMap { change(cell, $0, united) }
      },
      actors: actors(pairs, probable),
      facts: facts,
      unchangedFactCount: unchanged
    )
  }

  // MARK: Cells

  private func change(_ cell: Int, _ other: Int, _ united: [Int: Int]) -> CellChange? {
    let (left, right) = (before.report, after.report)
    let (state, newState) = (left.states[cell], right.states[other])
    let sufficiency = Needs.sufficiency(left, cell, right, other)
    // Most cells of a large matrix are empty on both sides.
    guard state != newState || state.isHeld || sufficiency != nil else { return nil }
    let (one, two) = (before.named(cell), after.named(other))
    let isOther = state.isHeld && one != two
    let kind = CellChange.Kind(state, newState) ?? (isOther ? .turnover : nil)
    guard let kind = kind ?? (sufficiency == nil ? nil : .other) else { return nil }
    var reading: CellChange.Reading?
    if (one.union(two)).contains(where: { united[$0] != nil }) {
      let states = (before.state(of: cell, united), after.state(of: other, united))
      let isOther =
        states.0.isHeld && states.1.isHeld
        && before.named(cell, united) != after.named(other, united)
      reading = CellChange.Reading(
        before: states.0,
        after: states.1,
        kind: CellChange.Kind(states.0, states.1) ?? (isOther ? .turnover : nil)
      )
    }
    return CellChange(
      kind: kind,
      before: left.cell(row: cell / left.columns.count, column: cell % left.columns.count),
      after: right.cell(row: other / right.columns.count, column: other % right.columns.count),
      leaving: named(cell, in: before, without: two),
      coming: named(other, in: after, without: one),
      ifRenamed: reading,
      sufficiency: sufficiency
    )
  }

  private func named(_ cell: Int, in side: ReportedCells, without others: Set<Int>) -> [NodeID] {
    side.providers(of: cell).filter { $0.isNamed && !others.contains($0.number) }
      .compactMap { id(of: $0.number, in: side) }
  }

  private func id(of number: Int, in side: ReportedCells) -> NodeID? {
    let rows = matching.rows(of: number)
    return (side.isFirst ? rows.before : rows.after).map { side.report.graph.graph.nodes[$0].id }
  }

  // MARK: Actors

  private func renamings() -> [RenamingSearch.Pair] {
    RenamingSearch(before.report.graph.graph, after.report.graph.graph, matching).pairs(
      (Set(before.cells.keys), Set(after.cells.keys)),
      decisions: decisions
    ) { one, other in kept(one, other).kept }
  }

  /// In how many cells of both sides one was reported, and in how many of them the other is.
  private func kept(_ one: Int, _ other: Int) -> (cells: Int, kept: Int) {
    let cells = (before.cells[one] ?? []).compactMap { partner(of: $0) }
    let others = Set(after.cells[other] ?? [])
    return (cells.count, cells.count { others.contains($0) })
  }

  /// For every actor of a renaming the number under which both count.
  private static func united(_ pairs: [RenamingSearch.Pair]) -> [Int: Int] {
    var groups: [[Int]] = []
    for pair in pairs {
      let met = groups.filter { $0.contains(pair.before) || $0.contains(pair.after) }
      groups.removeAll { group in met.contains(group) }
      groups.append(Array(Set(met.joined()).union([pair.before, pair.after])).sorted())
    }
    return groups.reduce(into: [:]) { united, group in
      for number in group { united[number] = group[0] }
    }
  }

  private func actors(
    _ pairs: [RenamingSearch.Pair],
    _ probable: [RenamingSearch.Pair]
  ) -> ActorChanges {
    let told = Set(probable.flatMap { [$0.before, $0.after] })
    func single(_ side: ReportedCells, _ others: ReportedCells) -> [ActorChanges.Single] {
      side.cells.keys.filter { others.cells[$0] == nil && !told.contains($0) }
        .compactMap { number in
          id(of: number, in: side).map { id in
            let cells = side.cells[number] ?? []
            return ActorChanges.Single(
              actor: id,
              cellCount: cells.count,
              soleCount: cells.count { side.providers(of: $0).count == 1 },
              facts: side.facts(of: number)
            )
          }
        }
        .sorted {
          ($1.soleCount, $1.cellCount, $0.actor) < ($0.soleCount, $0.cellCount, $1.actor)
        }
    }
    func renamings(_ pairs: [RenamingSearch.Pair]) -> [ActorChanges.Renaming] {
      pairs.compactMap { pair in
        guard let one = id(of: pair.before, in: before), let other = id(of: pair.after, in: after)
        else { return nil }
        let kept = kept(pair.before, pair.after)
        return ActorChanges.Renaming(
          before: one,
          after: other,
          beforeStays: after.cells[pair.before] != nil,
          afterWasThere: before.cells[pair.after] != nil,
          confidence: pair.confidence,
          reasons: pair.reasons,
          cellCount: kept.cells,
          keptCount: kept.kept
        )
      }
    }
    return ActorChanges(
      gone: single(before, after),
      new: single(after, before),
      renamed: renamings(probable),
      doubtful: renamings(pairs.filter { $0.confidence == .low })
    )
  }

  // MARK: Facts

  /// The facts that count at one of two dates alone.
  private func changesOfDates() -> ([FactChange], Int) {
    let graph = before.report.graph
    func change(_ fact: Int, _ kind: FactChange.Kind) -> FactChange {
      let id = graph.graph.nodes[Int(graph.facts.nodeRows[fact])].id
      return FactChange(kind: kind, before: id, after: id, details: [], isRenaming: false)
    }
    let ended = before.facts.subtracting(after.facts).sorted().map { change($0, .ended) }
    let began = after.facts.subtracting(before.facts).sorted().map { change($0, .began) }
    return (ended + began, before.facts.intersection(after.facts).count)
  }

  private func changes(_ united: [Int: Int]) -> ([FactChange], Int) {
    let (left, right) = (before.report, after.report)
    // Of a part of the matrix, the facts of other parts are nobody's question.
    let isPart = [left, right].contains {
      !$0.question.onlyRows.isEmpty || !$0.question.onlyColumns.isEmpty
    }
    func asked(_ side: ReportedCells) -> [Int] {
      isPart ? side.facts.sorted() : Array(0..<side.report.graph.facts.count)
    }
    let olds = asked(before).map { FactContent($0, in: left.graph) { $0 } }
    let news = asked(after).map { FactContent($0, in: right.graph) { matching.numbers[$0] } }
    let facts = FactMatching(olds, news, united: united)
    var changes: [FactChange] = []
    var unchanged = 0
    for pair in facts.pairs.sorted(by: { $0.before < $1.before }) {
      let (one, other) = (olds[pair.before], news[pair.after])
      let details = details(one, other)
      guard !details.isEmpty else {
        unchanged += 1
        continue
      }
      changes.append(
        FactChange(
          kind: Self.kind(one, other, details),
          before: one.id,
          after: other.id,
          details: details,
          isRenaming: pair.isRenaming
        )
      )
    }
    let single = facts.single
    changes += single.before.map {
      FactChange(kind: .removed, before: olds[$0].id, after: nil, details: [], isRenaming: false)
    }
    changes += single.after.map {
      FactChange(kind: .added, before: nil, after: news[$0].id, details: [], isRenaming: false)
    }
    return (changes, unchanged)
  }

  private static func kind(
    _ one: FactContent,
    _ other: FactContent,
    _ details: [FactChange.Detail]
  ) -> FactChange.Kind {
    if details.allSatisfy({ $0.what == "sources" }) { return .restated }
    switch (one.validity.until, other.validity.until) {
    case (nil, .some): return .ended
    case (.some, nil): return .reopened
    default:
      return details.allSatisfy { ["from", "until", "sources"].contains($0.what) && !$0.isEnd }
        ? .redated : .changed
    }
  }

  /// What two facts say otherwise: ends in the order of their names, then dates, properties and
  /// sources.
  private func details(_ one: FactContent, _ other: FactContent) -> [FactChange.Detail] {
    var details: [FactChange.Detail] = []
    if one.ends != other.ends {
      for role in Set((one.ends + other.ends).map(\.role.rawValue)).sorted() {
        func numbers(_ fact: FactContent) -> [Int] {
          fact.ends.filter { $0.role.rawValue == role }.map(\.number)
        }
        guard numbers(one) != numbers(other) else { continue }
        details.append(
          FactChange.Detail(
            what: role,
            isEnd: true,
            before: numbers(one).compactMap { id(of: $0, in: before)?.rawValue },
            after: numbers(other).compactMap { id(of: $0, in: after)?.rawValue }
          )
        )
      }
    }
    func add(_ what: String, _ before: [String], _ after: [String]) {
      guard before != after else { return }
      details.append(
        FactChange.Detail(what: what, isEnd: false, before: before, after: after)
      )
    }
    func text(_ date: PartialDate?) -> [String] { date.map { [$0.description] } ?? [] }
    add("from", text(one.validity.from), text(other.validity.from))
    add("until", text(one.validity.until), text(other.validity.until))
    for name in Set(one.properties.keys).union(other.properties.keys).sorted() {
      add(name, one.properties[name] ?? [], other.properties[name] ?? [])
    }
    add("sources", one.sources, other.sources)
    return details
  }
}
