import AssistanceModel
import AssistanceTestSupport
import CoverageAnalysis
import GraphCore
import TestSupport
import Testing

@Suite struct LikelihoodTests {
  private func cell(
    _ rules: CertaintyRules = CertaintyRules(),
    @GraphBuilder _ facts: () -> [GraphElement]
  ) throws -> CoverageLikelihood.Cell {
    let graph = try assistance {
      nodes(["kenya"], .countryCase)
      nodes(["media"], .inhibitor)
      nodes(["talks"], .measure)
      nodes(["un", "au", "eu"], .actor)
      facts()
    }
    return try #require(graph.coverage().likelihood(rules).cells.first)
  }

  private func likely(
    _ id: NodeID,
    by providers: [NodeID],
    _ properties: KeyValuePairs<String, PropertyValue>
  ) -> [GraphElement] {
    [node(id, .assistance, properties)] + providers.map { edge(id, .provider, $0) } + [
      edge(id, .inhibitor, "media"), edge(id, .countryCase, "kenya"),
    ]
  }

  @Test func `a statement that says nothing of it is certain`() throws {
    let cell = try cell { fact("f", by: ["au"], for: ["media"], in: "kenya") }
    #expect(cell.probability == .certain)
    #expect(cell.method == .certain)
    #expect(cell.facts == ["f"])
  }

  @Test func `nobody is never there`() throws {
    let cell = try cell { [] }
    #expect(cell.probability == .impossible)
    #expect(cell.anyDependence == .impossible)
  }

  @Test func `two providers fail apart, and without independence only bounds are left`() throws {
    let cell = try cell {
      likely("f", by: ["au"], ["probability": .decimal(0.5)])
      likely("g", by: ["un"], ["probability": .decimal(0.8)])
    }
    #expect(abs(cell.probability.low - 0.9) < 1e-12)
    #expect(cell.probability.isExact)
    #expect(cell.anyDependence == ProbabilityRange(from: 0.8, through: 1))
    #expect(cell.method == .exact)
  }

  @Test func `a fact of two providers puts both there or neither`() throws {
    let cell = try cell { likely("f", by: ["au", "un"], ["probability": .decimal(0.5)]) }
    #expect(cell.probability == ProbabilityRange(0.5))
    #expect(cell.providers == ["au", "un"])
  }

  @Test func `a word of confidence is a range, and so is the answer`() throws {
    let cell = try cell { likely("f", by: ["au"], ["confidence": .text("likely")]) }
    #expect(cell.probability == ProbabilityRange(from: 0.55, through: 0.8))
  }

  @Test func `a probability goes before a word, a word before a basis, a basis before the rest`()
    throws
  {
    var rules = CertaintyRules()
    rules.bases[.explicit] = ProbabilityRange(0.5)
    rules.otherwise = .impossible
    func range(_ properties: KeyValuePairs<String, PropertyValue>) throws -> ProbabilityRange {
      try cell(rules) { likely("f", by: ["au"], properties) }.probability
    }
    let word = PropertyValue.text("remote")
    #expect(try range(["probability": .decimal(0.25), "confidence": word]).low == 0.25)
    let remote = try range(["confidence": word])
    #expect(abs(remote.low - 0.01) < 1e-12 && abs(remote.high - 0.05) < 1e-12)
    #expect(try range(["confidence": .text("who knows")]).low == 0.5)
    #expect(try range([:]).low == 0.5)
    rules.bases = [:]
    #expect(try range([:]) == .impossible)
  }

  @Test func `a relation that leads to the column must hold too, once for all facts`() throws {
    var question = CoverageQuestion()
    question.bases = Set(Basis.allCases)
    let graph = try assistance {
      nodes(["kenya"], .countryCase)
      nodes(["media"], .inhibitor)
      nodes(["talks"], .measure)
      nodes(["un", "au"], .actor)
      fact("f", by: ["au"], with: "talks", in: "kenya")
      fact("g", by: ["un"], with: "talks", in: "kenya")
      edge("talks", .strengthens, "media", ["probability": .decimal(0.6)])
    }
    var rules = CertaintyRules()
    rules.bases[.explicit] = ProbabilityRange(0.5)
    let cell = try #require(graph.coverage(question).likelihood(rules).cells.first)
    // The relation holds, and of two facts at least one: 0.6 · 0.75.
    #expect(abs(cell.probability.low - 0.45) < 1e-12)
  }

  @Test func `providers who are not named do not count, nor cells where nothing is needed`() throws
  {
    var question = CoverageQuestion()
    question.notNeeded = [.init(row: nil, column: "media", reason: "so")]
    let graph = try assistance {
      nodes(["kenya"], .countryCase)
      nodes(["media", "justice"], .inhibitor)
      actor("donors", .class)
      fact("f", by: ["donors"], for: ["justice", "media"], in: "kenya")
    }
    let likelihood = graph.coverage(question).likelihood(CertaintyRules())
    #expect(likelihood.cells.map(\.column) == ["justice"])
    #expect(likelihood.cells.map(\.probability) == [.impossible])
    #expect(likelihood.expectedGaps.low == 1)
  }

