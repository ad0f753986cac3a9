import AssistanceModel
import DOTFormat
import GraphCore
import Testing

@testable import AssistanceDiagrams

@Suite struct EgoDiagramTests {
  private func graph(_ members: Int = 0) throws -> AssistanceGraph {
    try AssistanceGraph(
      checking: PropertyGraph {
        node("un", .actor, ["name": .text("United Nations")])
        node("undp", .actor, ["name": .text("UNDP")])
        node("oversight", .measure, ["name": .text("Oversight")])
        node("courts", .inhibitor, ["name": .text("Courts")])
        node("kenya", .countryCase, ["name": .text("Kenya")])
        node("f1", .assistance)
        edge("f1", .provider, "undp")
        edge("f1", .measure, "oversight")
        edge("f1", .countryCase, "kenya")
        edge("undp", .partOf, "un")
        edge("undp", "partners-with", "undp", ["basis": .text("thematic")])
        for number in 0..<members {
          node(NodeID("member-\(number)"), .actor)
          edge(NodeID("member-\(number)"), .memberOf, "un", ["evidence": .text("co-presence")])
        }
      }
    )
  }

  @Test func `puts what points to a node on the left and what it points to on the right`() throws {
    let diagram = try #require(graph().egoDiagram(of: "undp"))
    let drawn = DrawnGraph(diagram)
    let left = drawn.lines.filter { $0.to == "centre" }.map(\.from)
    let right = drawn.lines.filter { $0.from == "centre" }.map(\.to)
    // The fact, the whole, and itself from both sides.
    #expect(left.count == 1 && right.count == 3)
    #expect(diagram.description.contains("Right, assists (1): UNDP – Oversight – in Kenya."))
    #expect(diagram.description.contains("Right, part of (1): United Nations."))
    #expect(diagram.description.contains("Left, partners with (1): UNDP."))
  }

  @Test func `shows evidence in the style of a line, and in the legend only what is drawn`() throws
  {
    let undp = DrawnGraph(try #require(graph().egoDiagram(of: "undp")))
    #expect(Set(undp.lines.map { $0.attributes.plain("style") }) == ["solid", "dashed"])
    #expect(undp.legend.contains(">fact, documented: a source states it<"))
    #expect(undp.legend.contains(">relation, declared: an analyst"))
    #expect(!undp.legend.contains("fact, declared") && !undp.legend.contains("co-presence"))
    let whole = DrawnGraph(try #require(graph(2).egoDiagram(of: "un")))
    #expect(
      whole.lines("co-presence").map { $0.attributes.plain("style") } == ["dotted", "dotted"]
    )
    #expect(!whole.legend.contains(">case<"))
  }

  @Test(arguments: [0, 34, 35, 36, 200]) func `loses no neighbour, however many there are`(
    members: Int
  ) throws {
    let graph = try graph(members)
    let full = DrawnGraph(
      try #require(graph.egoDiagram(of: "un", DiagramOptions(detail: .full)))
    )
    #expect(full.nodes.count == members + 2)
    let drawn = DrawnGraph(try #require(graph.egoDiagram(of: "un")))
    let more = drawn.nodes.filter { $0.id.hasSuffix("_more") }
    if members + 1 <= EgoPicture.limit {
      #expect(more.isEmpty && drawn.nodes.count == members + 2)
    } else {
      #expect(more.first?.attributes.plain("label").contains("and \(members - 12) more") == true)
    }
  }

  @Test func `is a sound graph, with every node in one cluster`() throws {
    let graph = try graph(70)
    for node in graph.graph.nodes {
      for detail in DiagramOptions.Detail.allCases {
        let diagram = try #require(graph.egoDiagram(of: node.id, DiagramOptions(detail: detail)))
        let drawn = DrawnGraph(diagram)
        let ids = Set(drawn.nodes.map(\.id))
        #expect(ids.count == drawn.nodes.count)
        #expect(Set(drawn.nodes.map { $0.attributes.plain("id") }).count == ids.count)
        for line in drawn.lines { #expect(ids.contains(line.from) && ids.contains(line.to)) }
        #expect(
          try diagram.graph.text()
            == graph.egoDiagram(of: node.id, .init(detail: detail))?.graph.text()
        )
      }
    }
  }

  @Test func `says that nothing is reported where no fact names a node that one could name`() throws
  {
    let graph = try graph()
    let missing = "No reported activity: no fact about assistance names it."
    #expect(graph.egoDiagram(of: "courts")?.description.contains(missing) == true)
    #expect(graph.egoDiagram(of: "kenya")?.description.contains(missing) == false)
    #expect(graph.egoDiagram(of: "oversight")?.description.contains(missing) == false)
  }

  @Test func `is calm where nothing is missing`() throws {
    let graph = try AssistanceGraph(
      checking: PropertyGraph {
        node("un", .actor)
        node("advice", .measure)
        node("courts", .inhibitor)
        node("media", .inhibitor)
        edge("advice", .strengthens, "courts")
      }
    )
    func words(_ id: NodeID) -> [DiagramFrame.Line] {
      EgoPicture(id, in: graph, DiagramOptions()).diagram().title.isEmpty
        ? [] : EgoPicture(id, in: graph, DiagramOptions()).subtitle([])
    }
    let calm = DiagramFrame.Line(text: "No fact about assistance names it.")
    #expect(words("un").first == calm)
    #expect(words("media").first?.role == .gapText && words("media").first?.isBold == true)
    #expect(!words("advice").contains { $0.text.contains("names it") })
    #expect(!words("courts").contains { $0.text.contains("names it") })
    #expect(!words("advice").contains { $0.text.contains("On the left") })
  }

  @Test func `draws parallel relations once, by the strongest`() throws {
    let graph = try AssistanceGraph(
      checking: PropertyGraph {
        node("un", .actor)
        node("undp", .actor)
        edge("undp", "partners-with", "un", ["basis": .text("thematic")])
        edge("undp", "partners-with", "un")
      }
    )
    let diagram = try #require(graph.egoDiagram(of: "undp"))
    let drawn = DrawnGraph(diagram)
    #expect(drawn.nodes.count == 2 && drawn.lines.count == 1)
    #expect(drawn.lines.first?.attributes.plain("style") == "solid")
    #expect(diagram.description.contains("2 relations"))
    #expect(diagram.description.contains("Right, partners with (1): un."))
    let other = try #require(graph.egoDiagram(of: "un"))
    #expect(
      DrawnGraph(other).attributes.contains { $0.value.plain.contains("partners with →") }
    )
  }

  @Test func `shows a fact with its ends`() throws {
    let diagram = try #require(graph().egoDiagram(of: "f1"))
    #expect(diagram.title == "UNDP – Oversight – in Kenya")
    #expect(
      diagram.description.contains("No date; basis explicit; modality does; no source. On the left")
    )
    #expect(DrawnGraph(diagram).lines.count == 3)
  }

  @Test func `is nil for a node that is not there`() throws {
    #expect(try graph().egoDiagram(of: "nobody") == nil)
  }
}
