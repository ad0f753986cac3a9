/// As much as can flow between two vertices, and the narrowest place on the way.
public struct MaximumFlow: Sendable, Hashable {
  /// How much flows: exactly the capacity of ``cut``.
  public let value: Double
  /// How much flows over each link: positive from its source to its target, negative the other way.
  public let flows: [Double]
  /// The minimum cut that lies nearest to where the flow starts.
  public let cut: MinimumCut
}

/// Links without which nothing could flow, and that carry no more than they must.
public struct MinimumCut: Sendable, Hashable {
  /// The vertices on the side where the flow starts, in ascending order.
  ///
  /// They are those that could still be reached from there over links that are not full, which does
  /// not depend on which of several maximum flows was found.
  public let sourceSide: [Network.Vertex]
  /// The links that lead from that side to the other and can carry something, in ascending order.
  public let links: [Network.Link]
  /// What the links can carry together, added exactly and rounded once.
  public let capacity: Double
}

/// What ``Network/maximumFlow(from:to:capacities:)`` finds.
public enum MaximumFlowOutcome: Sendable, Hashable {
  /// As much as this flows.
  case limited(MaximumFlow)
  /// Any amount can flow: a path leads to the target over links of infinite capacity, or the target
  /// is where the flow starts, and the path is empty.
  case unlimited(along: NetworkPath)

  /// The flow, where it has a limit.
  public var flow: MaximumFlow? {
    if case .limited(let flow) = self { flow } else { nil }
  }

  /// How much can flow; infinite where there is no limit.
  public var value: Double { flow?.value ?? .infinity }
}