  @Test func `what is tied together too much is sampled, with an interval that holds`() throws {
    // 25 facts, each of two neighbours in a ring of providers: all tied together.
    let graph = try assistance {
      nodes(["kenya"], .countryCase)
      nodes(["media"], .inhibitor)
      nodes((0..<25).map { NodeID("a\($0)") }, .actor)
      (0..<25).flatMap { number -> [GraphElement] in
        likely(
          NodeID("f\(number)"),
          by: [NodeID("a\(number)"), NodeID("a\((number + 1) % 25)")],
          ["probability": .decimal(0.02)]
        )
      }
    }
    let report = graph.coverage()
    let cell = try #require(report.likelihood(CertaintyRules()).cells.first)
    #expect(cell.method == .sampled)
    let truth = 1 - (0..<25).reduce(1.0) { chance, _ in chance * 0.98 }
    #expect(cell.probability.low <= truth && truth <= cell.probability.high)
    #expect(cell.probability.high - cell.probability.low < 0.03)
    #expect(cell == report.likelihood(CertaintyRules()).cells.first)
    #expect(cell != report.likelihood(CertaintyRules(), seed: 2).cells.first)
  }
}

@Suite struct LikelihoodLawTests {
  /// A small cell in which statements speak for several providers.
  private struct RandomEvents {
    var providerCount: Int
    var chances: [Double]
    var facts: [(statement: Int, providers: [Int], relation: Int?)]
    var relationCount: Int

    init(seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      let providers = Int.random(in: 1...4, using: &random)
      providerCount = providers
      relationCount = Int.random(in: 0...2, using: &random)
      let factCount = Int.random(in: 0...6, using: &random)
      chances = (0..<factCount + relationCount).map { _ in
        [0, 0.2, 0.5, 0.9, 1].randomElement(using: &random) ?? 0
      }
      let relations = relationCount
      facts = (0..<factCount).map { number in
        let count = Int.random(in: 1...providers, using: &random)
        let relation = Int.random(in: 0...relations, using: &random)
        return (
          number, Array((0..<providers).shuffled(using: &random).prefix(count)),
          relation < relations ? factCount + relation : nil
        )
      }
    }

    func graph() throws -> AssistanceGraph {
      try assistance {
        nodes(["c"], .countryCase)
        nodes(["i"], .inhibitor)
        nodes((0..<providerCount).map { NodeID("a\($0)") }, .actor)
        nodes((0..<relationCount).map { NodeID("m\($0)") }, .measure)
        (0..<relationCount).map { number in
          edge(
            NodeID("m\(number)"),
            .strengthens,
            "i",
            ["probability": .decimal(chances[facts.count + number])]
          )
        }
        facts.flatMap { fact -> [GraphElement] in
          let id = NodeID("f\(fact.statement)")
          let ends =
            fact.relation.map { edge(id, .measure, NodeID("m\($0 - facts.count)")) }
            ?? edge(id, .inhibitor, "i")
          return [
            node(id, .assistance, ["probability": .decimal(chances[fact.statement])]), ends,
            edge(id, .countryCase, "c"),
          ] + fact.providers.map { edge(id, .provider, NodeID("a\($0)")) }
        }
      }
    }

    /// How likely so many providers are there, by trying every set of statements that holds.
    func plain(_ required: Int) -> Double {
      var sum = 0.0
      for set in 0..<1 << chances.count {
        var share = 1.0
        for (place, chance) in chances.enumerated() {
          share *= set >> place & 1 == 1 ? chance : 1 - chance
        }
        let held = facts.filter { fact in
          set >> fact.statement & 1 == 1 && (fact.relation.map { set >> $0 & 1 == 1 } ?? true)
        }
        if Set(held.flatMap(\.providers)).count >= required { sum += share }
      }
      return sum
    }
  }

  @Test(arguments: UInt64(0)..<200)
  func `probabilities are those of trying every set of statements`(_ seed: UInt64) throws {
    let random = RandomEvents(seed: seed)
    let report = try random.graph().coverage()
    let cell = try #require(report.likelihood(CertaintyRules()).cells.first)
    let truth = random.plain(1)
    #expect(abs(cell.probability.low - truth) < 1e-9)
    #expect(abs(cell.probability.high - truth) < 1e-9)
    #expect(cell.anyDependence.low <= truth + 1e-9)
    #expect(cell.anyDependence.high >= truth - 1e-9)
  }

  @Test(arguments: UInt64(0)..<100)
  func `the sum over cells is the expected number of covered cells`(_ seed: UInt64) throws {
    let random = RandomCoverage(seed: seed)
    var rules = CertaintyRules()
    rules.bases = [
      .explicit: ProbabilityRange(rounded: 0.8, 0.9),
      .thematic: ProbabilityRange(rounded: 0.3, 0.5),
    ]
    let report = try random.report()
    let likelihood = report.likelihood(rules)
    let (covered, gaps) = (likelihood.expectedCovered, likelihood.expectedGaps)
    #expect(abs(covered.low + gaps.high - Double(likelihood.cells.count)) < 1e-9)
    #expect(abs(covered.high + gaps.low - Double(likelihood.cells.count)) < 1e-9)
    for cell in likelihood.cells {
      // No chance where nobody is reported by name, and some where somebody is.
      #expect((cell.probability.high > 0) == (cell.state == .one || cell.state == .several))
      #expect(cell.anyDependence.low <= cell.probability.low + 1e-9)
      #expect(cell.anyDependence.high >= cell.probability.high - 1e-9)
    }
    let certain = report.likelihood(CertaintyRules())
    #expect(certain.expectedCovered.low == Double(certain.reportedCount))
    #expect(certain.expectedCovered.high == certain.expectedCovered.low)
  }
}
