/// A breadth-first search that goes forward from a small frontier and backward to a large one.
///
/// A state holds the distance of a vertex in its upper half and its predecessor link in its lower
/// half, so that the smaller of two states is the better one: forward steps keep the minimum, and
/// backward steps take the first link of a row, as rows are in order of link.
struct BreadthFirstSearch {
  /// The state of a vertex that was not reached.
  static let unreached = UInt64.max

  private(set) var states: [UInt64]
  private(set) var reachedCount = 0

  /// Room for every vertex; the frontier is the part of it that was reached last.
  private var queue: [Network.Vertex]
  private var frontier: Range<Int>
  private var depth: UInt64 = 0

  /// Reaches the sources.
  init(from sources: [Network.Vertex], in network: Network) {
    states = [UInt64](repeating: Self.unreached, count: network.vertexCount)
    queue = [Network.Vertex](repeating: 0, count: network.vertexCount)
    for source in sources where states[Int(source)] == Self.unreached {
      states[Int(source)] = UInt64(UInt32.max)
      queue[reachedCount] = source
      reachedCount += 1
    }
    frontier = 0..<reachedCount
  }

  /// Goes on until nothing new is reached, or the level of the target is complete.
  ///
  /// The thresholds are those of the GAP Benchmark Suite: turn round when the frontier has more
  /// than a fifteenth of the arcs not yet seen, and back when it is an eighteenth of the vertices.
  mutating func run(in network: Network, incoming: Network?, upTo target: Network.Vertex?) {
    var arcsLeft = network.arcCount
    var arcsOfFrontier = queue[frontier].reduce(0) { $0 + network.row(of: $1).count }
    while !frontier.isEmpty, !isReached(target) {
      guard let incoming, arcsOfFrontier > arcsLeft / 15 else {
        arcsLeft -= arcsOfFrontier
        arcsOfFrontier = stepForward(in: network)
        continue
      }
      var marks = VertexMarks(count: network.vertexCount)
      queue[frontier].forEach { marks.insert($0) }
      var count = frontier.count
      var previous = 0
      repeat {
        previous = count
        (marks, count) = stepBackward(to: marks, in: incoming)
      } while count > 0 && !isReached(target)
        && (count >= previous || count > network.vertexCount / 18)
      marks.write(to: &queue)
      frontier = 0..<count
      arcsOfFrontier = 1
    }
  }

  private func isReached(_ target: Network.Vertex?) -> Bool {
    target.map { states[Int($0)] != Self.unreached } ?? false
  }

  /// Reaches the next level from the arcs of the frontier; counts the arcs of the new frontier.
  private mutating func stepForward(in network: Network) -> Int {
    depth += 1
    let level = depth << 32
    var arcsOfFrontier = 0
    let found = unsafe states.withUnsafeMutableBufferPointer { states in
      unsafe queue.withUnsafeMutableBufferPointer { queue in
        unsafe network.withUnsafeRows { starts, arcs in
          var found = frontier.upperBound
          for index in frontier {
            let vertex = unsafe Int(queue[index])
            let end = unsafe Int(starts[vertex &+ 1])
            var place = unsafe Int(starts[vertex])
            while place < end {
              let arc = unsafe arcs[place]
              let head = Int(arc.head)
              let state = level | UInt64(arc.link)
              let known = unsafe states[head]
              if state < known {
                if known == Self.unreached {
                  unsafe queue[found] = arc.head
                  found &+= 1
                  unsafe arcsOfFrontier &+= Int(starts[head &+ 1] &- starts[head])
                }
                unsafe states[head] = state
              }
              place &+= 1
            }
          }
          return found
        }
      }
    }
    frontier = frontier.upperBound..<found
    reachedCount += frontier.count
    return arcsOfFrontier
  }

  /// Reaches the next level from the rows of the unreached vertices; gives the new frontier.
  private mutating func stepBackward(
    to frontier: VertexMarks,
    in incoming: Network
  ) -> (VertexMarks, Int) {
    depth += 1
    let level = depth << 32
    var next = VertexMarks(count: incoming.vertexCount)
    let found = unsafe states.withUnsafeMutableBufferPointer { states in
      unsafe incoming.withUnsafeRows { starts, arcs in
        unsafe frontier.words.withUnsafeBufferPointer { words in
          var found = 0
          for vertex in 0..<states.count where unsafe states[vertex] == Self.unreached {
            let end = unsafe Int(starts[vertex &+ 1])
            var place = unsafe Int(starts[vertex])
            while place < end {
              let arc = unsafe arcs[place]
              let word = unsafe words[Int(arc.head >> 6)]
              if word &>> UInt64(arc.head & 63) & 1 == 1 {
                unsafe states[vertex] = level | UInt64(arc.link)
                next.insert(UInt32(truncatingIfNeeded: vertex))
                found &+= 1
                break
              }
              place &+= 1
            }
          }
          return found
        }
      }
    }
    reachedCount += found
    return (next, found)
  }
}

/// A set of vertices, one bit for each vertex.
struct VertexMarks {
  private(set) var words: [UInt64]

  init(count: Int) {
    words = [UInt64](repeating: 0, count: count / 64 + 1)
  }

  mutating func insert(_ vertex: Network.Vertex) {
    words[Int(vertex >> 6)] |= 1 &<< UInt64(vertex & 63)
  }

  /// Writes the marked vertices, in ascending order, to the start of a queue.
  func write(to queue: inout [Network.Vertex]) {
    var count = 0
    for index in words.indices {
      var word = words[index]
      while word != 0 {
        queue[count] = UInt32(truncatingIfNeeded: index &* 64 &+ word.trailingZeroBitCount)
        count &+= 1
        word &= word &- 1
      }
    }
  }
}

extension Network {
  /// Calls a closure with the starts of the rows and the arcs, which were checked when laid out.
  @unsafe
  @inline(__always)
  func withUnsafeRows<Value>(
    _ body: (UnsafeBufferPointer<UInt32>, UnsafeBufferPointer<Arc>) -> Value
  ) -> Value {
    unsafe rowStarts.withUnsafeBufferPointer { starts in
      unsafe arcs.withUnsafeBufferPointer { arcs in unsafe body(starts, arcs) }
    }
  }
}
