/// Goes through statements in order and makes what they say, with a stack of its own.
struct DOTStructureBuilder {
  /// A node or the nodes of a subgraph, at an end of an edge.
  private enum End {
    case nodes([(node: Int, port: DOTIdentifier?)])
    case scope(Int)
  }

  /// An edge whose ends are being read.
  private struct Pending {
    var edge: DOTEdge
    var ends: [End] = []
  }

  private struct Frame {
    var scope: Int
    var statements: [DOTStatement]
    var next = 0
    var pending: Pending?
  }

  private struct SubgraphName: Hashable {
    var scope: Int
    var name: DOTName
  }

  private let graph: DOTGraph
  private let edgeLimit: Int
  private var structure = DOTStructure()
  private var index: DOTEdgeIndex
  private var nodePlaces: [DOTName: Int] = [:]
  private var scopePlaces: [SubgraphName: Int] = [:]
  private var stack: [Frame] = []
  /// How many defaults were said.
  private var moment = 0
  /// How many nodes were looked at for the ends of edges.
  private var steps = 0

  init(_ graph: DOTGraph, edgeLimit: Int) {
    self.graph = graph
    self.edgeLimit = edgeLimit
    index = DOTEdgeIndex(isDirected: graph.isDirected, isStrict: graph.isStrict)
  }

  mutating func build() throws(DOTError) -> DOTStructure {
    stack = [Frame(scope: 0, statements: graph.statements)]
    while let top = stack.indices.last {
      if let pending = stack[top].pending {
        stack[top].pending = nil
        try go(on: pending, in: top)
      } else if stack[top].next < stack[top].statements.count {
        stack[top].next += 1
        read(stack[top].statements[stack[top].next - 1], in: top)
      } else {
        stack.removeLast()
      }
    }
    return structure
  }

  // MARK: Statements

  private mutating func read(_ statement: DOTStatement, in top: Int) {
    let scope = stack[top].scope
    switch statement {
    case .node(let node):
      structure.nodes[mention(node.id, in: scope)].own += node.attributes.all
    case .edge(let edge): stack[top].pending = Pending(edge: edge)
    case .subgraph(let subgraph): _ = open(subgraph, in: scope)
    case .defaults(let element, let attributes):
      for attribute in attributes.all
      where element != .edge || attribute.name.content != DOTEdgeIndex.key {
        set(attribute, for: element, in: scope)
      }
    case .attribute(let attribute): set(attribute, for: .graph, in: scope)
    }
  }

  private mutating func set(_ attribute: DOTAttribute, for element: DOTElement, in scope: Int) {
    structure.scopes[scope].settings[element, default: []]
      .append(DOTStructure.Scope.Setting(moment: moment, attribute: attribute))
    moment += 1
  }

  /// Makes a node unless it is there, and puts it into a scope.
  private mutating func mention(_ id: DOTIdentifier, in scope: Int) -> Int {
    let name = DOTName(id.content)
    let node: Int
    if let place = nodePlaces[name] {
      node = place
    } else {
      node = structure.nodes.count
      nodePlaces[name] = node
      let origin = DOTStructure.Origin(scope: scope, moment: moment)
      structure.nodes.append(DOTStructure.Node(id: id, origin: origin))
    }
    if scope > 0 { structure.scopes[scope].nodes.append(node) }
    return node
  }

  /// Begins a subgraph, or goes on with one that is there.
  private mutating func open(_ subgraph: DOTSubgraph, in parent: Int) -> Int {
    let name = subgraph.id.map { SubgraphName(scope: parent, name: DOTName($0.content)) }
    var scope = name.flatMap { scopePlaces[$0] }
    if scope == nil {
      scope = structure.scopes.count
      if let name { scopePlaces[name] = scope }
      structure.scopes[parent].children.append(structure.scopes.count)
      structure.scopes.append(DOTStructure.Scope(parent: parent))
      structure.subgraphs.append(
        DOTStructure.Subgraph(
          id: subgraph.id,
          parent: parent == 0 ? nil : parent - 1,
          origin: DOTStructure.Origin(scope: parent, moment: moment)
        )
      )
    }
    let place = scope ?? 0
    stack.append(Frame(scope: place, statements: subgraph.statements))
    return place
  }

