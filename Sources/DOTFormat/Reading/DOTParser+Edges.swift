extension DOTParser {
  // MARK: Names

  /// Whether a name begins here.
  var startsName: Bool {
    switch token.kind {
    case .bare, .quoted, .markup: true
    default: false
    }
  }

  /// What to say where a word of the language stands instead of a name.
  var hintForName: String? {
    switch token.kind {
    case .node, .edge, .graph, .digraph, .subgraph, .strict:
      "a name that is a word of DOT needs quotes"
    default: nil
    }
  }

  /// The name that begins here; strings may be joined by `+`.
  mutating func name() -> DOTIdentifier? {
    let first = token
    guard startsName else { return nil }
    let content = lexer.notes.content(of: first)
    advance()
    guard first.kind != .bare, token.kind == .plus else {
      return first.kind == .markup ? .html(content) : .text(content)
    }
    var joined = content
    while pass(.plus) {
      guard token.kind == .quoted || token.kind == .markup else {
        fault("\(lexer.notes.name(of: token)) stands where a string after “+” should begin")
        return nil
      }
      joined += lexer.notes.content(of: token)
      advance()
    }
    return .text(joined)
  }

  // MARK: Nodes

  /// The nodes of a list, whose first name was read.
  ///
  /// - Parameter first: The first name.
  /// - Returns: The nodes as one end of an edge, or `nil` after a fault.
  mutating func nodes(from first: DOTIdentifier) -> [DOTEdge.End]? {
    guard let node = node(from: first) else { return nil }
    guard token.kind == .comma else { return [.node(node.id, port: node.port)] }
    var nodes = [node]
    while pass(.comma) {
      guard startsName else {
        let found = lexer.notes.name(of: token)
        fault("\(found) stands where a node after “,” should begin", hint: hintForName)
        return nil
      }
      guard let id = name(), let node = self.node(from: id) else { return nil }
      nodes.append(node)
    }
    return [.nodes(nodes)]
  }

  private mutating func node(from id: DOTIdentifier) -> DOTEdge.NodeEnd? {
    guard pass(.colon) else { return DOTEdge.NodeEnd(id) }
    guard let port = portName() else { return nil }
    guard pass(.colon) else { return DOTEdge.NodeEnd(id, port: DOTPort(port)) }
    guard let side = portName() else { return nil }
    return DOTEdge.NodeEnd(id, port: DOTPort(port, side: side))
  }

  private mutating func portName() -> DOTIdentifier? {
    guard startsName else {
      let found = lexer.notes.name(of: token)
      fault("\(found) stands where a port after “:” should begin", hint: hintForName)
      return nil
    }
    return name()
  }

  // MARK: Edges

  /// Goes on after an end of an edge, which may be the last.
  mutating func continueEdge() {
    while token.kind == .arrow || token.kind == .line {
      checkDirection()
      advance()
      switch token.kind {
      case .leftBrace, .subgraph:
        beginSubgraph()
        return
      case .bare, .quoted, .markup:
        guard let first = name(), let nodes = nodes(from: first) else {
          recover()
          return
        }
        stack[stack.count - 1].ends += nodes
      default:
        let found = lexer.notes.name(of: token)
        fault("\(found) stands where the other end of an edge should be", hint: hintForName)
        recover()
        return
      }
    }
    let ends = stack[stack.count - 1].ends
    stack[stack.count - 1].ends = []
    let bracket = token
    guard let attributes = attributeLists() else { return }
    finish(ends, attributes, bracket)
    _ = pass(.semicolon)
  }

  private mutating func checkDirection() {
    guard let isDirected, isDirected != (token.kind == .arrow) else { return }
    if isDirected {
      fault("“--” cannot link nodes of a digraph", hint: "write “->”, or begin with “graph”")
    } else {
      fault("“->” cannot link nodes of a graph", hint: "write “--”, or begin with “digraph”")
    }
  }

  private mutating func finish(
    _ ends: [DOTEdge.End],
    _ attributes: DOTAttributes,
    _ bracket: DOTToken
  ) {
    guard ends.count == 1, let only = ends.first else {
      append(.edge(DOTEdge(ends, attributes)))
      return
    }
    switch only {
    case .node(let id, let port): append(.node(DOTNode(id, port: port, attributes)))
    case .nodes(let nodes):
      for node in nodes { append(.node(DOTNode(node.id, port: node.port, attributes))) }
    case .subgraph(let subgraph):
      append(.subgraph(subgraph))
      guard bracket.kind == .leftBracket else { return }
      lexer.notes.warn(
        at: bracket,
        "attributes after a subgraph say nothing",
        hint: "write them inside it as statements"
      )
    }
  }

  // MARK: Subgraphs

  mutating func beginSubgraph() {
    var id: DOTIdentifier?
    if pass(.subgraph), startsName {
      guard let name = name() else {
        recover()
        return
      }
      id = name
    }
    guard token.kind == .leftBrace else {
      let found = lexer.notes.name(of: token)
      fault("\(found) stands where the subgraph should begin with “{”", hint: hintForName)
      recover()
      return
    }
    guard stack.count <= Self.deepest else {
      fault("subgraphs stand over \(Self.deepest) deep in each other")
      isOver = true
      return
    }
    stack.append(Frame(id: id, brace: token))
    advance()
  }

  mutating func endSubgraph() {
    guard stack.count > 1, let frame = stack.popLast() else { return }
    advance()
    stack[stack.count - 1].ends.append(.subgraph(DOTSubgraph(frame.id, frame.statements)))
    continueEdge()
  }

  // MARK: Recovery

  private var startsStatement: Bool {
    switch token.kind {
    case .bare, .quoted, .markup, .graph, .node, .edge, .subgraph: true
    default: false
    }
  }

  /// Skips what is left of a statement in which there was a fault.
  ///
  /// A statement ends at `;`, before a brace, or where a line outside of brackets begins like one.
  ///
  /// - Parameter inBrackets: Whether the fault was inside a list of attributes.
  mutating func recover(inBrackets: Bool = false) {
    stack[stack.count - 1].ends = []
    var isInBrackets = inBrackets
    while !isOver {
      switch token.kind {
      case .end, .leftBrace, .rightBrace: return
      case .leftBracket: isInBrackets = true
      case .rightBracket: isInBrackets = false
      case .semicolon where !isInBrackets:
        advance()
        return
      default: if !isInBrackets, startsStatement, token.line > lineBefore { return }
      }
      advance()
    }
  }
}
