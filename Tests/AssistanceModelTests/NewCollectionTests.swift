import AssistanceModel
import GraphCore
import TestSupport
import Testing

@Suite struct NewCollectionTests {
  @Test func `is written with the columns that hold something, sorted`() throws {
    let graph = try PropertyGraph {
      node("wfp", .actor, ["name": .text("WFP"), "aliases": .texts(["a", "b"])])
      node("undp", .actor, ["subkind": .text("agency"), "designation": .text("named")])
      node("kenya", .countryCase)
      node("f", .assistance, ["basis": .text("explicit")])
      edge("f", .provider, "wfp")
      edge("f", .provider, "undp")
      edge("f", .countryCase, "kenya")
      edge("wfp", .memberOf, "undp", valid: PartialDate("2013").map { Validity(in: $0) } ?? .always)
    }
    let collection = AssistanceCollection(
      try AssistanceGraph(checking: graph),
      metadata: CollectionMetadata(title: "New")
    )
    let files = SmallCollection(files: collection.files()).files.mapValues(\.text)
    #expect(
      files == [
        "collection.yaml": "title: New\nquestion:\n  rows: case\n  columns: inhibitor\n",
        "nodes/actor.csv":
          "id,subkind,name,aliases,designation,sources\nundp,agency,,,named,\nwfp,,WFP,a | b,,\n",
        "nodes/country-case.csv": "id,subkind,name,sources\nkenya,,,\n",
        "assistance.csv":
          "id,providers,measure,form,inhibitor,case,recipient,instrument,event,from,until,basis,"
          + "sources\nf,wfp | undp,,,,kenya,,,,,,explicit,\n",
        "relations/member-of.csv":
          "from,to,from date,until date,basis,sources\nwfp,undp,2013,2013,,\n",
      ]
    )
    #expect(try SmallCollection(files: collection.files()).read().graph.graph.nodeCount == 4)
  }

  @Test(arguments: UInt64(0)..<100)
  func `reads back as the graph that it was made from`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (graph, schema) = try RandomGraph.make(&random)
    let sources = ["000", "r e", "%20"].filter { !$0.contains(" ") }
      .map { SourceDocument(key: $0, title: "T: \($0) \"x\" #\n", date: "2014-05") }
    var metadata = CollectionMetadata(title: "yes", description: "a: b\nc", sources: sources)
    metadata.languages = ["en", "no"]
    metadata.question.unobservable = [.init(row: nil, column: "n0", reason: "x, {y}")]
    let made = AssistanceCollection(
      try AssistanceGraph(checking: graph, against: schema),
      metadata: metadata
    )
    let read = try SmallCollection(files: made.files()).read()
    #expect(Description(read.graph.graph) == Description(graph))
    #expect(read.metadata == metadata)
    #expect(read.warnings.filter { !$0.message.contains("source") } == [])
    for (path, bytes) in read.files() {
      #expect(made.files().first { $0.path == path }?.bytes == bytes)
    }
  }
}

/// Graphs with names of every sort, and kinds of their own.
enum RandomGraph {
  private static let texts = [
    "Plain", "a, b", "say \"x\"", "two\nlines", "a | b", "back\\slash", "\\|", "مفوضية اللاجئين",
    "\u{200F}rtl\u{200E}", "e\u{301}", "é", "'x'", "#no", "- a", "x\r\ny", "😀", "\u{301}mark", "0",
  ]

  static func make(_ random: inout SeededGenerator) throws -> (PropertyGraph, AssistanceSchema) {
    var schema = AssistanceSchema.standard
    schema.schema.add(
      NodeRule(
        "sector",
        "A field: of work.",
        properties: [
          PropertyRule("size", .integer), PropertyRule("rank", words: ["yes", "a, b"]),
        ]
      )
    )
    schema.schema.add(
      EdgeRule("works-in", "", ends: [.init("actor", "sector"), .init("measure", "country-case")])
    )
    schema.add(FactRole("sector", column: "sectors", "Where.", to: ["sector"]))
    var graph = PropertyGraph()
    let kinds: [NodeKind] = [.actor, .countryCase, .inhibitor, .measure, "sector"]
    for number in 0..<10 {
      let id = NodeID("n\(number)")
      let kind = kinds[number % 5]
      try graph.addNode(id, kind, valid: span(&random), sources: sources(&random))
      try graph.set("name", to: text(&random).map { .text($0) }, of: id)
      let aliases = [text(&random), text(&random)].compactMap(\.self)
      try graph.set("aliases", to: aliases.isEmpty ? nil : .texts(aliases), of: id)
      if kind == "sector" {
        try graph.set("size", to: .integer(number), of: id)
        try graph.set("rank", to: .text("a, b"), of: id)
      }
      if Bool.random(using: &random) { try graph.set("share", to: .decimal(0.1), of: id) }
      if Bool.random(using: &random) { try graph.set("Open to all", to: .flag(true), of: id) }
    }
    for number in 0..<6 {
      let id = NodeID("f\(number)")
      try graph.addNode(id, .assistance, valid: span(&random), sources: sources(&random))
      try graph.set(.basis, to: Basis.allCases.randomElement(using: &random), of: id)
      try graph.set(.note, to: text(&random), of: id)
      try graph.addEdge(from: id, .provider, to: Bool.random(using: &random) ? "n0" : "n5")
      if Bool.random(using: &random) { try graph.addEdge(from: id, .countryCase, to: "n1") }
      if Bool.random(using: &random) { try graph.addEdge(from: id, "sector", to: "n9") }
      let from: NodeID = Bool.random(using: &random) ? "n0" : "n5"
      let edge = try graph.addEdge(
        from: from,
        "works-in",
        to: "n4",
        valid: span(&random),
        sources: sources(&random)
      )
      try graph.set("weight", to: .integer(number), of: edge)
      try graph.set(.note, to: text(&random), of: edge)
    }
    return (graph, schema)
  }

  private static func text(_ random: inout SeededGenerator) -> String? {
    Bool.random(using: &random) ? texts.randomElement(using: &random) : nil
  }

  private static func span(_ random: inout SeededGenerator) -> Validity {
    let years = (2000...2020)
    let from = years.randomElement(using: &random).flatMap { PartialDate(year: $0, month: 5) }
    let until = PartialDate(year: 2021, month: 2, day: 28)
    return Validity(
      from: Bool.random(using: &random) ? from : nil,
      until: Bool.random(using: &random) ? until : nil
    ) ?? .always
  }

  private static func sources(_ random: inout SeededGenerator) -> [SourceReference] {
    (0..<Int.random(in: 0...2, using: &random)).map { _ in
      SourceReference(
        document: Bool.random(using: &random) ? "000" : "%20",
        section: text(&random),
        locator: Bool.random(using: &random) ? .lines(3...7) : .anchor("XM DAC|1")
      )
    }
  }
}
