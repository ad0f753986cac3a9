/// One search for communities by the algorithm of Leiden.
///
/// See ``Network/leidenCommunities(resolution:seed:maximumRounds:runs:threads:)``.
struct LeidenSearch: ~Copyable {
  private let base: CommunityRows
  private let scratch: LeidenScratch
  /// How much modularity expects of two strengths.
  private let factor: Double
  private var random: SplitMix

  /// Once fewer than one of so many vertices has moved, the rest is left to the levels above and to
  /// the next round.
  private static let leastMoved = 50

  /// After so many turns over those that wait, moves end in any case: every move gains, but for
  /// rounding, so they would end by themselves.
  private static let maximumTurns = 1000

  init(_ rows: CommunityRows, resolution: Double, seed: UInt64) {
    base = rows
    scratch = LeidenScratch(count: rows.count)
    // Beyond any such resolution nobody is tied; the bound keeps products finite.
    let total = rows.strengths.reduce(0, +)
    factor = total > 0 ? min(resolution, 1e100) / total : 0
    random = SplitMix(state: seed)
  }

  /// Makes communities better by one round over all levels.
  ///
  /// - Parameter communities: The community of each vertex, numbered from 0 without a gap.
  /// - Returns: Whether a vertex, or a group of them, was moved.
  mutating func improve(_ communities: inout [UInt32]) -> Bool {
    var hasMoved = move(&communities, in: base)
    var count = CommunityRows.renumber(&communities)
    var level = base
    var levelCommunities = communities
    // The vertex of the level at hand that each vertex of the network lies in.
    var places: [UInt32]?
    while count < level.count {
      var parts = refine(levelCommunities, count: count, in: level)
      let partCount = CommunityRows.renumber(&parts)
      guard partCount < level.count else { break }
      var joined = [UInt32](repeating: 0, count: partCount)
      for vertex in parts.indices { joined[Int(parts[vertex])] = levelCommunities[vertex] }
      level = CommunityRows(joining: level, by: parts, groupCount: partCount)
      places = places.map { $0.map { parts[Int($0)] } } ?? parts
      levelCommunities = joined
      if move(&levelCommunities, in: level) { hasMoved = true }
      count = CommunityRows.renumber(&levelCommunities)
    }
    guard let places else { return hasMoved }
    for vertex in communities.indices {
      communities[vertex] = levelCommunities[Int(places[vertex])]
    }
    _ = CommunityRows.renumber(&communities)
    return hasMoved
  }

  /// Moves vertices, one after the other, to where modularity grows most, until hardly one wants to.
  ///
  /// Every vertex is looked at once, in an order that the seed decides, and again whenever a
  /// neighbour has gone to another community. A vertex stays where it is unless it gains; of
  /// communities that gain equally it takes the one that comes first in its row.
  private mutating func move(_ initial: inout [UInt32], in rows: CommunityRows) -> Bool {
    let communities = unsafe scratch.communities
    let (totals, sizes) = unsafe (scratch.totals, scratch.sizes)
    let (queue, isQueued) = unsafe (scratch.queue, scratch.isQueued)
    let (ties, tied) = unsafe (scratch.ties, scratch.tied)
    for vertex in 0..<rows.count {
      unsafe totals[vertex] = 0
      unsafe sizes[vertex] = 0
    }
    for vertex in 0..<rows.count {
      unsafe communities[vertex] = initial[vertex]
      unsafe totals[Int(initial[vertex])] += rows.strengths[vertex]
      unsafe sizes[Int(initial[vertex])] += 1
    }
    var free = (0..<UInt32(rows.count)).filter { unsafe sizes[Int($0)] == 0 }
    let waiting = shuffleQueue(of: rows)
    let factor = factor
    var moves = 0
    unsafe rows.withUnsafeArcs { arcs in
      let capacity = queue.count
      var (first, last) = (0, waiting)
      // How many vertices of this turn are left, how many it had, and the moves before it.
      var (left, looked, before, turns) = (waiting, waiting, 0, 1)
      while first != last {
        if left == 0 {
          if (moves &- before) &* Self.leastMoved < looked || turns == Self.maximumTurns { break }
          turns &+= 1
          looked = last > first ? last &- first : last &- first &+ capacity
          (left, before) = (looked, moves)
        }
        left &-= 1
        let vertex = unsafe Int(queue[first])
        first = first &+ 1 == capacity ? 0 : first &+ 1
        unsafe isQueued[vertex] = false
        let tiedCount = unsafe scratch.tie(vertex, to: communities, arcs)
        let own = unsafe communities[vertex]
        let strength = rows.strengths[vertex]
        let share = factor * strength
        let without = unsafe totals[Int(own)] - strength
        var best = own
        // A gain that is smaller than this may be rounding.
        let margin = strength * 1e-12
        var most = unsafe ties[Int(own)] - share * without + margin
        for place in 0..<tiedCount {
          let other = unsafe tied[place]
          let gain = unsafe ties[Int(other)] - share * totals[Int(other)]
          unsafe ties[Int(other)] = 0
          if gain > most, other != own { (most, best) = (gain, other) }
        }
        if most < 0, let empty = free.popLast() { best = empty }
        if best == own { continue }
        moves &+= 1
        unsafe communities[vertex] = best
        unsafe totals[Int(best)] += strength
        unsafe sizes[Int(best)] &+= 1
        unsafe sizes[Int(own)] &-= 1
        unsafe totals[Int(own)] = unsafe sizes[Int(own)] == 0 ? 0 : without
        if unsafe sizes[Int(own)] == 0 { free.append(own) }
        unsafe arcs.forEach(of: vertex) { head, _ in
          if unsafe !isQueued[Int(head)], unsafe communities[Int(head)] != best {
            unsafe isQueued[Int(head)] = true
            unsafe queue[last] = head
            last = last &+ 1 == capacity ? 0 : last &+ 1
          }
        }
      }
      while first != last {
        unsafe isQueued[Int(queue[first])] = false
        first = first &+ 1 == capacity ? 0 : first &+ 1
      }
    }
    for vertex in initial.indices { initial[vertex] = unsafe communities[vertex] }
    return moves > 0
  }

