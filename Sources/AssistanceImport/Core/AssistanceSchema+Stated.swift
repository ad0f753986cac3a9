internal import AssistanceModel
internal import GraphCore

extension AssistanceSchema {
  /// Adds the kinds, ends and relations that a mapping declares, as far as the graph holds them.
  mutating func add(_ stated: StatedGraph, _ builder: CollectionBuilder) {
    for kind in builder.graph.nodeKinds {
      let known = schema.rule(for: kind)
      let base = known?.properties ?? Self.ownNodeProperties
      let added = Self.textProperties(of: kind, in: builder).filter { rule in
        !base.contains { $0.name == rule }
      }
      guard known == nil || !added.isEmpty else { continue }
      let level = DraftPlace.Level(rawValue: kind.rawValue)
      let meaning =
        known?.meaning ?? stated.kinds[kind] ?? level?.meaning ?? "As the mapping names it."
      schema.add(NodeRule(kind, meaning, properties: base + added.map { PropertyRule($0) }))
    }
    for role in builder.usedEnds.sorted(by: { $0.rawValue.precedesBytewise($1.rawValue) })
    where self.role(role) == nil {
      let kind = NodeKind(rawValue: role.rawValue)
      add(FactRole(role, stated.kinds[kind] ?? "As the mapping names it.", to: [kind]))
    }
    let kinds = builder.relationEnds.keys.sorted { $0.rawValue.precedesBytewise($1.rawValue) }
    for kind in kinds { addRelation(kind, stated, builder) }
  }

  private mutating func addRelation(
    _ kind: EdgeKind,
    _ stated: StatedGraph,
    _ builder: CollectionBuilder
  ) {
    let known = schema.rule(for: kind)
    let ends = (builder.relationEnds[kind] ?? []).filter { !(known?.ends.contains($0) ?? false) }
      .sorted { left, right in
        left.from != right.from
          ? left.from.rawValue.precedesBytewise(right.from.rawValue)
          : left.to.rawValue.precedesBytewise(right.to.rawValue)
      }
    let amounts = (builder.relationAmounts[kind] ?? []).sorted { $0.precedesBytewise($1) }
    let base = known?.properties ?? Self.ownStatementProperties
    let wanted =
      [PropertyRule("role"), PropertyRule("rows", .integer)]
      + amounts.map { PropertyRule($0, .decimal) }
    schema.add(
      EdgeRule(
        kind,
        stated.meanings[kind] ?? known?.meaning ?? "As the mapping names it.",
        ends: (known?.ends ?? []) + ends,
        maximumPerSource: known?.maximumPerSource,
        properties: base + wanted.filter { rule in !base.contains { $0.name == rule.name } }
      )
    )
  }

  private static func textProperties(
    of kind: NodeKind,
    in builder: CollectionBuilder
  ) -> [String] {
    var names: Set<String> = []
    for number in builder.nodes.order where builder.nodes.entities[number].key.nodeKind == kind {
      names.formUnion(builder.nodes.entities[number].details.texts.keys)
    }
    return names.sorted { $0.precedesBytewise($1) }
  }

  /// What every node and every statement may say about itself.
  private static let ownNodeProperties =
    standard.schema.rule(for: NodeKind.form)?.properties ?? []
  private static let ownStatementProperties =
    standard.schema.rule(for: EdgeKind.provides)?.properties ?? []
}
