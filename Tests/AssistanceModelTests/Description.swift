import AssistanceModel
import GraphCore

/// What a graph says, without the order in which it was said.
struct Description: Equatable {
  var nodes: [String: String] = [:]
  var edges: [String] = []

  init(_ graph: PropertyGraph) {
    for node in graph.nodes {
      let properties = node.properties.sorted { $0.name < $1.name }
      nodes[node.id.rawValue] =
        "\(node.kind) \(properties) \(node.validity) \(node.sources.map(\.description))"
    }
    // The ends of a fact say nothing of their own.
    for edge in graph.edges {
      let isEnd = edge.from.kind == .assistance
      let properties = edge.properties.sorted { $0.name < $1.name }
      let rest = isEnd ? "" : "\(properties) \(edge.validity) \(edge.sources.map(\.description))"
      edges.append("\(edge.from.id) \(edge.kind) \(edge.to.id) \(rest)")
    }
    edges.sort()
  }
}
