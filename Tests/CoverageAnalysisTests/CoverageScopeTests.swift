import AssistanceModel
import AssistanceTestSupport
import CoverageAnalysis
import GraphCore
import Testing

@Suite struct CoverageScopeTests {
  /// The cell of one fact by `a` for `i` in `c`.
  private func cell(
    _ question: CoverageQuestion = CoverageQuestion(),
    basis: Basis = .explicit,
    modality: Modality = .does,
    evidence: EvidenceClass? = nil,
    valid validity: Validity = .always
  ) throws -> CoverageCell {
    let graph = try assistance {
      node("c", .countryCase)
      node("i", .inhibitor)
      node("a", .actor)
      fact(
        "f",
        by: ["a"],
        for: ["i"],
        in: "c",
        basis: basis,
        modality: modality,
        evidence: evidence,
        valid: validity
      )
    }
    return try #require(graph.coverage(question).cell("c", "i"))
  }

  @Test(arguments: [Basis.implied, .thematic, .ambiguous])
  func `a weaker basis is left out until it is asked for`(_ basis: Basis) throws {
    let strict = try cell(basis: basis)
    #expect(strict.state == .nobody)
    #expect(strict.leftOut.map(\.reasons) == [.basis])
    #expect(strict.leftOut.map(\.witness.basis) == [basis])
    #expect(strict.leftOut.map(\.providers) == [["a"]])
    var question = CoverageQuestion()
    question.bases.insert(basis)
    #expect(try cell(question, basis: basis).state == .one)
  }

  @Test(arguments: Modality.allCases.filter { $0 != .does })
  func `what was not done is left out until it is asked for`(_ modality: Modality) throws {
    let strict = try cell(modality: modality)
    #expect(strict.state == .nobody)
    #expect(strict.leftOut.map(\.reasons) == [.modality])
    var question = CoverageQuestion()
    question.modalities.insert(modality)
    let wide = try cell(question, modality: modality)
    #expect(wide.providers.map { $0.witnesses.map(\.modality) } == [[modality]])
  }

  @Test func `two facts of different bases: one counts, the other is left out`() throws {
    let report = try assistance {
      node("c", .countryCase)
      node("i", .inhibitor)
      nodes(["a", "b"], .actor)
      fact("f", by: ["a"], for: ["i"], in: "c")
      fact("g", by: ["b"], for: ["i"], in: "c", basis: .thematic)
    }.coverage()
    let cell = try #require(report.cell("c", "i"))
    #expect(cell.state == .one)
    #expect(cell.providers.map(\.id) == ["a"])
    #expect(cell.leftOut.map(\.witness.fact) == ["g"])
    #expect(report.unfiledFacts(row: 0) == ["g"])
  }

  @Test func `the class of evidence follows from basis and modality unless it is stated`() throws {
    var question = CoverageQuestion()
    question.bases = Set(Basis.allCases)
    question.modalities = Set(Modality.allCases)
    question.evidence = [.documented]
    #expect(try cell(question).state == .one)
    #expect(try cell(question, basis: .thematic).leftOut.map(\.reasons) == [.evidence])
    #expect(try cell(question, modality: .can).leftOut.map(\.reasons) == [.evidence])
    #expect(try cell(question, evidence: .coPresence).leftOut.map(\.reasons) == [.evidence])
    #expect(try cell(question, basis: .thematic, evidence: .documented).state == .one)
  }

  @Test func `every reason is told at once, in a fixed order`() throws {
    var question = CoverageQuestion()
    question.evidence = [.documented]
    question.period = during("2015")
    let cell = try cell(
      question,
      basis: .thematic,
      modality: .should,
      valid: during("2014")
    )
    #expect(cell.leftOut.map(\.reasons.names) == [["basis", "modality", "evidence", "time"]])
  }

  @Test(arguments: [
    ("2013", "2013", true), ("2013", "2014", false), ("2013", "2013-12-31", true),
    ("2013", "2014-01-01", false), ("2013-06", "2013-06-30", true),
    ("2013-06", "2013-07-01", false), ("2012-02-29", "2012-02", true),
  ])
  func `a fact counts if it shares a day with the period`(
    _ fact: String,
    _ period: String,
    _ counts: Bool
  ) throws {
    var question = CoverageQuestion()
    question.period = during(period)
    let cell = try cell(question, valid: during(fact))
    #expect(cell.state == (counts ? .one : .nobody))
    #expect(cell.leftOut.map(\.reasons) == (counts ? [] : [.time]))
  }

  @Test func `a fact without dates counts at any time, an open span up to its edge`() throws {
    var question = CoverageQuestion()
    question.period = during("2013")
    #expect(try cell(question).state == .one)
    let since = try #require(Validity(from: PartialDate("2013-12-31"), until: nil))
    let late = try #require(Validity(from: PartialDate("2014"), until: nil))
    let until = try #require(Validity(from: nil, until: PartialDate("2013-01-01")))
    #expect(try cell(question, valid: since).state == .one)
    #expect(try cell(question, valid: late).state == .nobody)
    #expect(try cell(question, valid: until).state == .one)
  }
}

@Suite struct ScopeSentenceTests {
  @Test func `tells the strict scope`() {
    #expect(
      CoverageQuestion().scopeSentence
        == "basis explicit; modality does; any time; every actor by itself"
    )
  }

  @Test func `tells what was widened or narrowed, firmest first`() {
    var question = CoverageQuestion()
    question.bases = [.thematic, .explicit]
    question.evidence = [.documented]
    question.period = during("2013")
    question.rollUp = .partOf
    #expect(
      question.scopeSentence
        == "basis explicit, thematic; modality does; evidence documented; in 2013; parts counted as"
        + " their wholes (part-of)"
    )
  }
}
