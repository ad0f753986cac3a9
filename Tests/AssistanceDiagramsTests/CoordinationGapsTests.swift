import AssistanceModel
import CoverageAnalysis
import DOTFormat
import GraphCore
import Testing

@testable import AssistanceDiagrams

/// What is red, and what the counts on both ends of a gap say.
@Suite struct CoordinationGapsTests {
  private func graph(
    inhibitors: Int,
    cases: Int,
    _ facts: KeyValuePairs<String, (actor: String, inhibitor: Int, case: Int)> = [:]
  ) throws -> AssistanceGraph {
    try AssistanceGraph(
      checking: PropertyGraph {
        node("undp", .actor, ["name": .text("UNDP")])
        node("donors", .actor, ["name": .text("Donors"), "designation": .text("class")])
        for number in 0..<inhibitors {
          node(NodeID("i\(number)"), .inhibitor, ["name": .text("Capacity \(number)")])
        }
        for number in 0..<cases {
          node(NodeID("c\(number)"), .countryCase, ["name": .text("Land \(number)")])
        }
        for (id, fact) in facts {
          node(NodeID(id), .assistance)
          edge(NodeID(id), .provider, NodeID(fact.actor))
          edge(NodeID(id), .inhibitor, NodeID("i\(fact.inhibitor)"))
          edge(NodeID(id), .countryCase, NodeID("c\(fact.case)"))
        }
      }
    )
  }

  private func label(_ element: String, _ diagram: AssistanceDiagram) -> String {
    DrawnGraph(diagram).node(element)?.attributes.plain("label") ?? ""
  }

  @Test func `counts unnamed providers apart from gaps, and does not draw them red`() throws {
    let report = try graph(
      inhibitors: 3,
      cases: 2,
      ["f1": ("undp", 0, 0), "f2": ("donors", 1, 0)]
    ).coverage()
    #expect(report.count(.nobody) == 4 && report.count(.unnamedOnly) == 1)
    let diagram = report.coordinationDiagram()
    let land = label("case-c0", diagram)
    #expect(land.contains("gaps: 1 of 3") && land.contains("·\u{A0}1\u{A0}unnamed"))
    #expect(label("inhibitor-i1", diagram).contains("gaps: 1 of 2"))
    let line = try #require(DrawnGraph(diagram).lines("unnamed").first)
    #expect(line.attributes.plain("color") == DiagramTheme.light.colour(.formLine))
    #expect(line.attributes.plain("style") == "dotted")
    #expect(diagram.description.contains("No reported activity in 4 of 6 pairs"))
  }

  @Test func `counts only pairs that are needed and can be seen`() throws {
    var question = CoverageQuestion()
    question.notNeeded = [.init(row: "c0", column: "i0", reason: "there")]
    question.unobservable = [.init(row: "c0", column: "i1", reason: "unseen")]
    let report = try graph(inhibitors: 3, cases: 2, ["f1": ("undp", 2, 1)]).coverage(question)
    let diagram = report.coordinationDiagram()
    let land = label("case-c0", diagram)
    #expect(land.contains("gaps: 1 of 1") && land.contains("1 cannot be seen"))
    let drawn = DrawnGraph(diagram)
    #expect(drawn.node("case-c0")?.attributes.words("class").contains("gap") == true)
    #expect(drawn.node("case-c1")?.attributes.words("class").contains("gap") == false)
    #expect(diagram.description.contains("No reported activity at all in: Land 0."))
    #expect(drawn.legend.contains("no reported activity at all, where any counts"))
  }

