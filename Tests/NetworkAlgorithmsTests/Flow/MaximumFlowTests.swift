import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct MaximumFlowTests {
  private func network(
    _ links: [(UInt32, UInt32)],
    vertices: Int,
    direction: Network.Direction = .directed,
    twoWay: [Bool]? = nil
  ) throws -> Network {
    try Network(
      vertexCount: vertices,
      sources: links.map(\.0),
      targets: links.map(\.1),
      direction: direction,
      twoWay: twoWay
    )
  }

  @Test func `is nothing where no path leads to the target`() throws {
    let pair = try network([(1, 0)], vertices: 2)
    let flow = try #require(pair.maximumFlow(from: 0, to: 1).flow)
    #expect(flow.value == 0)
    #expect(flow.flows == [0])
    #expect(flow.cut.sourceSide == [0])
    #expect(flow.cut.links.isEmpty)
    #expect(try pair.maximumFlow(from: 1, to: 0).value == 1)
  }

  @Test func `takes back what went the wrong way`() throws {
    // The first shortest path takes the link in the middle, which the best flow leaves alone.
    let crossing = try network([(0, 1), (0, 2), (1, 2), (1, 3), (2, 3)], vertices: 4)
    let flow = try #require(crossing.maximumFlow(from: 0, to: 3, capacities: [1, 1, 1, 1, 1]).flow)
    #expect(flow.value == 2)
    #expect(flow.flows == [1, 1, 0, 1, 1])
    #expect(flow.cut.links == [0, 1])
  }

  @Test func `adds parallel links up and lets loops carry nothing`() throws {
    let double = try network([(0, 1), (0, 0), (0, 1), (1, 1)], vertices: 2)
    let flow = try #require(double.maximumFlow(from: 0, to: 1, capacities: [2, 9, 3, 9]).flow)
    #expect(flow.value == 5)
    #expect(flow.flows == [2, 0, 3, 0])
    #expect(flow.cut.links == [0, 2])
  }

  @Test func `walks two-way links either way, and says which`() throws {
    let path = try network([(1, 0), (1, 2)], vertices: 3, direction: .undirected)
    #expect(try path.maximumFlow(from: 0, to: 2).flow?.flows == [-1, 1])
    let reversed = try network([(1, 0), (2, 1)], vertices: 3, direction: .reversed)
    #expect(try reversed.maximumFlow(from: 0, to: 2).flow?.flows == [-1, -1])
    let mixed = try network([(1, 0), (2, 1)], vertices: 3, twoWay: [true, false])
    #expect(try mixed.maximumFlow(from: 0, to: 2).value == 0)
    #expect(try mixed.maximumFlow(from: 2, to: 0).flow?.flows == [1, 1])
  }

  @Test func `has no limit from a vertex to itself or along endless links, and says where`() throws
  {
    let path = try network([(0, 1), (1, 2), (1, 2)], vertices: 3)
    let endless = try path.maximumFlow(from: 0, to: 2, capacities: [.infinity, 3, .infinity])
    #expect(endless.value == .infinity)
    guard case .unlimited(let along) = endless else { return #expect(Bool(false)) }
    #expect(along.vertices == [0, 1, 2])
    #expect(along.links == [0, 2])
    #expect(try path.maximumFlow(from: 0, to: 2, capacities: [.infinity, 3, 4]).value == 7)
    guard case .unlimited(let empty) = try path.maximumFlow(from: 1, to: 1) else {
      return #expect(Bool(false))
    }
    #expect(empty.vertices == [1])
  }

  @Test func `refuses capacities that are none`() throws {
    let pair = try network([(0, 1)], vertices: 2)
    #expect(throws: NetworkError.invalidCapacity(place: 0, capacity: -1)) {
      try pair.maximumFlow(from: 0, to: 1, capacities: [-1])
    }
    #expect(throws: NetworkError.self) {
      try pair.maximumFlow(from: 0, to: 1, capacities: [.nan])
    }
    #expect(throws: NetworkError.countsDiffer(column: "capacities", count: 0, linkCount: 1)) {
      try pair.maximumFlow(from: 0, to: 1, capacities: [])
    }
  }

  @Test func `is exact however capacities round`() throws {
    // In floating point 0.1 + 0.2 + 0.3 and 0.3 + 0.2 + 0.1 differ.
    let links: [(UInt32, UInt32)] = [(0, 1), (0, 1), (0, 1), (1, 2), (1, 2), (1, 2)]
    let network = try network(links, vertices: 3)
    let flow = try #require(
      network.maximumFlow(from: 0, to: 2, capacities: [0.1, 0.2, 0.3, 0.3, 0.2, 0.1]).flow
    )
    #expect(flow.value == flow.cut.capacity)
    #expect(flow.flows == [0.1, 0.2, 0.3, 0.3, 0.2, 0.1])
    let wide = try network.maximumFlow(
      from: 0,
      to: 2,
      capacities: [1e300, 1, 1e-9, 1e300, 1e-9, 1]
    )
    #expect(wide.value == 1e300)
  }

  /// The capacities of a random network: whole, fractions that do not sum exactly, or endless.
  static func capacities(of network: Network, seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed &+ 1000)
    return (0..<network.linkCount).map { _ in
      switch seed % 3 {
      case 0: Double(Int.random(in: 0...9, using: &generator))
      case 1: Double(Int.random(in: 0...30, using: &generator)) / 10
      default:
        Int.random(in: 0...9, using: &generator) == 0
          ? .infinity : Double(Int.random(in: 0...5, using: &generator))
      }
    }
  }

  @Test(arguments: UInt64(0)..<300)
  func `is kept at every vertex, fits every link and fills the cut`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, vertices: 2...9, linksPerVertex: 4)
    let capacities = Self.capacities(of: network, seed: seed)
    let (source, target) = (UInt32(0), UInt32(network.vertexCount - 1))
    let outcome = try network.maximumFlow(from: source, to: target, capacities: capacities)
    let plain = network.plainMaximumFlow(from: source, to: target, capacities: capacities)
    guard let flow = outcome.flow else {
      #expect(plain == .infinity)
      return
    }
    #expect(abs(flow.value - plain) < 1e-9)
    #expect(flow.value == flow.cut.capacity)
    for link in capacities.indices {
      let isBack = network.direction == .reversed
      let isTwoWay = network.isTwoWay(UInt32(link))
      #expect(abs(flow.flows[link]) <= capacities[link])
      #expect(isTwoWay || (isBack ? flow.flows[link] <= 0 : flow.flows[link] >= 0))
    }
    for vertex in 0..<UInt32(network.vertexCount) {
      var sum = 0.0
      for link in capacities.indices where network.sources[link] != network.targets[link] {
        if network.sources[link] == vertex { sum += flow.flows[link] }
        if network.targets[link] == vertex { sum -= flow.flows[link] }
      }
      let expected = vertex == source ? flow.value : vertex == target ? -flow.value : 0
      #expect(abs(sum - expected) < 1e-9)
    }
    // The cut is what its side says, costs what it says, and nothing leads round it.
    let side = Set(flow.cut.sourceSide)
    #expect(side.contains(source) && !side.contains(target))
    let crossing = network.plainArcs.filter {
      side.contains($0.tail) && !side.contains($0.head) && capacities[Int($0.link)] > 0
    }
    #expect(crossing.map(\.link).sorted() == flow.cut.links)
    #expect(abs(crossing.reduce(0) { $0 + capacities[Int($1.link)] } - flow.value) < 1e-9)
    #expect(
      !network.plainReaches(target, from: source, withoutLinks: Set(flow.cut.links)) {
        capacities[Int($0)] > 0
      }
    )
  }

  @Test(arguments: UInt64(0)..<100)
  func `does not change with the order of links`(seed: UInt64) throws {
    let network = try Network.random(
      seed: seed,
      vertices: 2...9,
      linksPerVertex: 4,
      direction: .directed
    )
    let capacities = network.sources.map { Double($0) / 7 + 0.1 }
    let backwards = try Network(
      vertexCount: network.vertexCount,
      sources: network.sources.reversed(),
      targets: network.targets.reversed()
    )
    let target = UInt32(network.vertexCount - 1)
    let (one, other) = (
      try #require(network.maximumFlow(from: 0, to: target, capacities: capacities).flow),
      try #require(
        backwards.maximumFlow(from: 0, to: target, capacities: capacities.reversed()).flow
      )
    )
    #expect(one.value == other.value)
    #expect(one.cut.sourceSide == other.cut.sourceSide)
  }
}

