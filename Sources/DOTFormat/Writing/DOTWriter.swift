/// Writes a graph, one statement a line, and notes what DOT cannot hold.
struct DOTWriter {
  /// The most ends of one statement: the parser of Graphviz 2.42 gives up at 2,500.
  static let longestChain = 500

  /// The deepest that subgraphs may stand in each other for Graphviz 2.42 to read them.
  static let deepest = 1_000

  /// The width that a list of attributes should keep to.
  private static let width = 100

  private(set) var text = ""
  private(set) var faults: [DOTFault] = []
  private(set) var faultCount = 0

  private var depth = 0
  private let arrow: String
  private let plainTexts: Set<String>

  /// Writes a graph.
  init(_ graph: DOTGraph) {
    arrow = graph.isDirected ? " -> " : " -- "
    plainTexts = DOTTexts.plainTextsBesideMarkup(of: graph)
    if graph.isStrict { text += "strict " }
    text += graph.isDirected ? "digraph " : "graph "
    if let id = graph.id { text += written(id) + " " }
    write(block: graph.statements)
    text += "\n"
  }

  private mutating func note(_ fault: DOTFault) {
    faultCount += 1
    if faults.count < DOTError.limit { faults.append(fault) }
  }

  // MARK: Names

  private var margin: String { String(repeating: "  ", count: min(depth, 20)) }

  private mutating func written(_ identifier: DOTIdentifier) -> String {
    switch identifier {
    case .text(let text) where DOTLexicon.isBare(text): return text
    case .text(let text):
      let (written, trouble) = DOTLexicon.quoted(text, margin: margin + "  ")
      if let trouble { note(trouble.fault(in: text)) }
      return written
    case .html(let text):
      let (written, trouble) = DOTLexicon.markup(text, beside: plainTexts)
      if let trouble { note(trouble.fault(in: text)) }
      return written
    }
  }

  private mutating func written(_ id: DOTIdentifier, _ port: DOTPort?) -> String {
    var text = written(id)
    guard let port else { return text }
    text += ":" + written(port.name)
    if let side = port.side { text += ":" + written(side) }
    return text
  }

  // MARK: Statements

  private mutating func write(block statements: [DOTStatement]) {
    guard !statements.isEmpty else {
      text += "{}"
      return
    }
    if depth == Self.deepest {
      note(
        DOTFault(
          "Graphviz cannot read subgraphs that stand \(Self.deepest) deep in each other",
          hint: "put the inner ones side by side"
        )
      )
    }
    text += "{\n"
    depth += 1
    for statement in statements { write(statement) }
    depth -= 1
    text += margin + "}"
  }

  private mutating func write(_ statement: DOTStatement) {
    switch statement {
    case .node(let node):
      text += margin + written(node.id, node.port)
      write(node.attributes)
    case .edge(let edge):
      write(edge)
      return
    case .subgraph(let subgraph):
      text += margin
      write(subgraph)
    case .defaults(let element, let attributes):
      text += "\(margin)\(element.rawValue)"
      if attributes.all.isEmpty { text += " []" }
      write(attributes)
    case .attribute(let attribute):
      text += "\(margin)\(written(attribute.name)) = \(written(attribute.value))"
    }
    text += "\n"
  }

  private mutating func write(_ subgraph: DOTSubgraph) {
    if let id = subgraph.id { text += "subgraph \(written(id)) " }
    write(block: subgraph.statements)
  }

  private mutating func write(_ attributes: DOTAttributes) {
    guard !attributes.all.isEmpty else { return }
    depth += 1
    let items = attributes.all.map { "\(written($0.name))=\(written($0.value))" }
    depth -= 1
    let line = items.joined(separator: ", ")
    if items.count == 1 || 2 * depth + line.utf8.count < Self.width {
      text += " [\(line)]"
    } else {
      text += " [\n" + items.map { "\(margin)  \($0)\n" }.joined() + "\(margin)]"
    }
  }

  // MARK: Edges

  private mutating func write(_ edge: DOTEdge) {
    if edge.ends.count < 2 {
      note(DOTFault("an edge needs two ends", hint: "for a node by itself write a node"))
    }
    var rest = edge.ends[...]
    while rest.count > Self.longestChain {
      guard let last = rest.prefix(Self.longestChain).lastIndex(where: \.mayBeRepeated),
        last > rest.startIndex
      else {
        note(DOTFault("Graphviz cannot read a chain of so many subgraphs"))
        break
      }
      write(ends: rest[...last], edge.attributes)
      rest = rest[last...]
    }
    guard !rest.isEmpty else { return }
    write(ends: rest, rest.count > 1 ? edge.attributes : [:])
  }

  private mutating func write(ends: ArraySlice<DOTEdge.End>, _ attributes: DOTAttributes) {
    text += margin
    for (place, end) in ends.enumerated() {
      if place > 0 { text += arrow }
      switch end {
      case .node(let id, let port): text += written(id, port)
      case .nodes(let nodes):
        if nodes.isEmpty { note(DOTFault("a list of nodes needs a node")) }
        text += nodes.isEmpty ? "{}" : nodes.map { written($0.id, $0.port) }.joined(separator: ", ")
      case .subgraph(let subgraph): write(subgraph)
      }
    }
    write(attributes)
    text += "\n"
  }
}

extension DOTEdge.End {
  /// Whether a chain may be broken here: a subgraph that is written twice would be made twice.
  fileprivate var mayBeRepeated: Bool {
    switch self {
    case .node, .nodes: true
    case .subgraph: false
    }
  }
}
