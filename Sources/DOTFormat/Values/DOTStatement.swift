/// A statement of a graph, in the order in which it is read.
public enum DOTStatement: Hashable, Sendable {
  /// Makes a node, or says more about one.
  case node(DOTNode)
  /// Makes edges between two or more ends.
  case edge(DOTEdge)
  /// Makes a subgraph, or says more about one.
  case subgraph(DOTSubgraph)
  /// Says what holds for what is made after it in this scope.
  case defaults(DOTElement, DOTAttributes)
  /// Says a property of the graph or subgraph that it is in.
  case attribute(DOTAttribute)
}

/// What defaults are for.
public enum DOTElement: String, Hashable, Sendable, CaseIterable {
  case graph, node, edge
}

/// A node with what is said about it.
public struct DOTNode: Hashable, Sendable {
  /// What identifies it.
  public var id: DOTIdentifier
  /// A port; it says nothing in a statement of a node, but may be written.
  public var port: DOTPort?
  /// Its attributes.
  public var attributes: DOTAttributes

  /// Creates a node.
  public init(_ id: DOTIdentifier, port: DOTPort? = nil, _ attributes: DOTAttributes = [:]) {
    self.id = id
    self.port = port
    self.attributes = attributes
  }
}

/// The place on a node where an edge ends.
public struct DOTPort: Hashable, Sendable {
  /// The part of the node, or a side of it if there is no ``side``.
  public var name: DOTIdentifier
  /// The side, such as `ne`.
  public var side: DOTIdentifier?

  /// Creates a port.
  public init(_ name: DOTIdentifier, side: DOTIdentifier? = nil) {
    self.name = name
    self.side = side
  }
}

/// A chain of ends, each linked to the next; all of them share the attributes.
public struct DOTEdge: Hashable, Sendable {
  /// An end of an edge.
  public enum End: Hashable, Sendable {
    /// A node.
    case node(DOTIdentifier, port: DOTPort? = nil)
    /// Each node of a list, as in `a, b -> c`.
    case nodes([NodeEnd])
    /// Every node of a subgraph.
    case subgraph(DOTSubgraph)
  }

  /// A node in a list of nodes at an end.
  public struct NodeEnd: Hashable, Sendable {
    /// What identifies the node.
    public var id: DOTIdentifier
    /// The place on the node.
    public var port: DOTPort?

    /// Creates an end.
    public init(_ id: DOTIdentifier, port: DOTPort? = nil) {
      self.id = id
      self.port = port
    }
  }

  /// The ends, at least two.
  public var ends: [End]
  /// The attributes.
  public var attributes: DOTAttributes

  /// Creates a chain of edges.
  public init(_ ends: [End], _ attributes: DOTAttributes = [:]) {
    self.ends = ends
    self.attributes = attributes
  }

  /// Creates an edge between two nodes.
  public init(from: DOTIdentifier, to: DOTIdentifier, _ attributes: DOTAttributes = [:]) {
    self.init([.node(from), .node(to)], attributes)
  }
}

/// A part of a graph; one whose name begins with `cluster` is drawn as a box.
public struct DOTSubgraph: Sendable {
  /// What identifies it; `nil` for one without a name.
  public var id: DOTIdentifier?
  /// What it holds.
  public var statements: [DOTStatement]

  /// Creates a subgraph.
  public init(_ id: DOTIdentifier? = nil, _ statements: [DOTStatement] = []) {
    self.id = id
    self.statements = statements
  }
}
