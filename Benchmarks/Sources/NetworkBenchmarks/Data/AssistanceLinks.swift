internal import BenchmarkSupport

/// Makes networks of actors and the places where they assist.
///
/// Each fact joins an actor, drawn by Zipf's law, to a place: two facts of three to one near the
/// actor's home, the others to places drawn by rank. Facts of the same two are one link, as heavy as
/// the lightest of them. The same number of facts gives the same network.
struct AssistanceLinks {
  let facts: Int

  func links() -> LinkTable {
    var random = SeededGenerator(seed: 0xA1D + UInt64(facts))
    let (actorCount, placeCount) = sizes
    let actors = RankedDraw(actorCount, isSteep: true, using: &random)
    let places = RankedDraw(placeCount, isSteep: false, using: &random)
    let homes = (0..<actorCount).map { _ in random.below(placeCount) }
    let reach = max(2, placeCount / 60)
    var drawn: [UInt64] = []
    drawn.reserveCapacity(facts)
    for _ in 0..<facts {
      let actor = actors.next(using: &random)
      var place = homes[actor] + random.below(2 * reach + 1) + random.below(2 * reach + 1)
      place = (place - 2 * reach + placeCount) % placeCount
      if !random.happens(0.65) { place = places.next(using: &random) }
      // Sorted, facts of the same two come together, the lightest first.
      drawn.append(UInt64(actor) << 40 | UInt64(place) << 16 | UInt64(1 + random.below(6400)))
    }
    drawn.sort()
    var distinct: [UInt64] = []
    for fact in drawn where fact >> 16 != distinct.last.map({ $0 >> 16 }) { distinct.append(fact) }
    distinct.shuffle(using: &random)
    var table = LinkTable(name: "aid\(facts)", vertexCount: actorCount + placeCount)
    table.actorCount = actorCount
    for fact in distinct {
      table.sources.append(UInt32(fact >> 40))
      table.targets.append(UInt32(actorCount) + UInt32(fact >> 16 & 0xFF_FFFF))
      table.units.append(UInt32(fact & 0xFFFF))
    }
    return table
  }

  /// How many actors and places there are.
  private var sizes: (actors: Int, places: Int) {
    switch facts {
    case 5_000_000...: (100_000, 5_000)
    case 500_000...: (20_000, 1_500)
    case 50_000...: (2_000, 400)
    default: (max(20, facts / 40), max(10, facts / 60))
    }
  }
}
