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
  /// than a fifteenth of the arcs not yet seen, and back when it is an eighteenth of the vertices. But
  /// where a sample shows that looking from unreached vertices takes longer, as in a network of two
  /// sides whose frontier is on the same one, the search goes forward all the same.
  mutating func run(in network: Network, incoming: Network?, upTo target: Network.Vertex?) {
    var arcsLeft = network.arcCount
    var arcsOfFrontier = queue[frontier].reduce(0) { $0 + network.row(of: $1).count }
    while !frontier.isEmpty, !isReached(target) {
      guard let incoming, arcsOfFrontier > arcsLeft / 15,
        var marks = frontierMarks(in: incoming, betterThan: arcsOfFrontier)
      else {
        arcsLeft -= arcsOfFrontier
        arcsOfFrontier = stepForward(in: network)
        continue
      }
      var open = openVertices(in: incoming)
      var count = frontier.count
      var previous = 0
      repeat {
        previous = count
        (marks, count) = stepBackward(to: marks, from: &open, in: incoming)
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

  /// Marks the frontier, unless going backward seems to take more arcs than going forward.
  private func frontierMarks(in incoming: Network, betterThan arcCount: Int) -> VertexMarks? {
    var marks = VertexMarks(count: states.count)
    queue[frontier].forEach { marks.insert($0) }
    let stride = max(16, states.count / 256)
    var looked = 0
    unsafe incoming.withUnsafeRows { starts, arcs in
      unsafe marks.words.withUnsafeBufferPointer { words in
        var vertex = 0
        while vertex < states.count {
          if states[vertex] == Self.unreached {
            let start = unsafe Int(starts[vertex])
            let end = unsafe Int(starts[vertex &+ 1])
            let place = unsafe Self.firstArc(from: start, to: end, arcs, in: words)
            // Beginning a row takes about as long as four arcs.
            looked &+= place &- start &+ 4
          }
          vertex &+= stride
        }
      }
    }
    return looked * stride < arcCount ? marks : nil
  }

  /// Marks the vertices that are not reached yet and have arcs by which they may be.
  private func openVertices(in incoming: Network) -> VertexMarks {
    var open = VertexMarks(count: states.count)
    unsafe states.withUnsafeBufferPointer { states in
      unsafe incoming.withUnsafeRows { starts, _ in
        for index in open.words.indices {
          var word: UInt64 = 0
          let first = index &* 64
          for bit in 0..<max(0, min(64, states.count &- first)) {
            let vertex = first &+ bit
            let isOpen =
              unsafe states[vertex] == Self.unreached
              && starts[vertex] != starts[vertex &+ 1]
            word |= (isOpen ? 1 : 0) &<< UInt64(bit)
          }
          open.words[index] = word
        }
      }
    }
    return open
  }

  /// Reaches the next level from the rows of the open vertices; gives the new frontier.
  private mutating func stepBackward(
    to frontier: VertexMarks,
    from open: inout VertexMarks,
    in incoming: Network
  ) -> (VertexMarks, Int) {
    depth += 1
    let level = depth << 32
    var next = VertexMarks(count: incoming.vertexCount)
    var count = 0
    unsafe states.withUnsafeMutableBufferPointer { states in
      unsafe incoming.withUnsafeRows { starts, arcs in
        unsafe frontier.words.withUnsafeBufferPointer { marks in
          for index in open.words.indices {
            var rest = open.words[index]
            var found: UInt64 = 0
            while rest != 0 {
              let bit = rest.trailingZeroBitCount
              rest &= rest &- 1
              let vertex = index &* 64 &+ bit
              let end = unsafe Int(starts[vertex &+ 1])
              let place = unsafe Self.firstArc(from: Int(starts[vertex]), to: end, arcs, in: marks)
              guard place < end else { continue }
              unsafe states[vertex] = level | UInt64(arcs[place].link)
              found |= 1 &<< UInt64(bit)
              count &+= 1
            }
            next.words[index] = found
            open.words[index] &= ~found
          }
        }
      }
    }
    reachedCount += count
    return (next, count)
  }

  /// The place of the first arc that leads to a marked vertex, or the end.
  @inline(__always)
  private static func firstArc(
    from start: Int,
    to end: Int,
    _ arcs: UnsafeBufferPointer<Network.Arc>,
    in marks: UnsafeBufferPointer<UInt64>
  ) -> Int {
    var place = start
    while place < end {
      let head = unsafe arcs[place].head
      if unsafe marks[Int(head &>> 6)] &>> UInt64(head & 63) & 1 == 1 { break }
      place &+= 1
    }
    return place
  }
}

/// A set of vertices, one bit for each vertex.
struct VertexMarks {
  var words: [UInt64]

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
