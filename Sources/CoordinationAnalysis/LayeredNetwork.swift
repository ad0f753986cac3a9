internal import NetworkAlgorithms

/// A network once for each set of stops passed so far: a path to the last layer passes them all.
///
/// A vertex of layer *s* is the same vertex with the stops of *s* behind it. The network doubles
/// with each stop.
struct LayeredNetwork {
  let network: Network
  private let base: Network
  private let stops: [Network.Vertex]
  /// The link of the base network that each link stands for.
  private let baseLinks: [Network.Link]

  init(_ base: Network, stops: [Network.Vertex]) {
    self.base = base
    self.stops = stops
    let count = UInt32(base.vertexCount)
    var bits = [UInt32](repeating: 0, count: base.vertexCount)
    for (index, stop) in stops.enumerated() { bits[Int(stop)] |= 1 << UInt32(index) }
    var (sources, targets): ([Network.Vertex], [Network.Vertex]) = ([], [])
    var weights: [Double] = []
    var links: [Network.Link] = []
    for layer in 0..<(UInt32(1) << UInt32(stops.count)) {
      for vertex in 0..<count {
        for arc in base.arcs(from: vertex) {
          sources.append(layer * count + vertex)
          targets.append((layer | bits[Int(arc.head)]) * count + arc.head)
          weights.append(base.weight(of: arc.link))
          links.append(arc.link)
        }
      }
    }
    baseLinks = links
    do {
      network = try Network(
        vertexCount: Int(count) << stops.count,
        sources: sources,
        targets: targets,
        weights: weights,
        direction: .directed
      )
    } catch {
      preconditionFailure("the base network was checked: \(error)")
    }
  }

  /// The vertex where paths start: no stop is behind it.
  func start(_ vertex: Network.Vertex) -> Network.Vertex { vertex }

  /// The vertex where paths end: all stops are behind it.
  func end(_ vertex: Network.Vertex) -> Network.Vertex {
    ((UInt32(1) << UInt32(stops.count)) - 1) * UInt32(base.vertexCount) + vertex
  }

  /// The path in the base network, or `nil` if it visits a vertex twice there.
  func simplePath(_ path: NetworkPath) -> NetworkPath? {
    let count = UInt32(base.vertexCount)
    let vertices = path.vertices.map { $0 % count }
    guard Set(vertices).count == vertices.count else { return nil }
    return NetworkPath(
      vertices: vertices,
      links: path.links.map { baseLinks[Int($0)] },
      cost: path.cost
    )
  }
}
