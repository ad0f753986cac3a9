public import AssistanceModel
internal import GraphCore

/// The answer of `info`, as its JSON has it.
public struct InfoDocument: Codable, Hashable, Sendable {
  /// How many there are of a kind.
  public struct Count: Codable, Hashable, Sendable {
    /// What is counted: node, fact, relation, end of facts, basis or modality.
    public let what: String
    /// The kind.
    public let kind: String
    /// What the kind means.
    public let meaning: String
    /// How many there are.
    public let count: Int
  }

  /// A document that sources name.
  public struct Source: Codable, Hashable, Sendable {
    /// The key.
    public let key: String
    /// The title.
    public let title: String
    /// Who wrote it.
    public let author: String?
    /// How many nodes, facts and relations cite it.
    public let citations: Int
  }

  /// What kind of answer this is.
  public let format = "pillar-info"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's title.
  public let collection: String
  /// What it holds.
  public let description: String?
  /// Under which licence.
  public let licence: String?
  /// The earliest date that is stated.
  public let earliest: String?
  /// The latest date that is stated.
  public let latest: String?
  /// Counts by kind.
  public let counts: [Count]
  /// The documents, in the order of the collection.
  public let sources: [Source]
  /// Nodes that no relation or fact names.
  public let isolated: [NodeLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, description, licence, earliest, latest, counts, sources
    case isolated
  }

  /// Tells what is in a collection.
  public init(_ collection: AssistanceCollection) {
    let graph = collection.graph
    self.collection = collection.metadata.title
    description = collection.metadata.description
    licence = collection.metadata.licence
    counts = Self.counts(in: graph)
    let dates =
      (graph.graph.nodes.map(\.validity) + graph.graph.edges.map(\.validity))
      .flatMap { [$0.from, $0.until].compactMap(\.self) }
      .map(\.description)
    earliest = dates.min()
    latest = dates.max()
    var citations: [String: Int] = [:]
    let references =
      graph.graph.nodes.map(\.sources)
      + graph.graph.edges.filter { !graph.schema.isRole($0.kind) }.map(\.sources)
    for list in references {
      for document in Set(list.map(\.document)) { citations[document, default: 0] += 1 }
    }
    sources = collection.metadata.sources.map {
      Source(
        key: $0.key,
        title: $0.title,
        author: $0.author,
        citations: citations[$0.key] ?? 0
      )
    }
    isolated = graph.graph.nodes
      .filter {
        graph.incidence.edges(from: $0.id).isEmpty && graph.incidence.edges(to: $0.id).isEmpty
      }
      .map { NodeLabel($0.id, in: graph) }
  }

  private static func counts(in graph: AssistanceGraph) -> [Count] {
    var nodes: [NodeKind: Int] = [:]
    for node in graph.graph.nodes { nodes[node.kind, default: 0] += 1 }
    var edges: [EdgeKind: Int] = [:]
    for edge in graph.graph.edges { edges[edge.kind, default: 0] += 1 }
    var counts = graph.schema.schema.nodeRules.compactMap { rule in
      nodes[rule.kind].map {
        Count(
          what: rule.kind == .assistance ? "fact" : "node",
          kind: rule.kind.rawValue,
          meaning: rule.meaning,
          count: $0
        )
      }
    }
    counts += graph.schema.schema.edgeRules.compactMap { rule in
      edges[rule.kind].map {
        Count(
          what: graph.schema.isRole(rule.kind) ? "end of facts" : "relation",
          kind: rule.kind.rawValue,
          meaning: rule.meaning,
          count: $0
        )
      }
    }
    for basis in Basis.allCases {
      let count = graph.assistance.count { $0.basis == basis }
      if count > 0 {
        counts.append(
          Count(what: "facts by basis", kind: basis.rawValue, meaning: "", count: count)
        )
      }
    }
    for modality in Modality.allCases {
      let count = graph.assistance.count { $0.modality == modality }
      if count > 0 {
        counts.append(
          Count(what: "facts by modality", kind: modality.rawValue, meaning: "", count: count)
        )
      }
    }
    return counts
  }

  /// The answer as people read it.
  public var page: ReportPage {
    var page = ReportPage(collection)
    if let description { page.parts.append(.paragraph(description)) }
    if let earliest, let latest {
      page.parts.append(.paragraph("Dates stated: \(earliest) to \(latest)."))
    }
    if let licence { page.parts.append(.paragraph("Licence: \(licence)")) }
    page.parts.append(.table(table))
    if !sources.isEmpty {
      page.parts.append(.heading("Sources"))
      page.parts.append(
        .table(
          ReportTable(
            ["key", "cited by", "title", "author"],
            alignments: [.left, .right],
            rows: sources.map { [$0.key, String($0.citations), $0.title, $0.author ?? ""] }
          )
        )
      )
    }
    if !isolated.isEmpty {
      page.parts.append(.heading("Nodes that nothing names"))
      page.parts.append(.list(isolated.map { "\($0.name) (\($0.id))" }))
    }
    return page
  }

  /// A line for each kind.
  public var table: ReportTable {
    ReportTable(
      ["what", "kind", "count", "meaning"],
      alignments: [.left, .left, .right],
      rows: counts.map { [$0.what, $0.kind, String($0.count), $0.meaning] }
    )
  }
}
