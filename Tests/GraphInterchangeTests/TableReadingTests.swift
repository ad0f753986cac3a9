import GraphCore
import GraphInterchange
import Testing

@Suite struct TableReadingTests {
  private func read(_ texts: String...) throws -> GraphReading {
    try GraphReading(texts.enumerated().map { GraphFile($0.element, name: "\($0.offset).csv") })
  }

  @Test func `reads tables of Gephi in either order`() throws {
    let nodes =
      "Id,Label,timeset,modularity_class,flag,code\na,Alpha,\"<[2004.0, 2006.0]>\",3,true,007\nb,b,,4,false,12\n"
    let edges = "Source,Target,Type,Id,Label,Weight\na,b,Directed,0,,1.5\nb,a,Undirected,1,x,2\n"
    for files in [[nodes, edges], [edges, nodes]] {
      let reading = try read(files[0], files[1])
      let graph = reading.graph
      #expect(reading.format == .csv)
      #expect(graph.nodes.map(\.id) == ["a", "b"])
      #expect(graph["a"]?.property("name") == .text("Alpha"))
      #expect(graph["b"]?.property("name") == nil)
      #expect(graph["a"]?.validity.description == "2004 to 2006")
      #expect(graph["a"]?.property("modularity_class") == .integer(3))
      #expect(graph["a"]?.property("flag") == .flag(true))
      #expect(graph["b"]?.property("code") == .text("12"), "a leading zero makes texts of all")
      #expect(
        graph.edges.map { $0.property("Weight") ?? $0.property("weight") } == [
          .decimal(1.5), .decimal(2),
        ]
      )
      #expect(graph.edges.map { $0.property("direction") } == [nil, .text("undirected")])
      #expect(graph.edges.map { $0.property("label") } == [nil, .text("x")])
    }
  }

  @Test func `reads edges alone, with line ends of old Macs and a byte order mark`() throws {
    let reading = try read("\u{FEFF}source,target\ra,b\rb,c\r")
    #expect(reading.graph.nodes.map(\.id) == ["a", "b", "c"])
    #expect(reading.graph.edgeCount == 2)
    #expect(
      reading.notes.map(\.message) == ["“a”: only edges name this node; it was added (3 times)"]
    )
    #expect(reading.notes.map(\.place.line) == [2])
  }

  @Test func `reads tables for Neo4j's import`() throws {
    let reading = try read(
      "personId:ID,name,born:int,names:string[],:LABEL,gone:date,x:IGNORE,ok:boolean,rate:double\nkeanu,\"Keanu\",1964,Neo;Bill,Person;Actor,2020-01-02,q,true,0.5\n007,,,,,,,,\n",
      ":START_ID,roles:string[],:END_ID,:TYPE\nkeanu,A;B,007,KNOWS\n"
    )
    let node = try #require(reading.graph["keanu"])
    #expect(node.kind == "Person")
    #expect(node.property("labels") == .texts(["Person", "Actor"]))
    #expect(node.property("name") == .text("Keanu"))
    #expect(node.property("born") == .integer(1964))
    #expect(node.property("names") == .texts(["Neo", "Bill"]))
    #expect(node.property("gone")?.type == .date)
    #expect(node.property("ok") == .flag(true))
    #expect(node.property("rate") == .decimal(0.5))
    #expect(node.property("x") == nil)
    #expect(reading.graph["007"]?.kind == "node")
    #expect(reading.graph.edgeKinds == ["KNOWS"])
    #expect(reading.graph.edges.first?.property("roles") == .texts(["A", "B"]))
    #expect(reading.notes.isEmpty, "\(reading.notes)")
  }

  @Test func `keeps ids of different spaces apart`() throws {
    let reading = try read(
      ":ID(Actor),name\n1,WFP\n",
      ":ID(Place),name\n1,Bangui\n",
      ":START_ID(Actor),:END_ID(Place),:TYPE\n1,1,WORKS_IN\n"
    )
    #expect(reading.graph.nodes.map(\.id) == ["Actor:1", "Place:1"])
    #expect(reading.graph.edges.map(\.to.id) == ["Place:1"])
  }

  @Test func `reads the one table that Neo4j's own export writes`() throws {
    let reading = try read(
      "_id,_labels,born,name,_start,_end,_type,since\n0,:Person:Actor,1964,K,,,,\n1,:Film,,M,,,,\n,,,,0,1,ACTED_IN,1999\n"
    )
    #expect(reading.graph.nodes.map(\.kind) == ["Person", "Film"])
    #expect(reading.graph.edges.map(\.kind) == ["ACTED_IN"])
    #expect(reading.graph.edges.first?.property("since") == .integer(1999))
    #expect(reading.graph["0"]?.property("born") == .integer(1964))
  }

  @Test func `says what is wrong with records and headings, and goes on`() throws {
    let reading = try read(
      "Id,size,size,\na,1,2,3\n,4,5,6\nb,7\n",
      "Source,Target,Type\na,b,Sideways\na,,\n"
    )
    #expect(reading.graph.nodes.map(\.id) == ["a", "b"])
    #expect(reading.graph["a"]?.property("size 3") == .integer(2))
    #expect(reading.graph["a"]?.property("column 4") == .integer(3))
    #expect(reading.graph.edgeCount == 1)
    #expect(
      reading.notes.map { "\($0.place.file):\($0.place.line ?? 0)" } == [
        "0.csv:1", "0.csv:1", "0.csv:3", "0.csv:4", "1.csv:2", "1.csv:3",
      ]
    )
  }

  @Test func `refuses tables that name neither nodes nor edges, and quotes that stay open`() throws
  {
    let error = try #require(throws: GraphReadingError.self) {
      try read("a,b\n1,2\n", "Id,Label\n1,\"open\n")
    }
    #expect(error.faults.map(\.place.file) == ["0.csv", "1.csv"])
  }

  @Test(arguments: [";", "\t", "|"])
  func `finds what divides the cells`(separator: String) throws {
    let reading = try read(["Id", "Label", "a,b"].joined(separator: separator) + "\n1,2\n")
    #expect(reading.graph.nodes.map(\.id) == ["1,2"])
  }

  @Test func `repairs Windows-1252, and control characters that were left of it`() throws {
    let bytes = Array("Id,Label\n1,don".utf8) + [0x92] + Array("t\n".utf8)
    let raw = try GraphReading(GraphFile(name: "f", bytes: bytes))
    #expect(raw.graph["1"]?.property("name") == .text("don’t"))
    #expect(raw.notes.map(\.message) == ["the bytes are no UTF-8; they were read as Windows-1252"])
    let read = try read("Id,Label\n1,don\u{92}t\n")
    #expect(read.graph["1"]?.property("name") == .text("don’t"))
    #expect(read.notes.count == 1)
  }

  @Test func `keeps the rows as a spreadsheet counts them`() throws {
    let reading = try read("Id\n\na\n\"b\nb\"\n\n\nc\n")
    #expect(reading.nodeOrigins.map(\.row) == [3, 4, 7])
    #expect(reading.nodeOrigins.map(\.line) == [3, 4, 8])
  }

  @Test func `refuses a table of its own in which an edge names no node`() throws {
    let graph = try PropertyGraph {
      node("a", "actor")
      edge("a", "funds", "a")
    }
    var files = graph.files(as: .csv)
    files[0] = GraphFile(name: "nodes.csv", bytes: PropertyGraph().nodeTable())
    let error = try #require(throws: GraphReadingError.self) { try GraphReading(files) }
    #expect(error.faults.map(\.message) == ["no node has the id “a”"])
    #expect(error.faults.map(\.place.file) == ["edges.csv"])
  }

  @Test func `refuses a table beside a file of another format`() throws {
    let error = try #require(throws: GraphReadingError.self) {
      try read("Id,Label\na,b\n", "graph { a }")
    }
    #expect(error.faults.map(\.message) == ["only tables are read together"])
  }
}
