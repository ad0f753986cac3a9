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
    var isVertex = holding(tables.nodes.validities, in: projection.period)
    for id in projection.leftOut {
      if let row = row(of: id) { isVertex[row] = false }
    }
    let holds = holding(tables.edges.validities, in: projection.period)
    let isWalked = edgeKinds.map { projection.kinds?.contains($0) ?? true }
    let table = tables.edges
    var edgeRows: [UInt32] = []
    for row in 0..<edgeCount
    where holds[row] && isWalked[Int(table.kinds[row])] && isVertex[Int(table.from[row])]
      && isVertex[Int(table.to[row])]
    {
      edgeRows.append(UInt32(row))
    }
    let weights = try projection.weight.of(edgeRows, in: self)
    do {
      return try ProjectedNetwork(
        self,
        rows: isVertex.indices.lazy.filter { isVertex[$0] }.map { UInt32($0) },
        edgeRows: edgeRows,
        weights: weights,
        direction: projection.direction
      )
    } catch {
      preconditionFailure("weights were checked: \(error)")
    }
  }

  /// Which elements overlap a period, by the numbers of their spans.
  private func holding(_ validities: [UInt32], in period: Validity?) -> [Bool] {
    guard let period else { return [Bool](repeating: true, count: validities.count) }
    let overlaps = tables.validities.spans.map { $0.overlaps(period) }
    return validities.map { overlaps[Int($0)] }
  }
}

extension Projection.Weight {
  /// The weight of each edge, or `nil` where every edge counts one.
  fileprivate func of(
    _ edgeRows: [UInt32],
    in graph: PropertyGraph
  ) throws(ProjectionError) -> [Double]? {
    guard case .property(let name) = self else { return nil }
    var weights: [Double] = []
    weights.reserveCapacity(edgeRows.count)
    for row in edgeRows {
      let edge = Edge(graph: graph, row: Int(row))
      let weight: Double
      switch edge.property(name) {
      case .integer(let number): weight = Double(number)
      case .decimal(let number): weight = number
      default: throw .missingWeight(edge.id, property: name)
      }
      guard weight.isFinite, weight >= 0 else { throw .badWeight(edge.id, property: name) }
      weights.append(weight)
    }
    return weights
  }
}
