internal import NetworkAlgorithms

/// Finds the vertices that lie on a simple path between two others, direction ignored.
///
/// They are the block (biconnected component) of a link that is thought between the two; John
/// Hopcroft and Robert Tarjan, 1973. Where links are one-way it may hold vertices that no directed
/// path passes.
///
/// - Complexity: O(*n* + *m*) for *n* vertices and *m* links.
func verticesOnSimplePaths(
  between source: Network.Vertex,
  and target: Network.Vertex,
  in network: Network
) -> [Bool] {
  let network = network.ignoringDirection()
  var isOn = [Bool](repeating: false, count: network.vertexCount)
  isOn[Int(source)] = true
  isOn[Int(target)] = true
  guard source != target else { return isOn }
  let unmet = UInt32.max
  var met = [UInt32](repeating: unmet, count: network.vertexCount)
  var low = met
  var parents = met
  var next = [UInt32](repeating: 0, count: network.vertexCount)
  // The thought link is walked first, so the target is the only child of the source.
  (met[Int(source)], met[Int(target)], low[Int(target)]) = (0, 1, 1)
  var order = [target]
  var stack = [target]
  while let vertex = stack.last {
    let arcs = network.arcs(from: vertex)
    let place = arcs.startIndex + Int(next[Int(vertex)])
    guard place < arcs.endIndex else {
      stack.removeLast()
      if let parent = stack.last {
        low[Int(parent)] = min(low[Int(parent)], low[Int(vertex)])
      }
      continue
    }
    next[Int(vertex)] += 1
    let head = arcs[place].head
    if met[Int(head)] == unmet {
      met[Int(head)] = UInt32(order.count + 1)
      low[Int(head)] = met[Int(head)]
      parents[Int(head)] = vertex
      order.append(head)
      stack.append(head)
    } else {
      low[Int(vertex)] = min(low[Int(vertex)], met[Int(head)])
    }
  }
  // A part that reaches back no further than where it hangs can be entered there alone.
  for vertex in order.dropFirst() {
    let parent = Int(parents[Int(vertex)])
    isOn[Int(vertex)] = isOn[parent] && low[Int(vertex)] < met[parent]
  }
  return isOn
}
