public import AssistanceModel
public import CoordinationAnalysis
internal import GraphCore

/// The answer of `group --connect`, as its JSON has it.
public struct ConnectDocument: Codable, Hashable, Sendable {
  /// An actor that was not asked for and connects others.
  public struct Connector: Codable, Hashable, Sendable {
    /// The actor.
    public let actor: NodeLabel
    /// The actors asked for that it stands between, piece by piece of the network without it.
    public let joins: [[NodeLabel]]
    /// What becomes of the network without it: `replaceable`, `costs-more`, `parts` or `unknown`.
    public let without: String
    /// How much more the smallest network without it costs; absent unless it `costs-more`.
    public let extraCost: Double?
  }

  /// What kind of answer this is.
  public let format = "pillar-connect"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's title.
  public let collection: String
  /// Which actors and links were looked at.
  public let network: NetworkDocument
  /// The actors to be connected, in the order in which they were named.
  public let asked: [NodeLabel]
  /// What is proved: `proven`, `given-up` or `apart`.
  public let ending: String
  /// How many links the network has, or what they cost; absent where nothing connects them.
  public let cost: Double?
  /// Every network that connects them costs at least so much; absent where nothing does.
  public let bound: Double?
  /// The actors that hang together, part by part, where nothing connects all.
  public let parts: [[NodeLabel]]
  /// The restrictions each of which, lifted alone, would let something connect them.
  public let openedBy: [String]
  /// Who is in it and was not asked for.
  public let connectors: [Connector]
  /// The links, outwards from the first actor asked for.
  public let steps: [PathDocument.Step]
  /// The documents that the evidence cites.
  public let documents: [DocumentLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, network, asked, ending, cost, bound, parts, openedBy
    case connectors, steps, documents
  }

  /// Tells a group.
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - graph: The graph that was asked.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  public init(
    _ group: ConnectingGroup,
    in graph: AssistanceGraph,
    collection: String,
    documents: [SourceDocument] = []
  ) {
    func labels(_ nodes: [NodeID]) -> [NodeLabel] { nodes.map { NodeLabel($0, in: graph) } }
    self.collection = collection
    network = NetworkDocument(
      group.network,
      in: graph,
      over: group.steps.map(\.from) + group.connectors.map(\.actor)
    )
    asked = labels(group.asked)
    let cost = group.cost.rounded(toPlaces: 6)
    switch group.ending {
    case .proven:
      (ending, bound, parts) = ("proven", cost, [])
    case .givenUp(let least):
      (ending, bound, parts) = ("given-up", least.rounded(toPlaces: 6), [])
    case .apart(let pieces):
      (ending, bound, parts) = ("apart", nil, pieces.map(labels))
    }
    openedBy = group.openedBy.map(\.rawValue)
    self.cost = group.isConnected ? cost : nil
    connectors = group.connectors.map { connector in
      Connector(connector, joins: connector.joins.map(labels), in: graph)
    }
    steps = group.steps.map { PathDocument.Step($0, in: graph) }
    self.documents = DocumentLabel.cited(
      steps.flatMap(\.witnesses).flatMap(\.sources).map(\.document),
      in: documents
    )
  }
}

extension ConnectDocument.Connector {
  fileprivate init(
    _ connector: ConnectingGroup.Connector,
    joins: [[NodeLabel]],
    in graph: AssistanceGraph
  ) {
    actor = NodeLabel(connector.actor, in: graph)
    self.joins = joins
    switch connector.loss {
    case .replaceable: (without, extraCost) = ("replaceable", nil)
    case .costsMore(let more): (without, extraCost) = ("costs-more", more.rounded(toPlaces: 6))
    case .partsThem: (without, extraCost) = ("parts", nil)
    case .unknown: (without, extraCost) = ("unknown", nil)
    }
  }
}
