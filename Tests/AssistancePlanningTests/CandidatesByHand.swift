import AssistanceModel
import CoverageAnalysis
import GraphCore

/// Small graphs for questions about candidates.
enum CandidatesByHand {
  /// The standard schema, with wholes of cases, and cases that border on each other.
  static let schema: AssistanceSchema = {
    var schema = AssistanceSchema.standard
    let kinds: [EdgeKind] = [.partOf, "borders"]
    for kind in kinds {
      let known = schema.schema.rule(for: kind)
      schema.schema.add(
        EdgeRule(
          kind,
          known?.meaning ?? "Lies beside it.",
          ends: (known?.ends ?? []) + [EdgeRule.Ends(.countryCase, .countryCase)],
          properties: known?.properties ?? schema.schema.rule(for: .provides)?.properties ?? []
        )
      )
    }
    return schema
  }()

  /// Cases `c0` and so on with inhibitors `i0` and `i1`, and whatever else is written down.
  static func graph(
    cases: Int = 3,
    @GraphBuilder _ elements: () -> [GraphElement]
  ) throws -> AssistanceGraph {
    let places = (0..<cases).map { node(NodeID("c\($0)"), .countryCase) }
    let columns = [node("i0", .inhibitor), node("i1", .inhibitor)]
    return try AssistanceGraph(
      checking: PropertyGraph { places + columns + elements() },
      against: schema
    )
  }

  /// A fact written out.
  static func fact(
    _ id: NodeID,
    by providers: [NodeID],
    for inhibitor: NodeID? = nil,
    in countryCase: NodeID? = nil,
    basis: Basis = .explicit
  ) -> [GraphElement] {
    [node(id, .assistance, ["basis": .text(basis.rawValue)])]
      + providers.map { edge(id, .provider, $0) }
      + [inhibitor].compactMap(\.self).map { edge(id, .inhibitor, $0) }
      + [countryCase].compactMap(\.self).map { edge(id, .countryCase, $0) }
  }

  static func actors(_ ids: NodeID...) -> [GraphElement] { ids.map { node($0, .actor) } }
}
