import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct PatternPathsTests {
  @Test func `differ by mode`() throws {
    // Once round the circle and on: a walk may go round twice, a trail once, a simple path never.
    let network = try Network(vertexCount: 3, sources: [0, 1, 1], targets: [1, 0, 2])
    let labelled = try LabelledNetwork(network, labels: [0, 0, 0])
    let pattern = try PathPattern("a{3,5}", labels: ["a"])
    func links(_ mode: WalkMode, to target: UInt32) throws -> [[UInt32]] {
      try labelled.paths(from: 0, to: target, matching: pattern, mode: mode).map(\.links)
    }
    #expect(try links(.walk, to: 0) == [[0, 1, 0, 1]])
    #expect(try links(.trail, to: 0) == [])
    #expect(try links(.walk, to: 2) == [[0, 1, 0, 2]])
    let short = try PathPattern("a*", labels: ["a"])
    func circles(_ mode: WalkMode) throws -> [[UInt32]] {
      try labelled.paths(from: 0, to: 0, matching: short, mode: mode).prefix(3).map(\.links)
    }
    #expect(try circles(.walk) == [[], [0, 1], [0, 1, 0, 1]])
    #expect(try circles(.trail) == [[], [0, 1]])
    #expect(try circles(.simple) == [[]])
  }

  @Test func `are given once, however many ways they fit`() throws {
    let network = try Network(vertexCount: 2, sources: [0, 0], targets: [1, 1])
    let labelled = try LabelledNetwork(network, labels: [0, 1])
    let pattern = try PathPattern("(a|.|a~)(b?|a*)", labels: ["a", "b"])
    let paths = try labelled.paths(from: 0, to: 1, matching: pattern, mode: .simple)
    #expect(paths.map(\.links) == [[0], [1]])
  }

  @Test func `walk a loop and a two-way link either way`() throws {
    let network = try Network(
      vertexCount: 2,
      sources: [0, 0],
      targets: [0, 1],
      direction: .directed,
      twoWay: [false, true]
    )
    let labelled = try LabelledNetwork(network, labels: [0, 1])
    for text in ["a b", "a^-1 b^-1", "a b^-1"] {
      let pattern = try PathPattern(text, labels: ["a", "b"])
      let paths = try labelled.paths(from: 0, to: 1, matching: pattern, mode: .trail)
      #expect(paths.map(\.links) == [[0, 1]], "\(text)")
    }
  }

  @Test func `walk along a reversed network from target to source`() throws {
    let network = try Network(vertexCount: 2, sources: [0], targets: [1], direction: .reversed)
    let labelled = try LabelledNetwork(network, labels: [0])
    let pattern = try PathPattern("a", labels: ["a"])
    #expect(try labelled.walkCosts(from: 1, matching: pattern) == [1, nil])
    #expect(try labelled.walkCosts(from: 0, matching: pattern) == [nil, nil])
  }

  @Test func `end early when the budget is used up, and say so`() throws {
    let grid = try Network.grid(side: 5)
    let labelled = try LabelledNetwork(
      grid,
      labels: [UInt32](repeating: 0, count: grid.linkCount)
    )
    let pattern = try PathPattern("a*", labels: ["a"])
    var paths = try labelled.paths(
      from: 0,
      to: 24,
      matching: pattern,
      mode: .simple,
      maximumBeginnings: 500
    ).makeIterator()
    var found: [NetworkPath] = []
    while let path = paths.next() { found.append(path) }
    #expect(paths.stoppedEarly)
    #expect(paths.beginningCount == 500)
    #expect(found == Array(grid.kShortestPaths(from: 0, to: 24).prefix(found.count)))
    #expect(!found.isEmpty)
    var none = try labelled.paths(
      from: 0,
      to: 24,
      matching: pattern,
      mode: .walk,
      maximumBeginnings: 0
    ).makeIterator()
    #expect(none.next() == nil)
    #expect(none.stoppedEarly)
  }

  @Test func `go on as long as they are asked for`() throws {
    let network = try Network(
      vertexCount: 1,
      sources: [0],
      targets: [0],
      weights: [0],
      direction: .undirected
    )
    let labelled = try LabelledNetwork(network, labels: [0])
    let pattern = try PathPattern("a+", labels: ["a"])
    let walks = try labelled.paths(from: 0, to: 0, matching: pattern, mode: .walk)
    #expect(walks.prefix(4).map(\.links.count) == [1, 2, 3, 4])
    let trails = try labelled.paths(from: 0, to: 0, matching: pattern, mode: .trail)
    #expect(trails.map(\.links) == [[0]])
  }

  @Test func `are refused where the search would be too large`() throws {
    let network = try Network(vertexCount: 300_000, sources: [], targets: [])
    let labelled = try LabelledNetwork(network, labels: [])
    let pattern = try PathPattern("a{1000}", labels: ["a"])
    let error = try #require(throws: PatternError.self) {
      try labelled.walkCosts(from: 0, matching: pattern)
    }
    #expect(error.problem == .tooManyStates(vertexCount: 300_000, steps: 1000))
  }

  @Test func `need a label for every link`() throws {
    let network = try Network(vertexCount: 2, sources: [0], targets: [1])
    #expect(throws: NetworkError.countsDiffer(column: "labels", count: 0, linkCount: 1)) {
      try LabelledNetwork(network, labels: [])
    }
  }

  @Test(arguments: UInt64(0)..<200)
  func `are all fitting walks up to a length, in the stated order`(seed: UInt64) throws {
    let isWeighted = seed % 2 == 1
    let network = try Network.random(
      seed: seed,
      vertices: 1...4,
      weight: isWeighted ? { Double(Int.random(in: 0...2, using: &$0)) / 10 } : nil
    )
    var generator = SeededGenerator(seed: seed)
    let labels = network.sources.map { _ in UInt32.random(in: 0...2, using: &generator) }
    let labelled = try LabelledNetwork(network, labels: labels)
    let plain = PlainPattern.random(depth: 3, using: &generator)
    let pattern = try PathPattern(plain.text, labels: ["a", "b", "c"])
    let longest = 4
    for mode in WalkMode.allCases {
      let expected = everyWalk(in: network, labels, mode, longest).filter { plain.fits($0.steps) }
      for target in 0..<UInt32(network.vertexCount) {
        let paths = try labelled.paths(
          from: 0,
          to: target,
          matching: pattern,
          mode: mode,
          maximumSteps: longest
        )
        let walks = expected.filter { $0.end == target }.map(\.links)
        let sorted = walks.sorted { precedes($0, $1, in: network) }
        #expect(paths.map(\.links) == sorted, "\(plain.text), \(mode)")
        if mode == .walk, let best = sorted.first {
          let costs = try labelled.walkCosts(from: 0, matching: pattern)
          let cost = Double(tenths(best, in: network)) / (isWeighted ? 10 : 1)
          #expect(abs((costs[Int(target)] ?? -1) - cost) < 1e-9, "\(plain.text)")
        }
      }
    }
  }

  private struct Walk {
    var links: [UInt32]
    var end: UInt32
    var steps: [PlainPattern.Step]
  }

  /// All walks from vertex 0 of up to so many links, each link both ways.
  private func everyWalk(
    in network: Network,
    _ labels: [UInt32],
    _ mode: WalkMode,
    _ longest: Int
  ) -> [Walk] {
    var found: [Walk] = []
    func extend(_ walk: Walk, _ vertices: [UInt32]) {
      found.append(walk)
      guard walk.links.count < longest else { return }
      for index in network.sources.indices {
        let link = UInt32(index)
        let ends = (network.sources[index], network.targets[index])
        guard ends.0 == walk.end || ends.1 == walk.end else { continue }
        if mode == .trail, walk.links.contains(link) { continue }
        let head = ends.0 ^ ends.1 ^ walk.end
        if mode == .simple, vertices.contains(head) { continue }
        let isBoth = network.isTwoWay(link) || ends.0 == ends.1
        let isAlong = (network.direction == .reversed ? ends.1 : ends.0) == walk.end
        let step = PlainPattern.Step(
          label: labels[index],
          along: isBoth || isAlong,
          against: isBoth || !isAlong
        )
        extend(
          Walk(links: walk.links + [link], end: head, steps: walk.steps + [step]),
          vertices + [head]
        )
      }
    }
    extend(Walk(links: [], end: 0, steps: []), [0])
    return found
  }

  private func tenths(_ links: [UInt32], in network: Network) -> Int {
    links.reduce(0) {
      $0 + Int((network.weight(of: $1) * (network.weights == nil ? 1 : 10)).rounded())
    }
  }

  private func precedes(_ first: [UInt32], _ second: [UInt32], in network: Network) -> Bool {
    let costs = (tenths(first, in: network), tenths(second, in: network))
    if costs.0 != costs.1 { return costs.0 < costs.1 }
    if first.count != second.count { return first.count < second.count }
    return first.lexicographicallyPrecedes(second)
  }
}
