internal import AssistanceModel
public import GraphCore
public import NetworkAlgorithms

/// The smallest network that connects some actors.
public struct ConnectingGroup: Sendable {
  /// What is proved about it.
  public enum Ending: Hashable, Sendable {
    /// No network that connects them is smaller.
    case proven
    /// The search was given up: every network that connects them costs at least so much.
    case givenUp(bound: Double)
    /// Nothing connects them: the actors asked for that hang together, part by part.
    case apart([[NodeID]])
  }

  /// An actor of the network that was not asked for.
  public struct Connector: Hashable, Sendable {
    /// What becomes of the network without an actor.
    public enum Loss: Hashable, Sendable {
      /// Another network of the same size connects them.
      case replaceable
      /// The smallest network without it costs so much more.
      case costsMore(Double)
      /// Nothing else connects them.
      case partsThem
      /// It was not found out within the effort.
      case unknown
    }

    /// The actor.
    public let actor: NodeID
    /// The actors asked for that it stands between, piece by piece of the network without it.
    public let joins: [[NodeID]]
    /// What becomes of the network without it.
    public let loss: Loss
  }

  /// The network of all actors.
  public let network: CoordinationNetwork
  /// The actors to be connected, each once, in the order in which they were named.
  public let asked: [NodeID]
  /// What is proved.
  public let ending: Ending
  /// The links, outwards from the first actor asked for; none where nothing connects them.
  public let steps: [PathStep]
  /// Who is in it and was not asked for, in the order of the graph.
  public let connectors: [Connector]
  /// What its links cost together, or how many they are.
  public let cost: Double
  /// Where nothing connects them: each of these restrictions alone, lifted, would let something.
  public let openedBy: [PathRestriction]

  /// Whether the actors are connected.
  public var isConnected: Bool {
    if case .apart = ending { return false }
    return true
  }
}

/// Why no group could be asked for.
public enum GroupError: Error, Hashable, Sendable, CustomStringConvertible {
  /// An actor is not in the network.
  case notInNetwork(NodeID)
  /// Fewer than two actors are to be connected.
  case tooFew

  /// What is wrong, in words.
  public var description: String {
    switch self {
    case .notInNetwork(let node):
      "“\(node)” is no actor of this network; it may be avoided, a class or no actor at all"
    case .tooFew: "name two actors or more to connect"
    }
  }
}

extension CoordinationNetwork {
  /// Finds the smallest network that connects some actors, direction ignored.
  ///
  ///     let group = try network.connecting(["undp", "ecowas", "eu"])
  ///     group.connectors.map(\.actor)
  ///
  /// What counts is the number of links, or what they cost where the network counts costs. Of
  /// several smallest networks one is told, always the same.
  ///
  /// - Parameters:
  ///   - asked: The actors, two or more.
  ///   - effort: About how many looks at links the search may cost.
  /// - Returns: The network, or which of them hang together.
  /// - Throws: ``GroupError`` if an actor is not in the network, or fewer than two are named.
  /// - Complexity: Exponential in the number of actors at worst, bounded by the effort; a search more
  ///   for each connector, each bounded by a tenth of it.
  public func connecting(
    _ asked: [NodeID],
    effort: Int = Network.usualSteinerEffort
  ) throws(GroupError) -> ConnectingGroup {
    var seen: Set<NodeID> = []
    let asked = asked.filter { seen.insert($0).inserted }
    var terminals: [Network.Vertex] = []
    for actor in asked {
      guard let vertex = vertex(of: actor) else { throw .notInNetwork(actor) }
      terminals.append(vertex)
    }
    guard terminals.count > 1 else { throw .tooFew }
    switch network.steinerTree(connecting: terminals, effort: effort) {
    case .apart(let parts):
      return ConnectingGroup(
        network: self,
        asked: asked,
        ending: .apart(parts.map { $0.map { actors[Int($0)] } }),
        steps: [],
        connectors: [],
        cost: 0,
        openedBy: restrictions(parting: asked)
      )
    case .tree(let tree):
      return told(tree, asked: asked, terminals, effort: effort)
    }
  }

