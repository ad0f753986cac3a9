public import AssistanceModel
internal import GraphCore

extension CoverageReport {
  /// How likely each cell has as many named providers as it needs.
  ///
  /// A provider is there if one of its facts holds, and with it the relation that leads to the
  /// column, if one does. Statements hold or fail each by itself; a fact with several providers, or
  /// a relation that several facts need, ties them together, which is taken into account. Bounds
  /// that hold however statements depend on each other stand beside.
  ///
  /// A cell is calculated exactly by conditioning on the statements that tie providers together, and
  /// counted in random samples where these are too many.
  ///
  ///     let rules = CertaintyRules(collection.metadata.question.confidence)
  ///     collection.graph.coverage().likelihood(rules).expectedCovered
  ///
  /// - Parameters:
  ///   - rules: How likely statements hold.
  ///   - sampleCount: How many samples a cell gets that cannot be calculated; at least one.
  ///   - level: The share of samples in which their interval would hold the truth, above 0 and
  ///     below 1.
  ///   - seed: The seed of the samples; the same one gives the same answer.
  /// - Returns: The cells where something is needed and could be seen.
  /// - Complexity: O(2^*s*·*e*) for each cell with *e* facts and *s* statements that tie providers
  ///   together, to a limit; then O(*k*·*e*) for *k* samples.
  public func likelihood(
    _ rules: CertaintyRules,
    sampleCount: Int = 20_000,
    level: Double = 0.95,
    seed: UInt64 = 1
  ) -> CoverageLikelihood {
    precondition(sampleCount > 0, "an estimate needs samples")
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    var certainty = StatementCertainty(graph, rules)
    let nodes = graph.graph.nodes
    var cells: [CoverageLikelihood.Cell] = []
    for cell in states.indices {
      let required = required(of: cell)
      guard states[cell] != .notNeeded, states[cell] != .unobservable, required > 0 else {
        continue
      }
      let events = CellEvents(self, cell, &certainty)
      let count = ProviderCount(events, required: required)
      var method = CoverageLikelihood.Method.exact
      let probability: ProbabilityRange
      if count.isCertainOutright {
        method = .certain
        probability = events.providers.count >= required ? .certain : .impossible
      } else if let exact = count.exact() {
        probability = exact
      } else {
        method = .sampled
        var generator = SplitMix64(seed: seed &+ UInt64(cell) &* 0x9E37_79B9_7F4A_7C15)
        probability = count.sampled(sampleCount, level: level, using: &generator)
      }
      cells.append(
        CoverageLikelihood.Cell(
          row: rows[cell / columns.count],
          column: columns[cell % columns.count],
          state: states[cell],
          required: required,
          providers: events.providers.map { nodes[Int($0)].id },
          probability: probability,
          anyDependence: method == .certain ? probability : count.bounds(),
          method: method,
          facts: events.facts.map { nodes[Int(graph.facts.nodeRows[Int($0)])].id }
        )
      )
    }
    return CoverageLikelihood(
      report: self,
      rules: rules,
      cells: cells,
      statementCount: certainty.ranges.count,
      uncertainCount: certainty.ranges.values.count { $0 != .certain },
      sampleCount: sampleCount,
      level: level
    )
  }
}
