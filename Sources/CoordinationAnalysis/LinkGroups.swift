internal import GraphCore
internal import GraphProjection

/// Links gathered by their ends: those of the same two nodes are one group.
///
/// Two counting passes take the place of hashing: links are brought together by one end, and of
/// those each other end is looked up in a table.
struct LinkGroups {
  /// A relation, or two nodes that a fact ties together: numbers only, as there are many.
  struct Link {
    var from: UInt32
    var to: UInt32
    /// The row of a relation, or of a fact's node.
    var row: UInt32
    /// The places of the two roles among those of facts; of a relation `Witness.edge`.
    var fromRole: UInt16
    var toRole: UInt16
    /// The place of its class of evidence, from the strongest.
    var rank: UInt8
    /// The place of what a step costs in a table.
    var cost: UInt8
    var isTwoWay: Bool

    /// The link as links that are walked one way.
    var oneWay: [Link] {
      guard isTwoWay else { return [self] }
      var there = self
      there.isTwoWay = false
      var back = there
      (back.from, back.to, back.fromRole, back.toRole) = (to, from, toRole, fromRole)
      return [there, back]
    }
  }

  /// What a step costs, by ``Link/cost``.
  private let costs: [Double]
  private let keepsDirection: Bool
  private let nodeCount: Int
  private static let none = ProjectedLinks.none

  init(costs: [Double], keepsDirection: Bool, nodeCount: Int) {
    self.costs = costs
    self.keepsDirection = keepsDirection
    self.nodeCount = nodeCount
  }

  /// Links of the same two nodes as one, with the strongest class and all evidence; groups are in
  /// the order of their first link.
  ///
  /// - Parameters:
  ///   - links: The links; of a directed question, those walked both ways are groups of their own.
  ///   - roles: The kinds that links tell their roles by.
  ///   - keepsParallelLinks: Whether every link is a group of its own.
  /// - Returns: The groups, and what each rests on.
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* links.
  func merged(_ links: [Link], roles: [EdgeKind], keepsParallelLinks: Bool) -> ProjectedLinks {
    var next = [UInt32](repeating: Self.none, count: links.count)
    var numbers = Array(0..<UInt32(links.count))
    if !keepsParallelLinks { chain(links, firsts: &numbers, next: &next) }
    // The number of a link's group takes the place of the group's first link.
    var (from, to): ([UInt32], [UInt32]) = ([], [])
    var (weights, isTwoWay): ([Double], [Bool]) = ([], [])
    var firstWitnesses: [UInt32] = []
    var witnesses: [ProjectedLinks.Witness] = []
    witnesses.reserveCapacity(links.count)
    for index in links.indices {
      let link = links[index]
      let cost = costs[Int(link.cost)]
      let first = Int(numbers[index])
      let number: Int
      if first == index {
        number = from.count
        numbers[index] = UInt32(number)
        from.append(link.from)
        to.append(link.to)
        weights.append(cost)
        isTwoWay.append(link.isTwoWay)
        firstWitnesses.append(UInt32(index))
      } else {
        number = Int(numbers[first])
        if cost < weights[number] { weights[number] = cost }
      }
      witnesses.append(
        ProjectedLinks.Witness(
          row: link.row,
          fromKind: link.fromRole,
          toKind: link.toRole,
          rank: link.rank,
          isTurned: link.from != from[number]
        )
      )
    }
    var projected = ProjectedLinks(kinds: roles)
    projected.from = from
    projected.to = to
    projected.weights = weights
    projected.isTwoWay = isTwoWay
    projected.firstWitnesses = firstWitnesses
    projected.witnesses = witnesses
    projected.nextWitnesses = next
    return projected
  }

  /// Finds the first link of each link's group, and the next one of the same.
  private func chain(_ links: [Link], firsts: inout [UInt32], next: inout [UInt32]) {
    let keepsDirection = keepsDirection
    var starts = [UInt32](repeating: 0, count: nodeCount + 1)
    for link in links { starts[Int(Self.ends(link, keepsDirection).near) + 1] += 1 }
    for row in 0..<nodeCount { starts[row + 1] += starts[row] }
    // Each link's far end beside its number, so that links are read in their order alone.
    var order = [SIMD2<UInt32>](repeating: .zero, count: links.count)
    for index in links.indices {
      let (near, far) = Self.ends(links[index], keepsDirection)
      order[Int(starts[Int(near)])] = SIMD2(far, UInt32(index))
      starts[Int(near)] += 1
    }
    // The last link with each far end, and of which near end that is; one-way and two-way apart.
    let unset = SIMD2(Self.none, Self.none)
    var oneWay = [SIMD2<UInt32>](repeating: unset, count: keepsDirection ? nodeCount : 0)
    var twoWay = [SIMD2<UInt32>](repeating: unset, count: nodeCount)
    var place = 0
    for near in 0..<nodeCount {
      // A start has moved on to where the next end's links start.
      while place < starts[near] {
        let (far, index) = (Int(order[place].x), order[place].y)
        place += 1
        let isOneWay = keepsDirection && !links[Int(index)].isTwoWay
        let last = isOneWay ? oneWay[far] : twoWay[far]
        if last.x == near {
          firsts[Int(index)] = firsts[Int(last.y)]
          next[Int(last.y)] = index
        }
        if isOneWay {
          oneWay[far] = SIMD2(UInt32(near), index)
        } else {
          twoWay[far] = SIMD2(UInt32(near), index)
        }
      }
    }
  }

  /// The ends by which a link is gathered: as it is walked, or the lower row first.
  @inline(__always)
  private static func ends(_ link: Link, _ keepsDirection: Bool) -> (near: UInt32, far: UInt32) {
    keepsDirection && !link.isTwoWay || link.from < link.to
      ? (link.from, link.to) : (link.to, link.from)
  }
}
