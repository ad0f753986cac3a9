import GraphCore
import TestSupport
import Testing

@Suite struct RemovalTests {
  @Test func `leaves keys and numbers of what stays as they were`() throws {
    var graph = try PropertyGraph {
      node("a", "actor")
      node("b", "actor")
      node("c", "actor")
      edge("a", "x", "b")
      edge("b", "x", "c")
      edge("a", "x", "c", ["p": .text("kept")])
    }
    graph.remove(nodes: ["b"])
    #expect(graph.nodes.map(\.id) == ["a", "c"])
    #expect(graph.edges.map(\.id.rawValue) == [2])
    #expect(graph[EdgeID(rawValue: 2)]?.property("p") == .text("kept"))
    #expect(graph[EdgeID(rawValue: 0)] == nil)
    let added = try graph.addEdge(from: "c", "x", to: "a")
    #expect(added.rawValue == 3)
    #expect(graph[added]?.from.id == "c")
    try graph.addNode("b", "case")
    #expect(graph["b"]?.kind == "case")
    #expect(Incidence(graph).edges(from: "b").isEmpty)
  }

  @Test func `never gives the number of a removed edge again`() throws {
    var graph = try PropertyGraph {
      node("a", "actor")
      edge("a", "x", "a")
      edge("a", "x", "a")
    }
    graph.remove(edges: [EdgeID(rawValue: 1)])
    #expect(try graph.addEdge(from: "a", "x", to: "a").rawValue == 2)
    graph.remove(edges: [EdgeID(rawValue: 0), EdgeID(rawValue: 2)])
    #expect(try graph.addEdge(from: "a", "x", to: "a").rawValue == 3)
    #expect(graph.edges.map(\.id.rawValue) == [3])
  }

  @Test func `passes over what is not there`() throws {
    var graph = try PropertyGraph { node("a", "actor") }
    graph.remove(nodes: ["x"], edges: [EdgeID(rawValue: 9)])
    #expect(graph.nodeCount == 1)
  }

  @Test(arguments: UInt64(0)..<100)
  func `agrees with a naive model over random changes`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var (graph, model) = (PropertyGraph(), NaiveGraph())
    for step in 0..<60 {
      let node = NodeID("n\(Int.random(in: 0..<12, using: &random))")
      let other = NodeID("n\(Int.random(in: 0..<12, using: &random))")
      let kind: NodeKind = Bool.random(using: &random) ? "actor" : "case"
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<4:
        let added = try? graph.addNode(node, kind)
        #expect((added != nil) == model.addNode(node, kind))
      case 4..<7:
        let edge = try? graph.addEdge(from: node, "x", to: other)
        #expect(edge?.rawValue == model.addEdge(node, other))
        if let edge { try graph.set("p", to: .integer(step), of: edge) }
        model.edges.last { $0.number == edge?.rawValue }?.value = step
      case 7:
        if graph[node] != nil { try graph.set("p", to: .text("v\(step)"), of: node) }
        model.nodes.first { $0.id == node }?.value = "v\(step)"
      case 8:
        graph.remove(nodes: [node, other])
        model.remove([node, other])
      default:
        let numbers = (0..<3).map { _ in UInt32.random(in: 0..<30, using: &random) }
        graph.remove(edges: Set(numbers.map { EdgeID(rawValue: $0) }))
        model.edges.removeAll { numbers.contains($0.number) }
      }
      try model.check(graph)
    }
  }
}

/// A graph as lists of objects: slow, but plain.
private struct NaiveGraph {
  final class Node {
    let id: NodeID
    let kind: NodeKind
    var value: String?
    init(_ id: NodeID, _ kind: NodeKind) { (self.id, self.kind) = (id, kind) }
  }
  final class Edge {
    let number: UInt32
    let (from, to): (NodeID, NodeID)
    var value: Int?
    init(_ number: UInt32, _ from: NodeID, _ to: NodeID) {
      (self.number, self.from, self.to) = (number, from, to)
    }
  }
  var nodes: [Node] = []
  var edges: [Edge] = []
  var next: UInt32 = 0

  mutating func addNode(_ id: NodeID, _ kind: NodeKind) -> Bool {
    guard !nodes.contains(where: { $0.id == id }) else { return false }
    nodes.append(Node(id, kind))
    return true
  }

  mutating func addEdge(_ from: NodeID, _ to: NodeID) -> UInt32? {
    guard nodes.contains(where: { $0.id == from }), nodes.contains(where: { $0.id == to }) else {
      return nil
    }
    edges.append(Edge(next, from, to))
    next += 1
    return next - 1
  }

  mutating func remove(_ ids: [NodeID]) {
    nodes.removeAll { ids.contains($0.id) }
    edges.removeAll { ids.contains($0.from) || ids.contains($0.to) }
  }

  func check(_ graph: PropertyGraph) throws {
    #expect(graph.nodes.map(\.id) == nodes.map(\.id))
    #expect(graph.nodes.map(\.kind) == nodes.map(\.kind))
    #expect(graph.nodes.map { $0.property("p") } == nodes.map { $0.value.map { .text($0) } })
    #expect(graph.edges.map(\.id.rawValue) == edges.map(\.number))
    #expect(graph.edges.map(\.from.id) == edges.map(\.from))
    #expect(graph.edges.map(\.to.id) == edges.map(\.to))
    #expect(graph.edges.map { $0.property("p") } == edges.map { $0.value.map { .integer($0) } })
    for number in 0..<next {
      let id = EdgeID(rawValue: number)
      #expect((graph[id] != nil) == edges.contains { $0.number == number })
    }
    for node in nodes { #expect(graph[node.id]?.kind == node.kind) }
    let incidence = Incidence(graph)
    for node in nodes {
      #expect(
        incidence.edges(to: node.id).map(\.id.rawValue)
          == edges.filter { $0.to == node.id }.map(\.number)
      )
    }
  }
}
