import AssistanceImport
import AssistanceModel
import AssistanceTestSupport
import ChangeAnalysis
import CoverageAnalysis
import GraphCore
import Testing

@Suite struct CoverageDifferenceTests {
  /// Two cases, one inhibitor, and facts as actor, case and span.
  private func graph(
    _ actors: [(NodeID, String)] = [("a", "Aurora"), ("b", "Bittern"), ("c", "Citadel")],
    facts: [(id: NodeID, by: [NodeID], in: NodeID, valid: String?)]
  ) throws -> AssistanceGraph {
    try assistance {
      actors.map { node($0.0, .actor, ["name": .text($0.1)]) }
      nodes(["east", "west"], .countryCase)
      nodes(["i"], .inhibitor)
      facts.flatMap {
        fact(
          $0.id,
          by: $0.by,
          for: ["i"],
          in: $0.in,
          valid: $0.valid.flatMap { Validity(spanning: $0) } ?? .always
        )
      }
    }
  }

  private func difference(
    _ before: AssistanceGraph,
    _ after: AssistanceGraph
  ) throws -> CoverageDifference {
    try after.coverage().difference(from: before.coverage())
  }

  @Test func `cells are lost, gained, thinned and thickened, with the facts of both sides`() throws
  {
    let before = try graph(facts: [("1", ["a"], "east", nil)])
    let after = try graph(facts: [("2", ["b"], "west", nil), ("3", ["c"], "west", nil)])
    let change = try difference(before, after)
    #expect(change.cells.map(\.kind) == [.lost, .gained])
    #expect(change.cells[0].before.providers.flatMap { $0.witnesses.map(\.fact) } == ["1"])
    #expect(change.cells[0].leaving == ["a"])
    #expect(change.cells[1].coming == ["b", "c"])
    #expect(change.actors.gone.map(\.actor) == ["a"])
    #expect(change.actors.new.map(\.actor) == ["b", "c"])
    #expect(change.actors.gone[0].soleCount == 1)

    let one = try graph(facts: [("2", ["b"], "west", nil), ("4", ["b"], "east", nil)])
    #expect(try difference(after, one).cells.map(\.kind) == [.gained, .thinned])
    #expect(try difference(one, after).cells.map(\.kind) == [.lost, .thickened])
  }

  @Test func `a cell with another provider is a turnover`() throws {
    let change = try difference(
      graph(facts: [("1", ["a"], "east", nil)]),
      graph(facts: [("1", ["b"], "east", nil)])
    )
    #expect(change.cells.map(\.kind) == [.turnover])
    #expect(change.cells[0].leaving == ["a"] && change.cells[0].coming == ["b"])
    #expect(change.cells[0].ifRenamed == nil)
  }

  @Test func `a renamed actor is no exit, and its cells carry over in a second reading`() throws {
    let before = try graph(
      [("world-food-programme", "World Food Programme"), ("b", "Bittern")],
      facts: [
        ("1", ["world-food-programme"], "east", nil), ("2", ["world-food-programme"], "west", nil),
        ("3", ["b"], "east", nil),
      ]
    )
    let after = try graph(
      [("wfp", "WFP"), ("b", "Bittern")],
      facts: [("1", ["wfp"], "east", nil), ("3", ["b"], "east", nil)]
    )
    let change = try difference(before, after)
    #expect(change.actors.gone.isEmpty && change.actors.new.isEmpty)
    let pair = try #require(change.actors.renamed.first)
    #expect(pair.before == "world-food-programme" && pair.after == "wfp")
    #expect(!pair.reasons.isEmpty && pair.confidence == .high)
    #expect(pair.cellCount == 2 && pair.keptCount == 1)
    #expect(change.cells.map(\.kind) == [.turnover, .lost])
    #expect(change.cells.map(\.isRenamingAlone) == [true, false])
    #expect(change.fates["world-food-programme"] == .renamed("wfp"))
    let facts = change.facts
    #expect(facts.map(\.kind) == [.changed, .removed])
    #expect(facts.map(\.isRenaming) == [true, false])
  }

