import AssistanceImport
import AssistanceModel
import Foundation
import GraphCore
import GraphInterchange
import TestSupport
import Testing

@Suite struct GraphImportFuzzTests {
  /// A sound file of each format, with what an import decides about.
  private static let samples: [String] = [
    """
    <graphml><key id="k" for="node" attr.name="type" attr.type="string"/>
    <key id="y" for="edge" attr.name="year" attr.type="int"/><graph edgedefault="undirected">
    <node id="x"><data key="k">Network Group</data></node><node id="y"/>
    <edge source="x" target="y"><data key="y">2004</data></edge><edge source="y" target="z"/>
    </graph></graphml>
    """,
    """
    {"nodes": [{"id": "a", "acronym": "A", "email": "a@b.org", "start": "2001", "until": 3},
    {"id": "b", "name": "=1+1", "basis": "explicit"}], "links": [{"source": "a", "target": "b",
    "kind": "uses", "case": "a", "evidence": "declared", "sources": 1.5}]}
    """,
    "graph [ node [ id 1 label \"a|b\" type \"case\" ] edge [ source 1 target 1 label \"x\" ] ]",
    "digraph { a [kind=assistance]; a -> b [kind=provider]; b -> \"=c|d\" [kind=measure, role=r] }",
    "Id,Label,type,note,from\na,A,t,n,1\nb,B,,,\n",
  ]

  @Test(arguments: UInt64(0)..<40)
  func `damaged files give a collection that can be written and read, or faults`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "pillar-graphs-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for sample in Self.samples {
      for number in 0..<12 {
        let bytes = damaged(Array(sample.utf8), &random)
        let imported: ImportedCollection
        do throws(ImportError) {
          imported = try ImportedCollection(graphs: [GraphFile(name: "f", bytes: bytes)])
        } catch {
          #expect(!error.diagnostics.isEmpty)
          continue
        }
        let path = folder.appending(path: "\(number)").path
        try imported.collection.write(to: path)
        let read = try AssistanceCollection(readingFrom: path)
        #expect(read.graph.graph.nodeCount == imported.graph.nodeCount)
        #expect(read.graph.graph.edgeCount == imported.graph.edgeCount)
        try FileManager.default.removeItem(at: folder)
      }
    }
  }

  private func damaged(_ base: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = base
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let marks = Array("|=@é\u{0}\u{85}\u{2028} \n\r;:./-aZ9".utf8)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = marks.randomElement(using: &random) ?? 0
      case 1: bytes.insert(marks.randomElement(using: &random) ?? 0, at: place)
      case 2: bytes.remove(at: place)
      default:
        let end = min(bytes.count, place + Int.random(in: 1...20, using: &random))
        bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
      }
    }
    return bytes
  }
}
