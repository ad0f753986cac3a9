import AssistanceModel
import CoverageAnalysis
import DOTFormat
import GraphCore
import Testing

@testable import AssistanceDiagrams

@Suite struct CoordinationDiagramTests {
  /// A fact with what it says.
  private func fact(
    _ id: NodeID,
    _ ends: KeyValuePairs<EdgeKind, NodeID>,
    basis: Basis = .explicit
  ) -> [GraphElement] {
    [node(id, .assistance, ["basis": .text(basis.rawValue)])]
      + ends.map { edge(id, $0.key, $0.value) }
  }

  private func graph(@GraphBuilder _ more: () -> [GraphElement] = { [] }) throws -> AssistanceGraph
  {
    let elements = more()
    return try AssistanceGraph(
      checking: PropertyGraph {
        node("undp", .actor, ["name": .text("UNDP"), "subkind": .text("un-agency")])
        node("donors", .actor, ["name": .text("Donors"), "designation": .text("class")])
        node("advice", .measure, ["name": .text("Advice")])
        node("training", .form, ["name": .text("Training")])
        edge("advice", "form-of", "training")
        node("courts", .inhibitor, ["name": .text("Courts")])
        node("media", .inhibitor, ["name": .text("Media")])
        node("kenya", .countryCase, ["name": .text("Kenya")])
        elements
      }
    )
  }

