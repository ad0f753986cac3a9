import AssistanceDiagrams
import AssistanceModel
import AssistancePlanning
import CoverageAnalysis
import DOTFormat
import GraphCore
import Testing

@Suite struct CandidatesDiagramTests {
  private func fact(_ id: NodeID, by actor: NodeID, for column: NodeID, in row: NodeID)
    -> [GraphElement]
  {
    [
      node(id, .assistance), edge(id, .provider, actor), edge(id, .inhibitor, column),
      edge(id, .countryCase, row),
    ]
  }

  /// One who is here, one who does it elsewhere with a route over the first, and some without.
  private func report(others: Int = 0, name: String = "Doer") throws -> CoverageReport {
    let graph = try AssistanceGraph(
      checking: PropertyGraph {
        node("c0", .countryCase, ["name": .text("Here")])
        node("c1", .countryCase)
        node("i0", .inhibitor, ["name": .text("Talks")])
        node("i1", .inhibitor, ["name": .text("Courts")])
        node("doer", .actor, ["name": .text(name)])
        node("mid", .actor, ["name": .text("Bridge")])
        node("host", .actor, ["name": .text("Host")])
        fact("f1", by: "host", for: "i1", in: "c0")
        fact("f2", by: "doer", for: "i0", in: "c1")
        edge("doer", "partners-with", "mid")
        edge("mid", "partners-with", "host", ["basis": .text("implied")])
        (0..<others).map { node(NodeID("o\($0)"), .actor) }
        (0..<others).flatMap { fact(NodeID("g\($0)"), by: NodeID("o\($0)"), for: "i0", in: "c1") }
      }
    )
    return graph.coverage()
  }

  private func drawn(_ report: CoverageReport) throws -> (DrawnGraph, AssistanceDiagram) {
    let answer = try #require(report.candidates(row: "c0", column: "i0"))
    let diagram = answer.diagram(in: report)
    return (DrawnGraph(diagram), diagram)
  }

  @Test func `candidates stand in groups, and routes lead over stops to the place`() throws {
    let (graph, diagram) = try drawn(report())
    #expect(diagram.title == "Who could fill a gap: Talks, Here")
    #expect(
      graph.nodes.map { $0.attributes.plain("id") }
        == ["candidate-doer", "candidate-host", "stop-mid", "row-c0", "column-i0"]
    )
    #expect(graph.lines("documented").map { [$0.from, $0.to] }.contains(["candidate_1", "row"]))
    #expect(graph.lines("declared").map { [$0.from, $0.to] } == [["stop_0", "candidate_1"]])
    #expect(graph.lines("gap").map { [$0.from, $0.to] } == [["row", "column"]])
    #expect(diagram.description.contains("1: Doer, does it in 1 other case"))
  }

  @Test func `a cell that cannot be seen is told as no gap, and drawn as none`() throws {
    let seen = try report(others: 8)
    var question = seen.question
    question.unobservable = [QuestionDefaults.Mark(row: "c0", column: "i0", reason: "so")]
    let (graph, diagram) = try drawn(seen.graph.coverage(question))
    #expect(diagram.title == "Who could work where activity cannot be seen: Talks, Here")
    #expect(diagram.description.contains("That is no gap"))
    let line = try #require(graph.lines("gap").first)
    #expect(line.attributes.plain("style") == "solid")
  }

  @Test func `there are never more than ten nodes, and the picture says how many it left out`()
    throws
  {
    for others in 0...14 {
      let report = try report(others: others)
      let (graph, diagram) = try drawn(report)
      let count = report.candidates(row: "c0", column: "i0")?.count ?? 0
      let shown = graph.nodes.count { $0.attributes.plain("id").hasPrefix("candidate-") }
      #expect(graph.nodes.count <= 10)
      #expect(
        shown == count || diagram.description.contains("\(count - shown) more are not drawn.")
      )
    }
  }

  @Test func `who has no route stands beside the others by a line that is not seen`() throws {
    let (graph, _) = try drawn(report(others: 1))
    #expect(graph.invisible.map { [$0.from, $0.to] } == [["candidate_1", "row"]])
  }

  @Test func `a name that would steer the picture is shown as text`() throws {
    let (graph, diagram) = try drawn(report(name: "<b>\u{202E}\"A\\l -> B"))
    #expect(graph.nodes.count == 5)
    #expect(!diagram.description.contains("\u{202E}"))
    #expect(!graph.attributes.contains { "\($0)".contains("<b>") && !"\($0)".contains("&lt;b") })
  }
}
