internal import AssistanceModel
internal import GraphCore

/// Adds up who does how much, again and again in the same arrays.
struct ProviderShares {
  private let graph: AssistanceGraph
  private let rollUp: RollUp
  private let ends: FactTable.Ends
  private let factWeight: FactWeight
  private var sums: [Double]
  private var isNamed: [Bool?]
  private var touched: [UInt32] = []
  private var isTouched: [Bool]
  private var unnamed = 0.0
  private var isCounted: [Bool]

  init(_ report: CoverageReport, weighing factWeight: FactWeight) {
    graph = report.graph
    rollUp = report.rollUp
    ends = report.graph.facts.ends(report.question.providers)
    self.factWeight = factWeight
    sums = Array(repeating: 0, count: report.graph.graph.nodeCount)
    isTouched = Array(repeating: false, count: report.graph.graph.nodeCount)
    isNamed = Array(repeating: nil, count: report.graph.graph.nodeCount)
    isCounted = Array(repeating: false, count: report.graph.facts.count)
  }

  /// What a fact counts; `nil` if it states no amount.
  func weight(ofFact fact: Int) -> Double? {
    switch factWeight {
    case .facts: 1
    case .amount(let name):
      switch graph.graph.nodes[Int(graph.facts.nodeRows[fact])].property(name) {
      case .integer(let number): max(0, Double(number))
      case .decimal(let number): number.isFinite ? max(0, number) : nil
      default: nil
      }
    }
  }

  /// How some facts divide among named providers, each fact once; `nil` if none has a name.
  ///
  /// A fact with several providers counts for each of them with an equal part.
  mutating func concentration(of facts: some Sequence<UInt32>) -> Concentration? {
    let (concentration, _) = divided(facts)
    return concentration
  }

  /// The same, and how many named providers there are.
  mutating func divided(_ facts: some Sequence<UInt32>) -> (Concentration?, providerCount: Int) {
    var counted: [Int] = []
    for fact in facts where !isCounted[Int(fact)] {
      isCounted[Int(fact)] = true
      counted.append(Int(fact))
      add(Int(fact))
    }
    let providerCount = touched.count
    let total = touched.reduce(0) { $0 + sums[Int($1)] }
    var result: Concentration?
    // Equal amounts have equal squares whoever comes first: providers are added in one order.
    touched.sort()
    if total > 0, let first = touched.first {
      var (top, herfindahl) = (first, 0.0)
      for provider in touched {
        let share = sums[Int(provider)] / total
        herfindahl += share * share
        if sums[Int(provider)] > sums[Int(top)] { top = provider }
      }
      result = Concentration(
        herfindahl: min(1, herfindahl),
        top: graph.graph.nodes[Int(top)].id,
        topShare: sums[Int(top)] / total,
        unnamedShare: unnamed / (total + unnamed)
      )
    }
    for provider in touched {
      sums[Int(provider)] = 0
      isTouched[Int(provider)] = false
    }
    touched.removeAll(keepingCapacity: true)
    unnamed = 0
    for fact in counted { isCounted[fact] = false }
    return (result, providerCount)
  }

  private mutating func add(_ fact: Int) {
    var tops: [UInt32] = []
    for place in ends.run(fact) {
      let top = rollUp.top[Int(ends.rows[place])]
      if !tops.contains(top) { tops.append(top) }
    }
    let weight = weight(ofFact: fact) ?? 0
    if tops.isEmpty { unnamed += weight }
    for top in tops {
      let named = isNamed[Int(top)] ?? graph.graph.nodes[Int(top)].isNamed
      isNamed[Int(top)] = named
      let part = weight / Double(tops.count)
      guard named else {
        unnamed += part
        continue
      }
      if !isTouched[Int(top)] {
        isTouched[Int(top)] = true
        touched.append(top)
      }
      sums[Int(top)] += part
    }
  }
}
