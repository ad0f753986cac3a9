internal import DOTFormat
internal import Testing

@Suite struct DOTLawTests {
  @Test(arguments: UInt64(0)..<200)
  func `what is written is read back as it was`(seed: UInt64) throws {
    var random = RandomDOT(seed: seed)
    let graph = random.graph()
    let text = try graph.text()
    #expect(try DOTGraph(parsing: text) == graph)
    #expect(graph.description == text)
    let documents = DOTDocument([graph, random.graph(), DOTGraph()])
    #expect(try DOTDocument(parsing: documents.text()).graphs == documents.graphs)
  }

  @Test(arguments: UInt64(0)..<200)
  func `what was written and read has the structure that it had`(seed: UInt64) throws {
    var random = RandomDOT(seed: 1_000 + seed)
    let graph = random.graph()
    let structure = try DOTStructure(graph)
    #expect(try DOTStructure(DOTGraph(parsing: graph.description)) == structure)
    for edge in structure.edges {
      #expect(structure.nodes.indices.contains(edge.tail))
      #expect(structure.nodes.indices.contains(edge.head))
    }
    for subgraph in structure.subgraphs.indices {
      let nodes = Set(structure.nodes(ofSubgraph: subgraph))
      #expect(nodes.isSubset(of: structure.nodes.indices))
      for edge in structure.edges(ofSubgraph: subgraph) {
        #expect(nodes.contains(structure.edges[edge].tail))
        #expect(nodes.contains(structure.edges[edge].head))
      }
    }
  }

  @Test(arguments: UInt64(0)..<300)
  func `every text is read or has faults that lie in it`(seed: UInt64) throws {
    var random = RandomDOT(seed: 2_000 + seed)
    expectOutcome(of: random.bytes())
    expectOutcome(of: random.damaged(Array(random.graph().description.utf8)))
  }

  @Test(arguments: UInt64(0)..<100)
  func `no text escapes from a label, a tooltip, a link or markup`(seed: UInt64) throws {
    var random = RandomDOT(seed: 3_000 + seed)
    let text = random.text()
    let cell = HTMLTable.Cell(["TOOLTIP": text, "HREF": text, "BGCOLOR": text], [.text(text)])
    let markup = HTMLLabel([
      .text(text), .font(colour: text, [.text(text)]), .table(HTMLTable(rows: [[cell]])),
    ])
    var node = DOTNode(
      "n",
      [
        "label": .label(text), "xlabel": .label(text, lines: .left), "tooltip": .tooltip(text),
        "id": .elementID(text), "class": .classes([text, text]), "headlabel": .label(markup),
      ]
    )
    node.attributes["URL"] = .url("https://example.org/" + text)
    for attribute in node.attributes.all {
      guard case .text(let value) = attribute.value else { continue }
      #expect(!value.contains { $0 == "<" || $0 == ">" || $0.isNewline })
      #expect(!value.unicodeScalars.contains { $0.value < 0x20 && $0 != "\t" })
    }
    let graph = DOTGraph(nil, [.node(node)])
    #expect(try DOTGraph(parsing: graph.text()) == graph)
  }
}

/// Expects that bytes are read, or that every fault has a place in them.
func expectOutcome(of bytes: [UInt8]) {
  let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  do throws(DOTError) {
    let document = try DOTDocument(parsing: bytes)
    for warning in document.warnings { expectPlace(of: warning, in: lines) }
  } catch {
    #expect(error.count >= error.faults.count)
    for fault in error.faults { expectPlace(of: fault, in: lines) }
  }
}

private func expectPlace(of fault: DOTFault, in lines: [ArraySlice<UInt8>]) {
  guard let place = fault.place else {
    Issue.record("\(fault) has no place")
    return
  }
  #expect((1...max(1, lines.count)).contains(place.line))
  guard lines.indices.contains(place.line - 1) else { return }
  #expect((1...lines[place.line - 1].count + 1).contains(place.column))
  #expect(place.caret <= place.excerpt.count)
}