  @Test func `two names of one actor that become one thin a cell in names alone`() throws {
    let names: [(NodeID, String)] = [("wfp", "WFP"), ("w", "World Food Programme")]
    let change = try difference(
      graph(names, facts: [("1", ["wfp"], "east", nil), ("2", ["w"], "east", nil)]),
      graph([names[0]], facts: [("1", ["wfp"], "east", nil)])
    )
    #expect(change.cells.map(\.kind) == [.thinned])
    #expect(change.cells[0].isRenamingAlone)
    #expect(change.actors.renamed.map(\.before) == ["w"])
    #expect(change.actors.renamed.map(\.afterWasThere) == [true])
  }

  @Test func `names that people keep apart are no renaming`() throws {
    let before = try graph([("w", "World Food Programme")], facts: [("1", ["w"], "east", nil)])
    let after = try graph([("wfp", "WFP")], facts: [("1", ["wfp"], "east", nil)])
    let apart = ActorDecision(.different, "World Food Programme", "WFP")
    let change = try after.coverage().difference(
      from: before.coverage(),
      decisions: try ActorDecisions([apart])
    )
    #expect(change.actors.renamed.isEmpty)
    #expect(change.actors.gone.map(\.actor) == ["w"])
    #expect(change.actors.new.map(\.actor) == ["wfp"])
  }

  @Test func `nodes are one by identifier, then by name, where their keys differ`() throws {
    func graph(_ id: NodeID, _ properties: KeyValuePairs<String, PropertyValue>) throws
      -> AssistanceGraph
    {
      try assistance {
        node(id, .actor, properties)
        nodes(["east"], .countryCase)
        nodes(["i"], .inhibitor)
        fact("1", by: [id], for: ["i"], in: "east")
      }
    }
    let named = try difference(
      graph("x", ["name": .text("Aurora")]),
      graph("y", ["name": .text("Aurora")])
    )
    #expect(named.isEmpty && named.matching.byName == 1)
    let identified = try difference(
      graph("x", ["name": .text("Aurora"), "identifiers": .texts(["XM-DAC-41140"])]),
      graph("y", ["name": .text("Bittern"), "identifiers": .texts(["XM-DAC-41140"])])
    )
    #expect(identified.isEmpty && identified.matching.byIdentifier == 1)
  }

  @Test func `rows of one side are told apart and not compared`() throws {
    let before = try graph(facts: [("1", ["a"], "east", nil)])
    let after = try assistance {
      node("a", .actor, ["name": .text("Aurora")])
      nodes(["east", "north"], .countryCase)
      nodes(["i"], .inhibitor)
      fact("1", by: ["a"], for: ["i"], in: "east")
    }
    let change = try difference(before, after)
    #expect(change.rowsGone == ["west"] && change.rowsNew == ["north"])
    #expect(change.comparedCount == 1 && change.cells.isEmpty && !change.isEmpty)
  }

