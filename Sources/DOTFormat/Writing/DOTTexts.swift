/// Collects the texts of a graph.
///
/// Graphviz keeps each text of a graph once, whether it is markup or not, so that whichever comes first
/// decides what the others are.
package enum DOTTexts {
  /// Every plain text of a graph that has markup; none if it has no markup.
  static func plainTextsBesideMarkup(of graph: DOTGraph) -> Set<DOTName> {
    var plain: Set<DOTName> = []
    var hasMarkup = false
    visit(graph) { identifier in
      if case .html = identifier { hasMarkup = true }
    }
    guard hasMarkup else { return [] }
    visit(graph) { identifier in
      if case .text(let text) = identifier { plain.insert(DOTName(text)) }
    }
    return plain
  }

  /// Every text of a graph that is markup.
  package static func markup(of graph: DOTGraph) -> Set<String> {
    var markup: Set<String> = []
    visit(graph) { identifier in
      if case .html(let text) = identifier { markup.insert(text) }
    }
    return markup
  }

  /// Shows every name and value of a graph.
  private static func visit(_ graph: DOTGraph, _ body: (DOTIdentifier) -> Void) {
    if let id = graph.id { body(id) }
    var open = [graph.statements]
    while let statements = open.popLast() {
      for statement in statements { visit(statement, &open, body) }
    }
  }

  /// Shows the names and values of a statement; subgraphs in it are visited later.
  private static func visit(
    _ statement: DOTStatement,
    _ open: inout [[DOTStatement]],
    _ body: (DOTIdentifier) -> Void
  ) {
    func enter(_ subgraph: DOTSubgraph) {
      if let id = subgraph.id { body(id) }
      open.append(subgraph.statements)
    }
    switch statement {
    case .node(let node):
      visit(node.id, node.port, body)
      visit(node.attributes, body)
    case .edge(let edge):
      for end in edge.ends {
        switch end {
        case .node(let id, let port): visit(id, port, body)
        case .nodes(let nodes): for node in nodes { visit(node.id, node.port, body) }
        case .subgraph(let subgraph): enter(subgraph)
        }
      }
      visit(edge.attributes, body)
    case .subgraph(let subgraph): enter(subgraph)
    case .defaults(_, let attributes): visit(attributes, body)
    case .attribute(let attribute): visit(DOTAttributes([attribute]), body)
    }
  }

  private static func visit(
    _ id: DOTIdentifier,
    _ port: DOTPort?,
    _ body: (DOTIdentifier) -> Void
  ) {
    body(id)
    if let port { body(port.name) }
    if let side = port?.side { body(side) }
  }

  private static func visit(_ attributes: DOTAttributes, _ body: (DOTIdentifier) -> Void) {
    for attribute in attributes.all {
      body(attribute.name)
      body(attribute.value)
    }
  }
}
