public import AssistanceModel
internal import GraphCore

extension AssistanceGraph {
  /// Who is reported in each row and column, by which facts, and who is not.
  ///
  ///     let report = collection.graph.coverage(CoverageQuestion())
  ///     report.count(.nobody)  // cells without reported activity
  ///
  /// A fact counts in the cell of its row and every column that it names, or that one of its
  /// ends leads to through a relation (``CoverageQuestion/derivations``); the weaker basis of the
  /// two decides. Parallel statements count a provider once.
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
  private let rows: [UInt32]
  private let columns: [UInt32]
  /// The place of each node among rows and among columns.
  private let rowPlace: [UInt32]
  private let columnPlace: [UInt32]
  private static let none = UInt32.max

  init(_ graph: AssistanceGraph, _ question: CoverageQuestion) {
    self.graph = graph
    self.question = question
    scope = Scope(question)
    rows = Self.axis(
      graph,
      role: question.rows,
      subkind: question.rowSubkind,
      only: question.onlyRows
    )
    columns = Self.axis(
      graph,
      role: question.columns,
      subkind: question.columnSubkind,
      only: question.onlyColumns
    )
    rowPlace = Self.places(rows, nodeCount: graph.graph.nodeCount)
    columnPlace = Self.places(columns, nodeCount: graph.graph.nodeCount)
  }

  func report() -> CoverageReport {
    let filed = filedFacts()
    let cellCount = rows.count * columns.count
    let counted = CoverageEntries(filed.counted, cellCount: cellCount)
    let leftOut = CoverageEntries(filed.leftOut, cellCount: cellCount)
    let rollUp = RollUp(graph, through: question.rollUp)
    let (states, reasons) = states(counted, rollUp)
    let nodes = graph.graph.nodes
    return CoverageReport(
      question: question,
      graph: graph,
      rows: rows.map { nodes[Int($0)].id },
      columns: columns.map { nodes[Int($0)].id },
      states: states,
      general: GeneralStatements(graph, question).coverage(of: columns, place: columnPlace),
      factCount: graph.facts.count,
      countedFactCount: filed.countedFacts,
      counted: counted,
      leftOut: leftOut,
      rollUp: rollUp,
      unfiled: filed.unfiled,
      reasons: reasons
    )
  }

  // MARK: Filing

  /// Every fact in its cells: what counts, what does not, and what counts in no column of a row.
  private struct FiledFacts {
    let counted: [CoverageEntries.Entry]
    let leftOut: [CoverageEntries.Entry]
    let unfiled: [[UInt32]]
    let countedFacts: Int
  }

  private func filedFacts() -> FiledFacts {
    let (rowPlace, columnPlace, columnCount) = (rowPlace, columnPlace, UInt32(columns.count))
    let (facts, scope) = (graph.facts, scope)
    let (bases, modalities) = (facts.bases, facts.modalities)
    let (evidence, validities) = (facts.evidence, facts.validities)
    let (rowEnds, columnEnds) = (facts.ends(question.rows), facts.ends(question.columns))
    let ways = question.derivations.map { way in
      (ends: facts.ends(way.role), targets: ColumnLinks(graph, way.relation, columnPlace))
    }
    // Local arrays: those behind another value cost twice as much to append to.
    var (counted, leftOut): ([CoverageEntries.Entry], [CoverageEntries.Entry]) = ([], [])
    counted.reserveCapacity(facts.count)
    leftOut.reserveCapacity(facts.count)
    var unfiled = [[UInt32]](repeating: [], count: rows.count)
    var countedFacts = 0
    var reached: [(column: UInt32, via: UInt32, basis: Basis)] = []
    for fact in 0..<facts.count {
      let rowRun = rowEnds.run(fact)
      if rowRun.isEmpty { continue }
      let (basis, modality) = (bases[fact], modalities[fact])
      reached.removeAll(keepingCapacity: true)
      for place in columnEnds.run(fact) {
        let column = columnPlace[Int(columnEnds.rows[place])]
        if column != Self.none { reached.append((column, CoverageEntries.Entry.direct, basis)) }
      }
      let named = reached.count
      for way in ways.indices {
        for place in ways[way].ends.run(fact) {
          for number in ways[way].targets.run(ways[way].ends.rows[place]) {
            let link = ways[way].targets.links[number]
            let isNamed = (0..<named).contains { reached[$0].column == link.column }
            if !isNamed { reached.append((link.column, link.edge, weaker(basis, link.basis))) }
          }
        }
      }
      var countsSomewhere = false
      for place in rowRun {
        let row = rowPlace[Int(rowEnds.rows[place])]
        guard row != Self.none else { continue }
        var counts = false
        for place in reached.indices {
          let (column, via, basis) = reached[place]
          let reasons = scope.leftOut(
            basis: basis,
            modality: modality,
            evidence: evidence[fact],
            validity: validities[fact]
          )
          let entry = CoverageEntries.Entry(
            cell: row * columnCount + column,
            fact: UInt32(fact),
            via: via,
            basis: basis,
            reasons: reasons
          )
          if reasons.isEmpty {
            counts = true
            counted.append(entry)
          } else {
            leftOut.append(entry)
          }
        }
        if counts { countsSomewhere = true } else { unfiled[Int(row)].append(UInt32(fact)) }
      }
      if countsSomewhere { countedFacts += 1 }
    }
    return FiledFacts(
      counted: counted,
      leftOut: leftOut,
      unfiled: unfiled,
      countedFacts: countedFacts
    )
  }

