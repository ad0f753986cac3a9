internal import CoverOptimization
internal import NetworkAlgorithms

/// Searches the smallest set of one question.
struct DominatingSearch {
  private let question: DominatingQuestion
  /// The heads of each vertex's arcs, each once, without itself.
  private let heads: [[Int]]
  /// Its neighbours, direction ignored.
  private let neighbours: [[Int]]
  private let part: [UInt32]
  private let isCandidate: [Bool]
  /// The candidates with an arc to each vertex.
  private let tails: [[Int]]
  /// Whether each vertex is to be reached: not those left out, and those that cannot be.
  private let mustReach: [Bool]
  private let unreached: [Network.Vertex]

  /// How many times sets are found that do not hang together before the search is given up.
  private static let maximumRounds = 400

  init(_ network: Network, _ question: DominatingQuestion) {
    self.question = question
    let heads = Self.rows(network)
    neighbours = network.isUndirected ? heads : Self.rows(network.ignoringDirection())
    self.heads = heads
    part = network.connectedComponents().components
    let isLeftOut = neighbours.map { question.leavesOutUnlinked && $0.isEmpty }
    let isCandidate = neighbours.indices.map { vertex in
      !isLeftOut[vertex] && question.candidates?[vertex] != false
    }
    self.isCandidate = isCandidate
    var tails = [[Int]](repeating: [], count: heads.count)
    for vertex in heads.indices where isCandidate[vertex] {
      for head in heads[vertex] { tails[head].append(vertex) }
    }
    let canBeReached = heads.indices.map {
      isCandidate[$0] || tails[$0].count >= question.times
    }
    self.tails = tails
    mustReach = heads.indices.map { !isLeftOut[$0] && canBeReached[$0] }
    unreached = heads.indices.filter { !isLeftOut[$0] && !canBeReached[$0] }
      .map { Network.Vertex($0) }
  }

  private static func rows(_ network: Network) -> [[Int]] {
    var latest = [Int](repeating: -1, count: network.vertexCount)
    return (0..<network.vertexCount).map { vertex in
      latest[vertex] = vertex
      var row: [Int] = []
      for arc in network.arcs(from: Network.Vertex(vertex)) where latest[Int(arc.head)] != vertex {
        latest[Int(arc.head)] = vertex
        row.append(Int(arc.head))
      }
      return row
    }
  }

  func answer() -> DominatingSet {
    var cuts = firstCuts()
    let found = smallest(without: nil, cuts: &cuts, nodes: nodeLimit)
    guard case .set(let members, let bound, let isProven) = found else {
      return DominatingSet(
        members: [],
        unreached: unreached,
        bound: 0,
        ending: .unconnectable,
        irreplaceable: nil
      )
    }
    return DominatingSet(
      members: members.map { Network.Vertex($0) },
      unreached: unreached,
      bound: bound,
      ending: isProven ? .proven : .givenUp,
      irreplaceable: isProven && question.findsIrreplaceable
        ? irreplaceable(members, cuts: &cuts) : nil
    )
  }

  /// How many members are at most tried for whether every smallest set has them.
  private static let maximumMembersTried = 60

  /// How many nodes are looked at: fewer in large networks, where each costs more.
  private var nodeLimit: Int {
    min(
      question.nodeLimit,
      max(200, 4_000_000 / max(1, neighbours.reduce(neighbours.count) { $0 + $1.count }))
    )
  }

  /// Which members are in every smallest set: those without whom every set is larger.
  private func irreplaceable(_ members: [Int], cuts: inout [[Int]]) -> [Bool?] {
    // Every member asks for a search of its own.
    guard members.count <= Self.maximumMembersTried else { return members.map { _ in nil } }
    return members.map { member in
      switch smallest(without: member, cuts: &cuts, nodes: nodeLimit / 4 / max(1, members.count)) {
      case .none: true
      case .set(_, let bound, _) where bound > members.count: true
      case .set(let others, _, _) where others.count == members.count: false
      case .set: nil
      }
    }
  }

  // MARK: Covering

  private enum Found {
    case none
    case set([Int], bound: Int, isProven: Bool)
  }

