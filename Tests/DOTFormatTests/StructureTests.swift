internal import DOTFormat
internal import Testing

@Suite struct StructureTests {
  private func structure(of text: String) throws -> DOTStructure {
    try DOTStructure(DOTGraph(parsing: text))
  }

  /// The edges as `tail head`, by name.
  private func edges(of structure: DOTStructure) -> [String] {
    structure.edges.map { edge in
      "\(structure.nodes[edge.tail].id.content) \(structure.nodes[edge.head].id.content)"
    }
  }

  @Test func `lists nodes in the order of their first mention`() throws {
    let structure = try structure(of: "graph { c -- { b a } b -- \"c\"; <a> }")
    #expect(structure.nodes.map(\.id) == ["c", "b", "a"])
  }

  @Test func `links each node of an end with each of the next`() throws {
    #expect(
      try edges(of: structure(of: "digraph { a -> { b c } -> d, e -> f }"))
        == ["a b", "a c", "b d", "b e", "c d", "c e", "d f", "e f"]
    )
    #expect(
      try edges(of: structure(of: "digraph { subgraph s { a } -> subgraph s { b } }"))
        == ["a a", "a b", "b a", "b b"]
    )
    #expect(try edges(of: structure(of: "digraph { a -> a -> { } -> b }")) == ["a a"])
  }

  @Test func `keeps parallel edges unless they have one key`() throws {
    #expect(try structure(of: "graph { a -- b; a -- b; b -- a }").edges.count == 3)
    let keyed = try structure(of: "graph { a--b [key=k x=1]; b--a [key=k y=2]; a--b [key=l] }")
    #expect(keyed.edges.map(\.key) == ["k", "l"])
    #expect(keyed.attributes(ofEdge: 0) == ["x": "1", "y": "2"])
    #expect(try structure(of: "digraph { edge [key=k] a -> b; a -> b }").edges.count == 2)
  }

  @Test func `keeps one edge between two nodes of a strict graph`() throws {
    let directed = try structure(
      of: "strict digraph { a -> b [x=1]; b -> a; a -> b [y=2]; c -> c; c -> c }"
    )
    #expect(edges(of: directed) == ["a b", "b a", "c c"])
    #expect(directed.attributes(ofEdge: 0) == ["x": "1", "y": "2"])
    let undirected = try structure(of: "strict graph { a:p -- b:q; b:r -- a }")
    #expect(edges(of: undirected) == ["a b"])
    #expect(undirected.attributes(ofEdge: 0) == ["tailport": "p", "headport": "r"])
  }

  @Test func `gives defaults to what is made after them in their scope`() throws {
    let structure = try structure(
      of: """
        digraph {
          a
          node [x=1] edge [e=1]
          b -> a
          subgraph s { node [x=2 y=3] a; c; edge [e=2] c -> a }
          d; b [x=9]
          c -> d:p:ne [e=3]
        }
        """
    )
    #expect(structure.nodes.map(\.id) == ["a", "b", "c", "d"])
    #expect(structure.attributes(ofNode: 0) == [:])
    #expect(structure.attributes(ofNode: 1) == ["x": "9"])
    #expect(structure.attributes(ofNode: 2) == ["x": "2", "y": "3"])
    #expect(structure.attributes(ofNode: 3) == ["x": "1"])
    #expect(structure.attributes(ofEdge: 0) == ["e": "1"])
    #expect(structure.attributes(ofEdge: 1) == ["e": "2"])
    #expect(structure.attributes(ofEdge: 2) == ["e": "3", "headport": "p:ne"])
  }

  @Test func `makes one subgraph of those with one name in one place`() throws {
    let structure = try structure(
      of:
        "graph { subgraph cluster_s { a } subgraph { subgraph cluster_s { b } } {} subgraph cluster_s { c--d } }"
    )
    #expect(structure.subgraphs.map(\.id) == ["cluster_s", nil, "cluster_s", nil])
    #expect(structure.subgraphs.map(\.parent) == [nil, nil, 1, nil])
    #expect(structure.subgraphs.map(\.isCluster) == [true, false, true, false])
    #expect(structure.nodes(ofSubgraph: 0) == [0, 2, 3])
    #expect(structure.nodes(ofSubgraph: 1) == [1])
    #expect(structure.edges(ofSubgraph: 0) == [0])
    #expect(structure.edges(ofSubgraph: 1) == [])
  }

  @Test func `gives a subgraph what held around it when it began`() throws {
    let structure = try structure(
      of:
        "graph { g=1; subgraph s { g=2; subgraph t {} } subgraph u {} g=3; subgraph v { h=1 } subgraph s { i=1 } }"
    )
    #expect(structure.attributes == ["g": "3"])
    #expect(
      structure.subgraphs.indices.map { structure.attributes(ofSubgraph: $0) }
        == [["g": "2", "i": "1"], ["g": "2"], ["g": "1"], ["g": "3", "h": "1"]]
    )
  }

  @Test func `makes no more edges than allowed`() throws {
    let names = (0..<100).map { "n\($0)" }.joined(separator: " ")
    let graph = try DOTGraph(parsing: "graph { { \(names) } -- subgraph s { \(names) } }")
    #expect(try DOTStructure(graph, edgeLimit: 10_000).edges.count == 10_000)
    let error = try #require(throws: DOTError.self) { try DOTStructure(graph, edgeLimit: 9_999) }
    #expect(error.description == "error: the graph has over 9999 edges")
  }

  @Test func `gives up where a few edges take very long to find`() throws {
    let names = (0..<300).map { "n\($0)" }.joined(separator: " ")
    let text =
      "graph { subgraph s { \(names) } "
      + String(repeating: "subgraph s {} -- {} ", count: 100) + "}"
    #expect(try DOTStructure(DOTGraph(parsing: text), edgeLimit: 10_000).edges.isEmpty)
    #expect(throws: DOTError.self) { try DOTStructure(DOTGraph(parsing: text), edgeLimit: 1_000) }
  }

  @Test func `tells edges with keys apart in a strict graph by their scope`() throws {
    let structure = try structure(
      of: "strict graph { a--b; a--b [key=k]; subgraph s { a--b [key=l]; a--b [x=1] } }"
    )
    #expect(structure.edges.map(\.key) == [nil, "l"])
    #expect(structure.attributes(ofEdge: 0) == [:])
    #expect(structure.attributes(ofEdge: 1) == ["x": "1"])
  }
}
