import AssistanceModel
import CoordinationAnalysis
import GraphCore
import TestSupport
import Testing

@Suite struct PathFinderTests {
  @Test(arguments: UInt64(0)..<300)
  func `every answer is the first path of a question of its own`(_ seed: UInt64) throws {
    let random = try RandomAssistance(seed: seed)
    var scope = random.question
    scope.kinds = scope.kinds ?? Set(random.graph.schema.linkKinds + [.provider])
    (scope.count, scope.through) = (1, [])
    let finder = PathFinder(random.graph) { $0 = random.question }
    let ends = random.graph.graph.nodes.filter { $0.kind != .assistance }.map(\.id)
    for target in ends {
      let paths = try finder.paths(to: target)
      for source in ends {
        var question = scope
        (question.source, question.target) = (source, target)
        let asked = try random.graph.paths(question).paths.first
        #expect(paths.path(from: source) == asked, "\(source) to \(target)")
      }
    }
  }

  @Test func `relations that only file are not walked unless they are named`() throws {
    let graph = try assistance {
      nodes(["a"])
      nodes(["p"], "pillar")
      edge("a", "has-role-in", "p")
    }
    #expect(try PathFinder(graph).paths(to: "p").path(from: "a") == nil)
    let named = PathFinder(graph) { $0.kinds = ["has-role-in"] }
    #expect(try named.paths(to: "p").path(from: "a")?.route == "a>p")
  }

  @Test func `a placeholder is never passed, and a class only if asked`() throws {
    let graph = try assistance {
      nodes(["s", "t"])
      actor("x", .placeholder)
      actor("c", .class)
      partners("s", "x")
      partners("x", "t")
      partners("s", "c")
      partners("c", "t")
    }
    #expect(try PathFinder(graph).paths(to: "t").path(from: "s") == nil)
    let wide = PathFinder(graph) { $0.passesClasses = true }
    #expect(try wide.paths(to: "t").path(from: "s")?.route == "s>c>t")
  }

  @Test func `a node that is not there, or a fact, is no target`() throws {
    let graph = try assistance {
      nodes(["a"])
      fact("f", by: ["a"])
    }
    let finder = PathFinder(graph)
    #expect(throws: PathError.unknownNode("b")) { try finder.paths(to: "b") }
    #expect(throws: PathError.factAsEnd("f")) { try finder.paths(to: "f") }
    #expect(try finder.paths(to: "a").path(from: "b") == nil)
    #expect(try finder.paths(to: "a").path(from: "a")?.steps == [])
  }
}
