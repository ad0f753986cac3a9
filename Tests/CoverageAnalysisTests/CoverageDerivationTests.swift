import AssistanceModel
import AssistanceTestSupport
import CoverageAnalysis
import GraphCore
import Testing

@Suite struct CoverageDerivationTests {
  /// A fact by `a` with measure `m` in `c`, and inhibitors `i` and `j`.
  private func report(
    for inhibitors: [NodeID] = [],
    basis: Basis = .explicit,
    modality: Modality = .does,
    bases: Set<Basis> = [.explicit],
    period: Validity? = nil,
    @GraphBuilder _ relations: () -> [GraphElement]
  ) throws -> CoverageReport {
    var question = CoverageQuestion()
    question.bases = bases
    question.period = period
    return try assistance {
      node("c", .countryCase)
      nodes(["i", "j"], .inhibitor)
      node("a", .actor)
      node("m", .measure)
      fact("f", by: ["a"], with: "m", for: inhibitors, in: "c", basis: basis, modality: modality)
      relations()
    }.coverage(question)
  }

  @Test func `a measure leads to what it strengthens, with the relation as witness`() throws {
    let report = try report { edge("m", .strengthens, "j") }
    #expect(report.states == [.nobody, .one])
    let relation = try #require(report.graph.graph.edges(of: .strengthens).first)
    #expect(
      report.cell("c", "j")?.providers.flatMap(\.witnesses)
        == [CoverageWitness(fact: "f", via: relation.id, basis: .explicit, modality: .does)]
    )
    #expect(report.unfiledFacts(row: 0).isEmpty)
  }

  @Test(arguments: [
    (Basis.explicit, Basis.thematic, Basis.thematic), (.ambiguous, .implied, .ambiguous),
    (.implied, .thematic, .thematic),
  ])
  func `both the basis of the fact and that of the relation must count`(
    _ fact: Basis,
    _ relation: Basis,
    _ weaker: Basis
  ) throws {
    func report(_ bases: Set<Basis>) throws -> CoverageReport {
      try self.report(basis: fact, bases: bases) {
        edge("m", .strengthens, "j", ["basis": .text(relation.rawValue)])
      }
    }
    let strict = try report([.explicit])
    #expect(strict.states == [.nobody, .nobody])
    #expect(strict.cell("c", "j")?.leftOut.map(\.witness.basis) == [weaker])
    #expect(strict.cell("c", "j")?.leftOut.map(\.reasons) == [.basis])
    #expect(strict.unfiledFacts(row: 0) == ["f"])
    #expect(try report([weaker]).states == [.nobody, .nobody])
    #expect(try report([fact, relation]).states == [.nobody, .one])
  }

  @Test func `what a fact names is not derived a second time`() throws {
    let report = try report(for: ["i"]) {
      edge("m", .strengthens, "i")
      edge("m", .strengthens, "i", ["basis": .text("thematic")])
      edge("m", .strengthens, "j")
    }
    #expect(report.states == [.one, .one])
    #expect(report.cell("c", "i")?.providers.flatMap(\.witnesses).map(\.via) == [nil])
    #expect(report.cell("c", "i")?.leftOut.isEmpty == true)
  }

  @Test func `parallel relations are witnesses of one provider`() throws {
    let report = try report {
      edge("m", .strengthens, "j")
      edge("m", .strengthens, "j")
    }
    #expect(report.states == [.nobody, .one])
    #expect(report.cell("c", "j")?.providers.first?.witnesses.count == 2)
  }

  @Test func `a relation counts only when it holds`() throws {
    func states(_ period: Validity?) throws -> [CoverageState] {
      try report(period: period) { edge("m", .strengthens, "j", valid: during("2005")) }.states
    }
    #expect(try states(nil) == [.nobody, .one])
    #expect(try states(during("2005-12")) == [.nobody, .one])
    #expect(try states(during("2006")) == [.nobody, .nobody])
  }

  @Test func `a relation that only may hold shows nothing that was done`() throws {
    let report = try report { edge("m", .strengthens, "j", ["modality": .text("can")]) }
    #expect(report.states == [.nobody, .nobody])
    let omission = try #require(report.cell("c", "j")?.leftOut.first)
    #expect(omission.reasons == .modality)
    #expect(omission.witness.modality == .can)
  }

  @Test func `a reading by subject is no documented evidence, whatever the fact says`() throws {
    var question = CoverageQuestion()
    question.bases = [.explicit, .thematic]
    question.evidence = [.documented]
    let report = try assistance {
      node("c", .countryCase)
      node("i", .inhibitor)
      node("a", .actor)
      node("m", .measure)
      fact("f", by: ["a"], with: "m", in: "c", evidence: .documented)
      edge("m", .strengthens, "i", ["basis": .text("thematic")])
    }.coverage(question)
    #expect(report.cell("c", "i")?.leftOut.map(\.reasons) == [.evidence])
  }

  @Test func `without ways nothing is derived`() throws {
    var question = CoverageQuestion()
    question.derivations = []
    let report = try assistance {
      node("c", .countryCase)
      node("i", .inhibitor)
      node("a", .actor)
      node("m", .measure)
      fact("f", by: ["a"], with: "m", in: "c")
      edge("m", .strengthens, "i")
    }.coverage(question)
    #expect(report.states == [.nobody])
    #expect(report.unfiledFacts(row: 0) == ["f"])
  }

  @Test func `two ways may lead to one column, each with its relation`() throws {
    var question = CoverageQuestion()
    question.derivations.append(.init(role: .form, relation: .strengthens))
    let report = try assistance {
      node("c", .countryCase)
      node("i", .inhibitor)
      node("a", .actor)
      node("m", .measure)
      node("o", .form)
      fact("f", by: ["a"], with: "m", in: "c")
      edge("f", .form, "o")
      edge("m", .strengthens, "i")
      edge("o", .strengthens, "i")
    }.coverage(question)
    #expect(report.states == [.one])
    #expect(report.cell("c", "i")?.providers.first?.witnesses.map(\.fact) == ["f", "f"])
  }
}
