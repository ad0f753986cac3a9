public import AssistanceModel
public import GraphCore

/// The facts that an answer rests on, told so that a reader can check them.
public enum Evidence {
  /// An entry for each fact, sorted by key: how sure it is, who did what, and the source.
  public static func entries(_ ids: [NodeID], in graph: AssistanceGraph) -> ReportPage.Part {
    .entries(
      Set(ids).sorted().compactMap { graph.fact($0) }.map { fact in
        ReportPage.Entry(
          "\(fact.id) (\(certainty(fact)))",
          [
            sentence(fact, in: graph), sources(fact.sources),
            fact.node[.note].map { "Note: \($0)" } ?? "",
          ]
        )
      }
    )
  }

  /// The facts of an answer; where there are too many, how to come to those of a cell.
  static func part(
    _ ids: [NodeID],
    in graph: AssistanceGraph,
    _ length: PageLength
  ) -> ReportPage.Part {
    let count = Set(ids).count
    guard count > length.told else { return entries(ids, in: graph) }
    return .paragraph(
      "The answer rests on \(count) facts, each with its source: pillar why tells those of a cell,"
        + " --full all of them here; csv and json have them too."
    )
  }

  /// A table of facts: key, who, what, where, how sure, and the source.
  public static func table(_ ids: [NodeID], in graph: AssistanceGraph) -> ReportTable {
    ReportTable(
      ["fact", "who did what", "how sure", "source"],
      rows: Set(ids).sorted().compactMap { graph.fact($0) }.map { fact in
        [
          fact.id.rawValue, sentence(fact, in: graph), certainty(fact), sources(fact.sources),
        ]
      }
    )
  }

  /// The fact in a sentence: who did what, or for which capacity, for whom and where.
  public static func sentence(_ fact: AssistanceFact, in graph: AssistanceGraph) -> String {
    let who = names(fact.providers, " and ", in: graph)
    let what = fact.what.map { ": " + graph.name(of: $0) }
    let capacities = fact.inhibitors.isEmpty ? "" : ", for \(names(fact.inhibitors, in: graph))"
    let recipients = fact.recipients.isEmpty ? "" : ", for \(names(fact.recipients, in: graph))"
    let place = fact.countryCase.map { " (\(graph.name(of: $0)))" } ?? ""
    return who + (what ?? capacities) + recipients + place + otherEnds(of: fact, in: graph)
  }

  /// The ends that have no place of their own in the sentence, those of a collection's own schema
  /// among them.
  private static func otherEnds(of fact: AssistanceFact, in graph: AssistanceGraph) -> String {
    let told: Set<EdgeKind> = [
      .provider, .measure, .form, .inhibitor, .recipient, .countryCase,
    ]
    return graph.schema.roles.filter { !told.contains($0.kind) }.map { role in
      let ends = fact.ends(role.kind)
      return ends.isEmpty ? "" : "; \(role.kind) \(names(ends, in: graph))"
    }.joined()
  }

  /// How sure a fact is, and when it holds, in a few words.
  public static func certainty(_ fact: AssistanceFact) -> String {
    var words = [fact.basis.rawValue]
    if fact.modality != .does { words.append(fact.modality.rawValue) }
    if let probability = fact.node[.probability] {
      words.append("probability \(ProbabilityRange(rounded: probability, probability).text)")
    } else if let confidence = fact.node[.confidence] {
      words.append(confidence)
    }
    if !fact.validity.isUnbounded { words.append(fact.validity.description) }
    return words.joined(separator: ", ")
  }

  /// The keys of the documents that state facts.
  static func documents(_ facts: [NodeID], in graph: AssistanceGraph) -> [String] {
    facts.compactMap { graph.fact($0) }.flatMap(\.sources).map(\.document)
  }

  /// Source references in one line.
  public static func sources(_ references: [SourceReference]) -> String {
    references.isEmpty ? "no source" : references.map(\.description).joined(separator: "; ")
  }

  static func names(
    _ ids: [NodeID],
    _ separator: String = ", ",
    in graph: AssistanceGraph
  ) -> String {
    ids.map { graph.name(of: $0) }.joined(separator: separator)
  }
}

extension AssistanceFact {
  /// What was done, as narrowly as it is said.
  var what: NodeID? { measure ?? form }
}
