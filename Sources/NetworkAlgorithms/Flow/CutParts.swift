/// The parts of a network that no least cut takes apart, and in which order they can be cut off.
///
/// When as much flows as can, whatever more could flow between stays together on the side of the
/// source, so a least cut is a set of parts that nothing more could flow out of (Jean-Claude Picard
/// and Maurice Queyranne 1980). Only parts through which something flows from one end to the other
/// make a difference; the others are passed through.
struct CutParts: Sendable {
  /// On which side of a cut a part lies.
  enum Side: UInt8, Sendable {
    /// Not settled yet.
    case open
    /// On the side of the source.
    case inside
    /// Not on the side of the source, though it could be.
    case outside
    /// Not on the side of the source, because something that it leads to is not.
    case blocked
    /// Of no account; it leads to nothing that is outside.
    case passed
  }

  /// What is known of a part.
  private enum Role: UInt8, Sendable {
    case source, target, carrying, idle
  }

  /// A link that carries as much as it can, with the parts it leads from and to.
  private struct FullLink: Sendable {
    let link: Network.Link
    let from: UInt32
    let to: UInt32
  }

  /// How many parts there are, each after those that it leads to.
  var count: Int { roles.count }

  private var roles: [Role] = []
  /// The parts that each part leads to, where more could flow.
  private var starts: [UInt32] = [0]
  private var ends: [UInt32] = []
  /// The links that lead from part to part and carry something.
  private var full: [FullLink] = []

  /// Whether each part can be reached from that of the source, so that it is on its side in every cut.
  private var isFixed: [Bool] = []

  /// Finds the parts after a search for a maximum flow.
  ///
  /// - Parameters:
  ///   - search: The search, which has run.
  ///   - signs: For each link whether it carries something from its source to its target, 1, or the
  ///     other way, -1.
  ///   - source: Where the flow starts.
  ///   - target: Where it ends.
  init(
    _ search: FlowSearch<some FlowAmount>,
    signs: [Int8],
    from source: Network.Vertex,
    to target: Network.Vertex
  ) {
    let network = search.network
    let open = search.openArcs()
    let (component, count) = open.strongComponentsInOrder()
    let isOnTheWay = Self.carrying(network, signs, from: source, to: target)
    roles = [Role](repeating: .idle, count: count)
    for vertex in isOnTheWay.indices where isOnTheWay[vertex] {
      roles[component[vertex]] = .carrying
    }
    roles[component[Int(source)]] = .source
    roles[component[Int(target)]] = .target

    var pairs: [UInt64] = []
    for link in open.sources.indices {
      let (from, to) = (component[Int(open.sources[link])], component[Int(open.targets[link])])
      if from != to { pairs.append(UInt64(from) << 32 | UInt64(to)) }
    }
    pairs.sort()
    starts = [UInt32](repeating: 0, count: count + 1)
    for place in pairs.indices where place == 0 || pairs[place] != pairs[place - 1] {
      ends.append(UInt32(truncatingIfNeeded: pairs[place]))
      starts[Int(pairs[place] >> 32) + 1] += 1
    }
    for part in 0..<count { starts[part + 1] += starts[part] }

    isFixed = [Bool](repeating: false, count: count)
    isFixed[component[Int(source)]] = true
    // Parts come after those they lead to.
    for part in (0..<count).reversed() where isFixed[part] {
      for other in leads(from: part) { isFixed[Int(other)] = true }
    }
    for link in signs.indices where signs[link] != 0 {
      let (start, end) = (Int(network.sources[link]), Int(network.targets[link]))
      let (tail, head) = signs[link] > 0 ? (start, end) : (end, start)
      let (from, to) = (component[tail], component[head])
      guard from != to, isOnTheWay[tail], isOnTheWay[head] else { continue }
      full.append(FullLink(link: UInt32(link), from: UInt32(from), to: UInt32(to)))
    }
  }

  /// The vertices that some of the flow from the source to the target passes.
  private static func carrying(
    _ network: Network,
    _ signs: [Int8],
    from source: Network.Vertex,
    to target: Network.Vertex
  ) -> [Bool] {
    func reached(from start: Network.Vertex, sign: Int8) -> [Bool] {
      var isReached = [Bool](repeating: false, count: network.vertexCount)
      isReached[Int(start)] = true
      var waiting = [start]
      while let vertex = waiting.popLast() {
        for arc in network.arcs(from: vertex) where !isReached[Int(arc.head)] {
          let leadsOn = network.sources[Int(arc.link)] == vertex ? sign : -sign
          guard signs[Int(arc.link)] == leadsOn else { continue }
          isReached[Int(arc.head)] = true
          waiting.append(arc.head)
        }
      }
      return isReached
    }
    let (onwards, back) = (reached(from: source, sign: 1), reached(from: target, sign: -1))
    return zip(onwards, back).map { $0 && $1 }
  }

  /// The parts that a part leads to.
  private func leads(from part: Int) -> ArraySlice<UInt32> {
    ends[Int(starts[part])..<Int(starts[part + 1])]
  }

  /// Puts every part from one on where it must lie, and outside where it may lie on either side.
  ///
  /// A part can be inside if everything it leads to is; a part comes after those it leads to.
  func settle(_ sides: inout [Side], from first: Int) {
    for part in first..<count {
      let isBlocked = leads(from: part).contains { other in
        sides[Int(other)] == .outside || sides[Int(other)] == .blocked
      }
      sides[part] =
        switch roles[part] {
        case .target: .blocked
        case .source: .inside
        case .carrying: isBlocked ? .blocked : isFixed[part] ? .inside : .outside
        case .idle: isBlocked ? .blocked : .passed
        }
    }
  }

  /// The links that lead out of what is inside.
  func cut(_ sides: [Side]) -> [UInt32] {
    full.filter { sides[Int($0.from)] == .inside && sides[Int($0.to)] != .inside }.map(\.link)
  }
}