  /// Finds a smallest set, without one vertex if that is asked.
  private func smallest(without lost: Int?, cuts: inout [[Int]], nodes: Int) -> Found {
    var (left, bound) = (nodes, 0)
    // The smallest set that is known to be good enough.
    var best: [Int]?
    for _ in 0..<Self.maximumRounds {
      let limits = CoverLimits(nodes: max(1, left))
      guard let instance = instance(cuts, without: lost) else { return .none }
      let solution = CoverSolver(limits: limits).solve(instance)
      left -= max(1, solution.nodes)
      guard let plan = solution.plan else {
        if case .infeasible = solution.ending { return .none }
        break
      }
      bound = max(bound, solution.bound)
      let members = members(of: plan)
      let missed = cutsOfReachedOnce(members)
      let broken = missed.isEmpty && question.isConnected ? missedCuts(of: members) : missed
      if broken.isEmpty {
        if members.count < best?.count ?? .max { best = members }
        if solution.isOptimal { bound = max(bound, members.count) }
        break
      }
      if let mended = mended(members, without: lost), mended.count < best?.count ?? .max {
        best = mended
      }
      if let best, best.count <= bound || left <= 0 { break }
      let known = Set(cuts)
      cuts += broken.filter { !known.contains($0) }
      if left <= 0 { break }
    }
    guard let best else { return .none }
    bound = min(bound, best.count)
    return .set(best, bound: bound, isProven: bound == best.count)
  }

  /// Each candidate as a column that covers itself and the heads of its arcs, and sets of vertices
  /// of which one must be taken as further rows.
  private func instance(_ cuts: [[Int]], without lost: Int?) -> CoverInstance? {
    let rows = mustReach.indices.filter { mustReach[$0] }
    var numbers = [Int](repeating: -1, count: mustReach.count)
    for (number, row) in rows.enumerated() { numbers[row] = number }
    var cutRows = [[Int]](repeating: [], count: mustReach.count)
    for (place, cut) in cuts.enumerated() {
      for vertex in cut { cutRows[vertex].append(rows.count + place) }
    }
    let columns = candidates.map { vertex in
      let covered = ([vertex] + heads[vertex]).compactMap { numbers[$0] < 0 ? nil : numbers[$0] }
      return CoverColumn(
        cost: 1,
        rows: covered + cutRows[vertex],
        standing: vertex == lost ? .forbidden : .free
      )
    }
    // All values are in range, but for networks larger than the search can take.
    return try? CoverInstance(
      demands: [Int](repeating: 1, count: rows.count + cuts.count),
      columns: columns
    )
  }

  private var candidates: [Int] { isCandidate.indices.filter { isCandidate[$0] } }

  private func members(of plan: CoverPlan) -> [Int] {
    let candidates = candidates
    return plan.columns.map { candidates[$0] }
  }
}

// MARK: Reaching twice

extension DominatingSearch {
  /// Up to how many vertices that may reach it a vertex is asked for in full from the start.
  private static let fewTails = 16

  /// The vertex and those that may reach it, without one of them: if each such set has a member, the
  /// vertex is one, or is reached by two.
  private func others(reaching vertex: Int, without tail: Int) -> [Int] {
    ((isCandidate[vertex] ? [vertex] : []) + tails[vertex].filter { $0 != tail }).sorted()
  }

  /// The sets of vertices with few that may reach them.
  private func firstCuts() -> [[Int]] {
    guard question.times > 1 else { return [] }
    return mustReach.indices.filter { mustReach[$0] && tails[$0].count <= Self.fewTails }
      .flatMap { vertex in
        tails[vertex].isEmpty
          ? [[vertex]] : tails[vertex].map { others(reaching: vertex, without: $0) }
      }
  }

  /// The sets without a member that are due to vertices which only one member reaches.
  private func cutsOfReachedOnce(_ members: [Int]) -> [[Int]] {
    guard question.times > 1 else { return [] }
    var latest = [Int](repeating: -1, count: heads.count)
    var reached = [Int](repeating: 0, count: heads.count)
    for member in members {
      reached[member] += 2
      for head in heads[member] {
        reached[head] += 1
        latest[head] = member
      }
    }
    return mustReach.indices.filter { mustReach[$0] && reached[$0] == 1 }
      .map { others(reaching: $0, without: latest[$0]) }
  }
}

// MARK: Hanging together

