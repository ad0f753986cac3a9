public import AssistanceModel
public import GraphCore

/// The nodes of a kind, as the JSON of `info --kind` has them.
public struct NodeListDocument: Codable, Hashable, Sendable {
  /// A node.
  public struct Item: Codable, Hashable, Sendable {
    /// The key.
    public let id: String
    /// What people call it.
    public let name: String
    /// A finer kind.
    public let subkind: String?
    /// Other names.
    public let aliases: [String]
    /// How many facts and relations name it.
    public let mentions: Int
  }

  /// What kind of answer this is.
  public let format = "pillar-nodes"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's title.
  public let collection: String
  /// The kind of the nodes.
  public let kind: String
  /// The nodes, in the order of the collection.
  public let nodes: [Item]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, kind, nodes
  }

  /// Lists the nodes of a kind.
  public init(_ kind: NodeKind, in collection: AssistanceCollection) {
    let graph = collection.graph
    self.collection = collection.metadata.title
    self.kind = kind.rawValue
    nodes = graph.graph.nodes(of: kind).map { node in
      Item(
        id: node.id.rawValue,
        name: node[.name] ?? node.id.rawValue,
        subkind: node[.subkind],
        aliases: node[.aliases] ?? [],
        mentions: graph.incidence.edges(from: node.id).count
          + graph.incidence.edges(to: node.id).count
      )
    }
  }

  /// The answer as people read it.
  public var page: ReportPage {
    ReportPage(
      "\(collection): \(nodes.count) node\(nodes.count == 1 ? "" : "s") of kind \(kind)",
      [.table(table)]
    )
  }

  /// A line for each node.
  public var table: ReportTable {
    ReportTable(
      ["id", "name", "subkind", "aliases", "mentions"],
      alignments: [.left, .left, .left, .left, .right],
      rows: nodes.map {
        [
          $0.id, $0.name, $0.subkind ?? "", $0.aliases.joined(separator: " | "),
          String($0.mentions),
        ]
      }
    )
  }
}
