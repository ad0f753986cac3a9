/// Finds all shortest paths from one source after another, and how much each vertex lies on them.
///
/// Going out, the arcs that lead one step on are written down, so that coming back reads them in
/// order and looks at no other arc.
struct DependencySearch {
  /// A vertex on the way out.
  private struct State {
    /// How many shortest paths lead to it.
    var paths: Double
    /// How far it is; beyond every distance if it was not reached.
    var distance: UInt32

    static let unreached = State(paths: 0, distance: .max)
  }

  private let network: Network
  private let countsLinks: Bool
  private var states: [State]
  /// For each vertex (1 + dependency) / paths, once it is known.
  private var shares: [Double]
  /// The vertices reached, nearest first.
  private var order: [Network.Vertex]
  /// Where each vertex of `order` starts in `steps`.
  private var starts: [UInt32]
  /// The places of the arcs that lead one step on, run after run in `order`.
  private var steps: [UInt32]
  private var weighted: WeightedDependencySearch?

  init(_ network: Network, countsLinks: Bool) {
    self.network = network
    self.countsLinks = countsLinks
    let count = network.weights == nil ? network.vertexCount : 0
    states = [State](repeating: .unreached, count: count)
    shares = [Double](repeating: 0, count: count)
    order = [Network.Vertex](repeating: 0, count: count)
    starts = [UInt32](repeating: 0, count: count + 1)
    steps = [UInt32](repeating: 0, count: network.weights == nil ? network.arcCount : 0)
    weighted =
      network.weights == nil ? nil : WeightedDependencySearch(network, countsLinks: countsLinks)
  }

  /// Adds the dependencies of a source: for each vertex, and behind them for each link.
  mutating func add(from source: Network.Vertex, to sum: inout [Double]) {
    guard weighted == nil else {
      weighted?.add(from: source, to: &sum)
      return
    }
    let reached = goOut(from: source)
    comeBack(reached, to: &sum)
  }

  /// Reaches what it can, level by level; gives how many vertices.
  private mutating func goOut(from source: Network.Vertex) -> Int {
    states[Int(source)] = State(paths: 1, distance: 0)
    order[0] = source
    var reached = 1
    unsafe states.withUnsafeMutableBufferPointer { states in
      unsafe order.withUnsafeMutableBufferPointer { order in
        unsafe steps.withUnsafeMutableBufferPointer { steps in
          unsafe starts.withUnsafeMutableBufferPointer { starts in
            unsafe network.withUnsafeRows { rows, arcs in
              var next = 0
              var step = 0
              while next < reached {
                let vertex = unsafe Int(order[next])
                unsafe starts[next] = UInt32(truncatingIfNeeded: step)
                next &+= 1
                let own = unsafe states[vertex]
                let distance = own.distance &+ 1
                let end = unsafe Int(rows[vertex &+ 1])
                var place = unsafe Int(rows[vertex])
                while place < end {
                  let head = unsafe Int(arcs[place].head)
                  let known = unsafe states[head]
                  if known.distance == .max {
                    unsafe states[head] = State(paths: own.paths, distance: distance)
                    unsafe order[reached] = UInt32(truncatingIfNeeded: head)
                    reached &+= 1
                    unsafe steps[step] = UInt32(truncatingIfNeeded: place)
                    step &+= 1
                  } else if known.distance == distance {
                    unsafe states[head].paths = known.paths + own.paths
                    unsafe steps[step] = UInt32(truncatingIfNeeded: place)
                    step &+= 1
                  }
                  place &+= 1
                }
              }
              unsafe starts[next] = UInt32(truncatingIfNeeded: step)
            }
          }
        }
      }
    }
    return reached
  }

  /// Adds up dependencies from the furthest vertex back, and forgets what was reached.
  private mutating func comeBack(_ reached: Int, to sum: inout [Double]) {
    let vertexCount = network.vertexCount
    let countsLinks = countsLinks
    unsafe states.withUnsafeMutableBufferPointer { states in
      unsafe shares.withUnsafeMutableBufferPointer { shares in
        unsafe order.withUnsafeBufferPointer { order in
          unsafe steps.withUnsafeBufferPointer { steps in
            unsafe starts.withUnsafeBufferPointer { starts in
              unsafe sum.withUnsafeMutableBufferPointer { sum in
                unsafe network.withUnsafeRows { _, arcs in
                  var place = reached &- 1
                  while place >= 0 {
                    let vertex = unsafe Int(order[place])
                    let paths = unsafe states[vertex].paths
                    unsafe states[vertex] = .unreached
                    var share = 0.0
                    let end = unsafe Int(starts[place &+ 1])
                    var step = unsafe Int(starts[place])
                    while step < end {
                      let arc = unsafe arcs[Int(steps[step])]
                      let part = unsafe shares[Int(arc.head)]
                      share += part
                      if countsLinks {
                        unsafe sum[vertexCount &+ Int(arc.link)] += paths * part
                      }
                      step &+= 1
                    }
                    let dependency = paths * share
                    unsafe shares[vertex] = (1 + dependency) / paths
                    if place > 0 { unsafe sum[vertex] += dependency }
                    place &-= 1
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