  // MARK: Counting

  private func states(_ counted: CoverageEntries, _ rollUp: RollUp)
    -> ([CoverageState], [String?])
  {
    let providers = graph.facts.ends(question.providers)
    // Whether a node's name stands for one actor, looked up when it first provides something.
    var naming = [Naming](repeating: .unknown, count: graph.graph.nodeCount)
    var stamps = [UInt32](repeating: UInt32.max, count: graph.graph.nodeCount)
    var states: [CoverageState] = []
    var reasons: [String?] = []
    let notNeeded = marks(question.notNeeded)
    let unobservable = marks(question.unobservable)
    for cell in 0..<rows.count * columns.count {
      var (total, named) = (0, 0)
      for entry in counted.of(cell) {
        for place in providers.run(Int(entry.fact)) {
          let top = Int(rollUp.top[Int(providers.rows[place])])
          guard stamps[top] != UInt32(cell) else { continue }
          stamps[top] = UInt32(cell)
          total += 1
          if naming[top] == .unknown { naming[top] = Naming(graph.graph.nodes[top]) }
          if naming[top] == .named { named += 1 }
        }
      }
      let (row, column) = (cell / columns.count, cell % columns.count)
      let needless = notNeeded.first { $0.matches(row, column) }
      let hidden = total == 0 ? unobservable.first { $0.matches(row, column) } : nil
      reasons.append(needless?.reason ?? hidden?.reason)
      if needless != nil {
        states.append(.notNeeded)
      } else if hidden != nil {
        states.append(.unobservable)
      } else if total == 0 {
        states.append(.nobody)
      } else if named == 0 {
        states.append(.unnamedOnly)
      } else {
        states.append(total == 1 ? .one : .several)
      }
    }
    return (states, reasons)
  }

  private enum Naming {
    case unknown, named, unnamed

    init(_ node: Node) {
      self = (node[.designation] ?? .named) == .named ? .named : .unnamed
    }
  }

  /// A mark with places in the matrix; one that names a node outside matches nothing.
  private struct PlacedMark {
    let row: Int?
    let column: Int?
    let reason: String

    func matches(_ row: Int, _ column: Int) -> Bool {
      (self.row ?? row) == row && (self.column ?? column) == column
    }
  }

  private func marks(_ marks: [QuestionDefaults.Mark]) -> [PlacedMark] {
    func place(_ id: NodeID?, _ places: [UInt32]) -> Int? {
      guard let id else { return nil }
      guard let row = graph.graph.row(of: id), places[row] != Self.none else { return -1 }
      return Int(places[row])
    }
    return marks.map {
      PlacedMark(
        row: place($0.row, rowPlace),
        column: place($0.column, columnPlace),
        reason: $0.reason
      )
    }
  }

  // MARK: Axes

  /// The nodes that may stand at the role's end, in the order of the graph.
  private static func axis(
    _ graph: AssistanceGraph,
    role: EdgeKind,
    subkind: String?,
    only: [NodeID]
  ) -> [UInt32] {
    let kinds = graph.schema.role(role)?.nodeKinds ?? []
    let wanted = Set(only)
    return kinds.flatMap { graph.graph.rows(of: $0) }.filter { row in
      let node = graph.graph.nodes[row]
      guard wanted.isEmpty else { return wanted.contains(node.id) }
      return subkind.map { node[.subkind] == $0 } ?? true
    }.map { UInt32($0) }
  }

  private static func places(_ axis: [UInt32], nodeCount: Int) -> [UInt32] {
    var places = [UInt32](repeating: none, count: nodeCount)
    for (place, row) in axis.enumerated() { places[Int(row)] = UInt32(place) }
    return places
  }
}

/// The columns that a relation leads to from each node.
struct ColumnLinks {
  struct Link {
    let column: UInt32
    let edge: UInt32
    let basis: Basis
  }

  /// The links of all nodes, run after run.
  private(set) var links: [Link] = []
  /// Where the run of a node starts and ends in `links`.
  private var runs: [SIMD2<UInt32>]

  init(_ graph: AssistanceGraph, _ relation: EdgeKind, _ columnPlace: [UInt32]) {
    runs = Array(repeating: .zero, count: columnPlace.count)
    let edges = graph.graph.edges(of: relation).filter { columnPlace[$0.to.row] != UInt32.max }
    for edge in edges { runs[edge.from.row].y += 1 }
    var start: UInt32 = 0
    for row in runs.indices where runs[row].y > 0 {
      let count = runs[row].y
      runs[row] = SIMD2(start, start)
      start += count
    }
    let unset = Link(column: 0, edge: 0, basis: .explicit)
    links = Array(repeating: unset, count: edges.count)
    for edge in edges {
      let row = edge.from.row
      links[Int(runs[row].y)] = Link(
        column: columnPlace[edge.to.row],
        edge: UInt32(edge.row),
        basis: edge[.basis] ?? .explicit
      )
      runs[row].y += 1
    }
  }

  /// The places in ``links`` of the links from a node, in the order of the graph.
  func run(_ row: UInt32) -> Range<Int> {
    Int(runs[Int(row)].x)..<Int(runs[Int(row)].y)
  }
}

extension FactTable.Ends {
  /// The places in ``rows`` of a fact's ends: a range costs no count of references.
  func run(_ fact: Int) -> Range<Int> {
    Int(starts[fact])..<Int(starts[fact + 1])
  }
}
