import AssistanceModel
import CoordinationAnalysis
import GraphCore
import Testing

/// Everything about cuts follows from the list of all paths, which is enumerated here.
@Suite struct RouteCutsLawTests {
  @Test(arguments: UInt64(0)..<300)
  func `cuts are the smallest sets that every path has one of`(_ seed: UInt64) throws {
    let random = try Enumerated(seed: seed)
    let found = try random.graph.routeCuts(random.question, listing: 1000, counting: 1000)
    guard !random.paths.isEmpty else {
      #expect(found.best.paths.isEmpty)
      #expect(found.actorCuts?.size == 0 && found.linkCuts?.size == 0)
      return
    }
    let inner = random.paths.map { path in
      Set(path.dropLast().map(\.to).filter { random.graph.graph[$0]?.kind == .actor })
    }
    if let actors = found.actorCuts {
      #expect(Set(actors.sets.map { Set($0) }) == Self.smallestHitting(inner))
      #expect(actors.sets.count == actors.count && actors.isCounted)
      #expect(actors.sets.allSatisfy { $0.count == actors.size })
      for cut in actors.sets {
        let withdrawal = CoordinationWithdrawal(of: Set(cut), from: random.graph)
        #expect(try withdrawal.after.paths(random.question).paths.isEmpty)
      }
    } else {
      #expect(inner.contains([]))
      #expect(found.direct != nil)
    }
    let links = random.paths.map { Set($0.map { Self.key($0, random.question) }) }
    if let cuts = found.linkCuts {
      let sets = cuts.sets.map { Set($0.map { Self.key($0, random.question) }) }
      #expect(Set(sets) == Self.smallestHitting(links))
      #expect(cuts.sets.count == cuts.count)
    } else {
      #expect(random.question.source == random.question.target)
    }
  }

  @Test(arguments: UInt64(0)..<300)
  func `who is on every route is on every path, and routes apart are as many as can be`(
    _ seed: UInt64
  ) throws {
    let random = try Enumerated(seed: seed)
    let found = try random.graph.routeCuts(random.question)
    guard let first = random.paths.first else { return }
    let inner = random.paths.map { Set($0.dropLast().map(\.to)) }
    let common = inner.reduce(inner[0]) { $0.intersection($1) }
    #expect(found.onEveryRoute == first.dropLast().map(\.to).filter { common.contains($0) })
    guard random.question.source != random.question.target else { return }

    // A path without anybody between its ends takes its one link for itself.
    let things = random.paths.map { path in
      let inner = Set(path.dropLast().map { "\($0.to)" })
      return inner.isEmpty ? Set(path.map { Self.key($0, random.question) }) : inner
    }
    let costs = random.paths.map { $0.reduce(0) { $0 + $1.cost } }
    let best = Self.bestSets(things, costs)
    #expect(found.apart.routes.count == best.count - 1)
    #expect(Int((found.apart.cost * 1000).rounded()) == best.last)
    #expect(
      (found.cheapestPair?.cost).map { Int(($0 * 1000).rounded()) }
        == (best.count > 2 ? best[2] : nil)
    )
    let links = random.paths.map { Set($0.map { Self.key($0, random.question) }) }
    let bestOfLinks = Self.bestSets(links, costs)
    #expect(found.sharingNoLink.routes.count == bestOfLinks.count - 1)
    #expect(Int((found.sharingNoLink.cost * 1000).rounded()) == bestOfLinks.last)
    for without in found.without {
      let change = try CoordinationWithdrawal(of: [without.actor], from: random.graph)
        .paths(random.question)
      #expect(change.outcome == without.outcome)
      #expect(change.after?.paths.first == without.after)
    }
  }

  /// A random graph without nodes to pass, and all its paths.
  private struct Enumerated {
    let graph: AssistanceGraph
    let question: PathQuestion
    let paths: [[NaivePaths.Step]]

    init(seed: UInt64) throws {
      let random = try RandomAssistance(seed: seed)
      graph = random.graph
      var question = random.question
      (question.through, question.count) = ([], 1)
      self.question = question
      paths = NaivePaths(graph: graph, question: question).paths().map(\.steps)
    }
  }

  /// What makes a step the same link as another: the ends and what says so, in whichever direction
  /// unless each way is a link of its own.
  private static func key(
    _ from: NodeID,
    _ to: NodeID,
    _ witnesses: some Sequence<PathStep.Witness>,
    _ question: PathQuestion
  ) -> String {
    let isOneWay = question.followsDirection && !question.keepsParallelLinks
    let ends = isOneWay ? [from.rawValue, to.rawValue] : [from.rawValue, to.rawValue].sorted()
    let told = witnesses.map { witness in
      switch witness {
      case .relation(let id): "\(id)"
      case .fact(let id, let first, let second):
        "\(id) \([first.rawValue, second.rawValue].sorted())"
      }
    }
    return "\(ends) \(question.keepsParallelLinks ? told.sorted() : [])"
  }

  private static func key(_ step: NaivePaths.Step, _ question: PathQuestion) -> String {
    key(step.from, step.to, step.witnesses, question)
  }

  private static func key(_ step: PathStep, _ question: PathQuestion) -> String {
    key(step.from, step.to, step.witnesses, question)
  }

  /// All smallest sets that have a member in common with each of some sets.
  private static func smallestHitting<Member: Hashable>(
    _ sets: [Set<Member>]
  ) -> Set<Set<Member>> {
    var found: Set<Set<Member>> = [[]]
    while true {
      let hitting = found.filter { chosen in sets.allSatisfy { !$0.isDisjoint(with: chosen) } }
      if !hitting.isEmpty { return hitting }
      // Whoever hits all sets has a member of the first that is missed.
      var larger: Set<Set<Member>> = []
      for chosen in found {
        for member in sets.first(where: { $0.isDisjoint(with: chosen) }) ?? [] {
          larger.insert(chosen.union([member]))
        }
      }
      if larger.isEmpty { return [] }
      found = larger
    }
  }

  /// By number: the least cost of so many sets that have nothing in common.
  private static func bestSets(_ things: [Set<String>], _ costs: [Int]) -> [Int] {
    var best: [Int] = []
    func extend(_ count: Int, _ cost: Int, from next: Int, taken: Set<String>) {
      if best.count == count { best.append(.max) }
      best[count] = min(best[count], cost)
      for place in next..<max(next, things.count) where taken.isDisjoint(with: things[place]) {
        extend(count + 1, cost + costs[place], from: place + 1, taken: taken.union(things[place]))
      }
    }
    extend(0, 0, from: 0, taken: [])
    return best
  }
}
