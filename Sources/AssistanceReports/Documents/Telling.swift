internal import AssistanceModel
internal import GraphCore

/// Turns nodes and edges of a collection into statements with their sources and places.
struct Telling {
  private let collection: AssistanceCollection
  private var graph: AssistanceGraph { collection.graph }

  init(_ collection: AssistanceCollection) {
    self.collection = collection
  }

  /// What the collection says of a node, or of a fact.
  func node(_ id: NodeID) -> WhyDocument.Statement? {
    guard let node = graph.graph[id] else { return nil }
    let fact = graph.fact(id)
    let aliases = node[.aliases] ?? []
    let subkind = node[.subkind].map { "\(node.kind), \($0)" } ?? node.kind.rawValue
    let also = aliases.isEmpty ? "" : ", also \(aliases.joined(separator: ", "))"
    return WhyDocument.Statement(
      what: fact == nil ? "node" : "fact",
      kind: node.kind.rawValue,
      id: id.rawValue,
      from: nil,
      to: nil,
      text: fact.map { factText($0) } ?? "\(graph.name(of: id)) (\(subkind))\(also)",
      basis: node[.basis]?.rawValue,
      modality: node[.modality]?.rawValue,
      time: time(node.validity),
      note: node[.note],
      sources: node.sources.map { SourceLabel($0) },
      place: place(collection.place(of: id))
    )
  }

  /// What the collection says by edges; an edge from a fact is told as the fact, once.
  func edges(_ edges: [Edge], of id: NodeID, kind: EdgeKind?) -> [WhyDocument.Statement] {
    var statements: [WhyDocument.Statement] = []
    var told: Set<NodeID> = [id]
    for edge in edges where kind.map({ edge.kind == $0 }) ?? true {
      if graph.schema.isRole(edge.kind) {
        let fact = edge.from.id
        if told.insert(fact).inserted, let statement = node(fact) { statements.append(statement) }
      } else {
        statements.append(relation(edge))
      }
    }
    return statements
  }

  /// The facts that have a node at one of their ends.
  func facts(naming id: NodeID) -> [NodeID] {
    if graph.graph[id]?.kind == .assistance { return [id] }
    return graph.incidence.edges(to: id)
      .filter { graph.schema.isRole($0.kind) }
      .map(\.from.id)
  }

  /// The documents that statements cite, in the order of the collection.
  func documents(of statements: [WhyDocument.Statement]) -> [DocumentLabel] {
    DocumentLabel.cited(
      statements.flatMap { $0.sources.map(\.document) },
      in: collection.metadata.sources
    )
  }

  private func relation(_ edge: Edge) -> WhyDocument.Statement {
    let (from, to) = (edge.from.id, edge.to.id)
    let extra = edge.properties
      .filter { !["basis", "modality", "note", "evidence"].contains($0.name) }
      .map { "\($0.name) \(text($0.value))" }
    let details = extra.isEmpty ? "" : " (\(extra.joined(separator: ", ")))"
    return WhyDocument.Statement(
      what: "relation",
      kind: edge.kind.rawValue,
      id: nil,
      from: NodeLabel(from, in: graph),
      to: NodeLabel(to, in: graph),
      text: "\(graph.name(of: from)) \(edge.kind) \(graph.name(of: to))\(details)",
      basis: edge[.basis]?.rawValue,
      modality: edge[.modality]?.rawValue,
      time: time(edge.validity),
      note: edge[.note],
      sources: edge.sources.map { SourceLabel($0) },
      place: place(collection.place(of: edge.id))
    )
  }

  /// A property's value; a node's key is told by its name.
  private func text(_ value: PropertyValue) -> String {
    switch value {
    case .text(let text): graph.graph[NodeID(text)] == nil ? text : graph.name(of: NodeID(text))
    case .texts(let texts): texts.joined(separator: ", ")
    case .integer(let number): String(number)
    case .decimal(let number): String(number)
    case .flag(let flag): flag ? "yes" : "no"
    case .date(let date): date.description
    }
  }

  private func factText(_ fact: AssistanceFact) -> String {
    let sentence = "\(fact.id): " + Evidence.sentence(fact, in: graph)
    if fact.inhibitors.isEmpty {
      // A collection of sectors and districts, say, has no inhibitors to name.
      let hasInhibitors = graph.graph.nodeKinds.contains(.inhibitor)
      return sentence + (hasInhibitors ? ", no inhibitor named" : "")
    }
    // Without a measure or form, the sentence names the inhibitors itself.
    return fact.what == nil
      ? sentence : sentence + ", for \(Evidence.names(fact.inhibitors, in: graph))"
  }

  private func time(_ validity: Validity) -> String? {
    validity.isUnbounded ? nil : validity.description
  }

  private func place(_ place: Diagnostic.Place?) -> String? {
    place.map { place in place.file + (place.line.map { ":\($0)" } ?? "") }
  }
}
