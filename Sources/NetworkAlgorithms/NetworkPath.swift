/// A walk from link to link, with the vertices it passes.
///
/// An empty path has one vertex, no links and cost 0.
public struct NetworkPath: Sendable, Hashable {
  /// The vertices in the order of the walk: one more than there are links.
  public let vertices: [Network.Vertex]
  /// The links in the order of the walk.
  public let links: [Network.Link]
  /// What the search that found the path made small: the sum of weights, or the number of links.
  public let cost: Double

  /// Takes a path that was found in a network made from another one.
  package init(vertices: [Network.Vertex], links: [Network.Link], cost: Double) {
    self.vertices = vertices
    self.links = links
    self.cost = cost
  }

  /// Follows links from the vertex where they start.
  init(from source: Network.Vertex, along links: [Network.Link], cost: Double, in network: Network)
  {
    var vertices = [source]
    vertices.reserveCapacity(links.count + 1)
    var last = source
    for link in links {
      last = network.end(of: link, oppositeTo: last)
      vertices.append(last)
    }
    self.vertices = vertices
    self.links = links
    self.cost = cost
  }

  /// Follows predecessors back from the vertex where the path ends.
  init(
    to target: Network.Vertex,
    cost: Double,
    in network: Network,
    predecessor: (Network.Vertex) -> Network.Link?
  ) {
    var vertices = [target]
    var links: [Network.Link] = []
    var first = target
    while let link = predecessor(first) {
      first = network.end(of: link, oppositeTo: first)
      links.append(link)
      vertices.append(first)
    }
    self.vertices = vertices.reversed()
    self.links = links.reversed()
    self.cost = cost
  }
}
