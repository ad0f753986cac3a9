/// A depth-first search that knows how far up each subtree reaches back.
struct CutSearch {
  /// What is known of a vertex.
  struct State {
    /// When the vertex was entered, from 1; 0 before that.
    var order: UInt32 = 0
    /// The lowest order that a link from the subtree of the vertex leads to.
    var low: UInt32 = 0
    /// The place of the arc to walk next.
    var place: UInt32 = 0
    /// The link by which the vertex was entered.
    var link: UInt32 = .max
  }

  /// The bridges, in the order in which they were left.
  private(set) var bridges: [Network.Link] = []
  /// Whether each vertex is an articulation point.
  private(set) var cuts: [Bool]

  private var states: [State]
  private var stack: [Network.Vertex]

  init(vertexCount: Int) {
    cuts = [Bool](repeating: false, count: vertexCount)
    states = [State](repeating: State(), count: vertexCount)
    stack = [Network.Vertex](repeating: 0, count: vertexCount)
  }

  /// Visits every vertex of an undirected network.
  mutating func run(in network: Network) {
    var order: UInt32 = 0
    unsafe states.withUnsafeMutableBufferPointer { states in
      unsafe stack.withUnsafeMutableBufferPointer { stack in
        unsafe cuts.withUnsafeMutableBufferPointer { cuts in
          unsafe network.withUnsafeRows { starts, arcs in
            for root in 0..<states.count where unsafe states[root].order == 0 {
              unsafe Self.visit(
                root,
                order: &order,
                bridges: &bridges,
                cuts: cuts,
                states: states,
                stack: stack,
                starts: starts,
                arcs: arcs
              )
            }
          }
        }
      }
    }
  }

  /// Visits the component of a root.
  @inline(__always)
  private static func visit(
    _ root: Int,
    order: inout UInt32,
    bridges: inout [Network.Link],
    cuts: UnsafeMutableBufferPointer<Bool>,
    states: UnsafeMutableBufferPointer<State>,
    stack: UnsafeMutableBufferPointer<Network.Vertex>,
    starts: UnsafeBufferPointer<UInt32>,
    arcs: UnsafeBufferPointer<Network.Arc>
  ) {
    var rootChildren = 0
    var depth = 0
    var vertex = root
    order &+= 1
    unsafe states[vertex] = State(order: order, low: order, place: starts[vertex])
    while true {
      let state = unsafe states[vertex]
      let end = unsafe starts[vertex &+ 1]
      var place = state.place
      var low = state.low
      var child: Network.Arc?
      while place < end {
        let arc = unsafe arcs[Int(place)]
        place &+= 1
        let other = unsafe states[Int(arc.head)].order
        if other == 0 {
          child = arc
          break
        }
        // Not back by the link that led here; a parallel link does count.
        if other < low, arc.link != state.link { low = other }
      }
      unsafe states[vertex].place = place
      unsafe states[vertex].low = low
      if let child {
        unsafe stack[depth] = UInt32(truncatingIfNeeded: vertex)
        depth &+= 1
        vertex = Int(child.head)
        order &+= 1
        let start = unsafe starts[vertex]
        unsafe states[vertex] = State(order: order, low: order, place: start, link: child.link)
        continue
      }
      if depth == 0 { break }
      depth &-= 1
      let parent = unsafe Int(stack[depth])
      let parentOrder = unsafe states[parent].order
      if low > parentOrder { bridges.append(state.link) }
      if depth == 0 {
        rootChildren &+= 1
      } else if low >= parentOrder {
        unsafe cuts[parent] = true
      }
      if unsafe low < states[parent].low { unsafe states[parent].low = low }
      vertex = parent
    }
    if rootChildren > 1 { unsafe cuts[root] = true }
  }
}
