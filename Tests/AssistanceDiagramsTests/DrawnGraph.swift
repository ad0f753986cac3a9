import AssistanceDiagrams
import DOTFormat

/// What a graph of DOT holds, flattened, for looking at it in tests.
struct DrawnGraph {
  struct Node {
    let id: String
    let attributes: DOTAttributes
    /// The clusters that it is in, the outermost first.
    let clusters: [String]
  }

  struct Line {
    let from: String
    let to: String
    let attributes: DOTAttributes
  }

  private(set) var nodes: [Node] = []
  /// The edges that are seen.
  private(set) var lines: [Line] = []
  /// The edges that only keep columns in order.
  private(set) var invisible: [Line] = []
  private(set) var clusters: [String] = []
  /// Every name and value, with what it belongs to.
  private(set) var attributes: [DOTAttribute] = []

  init(_ diagram: AssistanceDiagram) {
    collect(diagram.graph.statements, in: [])
  }

  func lines(_ word: String) -> [Line] {
    lines.filter { $0.attributes.words("class").contains(word) }
  }
  func nodes(_ word: String) -> [Node] {
    nodes.filter { $0.attributes.words("class").contains(word) }
  }
  func node(_ element: String) -> Node? { nodes.first { $0.attributes.plain("id") == element } }

  /// The markup of the legend.
  var legend: String {
    let labels = attributes.filter { $0.name == "label" }
    guard labels.count > 1, case .html(let text) = labels[1].value else { return "" }
    return text
  }

  private mutating func collect(_ statements: [DOTStatement], in path: [String]) {
    for statement in statements {
      switch statement {
      case .attribute(let attribute): attributes.append(attribute)
      case .defaults(_, let defaults): attributes += defaults.all
      case .node(let node):
        attributes += node.attributes.all
        nodes.append(Node(id: node.id.plain, attributes: node.attributes, clusters: path))
      case .edge(let edge):
        attributes += edge.attributes.all
        let ends = edge.ends.compactMap { end in
          if case .node(let id, _) = end { id.plain } else { nil }
        }
        guard ends.count == 2 else { continue }
        let line = Line(from: ends[0], to: ends[1], attributes: edge.attributes)
        if edge.attributes.plain("style") == "invis" {
          invisible.append(line)
        } else {
          lines.append(line)
        }
      case .subgraph(let subgraph):
        let name = subgraph.id?.plain
        if let name { clusters.append(name) }
        collect(subgraph.statements, in: path + [name].compactMap(\.self))
      }
    }
  }
}

extension DOTIdentifier {
  /// The text, or the markup.
  var plain: String {
    switch self {
    case .text(let text): text
    case .html(let text): text
    }
  }
}

extension DOTAttributes {
  /// The text of a value; empty if there is none.
  func plain(_ name: String) -> String { self[name]?.plain ?? "" }

  /// The words of a value.
  func words(_ name: String) -> [String] { plain(name).split(separator: " ").map(String.init) }
}