  /// Puts all vertices with arcs into the queue, in an order that the seed decides.
  ///
  /// - Returns: How many they are.
  private mutating func shuffleQueue(of rows: CommunityRows) -> Int {
    let (queue, isQueued) = unsafe (scratch.queue, scratch.isQueued)
    var waiting = 0
    for vertex in 0..<rows.count where rows.starts[vertex] < rows.starts[vertex + 1] {
      let place = Int(random.next(below: UInt32(truncatingIfNeeded: waiting + 1)))
      unsafe queue[waiting] = queue[place]
      unsafe queue[place] = UInt32(truncatingIfNeeded: vertex)
      unsafe isQueued[vertex] = true
      waiting &+= 1
    }
    return waiting
  }

  /// Splits communities into parts that hold together well, by joining vertices from none.
  ///
  /// A vertex that is alone is joined to the part of its community where modularity grows most, if
  /// both are tied well enough to the rest of the community; so every part is connected.
  ///
  /// - Returns: The part of each vertex, named by one of its vertices.
  private mutating func refine(
    _ communities: [UInt32],
    count communityCount: Int,
    in rows: CommunityRows
  ) -> [UInt32] {
    let (parts, totals) = unsafe (scratch.parts, scratch.totals)
    let (partTotals, outward) = unsafe (scratch.partTotals, scratch.outward)
    let (ties, tied, sizes) = unsafe (scratch.ties, scratch.tied, scratch.sizes)
    for community in 0..<communityCount { unsafe totals[community] = 0 }
    for vertex in 0..<rows.count {
      unsafe totals[Int(communities[vertex])] += rows.strengths[vertex]
      unsafe partTotals[vertex] = rows.strengths[vertex]
      unsafe parts[vertex] = UInt32(truncatingIfNeeded: vertex)
      unsafe sizes[vertex] = 1
    }
    let waiting = shuffleQueue(of: rows)
    let factor = factor
    unsafe communities.withUnsafeBufferPointer { communities in
      unsafe rows.withUnsafeArcs { arcs in
        for vertex in 0..<rows.count {
          let own = unsafe communities[vertex]
          var sum = 0.0
          unsafe arcs.forEach(of: vertex) { head, weight in
            sum += unsafe communities[Int(head)] == own ? weight : 0
          }
          unsafe outward[vertex] = sum
        }
        for place in 0..<waiting {
          let vertex = unsafe Int(scratch.queue[place])
          unsafe scratch.isQueued[vertex] = false
          let own = unsafe communities[vertex]
          let strength = rows.strengths[vertex]
          let whole = unsafe totals[Int(own)]
          guard unsafe sizes[vertex] == 1,
            unsafe outward[vertex] >= factor * strength * (whole - strength)
          else { continue }
          var tiedCount = 0
          unsafe arcs.forEach(of: vertex) { head, weight in
            guard unsafe communities[Int(head)] == own else { return }
            let part = unsafe parts[Int(head)]
            let tie = unsafe ties[Int(part)]
            unsafe tied[tiedCount] = part
            tiedCount &+= tie == 0 ? 1 : 0
            unsafe ties[Int(part)] = tie + weight
          }
          var best = vertex
          var (most, bestTie) = (0.0, 0.0)
          for place in 0..<tiedCount {
            let part = unsafe Int(tied[place])
            let (tie, total) = unsafe (ties[part], partTotals[part])
            unsafe ties[part] = 0
            let gain = tie - factor * strength * total
            if gain > most, unsafe outward[part] >= factor * total * (whole - total) {
              (most, bestTie, best) = (gain, tie, part)
            }
          }
          if best == vertex { continue }
          unsafe parts[vertex] = UInt32(truncatingIfNeeded: best)
          unsafe partTotals[best] += strength
          unsafe outward[best] += unsafe outward[vertex] - 2 * bestTie
          unsafe sizes[best] &+= 1
          unsafe sizes[vertex] = 0
        }
      }
    }
    return unsafe Array(parts[0..<rows.count])
  }
}

/// A small generator of random numbers (Sebastiano Vigna's SplitMix64, 2015).
struct SplitMix {
  var state: UInt64

  /// Gives a number from 0 to below a bound, which is above 0.
  mutating func next(below bound: UInt32) -> UInt32 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    bits ^= bits >> 31
    return UInt32(truncatingIfNeeded: ((bits >> 32) &* UInt64(bound)) >> 32)
  }
}
