import AssistanceModel
import AssistanceTestSupport
import CoverageAnalysis
import GraphCore
import Testing

@Suite struct CoverageGapTests {
  private func places(_ gaps: [CoverageGap]) -> [String] {
    gaps.map { "\($0.rank) \($0.cell.row) \($0.cell.column)" }
  }

  @Test func `equals share a rank and keep the order of rows`() throws {
    let report = try assistance {
      nodes(["c", "d"], .countryCase)
      nodes(["i", "j"], .inhibitor)
    }.coverage()
    #expect(places(report.gaps()) == ["1 c i", "1 c j", "1 d i", "1 d j"])
  }

  @Test func `the rule ranks by state, then column, then row`() throws {
    let report = try assistance {
      nodes(["c", "d", "e"], .countryCase)
      nodes(["i", "j"], .inhibitor)
      node("a", .actor)
      actor("donors", .class)
      fact("f", by: ["a"], for: ["i"], in: "c")
      fact("g", by: ["donors"], for: ["j"], in: "c")
      fact("h", by: ["a"], for: ["j"], in: "d")
    }.coverage()
    // Column i is covered in one row, j in two. Rows open: c 1, d 1, e 2.
    #expect(places(report.gaps()) == ["1 e i", "2 d i", "3 e j", "4 c j"])
    #expect(report.gaps().map(\.coveredElsewhere) == [1, 1, 2, 1])
    #expect(report.gaps().map(\.openInRow) == [2, 1, 2, 1])
    #expect(report.gaps().map(\.columnCount) == [2, 2, 2, 2])
  }

  @Test func `after a shared rank the next counts those before it`() throws {
    let report = try assistance {
      nodes(["c", "d", "e"], .countryCase)
      nodes(["i", "j"], .inhibitor)
      node("a", .actor)
      fact("f", by: ["a"], for: ["i"], in: "c")
    }.coverage()
    #expect(places(report.gaps()) == ["1 d j", "1 e j", "3 c j", "4 d i", "4 e i"])
  }

  @Test func `the graver risk comes first, and a misspelt one is refused`() throws {
    func gaps(_ levels: [String]) throws -> [CoverageGap] {
      try assistance {
        zip(["c", "d", "e"], levels).map {
          node(NodeID($0), .countryCase, ["risk-level": .text($1)])
        }
        node("h", .countryCase)
        node("i", .inhibitor)
      }.coverage().gaps()
    }
    let ranked = try gaps(["serious-concern", "current-crisis", "imminent-risk"])
    #expect(ranked.map(\.cell.row) == ["d", "e", "c", "h"])
    #expect(ranked.map(\.riskLevel).first == "current-crisis")
    #expect(throws: (any Error).self) { try gaps(["crisis", "serious-concern", "imminent-risk"]) }
  }

  @Test func `numbers of a schema's own risk level rank by size, the least one too`() throws {
    func rows(_ levels: [PropertyValue]) throws -> [NodeID] {
      var schema = AssistanceSchema.standard
      schema.schema.add(
        NodeRule("site", "A site.", properties: [PropertyRule("risk-level", levels[0].type)])
      )
      schema.add(FactRole("site-of", "Where.", to: ["site"]))
      var question = CoverageQuestion()
      question.rows = "site-of"
      return try assistance(against: schema) {
        levels.indices.map { node(NodeID("s\($0)"), "site", ["risk-level": levels[$0]]) }
        node("i", .inhibitor)
      }.coverage(question).gaps().map(\.cell.row)
    }
    #expect(try rows([.integer(.min), .integer(3), .integer(.max)]) == ["s2", "s1", "s0"])
    #expect(try rows([.decimal(0.5), .decimal(-1), .decimal(2.5)]) == ["s2", "s0", "s1"])
    #expect(try rows([.decimal(.nan), .decimal(1)]) == ["s1", "s0"])
  }

  @Test func `who does it elsewhere comes with rows and facts, those in most rows first`() throws {
    let report = try assistance {
      nodes(["c", "d", "e"], .countryCase)
      node("i", .inhibitor)
      nodes(["a", "b"], .actor)
      fact("f", by: ["a", "b"], for: ["i"], in: "d")
      fact("g", by: ["b"], for: ["i"], in: "e")
      fact("h", by: ["b"], for: ["i"], in: "e")
    }.coverage()
    let gap = try #require(report.gaps().first)
    #expect(gap.cell.row == "c")
    #expect(gap.elsewhere.map(\.provider) == ["b", "a"])
    #expect(gap.elsewhere.map(\.rows) == [["d", "e"], ["d"]])
    #expect(gap.elsewhere.map(\.facts) == [["f", "g", "h"], ["f"]])
    #expect(gap.coveredElsewhere == 2)
  }

