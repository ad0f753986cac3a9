internal import AssistanceModel
internal import GraphCore
internal import GraphProjection
internal import NetworkAlgorithms

/// Calculates how likely two nodes are linked.
struct ReliabilitySearch {
  private let graph: AssistanceGraph
  private let question: PathQuestion
  private let rules: CertaintyRules
  private let search: PathSearch
  /// What each link rests on.
  private let statements: [[Statement]]
  /// How likely each statement holds.
  private let ranges: [Statement: ProbabilityRange]

  /// A relation or a fact.
  private enum Statement: Hashable {
    case relation(EdgeID)
    case fact(NodeID)
  }

  /// How many searches for a detour the likeliest paths may cost.
  private static let budget = 20_000

  init(_ graph: AssistanceGraph, _ question: PathQuestion, _ rules: CertaintyRules) {
    self.graph = graph
    self.question = question
    self.rules = rules
    let search = PathSearch(graph, question)
    self.search = search
    let statements = (0..<Network.Link(search.projected.network.linkCount)).map { link in
      search.projected.witnesses(of: link).map { witness -> Statement in
        switch witness {
        case .edge(let id): .relation(id)
        case .node(let id, _, _): .fact(id)
        }
      }
    }
    self.statements = statements
    var ranges: [Statement: ProbabilityRange] = [:]
    for statement in statements.joined() where ranges[statement] == nil {
      ranges[statement] =
        switch statement {
        case .relation(let id): graph.graph[id].map { rules.range(of: $0) }
        case .fact(let id): graph.graph[id].map { rules.range(of: $0) }
        }
    }
    self.ranges = ranges
  }

  func answer(_ found: PathAnswer, effort: Int, sampleCount: Int, level: Double, seed: UInt64)
    -> PathReliability
  {
    var (range, method) = (ProbabilityRange.impossible, PathReliability.Method.certain)
    if question.source == question.target {
      range = .certain
    } else if !found.paths.isEmpty {
      (range, method) = reliability(effort, sampleCount, level, seed)
    }
    return PathReliability(
      question: question,
      rules: rules,
      reliability: range,
      method: method,
      paths: question.source == question.target ? [] : paths(),
      answer: found,
      statementCount: ranges.count,
      uncertainCount: ranges.values.count { $0 != .certain },
      sampleCount: sampleCount,
      level: level
    )
  }

  private func range(_ statement: Statement) -> ProbabilityRange {
    ranges[statement] ?? .impossible
  }

  // MARK: The network

  /// A network in which every link fails by itself: a fact that ties more than two nodes is a vertex
  /// that itself may fail, and so two vertices with a link from one to the other.
  private struct Uncertain {
    var vertexCount: Int
    var sources: [Network.Vertex] = []
    var targets: [Network.Vertex] = []
    var isTwoWay: [Bool] = []
    var ranges: [ProbabilityRange] = []

    mutating func link(
      _ source: Network.Vertex,
      _ target: Network.Vertex,
      isTwoWay: Bool,
      _ range: ProbabilityRange
    ) {
      sources.append(source)
      targets.append(target)
      self.isTwoWay.append(isTwoWay)
      ranges.append(range)
    }
  }

  private func uncertainNetwork() -> Uncertain {
    let network = search.projected.network
    var uncertain = Uncertain(vertexCount: network.vertexCount)
    var order: [NodeID] = []
    var members: [NodeID: [Network.Vertex]] = [:]
    var linkCounts: [NodeID: Int] = [:]
    for link in statements.indices {
      for case .fact(let id) in statements[link] { linkCounts[id, default: 0] += 1 }
    }
    for link in statements.indices {
      let (source, target) = (network.sources[link], network.targets[link])
      if statements[link].contains(where: { range($0) == .certain }) {
        uncertain.link(source, target, isTwoWay: true, .certain)
      }
      for statement in statements[link] {
        let range = range(statement)
        guard range != .certain, range.high > 0 else { continue }
        if case .fact(let id) = statement, linkCounts[id] ?? 0 > 1 {
          if members[id] == nil { order.append(id) }
          for end in [source, target] where !(members[id] ?? []).contains(end) {
            members[id, default: []].append(end)
          }
        } else {
          uncertain.link(source, target, isTwoWay: true, range)
        }
      }
    }
    for id in order {
      let entry = Network.Vertex(uncertain.vertexCount)
      uncertain.vertexCount += 2
      uncertain.link(entry, entry + 1, isTwoWay: false, range(.fact(id)))
      for member in members[id] ?? [] {
        uncertain.link(member, entry, isTwoWay: false, .certain)
        uncertain.link(entry + 1, member, isTwoWay: false, .certain)
      }
    }
    return uncertain
  }

