import AssistanceModel
import Foundation
import GraphCore
import Testing

@Suite struct WritingTests {
  /// The files under a folder with their texts, hidden ones too.
  private func contents(_ folder: URL) -> [String: String] {
    var found: [String: String] = [:]
    for path in FileManager.default.subpaths(atPath: folder.path) ?? [] {
      let file = folder.appending(path: path)
      if let data = try? Data(contentsOf: file) { found[path] = [UInt8](data).text }
    }
    return found
  }

  @Test func `makes the folder and writes every file`() throws {
    let collection = SmallCollection()
    let read = try collection.read()
    try withFolder { folder in
      for target in ["new", "deep/er/new", "new/"] {
        let path = folder.path + "/" + target
        try read.write(to: path)
        #expect(contents(URL(filePath: path)) == collection.files.mapValues(\.text))
      }
    }
  }

  @Test func `leaves other files and unchanged ones alone`() throws {
    try withFolder { folder in
      try SmallCollection(["questions.yaml": "a"]).write(to: folder)
      let file = folder.appending(path: "nodes/actor.csv").path
      let files = FileManager.default
      let past = Date(timeIntervalSince1970: 1_000_000)
      try files.setAttributes(
        [.modificationDate: past, .posixPermissions: 0o640],
        ofItemAtPath: file
      )
      let read = try AssistanceCollection(readingFrom: folder.path)
      try read.write(to: folder.path)
      #expect(try files.attributesOfItem(atPath: file)[.modificationDate] as? Date == past)
      var graph = read.graph.graph
      try graph.set(.name, to: "Changed", of: "undp")
      try read.replacing(AssistanceGraph(checking: graph)).write(to: folder.path)
      let rights = try files.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
      #expect(rights?.intValue == 0o640)
      #expect(contents(folder)["nodes/actor.csv"]?.contains("Changed") == true)
      #expect(contents(folder)["questions.yaml"] == "a")
      #expect(contents(folder).count == 7)
    }
  }

  @Test func `follows symbolic links`() throws {
    try withFolder { folder in
      try SmallCollection().write(to: folder)
      let (link, real) = (
        folder.appending(path: "assistance.csv"), folder.appending(path: "elsewhere.csv")
      )
      try FileManager.default.moveItem(at: link, to: real)
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: real)
      let read = try AssistanceCollection(readingFrom: folder.path)
      var graph = read.graph.graph
      try graph.set(.note, to: "changed", of: "f-kenya")
      try read.replacing(AssistanceGraph(checking: graph)).write(to: folder.path)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == real.path)
      #expect(contents(folder)["elsewhere.csv"]?.contains("changed") == true)
    }
  }

  @Test(arguments: ["relations/member-of.csv/x", "relations", "nodes"])
  func `changes nothing if a folder or a file is in the way`(_ obstacle: String) throws {
    let read = try SmallCollection().read()
    try withFolder { folder in
      try SmallCollection(files: [(obstacle, [0x61]), ("assistance.csv", [0x62])]).write(to: folder)
      let before = contents(folder)
      let error = #expect(throws: CollectionError.self) { try read.write(to: folder.path) }
      #expect(error?.diagnostics.count == 1)
      #expect(error?.diagnostics.first?.place.file.hasPrefix(folder.path) == true)
      #expect(contents(folder) == before)
      #expect(
        FileManager.default.subpaths(atPath: folder.path)?.count == (obstacle.count > 9 ? 4 : 2)
      )
    }
  }

  @Test func `says that a place cannot be written to`() throws {
    let read = try SmallCollection().read()
    let error = #expect(throws: CollectionError.self) { try read.write(to: "/proc/self/none") }
    #expect(error?.diagnostics.first?.message.hasPrefix("the collection cannot be written") == true)
  }

  @Test func `refuses a graph that no table could give back`() throws {
    var schema = AssistanceSchema.standard
    schema.schema.add(NodeRule("../up", "Leads out of the folder."))
    let graph = try PropertyGraph {
      node("a|b", .actor, ["id": .text("x")])
      node(" c", "../up")
      node("f", .assistance)
    }
    let collection = AssistanceCollection(
      try AssistanceGraph(checking: graph, against: schema),
      metadata: CollectionMetadata(title: "t")
    )
    try withFolder { folder in
      let error = #expect(throws: CollectionError.self) {
        try collection.write(to: folder.path)
      }
      #expect(
        error?.diagnostics.map(\.message) == [
          "“../up” cannot be the name of a file", "“id” cannot be the heading of a property",
          "the id “a|b” cannot be written", "the id “ c” cannot be written",
          "the fact “f” names no provider",
        ]
      )
      #expect(contents(folder).isEmpty)
    }
  }

  private func refusals(
    _ graph: PropertyGraph,
    _ metadata: CollectionMetadata = CollectionMetadata(title: "t")
  ) throws -> [String] {
    let collection = AssistanceCollection(try AssistanceGraph(checking: graph), metadata: metadata)
    return try withFolder { folder in
      let error = #expect(throws: CollectionError.self) {
        try collection.write(to: folder.path)
      }
      #expect(contents(folder).isEmpty)
      return error?.diagnostics.map(\.message) ?? []
    }
  }

  @Test func `refuses values and headings that no table could give back`() throws {
    let graph = try PropertyGraph {
      node("a", .actor, ["share": .decimal(.infinity), "Name": .text("x")])
      node("b", .actor, ["share": .decimal(0.5)])
      node("f", .assistance, ["Case": .text("x")])
      edge("f", .provider, "a")
      edge("a", .memberOf, "b", ["weight": .decimal(.nan)])
    }
    #expect(
      try refusals(graph) == [
        "the properties “name” and “Name” of actor share a heading", "“share” of “a” is inf",
        "the property “Case” of assistance has the heading of an end of facts",
        "“weight” of “a” member-of “b” is nan",
      ]
    )
  }

  @Test func `refuses metadata that could not be read back`() throws {
    var graph = PropertyGraph()
    try graph.addNode("a", .actor, sources: [SourceReference(document: "lost")])
    var metadata = CollectionMetadata(
      title: "",
      sources: [
        SourceDocument(key: "a b", title: "t"), SourceDocument(key: "c", title: "t", node: "no"),
        SourceDocument(key: "c", title: "t"),
      ]
    )
    metadata.question.notNeeded = [.init(row: "none", column: "a", reason: "r")]
    metadata.question.unobservable = [.init(row: nil, column: "nil", reason: "r")]
    #expect(
      try refusals(graph, metadata) == [
        "the collection has no title", "the document's key “a b” is no word",
        "the document “c” names the unknown node “no”", "the document's key “c” stands twice",
        "a mark of the question names the unknown node “none”",
        "a mark of the question names the unknown node “nil”",
        "a source names the unknown document “lost”",
      ]
    )
    metadata = CollectionMetadata(title: "t")
    metadata.question.rows = "nowhere"
    #expect(
      try refusals(PropertyGraph(), metadata) == [
        "collection.yaml would not be read back: no end of facts is called “nowhere”"
      ]
    )
  }
}
