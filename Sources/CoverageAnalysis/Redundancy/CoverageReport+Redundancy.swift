internal import AssistanceModel
internal import GraphCore

extension CoverageReport {
  /// How firmly the matrix is covered: by cell, row, column and actor, and in all.
  ///
  ///     let redundancy = record.coverage().redundancy()
  ///     redundancy.total.sole  // cells that rest on one provider
  ///
  /// Measures and their names follow CMU's ORA where it has them (Carley and Reminga 2004), on facts
  /// instead of pairs: under-supply, over-supply, congruence, negotiation, exclusivity.
  ///
  /// - Parameter factWeight: What facts count in shares.
  /// - Returns: The measures; rows, columns and cells in the order of the report.
  /// - Complexity: O(*e* + *r*·*k* + *p* log *p*) for *e* facts in cells, *r* rows, *k* columns and *p*
  ///   providers; twice *e* more where a fact counts in several cells of a row or column.
  public func redundancy(weighing factWeight: FactWeight = .facts) -> Redundancy {
    RedundancyCount(self, weighing: factWeight).redundancy()
  }
}

/// Goes once through the cells, and once through the facts of each row and column.
private struct RedundancyCount {
  private let report: CoverageReport
  private let factWeight: FactWeight
  private var shares: ProviderShares
  private let providers: CellProviders

  init(_ report: CoverageReport, weighing factWeight: FactWeight) {
    self.report = report
    self.factWeight = factWeight
    shares = ProviderShares(report, weighing: factWeight)
    providers = CellProviders(report)
  }

  func redundancy() -> Redundancy {
    var count = self
    let (rows, columns) = (report.rows, report.columns)
    let cells = count.cells()
    var total = Redundancy.Tally()
    var rowTallies = [Redundancy.Tally](repeating: total, count: rows.count)
    var columnTallies = [Redundancy.Tally](repeating: total, count: columns.count)
    var atLeast: [Int] = []
    for (place, cell) in cells.enumerated() {
      let (row, column) = (place / columns.count, place % columns.count)
      total.add(cell)
      rowTallies[row].add(cell)
      columnTallies[column].add(cell)
      guard cell.isNeeded, cell.supply > 0 else { continue }
      while atLeast.count < cell.supply { atLeast.append(0) }
      atLeast[cell.supply - 1] += 1
    }
    for place in atLeast.indices.dropLast().reversed() { atLeast[place] += atLeast[place + 1] }
    let supplied = cells.filter { $0.supply > 0 }
    let seen = cells.filter { $0.state != .unobservable }
    let fitting = seen.count { $0.isNeeded == ($0.supply > 0) }
    return Redundancy(
      factWeight: factWeight,
      factsWithoutAmount: count.factsWithoutAmount(),
      cells: cells,
      rows: rows.indices.map { row in
        let places = columns.indices.map { report.index(row: row, column: $0) }
        return count.line(rows[row], rowTallies[row], places)
      },
      columns: columns.indices.map { column in
        let places = rows.indices.map { report.index(row: $0, column: column) }
        return count.line(columns[column], columnTallies[column], places)
      },
      providers: count.actors(),
      total: total,
      neededWithAtLeast: atLeast,
      overSupply: Redundancy.share(supplied.count { !$0.isNeeded }, of: supplied.count),
      congruence: seen.isEmpty ? 1 : Double(fitting) / Double(seen.count),
      negotiation: count.negotiation(cells)
    )
  }

  private mutating func cells() -> [Redundancy.Cell] {
    let nodes = report.graph.graph.nodes
    let factRows = report.graph.facts.nodeRows
    var cells: [Redundancy.Cell] = []
    cells.reserveCapacity(report.states.count)
    for cell in report.states.indices {
      let facts = facts(of: cell)
      let all = providers.all(cell)
      let isAlone = all.count == 1 && !providers.isUnattributed[cell]
      cells.append(
        Redundancy.Cell(
          row: report.rows[cell / report.columns.count],
          column: report.columns[cell % report.columns.count],
          state: report.states[cell],
          supply: report.supply(of: cell),
          required: report.required(of: cell),
          deficit: report.deficit(of: cell),
          weight: report.weight(of: cell),
          soleProvider: isAlone ? providers.named(cell).first.map { nodes[Int($0)].id } : nil,
          concentration: facts.isEmpty ? nil : shares.concentration(of: facts),
          facts: facts.map { nodes[Int(factRows[Int($0)])].id }
        )
      )
    }
    return cells
  }

  /// The facts that count in a cell, each once; those of one cell stand in the order of the graph.
  private func facts(of cell: Int) -> [UInt32] {
    var facts: [UInt32] = []
    for entry in report.counted.run(cell) {
      let fact = report.counted.entries[entry].fact
      if facts.last != fact { facts.append(fact) }
    }
    return facts
  }

  private mutating func line(_ node: NodeID, _ tally: Redundancy.Tally, _ cells: [Int])
    -> Redundancy.Line
  {
    var facts: [UInt32] = []
    for cell in cells { facts += self.facts(of: cell) }
    let (concentration, providerCount) = shares.divided(facts)
    return Redundancy.Line(
      node: node,
      tally: tally,
      providerCount: providerCount,
      concentration: concentration
    )
  }

  private func factsWithoutAmount() -> Int {
    guard case .amount = factWeight else { return 0 }
    var isSeen = [Bool](repeating: false, count: report.graph.facts.count)
    for entry in report.counted.entries { isSeen[Int(entry.fact)] = true }
    return isSeen.indices.count { isSeen[$0] && shares.weight(ofFact: $0) == nil }
  }

  private func negotiation(_ cells: [Redundancy.Cell]) -> Double {
    let columns = report.columns.count
    guard !report.rows.isEmpty else { return 0 }
    var isProvided = [Bool](repeating: false, count: columns)
    for (place, cell) in cells.enumerated() where cell.supply > 0 {
      isProvided[place % columns] = true
    }
    let rows = report.rows.indices.count { row in
      (0..<columns).contains { column in
        let cell = cells[row * columns + column]
        return cell.isNeeded && cell.supply == 0 && isProvided[column]
      }
    }
    return Double(rows) / Double(report.rows.count)
  }

  // MARK: Actors

  private func actors() -> [Redundancy.Provider] {
    let partners = DocumentedPartners(report)
    let losses = report.losses()
    let counts = losses.map { partners.count(of: $0.actor) }
    let isTold = counts.contains { $0 > 0 }
    return zip(losses, counts).map { loss, count in
      Redundancy.Provider(loss: loss, partnerCount: isTold ? count : nil)
    }
  }
}

extension Redundancy.Cell {
  /// Whether it requires a provider and could be seen in the sources.
  public var isNeeded: Bool { required > 0 && state != .unobservable }
}

extension Redundancy.Tally {
  fileprivate mutating func add(_ cell: Redundancy.Cell) {
    guard cell.isNeeded else { return }
    if cell.soleProvider != nil { sole += 1 }
    needed += 1
    weight += cell.weight
    deficit += cell.deficit
    redundancy += cell.redundancy
    if cell.supply == 0 { bare += 1 }
    if cell.deficit == 0 {
      met += 1
      metWeight += cell.weight
    }
  }
}