extension Network {
  /// The value of a maximum flow by one shortest path after the other, in a table of all pairs.
  func plainMaximumFlow(from source: UInt32, to target: UInt32, capacities: [Double]) -> Double {
    if source == target { return .infinity }
    var open = [[Double]](
      repeating: [Double](repeating: 0, count: vertexCount),
      count: vertexCount
    )
    for arc in plainArcs where arc.tail != arc.head {
      open[Int(arc.tail)][Int(arc.head)] += capacities[Int(arc.link)]
    }
    var value = 0.0
    while true {
      var parents = [Int?](repeating: nil, count: vertexCount)
      var found = [Int(source)]
      var next = 0
      while next < found.count {
        let tail = found[next]
        next += 1
        for head in 0..<vertexCount where open[tail][head] > 1e-12 && parents[head] == nil {
          if head == Int(source) { continue }
          parents[head] = tail
          found.append(head)
        }
      }
      guard parents[Int(target)] != nil else { return value }
      var (amount, vertex) = (Double.infinity, Int(target))
      while let parent = parents[vertex] {
        amount = min(amount, open[parent][vertex])
        vertex = parent
      }
      if amount == .infinity { return .infinity }
      vertex = Int(target)
      while let parent = parents[vertex] {
        open[parent][vertex] -= amount
        open[vertex][parent] += amount
        vertex = parent
      }
      value += amount
    }
  }

  /// Whether a path leads from one vertex to another without some links and vertices.
  func plainReaches(
    _ target: UInt32,
    from source: UInt32,
    withoutLinks links: Set<UInt32> = [],
    withoutVertices vertices: Set<UInt32> = [],
    where counts: (UInt32) -> Bool = { _ in true }
  ) -> Bool {
    var reached: Set<UInt32> = [source]
    var isDone = false
    while !isDone {
      isDone = true
      for arc in plainArcs
      where reached.contains(arc.tail) && !reached.contains(arc.head)
        && !links.contains(arc.link) && !vertices.contains(arc.head) && counts(arc.link)
      {
        reached.insert(arc.head)
        isDone = false
      }
    }
    return reached.contains(target)
  }
}
