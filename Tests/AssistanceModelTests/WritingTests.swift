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
}
