import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct TimedNetworkTests {
  @Test func `contacts of one moment follow each other if they take no time`() throws {
    // pathpy issue 43 drops them.
    let network = try Network(vertexCount: 3, sources: [1, 0], targets: [2, 1])
    let instant = try TimedNetwork(network, departures: [5, 5])
    let path = try #require(instant.path(from: 0, to: 2, goal: .earliest))
    #expect(path.links == [1, 0])
    #expect(path.moments == [5, 5])
    #expect(path.arrival == 5)
    let slow = try TimedNetwork(network, departures: [5, 5], durations: [0, 1])
    #expect(slow.path(from: 0, to: 2, goal: .earliest) == nil)
  }

  @Test func `a path is not one if its links come in the wrong order`() throws {
    let network = try Network(vertexCount: 3, sources: [0, 1], targets: [1, 2])
    let contacts = try TimedNetwork(network, departures: [5, 4])
    for goal in TimedNetwork.Goal.allCases {
      #expect(contacts.path(from: 0, to: 2, goal: goal) == nil)
    }
  }

  @Test func `what is best depends on the goal`() throws {
    // Direct but late; early over two; late and quick over two.
    let network = try Network(
      vertexCount: 5,
      sources: [0, 0, 1, 0, 2],
      targets: [4, 1, 4, 2, 4]
    )
    let contacts = try TimedNetwork(
      network,
      departures: [2, 1, 3, 20, 21],
      durations: [16, 1, 1, 1, 1]
    )
    func links(_ goal: TimedNetwork.Goal) -> [UInt32]? {
      contacts.path(from: 0, to: 4, goal: goal)?.links
    }
    #expect(links(.earliest) == [1, 2])
    #expect(links(.fewest) == [0])
    #expect(links(.latest) == [3, 4])
    #expect(links(.fastest) == [3, 4])
    #expect(contacts.path(from: 0, to: 4, goal: .fastest, notAfter: 21)?.links == [1, 2])
    #expect(contacts.path(from: 0, to: 4, goal: .earliest, notBefore: 2)?.links == [0])
    #expect(contacts.path(from: 0, to: 4, goal: .earliest, notBefore: 9, notAfter: 8) == nil)
  }

  @Test func `spans follow each other where they have a moment in that order`() throws {
    let network = try Network(
      vertexCount: 4,
      sources: [0, 1, 2],
      targets: [1, 2, 3],
      direction: .undirected
    )
    let spans = try TimedNetwork(network, from: [2004, nil, 2010], until: [2006, 2008, nil])
    let path = try #require(spans.path(from: 0, to: 3, goal: .fastest))
    #expect(path.moments == [2006, 2006, 2010])
    #expect(path.departure == 2006)
    #expect(path.arrival == 2010)
    #expect(spans.path(from: 3, to: 0, goal: .earliest) == nil)
  }

  @Test func `links that always hold have no moments`() throws {
    let network = try Network(vertexCount: 3, sources: [0, 1], targets: [1, 2])
    let spans = try TimedNetwork(network, from: [nil, nil], until: [nil, nil])
    for goal in TimedNetwork.Goal.allCases {
      let path = try #require(spans.path(from: 0, to: 2, goal: goal))
      #expect(path.moments == [nil, nil])
      #expect(path.arrival == nil)
    }
    #expect(spans.path(from: 0, to: 2, goal: .fewest, notBefore: 7)?.moments == [7, 7])
  }

  @Test func `an empty path has no times`() throws {
    let network = try Network(vertexCount: 1, sources: [0], targets: [0])
    let contacts = try TimedNetwork(network, departures: [1])
    let path = try #require(contacts.path(from: 0, to: 0, goal: .fastest))
    #expect(path.links.isEmpty)
    #expect(path.departure == nil)
  }

  @Test func `times that cannot be are refused`() throws {
    let network = try Network(vertexCount: 2, sources: [0], targets: [1])
    #expect(throws: NetworkError.invalidTime(link: 0)) {
      try TimedNetwork(network, departures: [1], durations: [-1])
    }
    #expect(throws: NetworkError.invalidTime(link: 0)) {
      try TimedNetwork(network, departures: [.max])
    }
    #expect(throws: NetworkError.invalidTime(link: 0)) {
      try TimedNetwork(network, from: [2], until: [1])
    }
    #expect(throws: NetworkError.countsDiffer(column: "until", count: 0, linkCount: 1)) {
      try TimedNetwork(network, from: [2], until: [])
    }
  }

  @Test(arguments: UInt64(0)..<150)
  func `paths over contacts are as good as any`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, vertices: 2...6, linksPerVertex: 3)
    var generator = SeededGenerator(seed: seed)
    let windows = network.sources.map { _ -> Window in
      let departure = Int64.random(in: 0...9, using: &generator)
      let duration = Int64.random(in: 0...2, using: &generator)
      return Window(from: departure, until: departure, duration: duration)
    }
    let contacts = try TimedNetwork(
      network,
      departures: windows.map(\.from),
      durations: windows.map(\.duration)
    )
    try expectBest(contacts, windows, seed)
  }

  @Test(arguments: UInt64(0)..<150)
  func `paths over spans are as good as any`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, vertices: 2...6, linksPerVertex: 3)
    var generator = SeededGenerator(seed: seed)
    let windows = network.sources.map { _ -> Window in
      let from = Int64.random(in: 0...9, using: &generator)
      return Window(
        from: from,
        until: from + Int64.random(in: 0...4, using: &generator),
        duration: 0
      )
    }
    let spans = try TimedNetwork(
      network,
      from: windows.map(\.from),
      until: windows.map(\.until)
    )
    try expectBest(spans, windows, seed)
  }

  private struct Window {
    var from: Int64
    var until: Int64
    var duration: Int64
  }

  /// Compares with every simple path, set out on at every moment.
  private func expectBest(_ timed: TimedNetwork, _ windows: [Window], _ seed: UInt64) throws {
    let target = UInt32(timed.network.vertexCount - 1)
    let (start, end) = (Int64(seed % 3), seed % 4 == 0 ? Int64(9) : Int64(30))
    var runs: [(departure: Int64, arrival: Int64, steps: Int)] = []
    for links in timed.network.everySimplePath(from: 0, to: target) {
      guard let first = links.first else { continue }
      for departure in max(start, windows[Int(first)].from)...30 {
        var now: Int64? = departure
        for (place, link) in links.enumerated() {
          let window = windows[Int(link)]
          guard let moment = now, moment <= window.until else {
            now = nil
            break
          }
          now = (place == 0 ? moment : max(moment, window.from)) + window.duration
        }
        if let now, now <= end { runs.append((departure, now, links.count)) }
      }
    }
    func path(_ goal: TimedNetwork.Goal) throws -> TimedPath? {
      let path = timed.path(from: 0, to: target, goal: goal, notBefore: start, notAfter: end)
      if let path { try expectSound(path, timed, windows) }
      return path
    }
    let earliest = runs.min { ($0.arrival, $0.steps) < ($1.arrival, $1.steps) }
    #expect(try path(.earliest)?.arrival == earliest?.arrival)
    #expect(try path(.earliest)?.links.count == earliest?.steps)
    let latest = runs.max {
      ($0.departure, -$0.arrival, -$0.steps) < ($1.departure, -$1.arrival, -$1.steps)
    }
    #expect(try path(.latest)?.departure == latest?.departure)
    #expect(try path(.latest)?.arrival == latest?.arrival)
    #expect(try path(.latest)?.links.count == latest?.steps)
    let fewest = runs.min { ($0.steps, $0.arrival) < ($1.steps, $1.arrival) }
    #expect(try path(.fewest)?.links.count == fewest?.steps)
    #expect(try path(.fewest)?.arrival == fewest?.arrival)
    let fastest = runs.min {
      ($0.arrival - $0.departure, -$0.departure, $0.steps)
        < ($1.arrival - $1.departure, -$1.departure, $1.steps)
    }
    let found = try path(.fastest)
    let times = found.flatMap { path in
      path.departure.flatMap { from in path.arrival.map { $0 - from } }
    }
    #expect(times == fastest.map { $0.arrival - $0.departure })
    #expect(found?.links.count == fastest?.steps)
  }

  private func expectSound(
    _ path: TimedPath,
    _ timed: TimedNetwork,
    _ windows: [Window]
  ) throws {
    let plain = Set(
      timed.network.everySimplePath(from: 0, to: path.vertices[path.vertices.count - 1])
    )
    #expect(plain.contains(path.links))
    var now = Int64.min
    for (link, moment) in zip(path.links, path.moments) {
      let (window, moment) = (windows[Int(link)], try #require(moment))
      #expect(moment >= now && moment >= window.from && moment <= window.until)
      now = moment + window.duration
    }
    #expect(path.departure == path.moments.first)
    #expect(path.arrival == now)
  }
}