  @Test func `sides that ask of other ends are refused`() throws {
    let graph = try graph(facts: [])
    var question = CoverageQuestion()
    question.columns = .form
    #expect(
      throws: ChangeError.otherQuestions(before: "case by inhibitor", after: "case by form")
    ) {
      try graph.coverage(question).difference(from: graph.coverage())
    }
  }

  @Test func `a need says which cells fell short`() throws {
    let before = try graph(facts: [("1", ["a", "b", "c"], "east", nil)])
    let after = try graph(facts: [("1", ["a", "b"], "east", nil)])
    var question = CoverageQuestion()
    question.needs = [
      CoverageNeed([CoverageNeed.End(.countryCase, "east")], required: 3)
    ]
    let change = try after.coverage(question).difference(from: before.coverage(question))
    #expect(change.cells.map(\.sufficiency) == [.fellShort])
    let back = try before.coverage(question).difference(from: after.coverage(question))
    #expect(back.cells.map(\.sufficiency) == [.becameSufficient])
  }

  @Test func `two dates tell what ended and what began`() throws {
    let graph = try graph(facts: [
      ("1", ["a"], "east", "2001"), ("2", ["b"], "west", "2002"), ("3", ["c"], "west", nil),
    ])
    let (first, second) = (
      try #require(Validity(spanning: "2001")), try #require(Validity(spanning: "2002"))
    )
    let change = graph.coverageDifference(from: first, to: second)
    #expect(change.cells.map(\.kind) == [.lost, .thickened])
    #expect(change.facts.map(\.kind) == [.ended, .began])
    #expect(change.facts.map(\.before) == ["1", "2"])
    #expect(change.unchangedFactCount == 1)
  }

  // MARK: Facts

  @Test func `equal facts count as often as they are stated`() throws {
    let three = try graph(facts: (1...3).map { (NodeID("\($0)"), ["a"], "east", nil) })
    let two = try graph(facts: (1...2).map { (NodeID("n\($0)"), ["a"], "east", nil) })
    #expect(try difference(three, two).facts.map(\.kind) == [.removed])
    #expect(try difference(two, three).facts.map(\.kind) == [.added])
    #expect(try difference(three, two).unchangedFactCount == 2)
  }

  @Test func `an inserted fact that takes the key of another changes nothing else`() throws {
    let change = try difference(
      graph(facts: [("a.1", ["a"], "east", "2001"), ("a.2", ["a"], "east", "2003")]),
      graph(facts: [
        ("a.1", ["a"], "east", "2001"), ("a.2", ["a"], "east", "2002"),
        ("a.3", ["a"], "east", "2003"),
      ])
    )
    #expect(change.facts.map(\.kind) == [.added])
    #expect(change.facts.first?.after == "a.2")
  }

  @Test func `a fact that now has an end has ended, and one of another time is told so`() throws {
    let open = try assistance {
      nodes(["a"], .actor)
      nodes(["east"], .countryCase)
      nodes(["i"], .inhibitor)
      fact(
        "1",
        by: ["a"],
        for: ["i"],
        in: "east",
        valid: Validity(from: PartialDate("2001"), until: nil) ?? .always
      )
    }
    let closed = try assistance {
      nodes(["a"], .actor)
      nodes(["east"], .countryCase)
      nodes(["i"], .inhibitor)
      fact(
        "1",
        by: ["a"],
        for: ["i"],
        in: "east",
        valid: Validity(from: PartialDate("2001"), until: PartialDate("2004")) ?? .always
      )
    }
    let change = try difference(open, closed)
    #expect(change.facts.map(\.kind) == [.ended])
    #expect(change.facts[0].details.map(\.what) == ["until"])
    #expect(change.facts[0].details[0].after == ["2004"])
    #expect(try difference(closed, open).facts.map(\.kind) == [.reopened])
    let moved = try difference(
      graph(facts: [("1", ["a"], "east", "2001")]),
      graph(facts: [("1", ["a"], "east", "2002")])
    )
    #expect(moved.facts.map(\.kind) == [.redated])
  }

  @Test func `a fact with other ends is the same fact where keys are stable`() throws {
    let stable: [(id: NodeID, by: [NodeID], in: NodeID, valid: String?)] = [
      ("s1", ["b"], "east", nil), ("s2", ["c"], "west", nil),
    ]
    let before = try graph(facts: stable + [("1", ["a"], "east", nil)])
    let after = try graph(facts: stable + [("1", ["a"], "west", nil)])
    let change = try difference(before, after)
    #expect(change.facts.map(\.kind) == [.changed])
    #expect(change.facts[0].details.map(\.what) == ["case"])
    #expect(change.facts[0].details[0].before == ["east"])
    let renumbered = try graph(facts: [
      ("n1", ["b"], "east", nil), ("n2", ["c"], "west", nil), ("1", ["a"], "west", nil),
    ])
    #expect(Set(try difference(before, renumbered).facts.map(\.kind)) == [.removed, .added])
  }
}
