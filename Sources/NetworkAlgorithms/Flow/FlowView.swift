/// How far vertices are from the target of a flow.
enum FlowLevels {
  /// The level of a vertex that was not found.
  static let unseen = UInt32.max
  /// Set in the level of a vertex that was found from the source, while the two searches go on.
  static let fromSource: UInt32 = 1 << 31
  /// The level of a vertex from which nothing leads on.
  static let dead = UInt32.max - 1
}

/// The path on which flow is about to be pushed.
struct FlowPath<Amount: FlowAmount> {
  /// The vertex each link leaves.
  var tails: [Network.Vertex] = []
  /// Where what each link still carries is kept.
  var places: [Int] = []
}

/// The arrays of a ``FlowSearch`` while it runs.
@unsafe
struct FlowView<Amount: FlowAmount> {
  let starts: UnsafeBufferPointer<UInt32>
  let arcs: UnsafeBufferPointer<Network.Arc>
  let residual: UnsafeMutableBufferPointer<Amount>
  let levels: UnsafeMutableBufferPointer<UInt32>
  let next: UnsafeMutableBufferPointer<UInt32>
  let found: UnsafeMutableBufferPointer<Network.Vertex>
  let foundBack: UnsafeMutableBufferPointer<Network.Vertex>
}

/// How many vertices were found from the source and from the target.
struct FlowLevelCounts {
  let found: Int
  let foundBack: Int
}

extension FlowView {
  /// Finds how far vertices are from the target, searching from both ends until they meet.
  ///
  /// Every vertex on a shortest path gets its distance. Others may get a number, too: a vertex found
  /// from the source gets what it would be on a shortest path.
  ///
  /// - Returns: How many vertices got a level, or `nil` where there is no path, and no levels then.
  func findLevels(from source: Network.Vertex, to target: Network.Vertex) -> FlowLevelCounts? {
    unsafe label(source, FlowLevels.fromSource)
    unsafe label(target, 0)
    unsafe found[0] = source
    unsafe foundBack[0] = target
    var (start, startBack) = (0, 0)
    var (end, endBack) = (1, 1)
    var (steps, stepsBack): (UInt32, UInt32) = (0, 0)
    var (work, workBack) = unsafe (degree(source), degree(target))
    var meets = false
    while start < end, startBack < endBack, !meets {
      if work <= workBack {
        steps &+= 1
        let level = FlowLevels.fromSource | steps
        var last = end
        work = 0
        search: for place in start..<end {
          let tail = unsafe found[place]
          var row = unsafe Int(starts[Int(tail)])
          let rowEnd = unsafe Int(starts[Int(tail) &+ 1])
          while row < rowEnd {
            let arc = unsafe arcs[row]
            row &+= 1
            let known = unsafe levels[Int(arc.head)]
            if known != FlowLevels.unseen, known & FlowLevels.fromSource != 0 { continue }
            guard unsafe residual[Self.place(arc.link, tail, arc.head)] > 0 else { continue }
            if known != FlowLevels.unseen {
              meets = true
              break search
            }
            unsafe label(arc.head, level)
            unsafe found[last] = arc.head
            unsafe work &+= degree(arc.head)
            last &+= 1
          }
        }
        if meets {
          // These are as far as vertices that the other search has found, and lead no nearer.
          for place in end..<last { unsafe levels[Int(found[place])] = FlowLevels.unseen }
        } else {
          (start, end) = (end, last)
        }
      } else {
        stepsBack &+= 1
        var last = endBack
        workBack = 0
        search: for place in startBack..<endBack {
          let head = unsafe foundBack[place]
          var row = unsafe Int(starts[Int(head)])
          let rowEnd = unsafe Int(starts[Int(head) &+ 1])
          while row < rowEnd {
            let arc = unsafe arcs[row]
            row &+= 1
            let known = unsafe levels[Int(arc.head)]
            if known < FlowLevels.fromSource { continue }
            guard unsafe residual[Self.place(arc.link, arc.head, head)] > 0 else { continue }
            if known != FlowLevels.unseen {
              meets = true
              break search
            }
            unsafe label(arc.head, stepsBack)
            unsafe foundBack[last] = arc.head
            unsafe workBack &+= degree(arc.head)
            last &+= 1
          }
        }
        if meets {
          for place in endBack..<last { unsafe levels[Int(foundBack[place])] = FlowLevels.unseen }
        } else {
          (startBack, endBack) = (endBack, last)
        }
      }
    }
    let counts = FlowLevelCounts(found: end, foundBack: endBack)
    guard meets else {
      unsafe clear(counts)
      return nil
    }
    let length = steps &+ stepsBack
    for place in 0..<end {
      let vertex = unsafe Int(found[place])
      unsafe levels[vertex] = length &- (levels[vertex] ^ FlowLevels.fromSource)
    }
    return counts
  }

