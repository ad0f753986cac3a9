public import AssistanceModel
public import GraphCore
public import NetworkAlgorithms

/// Who stands between others in a network of actors.
public struct BrokerReport: Sendable {
  /// How betweenness was found.
  public enum Method: Hashable, Sendable {
    /// From every actor.
    case exact
    /// From some actors drawn at random; no number is further off than `error`, with that confidence.
    case sampled(starts: Int, error: Double, confidence: Double)
  }

  /// The network.
  public let network: CoordinationNetwork
  /// The property whose values are the groups of roles.
  public let groupedBy: String
  /// By what actors are ranked.
  public let measure: BrokerMeasure
  /// The actors that are linked with anyone, the first the strongest; equals in the order of the graph.
  public let brokers: [Broker]
  /// The actors that nothing links.
  public let unlinked: [NodeID]
  /// How many parts the network falls into, those of one actor left out.
  public let partCount: Int
  /// How many actors the largest part has.
  public let largestPart: Int
  /// Links without which two parts would have no contact.
  public let bridges: [Network.Link]
  /// How betweenness was found.
  public let method: Method
  /// How many links there are of each class of evidence.
  public let linkCounts: [EvidenceClass: Int]

  /// The place of a broker in the ranking, from 1; equals share it.
  ///
  /// - Complexity: O(*n*) for *n* brokers.
  public func rank(of broker: Broker) -> Int {
    1 + brokers.count { measure.precedes($0, broker) }
  }

  /// Those with the same number as the actor at a place of the ranking, that one included.
  public func tied(with broker: Broker) -> Int {
    brokers.count { !measure.precedes($0, broker) && !measure.precedes(broker, $0) }
  }
}
