import AssistanceModel
import GraphCore
import Testing

@Suite struct SensitiveListTests {
  private func graph() throws -> AssistanceCollection {
    var graph = PropertyGraph()
    for (id, kind, name) in [
      ("irc", NodeKind.actor, "IRC"), ("wfp", .actor, "Women for Peace"),
      ("radio", .actor, "Radio"),
      ("east", .countryCase, "East"), ("west", .countryCase, "West"),
    ] {
      try graph.addNode(NodeID(id), kind)
      try graph.set(.name, to: name, of: NodeID(id))
    }
    try graph.set(.aliases, to: ["Council"], of: "irc")
    try graph.set(.aliases, to: ["Council"], of: "radio")
    try graph.set(.subkind, to: "media", of: "radio")
    return AssistanceCollection(
      try AssistanceGraph(checking: graph),
      metadata: CollectionMetadata(title: "North")
    )
  }

  private func list(_ text: String) throws -> SensitiveList {
    try SensitiveList(reading: Array(text.utf8), file: "sensitive.csv")
  }

  private func hidden(_ text: String) throws -> [NodeID] {
    try graph().safeCopy(hiding: list(text)).privateNames.map(\.id)
  }

  private func faults(_ work: () throws -> some Any) -> String {
    do {
      _ = try work()
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test func `a line names a node by key, name, or any node of another name, kind or subkind`()
    throws
  {
    #expect(try hidden("node\nwfp\n") == ["wfp"])
    #expect(try hidden("node\nwomen  for peace\n") == ["wfp"])
    #expect(try hidden("node\nCouncil\n") == ["irc", "radio"])
    #expect(try hidden("node,kind\n,country-case\n") == ["east", "west"])
    #expect(try hidden("kind,subkind\nactor,media\n") == ["radio"])
  }

  @Test func `every fault of a list is told with its line`() throws {
    let text = faults { try list("node,kinds,treatment\nirc,,hide\n,,\n") }
    #expect(text.contains("sensitive.csv:1: error: unknown heading “kinds”"))
    #expect(text.contains("sensitive.csv:2: error: “hide” is no treatment"))
    #expect(faults { try list("name\nirc\n") }.contains("no column names nodes"))
    #expect(faults { try list("subkind,kind\nmedia,\n") }.contains("a subkind needs its kind"))
  }

  @Test func `a misspelt name is a fault, unless it may be absent`() throws {
    let misspelt = try list("node\nWomen of Peace\n")
    #expect(faults { try graph().safeCopy(hiding: misspelt) }.contains("did you mean"))
    let copy = try graph().safeCopy(hiding: misspelt, allowsAbsent: true)
    #expect(copy.privateNames.isEmpty)
    #expect(copy.warnings.map(\.place.line) == [2])
  }

  @Test func `nobody marked, an unknown kind or a fact is refused`() throws {
    #expect(faults { try graph().safeCopy(hiding: list("node\n")) }.contains("nobody is marked"))
    let text = faults { try graph().safeCopy(hiding: list("node,kind\n,actr\n")) }
    #expect(text.contains("unknown kind “actr”") && text.contains("did you mean “actor”?"))
  }

  @Test func `the column sensitive marks nodes, and is not handed over`() throws {
    let original = try graph()
    var changed = original.graph.graph
    try changed.set("sensitive", to: .flag(true), of: "wfp")
    try changed.set("sensitive", to: .flag(false), of: "irc")
    let collection = original.replacing(try AssistanceGraph(checking: changed))
    let copy = try collection.safeCopy(hiding: SensitiveList())
    #expect(copy.privateNames.map(\.id) == ["wfp"])
    #expect(copy.collection.graph.graph["irc"]?.property("sensitive") == nil)
  }
}
