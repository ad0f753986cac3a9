import GraphCore
import GraphInterchange
import Testing

@Suite struct GraphRoundTripTests {
  @Test(arguments: UInt64(0)..<100)
  func `reads back from JSON what was written`(seed: UInt64) throws {
    let graph = try seededGraph(seed)
    let written = graph.json(title: "T <\u{2028}>")
    let reading = try GraphReading(GraphFile(name: "graph.json", bytes: written))
    #expect(reading.format == .json)
    #expect(reading.title == "T <\u{2028}>")
    #expect(reading.notes.isEmpty)
    try expectSame(reading.graph, graph) { value in value }
    #expect(reading.graph.edges.map(\.id) == graph.edges.map(\.id))
    // What was read is written as it is, and read again as the same bytes.
    let again = reading.graph.json(title: reading.title)
    let second = try GraphReading(GraphFile(name: "graph.json", bytes: again))
    #expect(second.graph.json(title: second.title) == again)
  }

  @Test(arguments: UInt64(0)..<100)
  func `reads back from GraphML what it can carry`(seed: UInt64) throws {
    let graph = try seededGraph(seed)
    let written = graph.graphML(title: "T & <")
    let reading = try GraphReading(GraphFile(name: "graph.graphml", bytes: written))
    #expect(reading.format == .graphml)
    #expect(reading.title == "T & <")
    #expect(reading.notes.isEmpty, "\(reading.notes)")
    try expectSame(reading.graph, graph, id: heldByXML) { value in
      switch value {
      case .text(let text): .text(heldByXML(text))
      case .texts, .date: .text(heldByXML(plainText(value)))
      case .integer, .decimal, .flag: value
      }
    }
    #expect(reading.graph.edges.map(\.id) == graph.edges.map(\.id))
  }

  @Test(arguments: UInt64(0)..<100)
  func `reads back from tables what they can carry`(seed: UInt64) throws {
    let graph = try seededGraph(seed)
    let reading = try GraphReading(graph.files(as: .csv))
    #expect(reading.format == .csv)
    #expect(reading.notes.allSatisfy { $0.message.contains("zero byte") }, "\(reading.notes)")
    #expect(reading.graph.edges.map(\.id) == graph.edges.map(\.id))
    try expectSame(reading.graph, graph, dropsEmpty: true) { .text(plainText($0)) }
  }

  private func expectSame(
    _ read: PropertyGraph,
    _ graph: PropertyGraph,
    id held: (String) -> String = { $0 },
    dropsEmpty: Bool = false,
    carried: (PropertyValue) -> PropertyValue
  ) throws {
    try #require(read.nodeCount == graph.nodeCount)
    try #require(read.edgeCount == graph.edgeCount)
    func words(
      _ properties: [(name: String, value: PropertyValue)],
      _ form: (PropertyValue) -> PropertyValue
    ) -> [String: String] {
      var words: [String: String] = [:]
      for (name, value) in properties {
        if dropsEmpty, plainText(value).isEmpty { continue }
        let value = form(value)
        // The same name may hold numbers in one graph and their words in the other.
        words[name] = name == "mixed" || dropsEmpty ? plainText(value) : "\(value)"
      }
      return words
    }
    for (one, other) in zip(read.nodes, graph.nodes) {
      #expect(Array(one.id.rawValue.utf8) == Array(held(other.id.rawValue).utf8))
      #expect(one.kind == other.kind)
      #expect(one.validity == other.validity)
      #expect(one.sources == other.sources)
      let same: (PropertyValue) -> PropertyValue = { $0 }
      #expect(words(one.properties, same) == words(other.properties, carried))
    }
    for (one, other) in zip(read.edges, graph.edges) {
      #expect(one.from.id.rawValue == held(other.from.id.rawValue))
      #expect(one.to.id.rawValue == held(other.to.id.rawValue))
      #expect(one.kind == other.kind)
      #expect(one.validity == other.validity)
      #expect(one.sources == other.sources)
      let same: (PropertyValue) -> PropertyValue = { $0 }
      #expect(words(one.properties, same) == words(other.properties, carried))
    }
  }
}
