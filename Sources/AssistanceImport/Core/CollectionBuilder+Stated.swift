internal import AssistanceModel
internal import GraphCore

/// Relations and details that rows state themselves.
extension CollectionBuilder {
  /// What a thing's rows say beside its names.
  mutating func addDetails(_ details: NodeDetails, of id: NodeID, _ known: [String])
    throws(GraphError)
  {
    if let designation = details.designation {
      try graph.set(.designation, to: designation, of: id)
    }
    let identifiers = Set(known).union(details.identifiers)
    if !identifiers.isEmpty {
      try graph.set(.identifiers, to: identifiers.sorted { $0.precedesBytewise($1) }, of: id)
    }
    for (name, texts) in details.texts.sorted(by: { $0.key.precedesBytewise($1.key) }) {
      guard let text = texts.mostFrequent else { continue }
      try graph.set(name, to: .text(text), of: id)
    }
  }

  /// The relations that rows state, each once for each span of time; nothing is related to itself.
  mutating func addStatedRelations() throws(GraphError) {
    var united: [RelationKey: [Validity: FactRecord]] = [:]
    for (key, spans) in draft.stated.relations {
      let ends = [key.from, key.to]
      if let unknown = ends.first(where: { !isDefined($0) }) {
        for record in spans.values { refuse(record, naming: unknown) }
        continue
      }
      var key = key
      key.from = nodes.united[key.from]
      key.to = nodes.united[key.to]
      guard key.from != key.to else {
        selfRelations += spans.values.reduce(0) { $0 + $1.rows }
        continue
      }
      united[key, default: [:]].merge(spans) { left, right in
        var both = left
        both.absorb(right)
        return both
      }
    }
    for (key, spans) in sorted(united) {
      for span in spans.joinedSpans() { try addRelation(key, span.validity, span.record) }
    }
  }

  private mutating func addRelation(
    _ key: RelationKey,
    _ validity: Validity,
    _ record: FactRecord
  ) throws(GraphError) {
    let sources = record.sortedSources
    documents.formUnion(sources.map(\.document))
    let edge = try graph.addEdge(
      from: nodes.ids[key.from],
      key.kind,
      to: nodes.ids[key.to],
      valid: validity,
      sources: sources
    )
    try graph.set(.basis, to: key.basis, of: edge)
    if !key.role.isEmpty { try graph.set("role", to: .text(key.role), of: edge) }
    if record.rows > 1 { try graph.set("rows", to: .integer(record.rows), of: edge) }
    let amounts = record.amounts.sorted { $0.key.precedesBytewise($1.key) }
    for (name, amount) in amounts where amount.isFinite {
      relationAmounts[key.kind, default: []].insert(name)
      try graph.set(name, to: .decimal(amount), of: edge)
    }
    relationEnds[key.kind, default: []].insert(
      EdgeRule.Ends(
        nodes.entities[key.from].key.nodeKind,
        nodes.entities[key.to].key.nodeKind
      )
    )
    relationCount += 1
    mergedRelations += record.rows - 1
  }

  private typealias Relation = (key: RelationKey, value: [Validity: FactRecord])

  private func sorted(_ relations: [RelationKey: [Validity: FactRecord]]) -> [Relation] {
    relations.map { ($0.key, $0.value) }.sorted { (left: Relation, right: Relation) in
      let (a, b) = (left.key, right.key)
      if a.kind != b.kind { return a.kind.rawValue.precedesBytewise(b.kind.rawValue) }
      if a.from != b.from { return nodes.ids[a.from] < nodes.ids[b.from] }
      if a.to != b.to { return nodes.ids[a.to] < nodes.ids[b.to] }
      if a.role != b.role { return a.role.precedesBytewise(b.role) }
      return a.basis.weakness < b.basis.weakness
    }
  }

  /// How many nodes have rows of their own.
  var statedNodeCount: Int {
    nodes.order.count { !nodes.entities[$0].details.sources.isEmpty }
  }

  // MARK: Keys that no row names

  func isDefined(_ number: Int) -> Bool {
    nodes.entities[nodes.united[number]].details.isDefined
  }

  /// Whether all ends of a fact are there; otherwise its rows are refused.
  mutating func isWhole(_ key: FactKey, _ record: FactRecord) -> Bool {
    guard let unknown = key.ends.map(\.number).first(where: { !isDefined($0) }) else {
      return true
    }
    refuse(record, naming: unknown)
    return false
  }

  private mutating func refuse(_ record: FactRecord, naming number: Int) {
    let entity = nodes.entities[number]
    for source in record.sortedSources {
      var rows = 1
      var text = ""
      if case .rows(let range) = source.locator {
        rows = range.count
        text = rows == 1 ? "row \(range.lowerBound): " : "rows \(range.lowerBound) to "
        if rows > 1 { text += "\(range.upperBound): " }
      }
      refusedRows[source.document, default: 0] += rows
      refusals.append(
        Diagnostic(
          .error,
          at: Diagnostic.Place(file: source.document),
          "\(text)no row names the \(entity.key.nodeKind) “\(entity.code)”",
          hint: "import the table of these nodes with it, or check the key"
        )
      )
    }
  }
}
