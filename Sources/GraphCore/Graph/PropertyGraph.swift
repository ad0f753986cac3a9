/// A directed multigraph whose nodes and edges have kinds, properties, sources and a validity.
///
/// A value: copies share their storage until one is changed. Nodes and edges keep the order in
/// which they were added. Parallel edges and loops are allowed.
///
///     var graph = PropertyGraph()
///     try graph.addNode("undp", .actor)
///     try graph.addNode("guyana", .countryCase)
///     try graph.addEdge(from: "undp", "works-in", to: "guyana")
///     graph.edgeCount  // 1
///
/// Storage is columnar: kinds, ends, validity and sources are flat integer columns, each string
/// is held once, and a property is a typed column of its kind. A graph holds at most
/// 4,294,967,294 nodes and as many edges.
public struct PropertyGraph: Sendable {
  /// All columns, behind one reference so that a copy or a view costs one retain.
  @usableFromInline package struct Tables: Sendable {
    package var strings = StringPool()
    package var sources = SourceTable()
    package var validities = ValidityTable()
    package var nodes = NodeTable()
    package var edges = EdgeTable()
    package var nodeProperties = PropertyTable()
    package var edgeProperties = PropertyTable()

    package init() {}
  }

  @usableFromInline package var storage = CopyOnWrite(Tables())

  /// Creates a graph without nodes.
  public init() {}

  @inlinable package var tables: Tables {
    _read { yield storage.value }
    _modify { yield &storage.value }
  }

  /// How many nodes there are.
  public var nodeCount: Int { tables.nodes.count }

  /// How many edges there are.
  public var edgeCount: Int { tables.edges.count }

  /// The kinds of the nodes, in the order of first use.
  public var nodeKinds: [NodeKind] { tables.nodes.kindTable.kinds }

  /// The kinds of the edges, in the order of first use.
  public var edgeKinds: [EdgeKind] { tables.edges.kindTable.kinds }
}
