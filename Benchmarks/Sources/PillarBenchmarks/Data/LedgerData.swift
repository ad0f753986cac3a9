internal import BenchmarkSupport
internal import PillarKit

/// A ledger of who does what where and when, as plain numbers.
///
/// There are ten columns, and a row and an actor for every hundred facts: a million facts are 100,000
/// cells and 10,000 actors. Few actors do most of it (the rank is the square of an even draw), each mostly in rows near its own;
/// half the facts name who pays, and some actors pay others.
struct LedgerData {
  struct Fact {
    let providers: [Int]
    let funder: Int?
    let row: Int
    let column: Int
    let first: Int
    let last: Int
    let basis: Basis

    /// When it holds, in years.
    var validity: Validity {
      Validity(from: PartialDate(year: first), until: PartialDate(year: last)) ?? .always
    }
  }

  static let columnCount = 10
  /// The span that coverage is asked of.
  static let window = 2015...2016

  let actorCount: Int
  let rowCount: Int
  private(set) var facts: [Fact] = []
  private(set) var payments: [(from: Int, to: Int)] = []

  init(facts count: Int, seed: UInt64) {
    actorCount = max(20, count / 100)
    rowCount = max(10, count / 100)
    var random = SeededGenerator(seed: seed)
    let homes = (0..<actorCount).map { _ in random.below(rowCount) }
    facts.reserveCapacity(count)
    for _ in 0..<count {
      var providers = [Self.ranked(actorCount, &random)]
      if random.happens(0.15) {
        let other = Self.ranked(actorCount, &random)
        if other != providers[0] { providers.append(other) }
      }
      let isNear = random.happens(0.7)
      let step = random.below(41) - 20
      let first = 2000 + random.below(24)
      facts.append(
        Fact(
          providers: providers,
          funder: random.happens(0.5) ? random.below(max(5, actorCount / 50)) : nil,
          row: isNear
            ? (homes[providers[0]] + step + 20 * rowCount) % rowCount : random.below(rowCount),
          column: random.below(Self.columnCount),
          first: first,
          last: first + random.below(4),
          basis: random.happens(0.8) ? .explicit : .thematic
        )
      )
    }
    for actor in 0..<actorCount where random.happens(0.3) {
      payments.append((random.below(max(5, actorCount / 50)), actor))
    }
  }

  /// A number below a limit, the low ones more often.
  private static func ranked(_ limit: Int, _ random: inout SeededGenerator) -> Int {
    let (first, second) = (random.below(limit), random.below(limit))
    return first * second / limit
  }

  static func actor(_ number: Int) -> NodeID { NodeID("actor-\(padded(number, 6))") }

  /// The number of an actor.
  static func number(of actor: NodeID) -> Int {
    Int(actor.rawValue.dropFirst("actor-".count)) ?? -1
  }

  /// What coverage is asked: what holds in the window.
  var question: CoverageQuestion {
    var question = CoverageQuestion()
    question.period = Validity(
      from: PartialDate(year: Self.window.lowerBound),
      until: PartialDate(year: Self.window.upperBound)
    )
    return question
  }

  /// The data as a checked graph.
  func graph() throws -> AssistanceGraph {
    var graph = PropertyGraph()
    let actors = try (0..<actorCount).map { try graph.addNode(Self.actor($0), .actor) }
    let rows = try (0..<rowCount).map {
      try graph.addNode(NodeID("row-\(padded($0, 6))"), .countryCase)
    }
    let columns = try (0..<Self.columnCount).map {
      try graph.addNode(NodeID("column-\($0)"), .inhibitor)
    }
    for (number, fact) in facts.enumerated() {
      let id = try graph.addNode(
        NodeID("fact-\(padded(number, 8))"),
        .assistance,
        valid: fact.validity
      )
      try graph.set(.basis, to: fact.basis, of: id)
      for provider in fact.providers {
        try graph.addEdge(from: id, .provider, to: actors[provider])
      }
      try graph.addEdge(from: id, .inhibitor, to: columns[fact.column])
      try graph.addEdge(from: id, .countryCase, to: rows[fact.row])
      if let funder = fact.funder { try graph.addEdge(from: id, .funder, to: actors[funder]) }
    }
    for payment in payments where payment.from != payment.to {
      try graph.addEdge(from: actors[payment.from], .funds, to: actors[payment.to])
    }
    return try AssistanceGraph(checking: graph, against: .fieldData(ends: [.funder]))
  }
}
