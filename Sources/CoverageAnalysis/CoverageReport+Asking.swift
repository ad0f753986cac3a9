public import AssistanceModel
internal import GraphCore

extension AssistanceGraph {
  /// Who is reported in each row and column, by which facts, and who is not.
  ///
  ///     let report = collection.graph.coverage(CoverageQuestion())
  ///     report.count(.nobody)  // cells without reported activity
  ///
  /// A fact counts in the cell of its row and every column that it names, or that one of its
  /// ends leads to through a relation (``CoverageQuestion/derivations``); then both the fact and the
  /// relation must be in scope. Parallel statements count a provider once.
  ///
  /// - Parameter question: Rows, columns and scope.
  /// - Returns: The matrix, complete with empty cells.
  /// - Complexity: O(*f*·*c* + *r*·*k*) for *f* facts with *c* columns each, *r* rows and
  ///   *k* columns.
  public func coverage(_ question: CoverageQuestion = CoverageQuestion()) -> CoverageReport {
    CoverageKernel(self, question).report()
  }
}

/// Files every fact into its cells and counts the providers of each.
struct CoverageKernel {
  private let graph: AssistanceGraph
  private let question: CoverageQuestion
  private let scope: Scope
  private let rows: CoverageAxis
  private let columns: CoverageAxis

  init(_ graph: AssistanceGraph, _ question: CoverageQuestion) {
    self.graph = graph
    self.question = question
    scope = Scope(question)
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
  }

  func report() -> CoverageReport {
    let reach = ColumnReach(graph, question, scope, columns)
    let filing = filing(reach)
    let cellCount = rows.count * columns.count
    let counted = CoverageEntries(filing.counted, cellCount: cellCount)
    let rollUp = RollUp(graph, through: question.rollUp, in: question.period)
    let needs = NeedGrid(question, rows: rows, columns: columns, in: graph)
    let standing = standing(counted, rollUp, needs)
    let nodes = graph.graph.nodes
    return CoverageReport(
      question: question,
      graph: graph,
      rows: rows.nodeRows.map { nodes[Int($0)].id },
      columns: columns.nodeRows.map { nodes[Int($0)].id },
      states: standing.states,
      general: GeneralStatements(graph, question, scope, rollUp, reach).coverage(of: columns),
      factCount: graph.facts.count,
      countedFactCount: filing.countedFactCount,
      counted: counted,
      leftOut: CoverageEntries(filing.leftOut, cellCount: cellCount),
      rollUp: rollUp,
      unfiled: filing.unfiled,
      reasons: standing.reasons,
      supplies: standing.supplies,
      needs: needs
    )
  }

  // MARK: Filing

  private struct Filing {
    let counted: [CoverageEntries.Entry]
    let leftOut: [CoverageEntries.Entry]
    let unfiled: [[UInt32]]
    let countedFactCount: Int
  }

  private func filing(_ reach: ColumnReach) -> Filing {
    let (rowPlaces, columnCount) = (rows.places, UInt32(columns.count))
    let rowEnds = graph.facts.ends(question.rows)
    let factCount = graph.facts.count
    // Local arrays: those behind another value cost twice as much to append to.
    var (counted, leftOut): ([CoverageEntries.Entry], [CoverageEntries.Entry]) = ([], [])
    counted.reserveCapacity(factCount)
    leftOut.reserveCapacity(factCount)
    var unfiled = [[UInt32]](repeating: [], count: rows.count)
    var countedFactCount = 0
    var factRows: [UInt32] = []
    var reached: [ColumnReach.End] = []
    for fact in 0..<factCount {
      factRows.removeAll(keepingCapacity: true)
      for end in rowEnds.run(fact) {
        let place = rowPlaces[Int(rowEnds.rows[end])]
        if CoverageAxis.isAsked(place), !factRows.contains(place) { factRows.append(place) }
      }
      guard !factRows.isEmpty else { continue }
      reach.findColumns(of: fact, in: &reached)
      var (isFiled, isCounted) = (false, false)
      for index in reached.indices where reached[index].reasons.isEmpty {
        isFiled = true
        if CoverageAxis.isAsked(reached[index].column) { isCounted = true }
      }
      if isCounted { countedFactCount += 1 }
      for row in factRows {
        for index in reached.indices where CoverageAxis.isAsked(reached[index].column) {
          let end = reached[index]
          let entry = CoverageEntries.Entry(
            cell: row * columnCount + end.column,
            fact: UInt32(fact),
            via: end.via,
            basis: end.basis,
            reasons: end.reasons
          )
          if end.reasons.isEmpty { counted.append(entry) } else { leftOut.append(entry) }
        }
        if !isFiled { unfiled[Int(row)].append(UInt32(fact)) }
      }
    }
    return Filing(
      counted: counted,
      leftOut: leftOut,
      unfiled: unfiled,
      countedFactCount: countedFactCount
    )
  }

