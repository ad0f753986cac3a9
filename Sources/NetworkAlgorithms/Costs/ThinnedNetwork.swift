/// An undirected network with weights without most links that no shortest path between some vertices
/// takes.
struct ThinnedNetwork {
  let network: Network
  /// The number of each vertex in the thinner network, or `.max` where it is not in it.
  let vertices: [Network.Vertex]

  /// Leaves out links and dead ends, but no vertex of those to be kept.
  ///
  /// A link is left out if the way by the vertex with the most links is cheaper, by more than all
  /// rounding of sums could be: so costs stay as they are to the last digit. A dead end is a vertex
  /// that only one other is linked to.
  init(_ whole: Network, keeping kept: [Network.Vertex]) {
    var links = Self.cheapLinks(of: whole)
    var degrees = [Int](repeating: 0, count: whole.vertexCount)
    // The exclusive or of the links at each vertex: at a dead end it is the one that is left.
    var linksAt = [UInt32](repeating: 0, count: whole.vertexCount)
    for link in links where whole.sources[Int(link)] != whole.targets[Int(link)] {
      for end in [whole.sources[Int(link)], whole.targets[Int(link)]] {
        degrees[Int(end)] += 1
        linksAt[Int(end)] ^= link
      }
    }
    var isKept = [Bool](repeating: false, count: whole.vertexCount)
    for vertex in kept { isKept[Int(vertex)] = true }
    var isLeft = [Bool](repeating: false, count: whole.linkCount)
    for start in degrees.indices {
      var vertex = start
      while degrees[vertex] == 1, !isKept[vertex] {
        let link = linksAt[vertex]
        isLeft[Int(link)] = true
        degrees[vertex] = 0
        vertex = Int(whole.end(of: link, oppositeTo: UInt32(vertex)))
        degrees[vertex] -= 1
        linksAt[vertex] ^= link
      }
    }
    links.removeAll { isLeft[Int($0)] }
    var vertices = [Network.Vertex](repeating: .max, count: whole.vertexCount)
    var count: Network.Vertex = 0
    for vertex in vertices.indices where isKept[vertex] || degrees[vertex] > 0 {
      vertices[vertex] = count
      count += 1
    }
    links.removeAll { vertices[Int(whole.sources[Int($0)])] == .max }
    self.vertices = vertices
    network = Network(
      checked: NetworkLinks(
        vertexCount: Int(count),
        sources: links.map { vertices[Int(whole.sources[Int($0)])] },
        targets: links.map { vertices[Int(whole.targets[Int($0)])] },
        weights: links.map { whole.weight(of: $0) },
        direction: .undirected
      )
    )
  }

  /// The links that are not dearer than the way by the vertex with the most of them.
  private static func cheapLinks(of network: Network) -> [Network.Link] {
    let rows = 0..<network.vertexCount
    let hub = rows.max { network.row(of: UInt32($0)).count < network.row(of: UInt32($1)).count }
    guard let hub, let weights = network.weights else { return [] }
    let all = Array(0..<Network.Vertex(network.vertexCount))
    var search = CostSearch(network, to: all)
    let costs = search.costs(from: Network.Vertex(hub))
    let farthest = costs.reduce(0) { $1 < .infinity ? max($0, $1) : $0 }
    // No path in this part of the network costs more than twice the farthest, and each of its sums
    // is rounded less than this.
    let margin = 2 * farthest * Double(network.vertexCount) * 0x1p-50
    var links: [Network.Link] = []
    for link in 0..<network.linkCount {
      let detour = costs[Int(network.sources[link])] + costs[Int(network.targets[link])]
      if !(detour + margin < weights[link]) { links.append(UInt32(link)) }
    }
    return links
  }
}
