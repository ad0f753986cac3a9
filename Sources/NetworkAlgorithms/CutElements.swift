/// The links and vertices whose loss alone would part what is joined.
public struct CutElements: Sendable, Hashable {
  /// The links without which a component falls apart, in ascending order.
  public let bridges: [Network.Link]
  /// The vertices without which a component falls apart, in ascending order.
  public let articulationPoints: [Network.Vertex]
}

extension Network {
  /// Finds the bridges and articulation points, the direction of links ignored.
  ///
  /// In any network, links are taken as two-way. Of two parallel links neither is a bridge: the
  /// search passes over the link it came by, not over the vertex it came from. A loop is never a
  /// bridge and makes no articulation point. Each component counts for itself.
  ///
  /// The algorithm is the depth-first search of Robert Tarjan (1972), without recursion, so that
  /// long paths do no harm.
  ///
  ///     let cuts = network.cutElements()
  ///     cuts.bridges  // [3, 7]
  ///
  /// - Complexity: O(*n* + *m*) for *n* vertices and *m* links.
  public func cutElements() -> CutElements {
    var search = CutSearch(vertexCount: vertexCount)
    search.run(in: ignoringDirection())
    return CutElements(
      bridges: search.bridges.sorted(),
      articulationPoints: search.cuts.indices.filter { search.cuts[$0] }.map(Vertex.init)
    )
  }

  /// Gives the links without which a component would fall apart, in ascending order.
  ///
  /// Conventions and complexity are those of ``cutElements()``, which gives both answers at once.
  public func bridges() -> [Link] {
    cutElements().bridges
  }

  /// Gives the vertices without which a component would fall apart, in ascending order.
  ///
  /// Conventions and complexity are those of ``cutElements()``, which gives both answers at once.
  public func articulationPoints() -> [Vertex] {
    cutElements().articulationPoints
  }
}
