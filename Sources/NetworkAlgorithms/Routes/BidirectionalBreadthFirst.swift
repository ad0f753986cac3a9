/// A search for the fewest links between two vertices that grows levels from both ends.
///
/// Whole levels are grown, each time at the end whose frontier has fewer arcs, until they meet. Then
/// only what lies between the meeting and the target is walked forward, so that each vertex there
/// has the lowest of all links that lead to it on a shortest path: the answer is the one of a search
/// from the source alone.
struct BidirectionalBreadthFirst {
  private static let unreached = UInt32.max

  private let network: Network
  private let reversed: Network
  private let source: Network.Vertex
  private let target: Network.Vertex
  /// How many links lead from the source to each vertex, and the lowest link that does.
  private var fromSource: [UInt32]
  private var links: [Network.Link]
  /// How many links lead from each vertex to the target.
  private var toTarget: [UInt32]
  private var front: [Network.Vertex]
  private var back: [Network.Vertex]

  init(
    from source: Network.Vertex,
    to target: Network.Vertex,
    in network: Network,
    reversed: Network
  ) {
    self.network = network
    self.reversed = reversed
    self.source = source
    self.target = target
    fromSource = [UInt32](repeating: Self.unreached, count: network.vertexCount)
    links = fromSource
    toTarget = fromSource
    (front, back) = ([source], [target])
    fromSource[Int(source)] = 0
    toTarget[Int(target)] = 0
  }

  /// The path, or `nil` where there is none.
  mutating func path() -> NetworkPath? {
    var (forward, backward): (UInt32, UInt32) = (0, 0)
    var arcs = (front: network.row(of: source).count, back: reversed.row(of: target).count)
    var hasMet = source == target
    while !hasMet {
      guard !front.isEmpty, !back.isEmpty else { return nil }
      if arcs.front <= arcs.back {
        forward += 1
        (arcs.front, hasMet) = growForward(to: forward)
      } else {
        backward += 1
        (arcs.back, hasMet) = growBackward(to: backward)
      }
    }
    // The meeting is the last whole level from the source.
    let meeting = front.count <= back.count ? front : back
    var level = meeting.filter {
      fromSource[Int($0)] == forward && toTarget[Int($0)] == backward
    }
    var left = backward
    while left > 0 {
      left -= 1
      level = walkOn(from: level, left: left)
    }
    return NetworkPath(to: target, cost: Double(forward + backward), in: network) { vertex in
      vertex == source ? nil : links[Int(vertex)]
    }
  }

  /// Reaches the next level from the source; tells its arcs, and whether the other end knows it.
  private mutating func growForward(to level: UInt32) -> (arcs: Int, hasMet: Bool) {
    var next: [Network.Vertex] = []
    var (arcCount, hasMet) = (0, false)
    unsafe network.withUnsafeRows { starts, arcs in
      for vertex in front {
        let end = unsafe Int(starts[Int(vertex) &+ 1])
        var place = unsafe Int(starts[Int(vertex)])
        while place < end {
          let arc = unsafe arcs[place]
          place &+= 1
          let head = Int(arc.head)
          let known = fromSource[head]
          if known == Self.unreached {
            fromSource[head] = level
            links[head] = arc.link
            next.append(arc.head)
            unsafe arcCount &+= Int(starts[head &+ 1] &- starts[head])
            if toTarget[head] != Self.unreached { hasMet = true }
          } else if known == level, arc.link < links[head] {
            links[head] = arc.link
          }
        }
      }
    }
    front = next
    return (arcCount, hasMet)
  }

  /// Reaches the next level from the target; tells its arcs, and whether the other end knows it.
  private mutating func growBackward(to level: UInt32) -> (arcs: Int, hasMet: Bool) {
    var next: [Network.Vertex] = []
    var (arcCount, hasMet) = (0, false)
    unsafe reversed.withUnsafeRows { starts, arcs in
      for vertex in back {
        let end = unsafe Int(starts[Int(vertex) &+ 1])
        var place = unsafe Int(starts[Int(vertex)])
        while place < end {
          let arc = unsafe arcs[place]
          place &+= 1
          let head = Int(arc.head)
          guard toTarget[head] == Self.unreached else { continue }
          toTarget[head] = level
          next.append(arc.head)
          unsafe arcCount &+= Int(starts[head &+ 1] &- starts[head])
          if fromSource[head] != Self.unreached { hasMet = true }
        }
      }
    }
    back = next
    return (arcCount, hasMet)
  }

  /// Walks from a level of shortest paths to the next one, nearer to the target.
  private mutating func walkOn(from level: [Network.Vertex], left: UInt32) -> [Network.Vertex] {
    var next: [Network.Vertex] = []
    for vertex in level {
      let steps = fromSource[Int(vertex)] + 1
      for arc in network.arcs[network.row(of: vertex)] where toTarget[Int(arc.head)] == left {
        let head = Int(arc.head)
        if fromSource[head] == Self.unreached {
          fromSource[head] = steps
          links[head] = arc.link
          next.append(arc.head)
        } else if fromSource[head] == steps, arc.link < links[head] {
          links[head] = arc.link
        }
      }
    }
    return next
  }
}
