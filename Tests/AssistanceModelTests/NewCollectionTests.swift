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
    let sources = ["000", "%20"].map {
      SourceDocument(key: $0, title: "T: \($0) \"x\" #\n", date: "2014-05")
    }
    var metadata = CollectionMetadata(title: "yes", description: "a: b\nc", sources: sources)
    metadata.languages = ["en", "no"]
    metadata.question.unobservable = [
      .init(row: nil, column: "n0", reason: "x, {y}", unless: [.thematic, .implied])
    ]
    let made = AssistanceCollection(
      try AssistanceGraph(checking: graph, against: schema),
      metadata: metadata
    )
    let files = made.files()
    let read = try SmallCollection(files: files).read()
    #expect(Description(read.graph.graph) == Description(graph))
    #expect(read.metadata == metadata)
    #expect(read.warnings.filter { !$0.message.contains("source") } == [])
    for (path, bytes) in read.files() {
      #expect(files.first { $0.path == path }?.bytes == bytes)
    }
  }
}
