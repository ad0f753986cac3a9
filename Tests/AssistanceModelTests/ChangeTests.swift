import AssistanceModel
import Foundation
import GraphCore
import TestSupport
import Testing

@Suite struct ChangeTests {
  /// A table of forty lines of which one, and no other, should differ.
  private static func collection(_ random: inout SeededGenerator) -> SmallCollection {
    let end = Bool.random(using: &random) ? "\r\n" : "\n"
    var actors = "id,name,aliases,sources\(end)"
    var facts = "id,providers,case,from,basis,note,sources\(end)"
    var members = "from,to,role,basis,sources\(end)"
    for number in 0..<12 {
      let quote = Bool.random(using: &random) ? "\"" : ""
      actors += "a\(number),\(quote)Actor \(number)\(quote),x | y,000 l.\(number + 1)\(end)"
      if Int.random(in: 0..<4, using: &random) == 0 { actors += end }
      let id = Bool.random(using: &random) ? "" : "f\(number)"
      facts += "\(id),a\(number),kenya,2013,explicit,\(quote)n\(number)\(quote),000\(end)"
      members += "a\(number),a\((number + 5) % 12),\(quote)r\(number)\(quote),explicit,000\(end)"
    }
    return SmallCollection([
      "nodes/actor.csv": actors, "assistance.csv": facts, "relations/member-of.csv": members,
    ])
  }

  @Test(arguments: UInt64(0)..<60)
  func `only the line of what was changed differs`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let read = try Self.collection(&random).read()
    var graph = read.graph.graph
    let actor = NodeID("a\(Int.random(in: 0..<12, using: &random))")
    let fact = read.graph.assistance[Int.random(in: 0..<12, using: &random)].id
    let members = graph.edges(of: .memberOf)
    let member = members[Int.random(in: 0..<12, using: &random)].id
    var (removed, added) = (0, 0)
    switch seed % 9 {
    case 0:
      (removed, added) = (1, 1)
      try graph.set(.name, to: "Changed, \"quoted\"", of: actor)
    case 1:
      (removed, added) = (1, 1)
      try graph.set(.note, to: "changed", of: fact)
    case 2:
      (removed, added) = (1, 1)
      try graph.set("role", to: .text("changed"), of: member)
    case 3:
      added = 1
      try graph.addNode("a05x", .actor, sources: [SourceReference(document: "000")])
    case 4:
      added = 1
      try graph.add([node("g", .assistance), edge("g", .provider, actor)])
    case 5:
      added = 1
      try graph.addEdge(from: actor, .memberOf, to: actor)
    case 6:
      removed = 1
      graph.remove(nodes: [fact])
    case 7:
      removed = 1
      graph.remove(edges: [member])
    default:
      added = 1
      try graph.addNode("zz", .actor)
    }
    let changed = try read.replacing(AssistanceGraph(checking: graph))
    var (gone, new): ([String], [String]) = ([], [])
    for (old, file) in zip(read.files(), changed.files()) {
      #expect(old.path == file.path)
      let lines = differing(old.bytes, file.bytes)
      gone += lines.removed
      new += lines.added
    }
    #expect((gone.count, new.count) == (removed, added), "\(gone) \(new)")
    let again = try SmallCollection(files: changed.files()).read()
    #expect(Description(again.graph.graph) == Description(graph))
  }

  @Test func `a node that goes takes its lines with it, and ends of facts their place in a cell`()
    throws
  {
    let read = try SmallCollection().read()
    var graph = read.graph.graph
    graph.remove(nodes: ["wfp"])
    let files = try read.replacing(AssistanceGraph(checking: graph)).files()
    let changed = SmallCollection(files: files)
    #expect(
      differing(Array(SmallCollection.facts.utf8), changed.files["assistance.csv"] ?? []).added
        == ["f-kenya,undp,police,kenya,,,implied,should,,000 l.7 | 001 l.8"]
    )
    #expect(changed.files["relations/member-of.csv"]?.text == "from,to,role,basis,sources\n")
  }
}
