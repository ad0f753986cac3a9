internal import PillarKit

extension AidData {
  /// The data as a graph, not checked yet.
  func graph() throws -> PropertyGraph {
    var graph = PropertyGraph()
    func add(_ node: Node, _ kind: NodeKind, named name: String) throws -> NodeID {
      let id = try graph.addNode(node.id, kind)
      try graph.set(.name, to: name, of: id)
      return id
    }
    for (number, actor) in actors.enumerated() {
      let id = try add(.actor(number), .actor, named: actor.name)
      if !actor.aliases.isEmpty { try graph.set(.aliases, to: actor.aliases, of: id) }
      if actor.designation != .named {
        try graph.set(.designation, to: actor.designation, of: id)
      }
    }
    for (number, level) in riskLevels.enumerated() {
      let id = try add(.countryCase(number), .countryCase, named: "District \(number)")
      if let level { try graph.set("risk-level", to: .text(level), of: id) }
    }
    for number in 0..<formCount { _ = try add(.form(number), .form, named: "Form \(number)") }
    for number in 0..<inhibitorCount {
      _ = try add(.inhibitor(number), .inhibitor, named: "Inhibitor \(number)")
    }
    for number in 0..<measureCount {
      _ = try add(.measure(number), .measure, named: "Measure \(number)")
    }
    for (number, fact) in facts.enumerated() { try addFact(fact, number, to: &graph) }
    for relation in relations.sorted(by: { $0.kind < $1.kind }) {
      let id = try graph.addEdge(
        from: relation.from.id,
        relation.kind,
        to: relation.to.id,
        sources: [relation.source]
      )
      try graph.set(.basis, to: relation.basis, of: id)
      if relation.modality != .does { try graph.set(.modality, to: relation.modality, of: id) }
    }
    return graph
  }

  /// What the collection's `collection.yaml` says.
  var metadata: CollectionMetadata {
    CollectionMetadata(
      title: "Generated assistance",
      description: "Made by pillar-benchmarks; nobody in it exists.",
      sources: (0..<documentCount).map {
        SourceDocument(key: "table-\(padded($0, 2))", title: "Generated table \($0)")
      }
    )
  }

  private func addFact(_ fact: Fact, _ number: Int, to graph: inout PropertyGraph) throws {
    let id = try graph.addNode(
      Self.factID(number),
      .assistance,
      valid: fact.validity,
      sources: fact.sources
    )
    try graph.set(.basis, to: fact.basis, of: id)
    try graph.set(.modality, to: fact.modality, of: id)
    if let note = fact.note { try graph.set(.note, to: note, of: id) }
    for (role, end) in fact.ends {
      try graph.addEdge(from: id, role, to: end.id, valid: fact.validity, sources: fact.sources)
    }
  }
}

extension AidData.Fact {
  /// Every end with its role, in the order of the columns of a collection.
  var ends: [(role: EdgeKind, node: AidData.Node)] {
    var ends: [(EdgeKind, AidData.Node)] = providers.map { (.provider, .actor($0)) }
    if let measure { ends.append((.measure, .measure(measure))) }
    ends.append((.form, .form(form)))
    ends += inhibitors.map { (.inhibitor, .inhibitor($0)) }
    if let countryCase { ends.append((.countryCase, .countryCase(countryCase))) }
    if let recipient { ends.append((.recipient, .actor(recipient))) }
    return ends
  }
}