extension DominatingSearch {
  /// The piece of each member, where pieces are joined by links among members; -1 for others.
  private func pieces(_ members: [Int]) -> (pieces: [Int], count: Int) {
    var isMember = [Bool](repeating: false, count: heads.count)
    for member in members { isMember[member] = true }
    return spread(from: members) { isMember[$0] }
  }

  /// Numbers what hangs together among the vertices that pass a test, from each start.
  private func spread(from starts: [Int], _ isPassed: (Int) -> Bool) -> (pieces: [Int], count: Int)
  {
    var pieces = [Int](repeating: -1, count: heads.count)
    var count = 0
    for start in starts where pieces[start] < 0 {
      pieces[start] = count
      var stack = [start]
      while let vertex = stack.popLast() {
        for next in neighbours[vertex] where pieces[next] < 0 && isPassed(next) {
          pieces[next] = count
          stack.append(next)
        }
      }
      count += 1
    }
    return (pieces, count)
  }

  /// The sets of vertices around pieces that part them from others, without a vertex that does not
  /// lie between; none if the members of each part of the network hang together.
  private func missedCuts(of members: [Int]) -> [[Int]] {
    let (pieces, count) = pieces(members)
    var cuts: [[Int]] = []
    for piece in 0..<count {
      let own = members.filter { pieces[$0] == piece }
      guard let first = own.first else { continue }
      let others = members.filter { pieces[$0] != piece && part[$0] == part[first] }
      guard let other = others.first else { continue }
      var isAround = [Bool](repeating: false, count: heads.count)
      for vertex in own {
        for next in neighbours[vertex] where pieces[next] != piece { isAround[next] = true }
      }
      let side = spread(from: [other]) { !isAround[$0] }.pieces
      let cut = isAround.indices.filter { vertex in
        isAround[vertex] && isCandidate[vertex] && neighbours[vertex].contains { side[$0] == 0 }
      }
      if !cuts.contains(cut) { cuts.append(cut) }
    }
    return cuts
  }

  /// Takes whoever is reached too seldom, joins pieces by shortest ways, then leaves out whoever is
  /// not needed; `nil` if that cannot be.
  private func mended(_ members: [Int], without lost: Int?) -> [Int]? {
    var members = members
    for cut in cutsOfReachedOnce(members) {
      guard let taken = cut.first(where: { $0 != lost }) else { return nil }
      if Set(cut).isDisjoint(with: members) { members = (members + [taken]).sorted() }
    }
    while question.isConnected {
      let (pieces, count) = pieces(members)
      let isApart = (0..<count).first { piece in
        guard let first = members.first(where: { pieces[$0] == piece }) else { return false }
        return members.contains { pieces[$0] != piece && part[$0] == part[first] }
      }
      guard let piece = isApart else { break }
      guard let way = way(from: piece, pieces, members, without: lost) else { return nil }
      members = (members + way).sorted()
    }
    for member in members.reversed() {
      let fewer = members.filter { $0 != member }
      if isDominating(fewer), !question.isConnected || missedCuts(of: fewer).isEmpty {
        members = fewer
      }
    }
    return members
  }

  /// The vertices between a piece and the nearest other.
  private func way(
    from piece: Int,
    _ pieces: [Int],
    _ members: [Int],
    without lost: Int?
  ) -> [Int]? {
    var parents = [Int](repeating: -1, count: heads.count)
    var queue = members.filter { pieces[$0] == piece }
    for start in queue { parents[start] = start }
    var next = 0
    while next < queue.count {
      let vertex = queue[next]
      next += 1
      for head in neighbours[vertex] where parents[head] < 0 && isCandidate[head] && head != lost {
        parents[head] = vertex
        if pieces[head] >= 0 {
          var (way, place): ([Int], Int) = ([], vertex)
          while parents[place] != place {
            way.append(place)
            place = parents[place]
          }
          return way
        }
        queue.append(head)
      }
    }
    return nil
  }

  private func isDominating(_ members: [Int]) -> Bool {
    var reached = [Int](repeating: 0, count: heads.count)
    for member in members {
      reached[member] += question.times
      for head in heads[member] { reached[head] += 1 }
    }
    return mustReach.indices.allSatisfy { !mustReach[$0] || reached[$0] >= question.times }
  }
}
