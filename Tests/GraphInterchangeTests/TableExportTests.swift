import GraphCore
import GraphInterchange
import TabularText
import Testing

@Suite struct TableExportTests {
  @Test func `writes the headings of an empty graph`() {
    let graph = PropertyGraph()
    #expect(
      String(decoding: graph.nodeTable(), as: UTF8.self) == "Id,Label,kind,from,until,sources\n"
    )
    #expect(
      String(decoding: graph.edgeTable(), as: UTF8.self)
        == "Id,Source,Target,Type,kind,from,until,sources\n"
    )
  }

  @Test func `writes a record for each node and edge`() throws {
    let span = try #require(Validity(from: PartialDate("2004"), until: PartialDate("2013-05")))
    let source = SourceReference(document: "000", section: "IV, b", locator: .lines(91...91))
    let graph = try PropertyGraph {
      node(
        "wfp",
        "actor",
        ["name": .text("WFP"), "aliases": .texts(["A", "B|C"])],
        from: [source]
      )
      node("alone", "actor", ["active": .flag(true), "Id": .integer(7)])
      edge("wfp", "funds", "wfp", ["share": .decimal(0.5)], valid: span)
      edge("wfp", "funds", "wfp", ["type": .text("grant \"x\"\n")])
    }
    #expect(
      String(decoding: graph.nodeTable(), as: UTF8.self) == """
        Id,Label,kind,from,until,sources,name,aliases,active,property.Id
        wfp,WFP,actor,,,"000 l.91 § IV, b",WFP,A | B\\|C,,
        alone,alone,actor,,,,,,true,7

        """
    )
    #expect(
      String(decoding: graph.edgeTable(), as: UTF8.self) == """
        Id,Source,Target,Type,kind,from,until,sources,share,property.type
        0,wfp,wfp,Directed,funds,2004,2013-05,,0.5,
        1,wfp,wfp,Directed,funds,,,,,"grant ""x""
        "

        """
    )
  }

  @Test(arguments: UInt64(0)..<100)
  func `gives every cell back`(seed: UInt64) throws {
    let graph = try seededGraph(seed)
    let nodes = CSVTable(graph.nodeTable())
    // A zero byte is kept, and our reader warns of it.
    #expect(nodes.faults.allSatisfy { $0.problem == .zeroByte })
    #expect(nodes.header.starts(with: ["Id", "Label", "kind", "from", "until", "sources"]))
    try #require(nodes.recordCount == graph.nodeCount)
    for (record, node) in graph.nodes.enumerated() {
      var expected = ["Id": node.id.rawValue, "kind": node.kind.rawValue]
      expected["Label"] = node.id.rawValue
      if case .text(let name) = node.property("name"), !name.isEmpty { expected["Label"] = name }
      add(node.properties, node.validity, node.sources, to: &expected)
      expectSame(nodes, record, expected)
    }
    let edges = CSVTable(graph.edgeTable())
    #expect(edges.faults.allSatisfy { $0.problem == .zeroByte })
    #expect(edges.header.starts(with: ["Id", "Source", "Target", "Type", "kind", "from", "until"]))
    try #require(edges.recordCount == graph.edgeCount)
    for (record, edge) in graph.edges.enumerated() {
      var expected = ["Id": "\(edge.id.rawValue)", "Type": "Directed", "kind": edge.kind.rawValue]
      expected["Source"] = edge.from.id.rawValue
      expected["Target"] = edge.to.id.rawValue
      add(edge.properties, edge.validity, edge.sources, to: &expected)
      expectSame(edges, record, expected)
    }
  }

  private func expectSame(_ table: CSVTable, _ record: Int, _ expected: [String: String]) {
    #expect(table.columnCount(ofRecord: record) == table.header.count)
    #expect(Set(table.header).count == table.header.count)
    #expect(Set(expected.keys).isSubset(of: table.header))
    for (column, name) in table.header.enumerated() {
      let cell = table.text(record: record, column: column)
      let text = FormulaGuard.unguarded(cell)
      #expect(FormulaGuard.guarded(text) == cell, "\(name) could be run")
      #expect(Array(text.utf8) == Array((expected[name] ?? "").utf8), "\(name)")
    }
  }

  private func add(
    _ properties: [(name: String, value: PropertyValue)],
    _ validity: Validity,
    _ sources: [SourceReference],
    to expected: inout [String: String]
  ) {
    expected["from"] = validity.from?.description
    expected["until"] = validity.until?.description
    expected["sources"] = joined(sources.map(\.description))
    for (name, value) in properties { expected[columnName(name)] = plainText(value) }
  }
}
