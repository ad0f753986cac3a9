/// Reads graphs from tokens, with a stack of its own, since a text may nest as deep as it likes.
struct DOTParser {
  /// A graph or subgraph that was begun and not ended.
  struct Frame {
    var id: DOTIdentifier?
    /// The brace that begins it.
    var brace: DOTToken
    var statements: [DOTStatement] = []
    /// The ends of the edge in which an inner subgraph stands.
    var ends: [DOTEdge.End] = []
  }

  /// How deep subgraphs may stand in each other; Graphviz 2.42 gives up at 3,332 at the latest.
  static let deepest = 3_332

  var lexer: DOTLexer
  var token: DOTToken
  /// The line on which the last token ended.
  var lineBefore = 0
  var stack: [Frame] = []
  /// Whether edges of the graph have a direction; `nil` if its first word was wrong.
  var isDirected: Bool?
  /// Whether nothing more can be read.
  var isOver = false

  var warnings: [DOTFault] { lexer.notes.warnings }

  init(_ bytes: [UInt8], isLatin1: Bool) {
    lexer = DOTLexer(bytes, isLatin1: isLatin1)
    token = lexer.next()
    if isLatin1 {
      let first = DOTToken(kind: .broken, start: 0, end: 0, line: 1, lineStart: 0)
      lexer.notes.warn(
        at: first,
        "the text is not UTF-8 and was read as Latin-1",
        hint: "save it as UTF-8"
      )
    }
  }

  // MARK: Steps

  mutating func advance() {
    lineBefore = lexer.line
    token = lexer.next()
    if token.kind == .broken { isOver = true }
  }

  /// Passes a token if it is of a kind.
  mutating func pass(_ kind: DOTToken.Kind) -> Bool {
    guard token.kind == kind else { return false }
    advance()
    return true
  }

  mutating func fault(_ message: String, hint: String? = nil) {
    switch token.kind {
    case .broken: break
    case .unknown: lexer.notes.noteUnknown(at: token)
    default: lexer.notes.fault(at: token, message, hint: hint)
    }
  }

  // MARK: Graphs

  /// Every graph of the text.
  mutating func document() throws(DOTError) -> [DOTGraph] {
    if token.kind == .broken { isOver = true }
    var graphs: [DOTGraph] = []
    while !isOver, token.kind != .end {
      if let graph = graph() { graphs.append(graph) }
    }
    // A string without an end is noticed before what stands in front of it.
    let faults = lexer.notes.faults.sorted { first, second in
      guard let first = first.place, let second = second.place else { return false }
      return (first.line, first.column) < (second.line, second.column)
    }
    if let error = DOTError(faults, count: lexer.notes.faultCount) { throw error }
    return graphs
  }

  /// The graph that begins here; `nil` if something was wrong with its beginning.
  private mutating func graph() -> DOTGraph? {
    if token.kind == .rightBrace {
      fault("there is no “{” for this “}”", hint: "remove it")
      advance()
      return nil
    }
    let isStrict = pass(.strict)
    switch token.kind {
    case .graph: isDirected = false
    case .digraph: isDirected = true
    default:
      noteNoGraph()
      isDirected = nil
      skipToBody()
      return nil
    }
    advance()
    var id: DOTIdentifier?
    if startsName {
      id = name()
      if id == nil {
        skipToBody()
        return nil
      }
    }
    guard token.kind == .leftBrace else {
      let found = lexer.notes.name(of: token)
      fault("\(found) stands where the graph should begin with “{”", hint: hintForName)
      skipToBody()
      return nil
    }
    let isDirected = isDirected ?? true
    return DOTGraph(id, isDirected: isDirected, isStrict: isStrict, body())
  }

  private var startsGraph: Bool {
    switch token.kind {
    case .graph, .digraph, .strict, .end: true
    default: false
    }
  }

  /// Goes on with the statements of a graph whose beginning was wrong, if they follow soon.
  private mutating func skipToBody() {
    for _ in 0..<4 where !isOver && token.kind != .leftBrace && !startsGraph { advance() }
    if token.kind == .leftBrace {
      _ = body()
    } else if !startsGraph {
      isOver = true
    }
  }

  private mutating func noteNoGraph() {
    let found = lexer.notes.name(of: token)
    fault(
      "\(found) stands where a graph should begin",
      hint: "a graph begins with “graph”, “digraph”, or “strict” before them"
    )
    if token.kind != .leftBrace, !startsGraph { advance() }
  }

  // MARK: Statements

  /// The statements between the braces of a graph.
  private mutating func body() -> [DOTStatement] {
    stack = [Frame(brace: token)]
    advance()
    while !isOver {
      if token.kind == .end {
        noteMissingBrace()
        break
      }
      if token.kind == .rightBrace, stack.count == 1 {
        advance()
        break
      }
      statement()
    }
    defer { stack = [] }
    return stack.first?.statements ?? []
  }

  private mutating func noteMissingBrace() {
    guard let frame = stack.last else { return }
    let count = stack.count == 1 ? "a “}” is" : "\(stack.count) “}” are"
    fault("\(count) missing at the end", hint: "the last open “{” is on line \(frame.brace.line)")
    isOver = true
  }

  private mutating func statement() {
    switch token.kind {
    case .rightBrace: endSubgraph()
    case .leftBrace, .subgraph: beginSubgraph()
    case .graph, .node, .edge: defaults()
    case .bare, .quoted, .markup: named()
    case .semicolon:
      fault("there is nothing before this “;”", hint: "remove it")
      advance()
    case .arrow, .line:
      fault("an edge needs a node before \(lexer.notes.name(of: token))")
      recover()
    default:
      let found = lexer.notes.name(of: token)
      fault("\(found) stands where a statement should begin", hint: hintForName)
      recover()
    }
  }

  mutating func append(_ statement: DOTStatement) {
    stack[stack.count - 1].statements.append(statement)
  }

  /// Attributes for what follows: `node [shape=box]`.
  private mutating func defaults() {
    let keyword = token
    let element: DOTElement =
      switch token.kind {
      case .node: .node
      case .edge: .edge
      default: .graph
      }
    advance()
    if startsName {
      let macro = token
      _ = name()
      guard pass(.equals) else {
        noteAttributesExpected(after: keyword)
        return
      }
      lexer.notes.warn(
        at: macro,
        "names for lists of attributes mean nothing",
        hint: "remove it and the “=”"
      )
    }
    guard token.kind == .leftBracket else {
      noteAttributesExpected(after: keyword)
      return
    }
    guard let attributes = attributeLists() else { return }
    append(.defaults(element, element == .graph ? withTrueCharset(attributes) : attributes))
    _ = pass(.semicolon)
  }

  private mutating func noteAttributesExpected(after keyword: DOTToken) {
    let word = lexer.notes.name(of: keyword)
    fault(
      "\(lexer.notes.name(of: token)) stands where the attributes after \(word) should begin",
      hint: "a node whose name is \(word) needs quotes"
    )
    recover()
  }

  /// An attribute, a node, or an edge that begins with a node.
  private mutating func named() {
    guard let first = name() else {
      recover()
      return
    }
    if pass(.equals) {
      guard let value = value(of: first) else {
        recover()
        return
      }
      append(.attribute(withTrueCharset(DOTAttribute(first, value))))
      _ = pass(.semicolon)
      return
    }
    guard let nodes = nodes(from: first) else {
      recover()
      return
    }
    stack[stack.count - 1].ends = nodes
    continueEdge()
  }
}
