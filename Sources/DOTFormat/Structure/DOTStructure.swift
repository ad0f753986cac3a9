/// What a graph's statements make: nodes, edges and subgraphs, each once.
///
/// It is what Graphviz 2.42 makes of them. Defaults hold for what is made after them in their scope;
/// subgraphs with one name in one place are one; edges from or to a subgraph are edges of each of its
/// nodes; a strict graph keeps one edge between two nodes; an edge whose `key` was seen between the same
/// nodes is the same edge. Names are equal if their texts are, be they markup or not.
///
///     let graph = try DOTGraph(parsing: "graph { node [shape=box] a -- { b c } }")
///     let structure = try DOTStructure(graph)
///     structure.edges.count  // 2
///     structure.attributes(ofNode: 0)["shape"]  // box
public struct DOTStructure: Hashable, Sendable {
  /// A node.
  public struct Node: Hashable, Sendable {
    /// What identifies it, as it was written first.
    public let id: DOTIdentifier
    /// Where and when it was made, which decides the defaults that hold.
    let origin: Origin
    /// What was said about the node itself, in order.
    var own: [DOTAttribute] = []
  }

  /// An edge.
  public struct Edge: Hashable, Sendable {
    /// Where it begins, as a place in ``DOTStructure/nodes``.
    public let tail: Int
    /// Where it ends, as a place in ``DOTStructure/nodes``.
    public let head: Int
    /// What tells it from others between the same nodes, if that was said.
    public let key: DOTIdentifier?
    let origin: Origin
    /// What was said about the edge itself, in order; ports are `tailport` and `headport`.
    var own: [DOTAttribute] = []
  }

  /// A subgraph.
  public struct Subgraph: Hashable, Sendable {
    /// What identifies it beside others in the same place; `nil` for one without a name.
    public let id: DOTIdentifier?
    /// What it stands in, as a place in ``DOTStructure/subgraphs``; `nil` for the graph itself.
    public let parent: Int?
    let origin: Origin

    /// Whether it is drawn as a box.
    public var isCluster: Bool { id?.content.hasPrefix("cluster") ?? false }
  }

  /// The scope in which something was made, and how many defaults had been said by then.
  struct Origin: Hashable {
    var scope: Int
    var moment: Int
  }

  /// What was said and made in a graph (the first scope) or in a subgraph.
  struct Scope: Hashable {
    /// A default, or an attribute of the graph, and how many had been said before it.
    struct Setting: Hashable {
      var moment: Int
      var attribute: DOTAttribute
    }

    var parent: Int?
    var settings: [DOTElement: [Setting]] = [:]
    /// Nodes and edges in the order in which they are mentioned, possibly twice.
    var nodes: [Int] = []
    var edges: [Int] = []
    var children: [Int] = []
  }

  /// The nodes, in the order in which they are first mentioned.
  public internal(set) var nodes: [Node] = []
  /// The edges, in the order in which they are made.
  public internal(set) var edges: [Edge] = []
  /// The subgraphs, in the order in which they begin.
  public internal(set) var subgraphs: [Subgraph] = []
  /// The graph, and then each subgraph.
  var scopes = [Scope()]

  /// Finds out what a graph's statements make.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - edgeLimit: The most edges to make; a few subgraphs can be linked by very many.
  /// - Throws: ``DOTError`` if there are more edges, or if finding them takes much longer than that.
  /// - Complexity: O(*n*) for *n* mentions of nodes and *n* edges.
  public init(_ graph: DOTGraph, edgeLimit: Int = 5_000_000) throws(DOTError) {
    var builder = DOTStructureBuilder(graph, edgeLimit: edgeLimit)
    self = try builder.build()
  }

  // MARK: Members

  /// Lists the nodes of a subgraph and of the subgraphs in it.
  ///
  /// - Parameter subgraph: A place in ``subgraphs``.
  /// - Returns: Places in ``nodes``, in order.
  public func nodes(ofSubgraph subgraph: Int) -> [Int] {
    members(of: subgraph + 1, \.nodes).members
  }

  /// Lists the edges of a subgraph and of the subgraphs in it.
  ///
  /// - Parameter subgraph: A place in ``subgraphs``.
  /// - Returns: Places in ``edges``, in order.
  public func edges(ofSubgraph subgraph: Int) -> [Int] {
    members(of: subgraph + 1, \.edges).members
  }

  /// The members of a scope in order, and how many steps it took to gather them.
  func members(
    of scope: Int,
    _ path: KeyPath<Scope, [Int]>
  ) -> (members: [Int], steps: Int) {
    var members: [Int] = []
    var steps = 0
    var open = [scope]
    while let next = open.popLast() {
      steps += 1
      members += scopes[next][keyPath: path]
      open += scopes[next].children
    }
    members.sort()
    steps += members.count
    var last: Int?
    let single = members.filter { member in
      defer { last = member }
      return member != last
    }
    return (single, steps)
  }

  // MARK: Attributes

  /// The attributes of the graph itself.
  public var attributes: DOTAttributes {
    merged(defaults(for: .graph, at: Origin(scope: 0, moment: .max)), [])
  }

  /// Gathers what holds for a node: the defaults when it was made, and what is said about itself.
  ///
  /// - Parameter node: A place in ``nodes``.
  /// - Returns: The attributes, each once.
  public func attributes(ofNode node: Int) -> DOTAttributes {
    merged(defaults(for: .node, at: nodes[node].origin), nodes[node].own)
  }

  /// Gathers what holds for an edge: the defaults when it was made, and what is said about itself.
  ///
  /// - Parameter edge: A place in ``edges``.
  /// - Returns: The attributes, each once.
  public func attributes(ofEdge edge: Int) -> DOTAttributes {
    merged(defaults(for: .edge, at: edges[edge].origin), edges[edge].own)
  }

  /// Gathers what holds for a subgraph: what held around it when it began, and what is said in it.
  ///
  /// - Parameter subgraph: A place in ``subgraphs``.
  /// - Returns: The attributes, each once.
  public func attributes(ofSubgraph subgraph: Int) -> DOTAttributes {
    let own = scopes[subgraph + 1].settings[.graph, default: []].map(\.attribute)
    return merged(defaults(for: .graph, at: subgraphs[subgraph].origin), own)
  }

  /// The defaults that are seen from a scope, from the outermost inwards.
  private func defaults(for element: DOTElement, at origin: Origin) -> [DOTAttribute] {
    var layers: [[DOTAttribute]] = []
    var next: Int? = origin.scope
    while let scope = next {
      let settings = scopes[scope].settings[element, default: []]
      layers.append(settings.prefix { $0.moment < origin.moment }.map(\.attribute))
      next = scopes[scope].parent
    }
    return layers.reversed().flatMap(\.self)
  }

  private func merged(_ defaults: [DOTAttribute], _ own: [DOTAttribute]) -> DOTAttributes {
    var places: [DOTName: Int] = [:]
    var merged: [DOTAttribute] = []
    for attribute in [defaults, own].joined() {
      let name = DOTName(attribute.name.content)
      if let place = places[name] {
        merged[place].value = attribute.value
      } else {
        places[name] = merged.count
        merged.append(attribute)
      }
    }
    return DOTAttributes(merged)
  }
}
