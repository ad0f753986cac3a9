/// Counts the fewest links from many vertices to some targets: breadth first from 64 vertices at once.
struct StepSearch {
  private let network: Network
  private let targets: [Network.Vertex]
  /// For each vertex those of the 64 that have reached it.
  private var seen: [UInt64]
  /// Those that reached it in the last step, and those that reach it in the next.
  private var current: [UInt64]
  private var next: [UInt64]

  init(_ network: Network, to targets: [Network.Vertex]) {
    self.network = network
    self.targets = targets
    seen = [UInt64](repeating: 0, count: network.vertexCount)
    current = seen
    next = seen
  }

  /// Gives the number of links to each target, a row for each source; infinite without a path.
  mutating func steps(from sources: [Network.Vertex]) -> [Double] {
    var steps = [Double](repeating: .infinity, count: sources.count * targets.count)
    var first = 0
    while first < sources.count {
      let batch = sources[first..<min(first + 64, sources.count)]
      search(from: batch, into: &steps)
      first += 64
    }
    return steps
  }

  private mutating func search(
    from batch: ArraySlice<Network.Vertex>,
    into steps: inout [Double]
  ) {
    for vertex in seen.indices {
      seen[vertex] = 0
      current[vertex] = 0
    }
    for (bit, source) in batch.enumerated() {
      seen[Int(source)] |= 1 << UInt64(bit)
      current[Int(source)] |= 1 << UInt64(bit)
    }
    var depth = 0.0
    var isMoving = !batch.isEmpty
    while isMoving {
      for column in targets.indices {
        var new = current[Int(targets[column])]
        while new != 0 {
          let row = batch.startIndex + new.trailingZeroBitCount
          steps[row * targets.count + column] = depth
          new &= new - 1
        }
      }
      depth += 1
      isMoving = advance()
    }
  }

  /// Makes one step from every vertex reached last; tells whether it reached anything.
  private mutating func advance() -> Bool {
    unsafe seen.withUnsafeMutableBufferPointer { seen in
      unsafe current.withUnsafeMutableBufferPointer { current in
        unsafe next.withUnsafeMutableBufferPointer { next in
          unsafe network.withUnsafeRows { starts, arcs in
            for vertex in 0..<current.count where unsafe current[vertex] != 0 {
              let searches = unsafe current[vertex]
              let end = unsafe Int(starts[vertex &+ 1])
              var place = unsafe Int(starts[vertex])
              while place < end {
                unsafe next[Int(arcs[place].head)] |= searches
                place &+= 1
              }
            }
            var any: UInt64 = 0
            for vertex in 0..<current.count {
              let new = unsafe next[vertex] & ~seen[vertex]
              unsafe seen[vertex] |= new
              unsafe current[vertex] = new
              unsafe next[vertex] = 0
              any |= new
            }
            return any != 0
          }
        }
      }
    }
  }
}