  // MARK: Counting

  /// How each cell stands, row by row.
  private struct Standing {
    var states: [CoverageState] = []
    var reasons: [String?] = []
    var supplies: [UInt32] = []
  }

  private func standing(_ counted: CoverageEntries, _ rollUp: RollUp, _ needs: NeedGrid) -> Standing
  {
    let providers = graph.facts.ends(question.providers)
    let tops = rollUp.top
    let isNamed = namedTops(providers, rollUp)
    let notNeeded = marks(question.notNeeded, counting: [])
    let unobservable = marks(question.unobservable, counting: question.bases)
    var stamps = [UInt32](repeating: UInt32.max, count: graph.graph.nodeCount)
    var states: [CoverageState] = []
    var reasons: [String?] = []
    var supplies: [UInt32] = []
    states.reserveCapacity(rows.count * columns.count)
    reasons.reserveCapacity(rows.count * columns.count)
    supplies.reserveCapacity(rows.count * columns.count)
    for row in 0..<rows.count {
      for column in 0..<columns.count {
        let cell = row * columns.count + column
        let entries = counted.run(cell)
        var (total, named) = (0, 0)
        for entry in entries {
          for place in providers.run(Int(counted.entries[entry].fact)) {
            let top = Int(tops[Int(providers.rows[place])])
            guard stamps[top] != UInt32(cell) else { continue }
            stamps[top] = UInt32(cell)
            total += 1
            if isNamed[top] { named += 1 }
          }
        }
        supplies.append(UInt32(named))
        let needless =
          notNeeded.reason(row: row, column: column)
          ?? needs.needlessReason(row: row, column: column)
        let hidden = entries.isEmpty ? unobservable.reason(row: row, column: column) : nil
        reasons.append(needless ?? hidden)
        if needless != nil {
          states.append(.notNeeded)
        } else if entries.isEmpty {
          states.append(hidden == nil ? .nobody : .unobservable)
        } else if named == 0 {
          // A fact that names no provider at all was still done by somebody.
          states.append(.unnamedOnly)
        } else {
          states.append(total == 1 ? .one : .several)
        }
      }
    }
    return Standing(states: states, reasons: reasons, supplies: supplies)
  }

  /// Which of the nodes that providers count as are named; the others are not looked at.
  private func namedTops(_ providers: FactTable.Ends, _ rollUp: RollUp) -> [Bool] {
    var isNamed = [Bool](repeating: false, count: graph.graph.nodeCount)
    var isKnown = isNamed
    for provider in providers.rows {
      let top = Int(rollUp.top[Int(provider)])
      guard !isKnown[top] else { continue }
      isKnown[top] = true
      isNamed[top] = graph.graph.nodes[top].isNamed
    }
    return isNamed
  }

  private func marks(_ marks: [QuestionDefaults.Mark], counting bases: Set<Basis>)
    -> CoverageMarks
  {
    CoverageMarks(marks, counting: bases, rows: rows, columns: columns, in: graph)
  }
}
