import AssistanceModel
import Foundation
import GraphCore
import Testing

@Suite struct RoundTripTests {
  /// The file as the collection writes it after it was read.
  private func written(_ path: String, _ bytes: [UInt8]) throws -> [UInt8]? {
    var collection = SmallCollection()
    collection.files[path] = bytes
    return try collection.read().files().first { $0.path == path }?.bytes
  }

  @Test func `files that were read are written byte for byte`() throws {
    let collection = SmallCollection()
    let files = try collection.read().files()
    #expect(files.map(\.path) == collection.files.keys.sorted())
    for (path, bytes) in files { #expect(bytes.text == collection.files[path]?.text) }
  }

  @Test(
    arguments: [
      "id,subkind,name,sources\r\nwfp,,WFP,000\r\nundp,,UNDP,000\r\n",
      "\u{FEFF}id,subkind,name,sources\nwfp,,WFP,000\nundp,,UNDP,000\n",
      "id,subkind,name,sources\nwfp,,WFP,000\nundp,,UNDP,000",
      "id,subkind,name,sources\n\n\nwfp,,WFP,000\n\nundp,,UNDP,000\n\n\n",
      "\"id\",\"name\",\"sources\"\n\"wfp\",\"W\"\"F\"\"P\",\"000\"\nundp,UNDP, 000 \n",
      "sources,name,id\n000,\"W\nF\rP\",wfp\n000,,undp\n",
      "id\nwfp\nundp\n",
      "name,id\n,wfp\n,undp\n",
      "Id,NAME,From_Date,odd,sources\nwfp,,1961,x,000\nundp,,, y ,000\n",
      "id,name,sources\r\nwfp,,000\nundp,,000\r\n,,\r\n , ,\n",
      "id,aliases,sources\nundp,| UNDP |  | PNUD |,000\nwfp,\"a \\| b | c\",000 |000 |\n",
      "id\rwfp\rundp\r",
    ]
  )
  func `oddly written tables keep their bytes`(_ text: String) throws {
    #expect(try written("nodes/actor.csv", Array(text.utf8))?.text == text)
  }

  @Test(
    arguments: [
      "providers\nundp\nundp\nwfp\n",
      "providers,case,id\nundp,kenya,\nundp,kenya,\nundp,kenya,x\n",
      "id,providers,case,sources\n,undp,kenya,000\n,wfp | undp,kenya,000\n,undp,kenya,000\n",
      "case,providers\nkenya,undp\n\"\",\"\"\n,\n",
    ]
  )
  func `facts without an id keep their blank cells`(_ text: String) throws {
    #expect(try written("assistance.csv", Array(text.utf8))?.text == text)
  }

  @Test func `facts without an id have keys that tell who, where and what for`() throws {
    let read = try SmallCollection([
      "assistance.csv": """
      id,providers,inhibitor,case,sources
      ,undp,police,kenya,000
      undp.kenya.police.2,undp,police,kenya,000
      ,undp | wfp,police,kenya,000
      ,wfp,,,000
      ,undp,,kenya,000

      """
    ])
    .read()
    #expect(
      read.graph.assistance.map(\.id)
        == [
          "undp.kenya.police", "undp.kenya.police.2", "undp.kenya.police.3", "wfp", "undp.kenya",
        ].map { $0 == "wfp" ? "wfp.2" : $0 }
    )
  }

  @Test func `a line that is added leaves the derived keys of others alone`() throws {
    let old = "id,providers,case,sources\n,undp,kenya,000\n,undp,kenya,001\n"
    let new = old + "undp.kenya.3,undp,kenya,000\n,undp,kenya,000\n"
    let keys = try SmallCollection(["assistance.csv": new]).read().graph.assistance.map(\.id)
    #expect(keys == ["undp.kenya", "undp.kenya.2", "undp.kenya.3", "undp.kenya.4"])
  }

  @Test func `a derived key that would change is written down`() throws {
    let text = "id,providers,case,sources\n,undp,kenya,000\n,undp,kenya,001\n,wfp,kenya,000\n"
    let read = try SmallCollection(["assistance.csv": text]).read()
    var graph = read.graph.graph
    graph.remove(nodes: ["undp.kenya"])
    let changed = try read.replacing(AssistanceGraph(checking: graph))
    let bytes = changed.files().first { $0.path == "assistance.csv" }?.bytes
    #expect(
      bytes?.text == "id,providers,case,sources\nundp.kenya.2,undp,kenya,001\n,wfp,kenya,000\n"
    )
    let again = try SmallCollection(files: changed.files()).read()
    #expect(again.graph.assistance.map(\.id) == ["undp.kenya.2", "wfp.kenya"])
  }

  @Test func `a new fact gives a table without ids a column of them`() throws {
    let read = try SmallCollection(["assistance.csv": "providers,case\nundp,kenya\n"]).read()
    var graph = read.graph.graph
    try graph.add([node("new", .assistance), edge("new", .provider, "wfp")])
    let files = try read.replacing(AssistanceGraph(checking: graph)).files()
    #expect(
      files.first { $0.path == "assistance.csv" }?.bytes.text
        == "id,providers,case\n,undp,kenya\nnew,wfp,\n"
    )
  }

  @Test func `a value for which there is no column gets one before the sources`() throws {
    let text = "\u{FEFF}ID,Name,sources\r\nwfp,WFP,000\r\n\r\nundp,\"UNDP\",000\r\n"
    let read = try SmallCollection(["nodes/actor.csv": text]).read()
    var graph = read.graph.graph
    try graph.set(.aliases, to: ["a", "b|c"], of: "undp")
    try graph.set("size", to: .integer(3), of: "wfp")
    let files = try read.replacing(AssistanceGraph(checking: graph)).files()
    #expect(
      files.first { $0.path == "nodes/actor.csv" }?.bytes.text
        == "\u{FEFF}ID,Name,aliases,size,sources\r\nwfp,WFP,,3,000\r\n\r\n"
        + "undp,UNDP,a | b\\|c,,000\r\n"
    )
    let again = try SmallCollection(files: files).read()
    #expect(again.graph.graph["wfp"]?.property("size") == .integer(3))
    #expect(again.graph.graph["undp"]?[.aliases] == ["a", "b|c"])
  }

  @Test func `collection.yaml is written anew only when what it says has changed`() throws {
    let yaml = SmallCollection.yaml + "# a comment\n"
    let read = try SmallCollection(["collection.yaml": yaml]).read()
    #expect(read.files()[1].bytes.text == yaml)
    var schema = read.graph.schema
    schema.schema.add(NodeRule("sector", "A field."))
    let changed = try read.replacing(
      AssistanceGraph(checking: read.graph.graph, against: schema)
    )
    let again = try SmallCollection(files: changed.files()).read()
    #expect(again.graph.schema.schema.rule(for: "sector" as NodeKind)?.meaning == "A field.")
    #expect(again.metadata == read.metadata)
  }

  @Test func `knows the file and line of nodes and edges`() throws {
    let read = try SmallCollection().read()
    #expect(read.place(of: "wfp") == .init(file: "nodes/actor.csv", line: 3))
    #expect(read.place(of: "f-kenya") == .init(file: "assistance.csv", line: 3))
    let relation = try #require(read.graph.graph.edges(of: .memberOf).first)
    #expect(read.place(of: relation.id) == .init(file: "relations/member-of.csv", line: 2))
    #expect(read.place(of: "nobody") == nil)
  }
}
