import AssistanceModel
import CoordinationAnalysis
import GraphCore
import Testing

@Suite struct CoordinationWithdrawalTests {
  /// `a` and `b` meet over `hub`, or by a longer way; `island` knows `hub` alone; `c` and `d` reach
  /// the others over `hub` only.
  private func graph() throws -> AssistanceGraph {
    try assistance {
      nodes(["a", "b", "hub", "island", "x", "y", "c", "d"])
      nodes(["kenya", "guyana"], .countryCase)
      partners("a", "hub")
      partners("hub", "b")
      partners("a", "x")
      partners("x", "y")
      partners("y", "b")
      partners("hub", "island")
      partners("hub", "c")
      partners("c", "d")
      fact("own", by: ["hub"], in: "kenya")
      fact("shared", by: ["hub", "a"], in: "guyana")
    }
  }

  private func outcome(
    _ from: NodeID,
    _ to: NodeID,
    without actors: Set<NodeID>,
    facts: Set<NodeID> = []
  ) throws -> PathChange.Outcome {
    let withdrawal = CoordinationWithdrawal(of: actors, facts: facts, from: try graph())
    return try withdrawal.paths(PathQuestion(from: from, to: to)).outcome
  }

  @Test func `a path over somebody who leaves is replaced by a longer one, or breaks`() throws {
    #expect(try outcome("a", "b", without: ["hub"]) == .worse)
    #expect(try outcome("a", "island", without: ["hub"]) == .broken)
    #expect(try outcome("a", "y", without: ["island"]) == .holds)
    #expect(try outcome("hub", "b", without: ["hub"]) == .endLeaves)
  }

  @Test func `paths before and after stand side by side`() throws {
    let withdrawal = CoordinationWithdrawal(of: ["hub"], from: try graph())
    let change = try withdrawal.paths(PathQuestion(from: "a", to: "b"))
    #expect(change.before.paths.first?.steps.map(\.to) == ["hub", "b"])
    #expect(change.after?.paths.first?.steps.map(\.to) == ["x", "y", "b"])
  }

  @Test func `what no longer holds ties nobody, whoever stays`() throws {
    #expect(try outcome("hub", "kenya", without: [], facts: ["own"]) == .broken)
    #expect(try outcome("a", "guyana", without: ["hub"]) == .holds)
  }

  @Test func `a relation that no longer holds ties nobody either`() throws {
    let graph = try graph()
    let relation = try #require(graph.incidence.edges(from: "hub").first { $0.to.id == "b" })
    let withdrawal = CoordinationWithdrawal(of: [], relations: [relation.id], from: graph)
    #expect(try withdrawal.paths(PathQuestion(from: "hub", to: "b")).outcome == .worse)
    #expect(try withdrawal.paths(PathQuestion(from: "a", to: "hub")).outcome == .holds)
  }

  @Test func `who could reach somebody and reaches nobody is cut off, with places and groups`()
    throws
  {
    let cutOff = CoordinationWithdrawal(of: ["hub"], from: try graph())
      .cutOff(places: ["kenya", "guyana"])
    #expect(cutOff.actors == ["island"])
    #expect(cutOff.groups == [["c", "d"]])
    #expect(cutOff.places == ["kenya"])
    #expect(CoordinationWithdrawal(of: ["y"], from: try graph()).cutOff(places: ["kenya"]).isEmpty)
  }

  @Test func `nobody is cut off where no link is documented, and that can be told`() throws {
    let graph = try assistance {
      nodes(["a", "b"])
      partners("a", "b", .thematic)
    }
    let cutOff = CoordinationWithdrawal(of: ["b"], from: graph).cutOff()
    #expect(cutOff.isEmpty && cutOff.linkCount == 0)
    let linked = try assistance {
      nodes(["a", "b", "c"])
      partners("a", "b")
      partners("a", "c")
    }
    #expect(CoordinationWithdrawal(of: ["b"], from: linked).cutOff().linkCount == 2)
  }

