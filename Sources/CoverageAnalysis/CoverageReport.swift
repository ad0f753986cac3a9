public import AssistanceModel
public import GraphCore

/// A coverage matrix: for every row and column who is reported, on which facts, and what was
/// left out.
///
/// Rows and columns without anybody are there too. Cells are made when they are asked for.
public struct CoverageReport: Sendable {
  /// What was asked.
  public let question: CoverageQuestion
  /// The graph that was asked.
  public let graph: AssistanceGraph
  /// The rows' nodes, in the order of the graph.
  public let rows: [NodeID]
  /// The columns' nodes, in the order of the graph.
  public let columns: [NodeID]
  /// How each cell stands, row by row.
  public let states: [CoverageState]
  /// What general statements say of each column, in the order of columns.
  public let general: [GeneralCoverage]
  /// How many facts the graph has.
  public let factCount: Int
  /// How many facts count in at least one cell.
  public let countedFactCount: Int

  let counted: CoverageEntries
  let leftOut: CoverageEntries
  let rollUp: RollUp
  /// Facts of each row that count in no column.
  let unfiled: [[UInt32]]
  let reasons: [String?]
  /// How many named providers each cell has.
  let supplies: [UInt32]
  let needs: NeedGrid

  /// The place of a cell in ``states``.
  public func index(row: Int, column: Int) -> Int { row * columns.count + column }

  /// How many cells stand in a state.
  public func count(_ state: CoverageState) -> Int { states.count { $0 == state } }

  /// In how many cells somebody is reported.
  public var coveredCount: Int { states.count { $0.isCovered } }

  /// The cell of a row and a column.
  public func cell(row: Int, column: Int) -> CoverageCell {
    let index = index(row: row, column: column)
    return CoverageCell(
      row: rows[row],
      column: columns[column],
      state: states[index],
      providers: providers(of: index),
      unattributed: unattributed(of: index),
      leftOut: omissions(leftOut.of(index)),
      reason: reasons[index],
      supply: supply(of: index),
      required: required(of: index),
      weight: weight(of: index)
    )
  }

  /// The cell of two nodes, or `nil` if they are no row and column.
  public func cell(_ row: NodeID, _ column: NodeID) -> CoverageCell? {
    guard let row = rows.firstIndex(of: row), let column = columns.firstIndex(of: column) else {
      return nil
    }
    return cell(row: row, column: column)
  }

  /// Every cell, row by row.
  public var cells: [CoverageCell] {
    rows.indices.flatMap { row in columns.indices.map { cell(row: row, column: $0) } }
  }

  /// The report on every row and column, where this one was asked of some alone.
  ///
  /// - Complexity: That of asking again; O(1) if this report is on every row and column.
  public var whole: CoverageReport {
    guard !isWhole else { return self }
    var question = question
    question.onlyRows = []
    question.onlyColumns = []
    return graph.coverage(question)
  }

  /// Whether the report is on every row and column.
  var isWhole: Bool { question.onlyRows.isEmpty && question.onlyColumns.isEmpty }

  /// The facts of a row that count in no column: assistance that is reported, but not what for,
  /// or not firmly enough.
  public func unfiledFacts(row: Int) -> [NodeID] {
    unfiled[row].map { graph.graph.nodes[Int(graph.facts.nodeRows[Int($0)])].id }
  }

  private func id(ofNodeRow row: UInt32) -> NodeID { graph.graph.nodes[Int(row)].id }

  private func witness(_ entry: CoverageEntries.Entry) -> CoverageWitness {
    CoverageWitness(graph, fact: Int(entry.fact), via: entry.via, basis: entry.basis)
  }

  /// Who is reported in a cell, in the order of their first fact.
  func providers(of cell: Int) -> [CoverageProvider] {
    let ends = graph.facts.ends(question.providers)
    var order: [UInt32] = []
    var witnesses: [UInt32: [CoverageWitness]] = [:]
    for entry in counted.of(cell) {
      let witness = witness(entry)
      for row in ends.of(Int(entry.fact)) {
        let top = rollUp.top[Int(row)]
        if witnesses[top] == nil { order.append(top) }
        if witnesses[top]?.last != witness { witnesses[top, default: []].append(witness) }
      }
    }
    return order.map { row in
      let node = graph.graph.nodes[Int(row)]
      return CoverageProvider(
        id: node.id,
        designation: node[.designation] ?? .named,
        witnesses: witnesses[row] ?? []
      )
    }
  }

  /// Facts that count in a cell and name no provider.
  func unattributed(of cell: Int) -> [CoverageWitness] {
    let ends = graph.facts.ends(question.providers)
    return counted.of(cell).filter { ends.of(Int($0.fact)).isEmpty }.map { witness($0) }
  }

  private func omissions(_ entries: ArraySlice<CoverageEntries.Entry>) -> [CoverageOmission] {
    let ends = graph.facts.ends(question.providers)
    return entries.map { entry in
      CoverageOmission(
        witness: witness(entry),
        providers: distinct(ends.of(Int(entry.fact))).map { id(ofNodeRow: $0) },
        reasons: entry.reasons
      )
    }
  }

  private func distinct(_ rows: ArraySlice<UInt32>) -> [UInt32] {
    rows.indices.filter { !rows[rows.startIndex..<$0].contains(rows[$0]) }.map { rows[$0] }
  }
}

/// A cell of a coverage matrix.
public struct CoverageCell: Hashable, Sendable {
  /// The row's node.
  public let row: NodeID
  /// The column's node.
  public let column: NodeID
  /// How the cell stands.
  public let state: CoverageState
  /// Who is reported, in the order of their first fact.
  public let providers: [CoverageProvider]
  /// Facts that count here but name no provider: somebody did it, the source does not say who.
  public let unattributed: [CoverageWitness]
  /// Statements that would count under a wider question.
  public let leftOut: [CoverageOmission]
  /// Why nothing is needed here or could be seen here, if so.
  public let reason: String?
  /// How many named providers are reported.
  public let supply: Int
  /// How many are required; 1 unless needs say otherwise.
  public let required: Int
  /// How much the need matters beside others; 1 unless needs say otherwise.
  public let weight: Double
}

/// Somebody who is reported in a cell.
public struct CoverageProvider: Hashable, Sendable {
  /// The actor, or the whole under which it counts.
  public let id: NodeID
  /// Whether the name stands for one actor.
  public let designation: Designation
  /// The facts that say so.
  public let witnesses: [CoverageWitness]
}
