/// A network whose links can be walked at certain times only.
///
/// Times are whole numbers on a scale of the caller's choice. A walk may wait at a vertex as long as
/// it likes; it takes a link not before it has arrived, and the same moment is not before.
public struct TimedNetwork: Sendable {
  /// What makes a path good.
  public enum Goal: String, Sendable, Hashable, CaseIterable {
    /// To arrive as early as possible; then few links.
    case earliest
    /// To set out as late as possible; then to arrive early, then few links.
    case latest
    /// Few links; then to arrive early.
    case fewest
    /// Little time from setting out to arriving; then to set out late, then few links.
    case fastest
  }

  /// When a link can be walked: set out from the first moment to the last, arrive so much later.
  struct Windows: Sendable {
    /// Stands for no known beginning or, positive, for no known end.
    static let ever = Int64.max / 4

    var from: [Int64]
    var until: [Int64]
    /// Empty where no link takes time.
    var durations: [Int64]

    /// The same with time running backwards.
    var mirrored: Windows {
      func mirrored(_ moments: [Int64]) -> [Int64] {
        moments.indices.map { link in
          let moment = moments[link]
          return abs(moment) >= Self.ever ? -moment : -(moment + duration(link))
        }
      }
      return Windows(from: mirrored(until), until: mirrored(from), durations: durations)
    }

    @inline(__always)
    func duration(_ link: Int) -> Int64 { durations.isEmpty ? 0 : durations[link] }
  }

  /// The network without times.
  public let network: Network

  let windows: Windows
  private let reversed: Network
  private let mirrored: Windows

  private init(_ network: Network, _ windows: Windows) {
    self.network = network
    self.windows = windows
    reversed = network.reversed()
    mirrored = windows.mirrored
  }

  /// Creates a network of dated contacts: each link is walked at one moment, and takes its time.
  ///
  ///     let contacts = try TimedNetwork(network, departures: [3, 5], durations: [2, 0])
  ///
  /// - Parameters:
  ///   - network: The network; parallel links are contacts at other times.
  ///   - departures: When each link is set out on.
  ///   - durations: How long each takes, not negative; `nil` where none takes time.
  /// - Throws: ``NetworkError`` for too few or too many values, a duration below 0, or times that
  ///   are too far from 0 to be added.
  /// - Complexity: O(*n* + *m*) for *n* vertices and *m* links.
  public init(
    _ network: Network,
    departures: [Int64],
    durations: [Int64]? = nil
  ) throws(NetworkError) {
    try Self.check(departures.map { $0 }, "departures", network)
    try Self.check(durations?.map { $0 }, "durations", network)
    if let link = durations?.firstIndex(where: { $0 < 0 }) {
      throw .invalidTime(link: link)
    }
    self.init(
      network,
      Windows(from: departures, until: departures, durations: durations ?? [])
    )
  }

  /// Creates a network of links that hold for a span of time; walking one takes no time.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - from: The first moment at which each link holds; `nil` if none is known.
  ///   - until: The last moment, not before the first; `nil` if none is known.
  /// - Throws: ``NetworkError`` for too few or too many values, a span that ends before it begins,
  ///   or times that are too far from 0 to be added.
  /// - Complexity: O(*n* + *m*) for *n* vertices and *m* links.
  public init(_ network: Network, from: [Int64?], until: [Int64?]) throws(NetworkError) {
    try Self.check(from, "from", network)
    try Self.check(until, "until", network)
    let windows = Windows(
      from: from.map { $0 ?? -Windows.ever },
      until: until.map { $0 ?? Windows.ever },
      durations: []
    )
    if let link = windows.from.indices.first(where: { windows.from[$0] > windows.until[$0] }) {
      throw .invalidTime(link: link)
    }
    self.init(network, windows)
  }

  private static func check(
    _ moments: [Int64?]?,
    _ column: String,
    _ network: Network
  ) throws(NetworkError) {
    guard let moments else { return }
    guard moments.count == network.linkCount else {
      throw .countsDiffer(column: column, count: moments.count, linkCount: network.linkCount)
    }
    // A path of 2³² links must not come near the end of the scale.
    let most = Int64(1) << 28
    let limit = column == "durations" ? most : Windows.ever / 2
    if let link = moments.firstIndex(where: { $0.map { $0 > limit || $0 < -limit } ?? false }) {
      throw .invalidTime(link: link)
    }
  }

