public import GraphCore

/// A graph that keeps the assistance schema: checked once, when it is made, and never again.
public struct AssistanceGraph: Sendable {
  /// The nodes and edges.
  public let graph: PropertyGraph
  /// What the graph was checked against.
  public let schema: AssistanceSchema
  /// The edges at each node.
  public let incidence: Incidence
  /// The facts in columns.
  public let facts: FactTable

  /// Checks a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - schema: What it must keep.
  /// - Throws: ``AssistanceGraphError`` with every fault.
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* edges.
  public init(
    checking graph: PropertyGraph,
    against schema: AssistanceSchema = .standard
  ) throws(AssistanceGraphError) {
    let faults = schema.schema.faults(in: graph)
    guard faults.isEmpty else { throw AssistanceGraphError(faults: faults) }
    self.init(checked: graph, schema: schema)
  }

  /// Takes a graph whose every element was checked while it was read.
  init(checked graph: PropertyGraph, schema: AssistanceSchema) {
    self.graph = graph
    self.schema = schema
    incidence = Incidence(graph)
    facts = FactTable(graph, incidence: incidence, roles: schema.roles)
  }

  /// Every statement that somebody assisted, in the order of the graph.
  public var assistance: [AssistanceFact] {
    facts.nodeRows.map { AssistanceFact(node: Node(graph: graph, row: Int($0)), in: self) }
  }

  /// The fact with a key, or `nil` if there is none.
  public func fact(_ id: NodeID) -> AssistanceFact? {
    graph[id].flatMap { $0.kind == .assistance ? AssistanceFact(node: $0, in: self) : nil }
  }

  /// What people call a node: its name, or its key if it has none.
  public func name(of id: NodeID) -> String {
    graph[id]?[.name] ?? id.rawValue
  }
}

/// Every place where a graph breaks the assistance schema.
public struct AssistanceGraphError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The faults, in the order of the graph.
  public let faults: [SchemaFault]

  /// The faults, one on each line.
  public var description: String {
    faults.map(\.description).joined(separator: "\n")
  }
}
