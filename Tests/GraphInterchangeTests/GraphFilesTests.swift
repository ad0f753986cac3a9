import GraphCore
import GraphInterchange
import Testing

@Suite struct GraphFilesTests {
  private struct Full: Error {}

  /// A graph whose text takes several chunks in each format.
  private func large() throws -> PropertyGraph {
    var graph = PropertyGraph()
    for number in 0..<3_000 {
      let id = try graph.addNode(NodeID("node-\(number)"), "actor")
      try graph.set("name", to: .text("é\(number)"), of: id)
      try graph.addEdge(from: id, "funds", to: "node-0")
    }
    return graph
  }

  @Test func `names a file, and two for tables`() {
    let graph = PropertyGraph()
    let names = GraphFormat.allCases.map { graph.files(as: $0).map(\.name) }
    #expect(names == [["graph.json"], ["graph.graphml"], ["nodes.csv", "edges.csv"]])
  }

  @Test func `holds what the functions of each format write`() throws {
    let graph = try seededGraph(7)
    #expect(graph.files(as: .json, title: "T").map(\.bytes) == [graph.json(title: "T")])
    #expect(graph.files(as: .graphml, title: "T").map(\.bytes) == [graph.graphML(title: "T")])
    #expect(graph.files(as: .csv).map(\.bytes) == [graph.nodeTable(), graph.edgeTable()])
  }

  @Test(arguments: GraphFormat.allCases)
  func `gives equal bytes for graphs made alike`(format: GraphFormat) throws {
    for seed in UInt64(0)..<20 {
      #expect(try seededGraph(seed).files(as: format) == seededGraph(seed).files(as: format))
    }
  }

  @Test(arguments: GraphFormat.allCases)
  func `hands over chunks that together are the text`(format: GraphFormat) throws {
    let graph = try large()
    var chunks: [[UInt8]] = []
    switch format {
    case .json: graph.writeJSON { chunks.append($0) }
    case .graphml: graph.writeGraphML { chunks.append($0) }
    case .csv:
      graph.writeNodeTable { chunks.append($0) }
      graph.writeEdgeTable { chunks.append($0) }
    }
    #expect(chunks.count > 2)
    #expect(chunks.allSatisfy { $0.count < 70_000 })
    #expect(chunks.flatMap { $0 } == graph.files(as: format).flatMap(\.bytes))
  }

  @Test func `stops when the sink throws, and passes the error on`() throws {
    let graph = try large()
    var calls = 0
    func sink(_ bytes: [UInt8]) throws(Full) {
      calls += 1
      if calls == 2 { throw Full() }
    }
    #expect(throws: Full.self) { try graph.writeJSON(to: sink) }
    #expect(calls == 2)
    calls = 0
    #expect(throws: Full.self) { try graph.writeEdgeTable(to: sink) }
    #expect(calls == 2)
  }
}
