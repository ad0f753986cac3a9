/// A graph as DOT writes it: statements in order.
///
///     var graph = DOTGraph("map")
///     graph.statements.append(.node(DOTNode("n1", ["label": .label("Kenya")])))
///     graph.description  // the text
public struct DOTGraph: Hashable, Sendable {
  /// What identifies it; `nil` for one without a name.
  public var id: DOTIdentifier?
  /// Whether edges have a direction.
  public var isDirected: Bool
  /// Whether two nodes have at most one edge.
  public var isStrict: Bool
  /// What it holds.
  public var statements: [DOTStatement]

  /// Creates a graph.
  public init(
    _ id: DOTIdentifier? = nil,
    isDirected: Bool = true,
    isStrict: Bool = false,
    _ statements: [DOTStatement] = []
  ) {
    self.id = id
    self.isDirected = isDirected
    self.isStrict = isStrict
    self.statements = statements
  }
}
