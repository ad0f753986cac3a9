extension ClosureExchange {
  /// Makes a plan cheaper that is not proved to be the cheapest: by turns an actor is left out, alone
  /// or for another, while that saves anything (Kuehn and Hamburger 1963).
  ///
  /// - Complexity: O(*a*²·*n*) for *a* actors and *n* engagements in each turn, at most 20 turns.
  mutating func improve() {
    for _ in 0..<20 {
      let before = cost
      for actor in math.fixedCosts.indices where counts[actor] > 0 {
        guard let best = bestLeaving(actor), best.saved > 0 else { continue }
        apply(best.moves)
      }
      if cost >= before { return }
    }
  }

  /// An engagement in another's place.
  private struct Move {
    let from: Int
    let to: Int
  }

  /// What leaving an actor out saves at most, with those who take its places.
  private func bestLeaving(_ actor: Int) -> (saved: Int, moves: [Move])? {
    let own = isTaken.indices.filter { isTaken[$0] && math.field.candidates[$0].actor == actor }
    guard math.fixedCosts[actor] > 0,
      !own.contains(where: { math.field.candidates[$0].isRequired })
    else { return nil }
    var best = leaving(actor, own, opening: nil)
    for other in counts.indices where counts[other] == 0 {
      guard let found = leaving(actor, own, opening: other) else { continue }
      if found.saved > best?.saved ?? 0 { best = found }
    }
    return best
  }

  /// What leaving an actor out saves if those who are in the plan, and one more, take its places.
  private func leaving(_ actor: Int, _ own: [Int], opening other: Int?)
    -> (saved: Int, moves: [Move])?
  {
    var counts = counts
    var saved = math.fixedCosts[actor] - (other.map { math.fixedCosts[$0] } ?? 0)
    var moves: [Move] = []
    for place in own {
      guard let need = math.field.candidates[place].need else { return nil }
      let found = ofNeed[need].filter { candidate in
        let new = math.field.candidates[candidate].actor
        guard !isTaken[candidate], new != actor, counts[new] > 0 || new == other else {
          return false
        }
        return math.field.terms[new].capacity.map { counts[new] < $0 } ?? true
      }.min { (math.costs[$0], $0) < (math.costs[$1], $1) }
      guard let found else { return nil }
      counts[math.field.candidates[found].actor] += 1
      saved += math.costs[place] - math.costs[found]
      moves.append(Move(from: place, to: found))
    }
    return (saved, moves)
  }

  private mutating func apply(_ moves: [Move]) {
    for move in moves { exchange(move.from, for: move.to) }
  }
}
