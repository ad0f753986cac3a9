import AssistanceModel
import AssistancePlanning
import CoordinationAnalysis
import CoverageAnalysis
import GraphCore
import Testing

private typealias Hand = CandidatesByHand

@Suite struct CandidatesTests {
  @Test func `who is here and does it near by comes before who is only near, and who is only here`()
    throws
  {
    let graph = try Hand.graph(cases: 4) {
      Hand.actors("both", "near", "here", "far")
      node("north", .countryCase)
      edge("c0", .partOf, "north")
      edge("c1", .partOf, "north")
      Hand.fact("f1", by: ["both", "here"], for: "i1", in: "c0")
      Hand.fact("f2", by: ["both", "near"], for: "i0", in: "c1")
      Hand.fact("f3", by: ["far"], for: "i0", in: "c2")
    }
    var question = CoverageQuestion()
    question.onlyRows = ["c0"]
    let answer = try #require(graph.coverage(question).candidates(row: "c0", column: "i0"))
    #expect(answer.candidates.map(\.actor) == ["both", "near", "far", "here"])
    #expect(answer.candidates.map(\.rank) == [1, 2, 3, 4])
    #expect(
      answer.candidates.map(\.reasons)
        == [[.here, .nearBy, .route], [.nearBy, .route], [.elsewhere], [.here, .route]]
    )
    #expect(answer.present == ["both", "here"])
    #expect(answer.candidates.first?.here.map(\.column) == ["i1"])
    let nearness = answer.candidates.first?.nearest
    #expect(nearness?.tie == .sharedWhole)
    #expect(nearness?.shared == "north")
    #expect((nearness?.levels, nearness?.rowCount) == (1, 3))
    #expect(nearness?.edges.count == 2)
  }

  @Test func `nearer is what borders, then the lower whole, then the smaller organization`() throws
  {
    let graph = try Hand.graph(cases: 6) {
      Hand.actors("any", "club", "union", "land", "side", "clubs", "unions")
      node("club-org", .actor, ["subkind": .text("regional-organization")])
      node("union-org", .actor, ["subkind": .text("regional-organization")])
      node("land-c", .countryCase)
      edge("c0", .partOf, "land-c")
      edge("c1", .partOf, "land-c")
      edge("c2", "borders", "c0")
      edge("c0", .memberOf, "club-org")
      edge("c3", .memberOf, "club-org")
      edge("c0", .memberOf, "union-org")
      edge("c4", .memberOf, "union-org")
      edge("c5", .memberOf, "union-org")
      Hand.fact("f1", by: ["land"], for: "i0", in: "c1")
      Hand.fact("f2", by: ["side"], for: "i0", in: "c2")
      Hand.fact("f3", by: ["club"], for: "i0", in: "c3")
      Hand.fact("f4", by: ["union"], for: "i0", in: "c4")
      Hand.fact("f5", by: ["any"], for: "i0")
    }
    var options = CandidateOptions()
    options.findsRoutes = false
    let answer = graph.coverage().candidates(row: "c0", column: "i0", options)
    #expect(answer?.candidates.map(\.actor) == ["side", "land", "club", "union", "any"])
    #expect(
      answer?.candidates.map { $0.nearest?.tie }
        == [.adjacent, .sharedWhole, .sharedOrganization, .sharedOrganization, nil]
    )
    #expect(answer?.candidates.map { $0.nearest?.rowCount } == [0, 3, 2, 3, nil])
    #expect(answer?.candidates.last?.reasons == [.general])
  }

  @Test func `an organization that is no regional one makes no place near`() throws {
    let graph = try Hand.graph(cases: 2) {
      Hand.actors("a")
      node("council", .actor, ["subkind": .text("un-organ")])
      node("all", .actor)
      for place: NodeID in ["c0", "c1"] {
        edge(place, .memberOf, "council")
        edge(place, .memberOf, "all")
      }
      Hand.fact("f", by: ["a"], for: "i0", in: "c1")
    }
    let answer = graph.coverage().candidates(row: "c0", column: "i0")
    #expect(answer?.candidates.map { $0.nearest?.tie } == [.unrelated])
    #expect(answer?.candidates.map(\.reasons) == [[.elsewhere]])
  }

  @Test func `a whole in which every row lies makes none near`() throws {
    let graph = try Hand.graph(cases: 2) {
      Hand.actors("a")
      node("land", .countryCase)
      edge("c0", .partOf, "land")
      edge("c1", .partOf, "land")
      Hand.fact("f", by: ["a"], for: "i0", in: "c1")
    }
    let near = graph.coverage().candidates(row: "c0", column: "i0")
    #expect(near?.candidates.map { $0.nearest?.isNearBy } == [false])
  }

  @Test func `who provides it there, and who is not named, is no candidate`() throws {
    let graph = try Hand.graph {
      Hand.actors("a", "b")
      node("donors", .actor, ["designation": .text("class")])
      node("other", .actor, ["designation": .text("placeholder")])
      Hand.fact("f1", by: ["a", "donors"], for: "i0", in: "c0")
      Hand.fact("f2", by: ["a", "b", "donors", "other"], for: "i0", in: "c1")
      Hand.fact("f3", by: ["other"], for: "i1", in: "c0")
    }
    let answer = graph.coverage().candidates(row: "c0", column: "i0")
    #expect(answer?.providers == ["a"])
    #expect(answer?.candidates.map(\.actor) == ["b"])
    #expect(answer?.unnamed.here == 1)
    #expect(answer?.unnamed.elsewhere == 1)
    #expect(answer?.unnamed.total == 1)
  }

  @Test func `a cell that has fewer providers than it requires can be asked`() throws {
    let graph = try Hand.graph {
      Hand.actors("a", "b")
      Hand.fact("f1", by: ["a"], for: "i0", in: "c0")
      Hand.fact("f2", by: ["b"], for: "i0", in: "c1")
    }
    var question = CoverageQuestion()
    question.needs = [
      CoverageNeed(
        [CoverageNeed.End(.countryCase, "c0"), CoverageNeed.End(.inhibitor, "i0")],
        required: 2
      )
    ]
    let report = graph.coverage(question)
    let answer = report.candidates(for: report.gaps()).first { ($0.row, $0.column) == ("c0", "i0") }
    #expect(answer?.required == 2)
    #expect(answer?.providers == ["a"])
    #expect(answer?.candidates.map(\.actor) == ["b"])
  }

  @Test
  func `a route leads over who is there, never over a placeholder, and says what it rests on`()
    throws
  {
    let graph = try Hand.graph {
      Hand.actors("doer", "other", "host")
      node("x", .actor, ["designation": .text("placeholder")])
      Hand.fact("f1", by: ["doer", "other"], for: "i0", in: "c1")
      Hand.fact("f2", by: ["host"], for: "i1", in: "c0")
      edge("doer", "partners-with", "host")
      edge("other", "partners-with", "x")
      edge("x", "partners-with", "host")
    }
    let answer = try #require(graph.coverage().candidates(row: "c0", column: "i0"))
    #expect(answer.candidates.map(\.actor) == ["doer", "other", "host"])
    let routes = answer.candidates.map { $0.route?.steps.map(\.to) }
    #expect(routes == [["host", "c0"], ["doer", "host", "c0"], ["c0"]])
    #expect(
      answer.candidates.map { $0.route?.weakestEvidence } == [
        .documented, .documented, .documented,
      ]
    )
    var options = CandidateOptions()
    options.findsRoutes = false
    let without = graph.coverage().candidates(row: "c0", column: "i0", options)
    #expect(without?.candidates.allSatisfy { $0.route == nil } == true)
  }

  @Test func `co-presence is a route only if asked, and is the weakest evidence then`() throws {
    let graph = try Hand.graph {
      Hand.actors("a", "b")
      Hand.fact("f1", by: ["a"], for: "i0", in: "c1")
      Hand.fact("f2", by: ["b"], for: "i1", in: "c1")
      Hand.fact("f3", by: ["b"], for: "i1", in: "c0")
    }
    let firm = graph.coverage().candidates(row: "c0", column: "i0")
    #expect(firm?.candidates.first { $0.actor == "a" }?.route == nil)
    var options = CandidateOptions()
    options.routeEvidence = Set(EvidenceClass.allCases)
    let wide = graph.coverage().candidates(row: "c0", column: "i0", options)
    let route = wide?.candidates.first { $0.actor == "a" }?.route
    #expect(route?.steps.map(\.to) == ["c1", "b", "c0"])
    #expect(route?.weakestEvidence == .coPresence)
  }

  @Test func `a part that does it is told of a whole that is here`() throws {
    let graph = try Hand.graph {
      Hand.actors("whole", "unit", "member")
      edge("unit", .partOf, "whole")
      edge("member", .memberOf, "whole")
      Hand.fact("f1", by: ["whole"], for: "i1", in: "c0")
      Hand.fact("f2", by: ["unit"], for: "i0", in: "c1")
      Hand.fact("f3", by: ["member"], for: "i0")
    }
    let answer = try #require(graph.coverage().candidates(row: "c0", column: "i0"))
    let whole = try #require(answer.candidates.first { $0.actor == "whole" })
    #expect(whole.reasons == [.here, .relative, .route])
    #expect(whole.relatives.map(\.actor) == ["unit", "member"])
    #expect(whole.relatives.map(\.isWhole) == [false, false])
    #expect(whole.relatives.map(\.rows) == [["c1"], []])
    #expect(whole.relatives.map(\.facts) == [["f2"], ["f3"]])
    var question = CoverageQuestion()
    question.rollUp = .partOf
    let rolled = graph.coverage(question).candidates(row: "c0", column: "i0")
    #expect(rolled?.candidates.map(\.actor) == ["whole", "member"])
    #expect(rolled?.candidates.first?.reasons == [.here, .elsewhere, .relative, .route])
  }

  @Test func `a statement out of scope is a hint, and one in scope is not`() throws {
    let graph = try Hand.graph {
      Hand.actors("a", "b", "c")
      Hand.fact("f1", by: ["a"], for: "i0", in: "c1", basis: .thematic)
      Hand.fact("f2", by: ["b"], for: "i1", in: "c0", basis: .implied)
      Hand.fact("f3", by: ["c"], for: "i0", in: "c1")
      Hand.fact("f4", by: ["c"], for: "i0", in: "c2", basis: .implied)
    }
    let answer = graph.coverage().candidates(row: "c0", column: "i0")
    #expect(answer?.candidates.map(\.actor) == ["c"])
    #expect(answer?.hints.map(\.actor) == ["a", "b"])
    #expect(answer?.hints.map(\.row) == ["c1", "c0"])
    #expect(answer?.hints.map(\.reasons) == [.basis, .basis])
  }

  @Test func `a fact that names no column makes its provider present`() throws {
    let graph = try Hand.graph {
      Hand.actors("a")
      Hand.fact("f", by: ["a"], in: "c0")
    }
    let answer = graph.coverage().candidates(row: "c0", column: "i0")
    #expect(answer?.candidates.map(\.reasons) == [[.here, .route]])
    #expect(answer?.candidates.first?.here.map(\.column) == [nil])
    #expect(answer?.candidates.first?.facts == ["f"])
  }

  @Test func `a route alone makes a candidate of a provider if it is short enough`() throws {
    let graph = try Hand.graph {
      Hand.actors("far", "mid", "host", "idle")
      Hand.fact("f1", by: ["host"], for: "i1", in: "c0")
      Hand.fact("f2", by: ["mid", "far"], for: "i1", in: "c2")
      edge("mid", "partners-with", "host")
      edge("idle", "partners-with", "host")
    }
    let report = graph.coverage()
    func found(_ steps: Int) -> [NodeID]? {
      var options = CandidateOptions()
      options.maximumRouteSteps = steps
      return report.candidates(row: "c0", column: "i0", options)?.candidates.map(\.actor)
    }
    #expect(found(0) == ["host"])
    #expect(found(2) == ["host", "mid"])
    #expect(found(3) == ["host", "mid", "far"])
  }

  @Test func `equals share a rank in the order of the graph, and a limit cuts only what is told`()
    throws
  {
    let graph = try Hand.graph {
      Hand.actors("b", "a", "z")
      Hand.fact("f1", by: ["a", "b"], for: "i0", in: "c1")
      Hand.fact("f2", by: ["z"], for: "i1", in: "c0")
    }
    let answer = graph.coverage().candidates(row: "c0", column: "i0")
    #expect(answer?.candidates.map(\.actor) == ["b", "a", "z"])
    #expect(answer?.candidates.map(\.rank) == [1, 1, 3])
    let cut = graph.coverage().candidates(row: "c0", column: "i0", limit: 1)
    #expect(cut?.candidates.map(\.actor) == ["b"])
    #expect(cut?.count == 3)
  }

  @Test func `what is no cell has no answer, and an empty matrix no candidates`() throws {
    let graph = try Hand.graph { Hand.actors("a") }
    #expect(graph.coverage().candidates(row: "i0", column: "c0") == nil)
    #expect(graph.coverage().candidates(row: "c0", column: "i0")?.candidates == [])
    #expect(graph.coverage().candidates(for: []) == [])
  }
}