  private func reliability(_ effort: Int, _ sampleCount: Int, _ level: Double, _ seed: UInt64)
    -> (ProbabilityRange, PathReliability.Method)
  {
    guard let source = search.projected.vertex(of: question.source),
      let target = search.projected.vertex(of: question.target)
    else { return (.impossible, .certain) }
    let uncertain = uncertainNetwork()
    let network: Network
    do {
      network = try Network(
        vertexCount: uncertain.vertexCount,
        sources: uncertain.sources,
        targets: uncertain.targets,
        twoWay: uncertain.isTwoWay
      )
    } catch {
      preconditionFailure("links between known vertices make a network: \(error)")
    }
    let (low, high) = (uncertain.ranges.map(\.low), uncertain.ranges.map(\.high))
    func exact(_ chances: [Double]) -> Double? {
      network.reliability(from: source, to: target, probabilities: chances, effort: effort)
    }
    let certain = uncertain.ranges.map { $0 == .certain ? 1.0 : 0 }
    if exact(certain) == 1 { return (.certain, .certain) }
    if let most = exact(high), let least = low == high ? most : exact(low) {
      return (ProbabilityRange(rounded: least, most), .exact)
    }
    func estimate(_ chances: [Double]) -> ClosedRange<Double> {
      var generator = SplitMix64(seed: seed)
      return network.estimatedReliability(
        from: source,
        to: target,
        probabilities: chances,
        sampleCount: sampleCount,
        level: level,
        using: &generator
      ).interval
    }
    return (
      ProbabilityRange(rounded: estimate(low).lowerBound, estimate(high).upperBound), .sampled
    )
  }

  // MARK: Paths

  /// How likely a link holds: any of its statements does.
  private func range(link: Int) -> ProbabilityRange {
    func any(_ chance: (ProbabilityRange) -> Double) -> Double {
      1 - statements[link].reduce(1.0) { $0 * (1 - chance(range($1))) }
    }
    return ProbabilityRange(rounded: any(\.low), any(\.high))
  }

  /// The paths with the greatest product of the middles of their steps' probabilities.
  private func paths() -> [PathReliability.Path] {
    let projected = search.projected.network
    guard let source = search.projected.vertex(of: question.source),
      let target = search.projected.vertex(of: question.target)
    else { return [] }
    let ranges = statements.indices.map { range(link: $0) }
    let likely = projected.mostReliablePaths(
      from: source,
      to: target,
      probabilities: ranges.map(\.middle),
      count: question.count,
      maximumSpurSearches: Self.budget
    )
    return likely.map { path in
      PathReliability.Path(
        path: search.telling.path(
          NetworkPath(vertices: path.vertices, links: path.links, cost: Double(path.links.count))
        ),
        probability: joint(path.links),
        steps: path.links.map { ranges[Int($0)] }
      )
    }
  }

  /// How many statements of several steps are tried in all combinations.
  private static let maximumShared = 12

  /// How likely all of some links hold, facts that several of them rest on taken into account.
  private func joint(_ links: [Network.Link]) -> ProbabilityRange {
    var uses: [Statement: Int] = [:]
    var shared: [Statement] = []
    for link in links {
      for statement in statements[Int(link)] {
        uses[statement, default: 0] += 1
        if uses[statement] == 2 { shared.append(statement) }
      }
    }
    shared.removeAll { range($0) == .certain }
    let ranges = links.map { range(link: Int($0)) }
    guard shared.count <= Self.maximumShared else {
      // Steps that rest on the same facts favour each other, so the product is the least.
      return ProbabilityRange(
        rounded: ranges.reduce(1) { $0 * $1.low },
        ranges.map(\.high).min() ?? 1
      )
    }
    func probability(_ chance: (ProbabilityRange) -> Double) -> Double {
      (0..<1 << shared.count).reduce(0.0) { sum, combination in
        var share = 1.0
        var holds: [Statement: Bool] = [:]
        for (bit, statement) in shared.enumerated() {
          let isHolding = combination >> bit & 1 == 1
          holds[statement] = isHolding
          share *= isHolding ? chance(range(statement)) : 1 - chance(range(statement))
        }
        guard share > 0 else { return sum }
        return sum
          + links.reduce(share) { product, link in
            product
              * (1
                - statements[Int(link)].reduce(1.0) { missed, statement in
                  missed
                    * (1 - (holds[statement].map { $0 ? 1 : 0 } ?? chance(range(statement))))
                })
          }
      }
    }
    return ProbabilityRange(rounded: probability(\.low), probability(\.high))
  }
}
