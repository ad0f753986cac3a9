internal import AssistanceModel
internal import CoordinationAnalysis
internal import CoverageAnalysis
internal import GraphCore

/// What candidates are found from: everything of a report that the gaps share, collected once.
struct CandidateSearch {
  /// Where somebody does what a column stands for.
  struct Doing {
    /// The places by their numbers among the rows, in that order, and the statements of each.
    var places: [(row: Int, witnesses: [CoverageWitness])] = []
    /// How many facts say so, those of each place.
    var factCount = 0
  }

  /// Somebody related to an actor.
  struct Tie {
    let other: Int
    let edge: Int
    let isWhole: Bool
  }

  let report: CoverageReport
  let options: CandidateOptions
  let finder: PathFinder?
  let ties: PlaceTies
  /// For each column everybody who does it, by the row of the node.
  private let doings: [[Int: Doing]]
  /// For each column everybody who offers it in general.
  private let offers: [[Int: GeneralCoverage.Provider]]
  /// For each row what everybody does there, by the row of the node.
  private let activities: [[Int: [Candidate.Activity]]]
  /// For each row the facts that are out of scope.
  let outOfScope: [[(fact: Int, reasons: LeftOut)]]
  /// For each column the statements of every row that are out of scope.
  let leftOut: [[(row: Int, statement: FiledStatement)]]
  /// Everybody of whom a fact in scope tells, or a general statement, in the order of the graph.
  let providers: [Int]
  private let relations: [Int: [Tie]]
  private let isNamed: [Int: Bool]
  private let ends: FactTable.Ends
  private let tops: [UInt32]

  /// Collects what a report says of everybody.
  ///
  /// - Complexity: O(*n* + *m* + *e*) for *n* nodes, *m* edges and *e* facts in cells.
  init(_ report: CoverageReport, _ options: CandidateOptions) {
    let report = report.whole
    let graph = report.graph
    self.report = report
    self.options = options
    finder = options.findsRoutes ? PathFinder(graph) { options.narrow(&$0, report.question) } : nil
    ties = PlaceTies(report)
    let gathering = CandidateGathering(report)
    ends = gathering.ends
    tops = gathering.tops
    doings = gathering.doings
    activities = gathering.activities
    outOfScope = gathering.outOfScope
    leftOut = report.columns.indices.map { column in
      report.rows.indices.flatMap { row in
        report.statementsLeftOut(row: row, column: column).map { (row, $0) }
      }
    }
    offers = report.general.map { general in
      var offers: [Int: GeneralCoverage.Provider] = [:]
      for provider in general.providers {
        if let row = graph.graph.row(of: provider.id) { offers[row] = provider }
      }
      return offers
    }
    let everybody = activities.flatMap(\.keys) + offers.flatMap(\.keys)
    providers = Set(everybody).sorted()
    var isNamed: [Int: Bool] = [:]
    for provider in providers {
      isNamed[provider] = (graph.graph.nodes[provider][.designation] ?? .named) == .named
    }
    self.isNamed = isNamed
    relations = Self.relations(report, gathering.tops)
  }

  /// Parts and wholes, members and organizations, both ways.
  private static func relations(_ report: CoverageReport, _ tops: [UInt32]) -> [Int: [Tie]] {
    var relations: [Int: [Tie]] = [:]
    for edge in report.countedRelations([.partOf, .memberOf])
    where edge.from.kind == .actor && edge.to.kind == .actor {
      let (part, whole) = (Int(tops[edge.from.row]), Int(tops[edge.to.row]))
      guard part != whole else { continue }
      relations[part, default: []].append(Tie(other: whole, edge: edge.row, isWhole: true))
      relations[whole, default: []].append(Tie(other: part, edge: edge.row, isWhole: false))
    }
    return relations
  }

  // MARK: Asking

  /// Who does what a column stands for, and where.
  func doing(_ column: Int) -> [Int: Doing] { doings[column] }

  /// Who offers what a column stands for in general.
  func offering(_ column: Int) -> [Int: GeneralCoverage.Provider] { offers[column] }

  /// What everybody does in a row.
  func present(_ row: Int) -> [Int: [Candidate.Activity]] { activities[row] }

  /// Whether a provider is one actor under its own name.
  func isNamed(_ provider: Int) -> Bool { isNamed[provider] ?? false }

  /// The named providers of a fact, each once.
  func actors(of fact: Int) -> [Int] {
    ends.of(fact).map { Int(tops[Int($0)]) }.once.filter {
      (report.graph.graph.nodes[$0][.designation] ?? .named) == .named
    }
  }

  /// The parts, wholes, members and organizations of an actor who do what a column stands for.
  func relatives(of actor: Int, column: Int) -> [Candidate.Relative] {
    var seen: Set<Int> = []
    return (relations[actor] ?? []).compactMap { tie in
      let (doing, offer) = (doings[column][tie.other], offers[column][tie.other])
      guard isNamed(tie.other), doing != nil || offer != nil, seen.insert(tie.other).inserted else {
        return nil
      }
      let places = doing?.places ?? []
      return Candidate.Relative(
        actor: id(tie.other),
        relation: report.graph.graph.tables.edges.id(of: tie.edge),
        isWhole: tie.isWhole,
        rows: places.map { report.rows[$0.row] },
        facts: (places.flatMap(\.witnesses).facts + (offer?.facts ?? [])).once
      )
    }
  }

