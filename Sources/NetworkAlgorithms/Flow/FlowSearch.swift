/// Pushes flow along shortest paths until none is left.
///
/// What a link still carries is kept for both ways of it, at `2 * link` from the lower to the higher
/// vertex and at `2 * link + 1` back; so the rows of the network itself are the residual network, and
/// nothing needs to be laid out anew.
struct FlowSearch<Amount: FlowAmount> {
  /// A network in whose rows each link lies at both ends.
  let network: Network
  /// The network as it was given.
  let original: Network
  private let isReversed: Bool
  /// What each way of each link still carries.
  private(set) var residual: [Amount]
  /// The vertices on the side of the source, once there is no way on.
  private(set) var sourceSide: [Network.Vertex] = []

  /// How far each vertex is from the target, or what ``FlowLevels`` says.
  private var levels: [UInt32]
  /// The place of the arc to try next.
  private var next: [UInt32]
  /// Vertices in the order in which they were found from the source, and from the target.
  private var found: [Network.Vertex]
  private var foundBack: [Network.Vertex]

  /// Lays out what every link carries at first.
  init(_ network: Network, capacities: [Double]?, grid: CapacityGrid) {
    self.network = network.ignoringDirection()
    original = network
    isReversed = network.direction == .reversed
    let linkCount = network.linkCount
    residual = unsafe [Amount](unsafeUninitializedCapacity: 2 * linkCount) { residual, count in
      for link in 0..<linkCount {
        let (source, target) = (network.sources[link], network.targets[link])
        var capacity: Amount = capacities.map { grid.units(of: $0[link]) } ?? 1
        if source == target { capacity = 0 }
        let isTwoWay = network.isTwoWay(Network.Link(truncatingIfNeeded: link))
        let isUp = (source < target) != (network.direction == .reversed)
        unsafe residual[2 &* link] = isTwoWay || isUp ? capacity : 0
        unsafe residual[2 &* link &+ 1] = isTwoWay || !isUp ? capacity : 0
      }
      count = 2 * linkCount
    }
    levels = [UInt32](repeating: FlowLevels.unseen, count: network.vertexCount)
    next = [UInt32](repeating: 0, count: network.vertexCount)
    found = next
    foundBack = next
  }

  /// Pushes as much flow from the source to the target as there is room for.
  ///
  /// The two must differ, and some cut between them must be smaller than the capacities that stand
  /// for infinity.
  mutating func run(from source: Network.Vertex, to target: Network.Vertex) {
    var reached = 0
    unsafe residual.withUnsafeMutableBufferPointer { residual in
      unsafe levels.withUnsafeMutableBufferPointer { levels in
        unsafe next.withUnsafeMutableBufferPointer { next in
          unsafe found.withUnsafeMutableBufferPointer { found in
            unsafe foundBack.withUnsafeMutableBufferPointer { foundBack in
              unsafe network.withUnsafeRows { starts, arcs in
                let view = unsafe FlowView(
                  starts: starts,
                  arcs: arcs,
                  residual: residual,
                  levels: levels,
                  next: next,
                  found: found,
                  foundBack: foundBack
                )
                var path = FlowPath<Amount>()
                while let levels = unsafe view.findLevels(from: source, to: target) {
                  unsafe view.blockFlow(from: source, to: target, path: &path)
                  unsafe view.clear(levels)
                }
                reached = unsafe view.findSourceSide(source)
              }
            }
          }
        }
      }
    }
    sourceSide = found.prefix(reached).sorted()
  }

  /// What a link carries, positive from its source to its target.
  @inline(__always)
  func flow(over link: Int, capacity: Amount) -> Amount {
    let (source, target) = (network.sources[link], network.targets[link])
    if source == target { return 0 }
    let left = residual[2 &* link &+ (source < target ? 0 : 1)]
    return (leadsOnlyBack(link) ? 0 : capacity) &- left
  }

  /// Whether a link may only be walked from its target to its source.
  @inline(__always)
  private func leadsOnlyBack(_ link: Int) -> Bool {
    isReversed && !original.isTwoWay(Network.Link(truncatingIfNeeded: link))
  }

  /// The arcs along which more could flow, as a directed network.
  func openArcs() -> Network {
    var sources: [Network.Vertex] = []
    var targets: [Network.Vertex] = []
    for link in network.sources.indices {
      let (source, target) = (network.sources[link], network.targets[link])
      let (lower, higher) = (min(source, target), max(source, target))
      if residual[2 * link] > 0 {
        sources.append(lower)
        targets.append(higher)
      }
      if residual[2 * link + 1] > 0 {
        sources.append(higher)
        targets.append(lower)
      }
    }
    return Network(
      checked: NetworkLinks(vertexCount: network.vertexCount, sources: sources, targets: targets)
    )
  }
}
