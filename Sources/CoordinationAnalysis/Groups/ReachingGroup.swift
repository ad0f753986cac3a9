public import GraphCore
internal import NetworkAlgorithms

/// The fewest actors who reach all others in one step.
public struct ReachingGroup: Sendable {
  /// What is proved about it.
  public enum Ending: Hashable, Sendable {
    /// No group that reaches all is smaller.
    case proven
    /// The search was given up: every such group has at least so many actors.
    case givenUp(bound: Int)
    /// No group of those who may be taken reaches all and hangs together.
    case unconnectable
  }

  /// An actor of the group.
  public struct Member: Hashable, Sendable {
    /// The actor.
    public let actor: NodeID
    /// The actors outside the group that it is linked with, in the order of the graph.
    public let reaches: [NodeID]
    /// Those of them that nobody else of the group is linked with.
    public let reachesAlone: [NodeID]
    /// Whether every smallest group has it; `nil` where that was not found out.
    public let isInEvery: Bool?
    /// Its links to those it reaches, and to others of the group.
    public let steps: [PathStep]
  }

  /// The network of all actors.
  public let network: CoordinationNetwork
  /// By how many of the group each other actor is to be reached.
  public let times: Int
  /// Whether the group was to hang together.
  public let isConnected: Bool
  /// How many actors could be taken.
  public let candidateCount: Int
  /// What is proved.
  public let ending: Ending
  /// The group, in the order of the graph.
  public let members: [Member]
  /// Actors with links whom nobody who could be taken reaches as often as asked.
  public let unreached: [NodeID]
  /// Actors without links.
  public let unlinked: [NodeID]
  /// How many parts of two actors or more the network falls into: each needs actors of its own.
  public let partCount: Int
}

/// Who may be in a group that reaches all, and how.
public struct ReachOptions: Sendable {
  /// The actors who may be taken; `nil` is everyone.
  public var among: Set<NodeID>?
  /// By how many of the group each other actor is to be reached: 1 or 2.
  public var times = 1
  /// Whether the group is to hang together by links among itself, in each part of the network.
  public var isConnected = false
  /// How many nodes of search trees may be looked at.
  public var nodeLimit = 20_000

  /// Creates the usual options: anyone, once, not necessarily linked with each other.
  public init() {}
}

extension CoordinationNetwork {
  /// Finds the fewest actors of whom every other actor is linked with one, direction ignored.
  ///
  /// Actors without links are told apart. Of several smallest groups one is told, always the same.
  ///
  ///     network.reachingAll().members.map(\.actor)
  ///
  /// - Parameter options: Who may be in it, and how.
  /// - Returns: The group, and whom it cannot reach.
  /// - Complexity: Exponential at worst, bounded by the limit of nodes.
  public func reachingAll(_ options: ReachOptions = ReachOptions()) -> ReachingGroup {
    precondition((1...2).contains(options.times), "everyone is to be reached once or twice")
    let ties = network.ignoringDirection()
    var question = DominatingQuestion()
    question.candidates = options.among.map { among in actors.map { among.contains($0) } }
    question.times = options.times
    question.isConnected = options.isConnected
    question.leavesOutUnlinked = true
    question.findsIrreplaceable = true
    question.nodeLimit = options.nodeLimit
    let found = ties.dominatingSet(question)
    let rows = actors.indices.map { vertex in
      var latest: Set<Network.Vertex> = [Network.Vertex(vertex)]
      return ties.arcs(from: Network.Vertex(vertex)).filter { latest.insert($0.head).inserted }
    }
    let isMember = Set(found.members)
    var reachedBy = [Int](repeating: 0, count: actors.count)
    for member in found.members {
      for arc in rows[Int(member)] { reachedBy[Int(arc.head)] += 1 }
    }
    let members = found.members.enumerated().map { place, vertex in
      let others = rows[Int(vertex)].map(\.head).filter { !isMember.contains($0) }.sorted()
      return ReachingGroup.Member(
        actor: actors[Int(vertex)],
        reaches: others.map { actors[Int($0)] },
        reachesAlone: others.filter { reachedBy[Int($0)] == 1 }.map { actors[Int($0)] },
        isInEvery: found.irreplaceable.flatMap { $0[place] },
        steps: rows[Int(vertex)].sorted { $0.head < $1.head }
          .map { step(over: $0.link, from: vertex) }
      )
    }
    let unlinked = rows.indices.filter { rows[$0].isEmpty }
    return ReachingGroup(
      network: self,
      times: options.times,
      isConnected: options.isConnected,
      candidateCount: actors.indices.count {
        !rows[$0].isEmpty && options.among?.contains(actors[$0]) != false
      },
      ending: ReachingGroup.Ending(found),
      members: members,
      unreached: found.unreached.map { actors[Int($0)] },
      unlinked: unlinked.map { actors[$0] },
      partCount: ties.connectedComponents().sizes.count { $0 > 1 }
    )
  }
}

extension ReachingGroup.Ending {
  fileprivate init(_ found: DominatingSet) {
    switch found.ending {
    case .proven: self = .proven
    case .givenUp: self = .givenUp(bound: found.bound)
    case .unconnectable: self = .unconnectable
    }
  }
}
