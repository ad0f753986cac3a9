internal import DOTFormat

/// Every text that a drawing writes as markup, wherever it is.
///
/// Graphviz keeps one copy of equal texts and remembers of it whether it was markup, so a plain
/// label becomes markup by an equal text between angle brackets elsewhere.
struct MarkupTexts {
  private(set) var all: Set<String> = []

  /// Gathers the texts of a drawing.
  init(_ graph: DOTGraph) {
    note(graph.id)
    note(graph.statements)
  }

  private mutating func note(_ statements: [DOTStatement]) {
    for statement in statements {
      switch statement {
      case .node(let node):
        note(node.id)
        note(node.port)
        note(node.attributes.all)
      case .edge(let edge):
        for end in edge.ends {
          switch end {
          case .node(let id, let port):
            note(id)
            note(port)
          case .nodes(let nodes):
            for node in nodes {
              note(node.id)
              note(node.port)
            }
          case .subgraph(let subgraph): note(subgraph)
          }
        }
        note(edge.attributes.all)
      case .subgraph(let subgraph): note(subgraph)
      case .defaults(_, let attributes): note(attributes.all)
      case .attribute(let attribute): note([attribute])
      }
    }
  }

  private mutating func note(_ subgraph: DOTSubgraph) {
    note(subgraph.id)
    note(subgraph.statements)
  }

  private mutating func note(_ attributes: [DOTAttribute]) {
    for attribute in attributes {
      note(attribute.name)
      note(attribute.value)
    }
  }

  private mutating func note(_ port: DOTPort?) {
    note(port?.name)
    note(port?.side)
  }

  private mutating func note(_ identifier: DOTIdentifier?) {
    if case .html(let text) = identifier { all.insert(text) }
  }
}
