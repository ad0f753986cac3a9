internal import GraphProjection
internal import NetworkAlgorithms

/// Pairs of actors who are active in the same place and are not linked otherwise.
struct SharedPlaces {
  /// The places of both among the actors, the lower one first; in ascending order.
  private(set) var pairs: [SIMD2<UInt32>] = []

  /// Collects pairs.
  ///
  /// - Parameters:
  ///   - presence: Actors and, behind them, places; links between the two.
  ///   - actorCount: How many vertices are actors.
  ///   - links: What links actors otherwise.
  ///   - rows: The rows of the actors, ascending.
  /// - Throws: ``CoordinationNetworkError`` if there may be too many pairs.
  /// - Complexity: O(*n* + *m* + *p*) for *p* pairs in each place, counted apart.
  init(
    in presence: Network,
    actorCount: Int,
    besides links: ProjectedLinks,
    _ rows: [UInt32]
  ) throws(CoordinationNetworkError) {
    var possible = 0
    for place in actorCount..<presence.vertexCount {
      let count = presence.arcs(from: UInt32(place)).count
      possible += count * (count - 1) / 2
    }
    let most = CoordinationNetwork.maximumSharedPairs
    guard possible <= most else { throw .tooManySharedPairs(possible, maximum: most) }
    var places = [UInt32](repeating: 0, count: Int(rows.last ?? 0) + 1)
    for (place, row) in rows.enumerated() { places[Int(row)] = UInt32(place) }
    // The other ends of links, by their lower end.
    var others = [[UInt32]](repeating: [], count: actorCount)
    for link in links.from.indices {
      let (first, second) = (places[Int(links.from[link])], places[Int(links.to[link])])
      others[Int(min(first, second))].append(max(first, second))
    }
    var stamps = [UInt32](repeating: .max, count: actorCount)
    for actor in 0..<UInt32(actorCount) {
      for other in others[Int(actor)] { stamps[Int(other)] = actor }
      var found: [UInt32] = []
      for there in presence.arcs(from: actor) {
        for back in presence.arcs(from: there.head)
        where back.head > actor && stamps[Int(back.head)] != actor {
          stamps[Int(back.head)] = actor
          found.append(back.head)
        }
      }
      pairs += found.sorted().map { SIMD2(actor, $0) }
    }
  }
}
