internal import AssistanceModel
internal import GraphCore

/// What must hold for each named provider of a cell to be there: statements, of which some speak for
/// several.
struct CellEvents {
  /// Statements that together put providers into the cell.
  struct Entry {
    /// The places of the statements that are not certain.
    var statements: [Int]
    /// The places of the providers.
    var providers: [Int]
  }

  /// The rows of the named providers, in the order of their first fact.
  private(set) var providers: [UInt32] = []
  /// How likely each statement that is not certain holds.
  private(set) var ranges: [ProbabilityRange] = []
  private(set) var entries: [Entry] = []
  /// The numbers of the facts that count for named providers.
  private(set) var facts: [UInt32] = []

  /// Gathers the statements of a cell.
  init(_ report: CoverageReport, _ cell: Int, _ certainty: inout StatementCertainty) {
    let ends = report.graph.facts.ends(report.question.providers)
    var places: [UInt32: Int] = [:]
    var statements: [StatementCertainty.Key: Int] = [:]
    for entry in report.counted.of(cell) {
      var named: [Int] = []
      for provider in ends.of(Int(entry.fact)) {
        let top = report.rollUp.top[Int(provider)]
        guard certainty.isNamed(top) else { continue }
        let place = places[top] ?? providers.count
        if place == providers.count {
          places[top] = place
          providers.append(top)
        }
        if !named.contains(place) { named.append(place) }
      }
      guard !named.isEmpty else { continue }
      if facts.last != entry.fact { facts.append(entry.fact) }
      var needed: [Int] = []
      var keys = [StatementCertainty.Key.fact(entry.fact)]
      if entry.via != CoverageEntries.Entry.direct { keys.append(.relation(entry.via)) }
      for key in keys {
        let range = certainty.range(key)
        guard range != .certain else { continue }
        let place = statements[key] ?? ranges.count
        if place == ranges.count {
          statements[key] = place
          ranges.append(range)
        }
        needed.append(place)
      }
      entries.append(Entry(statements: needed, providers: named))
    }
  }

  /// Creates events that are told outright.
  init(providerCount: Int, ranges: [ProbabilityRange], entries: [Entry]) {
    providers = (0..<UInt32(providerCount)).map { $0 }
    self.ranges = ranges
    self.entries = entries
  }
}

/// How likely statements hold and which providers are named, each asked of the graph once.
struct StatementCertainty {
  enum Key: Hashable {
    case fact(UInt32)
    case relation(UInt32)
  }

  private let graph: AssistanceGraph
  private let rules: CertaintyRules
  private(set) var ranges: [Key: ProbabilityRange] = [:]
  private var named: [UInt32: Bool] = [:]

  init(_ graph: AssistanceGraph, _ rules: CertaintyRules) {
    self.graph = graph
    self.rules = rules
  }

  mutating func range(_ key: Key) -> ProbabilityRange {
    if let known = ranges[key] { return known }
    let range =
      switch key {
      case .fact(let fact):
        rules.range(of: graph.graph.nodes[Int(graph.facts.nodeRows[Int(fact)])])
      case .relation(let row): rules.range(of: Edge(graph: graph.graph, row: Int(row)))
      }
    ranges[key] = range
    return range
  }

  mutating func isNamed(_ row: UInt32) -> Bool {
    if let known = named[row] { return known }
    let isNamed = graph.graph.nodes[Int(row)].isNamed
    named[row] = isNamed
    return isNamed
  }
}