  @Test func `the gap's own row is not elsewhere`() throws {
    let report = try assistance {
      nodes(["c", "d", "e", "g"], .countryCase)
      node("i", .inhibitor)
      actor("donors", .class)
      node("a", .actor)
      fact("f", by: ["donors"], for: ["i"], in: "c")
      fact("g1", by: ["donors"], for: ["i"], in: "d")
      fact("h", by: ["a"], for: ["i"], in: "e")
      fact("k", by: ["a"], for: ["i"], in: "g")
    }.coverage()
    let gap = try #require(report.gaps().first { $0.cell.row == "c" })
    #expect(gap.cell.state == .unnamedOnly)
    #expect(gap.elsewhere.map(\.provider) == ["a", "donors"])
    #expect(gap.elsewhere.map(\.rows) == [["e", "g"], ["d"]])
    #expect(gap.coveredElsewhere == 3)
  }

  @Test func `one gap without its own row leaves the column's other gaps as they are`() throws {
    let report = try assistance {
      nodes(["c", "d", "e", "g", "h", "k"], .countryCase)
      node("i", .inhibitor)
      actor("donors", .class)
      node("a", .actor)
      fact("f1", by: ["donors"], for: ["i"], in: "c")
      fact("f2", by: ["donors"], for: ["i"], in: "d")
      fact("f3", by: ["a"], for: ["i"], in: "e")
      fact("f4", by: ["a"], for: ["i"], in: "g")
    }.coverage()
    let gaps = report.gaps()
    #expect(places(gaps) == ["1 h i", "1 k i", "3 c i", "3 d i"])
    #expect(
      gaps.map { $0.elsewhere.map(\.provider) } == [
        ["donors", "a"], ["donors", "a"], ["a", "donors"], ["a", "donors"],
      ]
    )
    #expect(
      gaps.map { $0.elsewhere.flatMap(\.facts) } == [
        ["f1", "f2", "f3", "f4"], ["f1", "f2", "f3", "f4"], ["f3", "f4", "f2"], ["f3", "f4", "f1"],
      ]
    )
    #expect(gaps.map(\.coveredElsewhere) == [4, 4, 3, 3])
  }

  @Test func `general statements about the column come with the gap`() throws {
    let report = try assistance {
      node("c", .countryCase)
      nodes(["i", "j"], .inhibitor)
      node("a", .actor)
      fact("f", by: ["a"], for: ["j"])
    }.coverage()
    #expect(report.gaps().map { $0.general.map(\.id) } == [[], ["a"]])
  }

  @Test func `unfiled facts are those of the row that the cell does not leave out`() throws {
    let report = try assistance {
      node("c", .countryCase)
      nodes(["i", "j"], .inhibitor)
      node("a", .actor)
      fact("f", by: ["a"], in: "c")
      fact("g", by: ["a"], for: ["j"], in: "c", basis: .thematic)
    }.coverage()
    let gaps = report.gaps()
    #expect(gaps.map(\.unfiledFacts) == [["f", "g"], ["f"]])
    #expect(gaps[1].cell.leftOut.map(\.witness.fact) == ["g"])
  }

  @Test func `cells with one provider are gaps when asked for, after the others`() throws {
    let report = try assistance {
      nodes(["c", "d"], .countryCase)
      node("i", .inhibitor)
      node("a", .actor)
      fact("f", by: ["a"], for: ["i"], in: "c")
    }.coverage()
    #expect(places(report.gaps([.nobody, .unnamedOnly, .one])) == ["1 d i", "2 c i"])
    #expect(places(report.gaps([.one])) == ["1 c i"])
    #expect(report.gaps([.one]).map(\.coveredElsewhere) == [0])
    #expect(report.gaps([.one]).map { $0.elsewhere.count } == [0])
    #expect(report.gaps([]).isEmpty)
  }

  @Test func `marked cells are no gaps`() throws {
    var question = CoverageQuestion()
    question.notNeeded = [.init(row: "c", column: nil, reason: "at peace")]
    question.unobservable = [.init(row: "d", column: nil, reason: "no survey")]
    let report = try assistance {
      nodes(["c", "d", "e"], .countryCase)
      node("i", .inhibitor)
    }.coverage(question)
    #expect(report.gaps().map(\.cell.row) == ["e"])
    #expect(report.gaps([.unobservable]).map(\.cell.row) == ["d"])
  }
}
