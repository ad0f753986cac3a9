import AssistanceModel
import AssistanceTestSupport
import CoverageAnalysis
import GraphCore
import Testing

@Suite struct CoverageStateTests {
  /// One case and one inhibitor, and what else is given.
  private func report(
    _ question: CoverageQuestion = CoverageQuestion(),
    @GraphBuilder _ elements: () -> [GraphElement]
  ) throws -> CoverageReport {
    try assistance {
      node("c", .countryCase)
      node("i", .inhibitor)
      elements()
    }.coverage(question)
  }

  @Test func `an empty graph has no cells`() throws {
    let report = try assistance {}.coverage()
    #expect(report.rows.isEmpty && report.columns.isEmpty && report.states.isEmpty)
    #expect(report.cells.isEmpty && report.gaps().isEmpty)
    #expect(report.cell("c", "i") == nil)
  }

  @Test func `rows without columns make no cells`() throws {
    let report = try assistance { node("c", .countryCase) }.coverage()
    #expect(report.rows == ["c"])
    #expect(report.states.isEmpty && report.gaps().isEmpty && report.unfiledFacts(row: 0).isEmpty)
  }

  @Test func `nobody is reported where there are no facts`() throws {
    let report = try report {}
    #expect(report.states == [.nobody])
    #expect(report.cell("c", "i")?.providers.isEmpty == true)
    #expect(report.coveredCount == 0)
  }

  @Test func `one fact makes one provider, with the fact as witness`() throws {
    let report = try report {
      node("a", .actor)
      fact("f", by: ["a"], for: ["i"], in: "c")
    }
    #expect(report.states == [.one])
    let provider = try #require(report.cell("c", "i")?.providers.first)
    #expect(provider.id == "a")
    #expect(provider.designation == .named)
    #expect(
      provider.witnesses
        == [CoverageWitness(fact: "f", via: nil, basis: .explicit, modality: .does)]
    )
    #expect(report.factCount == 1 && report.countedFactCount == 1)
  }

  @Test func `two providers of one fact are several`() throws {
    let report = try report {
      nodes(["a", "b"], .actor)
      fact("f", by: ["b", "a"], for: ["i"], in: "c")
    }
    #expect(report.states == [.several])
    #expect(report.cell("c", "i")?.providers.map(\.id) == ["b", "a"])
  }

  @Test func `a provider of two facts counts once, with both as witnesses`() throws {
    let report = try report {
      node("a", .actor)
      fact("f", by: ["a"], for: ["i"], in: "c")
      fact("g", by: ["a"], for: ["i"], in: "c")
    }
    #expect(report.states == [.one])
    #expect(report.cell("c", "i")?.providers.map { $0.witnesses.map(\.fact) } == [["f", "g"]])
  }

  @Test func `an end that a fact names twice counts once`() throws {
    let report = try report {
      node("a", .actor)
      fact("f", by: ["a", "a"], for: ["i", "i"], in: "c")
      fact("g", by: ["a"], for: ["i", "i"], in: "c", basis: .thematic)
    }
    let cell = try #require(report.cell("c", "i"))
    #expect(cell.providers.map { $0.witnesses.map(\.fact) } == [["f"]])
    #expect(cell.leftOut.map(\.witness.fact) == ["g"])
    #expect(cell.leftOut.map(\.providers) == [["a"]])
  }

  @Test(arguments: [Designation.class, .placeholder])
  func `somebody unnamed alone is unnamed only`(_ designation: Designation) throws {
    let report = try report {
      actor("some", designation)
      fact("f", by: ["some"], for: ["i"], in: "c")
    }
    #expect(report.states == [.unnamedOnly])
    #expect(report.cell("c", "i")?.providers.map(\.designation) == [designation])
    #expect(report.coveredCount == 1)
  }

  @Test func `several classes without a name are unnamed only`() throws {
    let report = try report {
      actor("donors", .class)
      actor("other", .placeholder)
      fact("f", by: ["donors", "other"], for: ["i"], in: "c")
    }
    #expect(report.states == [.unnamedOnly])
  }

  @Test func `a name beside a class is several`() throws {
    let report = try report {
      node("a", .actor)
      actor("donors", .class)
      fact("f", by: ["donors", "a"], for: ["i"], in: "c")
    }
    #expect(report.states == [.several])
  }

  @Test func `a fact that names no provider is reported activity by somebody unnamed`() throws {
    let report = try report { fact("f", for: ["i"], in: "c") }
    #expect(report.states == [.unnamedOnly])
    let cell = try #require(report.cell("c", "i"))
    #expect(cell.providers.isEmpty)
    #expect(cell.unattributed.map(\.fact) == ["f"])
  }

  @Test func `a fact that names no provider adds none to those named`() throws {
    let report = try report {
      node("a", .actor)
      fact("f", for: ["i"], in: "c")
      fact("g", by: ["a"], for: ["i"], in: "c")
    }
    #expect(report.states == [.one])
    #expect(report.cell("c", "i")?.unattributed.map(\.fact) == ["f"])
  }

  @Test func `a fact for several inhibitors counts in each`() throws {
    let report = try assistance {
      node("c", .countryCase)
      nodes(["i", "j", "k"], .inhibitor)
      node("a", .actor)
      fact("f", by: ["a"], for: ["k", "i"], in: "c")
    }.coverage()
    #expect(report.states == [.one, .nobody, .one])
    #expect(report.countedFactCount == 1)
  }

  @Test func `every state has its own words and sign`() {
    let states = CoverageState.allCases
    #expect(Set(states.map(\.phrase)).count == states.count)
    #expect(Set(states.map(\.sign)).count == states.count)
    #expect(CoverageState.nobody.phrase == "no reported activity")
    #expect(states.filter(\.isCovered) == [.unnamedOnly, .one, .several])
  }
}
