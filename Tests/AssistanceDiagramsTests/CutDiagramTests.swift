import AssistanceDiagrams
import AssistanceModel
import CoordinationAnalysis
import DOTFormat
import GraphCore
import Testing

@Suite struct CutDiagramTests {
  private func partners(_ from: NodeID, _ to: NodeID) -> GraphElement {
    edge(
      from,
      "partners-with",
      to,
      ["basis": .text("explicit")],
      from: [SourceReference(document: "d", locator: .lines(3...3))]
    )
  }

  /// From `s` over `m` to `t`, either straight or over `x` or `y` before it.
  private func graph() throws -> AssistanceGraph {
    try AssistanceGraph(
      checking: PropertyGraph {
        for id in ["s", "x", "y", "m", "t", "far"] as [NodeID] {
          node(id, .actor, ["name": .text("The \(id)")])
        }
        partners("s", "x")
        partners("x", "m")
        partners("s", "y")
        partners("y", "m")
        partners("m", "t")
      }
    )
  }

  private func cuts(_ graph: AssistanceGraph, to target: NodeID) throws -> RouteCuts {
    var question = PathQuestion(from: "s", to: target)
    question.evidence = [.documented, .declared]
    return try graph.routeCuts(question)
  }

  @Test func `whose loss cuts every route has a double outline, and links the colour of a gap`()
    throws
  {
    let graph = try graph()
    let diagram = try cuts(graph, to: "t").diagram(in: graph)
    let picture = DrawnPicture(diagram)
    #expect(diagram.title == "What the routes from The s to The t depend on")
    let ringed = picture.nodes.filter { $0.attributes["peripheries"] == "2" }
    #expect(ringed.map { $0.label.shown } == ["The m on every route"])
    let gap = DOTIdentifier.text(DiagramTheme.light.colour(.gapLine))
    #expect(picture.edges.filter { $0.attributes["color"] == gap }.count == 1)
    #expect(picture.says("double outline: in a smallest set of actors"))
    #expect(picture.says("Loss of 1 actor is enough to cut every route (1 smallest set)"))
    #expect(diagram.description.contains("On every route: The m."))
  }

  @Test func `each set that an actor is in is counted, and every link is drawn once`() throws {
    let graph = try graph()
    let diagram = try cuts(graph, to: "m").diagram(in: graph)
    let picture = DrawnPicture(diagram)
    #expect(picture.says("2 routes share nothing between the ends; 2 can share no link."))
    #expect(picture.nodes.count == 4)
    #expect(picture.edges.count == 4)
    #expect(picture.node("node-2")?.label.shown == "The x in the smallest set")
    #expect(diagram.description.contains("Nobody is on every route."))
    #expect(Set(picture.elementIDs).count == picture.elementIDs.count)
    #expect(try diagram == cuts(graph, to: "m").diagram(in: graph))
  }

  @Test func `where there is no route the picture says why`() throws {
    let graph = try graph()
    let picture = DrawnPicture(try cuts(graph, to: "far").diagram(in: graph))
    #expect(picture.says("No path"))
  }
}
