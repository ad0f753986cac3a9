import AssistanceModel
import AssistanceTestSupport
import CoverageAnalysis
import GraphCore
import Testing

@Suite struct RollUpTests {
  /// The providers of the one cell, each of which has a fact of its own.
  private func providers(
    _ facts: [NodeID],
    period: Validity? = nil,
    @GraphBuilder _ elements: () -> [GraphElement]
  ) throws -> CoverageCell {
    var question = CoverageQuestion()
    question.rollUp = .partOf
    question.period = period
    let report = try assistance {
      node("c", .countryCase)
      node("i", .inhibitor)
      elements()
      facts.flatMap { fact(NodeID("fact-\($0)"), by: [$0], for: ["i"], in: "c") }
    }.coverage(question)
    return try #require(report.cell("c", "i"))
  }

  @Test func `parts count as one whole, with the facts of all`() throws {
    let cell = try providers(["a", "b"]) {
      nodes(["a", "b", "whole"], .actor)
      edge("a", .partOf, "whole")
      edge("b", .partOf, "whole")
    }
    #expect(cell.state == .one)
    #expect(cell.providers.map(\.id) == ["whole"])
    #expect(cell.providers.first?.witnesses.map(\.fact) == ["fact-a", "fact-b"])
  }

  @Test func `a fact by two parts is one witness of their whole`() throws {
    var question = CoverageQuestion()
    question.rollUp = .partOf
    let report = try assistance {
      node("c", .countryCase)
      node("i", .inhibitor)
      nodes(["a", "b", "whole"], .actor)
      edge("a", .partOf, "whole")
      edge("b", .partOf, "whole")
      fact("f", by: ["a", "b"], for: ["i"], in: "c")
    }.coverage(question)
    #expect(report.cell("c", "i")?.providers.map { $0.witnesses.count } == [1])
  }

  @Test func `a chain is followed to its top`() throws {
    let cell = try providers(["desk", "office", "top"]) {
      nodes(["desk", "office", "top"], .actor)
      edge("desk", .partOf, "office")
      edge("office", .partOf, "top")
    }
    #expect(cell.providers.map(\.id) == ["top"])
  }

  @Test func `of two wholes the first counts`() throws {
    let cell = try providers(["a"]) {
      nodes(["a", "second", "first"], .actor)
      edge("a", .partOf, "first")
      edge("a", .partOf, "second")
    }
    #expect(cell.providers.map(\.id) == ["first"])
  }

  @Test func `on a circle everybody counts alone, and who leads into it as where it enters`() throws
  {
    let cell = try providers(["a", "b", "tail", "self"]) {
      nodes(["tail", "a", "b", "self"], .actor)
      edge("tail", .partOf, "a")
      edge("a", .partOf, "b")
      edge("b", .partOf, "a")
      edge("self", .partOf, "self")
    }
    #expect(cell.providers.map(\.id) == ["a", "b", "self"])
    #expect(cell.providers.first?.witnesses.map(\.fact) == ["fact-a", "fact-tail"])
  }

  @Test func `a loop does not hide a whole`() throws {
    let cell = try providers(["a"]) {
      nodes(["a", "whole"], .actor)
      edge("a", .partOf, "a")
      edge("a", .partOf, "whole")
    }
    #expect(cell.providers.map(\.id) == ["whole"])
  }

  @Test func `a name is never lost in a class`() throws {
    let cell = try providers(["a", "b"]) {
      nodes(["a", "b"], .actor)
      actor("donors", .class)
      edge("a", .partOf, "donors")
      edge("b", .partOf, "donors")
    }
    #expect(cell.state == .several)
    #expect(cell.providers.map(\.id) == ["a", "b"])
  }

  @Test func `a class counts as the class or name that it is part of`() throws {
    let cell = try providers(["some", "few"]) {
      actor("some", .class)
      actor("few", .placeholder)
      actor("donors", .class)
      node("club", .actor)
      edge("some", .partOf, "donors")
      edge("few", .partOf, "club")
    }
    #expect(cell.providers.map(\.id) == ["donors", "club"])
    #expect(cell.state == .several)
  }

  @Test func `a part that left before the period counts by itself`() throws {
    let cell = try providers(["a"], period: during("2010")) {
      nodes(["a", "whole"], .actor)
      edge("a", .partOf, "whole", valid: during("2009"))
    }
    #expect(cell.providers.map(\.id) == ["a"])
  }

  @Test func `a long chain into a circle is followed once`() throws {
    let chain = (0..<3_000).map { NodeID("a\($0)") }
    let cell = try providers(Array(chain.prefix(2))) {
      nodes(chain, .actor)
      zip(chain, chain.dropFirst()).map { edge($0, .partOf, $1) }
      edge("a2999", .partOf, "a2998")
    }
    #expect(cell.providers.map(\.id) == ["a2998"])
  }
}