  /// Pushes flow along shortest paths until each has a full link.
  func blockFlow(
    from source: Network.Vertex,
    to target: Network.Vertex,
    path: inout FlowPath<Amount>
  ) {
    path.tails.removeAll(keepingCapacity: true)
    path.places.removeAll(keepingCapacity: true)
    var vertex = source
    while true {
      if vertex == target {
        vertex = unsafe push(along: &path)
        continue
      }
      let nearer = unsafe levels[Int(vertex)] &- 1
      var row = unsafe next[Int(vertex)]
      let rowEnd = unsafe starts[Int(vertex) &+ 1]
      var advances = false
      while row < rowEnd {
        let arc = unsafe arcs[Int(row)]
        if unsafe levels[Int(arc.head)] == nearer {
          let place = unsafe Self.place(arc.link, vertex, arc.head)
          if unsafe residual[place] > 0 {
            unsafe next[Int(vertex)] = row
            path.tails.append(vertex)
            path.places.append(place)
            vertex = arc.head
            advances = true
            break
          }
        }
        row &+= 1
      }
      if advances { continue }
      // From here nothing leads on any more.
      unsafe next[Int(vertex)] = row
      guard let last = path.tails.popLast() else { return }
      path.places.removeLast()
      unsafe next[Int(last)] &+= 1
      unsafe levels[Int(vertex)] = FlowLevels.dead
      vertex = last
    }
  }

  /// Pushes as much along a path as its narrowest link takes.
  ///
  /// - Returns: The vertex that the first link that is now full leaves, where the path now ends.
  private func push(along path: inout FlowPath<Amount>) -> Network.Vertex {
    var amount = Amount.max
    for place in path.places { unsafe amount = min(amount, residual[place]) }
    var full = path.places.count
    for step in path.places.indices.reversed() {
      let place = path.places[step]
      unsafe residual[place] &-= amount
      unsafe residual[place ^ 1] &+= amount
      if unsafe residual[place] == 0 { full = step }
    }
    let vertex = path.tails[full]
    path.tails.removeLast(path.tails.count - full)
    path.places.removeLast(path.places.count - full)
    return vertex
  }

  /// Finds every vertex that can be reached from the source; they are the first that were found.
  ///
  /// - Returns: How many they are.
  func findSourceSide(_ source: Network.Vertex) -> Int {
    unsafe levels[Int(source)] = 0
    unsafe found[0] = source
    var (start, end) = (0, 1)
    while start < end {
      let tail = unsafe found[start]
      start &+= 1
      var row = unsafe Int(starts[Int(tail)])
      let rowEnd = unsafe Int(starts[Int(tail) &+ 1])
      while row < rowEnd {
        let arc = unsafe arcs[row]
        row &+= 1
        guard unsafe levels[Int(arc.head)] == FlowLevels.unseen,
          unsafe residual[Self.place(arc.link, tail, arc.head)] > 0
        else { continue }
        unsafe levels[Int(arc.head)] = 0
        unsafe found[end] = arc.head
        end &+= 1
      }
    }
    return end
  }

  /// Takes all levels away.
  func clear(_ counts: FlowLevelCounts) {
    for place in 0..<counts.found {
      unsafe levels[Int(found[place])] = FlowLevels.unseen
    }
    for place in 0..<counts.foundBack {
      unsafe levels[Int(foundBack[place])] = FlowLevels.unseen
    }
  }

  /// Gives a vertex a level, and lets it try its arcs from the first.
  @inline(__always)
  private func label(_ vertex: Network.Vertex, _ level: UInt32) {
    unsafe levels[Int(vertex)] = level
    unsafe next[Int(vertex)] = starts[Int(vertex)]
  }

  @inline(__always)
  private func degree(_ vertex: Network.Vertex) -> Int {
    unsafe Int(starts[Int(vertex) &+ 1] &- starts[Int(vertex)])
  }

  /// Where what a link still carries from a vertex to another is kept.
  @inline(__always)
  static func place(
    _ link: Network.Link,
    _ tail: Network.Vertex,
    _ head: Network.Vertex
  ) -> Int {
    2 &* Int(link) &+ (tail < head ? 0 : 1)
  }
}