  // MARK: Edges

  /// Reads ends up to the next subgraph, whose statements come first, or makes the edges.
  private mutating func go(on pending: Pending, in top: Int) throws(DOTError) {
    var pending = pending
    let scope = stack[top].scope
    while pending.ends.count < pending.edge.ends.count {
      switch pending.edge.ends[pending.ends.count] {
      case .node(let id, let port):
        pending.ends.append(.nodes([(mention(id, in: scope), port?.attribute)]))
      case .nodes(let nodes):
        pending.ends.append(.nodes(nodes.map { (mention($0.id, in: scope), $0.port?.attribute) }))
      case .subgraph(let subgraph):
        pending.ends.append(.scope(open(subgraph, in: scope)))
        stack[top].pending = pending
        return
      }
    }
    let attributes = pending.edge.attributes.all
    let key = attributes.last { $0.name.content == DOTEdgeIndex.key }?.value
    let own = key == nil ? attributes : attributes.filter { $0.name.content != DOTEdgeIndex.key }
    var tails: [(node: Int, port: DOTIdentifier?)] = []
    for (place, end) in pending.ends.enumerated() {
      let heads = try nodes(of: end)
      guard place > 0 else {
        tails = heads
        continue
      }
      for tail in tails {
        for head in heads { try link(tail, head, key, own, in: scope) }
      }
      tails = heads
    }
  }

  private mutating func nodes(
    of end: End
  ) throws(DOTError) -> [(node: Int, port: DOTIdentifier?)] {
    switch end {
    case .nodes(let nodes): return nodes
    case .scope(let scope):
      let (members, steps) = structure.members(of: scope, \.nodes)
      self.steps += steps
      try checkSteps()
      return members.map { ($0, nil) }
    }
  }

  /// Gives up on a graph that takes very long for its few edges.
  private func checkSteps() throws(DOTError) {
    guard steps + index.steps > 20 * edgeLimit else { return }
    throw DOTError(
      only: DOTFault("finding the edges takes too long", hint: "link fewer or smaller subgraphs")
    )
  }

  private mutating func link(
    _ tail: (node: Int, port: DOTIdentifier?),
    _ head: (node: Int, port: DOTIdentifier?),
    _ key: DOTIdentifier?,
    _ own: [DOTAttribute],
    in scope: Int
  ) throws(DOTError) {
    let edge: Int
    switch index.place(
      from: tail.node,
      to: head.node,
      key.map { DOTName($0.content) },
      in: scope,
      of: structure
    ) {
    case .edge(let place): edge = place
    case .refused: return
    case .new:
      edge = structure.edges.count
      guard edge < edgeLimit else {
        throw DOTError(only: DOTFault("the graph has over \(edgeLimit) edges"))
      }
      index.insert(edge, from: tail.node, to: head.node, key.map { DOTName($0.content) })
      structure.edges.append(
        DOTStructure.Edge(
          tail: tail.node,
          head: head.node,
          key: key,
          origin: DOTStructure.Origin(scope: scope, moment: moment)
        )
      )
    }
    if scope > 0 {
      structure.scopes[scope].edges.append(edge)
      index.mention(edge, in: scope)
      try checkSteps()
    }
    let isReversed = structure.edges[edge].tail != tail.node
    for (port, isTail) in [(tail.port, !isReversed), (head.port, isReversed)] {
      guard let port else { continue }
      structure.edges[edge].own.append(DOTAttribute(isTail ? "tailport" : "headport", port))
    }
    if structure.edges[edge].own.isEmpty {
      structure.edges[edge].own = own
    } else {
      structure.edges[edge].own += own
    }
  }
}

extension DOTStructure {
  /// What nothing makes.
  fileprivate init() {}
}

extension DOTPort {
  /// The port as the value of an attribute.
  fileprivate var attribute: DOTIdentifier {
    guard let side else { return name }
    return .text("\(name.content):\(side.content)")
  }
}
