internal import AssistanceModel
internal import GraphCore

/// Tells how every cell stands under one reading after another.
struct ReadingKernel {
  let report: CoverageReport
  let statements: ReadingStatements
  let choices: [ReadingChoice]
  private let duplicates: [[UInt32]]
  /// Which cells could not be seen, by the bases that count; made when first asked for.
  private var hidden: [Set<Basis>: [Bool]] = [:]
  private let (rows, columns): (CoverageAxis, CoverageAxis)
  /// How many named providers each cell needs.
  private let required: [Int]
  /// Which node each provider counts as, by roll-up and duplicates; made when first asked for.
  private var tops: [TopKey: Tops] = [:]
  private var stamps: [UInt32]
  private var clock: UInt32 = 0

  private struct TopKey: Hashable {
    var rollUp: EdgeKind?
    var isTimed: Bool
    var mergesDuplicates: Bool
  }

  struct Tops {
    var top: [UInt32]
    var isNamed: [Bool]
  }

  /// How a cell stands.
  struct Standing: Hashable {
    var state: CoverageState
    var isGap: Bool
  }

  init(_ report: CoverageReport, duplicates groups: [[NodeID]]) {
    self.report = report
    statements = ReadingStatements(report)
    let graph = report.graph
    let groups = groups.map { $0.compactMap { graph.graph[$0].map { UInt32($0.row) } } }
      .filter { $0.count > 1 }
    duplicates = groups
    choices = ReadingChoice.all(report.question, statements, graph, hasDuplicates: !groups.isEmpty)
    let question = report.question
    rows = CoverageAxis(
      graph,
      role: question.rows,
      subkind: question.rowSubkind,
      only: question.onlyRows
    )
    columns = CoverageAxis(
      graph,
      role: question.columns,
      subkind: question.columnSubkind,
      only: question.onlyColumns
    )
    required = report.states.indices.map { report.required(of: $0) }
    stamps = [UInt32](repeating: 0, count: graph.graph.nodeCount)
  }

  /// The question of a reading, and whether probable duplicates count as one.
  func question(of reading: CoverageReading) -> (question: CoverageQuestion, merges: Bool) {
    var question = report.question
    var merges = false
    for departure in reading.departures {
      let change = choices[departure.choice].options[departure.option].change
      question.apply(change)
      if change == .mergesDuplicates { merges = true }
    }
    return (question, merges)
  }

  /// How every cell stands under a reading, row by row.
  mutating func standings(_ reading: CoverageReading) -> [Standing] {
    let (question, merges) = question(of: reading)
    let counts = statements.counting(question)
    let key = TopKey(
      rollUp: question.rollUp,
      isTimed: question.period != nil,
      mergesDuplicates: merges
    )
    let tops = tops[key] ?? Tops(report.graph, question, merges ? duplicates : [])
    self.tops[key] = tops
    let hidden = hidden[question.bases] ?? hiddenCells(question)
    self.hidden[question.bases] = hidden
    var standings: [Standing] = []
    standings.reserveCapacity(report.states.count)
    for cell in report.states.indices {
      let isNeeded = report.states[cell] != .notNeeded
      var (total, named, isEmpty) = (0, 0, true)
      if clock == .max {
        stamps = [UInt32](repeating: 0, count: stamps.count)
        clock = 0
      }
      clock += 1
      for place in isNeeded ? statements.run(cell) : 0..<0 {
        let mention = statements.mentions[place]
        guard counts[Int(mention.signature)] else { continue }
        isEmpty = false
        guard mention.provider != ReadingStatements.Mention.none else { continue }
        let top = Int(tops.top[Int(mention.provider)])
        guard stamps[top] != clock else { continue }
        stamps[top] = clock
        total += 1
        if tops.isNamed[top] { named += 1 }
      }
      let state: CoverageState =
        if !isNeeded {
          .notNeeded
        } else if isEmpty {
          hidden[cell] ? .unobservable : .nobody
        } else if named == 0 {
          .unnamedOnly
        } else {
          total == 1 ? .one : .several
        }
      standings.append(Standing(state: state, isGap: isGap(state, named, cell)))
    }
    return standings
  }

  /// Which cells could not be seen in a question, row by row.
  private func hiddenCells(_ question: CoverageQuestion) -> [Bool] {
    let marks = CoverageMarks(
      question.unobservable,
      counting: question.bases,
      rows: rows,
      columns: columns,
      in: report.graph
    )
    return report.states.indices.map {
      marks.reason(row: $0 / columns.count, column: $0 % columns.count) != nil
    }
  }

  /// Whether a cell has fewer providers than it needs; what could not be seen is no gap.
  private func isGap(_ state: CoverageState, _ named: Int, _ cell: Int) -> Bool {
    switch state {
    case .notNeeded, .unobservable: false
    case .nobody, .unnamedOnly, .one, .several: named < required[cell]
    }
  }

  // MARK: Facts

  /// The facts that count in a cell under one reading and not under another, or all that count if
  /// they are the same; and the nodes whose relation to the column decides.
  func facts(_ cell: Int, counting reading: CoverageReading, butNot other: CoverageReading)
    -> (facts: [NodeID], through: [NodeID])
  {
    let counts = statements.counting(question(of: reading).question)
    let others = statements.counting(question(of: other).question)
    let graph = report.graph
    let entries = Array(report.counted.of(cell)) + Array(report.leftOut.of(cell))
    let counted = entries.filter { entry in
      statements.signature(of: entry).map { counts[$0] } ?? false
    }
    let only = counted.filter { entry in
      statements.signature(of: entry).map { !others[$0] } ?? false
    }
    let told = only.isEmpty ? counted : only
    let facts = Set(told.map(\.fact)).sorted().map { fact in
      graph.graph.nodes[Int(graph.facts.nodeRows[Int(fact)])].id
    }
    let rows = Set(told.map(\.via)).subtracting([CoverageEntries.Entry.direct]).sorted()
    var seen: Set<NodeID> = []
    let through = rows.map { Edge(graph: graph.graph, row: Int($0)).from.id }
      .filter { seen.insert($0).inserted }
    return (facts, through)
  }
}

extension ReadingKernel.Tops {
  /// Parts count as their wholes, and of duplicates the one that stands first counts for all.
  init(_ graph: AssistanceGraph, _ question: CoverageQuestion, _ duplicates: [[UInt32]]) {
    let rolled = RollUp(graph, through: question.rollUp, in: question.period).top
    // Which whole each whole counts as; the one that stands first leads.
    var leaders = Array(0..<UInt32(rolled.count))
    func leader(_ row: UInt32) -> UInt32 {
      var row = row
      while leaders[Int(row)] != row { row = leaders[Int(row)] }
      return row
    }
    for group in duplicates {
      let wholes = Set(group.map { leader(rolled[Int($0)]) }).sorted()
      guard let first = wholes.first else { continue }
      for whole in wholes { leaders[Int(whole)] = first }
    }
    let top = duplicates.isEmpty ? rolled : rolled.map { leader($0) }
    var isNamed = [Bool](repeating: false, count: top.count)
    for row in rolled.indices where rolled[row] == UInt32(row) {
      // A group is named if one of its wholes is.
      let isOne = graph.graph.nodes[row].isNamed
      isNamed[Int(top[row])] = isNamed[Int(top[row])] || isOne
    }
    self.top = top
    self.isNamed = isNamed
  }
}