  @Test func `links that are not documented, and placeholders, hold nobody together`() throws {
    let graph = try assistance {
      nodes(["a", "b", "c"])
      actor("someone", .placeholder)
      partners("a", "b")
      partners("a", "c", .thematic)
      partners("a", "someone")
    }
    #expect(CoordinationWithdrawal(of: ["b"], from: graph).cutOff().actors == ["a"])
  }

  @Test(arguments: UInt64(0)..<150)
  func `paths that are left are those that avoid who leaves and what falls with them`(
    _ seed: UInt64
  ) throws {
    let random = try RandomAssistance(seed: seed)
    let leaving = Set(random.graph.graph.nodes(of: .actor).prefix(Int(seed % 3) + 1).map(\.id))
    var question = random.question
    question.through = []
    question.count = 1
    let withdrawal = CoordinationWithdrawal(of: leaving, from: random.graph)
    let change = try withdrawal.paths(question)
    #expect(change.before == (try random.graph.paths(question)))
    guard let after = change.after else {
      #expect(leaving.contains(question.source) || leaving.contains(question.target))
      return
    }
    for step in after.paths.flatMap(\.steps) {
      #expect(!leaving.contains(step.from) && !leaving.contains(step.to))
      for case .fact(let id, _, _) in step.witnesses {
        let providers = random.graph.fact(id)?.providers ?? []
        #expect(providers.isEmpty || !leaving.isSuperset(of: providers))
      }
    }
    // The best path holds exactly if it is one of those.
    if let best = change.before.paths.first, let left = after.paths.first {
      #expect(left.cost >= best.cost)
    }
    #expect(after.paths.isEmpty || !change.before.paths.isEmpty)
    // Facts that keep a provider tie the same nodes as avoiding those who leave does.
    let falls = random.graph.assistance.contains {
      !$0.providers.isEmpty && leaving.isSuperset(of: $0.providers)
    }
    if !falls {
      var avoiding = question
      avoiding.avoiding.formUnion(leaving)
      #expect(try random.graph.paths(avoiding).paths == after.paths)
    }
  }

  @Test(arguments: UInt64(0)..<150)
  func `who is cut off is whom a walk over documented links finds alone`(_ seed: UInt64) throws {
    let random = try RandomAssistance(seed: seed)
    let leaving = Set(random.graph.graph.nodes(of: .actor).suffix(Int(seed % 2) + 1).map(\.id))
    let withdrawal = CoordinationWithdrawal(of: leaving, from: random.graph)
    let cutOff = withdrawal.cutOff(places: ["c0", "c1"])
    func reached(_ start: NodeID, _ graph: AssistanceGraph) -> Set<NodeID> {
      var found: Set<NodeID> = [start]
      for other in graph.graph.nodes(of: .actor) where other[.designation] ?? .named == .named {
        var question = PathQuestion(from: start, to: other.id)
        question.evidence = [.documented]
        guard let paths = try? graph.paths(question) else { continue }
        if !paths.paths.isEmpty { found.insert(other.id) }
      }
      return found
    }
    let everybody = random.graph.graph.nodes(of: .actor)
      .filter { ($0[.designation] ?? .named) == .named }.map(\.id)
    let named = everybody.filter { !leaving.contains($0) }
    let alone = named.filter {
      reached($0, random.graph).count > 1 && reached($0, withdrawal.after).count == 1
    }
    #expect(cutOff.actors == alone)
    for group in cutOff.groups {
      for member in group { #expect(reached(member, withdrawal.after) == Set(group)) }
    }
    for place in ["c0", "c1"] as [NodeID] {
      let ties = [random.graph, withdrawal.after].map { graph in
        everybody.contains { actor in
          var question = PathQuestion(from: actor, to: place)
          question.evidence = [.documented]
          return (try? graph.paths(question).paths.contains { $0.steps.count == 1 }) ?? false
        }
      }
      #expect(cutOff.places.contains(place) == (ties == [true, false]))
    }
  }
}
