import GraphCore
import GraphProjection
import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct ProjectionLawTests {
  @Test(arguments: UInt64(0)..<100)
  func `every vertex and link leads back to its node and edge, and none is lost`(
    _ seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    var graph = PropertyGraph()
    let count = Int.random(in: 1...12, using: &random)
    for number in 0..<count { try graph.addNode(NodeID("n\(number)"), "x") }
    let kinds: [EdgeKind] = ["p", "q", "r"]
    func key() -> NodeID { NodeID("n\(Int.random(in: 0..<count, using: &random))") }
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      let kind = kinds[Int.random(in: 0..<3, using: &random)]
      try graph.addEdge(from: key(), kind, to: key())
    }
    // Numbers of edges are no positions once some are gone.
    graph.remove(
      nodes: [NodeID("n0")],
      edges: Set(graph.edges.map(\.id).filter { _ in Bool.random(using: &random) })
    )
    let leftOut: Set<NodeID> = [key(), "elsewhere"]
    let wanted = Set(kinds.filter { _ in Bool.random(using: &random) })
    let projected = try graph.projected(
      Projection(kinds: wanted, direction: .directed, leavingOut: leftOut)
    )
    let nodes = graph.nodes.map(\.id).filter { !leftOut.contains($0) }
    #expect(nodes.indices.map { projected.node(UInt32($0)).id } == nodes)
    #expect(nodes.compactMap { projected.vertex(of: $0).map(Int.init) } == Array(nodes.indices))
    #expect(leftOut.allSatisfy { projected.vertex(of: $0) == nil })
    let edges = graph.edges.filter {
      wanted.contains($0.kind) && !leftOut.contains($0.from.id) && !leftOut.contains($0.to.id)
    }
    let network = projected.network
    #expect(network.linkCount == edges.count)
    for (link, edge) in zip(UInt32(0)..., edges) {
      #expect(projected.witnesses(of: link) == [.edge(edge.id)])
      #expect(projected.node(network.sources[Int(link)]).id == edge.from.id)
      #expect(projected.node(network.targets[Int(link)]).id == edge.to.id)
    }
  }
}