  /// Finds the best path between two vertices whose links can be walked in time.
  ///
  /// Links are walked in order of time: each can be set out on at the moment of arrival or later.
  /// Links of the same moment follow each other if they take no time. A best path visits no vertex
  /// twice. What ties remain go to the path whose last link arrives first, then to the lowest last
  /// link, and so on back.
  ///
  ///     contacts.path(from: 0, to: 4, goal: .earliest)?.arrival  // 7
  ///
  /// Paths are searched by number of links, each time from the vertices that were reached earlier
  /// than before (the method of Richard Bellman, 1958, and Edward Moore, 1959); the latest departure
  /// is the earliest arrival with time running backwards.
  ///
  /// - Parameters:
  ///   - source: The vertex where the path starts.
  ///   - target: The vertex where it ends; if it is the source, the path is empty and has no times.
  ///   - goal: What makes a path good.
  ///   - notBefore: When the path may set out; `nil` is any time.
  ///   - notAfter: When it must have arrived; `nil` is any time.
  /// - Returns: The path, or `nil` where there is none in time.
  /// - Complexity: O(*l*·*m*) at worst for paths of *l* links among *m*; for `fastest` as often as
  ///   there are pairs of departure and arrival that no other pair beats. Memory is 24 bytes for
  ///   each time that a vertex is reached earlier.
  public func path(
    from source: Network.Vertex,
    to target: Network.Vertex,
    goal: Goal,
    notBefore: Int64? = nil,
    notAfter: Int64? = nil
  ) -> TimedPath? {
    network.checkVertex(source)
    network.checkVertex(target)
    if source == target {
      return TimedPath(vertices: [source], links: [], moments: [], departure: nil, arrival: nil)
    }
    let (start, end) = (notBefore ?? -Windows.ever, notAfter ?? Windows.ever)
    guard start <= end else { return nil }
    switch goal {
    case .earliest:
      return search(from: source, to: target, start, end).path(isShortest: false, until: end)
    case .fewest:
      return search(from: source, to: target, start, end, stopsEarly: true)
        .path(isShortest: true, until: end)
    case .latest:
      return latestDeparture(from: source, to: target, start, end).flatMap {
        search(from: source, to: target, $0, end).path(isShortest: false, until: end)
      }
    case .fastest:
      return fastest(from: source, to: target, start, end)
    }
  }

  private func search(
    from source: Network.Vertex,
    to target: Network.Vertex,
    _ start: Int64,
    _ end: Int64,
    stopsEarly: Bool = false
  ) -> TimedSearch {
    var search = TimedSearch(in: network, windows, from: source, at: start, to: target)
    search.run(until: end, stopsEarly: stopsEarly)
    return search
  }

  /// When a path can set out at the latest.
  private func latestDeparture(
    from source: Network.Vertex,
    to target: Network.Vertex,
    _ start: Int64,
    _ end: Int64
  ) -> Int64? {
    var search = TimedSearch(in: reversed, mirrored, from: target, at: -end, to: source)
    search.run(until: -start, stopsEarly: false)
    return search.arrival.map { -$0 }
  }

  /// Goes through the pairs of departure and arrival that no other beats, the latest first.
  private func fastest(
    from source: Network.Vertex,
    to target: Network.Vertex,
    _ start: Int64,
    _ end: Int64
  ) -> TimedPath? {
    var best: (departure: Int64, arrival: Int64)?
    var deadline = end
    while deadline >= start,
      let departure = latestDeparture(from: source, to: target, start, deadline),
      let arrival = search(from: source, to: target, departure, deadline).arrival
    {
      let isFaster = best.map { arrival - departure < $0.arrival - $0.departure } ?? true
      if isFaster { best = (departure, arrival) }
      if arrival <= departure { break }
      deadline = arrival - 1
    }
    return best.flatMap { best in
      let isEndless = best.departure >= Windows.ever
      return search(from: source, to: target, best.departure, best.arrival)
        .path(isShortest: false, until: best.arrival, from: isEndless ? start : nil)
    }
  }
}