  @Test func `joins the ends of a fact in columns, and marks the gap beside it`() throws {
    let report = try graph {
      fact(
        "f1",
        [.provider: "undp", .measure: "advice", .inhibitor: "courts", .countryCase: "kenya"]
      )
    }.coverage()
    let drawn = DrawnGraph(report.coordinationDiagram())
    #expect(
      drawn.lines.map { "\($0.from) \($0.attributes.plain("class")) \($0.to)" } == [
        "n0_0 provides n1_0", "n1_0 strengthens n2_0", "n2_0 reported n3_0", "n2_1 gap n3_0",
      ]
    )
    let gap = drawn.lines("gap").first?.attributes
    #expect(gap?.plain("style") == "dashed" && gap?.plain("arrowhead") == "odot")
    #expect(gap?.plain("color") == "#c8102e")
    #expect(gap?.plain("tooltip") == "No reported activity: Media in Kenya")
    #expect(drawn.node("inhibitor-media")?.attributes.plain("class") == "inhibitor gap")
    #expect(drawn.node("case-kenya")?.attributes.plain("label").contains("gaps: 1 of 2") == true)
  }

  @Test func `says in a tooltip what a line rests on`() throws {
    let report = try graph {
      fact("f1", [.provider: "undp", .inhibitor: "courts", .countryCase: "kenya"])
      fact("f2", [.provider: "undp", .inhibitor: "courts", .countryCase: "kenya"])
    }.coverage()
    let line = DrawnGraph(report.coordinationDiagram()).lines("reported").first
    #expect(
      line?.attributes.plain("tooltip") == "Courts, reported in Kenya – 2 facts (f1, f2); no source"
    )
  }

  @Test func `puts a measure under its own form, and says where neither is stated`() throws {
    let report = try graph {
      fact(
        "f1",
        [.provider: "undp", .measure: "advice", .inhibitor: "courts", .countryCase: "kenya"]
      )
      fact("f2", [.provider: "undp", .inhibitor: "media", .countryCase: "kenya"])
    }.coverage()
    let drawn = DrawnGraph(report.coordinationDiagram())
    let families = drawn.nodes("form").map(\.clusters.last)
    #expect(families == ["cluster_c1_f0", "cluster_c1_f1"])
    let names = drawn.nodes("form").map { $0.attributes.plain("tooltip") }
    #expect(names == ["Advice (Training)", "Form not stated"])
    #expect(drawn.nodes("unnamed").count == 1)
  }

  @Test func `shows a class of actors as such, and its activity as a gap of its own`() throws {
    let report = try graph {
      fact("f1", [.provider: "donors", .inhibitor: "courts", .countryCase: "kenya"])
    }.coverage()
    let drawn = DrawnGraph(report.coordinationDiagram())
    let donors = drawn.node("actor-donors")?.attributes
    #expect(donors?.plain("style") == "rounded,filled,dashed")
    #expect(donors?.plain("label").contains("class of actors, no name") == true)
    #expect(drawn.lines("unnamed").count == 1 && drawn.lines("reported").isEmpty)
  }

  @Test func `shows a fact without a provider`() throws {
    let report = try graph {
      fact("f1", [.inhibitor: "courts", .countryCase: "kenya"])
    }.coverage()
    let drawn = DrawnGraph(report.coordinationDiagram())
    #expect(drawn.nodes("actor").map { $0.attributes.plain("tooltip") } == ["Provider not stated"])
  }

  @Test func `counts the facts that it does not draw, and why`() throws {
    let report = try graph {
      node("chad", .countryCase)
      fact("drawn", [.provider: "undp", .inhibitor: "courts", .countryCase: "kenya"])
      fact(
        "weak",
        [.provider: "undp", .inhibitor: "media", .countryCase: "kenya"],
        basis: .thematic
      )
      fact("aimless", [.provider: "undp", .countryCase: "kenya"])
      fact("placeless", [.provider: "undp", .inhibitor: "media"])
    }.coverage()
    let picture = CoordinationPicture(report, DiagramOptions())
    #expect(
      picture.subtitle().map(\.text).contains(
        "1 of 4 facts is drawn; left out: 1 by the scope above, 1 that names no inhibitor,"
          + " 1 outside what is asked."
      )
    )
  }

  @Test func `gathers rows in which nothing is reported when there are many gaps`() throws {
    let report = try graph {
      for number in 0..<16 { node(NodeID("case-\(number)"), .countryCase) }
      fact("f1", [.provider: "undp", .inhibitor: "courts", .countryCase: "kenya"])
    }.coverage()
    let drawn = DrawnGraph(report.coordinationDiagram())
    let card = drawn.node("silent-rows")?.attributes
    #expect(card?.plain("label").contains("16 cases") == true)
    #expect(card?.plain("color") == "#c8102e" && card?.plain("style").contains("dashed") == true)
    #expect(drawn.lines("gap").map(\.to) == ["silent", "silent", "n3_0"])
    #expect(drawn.nodes("case").count == 2)
    let full = DrawnGraph(report.coordinationDiagram(DiagramOptions(detail: .full)))
    #expect(full.lines("gap").count == 33 && full.nodes("case").count == 17)
  }

  @Test func `draws families above so many nodes, and everything on request`() throws {
    let collection = try GeneratedAssistance().collection()
    let report = collection.graph.coverage(CoverageQuestion(collection.metadata.question))
    let families = DrawnGraph(report.coordinationDiagram())
    let everything = DrawnGraph(report.coordinationDiagram(DiagramOptions(detail: .full)))
    #expect(families.nodes.count == 8 + 8 + 4 + 6)
    #expect(everything.nodes.count == 250 + 2)
    #expect(everything.lines("gap").count == report.count(.nobody))
    #expect(everything.lines("unnamed").count == report.count(.unnamedOnly))
  }

  @Test func `keeps those with the most facts where there are no families to draw`() throws {
    let report = try graph {
      for number in 0..<200 { node(NodeID("case-\(number)"), .countryCase) }
      for number in 50..<60 {
        fact(
          NodeID("f\(number)"),
          [.provider: "undp", .inhibitor: "courts", .countryCase: NodeID("case-\(number)")]
        )
      }
    }.coverage()
    let diagram = report.coordinationDiagram()
    let drawn = DrawnGraph(diagram)
    #expect(drawn.nodes("case").count == 17)
    for number in 50..<60 { #expect(drawn.node("case-case-\(number)") != nil) }
    let rest = drawn.node("case-family-")?.attributes.plain("label") ?? ""
    #expect(rest.contains("185 other cases") && rest.contains("gaps: 370 of 370"))
    #expect(diagram.description.contains("Drawn together: 201 cases as 17"))
  }

  @Test func `where no fact says what was done, actors are tied to inhibitors`() throws {
    let report = try graph {
      fact("f1", [.provider: "undp", .inhibitor: "courts", .countryCase: "kenya"])
    }.coverage()
    let drawn = DrawnGraph(report.coordinationDiagram())
    #expect(!drawn.nodes("actor").isEmpty && drawn.nodes("form").isEmpty)
    #expect(CoordinationPicture(report, DiagramOptions()).lines().map(\.kind).contains(.provides))
  }

  @Test func `those who are not named are one card for each word, with their number`() throws {
    let report = try graph {
      node("other-1", .actor, ["name": .text("Other"), "designation": .text("placeholder")])
      node("other-2", .actor, ["name": .text("Other"), "designation": .text("placeholder")])
      fact("f1", [.provider: "other-1", .inhibitor: "courts", .countryCase: "kenya"])
      fact("f2", [.provider: "other-2", .inhibitor: "courts", .countryCase: "kenya"])
      fact("f3", [.provider: "undp", .inhibitor: "courts", .countryCase: "kenya"])
    }.coverage()
    let drawn = DrawnGraph(report.coordinationDiagram())
    #expect(drawn.nodes("actor").count == 2)
    let labels = drawn.nodes("actor").compactMap { $0.attributes.plain("label") }
    #expect(labels.contains { $0.contains("Other") && $0.contains("2 not named in the source") })
  }

  @Test func `titles and describes what it shows`() throws {
    let report = try graph {
      fact("f1", [.provider: "undp", .inhibitor: "courts", .countryCase: "kenya"])
    }.coverage()
    let diagram = report.coordinationDiagram()
    #expect(diagram.title == "Who is reported in Kenya")
    #expect(
      diagram.description
        == "Diagram in columns: 1 actor, 2 inhibitors, 1 case, joined by 1"
        + " fact. No reported activity for 1 of 2 inhibitors. No reported activity anywhere for:"
        + " Media."
    )
    let titled = report.coordinationDiagram(DiagramOptions(title: "Mine"))
    #expect(titled.title == "Mine")
  }

  @Test func `draws nothing for nothing, and says so`() throws {
    let report = try AssistanceGraph(checking: PropertyGraph()).coverage()
    let diagram = report.coordinationDiagram()
    #expect(DrawnGraph(diagram).nodes.isEmpty)
    #expect(diagram.description.contains("There is nothing to cover: 0 cases, 0 inhibitors."))
    #expect(throws: Never.self) { try diagram.graph.text() }
  }

  @Test func `names rows and columns of another question by their roles`() throws {
    var question = CoverageQuestion()
    question.columns = .form
    let report = try graph {
      fact("f1", [.provider: "undp", .form: "training", .countryCase: "kenya"])
    }.coverage(question)
    #expect(report.coordinationDiagram().description.contains("1 form, 1 case"))
  }

  @Test func `uses the colours of its theme alone`() throws {
    let report = try graph().coverage()
    let dark = Set(DiagramTheme.Role.allCases.map { DiagramTheme.dark.colour($0) })
    let drawn = DrawnGraph(report.coordinationDiagram(DiagramOptions(theme: .dark)))
    for attribute in drawn.attributes where attribute.value.plain.hasPrefix("#") {
      #expect(dark.contains(String(attribute.value.plain.prefix(7))))
    }
  }

  @Test func `names the documents that the drawn facts rest on`() {
    let documents = [SourceDocument(key: "a", title: "First"), .init(key: "b", title: "Second")]
    let options = DiagramOptions(collection: "Survey", documents: documents)
    #expect(options.sourceLine(citing: ["a"]) == "Source: Survey, First.")
    #expect(options.sourceLine(citing: ["a", "b"]) == "Source: Survey, 2 documents.")
    #expect(options.sourceLine(citing: []) == "Source: Survey, 2 documents.")
    let same = DiagramOptions(collection: "First", documents: documents)
    #expect(same.sourceLine(citing: ["a"]) == "Source: First.")
    #expect(DiagramOptions().sourceLine(citing: ["a"]) == nil)
  }
}
