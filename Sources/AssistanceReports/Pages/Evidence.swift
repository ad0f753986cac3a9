public import AssistanceModel
public import GraphCore

/// The facts that an answer rests on, told so that a reader can check them.
public enum Evidence {
  /// A table of facts: key, who, what, where, how sure, and the source.
  public static func table(_ ids: [NodeID], in graph: AssistanceGraph) -> ReportTable {
    var table = ReportTable(["fact", "who did what", "how sure", "source"])
    for id in Set(ids).sorted() {
      guard let fact = graph.fact(id) else { continue }
      table.append([
        id.rawValue, sentence(fact, in: graph), certainty(fact),
        sources(fact.sources),
      ])
    }
    return table
  }

  /// The fact in a sentence.
  public static func sentence(_ fact: AssistanceFact, in graph: AssistanceGraph) -> String {
    let who = fact.providers.map { graph.name(of: $0) }.joined(separator: " and ")
    let what =
      [fact.measure ?? fact.form].compactMap(\.self).map { graph.name(of: $0) }.first
      ?? fact.inhibitors.map { "for \(graph.name(of: $0))" }.first
    let place = fact.countryCase.map { " (\(graph.name(of: $0)))" } ?? ""
    let recipients = fact.recipients.map { graph.name(of: $0) }.joined(separator: ", ")
    return who + (what.map { ": " + $0 } ?? "")
      + (recipients.isEmpty ? "" : ", for \(recipients)") + place
  }

  /// How sure a fact is, and when it holds, in a few words.
  public static func certainty(_ fact: AssistanceFact) -> String {
    var words = [fact.basis.rawValue]
    if fact.modality != .does { words.append(fact.modality.rawValue) }
    if !fact.validity.isUnbounded { words.append(fact.validity.description) }
    return words.joined(separator: ", ")
  }

  /// Source references in one line.
  public static func sources(_ references: [SourceReference]) -> String {
    references.isEmpty ? "no source" : references.map(\.description).joined(separator: "; ")
  }
}
