import AssistanceDiagrams
import AssistanceModel
import CoordinationAnalysis
import DOTFormat
import GraphCore
import Testing

@Suite struct GroupDiagramTests {
  private func partners(
    _ from: NodeID,
    _ to: NodeID,
    _ basis: Basis = .explicit
  ) -> GraphElement {
    edge(
      from,
      "partners-with",
      to,
      ["basis": .text(basis.rawValue)],
      from: [SourceReference(document: "d", locator: .lines(3...3))]
    )
  }

  /// Two triangles with a link between them, a pair, and one alone.
  private func graph() throws -> AssistanceGraph {
    try AssistanceGraph(
      checking: PropertyGraph {
        for id in ["a", "b", "c", "d", "e", "f", "p", "q", "z"] as [NodeID] {
          node(id, .actor, ["name": .text("The \(id)")])
        }
        partners("a", "b")
        partners("b", "c")
        partners("c", "a")
        partners("d", "e", .thematic)
        partners("e", "f")
        partners("f", "d")
        partners("c", "d", .thematic)
        partners("p", "q")
      }
    )
  }

  @Test func `the network that connects leads down from the first, with its evidence`() throws {
    let graph = try graph()
    let group = try CoordinationNetwork(graph).connecting(["a", "f"])
    let diagram = group.diagram(in: graph, DiagramOptions(collection: "A survey"))
    let picture = DrawnPicture(diagram)
    #expect(diagram.title == "What connects The a, The f")
    #expect(picture.says("3 links connect 2 actors over 2 others"))
    #expect(picture.node("actor-1")?.label.shown == "The a")
    let ground = DiagramTheme.light.colour(.ground)
    #expect(picture.node("actor-2")?.attributes["fillcolor"] == .text(ground))
    #expect(picture.edge("link-1")?.attributes["style"] == "solid")
    #expect(picture.edge("link-2")?.attributes["style"] == "dashed")
    #expect(picture.edge("link-2")?.attributes["label"]?.words.shown == "partners with d l.3")
    #expect(picture.says("not filled: connects them"))
  }

  @Test func `where nothing connects each part has a box`() throws {
    let graph = try graph()
    let group = try CoordinationNetwork(graph).connecting(["a", "p", "b"])
    let diagram = group.diagram(in: graph)
    let picture = DrawnPicture(diagram)
    #expect(picture.says("Nothing in this scope connects all of them"))
    #expect(DrawnGraph(diagram).clusters.count { $0.hasPrefix("cluster_part_") } == 2)
    #expect(DrawnGraph(diagram).lines.isEmpty)
  }

  @Test func `brokers tell what they hold together, and which links nothing replaces`() throws {
    let graph = try graph()
    let report = try CoordinationNetwork(graph).brokers()
    let picture = DrawnPicture(report.diagram(in: graph))
    // Only c and d lie between others; the one link between them is the only one.
    #expect(picture.says("The first 2 of 8 actors with links, by betweenness"))
    #expect(picture.node("actor-1")?.label.shown == "The c 3 links, between 21.4 %, cuts off 2")
    #expect(picture.node("actor-1")?.attributes["peripheries"] == "2")
    let line = DiagramTheme.light.colour(.gapLine)
    #expect(picture.edge("link-1")?.attributes["color"] == .text(line))
    #expect(picture.edge("link-1")?.attributes["style"] == "dashed")
    #expect(picture.says("nothing replaces this link"))
    let nobody = try CoordinationNetwork(graph) { $0.kinds = [] }.brokers()
    #expect(DrawnPicture(nobody.diagram(in: graph)).says("Nothing links any two actors"))
  }

  @Test func `groups are boxes, and the line between two tells how many links there are`() throws {
    let graph = try graph()
    let diagram = try CoordinationNetwork(graph).communities().diagram(in: graph)
    let picture = DrawnPicture(diagram)
    #expect(picture.says("8 linked actors in 3 groups"))
    #expect(
      picture.node("group-1")?.label.shown == "Group 1 3 actors, 3 links inside The c The a The b"
    )
    #expect(picture.edge("between-1-2")?.attributes["style"] == "dashed")
    #expect(picture.says("1 actor without links: not drawn."))
    #expect(picture.says("has links to other groups"))
  }

  @Test func `who reaches all stands on the left, and those reached by one alone in a box`() throws
  {
    let graph = try graph()
    let diagram = try CoordinationNetwork(graph).reachingAll().diagram(in: graph)
    let picture = DrawnPicture(diagram)
    #expect(picture.says("3 actors reach all 5 others that can be reached; no smaller group does."))
    let drawn = DrawnGraph(diagram)
    #expect(drawn.nodes("group").count >= 2)
    #expect(drawn.lines.allSatisfy { $0.from.hasPrefix("member-") })
    #expect(picture.says("1 actor without links: not drawn."))
  }

  @Test func `co-presence and emptiness are said`() throws {
    let graph = try graph()
    let none = try CoordinationNetwork(graph) { $0.kinds = [] }
    #expect(
      DrawnPicture(none.communities().diagram(in: graph)).says("Nothing links any two actors")
    )
    #expect(
      DrawnPicture(none.reachingAll().diagram(in: graph)).says("Nothing links any two actors")
    )
  }
}
