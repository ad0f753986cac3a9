package import GraphCore

/// Links of a projection in columns, each with a chain of what it rests on.
///
/// What a link rests on is told in words for the few links that are asked about.
package struct ProjectedLinks: Sendable {
  /// What a link rests on, as numbers.
  package struct Witness: Sendable {
    /// The row of an edge, or of a node that ties the two ends together.
    package var row: UInt32
    /// The places of its edges' kinds in ``kinds``; `edge` for an edge.
    package var fromKind: UInt16
    package var toKind: UInt16
    /// How strong it is: the strongest is zero.
    package var rank: UInt8
    /// Whether it was found from the link's other end.
    package var isTurned: Bool

    package static let edge = UInt16.max

    /// Creates what a link rests on.
    package init(row: UInt32, fromKind: UInt16, toKind: UInt16, rank: UInt8, isTurned: Bool) {
      self.row = row
      self.fromKind = fromKind
      self.toKind = toKind
      self.rank = rank
      self.isTurned = isTurned
    }
  }

  /// The row of the node where each link starts.
  package var from: [UInt32] = []
  /// The row of the node where it ends.
  package var to: [UInt32] = []
  /// What a step along it costs.
  package var weights: [Double] = []
  /// Whether it may be walked backwards although the network is directed.
  package var isTwoWay: [Bool] = []
  /// The place of its first witness.
  package var firstWitnesses: [UInt32] = []

  /// The kinds that witnesses are told by.
  package var kinds: [EdgeKind]
  package var witnesses: [Witness] = []
  /// The next witness of the same link; `none` after its last.
  package var nextWitnesses: [UInt32] = []

  package static let none = UInt32.max

  /// Creates no links yet.
  package init(kinds: [EdgeKind]) {
    self.kinds = kinds
  }

  /// These links with those at one row taken out, and others put behind them.
  ///
  /// - Complexity: O(*m*) for *m* links.
  package func replacing(at row: UInt32, with others: ProjectedLinks) -> ProjectedLinks {
    var result = self
    let kept = from.indices.filter { from[$0] != row && to[$0] != row }
    let moved = UInt32(witnesses.count)
    func next(_ place: UInt32) -> UInt32 { place == Self.none ? place : place + moved }
    result.from = kept.map { from[$0] } + others.from
    result.to = kept.map { to[$0] } + others.to
    result.weights = kept.map { weights[$0] } + others.weights
    result.isTwoWay = kept.map { isTwoWay[$0] } + others.isTwoWay
    result.firstWitnesses = kept.map { firstWitnesses[$0] } + others.firstWitnesses.map(next)
    result.witnesses += others.witnesses
    result.nextWitnesses += others.nextWitnesses.map(next)
    return result
  }

  /// The links whose ends, by their rows, pass a test; what they rest on stays where it is.
  ///
  /// - Complexity: O(*m*) for *m* links.
  package func kept(_ isKept: (UInt32, UInt32) -> Bool) -> ProjectedLinks {
    var result = self
    let places = from.indices.filter { isKept(from[$0], to[$0]) }
    result.from = places.map { from[$0] }
    result.to = places.map { to[$0] }
    result.weights = places.map { weights[$0] }
    result.isTwoWay = places.map { isTwoWay[$0] }
    result.firstWitnesses = places.map { firstWitnesses[$0] }
    return result
  }

  /// Adds a link that rests on nothing of its own.
  package mutating func append(from: UInt32, to: UInt32, weight: Double, isTwoWay: Bool) {
    self.from.append(from)
    self.to.append(to)
    weights.append(weight)
    self.isTwoWay.append(isTwoWay)
    firstWitnesses.append(Self.none)
  }

  /// Puts other links, told by the same kinds, behind these.
  ///
  /// - Complexity: O(*m*) for *m* other links.
  package mutating func append(_ others: ProjectedLinks) {
    let moved = UInt32(witnesses.count)
    func next(_ place: UInt32) -> UInt32 { place == Self.none ? place : place + moved }
    from += others.from
    to += others.to
    weights += others.weights
    isTwoWay += others.isTwoWay
    firstWitnesses += others.firstWitnesses.map(next)
    witnesses += others.witnesses
    nextWitnesses += others.nextWitnesses.map(next)
  }

  /// The rank of the strongest thing that a link rests on.
  func strongestRank(of link: Int) -> UInt8? {
    var strongest: UInt8?
    var place = firstWitnesses[link]
    while place != Self.none {
      let rank = witnesses[Int(place)].rank
      strongest = min(strongest ?? rank, rank)
      place = nextWitnesses[Int(place)]
    }
    return strongest
  }

  /// What a link rests on in a graph, strongest first, and of equals the first.
  func witnesses(of link: Int, in graph: PropertyGraph) -> [ProjectedLink.Witness] {
    var chain: [Witness] = []
    var place = firstWitnesses[link]
    while place != Self.none {
      chain.append(witnesses[Int(place)])
      place = nextWitnesses[Int(place)]
    }
    let ranks = Set(chain.map(\.rank)).sorted()
    return ranks.flatMap { rank in
      chain.filter { $0.rank == rank }.map { told($0, in: graph) }
    }
  }

  private func told(_ witness: Witness, in graph: PropertyGraph) -> ProjectedLink.Witness {
    guard witness.fromKind != Witness.edge else {
      return .edge(graph.tables.edges.id(of: Int(witness.row)))
    }
    let (from, to) = (kinds[Int(witness.fromKind)], kinds[Int(witness.toKind)])
    return .node(
      graph.nodes[Int(witness.row)].id,
      from: witness.isTurned ? to : from,
      to: witness.isTurned ? from : to
    )
  }
}
