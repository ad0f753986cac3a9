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
    let (all, unfiled) = entries()
    let cellCount = rows.count * columns.count
    let counted = CoverageEntries(all.filter { $0.reasons.isEmpty }, cellCount: cellCount)
    let leftOut = CoverageEntries(all.filter { !$0.reasons.isEmpty }, cellCount: cellCount)
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
      countedFactCount: Set(all.lazy.filter { $0.reasons.isEmpty }.map(\.fact)).count,
      counted: counted,
      leftOut: leftOut,
      rollUp: rollUp,
      unfiled: unfiled,
      reasons: reasons
    )
  }

  // MARK: Filing

  private func entries() -> (entries: [CoverageEntries.Entry], unfiled: [[UInt32]]) {
    let facts = graph.facts
    let (rowEnds, columnEnds) = (facts.ends(question.rows), facts.ends(question.columns))
    let ways = question.derivations.map { way in
      (ends: facts.ends(way.role), targets: ColumnLinks(graph, way.relation, columnPlace))
    }
    var entries: [CoverageEntries.Entry] = []
    var unfiled = [[UInt32]](repeating: [], count: rows.count)
    var reached: [(column: UInt32, via: UInt32, basis: Basis)] = []
    for fact in 0..<facts.count {
      let (basis, modality) = (facts.bases[fact], facts.modalities[fact])
      reached.removeAll(keepingCapacity: true)
      for end in columnEnds.of(fact) where columnPlace[Int(end)] != Self.none {
        reached.append((columnPlace[Int(end)], CoverageEntries.Entry.direct, basis))
      }
      let named = reached.count
      for way in ways {
        for end in way.ends.of(fact) {
          for link in way.targets.of(end)
          where !reached[..<named].contains(where: { $0.column == link.column }) {
            reached.append((link.column, link.edge, weaker(basis, link.basis)))
          }
        }
      }
      for end in rowEnds.of(fact) where rowPlace[Int(end)] != Self.none {
        let row = rowPlace[Int(end)]
        var counts = false
        for (column, via, basis) in reached {
          let reasons = scope.leftOut(
            basis: basis,
            modality: modality,
            evidence: facts.evidence[fact],
            validity: facts.validities[fact]
          )
          if reasons.isEmpty { counts = true }
          entries.append(
            CoverageEntries.Entry(
              cell: row * UInt32(columns.count) + column,
              fact: UInt32(fact),
              via: via,
              basis: basis,
              reasons: reasons
            )
          )
        }
        if !counts { unfiled[Int(row)].append(UInt32(fact)) }
      }
    }
    return (entries, unfiled)
  }

  // MARK: Counting

  private func states(_ counted: CoverageEntries, _ rollUp: RollUp)
    -> ([CoverageState], [String?])
  {
    let providers = graph.facts.ends(question.providers)
    let isNamed = graph.graph.nodes.map { ($0[.designation] ?? .named) == .named }
    var stamps = [UInt32](repeating: UInt32.max, count: graph.graph.nodeCount)
    var states: [CoverageState] = []
    var reasons: [String?] = []
    let notNeeded = marks(question.notNeeded)
    let unobservable = marks(question.unobservable)
    for cell in 0..<rows.count * columns.count {
      var (total, named) = (0, 0)
      for entry in counted.of(cell) {
        for provider in providers.of(Int(entry.fact)) {
          let top = Int(rollUp.top[Int(provider)])
          guard stamps[top] != UInt32(cell) else { continue }
          stamps[top] = UInt32(cell)
          total += 1
          if isNamed[top] { named += 1 }
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

  private var links: [UInt32: [Link]] = [:]

  init(_ graph: AssistanceGraph, _ relation: EdgeKind, _ columnPlace: [UInt32]) {
    for edge in graph.graph.edges(of: relation) {
      let place = columnPlace[edge.to.row]
      guard place != UInt32.max else { continue }
      links[UInt32(edge.from.row), default: []].append(
        Link(column: place, edge: UInt32(edge.row), basis: edge[.basis] ?? .explicit)
      )
    }
  }

  func of(_ row: UInt32) -> [Link] { links[row] ?? [] }
}
