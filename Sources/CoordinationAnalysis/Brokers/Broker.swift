public import AssistanceModel
public import GraphCore

/// How an actor stands among others.
public struct Broker: Hashable, Sendable {
  /// How often the actor links two others who have no link of their own, by the groups of the three.
  ///
  /// Each open pair counts once for each way in which it can be walked.
  public struct Roles: Hashable, Sendable {
    /// All three are of one group.
    public let coordinator: Int
    /// Lets those of another group in to its own.
    public let gatekeeper: Int
    /// Speaks for its own group to another.
    public let representative: Int
    /// Links two of one group, and is of another.
    public let consultant: Int
    /// All three are of different groups.
    public let liaison: Int

    /// In any role.
    public var total: Int { coordinator + gatekeeper + representative + consultant + liaison }
  }

  /// The actor.
  public let actor: NodeID
  /// What its roles are told by; `nil` where nothing is stated.
  public let group: String?
  /// How many other actors it is linked with, by the class of evidence.
  public let linkCounts: [EvidenceClass: Int]
  /// Of all pairs of others, linked or not, the share whose shortest paths pass it, from 0 to 1; equal
  /// paths share it.
  public let betweenness: Double
  /// How near it is to those that it reaches, times the share of others that it reaches; from 0 to 1.
  public let closeness: Double
  /// The mean of one over the distance to every other, 0 for those out of reach; from 0 to 1.
  public let harmonic: Double
  /// How often a random walk along links is there; all together are 1.
  public let pageRank: Double
  /// How well it is tied to well-tied ones; `nil` outside the largest part of the network.
  public let eigenvector: Double?
  /// How much those that it is linked with know each other; `nil` for no links.
  public let constraint: Double?
  /// How many of those it is linked with are left if those who know each other count less.
  public let effectiveSize: Double?
  /// The largest *k* such that it is in a part where everyone has *k* links.
  public let core: Int
  /// How many others lose contact with the largest part that is left without it.
  public let cutsOff: Int
  /// How often it links two others.
  public let roles: Roles

  /// How many other actors it is linked with.
  public var linkCount: Int { linkCounts.values.reduce(0, +) }
}

/// By what actors are ranked.
public enum BrokerMeasure: String, CaseIterable, Hashable, Sendable, Codable {
  case betweenness, roles, constraint, links, closeness, harmonic, core
  case effectiveSize = "effective-size"
  case pageRank = "pagerank"
  case eigenvector
  case cutsOff = "cuts-off"

  /// Whether a small number makes a broker.
  public var isBestLow: Bool { self == .constraint }

  /// The number of an actor, or `nil` where it has none.
  public func value(of broker: Broker) -> Double? {
    switch self {
    case .betweenness: broker.betweenness
    case .roles: Double(broker.roles.total)
    case .constraint: broker.constraint
    case .links: Double(broker.linkCount)
    case .closeness: broker.closeness
    case .harmonic: broker.harmonic
    case .core: Double(broker.core)
    case .effectiveSize: broker.effectiveSize
    case .pageRank: broker.pageRank
    case .eigenvector: broker.eigenvector
    case .cutsOff: Double(broker.cutsOff)
    }
  }

  /// Whether the first actor stands before the second; those without a number come last.
  func precedes(_ first: Broker, _ second: Broker) -> Bool {
    switch (value(of: first), value(of: second)) {
    case (nil, _): false
    case (_, nil): true
    case (let first?, let second?): isBestLow ? first < second : first > second
    }
  }
}
