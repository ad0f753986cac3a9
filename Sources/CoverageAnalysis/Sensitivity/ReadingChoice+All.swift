internal import AssistanceModel
internal import GraphCore

extension ReadingChoice {
  /// The choices of a question in which another way could change something in a graph.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - statements: Every statement of its matrix.
  ///   - graph: The graph.
  ///   - hasDuplicates: Whether some actors are probably one.
  /// - Returns: The choices, in the order of ``Subject``.
  static func all(
    _ question: CoverageQuestion,
    _ statements: ReadingStatements,
    _ graph: AssistanceGraph,
    hasDuplicates: Bool
  ) -> [ReadingChoice] {
    let traits = statements.signatures.flatMap { [$0.fact, $0.relation].compactMap(\.self) }
    // A basis matters too where marks say that what it could show cannot be seen without it.
    let bases = Set(traits.map(\.basis)).union(question.unobservable.flatMap(\.unless))
    var choices = [
      words(.basis, question.bases, occurring: bases) { .bases($0) },
      words(.modality, question.modalities, occurring: Set(traits.map(\.modality))) {
        .modalities($0)
      },
      words(.evidence, question.evidence, occurring: Set(traits.map(\.evidence))) {
        .evidence($0)
      },
    ].compactMap(\.self)
    if let period = question.period, traits.contains(where: { !$0.isInPeriod }) {
      choices.append(
        single(.time, base: period.description, "any time", "any time counts", .wider, .anyTime)
      )
    }
    if !question.derivations.isEmpty, statements.signatures.contains(where: { $0.relation != nil })
    {
      let relations = question.derivations.map(\.relation.rawValue)
      let names = relations.indices.filter { !relations[..<$0].contains(relations[$0]) }
        .map { relations[$0] }.joined(separator: ", ")
      let columns = question.columns.noun(2)
      choices.append(
        single(
          .derivations,
          base: "\(columns) that facts name or lead to (\(names))",
          "\(columns) that facts name only",
          "only \(columns) that facts name themselves count",
          .narrower,
          .namedColumnsOnly
        )
      )
    }
    if let choice = rollUp(question, graph) { choices.append(choice) }
    if hasDuplicates {
      choices.append(
        single(
          .duplicates,
          base: "every name by itself",
          "probable duplicates as one",
          "names that are probably one count as one",
          .recounts,
          .mergesDuplicates
        )
      )
    }
    return choices
  }

  private static func rollUp(_ question: CoverageQuestion, _ graph: AssistanceGraph)
    -> ReadingChoice?
  {
    guard question.rollUp == nil else {
      return single(
        .rollUp,
        base: "parts as their wholes",
        "every actor by itself",
        "every actor counts by itself",
        .recounts,
        .rollUp(nil)
      )
    }
    // Parts of what provides nothing change nothing.
    let ends = graph.facts.ends(question.providers)
    let providers = Set(ends.rows)
    let tops = RollUp(graph, through: .partOf, in: question.period).top
    guard providers.contains(where: { tops[Int($0)] != $0 }) else { return nil }
    return single(
      .rollUp,
      base: "every actor by itself",
      "parts as their wholes",
      "parts count as their wholes",
      .recounts,
      .rollUp(.partOf)
    )
  }
}
