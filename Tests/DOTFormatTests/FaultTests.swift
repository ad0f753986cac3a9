internal import DOTFormat
internal import Testing

@Suite struct FaultTests {
  /// The faults of a text as `line:column message`.
  private func faults(of text: String) throws -> [String] {
    let error = try #require(throws: DOTError.self) { try DOTDocument(parsing: text) }
    #expect(error.count == error.faults.count)
    return error.faults.map { fault in
      "\(fault.place?.line ?? 0):\(fault.place?.column ?? 0) \(fault.message)"
    }
  }

  @Test func `shows the line with a caret, and a hint`() throws {
    let error = try #require(throws: DOTError.self) {
      try DOTGraph(parsing: "digraph {\n\té -> 👍 -- c\n}")
    }
    #expect(
      error.description(file: "map.dot") == """
        map.dot:2:9: error: “--” cannot link nodes of a digraph
          \té -> 👍 -- c
          \t       ^
          hint: write “->”, or begin with “graph”
        """
    )
  }

  @Test func `finds every fault of a text and none that follows from another`() throws {
    let text = """
      digraph G {
        a [center rankdir=LR]
        a -- b
        c -> -> d
        node x
        f [x=1
        g -> h [y=2];;
        subgraph cluster x { i }
        j:n:e:s
        k = }
      }
      digrap H { a; b -- c; graph = x }
      graph { a -> b "open
      """
    #expect(
      try faults(of: text) == [
        "2:6 the attribute “center” has no value", "3:5 “--” cannot link nodes of a digraph",
        "4:8 “->” stands where the other end of an edge should be",
        "6:3 “f” stands where the attributes after “node” should begin",
        "6:5 the list of attributes that begins here has no end",
        "7:16 there is nothing before this “;”",
        "8:20 “x” stands where the subgraph should begin with “{”",
        "9:8 “:” stands where a statement should begin",
        "10:7 “}” stands where the value of “k” should be", "11:1 there is no “{” for this “}”",
        "12:1 “digrap” stands where a graph should begin",
        "12:29 “=” stands where the attributes after “graph” should begin",
        "13:11 “->” cannot link nodes of a graph", "13:16 the string that begins here has no end",
      ]
    )
  }

  @Test(arguments: [
    ("{ a }", "1:1 “{” stands where a graph should begin"),
    ("strict", "1:7 the end of the text stands where a graph should begin"),
    ("graph", "1:6 the end of the text stands where the graph should begin with “{”"),
    ("graph {", "1:8 a “}” is missing at the end"),
    ("graph { a { b {", "1:16 3 “}” are missing at the end"),
    ("graph { } x", "1:11 “x” stands where a graph should begin"),
    ("graph { } ;", "1:11 “;” stands where a graph should begin"),
    ("graph { a [node=1] }", "1:12 “node” stands where an attribute should begin"),
    ("graph { a [x=edge] }", "1:14 “edge” stands where the value of “x” should be"),
    ("graph { a [x=] }", "1:14 “]” stands where the value of “x” should be"),
    ("graph { a [,] }", "1:12 “,” stands where an attribute should begin"),
    ("graph { a [x=1,;y=2] b }", "1:16 “;” stands where an attribute should begin"),
    ("graph { a -- }", "1:14 “}” stands where the other end of an edge should be"),
    ("graph { -- a }", "1:9 an edge needs a node before “--”"),
    ("graph { a, -- b }", "1:12 “--” stands where a node after “,” should begin"),
    ("graph { a: }", "1:12 “}” stands where a port after “:” should begin"),
    ("graph { \"a\" + b }", "1:15 “b” stands where a string after “+” should begin"),
    ("graph { a /* b }", "1:11 the comment that begins here has no end"),
    ("graph { a <b<c> }", "1:11 the markup that begins here has no end"),
    ("graph { a \\ b }", "1:11 “\\” means nothing here"),
    ("graph { a @ b }", "1:11 “@” means nothing here"),
    ("graph { a \u{7} b }", "1:11 a control character means nothing here"),
    ("graph { \"a\0\" b }", "1:11 DOT cannot hold NUL"),
    ("graph { subgraph s -- a }", "1:20 “--” stands where the subgraph should begin with “{”"),
    ("graph { digraph }", "1:9 “digraph” stands where a statement should begin"),
    ("graph { a=b=c }", "1:12 “=” stands where a statement should begin"),
  ])
  func `says where and what`(text: String, fault: String) throws {
    #expect(try faults(of: text) == [fault])
  }

  @Test func `skips a list of attributes with the statement that it belongs to`() throws {
    let text = "graph {\n a -- -- b [x=1\n y=2]\n c: \n [\n x=1 ] d\n}"
    #expect(
      try faults(of: text) == [
        "2:7 “--” stands where the other end of an edge should be",
        "5:2 “[” stands where a port after “:” should begin",
      ]
    )
  }

  @Test func `tells of colours without quotes`() throws {
    let error = try #require(throws: DOTError.self) {
      try DOTGraph(parsing: "graph { a [color=#ff0000]\n b -- c }")
    }
    #expect(error.faults.first?.hint == "“#” begins a comment on line 1; a colour needs quotes")
  }

  @Test func `keeps the first faults and counts the others`() throws {
    let text = "graph {" + String(repeating: "a -> b;\n", count: 300) + "}"
    let error = try #require(throws: DOTError.self) { try DOTGraph(parsing: text) }
    #expect(error.faults.count == 50)
    #expect(error.count == 300)
    #expect(error.description.hasSuffix("\nand 250 more faults"))
  }

  @Test func `cuts a long line around the fault`() throws {
    let text =
      "graph { \(String(repeating: "é ", count: 5_000))-> \(String(repeating: "x ", count: 5_000))}"
    let error = try #require(throws: DOTError.self) { try DOTGraph(parsing: text) }
    let place = try #require(error.faults.first?.place)
    #expect(place.column == 10_009)
    #expect(place.excerpt.count < 120)
    #expect(place.excerpt.dropFirst(place.caret).hasPrefix("->"))
  }

  @Test func `hides what would confuse a terminal`() throws {
    let error = try #require(throws: DOTError.self) {
      try DOTGraph(parsing: "graph { a [\"\u{1B}[2J\u{202E}\"] }")
    }
    #expect(!error.description.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  @Test func `gives up where subgraphs stand too deep in each other`() throws {
    let text = "graph" + String(repeating: "{", count: 100_000)
    #expect(try faults(of: text) == ["1:3339 subgraphs stand over 3332 deep in each other"])
  }

  @Test func `wants one graph where one is wanted`() throws {
    let none = try #require(throws: DOTError.self) { try DOTGraph(parsing: " ") }
    #expect(none.description.hasPrefix("error: the text holds no graph\n"))
    let two = try #require(throws: DOTError.self) { try DOTGraph(parsing: "graph {} graph {}") }
    #expect(two.description == "error: the text holds 2 graphs, not one")
  }
}
