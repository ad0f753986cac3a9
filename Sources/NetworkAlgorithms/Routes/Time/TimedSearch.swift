/// A search for the earliest arrivals by number of links.
struct TimedSearch {
  /// A vertex that was reached earlier than with fewer links.
  private struct Label {
    var vertex: Network.Vertex
    var link: Network.Link
    var parent: UInt32
    var arrival: Int64
  }

  private let network: Network
  private let windows: TimedNetwork.Windows
  private let target: Network.Vertex
  private var labels: [Label]
  /// The best label of each vertex, and the best of the round that is not over.
  private var current: [UInt32]
  private var pending: [UInt32]
  /// The labels of the target, by ascending number of links and descending arrival.
  private var ends: [UInt32] = []

  private static let none = UInt32.max

  init(
    in network: Network,
    _ windows: TimedNetwork.Windows,
    from source: Network.Vertex,
    at start: Int64,
    to target: Network.Vertex
  ) {
    self.network = network
    self.windows = windows
    self.target = target
    labels = [Label(vertex: source, link: .max, parent: .max, arrival: start)]
    current = [UInt32](repeating: Self.none, count: network.vertexCount)
    pending = current
    current[Int(source)] = 0
  }

  /// The earliest arrival at the target.
  var arrival: Int64? { ends.last.map { labels[Int($0)].arrival } }

  /// Takes one link more in each round, until nothing is reached earlier.
  mutating func run(until end: Int64, stopsEarly: Bool) {
    var round: [UInt32] = [0]
    while !round.isEmpty, !(stopsEarly && !ends.isEmpty) {
      var reached: [Network.Vertex] = []
      for label in round { extend(label, until: end, &reached) }
      round = reached.map { vertex in
        let label = pending[Int(vertex)]
        current[Int(vertex)] = label
        pending[Int(vertex)] = Self.none
        return label
      }
      if reached.contains(target) { ends.append(current[Int(target)]) }
    }
  }

  private mutating func extend(
    _ label: UInt32,
    until end: Int64,
    _ reached: inout [Network.Vertex]
  ) {
    let (vertex, now) = (labels[Int(label)].vertex, labels[Int(label)].arrival)
    // What arrives no earlier than the target is of no use to it.
    let latest = min(end, arrival.map { $0 - 1 } ?? end)
    for arc in network.arcs[network.row(of: vertex)] {
      let link = Int(arc.link)
      guard now <= windows.until[link] else { continue }
      let arrival = max(now, windows.from[link]) + windows.duration(link)
      guard arrival <= latest else { continue }
      let known = current[Int(arc.head)]
      if known != Self.none, labels[Int(known)].arrival <= arrival { continue }
      let new = Label(vertex: arc.head, link: arc.link, parent: label, arrival: arrival)
      let waiting = pending[Int(arc.head)]
      if waiting == Self.none {
        pending[Int(arc.head)] = UInt32(labels.count)
        labels.append(new)
        reached.append(arc.head)
      } else {
        let other = labels[Int(waiting)]
        if (arrival, arc.link) < (other.arrival, other.link) { labels[Int(waiting)] = new }
      }
    }
  }

  /// The path with the fewest links, or else the earliest.
  ///
  /// - Parameters:
  ///   - isShortest: Whether few links come before an early arrival.
  ///   - end: When it must have arrived.
  ///   - start: When it sets out, if not when the search began.
  /// - Returns: The path, or `nil` where the target was not reached.
  func path(isShortest: Bool, until end: Int64, from start: Int64? = nil) -> TimedPath? {
    guard let last = isShortest ? ends.first : ends.last else { return nil }
    var links: [Network.Link] = []
    var vertices: [Network.Vertex] = []
    var place = Int(last)
    while labels[place].parent != Self.none {
      links.append(labels[place].link)
      vertices.append(labels[place].vertex)
      place = Int(labels[place].parent)
    }
    vertices.append(labels[place].vertex)
    links.reverse()
    let began = start ?? labels[place].arrival
    return timed(vertices.reversed(), links, start: began, until: end)
  }

  /// Says when each link is walked: as early as it can be if the path sets out as late as it must.
  ///
  /// A path that could be walked in one moment is; else it does not set out so early that it waits
  /// for nothing.
  private func timed(
    _ vertices: [Network.Vertex],
    _ links: [Network.Link],
    start: Int64,
    until end: Int64
  ) -> TimedPath {
    let ever = TimedNetwork.Windows.ever
    var (lasting, latest) = (Int64(0), ever)
    var earliest = start
    for link in links.map({ Int($0) }) {
      latest = min(latest, windows.until[link] >= ever ? ever : windows.until[link] - lasting)
      earliest = max(earliest, windows.from[link] - lasting)
      lasting += windows.duration(link)
    }
    if end < ever { latest = min(latest, end - lasting) }
    var now = max(start, min(earliest, latest))
    let moments = links.map { link -> Int64 in
      let moment = max(now, windows.from[Int(link)])
      now = moment + windows.duration(Int(link))
      return moment
    }
    func known(_ moment: Int64) -> Int64? { abs(moment) <= ever / 2 ? moment : nil }
    return TimedPath(
      vertices: vertices,
      links: links,
      moments: moments.map { known($0) },
      departure: moments.first.flatMap { known($0) },
      arrival: known(now)
    )
  }
}
