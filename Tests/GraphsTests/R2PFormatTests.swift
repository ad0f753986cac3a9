import AssistanceModel
import Foundation
import GraphCore
import Testing

@Suite struct R2PFormatTests {
  private let record: R2PRecord

  init() throws {
    record = try R2PRecord()
  }

  @Test func `is read without a doubt`() {
    #expect(record.collection.warnings.map(\.description) == [])
  }

  @Test func `every table of the folder is read`() throws {
    let inFolder = try tables(in: R2PRecord.folder)
    #expect(record.collection.files().map(\.path) == (["collection.yaml"] + inFolder).sorted())
    #expect(inFolder.count == 1 + 17 + 30)
  }

  @Test func `reading and writing back gives the same bytes`() throws {
    try withTemporaryFolder { folder in
      try record.collection.write(to: folder.path)
      for file in record.collection.files() {
        let original = try bytes(file.path, in: R2PRecord.folder)
        #expect(file.bytes == original, "\(file.path)")
        #expect(try bytes(file.path, in: folder) == original, "\(file.path)")
      }
    }
  }

  @Test func `tables are in canonical form`() throws {
    let fresh = AssistanceCollection(record.collection.graph, metadata: record.collection.metadata)
    let files = fresh.files().filter { $0.path.hasSuffix(".csv") }
    #expect(files.map(\.path) == (try tables(in: R2PRecord.folder)))
    for file in files {
      let written = try lines(file.bytes)
      let original = try lines(bytes(file.path, in: R2PRecord.folder))
      #expect(written.first == original.first, "\(file.path)")
      #expect(written == original, "\(file.path)")
    }
  }

  @Test func `a new reading of what was written anew gives the same graph`() throws {
    let fresh = AssistanceCollection(record.collection.graph, metadata: record.collection.metadata)
    try withTemporaryFolder { folder in
      try fresh.write(to: folder.path)
      let again = try AssistanceCollection(readingFrom: folder.path)
      #expect(again.warnings.map(\.description) == [])
      #expect(again.metadata == fresh.metadata)
      #expect(described(again.graph.graph) == described(fresh.graph.graph))
    }
  }

  @Test func `reading checks what a check of the graph would check`() throws {
    let graph = record.collection.graph
    #expect(throws: Never.self) {
      try AssistanceGraph(checking: graph.graph, against: graph.schema)
    }
  }

  @Test func `reading refuses a relation between kinds that it may not join`() throws {
    try withTemporaryFolder { folder in
      try record.collection.write(to: folder.path)
      let table = folder.appending(path: "relations/convenes.csv")
      let text = try String(contentsOf: table, encoding: .utf8)
      let heading = text.prefix { !$0.isNewline }
      let cells = heading.split(separator: ",").map { name in
        switch name {
        case "from": "case-kenya"
        case "to": "icc"
        case "basis": "explicit"
        case "sources": "000 l.105 § IV Capacity building"
        default: ""
        }
      }
      try (text + cells.joined(separator: ",") + "\n")
        .write(to: table, atomically: true, encoding: .utf8)
      let error = #expect(throws: CollectionError.self) {
        try AssistanceCollection(readingFrom: folder.path)
      }
      let messages = error?.diagnostics.filter { $0.severity == .error }.map(\.message)
      #expect(messages == ["“convenes” may not lead from a country-case to an actor"])
    }
  }

  // MARK: Files

  /// The paths of the tables in a folder, sorted.
  private func tables(in folder: URL) throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return names.filter { $0.hasSuffix(".csv") }.sorted()
  }

  private func bytes(_ path: String, in folder: URL) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appending(path: path)))
  }

  private func lines(_ bytes: [UInt8]) throws -> [String] {
    String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func withTemporaryFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "r2p-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  /// Every node and edge with all that it says, sorted.
  private func described(_ graph: PropertyGraph) -> [String] {
    let nodes = graph.nodes.map {
      "\($0.kind) \($0.id) \($0.properties) \($0.validity) \($0.sources)"
    }
    let edges = graph.edges.map {
      "\($0.from.id) \($0.kind) \($0.to.id) \($0.properties) \($0.validity) \($0.sources)"
    }
    return (nodes + edges).sorted()
  }
}
