public import GraphCore
public import NetworkAlgorithms

/// How a network is made from the edges of a graph: which edges, which way, at which cost.
///
///     let partners = try graph.projected(Projection(kinds: ["partners-with"]))
///     partners.network.connectedComponents().count
public struct Projection: Hashable, Sendable {
  /// What a step along an edge costs.
  public enum Weight: Hashable, Sendable {
    /// One for every edge.
    case steps
    /// The value of a number property, which every edge must have.
    case property(String)
  }

  /// The kinds of edges that become links; `nil` is every kind.
  public var kinds: Set<EdgeKind>?
  /// How links may be walked.
  public var direction: Network.Direction
  /// The span of time that an edge and its ends must overlap; `nil` is any.
  public var period: Validity?
  /// Nodes that are left out with their edges.
  public var leftOut: Set<NodeID>
  /// What a step costs.
  public var weight: Weight

  /// Creates a projection; every part has to be asked for.
  public init(
    kinds: Set<EdgeKind>? = nil,
    direction: Network.Direction = .undirected,
    period: Validity? = nil,
    leavingOut leftOut: Set<NodeID> = [],
    weight: Weight = .steps
  ) {
    self.kinds = kinds
    self.direction = direction
    self.period = period
    self.leftOut = leftOut
    self.weight = weight
  }
}

/// Why a graph could not be made a network.
public enum ProjectionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The edge lacks the property that should be its weight, or it is no number.
  case missingWeight(EdgeID, property: String)
  /// The edge's weight is negative, infinite or no number.
  case badWeight(EdgeID, property: String)

  /// What is wrong, in words.
  public var description: String {
    switch self {
    case .missingWeight(let id, let property):
      "\(id) has no number “\(property)”, which should be its weight"
    case .badWeight(let id, let property):
      "the weight “\(property)” of \(id) is negative or not finite"
    }
  }
}

extension PropertyGraph {
  /// Makes a network of the graph's edges.
  ///
  /// Every node that is not left out becomes a vertex, linked or not; every edge becomes a link of
  /// its own, so parallel edges stay apart.
  ///
  /// - Parameter projection: Which edges, which way, at which cost.
  /// - Returns: The network and the way back to the graph.
  /// - Throws: ``ProjectionError`` naming the first edge without a usable weight.
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* edges.
  public func projected(_ projection: Projection) throws(ProjectionError) -> ProjectedNetwork {
    let leftOut = Set(projection.leftOut.compactMap { row(of: $0) })
    func isIn(_ row: Int) -> Bool {
      guard !leftOut.contains(row) else { return false }
      return projection.period.map { nodes[row].validity.overlaps($0) } ?? true
    }
    let rows = (0..<nodeCount).filter(isIn).map { UInt32($0) }
    let isVertex = Set(rows)
    var links: [ProjectedLink] = []
    for edge in edges {
      let (from, to) = (UInt32(edge.from.row), UInt32(edge.to.row))
      guard projection.kinds?.contains(edge.kind) ?? true, isVertex.contains(from),
        isVertex.contains(to), projection.period.map({ edge.validity.overlaps($0) }) ?? true
      else { continue }
      links.append(
        ProjectedLink(
          from: from,
          to: to,
          weight: try projection.weight.of(edge),
          witnesses: [.edge(edge.id)]
        )
      )
    }
    do {
      return try ProjectedNetwork(
        self,
        rows: rows,
        links: links,
        direction: projection.direction
      )
    } catch {
      preconditionFailure("weights were checked: \(error)")
    }
  }
}

extension Projection.Weight {
  fileprivate func of(_ edge: Edge) throws(ProjectionError) -> Double {
    guard case .property(let name) = self else { return 1 }
    let weight: Double
    switch edge.property(name) {
    case .integer(let number): weight = Double(number)
    case .decimal(let number): weight = number
    default: throw .missingWeight(edge.id, property: name)
    }
    guard weight.isFinite, weight >= 0 else { throw .badWeight(edge.id, property: name) }
    return weight
  }
}