  /// Whether ``relatives(of:column:)`` has any.
  func hasRelatives(_ actor: Int, column: Int) -> Bool {
    (relations[actor] ?? []).contains { tie in
      isNamed(tie.other) && (doings[column][tie.other] != nil || offers[column][tie.other] != nil)
    }
  }

  /// The key of a node.
  func id(_ row: Int) -> NodeID { report.graph.graph.nodes[row].id }
}

extension CandidateOptions {
  /// Makes a question about paths one about routes.
  fileprivate func narrow(_ paths: inout PathQuestion, _ question: CoverageQuestion) {
    paths.evidence = routeEvidence
    paths.measure = .cost(stepCosts)
    paths.passesClasses = passesClasses
    paths.period = question.period
  }
}

/// Files what a report says by who it is said of.
private struct CandidateGathering {
  let ends: FactTable.Ends
  let tops: [UInt32]
  private(set) var doings: [[Int: CandidateSearch.Doing]]
  private(set) var activities: [[Int: [Candidate.Activity]]]
  private(set) var outOfScope: [[(fact: Int, reasons: LeftOut)]]

  init(_ report: CoverageReport) {
    ends = report.graph.facts.ends(report.question.providers)
    tops = report.tops
    let (rows, columns) = (report.rows, report.columns)
    doings = [[Int: CandidateSearch.Doing]](repeating: [:], count: columns.count)
    activities = [[Int: [Candidate.Activity]]](repeating: [:], count: rows.count)
    outOfScope = [[(fact: Int, reasons: LeftOut)]](repeating: [], count: rows.count)
    /// The facts of the row that some column counts.
    var filed = [Int](repeating: -1, count: report.graph.facts.count)
    let facts = Self.facts(report)
    let leftOut = report.factsLeftOut
    for row in rows.indices {
      for column in columns.indices {
        add(report.statements(row: row, column: column), row, column, report, &filed)
      }
      addUnfiled(facts[row], row, filed, leftOut, report)
    }
  }

  /// The facts of each row, in their order.
  private static func facts(_ report: CoverageReport) -> [[Int]] {
    let graph = report.graph
    let rowEnds = graph.facts.ends(report.question.rows)
    var places: [Int: Int] = [:]
    for (place, row) in report.rows.enumerated() {
      if let node = graph.graph.row(of: row) { places[node] = place }
    }
    var facts = [[Int]](repeating: [], count: report.rows.count)
    for fact in 0..<graph.facts.count {
      for end in rowEnds.of(fact) {
        guard let place = places[Int(end)], facts[place].last != fact else { continue }
        facts[place].append(fact)
      }
    }
    return facts
  }

  private func providers(_ fact: Int) -> [Int] {
    ends.of(fact).map { Int(tops[Int($0)]) }.once
  }

  private mutating func add(
    _ statements: [FiledStatement],
    _ row: Int,
    _ column: Int,
    _ report: CoverageReport,
    _ filed: inout [Int]
  ) {
    guard !statements.isEmpty else { return }
    var witnesses: [Int: [CoverageWitness]] = [:]
    for statement in statements {
      filed[statement.fact] = row
      for provider in providers(statement.fact) {
        witnesses[provider, default: []].append(statement.witness)
      }
    }
    // A dictionary's order does not show: every provider has a place of its own.
    for (provider, witnesses) in witnesses {
      doings[column][provider, default: .init()].places.append((row, witnesses))
      doings[column][provider]?.factCount += witnesses.facts.count
      activities[row][provider, default: []].append(
        Candidate.Activity(column: report.columns[column], witnesses: witnesses)
      )
    }
  }

  private mutating func addUnfiled(
    _ facts: [Int],
    _ row: Int,
    _ filed: [Int],
    _ leftOut: [LeftOut],
    _ report: CoverageReport
  ) {
    var witnesses: [Int: [CoverageWitness]] = [:]
    for fact in facts where filed[fact] != row {
      guard leftOut[fact].isEmpty else {
        outOfScope[row].append((fact, leftOut[fact]))
        continue
      }
      for provider in providers(fact) {
        witnesses[provider, default: []].append(report.witness(ofFact: fact))
      }
    }
    for (provider, witnesses) in witnesses {
      activities[row][provider, default: []].append(
        Candidate.Activity(column: nil, witnesses: witnesses)
      )
    }
  }
}

extension [Int] {
  /// The numbers, each once, in the order of the first.
  var once: [Int] {
    guard count > 1 else { return self }
    var seen: Set<Int> = []
    return filter { seen.insert($0).inserted }
  }
}

extension [NodeID] {
  /// The keys, each once, in the order of the first.
  var once: [NodeID] {
    var seen: Set<NodeID> = []
    return filter { seen.insert($0).inserted }
  }
}
