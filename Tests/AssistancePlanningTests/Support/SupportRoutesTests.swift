import AssistanceModel
import AssistancePlanning
import CoordinationAnalysis
import CoverageAnalysis
import GraphCore
import Testing

@Suite struct SupportRoutesTests {
  /// Two providers of a cell: one behind a documented and a declared partner, one only by a measure.
  private func report() throws -> CoverageReport {
    var graph = PropertyGraph()
    for id in ["s", "a", "b", "near", "far", "own"] { try graph.addNode(NodeID(id), .actor) }
    try graph.addNode("class", .actor)
    try graph.set(.designation, to: .class, of: "class")
    try graph.addNode("x", .countryCase)
    try graph.addNode("i", .inhibitor)
    try graph.addNode("m", .measure)
    for (from, to) in [("s", "a"), ("a", "near"), ("s", "b"), ("b", "near")] {
      let edge = try graph.addEdge(from: NodeID(from), "partners-with", to: NodeID(to))
      if from == "b" { try graph.set(.basis, to: .thematic, of: edge) }
    }
    for id in ["s", "far"] { try graph.addEdge(from: NodeID(id), .provides, to: "m") }
    for provider in ["far", "near", "class"] {
      let fact = NodeID("f-\(provider)")
      try graph.addNode(fact, .assistance)
      try graph.set(.basis, to: .explicit, of: fact)
      try graph.addEdge(from: fact, .provider, to: NodeID(provider))
      try graph.addEdge(from: fact, .inhibitor, to: "i")
      try graph.addEdge(from: fact, .countryCase, to: "x")
    }
    return try AssistanceGraph(checking: graph).coverage()
  }

  @Test func `firm routes come before weak ones, and classes are told apart`() throws {
    let found = try #require(try report().support(from: "s", row: "x", column: "i"))
    #expect(found.partners.map(\.actor) == ["near", "far"])
    #expect(found.partners.map(\.isWeak) == [false, true])
    #expect(found.partners.map { $0.route?.cost } == [2, 4])
    #expect(found.partners.map(\.facts) == [["f-near"], ["f-far"]])
    #expect(found.unnamed == ["class"])
    #expect(!found.isActive)
  }

  @Test func `the next best route is told for who is on the best one`() throws {
    let near = try #require(try report().support(from: "s", row: "x", column: "i")?.partners.first)
    #expect(near.cuts?.onEveryRoute == [])
    #expect(near.cuts?.without.map(\.actor) == ["a"])
    #expect(near.cuts?.without.first?.after?.cost == 2.5)
  }

  @Test func `who is out is in nobody's route, and others are sought where nobody is left`() throws
  {
    let report = try report()
    let both = try report.supportSituations(
      from: "s",
      row: "x",
      column: "i",
      without: ["near", "far"]
    )
    #expect(both.map(\.without) == [[], ["near", "far"]])
    #expect(both[0].candidates.isEmpty)
    #expect(both[1].routes.partners.isEmpty)
    #expect(both[1].routes.cell.state == .unnamedOnly)
    #expect(!both[1].candidates.contains { ["near", "far"].contains($0.actor) })
    let thin = try report.supportSituations(from: "s", row: "x", column: "i", without: ["a"])
    #expect(thin[1].routes.partners.first?.route?.steps.map(\.to) == ["b", "near"])
    #expect(thin[1].routes.partners.first?.cuts?.onEveryRoute == ["b"])
  }

  @Test func `an actor that is there itself is no partner of its own`() throws {
    let found = try #require(try report().support(from: "near", row: "x", column: "i"))
    #expect(found.isActive)
    #expect(found.partners.map(\.actor) == ["far"])
  }

  @Test func `a class that asks and is reported there is there, and no partner of its own`() throws
  {
    let found = try #require(try report().support(from: "class", row: "x", column: "i"))
    #expect(found.isActive)
    #expect(found.unnamed.isEmpty)
    #expect(found.partners.count == 2)
  }

  @Test func `a weak route leads over the place asked of, where both are there`() throws {
    let found = try #require(try report().support(from: "near", row: "x", column: "i"))
    #expect(found.partners.first?.route?.steps.map(\.to) == ["x", "far"])
    var options = SupportOptions()
    options.evidence = [.documented, .declared]
    let firm = try report().support(from: "near", row: "x", column: "i", options)
    #expect(firm?.partners.first?.route == nil)
  }

  @Test func `what is no cell has no answer, and an unknown actor is an error`() throws {
    let report = try report()
    #expect(try report.support(from: "s", row: "i", column: "x") == nil)
    #expect(try report.supportSituations(from: "s", row: "i", column: "x").isEmpty)
    #expect(throws: PathError.unknownNode("nobody")) {
      try report.support(from: "nobody", row: "x", column: "i")
    }
  }
}
