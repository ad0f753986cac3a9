public import AssistanceModel
public import CoordinationAnalysis
internal import GraphCore
internal import NetworkAlgorithms

/// The answer of `brokers`, as its JSON has it.
public struct BrokersDocument: Codable, Hashable, Sendable {
  /// How often an actor links two others who have no link of their own.
  public struct Roles: Codable, Hashable, Sendable {
    /// All three are of one group.
    public let coordinator: Int
    /// It lets those of another group in to its own.
    public let gatekeeper: Int
    /// It speaks for its own group to another.
    public let representative: Int
    /// The two are of one group, the actor of another.
    public let consultant: Int
    /// All three are of different groups.
    public let liaison: Int
    /// In any role.
    public let total: Int
  }

  /// An actor among others.
  public struct Entry: Codable, Hashable, Sendable {
    /// The place in the ranking, from 1; equals share it.
    public let rank: Int
    /// How many have the same number, the actor included.
    public let tied: Int
    /// The actor.
    public let actor: NodeLabel
    /// The group that its roles are told by; absent where none is stated.
    public let group: String?
    /// How many others it is linked with, by evidence.
    public let links: [String: Int]
    /// Of all pairs of others, linked or not, the share whose shortest paths pass it.
    public let betweenness: Double
    /// How near it is to those that it reaches, times the share of others that it reaches.
    public let closeness: Double
    /// The mean of one over the distance to every other.
    public let harmonic: Double
    /// How often a random walk along links is there.
    public let pageRank: Double
    /// How well it is tied to well-tied ones; absent outside the largest part.
    public let eigenvector: Double?
    /// How much those that it is linked with know each other; absent for no links.
    public let constraint: Double?
    /// How many of those are left if who know each other count less.
    public let effectiveSize: Double?
    /// The largest number of links that everybody has in a part where it is in.
    public let core: Int
    /// How many lose contact with the largest part that is left without it.
    public let cutsOff: Int
    /// How often it links two others.
    public let roles: Roles
    /// Its links with what says so; only of the first ones.
    public let steps: [PathDocument.Step]?
  }

  /// How betweenness was found.
  public struct Method: Codable, Hashable, Sendable {
    /// `exact` or `sampled`.
    public let name: String
    /// From how many actors shortest paths were sought.
    public let starts: Int
    /// How far off any number is, at most.
    public let error: Double
    /// How sure that is.
    public let confidence: Double
  }

  /// What kind of answer this is.
  public let format = "pillar-brokers"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's title.
  public let collection: String
  /// Which actors and links were looked at.
  public let network: NetworkDocument
  /// By what actors are ranked.
  public let measure: String
  /// The property whose values are the groups of roles.
  public let groupedBy: String
  /// How betweenness was found.
  public let method: Method
  /// How many parts the network falls into, and how many actors the largest has.
  public let parts: [String: Int]
  /// The actors with links, the strongest first.
  public let brokers: [Entry]
  /// The actors that nothing links.
  public let unlinked: [NodeLabel]
  /// Links without which two parts have no contact.
  public let bridges: [PathDocument.Step]
  /// The documents that the evidence cites.
  public let documents: [DocumentLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, network, measure, groupedBy, method, parts, brokers, unlinked
    case bridges, documents
  }

  /// Tells a report.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - graph: The graph that was asked.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  ///   - evidenceOf: Of how many actors, from the first, the links are told with what says so.
  public init(
    _ report: BrokerReport,
    in graph: AssistanceGraph,
    collection: String,
    documents: [SourceDocument] = [],
    evidenceOf: Int = 5
  ) {
    let network = report.network
    self.collection = collection
    self.network = NetworkDocument(network, in: graph)
    measure = report.measure.rawValue
    groupedBy = report.groupedBy
    method = Method(report.method, actors: network.actors.count)
    parts = ["count": report.partCount, "largest": report.largestPart]
    var ranks = RankedPlaces(report)
    brokers = report.brokers.enumerated().map { place, broker in
      let (rank, tied) = ranks.next(place)
      return Entry(
        broker,
        rank: rank,
        tied: tied,
        in: graph,
        steps: place < evidenceOf
          ? network.steps(of: broker.actor).map { PathDocument.Step($0, in: graph) } : nil
      )
    }
    unlinked = report.unlinked.map { NodeLabel($0, in: graph) }
    bridges = report.bridges.map { link in
      let source = network.network.sources[Int(link)]
      return PathDocument.Step(network.step(over: link, from: source), in: graph)
    }
    let steps = bridges + brokers.flatMap { $0.steps ?? [] }
    self.documents = DocumentLabel.cited(
      steps.flatMap(\.witnesses).flatMap(\.sources).map(\.document),
      in: documents
    )
  }
}

/// The rank of each place in a ranking, and how many share it, place by place.
private struct RankedPlaces {
  private let report: BrokerReport
  private var current = (rank: 0, tied: 0)

  init(_ report: BrokerReport) { self.report = report }

  mutating func next(_ place: Int) -> (rank: Int, tied: Int) {
    guard place >= current.rank - 1 + current.tied || place == 0 else { return current }
    let brokers = report.brokers
    let value = report.measure.value(of: brokers[place])
    let tied = brokers[place...].prefix { report.measure.value(of: $0) == value }.count
    current = (place + 1, tied)
    return current
  }
}

extension BrokersDocument.Method {
  init(_ method: BrokerReport.Method, actors: Int) {
    switch method {
    case .exact: self.init(name: "exact", starts: actors, error: 0, confidence: 1)
    case .sampled(let starts, let error, let confidence):
      self.init(name: "sampled", starts: starts, error: error, confidence: confidence)
    }
  }
}

extension BrokersDocument.Entry {
  fileprivate init(
    _ broker: Broker,
    rank: Int,
    tied: Int,
    in graph: AssistanceGraph,
    steps: [PathDocument.Step]?
  ) {
    self.rank = rank
    self.tied = tied
    actor = NodeLabel(broker.actor, in: graph)
    group = broker.group
    links = Dictionary(
      uniqueKeysWithValues: EvidenceClass.allCases.map {
        ($0.rawValue, broker.linkCounts[$0] ?? 0)
      }
    )
    betweenness = broker.betweenness.rounded(toPlaces: 9)
    closeness = broker.closeness.rounded(toPlaces: 9)
    harmonic = broker.harmonic.rounded(toPlaces: 9)
    pageRank = broker.pageRank.rounded(toPlaces: 9)
    eigenvector = broker.eigenvector?.rounded(toPlaces: 9)
    constraint = broker.constraint?.rounded(toPlaces: 9)
    effectiveSize = broker.effectiveSize?.rounded(toPlaces: 9)
    core = broker.core
    cutsOff = broker.cutsOff
    roles = BrokersDocument.Roles(
      coordinator: broker.roles.coordinator,
      gatekeeper: broker.roles.gatekeeper,
      representative: broker.roles.representative,
      consultant: broker.roles.consultant,
      liaison: broker.roles.liaison,
      total: broker.roles.total
    )
    self.steps = steps
  }

  /// How many others it is linked with.
  var linkCount: Int { links.values.reduce(0, +) }
}