  private func told(
    _ tree: SteinerTree,
    asked: [NodeID],
    _ terminals: [Network.Vertex],
    effort: Int
  ) -> ConnectingGroup {
    let rows = TreeRows(tree, in: network)
    let isAsked = Set(terminals)
    let connectors = tree.vertices.filter { !isAsked.contains($0) }.map { vertex in
      ConnectingGroup.Connector(
        actor: actors[Int(vertex)],
        joins: rows.pieces(without: vertex).map { piece in
          piece.filter(isAsked.contains).sorted().map { actors[Int($0)] }
        },
        loss: loss(of: vertex, terminals, cost: tree, effort: effort / 10)
      )
    }
    return ConnectingGroup(
      network: self,
      asked: asked,
      ending: tree.isOptimal ? .proven : .givenUp(bound: tree.lowerBound),
      steps: rows.steps(from: terminals[0]).map { step(over: $0.link, from: $0.vertex) },
      connectors: connectors,
      cost: tree.cost,
      openedBy: []
    )
  }

  /// The restrictions of the scope without any one of which something connects the actors.
  private func restrictions(parting asked: [NodeID]) -> [PathRestriction] {
    let changes: [(PathRestriction, (inout PathQuestion) -> Void)] = [
      (.kinds, { $0.kinds = nil }), (.evidence, { $0.evidence = Set(EvidenceClass.allCases) }),
      (.time, { $0.period = nil }), (.avoiding, { $0.avoiding = [] }),
      (.unnamedActors, { $0.passesClasses = true }),
    ]
    return changes.compactMap { restriction, change in
      let wider = try? CoordinationNetwork(graph, sharing: sharing) { scope in
        scope = self.scope
        change(&scope)
      }
      guard let wider, wider.network.linkCount != network.linkCount else { return nil }
      let parts = wider.network.connectedComponents().components
      let places = asked.compactMap { wider.vertex(of: $0) }.map { parts[Int($0)] }
      return places.count == asked.count && Set(places).count == 1 ? restriction : nil
    }
  }

  /// What becomes of a network without one of its connectors.
  private func loss(
    of lost: Network.Vertex,
    _ terminals: [Network.Vertex],
    cost tree: SteinerTree,
    effort: Int
  ) -> ConnectingGroup.Connector.Loss {
    let kept = network.sources.indices.filter {
      network.sources[$0] != lost && network.targets[$0] != lost
    }
    let rest = try? Network(
      vertexCount: network.vertexCount,
      sources: kept.map { network.sources[$0] },
      targets: kept.map { network.targets[$0] },
      weights: network.weights.map { weights in kept.map { weights[$0] } },
      direction: .undirected
    )
    switch rest?.steinerTree(connecting: terminals, effort: effort) {
    case nil: return .unknown
    case .apart: return .partsThem
    case .tree(let other):
      if other.cost <= tree.cost { return .replaceable }
      guard other.isOptimal, tree.isOptimal else { return .unknown }
      return .costsMore(other.cost - tree.cost)
    }
  }
}

/// The links of a tree at each of its vertices.
private struct TreeRows {
  private let vertices: [Network.Vertex]
  private var rows: [Network.Vertex: [(link: Network.Link, other: Network.Vertex)]] = [:]

  init(_ tree: SteinerTree, in network: Network) {
    vertices = tree.vertices
    for link in tree.links {
      let (source, target) = (network.sources[Int(link)], network.targets[Int(link)])
      rows[source, default: []].append((link, target))
      rows[target, default: []].append((link, source))
    }
  }

  /// The links outwards from a vertex, each with its end that is nearer.
  func steps(from root: Network.Vertex) -> [(link: Network.Link, vertex: Network.Vertex)] {
    var found: [(link: Network.Link, vertex: Network.Vertex)] = []
    var queue = [root]
    var seen: Set<Network.Vertex> = [root]
    var next = 0
    while next < queue.count {
      let vertex = queue[next]
      next += 1
      for arc in rows[vertex] ?? [] where seen.insert(arc.other).inserted {
        found.append((arc.link, vertex))
        queue.append(arc.other)
      }
    }
    return found
  }

  /// What hangs together without a vertex, in the order of its links.
  func pieces(without lost: Network.Vertex) -> [[Network.Vertex]] {
    (rows[lost] ?? []).map { start in
      var piece = [start.other]
      var seen: Set<Network.Vertex> = [lost, start.other]
      var next = 0
      while next < piece.count {
        for arc in rows[piece[next]] ?? [] where seen.insert(arc.other).inserted {
          piece.append(arc.other)
        }
        next += 1
      }
      return piece
    }
  }
}
