public import AssistanceModel
public import GraphCore

/// The best paths between two nodes, or why there is none.
public struct PathAnswer: Hashable, Sendable {
  /// What was searched.
  public struct Searched: Hashable, Sendable {
    /// How many nodes.
    public let nodes: Int
    /// How many links between them.
    public let links: Int
    /// The kinds of relations that were walked; facts as `provider`.
    public let kinds: [EdgeKind]
  }

  /// What was asked.
  public let question: PathQuestion
  /// The paths, the best first.
  public let paths: [CoordinationPath]
  /// What was searched.
  public let searched: Searched
  /// Whether the search was given up before it was sure that there are no more paths.
  public let stoppedEarly: Bool
  /// Whether there are more such paths than were asked for, where all of some length are meant.
  public var hasMore = false
  /// Why there is no path; `nil` if there is one, or if the search was given up before it was sure.
  public let noPath: NoPath?
}

/// A chain of links from one node to another.
public struct CoordinationPath: Hashable, Sendable {
  /// The sum of its steps' costs, or their number.
  public let cost: Double
  /// The steps, in order; none if both ends are one node.
  public let steps: [PathStep]
  /// How many consents the path needs.
  ///
  /// One for each actor in between, who has to agree; and one for each case, measure or subject in
  /// between, and each step that is stated to be co-presence: nothing says that its two sides work
  /// together, so they must agree to that first.
  public let consents: Int
  /// When its steps are taken, where that was asked.
  public var times: PathTimes?

  /// Whether one of its steps is co-presence: both are active there, nothing says that they meet.
  public var isWeak: Bool { weakestEvidence == .coPresence }

  /// The weakest class of evidence among the steps; `nil` for no steps.
  public var weakestEvidence: EvidenceClass? {
    EvidenceClass.allCases.last { evidence in steps.contains { $0.evidence == evidence } }
  }
}

/// The moments at which the steps of a path are taken.
public struct PathTimes: Hashable, Sendable {
  /// When each step is taken at the earliest in this order; `nil` as long as nothing says when.
  public let moments: [PartialDate?]
  /// When the first step is taken; `nil` if nothing says when.
  public let departure: PartialDate?
  /// When the last step is taken; `nil` if nothing says when.
  public let arrival: PartialDate?
  /// How many steps have no dates, and are taken to hold at any time.
  public let undatedSteps: Int
}

/// A step from one node to the next, and what says that the two are linked.
public struct PathStep: Hashable, Sendable {
  /// A relation or a fact that links the two.
  public enum Witness: Hashable, Sendable {
    /// A relation; it may lead the other way.
    case relation(EdgeID)
    /// A fact that has both at its ends, and in which roles.
    case fact(NodeID, from: EdgeKind, to: EdgeKind)
  }

  /// Where the step starts.
  public let from: NodeID
  /// Where it ends.
  public let to: NodeID
  /// The class of its evidence.
  public let evidence: EvidenceClass
  /// What it costs.
  public let cost: Double
  /// What says so, strongest first.
  public let witnesses: [Witness]
}

/// Why there is no path.
public enum NoPath: Hashable, Sendable {
  /// Each of these restrictions alone, lifted, opens a path.
  case cutOff(by: [PathRestriction])
  /// No single restriction does, but all of these together; without any one of them there is none.
  case cutOffTogether(by: [PathRestriction])
  /// Nothing in the graph links the two, but for placeholders; so many nodes can be reached from
  /// each end, the end itself included.
  case unconnected(source: Int, target: Int)
}

/// A restriction that a question puts on paths.
public enum PathRestriction: String, CaseIterable, Hashable, Sendable, Codable {
  case kinds, evidence, time, avoiding, through, direction, pattern, length
  case unnamedActors = "unnamed actors"
  case orderInTime = "order in time"
}
