/// A way in which Graphviz lays a graph out.
public enum GraphvizEngine: String, CaseIterable, Hashable, Sendable {
  /// In layers, along the direction of the edges.
  case dot
  /// By springs between all pairs, for up to some hundreds of nodes.
  case neato
  /// By forces between neighbours.
  case fdp
  /// By forces, coarsely first: for large graphs.
  case sfdp
  /// In circles.
  case circo
  /// In rings around one node.
  case twopi
  /// In boxes, by cluster.
  case osage
}
