public import AssistanceModel
public import CoordinationAnalysis
internal import GraphCore
internal import NetworkAlgorithms

/// The answer of `group --communities`, as its JSON has it.
public struct CommunitiesDocument: Codable, Hashable, Sendable {
  /// How many links lead to another group.
  public struct LinkCount: Codable, Hashable, Sendable {
    /// The number of the other group.
    public let community: Int
    /// How many links there are.
    public let links: Int
  }

  /// A group.
  public struct Community: Codable, Hashable, Sendable {
    /// The number of the group, from 1.
    public let number: Int
    /// How many actors it has.
    public let size: Int
    /// How many links there are among them, by evidence.
    public let linksInside: [String: Int]
    /// How many links lead out of it.
    public let linksOut: Int
    /// How many links lead to each other group with links to it.
    public let linksTo: [LinkCount]
    /// Its actors, those with the most links inside first.
    public let members: [NodeLabel]
  }

  /// An actor that ties groups together.
  public struct Tie: Codable, Hashable, Sendable {
    /// The actor.
    public let actor: NodeLabel
    /// The number of its group.
    public let community: Int
    /// How many links it has inside its group.
    public let linksInside: Int
    /// How many links it has to other groups.
    public let linksOut: Int
    /// How many links it has to each other group.
    public let linksTo: [LinkCount]
    /// The links to other groups, with what says so; only of the first ones.
    public let steps: [PathDocument.Step]?
  }

  /// What kind of answer this is.
  public let format = "pillar-communities"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's title.
  public let collection: String
  /// Which actors and links were looked at.
  public let network: NetworkDocument
  /// How much more links lie inside groups than chance would put there; absent without links.
  public let modularity: Double?
  /// The lowest modularity of all runs; absent without links.
  public let lowestOfRuns: Double?
  /// How many links a group is expected to have, as a multiple of chance.
  public let resolution: Double
  /// The seed of the first run.
  public let seed: UInt64
  /// How many runs there were.
  public let runs: Int
  /// What makes the groups weak, in sentences.
  public let cautions: [String]
  /// The groups, the largest first.
  public let communities: [Community]
  /// The actors that tie groups together, those with links to most groups first.
  public let ties: [Tie]
  /// Actors without links.
  public let unlinked: [NodeLabel]
  /// The documents that the evidence cites.
  public let documents: [DocumentLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, network, modularity, lowestOfRuns, resolution, seed, runs
    case cautions, communities, ties, unlinked, documents
  }

  /// Tells groups.
  ///
  /// - Parameters:
  ///   - report: The groups.
  ///   - graph: The graph that was asked.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  ///   - evidenceOf: Of how many actors that tie groups, from the first, the links are told with what
  ///     says so.
  public init(
    _ report: CommunityReport,
    in graph: AssistanceGraph,
    collection: String,
    documents: [SourceDocument] = [],
    evidenceOf: Int = 5
  ) {
    let network = report.network
    self.collection = collection
    self.network = NetworkDocument(network, in: graph, over: report.ties.map(\.actor))
    modularity = report.modularity?.rounded(toPlaces: 6)
    lowestOfRuns = report.runModularity?.lowerBound.rounded(toPlaces: 6)
    resolution = report.resolution
    seed = report.seed
    runs = report.runs
    cautions = CommunityWords.cautions(report)
    communities = report.communities.enumerated().map { place, community in
      Community(community, number: place + 1, in: graph)
    }
    ties = report.ties.enumerated().map { place, tie in
      Tie(tie, steps: place < evidenceOf ? report.steps(of: tie) : nil, in: graph)
    }
    unlinked = report.unlinked.map { NodeLabel($0, in: graph) }
    self.documents = DocumentLabel.cited(
      ties.flatMap { $0.steps ?? [] }.flatMap(\.witnesses).flatMap(\.sources).map(\.document),
      in: documents
    )
  }
}

extension CommunityReport {
  /// The links of an actor to other groups, as steps that start there.
  fileprivate func steps(of tie: Tie) -> [PathStep] {
    guard let vertex = network.vertex(of: tie.actor) else { return [] }
    return tie.links.map { network.step(over: $0, from: vertex) }
  }
}

extension CommunitiesDocument {
  /// Counts by the numbers of groups, ascending, from counts by their places.
  fileprivate static func counts(_ counts: [Int: Int]) -> [LinkCount] {
    counts.sorted { $0.key < $1.key }.map { LinkCount(community: $0.key + 1, links: $0.value) }
  }
}

extension CommunitiesDocument.Community {
  fileprivate init(
    _ community: CommunityReport.Community,
    number: Int,
    in graph: AssistanceGraph
  ) {
    self.number = number
    size = community.members.count
    linksInside = Dictionary(
      uniqueKeysWithValues: EvidenceClass.allCases.map {
        ($0.rawValue, community.linksInside[$0] ?? 0)
      }
    )
    linksOut = community.linksOut
    linksTo = CommunitiesDocument.counts(community.linksTo)
    members = community.members.map { NodeLabel($0, in: graph) }
  }

  /// How many links there are among its actors.
  var insideCount: Int { linksInside.values.reduce(0, +) }
}

extension CommunitiesDocument.Tie {
  fileprivate init(_ tie: CommunityReport.Tie, steps: [PathStep]?, in graph: AssistanceGraph) {
    actor = NodeLabel(tie.actor, in: graph)
    community = tie.community + 1
    linksInside = tie.linksInside
    linksOut = tie.linksOut
    linksTo = CommunitiesDocument.counts(tie.linksTo)
    self.steps = steps.map { $0.map { PathDocument.Step($0, in: graph) } }
  }
}

/// Says in sentences how far groups may be trusted.
enum CommunityWords {
  /// The modularity below which groups are hardly more than chance would give.
  private static let low = 0.3

  static func cautions(_ report: CommunityReport) -> [String] {
    guard let modularity = report.modularity else { return [] }
    var sentences: [String] = []
    if report.communities.count == 1 {
      sentences.append("One: no division of these actors is better than none.")
    } else if modularity < low {
      sentences.append(
        "Low: the modularity is below \(low). The groups are hardly closer than chance would make"
          + " them; take them as one way of many to divide these actors."
      )
    }
    if let runs = report.runModularity, runs.upperBound - runs.lowerBound > 0.005 {
      sentences.append(
        "Unsteady: other seeds gave groups with a modularity down to"
          + " \(thousandths(runs.lowerBound)); who is at the edge of a group may as well be in another."
      )
    }
    if report.network.actors.count - report.unlinked.count < 30 {
      sentences.append(
        "Few: with so few linked actors even links made at random fall into groups."
      )
    }
    return sentences
  }

  /// A number to three places.
  static func thousandths(_ number: Double) -> String {
    let thousandths = Int((abs(number) * 1000).rounded())
    let digits = String(thousandths % 1000)
    let zeros = String(repeating: "0", count: 3 - digits.count)
    return (number < 0 && thousandths > 0 ? "-" : "") + "\(thousandths / 1000).\(zeros)\(digits)"
  }
}
