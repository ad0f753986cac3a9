import AssistanceModel
import AssistanceTestSupport
import CoverageAnalysis
import GraphCore
import Testing

@Suite struct GeneralStatementTests {
  /// Somebody, a measure that builds `i`, and what else is given.
  private func report(
    _ question: CoverageQuestion = CoverageQuestion(),
    @GraphBuilder _ elements: () -> [GraphElement]
  ) throws -> CoverageReport {
    try assistance {
      nodes(["c", "d"], .countryCase)
      nodes(["i", "j"], .inhibitor)
      nodes(["a", "b"], .actor)
      node("m", .measure)
      edge("m", .strengthens, "i")
      elements()
    }.coverage(question)
  }

  @Test func `a fact without a case speaks for the column and covers no cell`() throws {
    let report = try report {
      fact("f", by: ["b", "a"], for: ["j"])
      fact("g", by: ["a"], for: ["j"])
    }
    #expect(report.coveredCount == 0)
    #expect(report.general.map(\.column) == ["i", "j"])
    #expect(report.general[0].providers.isEmpty)
    #expect(report.general[1].providers.map(\.id) == ["a", "b"])
    #expect(report.general[1].providers.map(\.facts) == [["f", "g"], ["f"]])
    #expect(report.general[1].providers.map(\.edges) == [[], []])
  }

  @Test func `a fact without a case reaches what its measure strengthens`() throws {
    let report = try report { fact("f", by: ["a"], with: "m") }
    let provider = try #require(report.general[0].providers.first)
    #expect(provider.facts == ["f"])
    #expect(provider.witnesses.map(\.via) == [EdgeID(rawValue: 0)])
    #expect(report.general[1].providers.isEmpty)
  }

  @Test func `a fact in a case that is not asked of is no general statement`() throws {
    var question = CoverageQuestion()
    question.onlyRows = ["d"]
    let report = try report(question) { fact("f", by: ["a"], for: ["i"], in: "c") }
    #expect(report.states == [.nobody, .nobody])
    #expect(report.general.map(\.providers) == [[], []])
  }

  @Test func `an offer speaks for what it strengthens, with both relations`() throws {
    let report = try report { edge("a", .provides, "m") }
    let provider = try #require(report.general[0].providers.first)
    #expect(provider.id == "a")
    #expect(provider.edges == [EdgeID(rawValue: 1), EdgeID(rawValue: 0)])
    #expect(provider.facts.isEmpty)
    #expect(report.coveredCount == 0)
  }

  @Test func `an offer that a fact with a row repeats is none`() throws {
    let report = try report {
      edge("a", .provides, "m")
      edge("b", .provides, "m")
      fact("f", by: ["a"], with: "m", in: "c", modality: .mandated)
    }
    #expect(report.general[0].providers.map(\.id) == ["b"])
  }

  @Test func `an offer that a fact without a row repeats stays`() throws {
    let report = try report {
      edge("a", .provides, "m")
      fact("f", by: ["a"], with: "m")
    }
    let provider = try #require(report.general[0].providers.first)
    #expect(provider.edges.count == 2 && provider.facts == ["f"])
  }

  @Test func `two ways over one relation tell of an offer once`() throws {
    var question = CoverageQuestion()
    question.derivations.append(.init(role: .form, relation: .strengthens))
    func edges(@GraphBuilder _ elements: () -> [GraphElement]) throws -> [[EdgeID]] {
      try report(question) {
        edge("a", .provides, "m")
        elements()
      }.general[0].providers.map(\.edges)
    }
    #expect(try edges {}.map(\.count) == [2])
    #expect(try edges { fact("f", by: ["a"], with: "m", in: "c") } == [])
  }

  @Test func `general statements keep to the scope, by the weaker of two`() throws {
    func providers(_ question: CoverageQuestion = CoverageQuestion()) throws -> [NodeID] {
      try report(question) {
        node("n", .measure)
        edge("n", .strengthens, "j", ["basis": .text("thematic")])
        edge("a", .provides, "n")
        fact("f", by: ["b"], for: ["j"], modality: .can)
      }.general[1].providers.map(\.id)
    }
    #expect(try providers() == [])
    var question = CoverageQuestion()
    question.bases.insert(.thematic)
    #expect(try providers(question) == ["a"])
    question.modalities.insert(.can)
    #expect(try providers(question) == ["a", "b"])
  }

  @Test func `general statements keep to the period`() throws {
    func providers(_ year: String) throws -> [NodeID] {
      var question = CoverageQuestion()
      question.period = during(year)
      return try report(question) {
        edge("a", .provides, "m", valid: during("2005"))
        fact("f", by: ["b"], for: ["i"], valid: during("2006"))
      }.general[0].providers.map(\.id)
    }
    #expect(try providers("2005") == ["a"])
    #expect(try providers("2006") == ["b"])
  }

  @Test func `parts count as their whole here too`() throws {
    var question = CoverageQuestion()
    question.rollUp = .partOf
    let report = try report(question) {
      node("whole", .actor)
      edge("a", .partOf, "whole")
      edge("b", .partOf, "whole")
      edge("a", .provides, "m")
      fact("f", by: ["b"], for: ["i"])
    }
    #expect(report.general[0].providers.map(\.id) == ["whole"])
    #expect(report.general[0].providers.map(\.facts) == [["f"]])
  }

  @Test func `a general statement without a provider stays visible in the count of facts`() throws {
    let report = try report { fact("f", for: ["i"]) }
    #expect(report.general[0].providers.isEmpty)
    #expect(report.factCount == 1 && report.countedFactCount == 0)
  }
}
