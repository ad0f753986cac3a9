public import AssistanceModel
public import CoordinationAnalysis
internal import GraphCore

/// The answer of `group --reach-all`, as its JSON has it.
public struct ReachDocument: Codable, Hashable, Sendable {
  /// An actor of the group.
  public struct Member: Codable, Hashable, Sendable {
    /// The actor.
    public let actor: NodeLabel
    /// The actors outside the group that it is linked with.
    public let reaches: [NodeLabel]
    /// Those of them that nobody else of the group is linked with.
    public let reachesAlone: [NodeLabel]
    /// Whether every smallest group has it; absent where that was not found out.
    public let isInEvery: Bool?
    /// Its links with what says so.
    public let steps: [PathDocument.Step]
  }

  /// What kind of answer this is.
  public let format = "pillar-reach"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's title.
  public let collection: String
  /// Which actors and links were looked at.
  public let network: NetworkDocument
  /// The words for who may be in the group; empty for anyone.
  public let among: [String]
  /// How many actors may be in it.
  public let candidates: Int
  /// By how many of the group each other actor is to be reached.
  public let times: Int
  /// Whether the group was to hang together.
  public let isConnected: Bool
  /// What is proved: `proven`, `given-up` or `unconnectable`.
  public let ending: String
  /// Every such group has at least so many actors; absent where there is none.
  public let bound: Int?
  /// How many parts of two actors or more the network falls into.
  public let parts: Int
  /// The group.
  public let members: [Member]
  /// Actors with links whom nobody who may be taken reaches as often as asked.
  public let unreached: [NodeLabel]
  /// Actors without links.
  public let unlinked: [NodeLabel]
  /// The documents that the evidence cites.
  public let documents: [DocumentLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, network, among, candidates, times, isConnected, ending, bound
    case parts, members, unreached, unlinked, documents
  }

  /// Tells a group.
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - graph: The graph that was asked.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  ///   - among: The words for who may be in the group.
  public init(
    _ group: ReachingGroup,
    in graph: AssistanceGraph,
    collection: String,
    documents: [SourceDocument] = [],
    among: [String] = []
  ) {
    func labels(_ nodes: [NodeID]) -> [NodeLabel] { nodes.map { NodeLabel($0, in: graph) } }
    self.collection = collection
    self.among = among
    network = NetworkDocument(group.network, in: graph, over: group.members.map(\.actor))
    candidates = group.candidateCount
    times = group.times
    isConnected = group.isConnected
    switch group.ending {
    case .proven: (ending, bound) = ("proven", group.members.count)
    case .givenUp(let least): (ending, bound) = ("given-up", least)
    case .unconnectable: (ending, bound) = ("unconnectable", nil)
    }
    parts = group.partCount
    members = group.members.map { member in
      Member(
        actor: NodeLabel(member.actor, in: graph),
        reaches: labels(member.reaches),
        reachesAlone: labels(member.reachesAlone),
        isInEvery: member.isInEvery,
        steps: member.steps.map { PathDocument.Step($0, in: graph) }
      )
    }
    unreached = labels(group.unreached)
    unlinked = labels(group.unlinked)
    self.documents = DocumentLabel.cited(
      members.flatMap(\.steps).flatMap(\.witnesses).flatMap(\.sources).map(\.document),
      in: documents
    )
  }
}