  @Test func `frames in red what is mostly a gap where the gaps have no lines`() throws {
    let graph = try graph(
      inhibitors: 3,
      cases: 20,
      [
        "f1": ("undp", 0, 0), "f2": ("undp", 1, 0), "f3": ("undp", 0, 1), "f4": ("undp", 2, 2),
        "f5": ("undp", 2, 3), "f6": ("undp", 1, 4),
      ]
    )
    var question = CoverageQuestion()
    question.onlyRows = (0..<5).map { NodeID("c\($0)") }
    let few = DrawnGraph(graph.coverage(question).coordinationDiagram())
    #expect(!few.lines("gap").isEmpty && few.nodes("mostly-gap").isEmpty)
    let many = DrawnGraph(
      try self.graph(
        inhibitors: 40,
        cases: 3,
        KeyValuePairs(
          dictionaryLiteral: ("f1", ("undp", 0, 0)),
          ("f2", ("undp", 0, 1)),
          ("f3", ("undp", 1, 2))
        )
      ).coverage().coordinationDiagram()
    )
    #expect(many.lines("gap").isEmpty)
    #expect(
      Set(many.nodes("mostly-gap").map { $0.attributes.plain("id") })
        == ["inhibitor-i1", "case-c0", "case-c1", "case-c2"]
    )
    for node in many.nodes("mostly-gap") {
      #expect(node.attributes.plain("color") == DiagramTheme.light.colour(.gapLine))
      #expect(node.attributes.plain("style").hasSuffix("dashed"))
    }
    #expect(!many.nodes("gap").isEmpty)
  }

  @Test func `lists whole names on the card of silent rows, and how many more there are`() {
    let names = (0..<60).map { "A rather long name of a capacity number \($0)" }
    let lines = CoordinationPicture.listing(names, width: 158, size: 9)
    #expect(lines.count <= 40)
    let text = lines.joined(separator: " ")
    let shown = names.count { text.contains($0 + ",") || text.contains($0 + " and") }
    #expect(shown > 5 && shown < 60 && text.hasSuffix("and \(60 - shown) more"))
    let few = CoordinationPicture.listing(Array(names.prefix(8)), width: 158, size: 9)
    #expect(few.joined(separator: " ").hasSuffix(names[7]))
  }

  @Test func `draws wider what has the greater share of gaps between families`() {
    func width(_ share: Double) -> Double {
      let line = CoordinationLine(
        kind: .gap,
        from: "a",
        to: "b",
        facts: [],
        gaps: 1,
        tooltip: "",
        share: share,
        isGathered: true
      )
      return Double(line.edge(.light).attributes.plain("penwidth")) ?? 0
    }
    #expect(width(0.2) + 1 < width(0.8) && width(0.8) < width(1))
  }

  @Test func `says how many facts carry no date where a time is asked for`() throws {
    let graph = try graph(inhibitors: 1, cases: 1, ["f1": ("undp", 0, 0), "f2": ("undp", 0, 0)])
    var question = CoverageQuestion()
    question.period = Validity(in: try #require(PartialDate("2012")))
    let timed = graph.coverage(question).coordinationDiagram()
    #expect(
      DrawnGraph(timed).attributes.contains {
        $0.value.plain.contains("All 2 facts are drawn, none with a date.")
      }
    )
    let untimed = CoordinationPicture(graph.coverage(), DiagramOptions())
    #expect(untimed.subtitle().map(\.text).contains("All 2 facts are drawn."))
  }

  @Test func `agrees on facts that name no inhibitor, whatever is asked of`() throws {
    let graph = try AssistanceGraph(
      checking: PropertyGraph {
        node("undp", .actor)
        for id in ["i0", "i1"] { node(NodeID(id), .inhibitor) }
        for id in ["c0", "c1"] { node(NodeID(id), .countryCase) }
        node("advice", .measure)
        edge("advice", .strengthens, "i0")
        for (id, place) in [("f0", "c0"), ("f1", "c0"), ("f2", "c1")] {
          node(NodeID(id), .assistance)
          edge(NodeID(id), .provider, "undp")
          edge(NodeID(id), .countryCase, NodeID(place))
        }
        edge("f0", .measure, "advice")
      }
    )
    var question = CoverageQuestion()
    func unfiled() -> Int {
      let picture = CoordinationPicture(graph.coverage(question), DiagramOptions())
      return picture.undrawnFacts(Set(picture.ties.facts)).unfiled
    }
    let whole = unfiled()
    #expect(whole > 0)
    question.onlyColumns = ["i1"]
    #expect(unfiled() == whole)
    question.onlyRows = ["c0"]
    #expect(unfiled() == whole)
  }

  @Test func `draws each node as what it is, whatever its column`() throws {
    var question = CoverageQuestion()
    (question.rows, question.columns) = (.inhibitor, .countryCase)
    let report = try graph(inhibitors: 2, cases: 2, ["f1": ("undp", 0, 0)]).coverage(question)
    let drawn = DrawnGraph(report.coordinationDiagram())
    #expect(drawn.node("inhibitor-i0")?.attributes.plain("shape") == "octagon")
    #expect(drawn.node("case-c0")?.attributes.plain("shape") == "folder")
    #expect(drawn.node("case-c0")?.id == "n2_0")
    question.rows = .provider
    let twice = DrawnGraph(
      try graph(inhibitors: 2, cases: 2, ["f1": ("undp", 0, 0)])
        .coverage(question).coordinationDiagram()
    )
    let identifiers = twice.nodes.map { $0.attributes.plain("id") }
    #expect(Set(identifiers).count == identifiers.count)
  }

  @Test func `begins and ends no run with a blank that XML would lose`() throws {
    let report = try graph(
      inhibitors: 3,
      cases: 2,
      ["f1": ("undp", 0, 0), "f2": ("donors", 1, 0)]
    ).coverage()
    for attribute in DrawnGraph(report.coordinationDiagram()).attributes {
      guard case .html(let whole) = attribute.value else { continue }
      // A run that is nothing but a blank only makes room.
      let markup = whole.replacing("> </FONT>", with: "></FONT>")
      #expect(!markup.contains("> ") && !markup.contains(" <"), "\(markup)")
    }
  }

  @Test func `says nothing of gaps where there are none, and counts facts in sentences`() throws {
    let report = try graph(
      inhibitors: 2,
      cases: 2,
      [
        "f1": ("undp", 0, 0), "f2": ("undp", 1, 0), "f3": ("undp", 0, 1), "f4": ("undp", 1, 1),
      ]
    ).coverage()
    #expect(report.coordinationDiagram().title == "Who is reported to assist")
    let none = CoordinationPicture(try graph(inhibitors: 2, cases: 2).coverage(), DiagramOptions())
    #expect(none.subtitle().map(\.text).contains("There are no facts."))
    var question = CoverageQuestion()
    question.bases = [.thematic]
    let left = CoordinationPicture(
      try graph(inhibitors: 2, cases: 2, ["f1": ("undp", 0, 0)]).coverage(question),
      DiagramOptions()
    )
    #expect(
      left.subtitle().map(\.text).contains(
        "The only fact is not drawn; left out: 1 by the scope above."
      )
    )
  }

  @Test func `shows a family of unnamed actors as unnamed`() throws {
    let graph = try AssistanceGraph(
      checking: PropertyGraph {
        for number in 0..<4 {
          let kind = number < 2 ? "donor-state" : "un-agency"
          node(
            NodeID("a\(number)"),
            .actor,
            ["subkind": .text(kind), "designation": .text(number < 2 ? "class" : "named")]
          )
        }
        node("i", .inhibitor)
        node("c", .countryCase)
        for number in 0..<4 {
          node(NodeID("f\(number)"), .assistance)
          edge(NodeID("f\(number)"), .provider, NodeID("a\(number)"))
          edge(NodeID("f\(number)"), .inhibitor, "i")
          edge(NodeID("f\(number)"), .countryCase, "c")
        }
      }
    )
    let drawn = DrawnGraph(
      graph.coverage().coordinationDiagram(DiagramOptions(detail: .families))
    )
    let unnamed = drawn.nodes("actor").filter { $0.attributes.words("class").contains("unnamed") }
    #expect(unnamed.count == 1 && drawn.nodes("actor").count == 2)
    #expect(unnamed.first?.attributes.plain("label").contains("<I>Donor state</I>") == true)
    #expect(drawn.legend.contains("class of actors, or unnamed"))
  }
}
