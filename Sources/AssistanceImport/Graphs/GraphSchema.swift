internal import AssistanceModel
internal import GraphCore

extension AssistanceSchema {
  /// Every kind and end that field data may have.
  private static let field = fieldData(
    ends: Set([.sector] + DraftPlace.Level.allCases.map(\.role) + ActorRole.allCases.map(\.end))
  )

  /// What nodes of a kind may say about themselves; of a kind that is not known, what every node
  /// may.
  static func properties(of kind: NodeKind) -> [PropertyRule] {
    (field.schema.rule(for: kind) ?? standard.schema.rule(for: NodeKind.form))?.properties ?? []
  }

  /// What relations of a kind may say about themselves; of a kind that is not known, what every
  /// statement may.
  static func properties(of kind: EdgeKind) -> [PropertyRule] {
    let rule = isEnd(kind) ? nil : field.schema.rule(for: kind)
    return (rule ?? standard.schema.rule(for: EdgeKind.provides))?.properties ?? []
  }

  private static func isEnd(_ kind: EdgeKind) -> Bool { field.isRole(kind) }

  /// The schema that a graph needs: the standard one, that of field data where it uses its ends,
  /// and what else stands in the graph.
  ///
  /// What leads away from a fact is an end of it. A kind that nobody declared may stand where it
  /// stands here.
  static func needed(by graph: PropertyGraph, _ kinds: GraphKinds) -> AssistanceSchema {
    var ends: [EdgeKind: [NodeKind]] = [:]
    var pairs: [EdgeKind: [EdgeRule.Ends]] = [:]
    var seen: Set<Pair> = []
    for edge in graph.edges {
      guard seen.insert(Pair(edge.kind, edge.from.kind, edge.to.kind)).inserted else { continue }
      if edge.from.kind == .assistance {
        ends[edge.kind, default: []].append(edge.to.kind)
      } else {
        pairs[edge.kind, default: []].append(EdgeRule.Ends(edge.from.kind, edge.to.kind))
      }
    }
    let field: Set<EdgeKind> = [.funds, .commissions]
    let isPlain = ends.keys.allSatisfy(standard.isRole) && field.isDisjoint(with: pairs.keys)
    var schema = isPlain ? standard : fieldData(ends: Set(ends.keys))
    for kind in Set(graph.nodeKinds).sorted(by: { $0.rawValue < $1.rawValue })
    where schema.schema.rule(for: kind) == nil {
      let word = kinds.nodeWords[kind] ?? kind.rawValue
      schema.schema.add(
        NodeRule(
          kind,
          "What the file calls “\(CleanText.name(word))”.",
          properties: Self.properties(of: NodeKind.form)
        )
      )
    }
    for (kind, nodeKinds) in ends.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let known = schema.role(kind)
      let added = nodeKinds.filter { known?.nodeKinds.contains($0) != true }
      guard !added.isEmpty else { continue }
      schema.add(
        FactRole(
          kind,
          column: known?.column,
          known?.meaning ?? "What the file calls “\(kind)”.",
          to: (known?.nodeKinds ?? []) + added.sorted { $0.rawValue < $1.rawValue },
          maximum: known?.maximum
        )
      )
    }
    for (kind, pairs) in pairs.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      schema.allow(kind, pairs, kinds)
    }
    return schema
  }

  private struct Pair: Hashable {
    let kind: EdgeKind
    let from: NodeKind
    let to: NodeKind

    init(_ kind: EdgeKind, _ from: NodeKind, _ to: NodeKind) {
      self.kind = kind
      self.from = from
      self.to = to
    }
  }

  private mutating func allow(_ kind: EdgeKind, _ pairs: [EdgeRule.Ends], _ kinds: GraphKinds) {
    let known = schema.rule(for: kind)
    let added = pairs.filter { known?.allows($0.from, $0.to) != true }
      .sorted { ($0.from.rawValue, $0.to.rawValue) < ($1.from.rawValue, $1.to.rawValue) }
    guard !added.isEmpty, !isRole(kind) else { return }
    let word = kinds.linkWords[kind].map { "What the file calls “\(CleanText.name($0))”." }
    schema.add(
      EdgeRule(
        kind,
        known?.meaning ?? word ?? "Is linked with it; the file does not say how.",
        ends: (known?.ends ?? []) + added,
        maximumPerSource: known?.maximumPerSource,
        properties: known?.properties ?? Self.properties(of: EdgeKind.provides)
      )
    )
  }
}
