/// Writes a graph, one statement a line, and notes what DOT cannot hold.
///
/// What is still to be written is kept on a stack of its own, since subgraphs may nest deep.
struct DOTWriter {
  private enum Task {
    case statements(ArraySlice<DOTStatement>)
    /// What is left of a chain of edges, which is its beginning or not.
    case ends(ArraySlice<DOTEdge.End>, DOTAttributes, isFirst: Bool)
    case endOfBlock
    case endOfLine
  }

  /// The most ends of one statement: the parser of Graphviz 2.42 gives up at 2,500.
  static let longestChain = 500

  /// The deepest that subgraphs may stand in each other for Graphviz 2.42 to read them.
  static let deepest = 1_000

  /// The width that a list of attributes should keep to.
  private static let width = 100

  private(set) var text = ""
  private(set) var faults: [DOTFault] = []
  private(set) var faultCount = 0

  private var tasks: [Task] = []
  private var depth = 0
  private let arrow: String
  private let plainTexts: Set<DOTName>

  /// Writes a graph.
  init(_ graph: DOTGraph) {
    arrow = graph.isDirected ? " -> " : " -- "
    plainTexts = DOTTexts.plainTextsBesideMarkup(of: graph)
    if graph.isStrict { text += "strict " }
    text += graph.isDirected ? "digraph " : "graph "
    if let id = graph.id { text += written(id) + " " }
    tasks.append(.endOfLine)
    begin(graph.statements)
    while let task = tasks.popLast() { run(task) }
  }

  private mutating func run(_ task: Task) {
    switch task {
    case .statements(let statements):
      guard let first = statements.first else { return }
      tasks.append(.statements(statements.dropFirst()))
      write(first)
    case .ends(let ends, let attributes, let isFirst):
      guard let first = ends.first else {
        write(attributes)
        text += "\n"
        return
      }
      tasks.append(.ends(ends.dropFirst(), attributes, isFirst: false))
      text += isFirst ? margin : arrow
      write(first)
    case .endOfBlock:
      depth -= 1
      text += margin + "}"
    case .endOfLine: text += "\n"
    }
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

  /// Begins the statements between braces.
  private mutating func begin(_ statements: [DOTStatement]) {
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
    tasks += [.endOfBlock, .statements(statements[...])]
  }

  private mutating func begin(_ subgraph: DOTSubgraph) {
    if let id = subgraph.id { text += "subgraph \(written(id)) " }
    begin(subgraph.statements)
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
      tasks.append(.endOfLine)
      begin(subgraph)
      return
    case .defaults(let element, let attributes):
      text += "\(margin)\(element.rawValue)"
      if attributes.all.isEmpty { text += " []" }
      write(attributes)
    case .attribute(let attribute):
      text += "\(margin)\(written(attribute.name)) = \(written(attribute.value))"
    }
    text += "\n"
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
    var parts: [ArraySlice<DOTEdge.End>] = []
    while rest.count > Self.longestChain {
      let last = rest.prefix(Self.longestChain).lastIndex(where: \.mayBeRepeated)
      guard let last, last > rest.startIndex else {
        note(DOTFault("Graphviz cannot read a chain of so many subgraphs"))
        break
      }
      parts.append(rest[...last])
      rest = rest[last...]
    }
    if !rest.isEmpty { parts.append(rest) }
    for part in parts.reversed() {
      tasks.append(.ends(part, part.count > 1 ? edge.attributes : [:], isFirst: true))
    }
  }

  private mutating func write(_ end: DOTEdge.End) {
    switch end {
    case .node(let id, let port): text += written(id, port)
    case .nodes(let nodes):
      if nodes.isEmpty { note(DOTFault("a list of nodes needs a node")) }
      text += nodes.isEmpty ? "{}" : nodes.map { written($0.id, $0.port) }.joined(separator: ", ")
    case .subgraph(let subgraph): begin(subgraph)
    }
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
