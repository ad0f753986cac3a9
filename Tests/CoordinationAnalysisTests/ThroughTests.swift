import AssistanceModel
import CoordinationAnalysis
import GraphCore
import Testing

@Suite struct ThroughTests {
  /// Everybody works with everybody; relations in the order of keys.
  private func complete(_ between: [NodeID]) throws -> AssistanceGraph {
    let all = ["s"] + between + ["t"]
    return try assistance {
      nodes(all)
      all.indices.flatMap { first in
        all[(first + 1)...].map { partners(all[first], $0) }
      }
    }
  }

  @Test func `a path passes what it is asked to, in any order`() throws {
    let graph = try assistance {
      nodes(["s", "a", "b", "t"])
      partners("s", "t")
      partners("s", "a")
      partners("a", "b")
      partners("b", "t")
    }
    #expect(try graph.asked { $0.through = ["a"] }.routes == ["s>a>b>t"])
    #expect(try graph.asked { $0.through = ["b", "a", "b"] }.routes == ["s>a>b>t"])
  }

  @Test func `the ends are passed anyway`() throws {
    #expect(try complete([]).asked { $0.through = ["t", "s"] }.routes == ["s>t"])
  }

  @Test(arguments: 1...6)
  func `up to six nodes are passed, every order is an answer`(_ count: Int) throws {
    let stops: [NodeID] = (1...count).map { NodeID("n\($0)") }
    let graph = try complete(stops)
    let orders = (1...count).reduce(1, *)
    let answer = try graph.asked(count: orders + 1) { $0.through = stops }
    #expect(answer.paths.count == orders)
    #expect(Set(answer.routes).count == orders)
    #expect(answer.paths.allSatisfy { $0.steps.count == count + 1 })
    #expect(answer.routes.first == "s" + stops.map { ">\($0)" }.joined() + ">t")
    #expect(!answer.stoppedEarly)
  }

  @Test func `more than six are refused, ends and repetitions not counted`() throws {
    let stops: [NodeID] = (1...7).map { NodeID("n\($0)") }
    let graph = try complete(stops)
    #expect(throws: PathError.tooManyToPass(7, maximum: 6)) {
      try graph.asked { $0.through = stops }
    }
    let six = Array(stops.prefix(6))
    #expect(try graph.asked(count: 1) { $0.through = six + ["s", "n1"] }.paths.count == 1)
  }

  @Test func `no path visits a node twice to pass another`() throws {
    let graph = try assistance {
      nodes(["s", "a", "leaf", "t"])
      partners("s", "a")
      partners("a", "leaf")
      partners("a", "t")
    }
    let answer = try graph.asked { $0.through = ["leaf"] }
    #expect(answer.paths.isEmpty && !answer.stoppedEarly)
    #expect(answer.noPath == .cutOff(by: [.through]))
  }

  @Test func `a dead end in a large network is told at once`() throws {
    let crowd = (0..<60).map { NodeID("n\($0)") }
    let graph = try assistance {
      nodes(["s"] + crowd + ["leaf", "t"])
      crowd.indices.flatMap { first in
        crowd[(first + 1)...].map { partners(crowd[first], $0) }
      }
      partners("s", "n0")
      partners("t", "n1")
      partners("leaf", "n2")
    }
    let answer = try graph.asked { $0.through = ["leaf"] }
    #expect(answer.paths.isEmpty && !answer.stoppedEarly)
    #expect(answer.noPath == .cutOff(by: [.through]))
  }

  @Test func `from a node to itself no other is passed`() throws {
    let answer = try complete(["a"]).asked {
      $0.target = "s"
      $0.through = ["a"]
    }
    #expect(answer.paths.isEmpty && !answer.stoppedEarly)
    #expect(answer.noPath == .cutOff(by: [.through]))
  }

  @Test func `a node that is to be avoided too cuts every path off`() throws {
    let answer = try complete(["a"]).asked {
      $0.through = ["a"]
      $0.avoiding = ["a"]
    }
    #expect(answer.noPath == .cutOff(by: [.avoiding, .through]))
  }

  @Test func `a search that is given up says so, and gives no reason`() throws {
    // The only way into the far crowd is the only way out of it; one-way links hide that.
    let (near, far) = ((0..<14).map { NodeID("n\($0)") }, (0..<14).map { NodeID("f\($0)") })
    func crowd(_ ids: [NodeID]) -> [GraphElement] {
      ids.indices.flatMap { first in
        ids[(first + 1)...].map { edge(ids[first], "leads", $0) }
          + ids[(first + 1)...].map { edge($0, "leads", ids[first]) }
      }
    }
    let graph = try assistance {
      nodes(["s"] + near + far + ["t"])
      crowd(near)
      crowd(far)
      edge("s", "leads", "n0")
      edge("n1", "leads", "f0")
      edge("f1", "leads", "n1")
      edge("n2", "leads", "t")
      edge("t", "leads", "f2")
    }
    let answer = try graph.asked(count: 1) {
      $0.followsDirection = true
      $0.through = ["f5"]
    }
    #expect(answer.paths.isEmpty && answer.stoppedEarly && answer.noPath == nil)
    let free = try graph.asked(count: 1) { $0.through = ["f5"] }
    #expect(free.routes == ["s>n0>n1>f0>f5>f2>t"])
  }
}
