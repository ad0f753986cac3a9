import GraphCore
import GraphProjection
import NetworkAlgorithms
import Testing

@Suite struct ProjectionTests {
  /// The ends of every link as keys, in the order of links.
  private func links(_ projected: ProjectedNetwork) -> [String] {
    let network = projected.network
    return zip(network.sources, network.targets).map {
      "\(projected.node($0).id)>\(projected.node($1).id)"
    }
  }

  private func during(_ text: String) -> Validity {
    guard let date = PartialDate(text) else { preconditionFailure("“\(text)” is no date") }
    return Validity(in: date)
  }

  @Test func `an empty graph makes an empty network`() throws {
    let projected = try PropertyGraph().projected(Projection())
    #expect(projected.network.vertexCount == 0 && projected.network.linkCount == 0)
    #expect(projected.vertex(of: "a") == nil)
  }

  @Test func `nodes without edges stay`() throws {
    let projected = try PropertyGraph { node("a", "x") }.projected(Projection())
    #expect(projected.network.vertexCount == 1)
    #expect(projected.vertex(of: "a") == 0)
  }

  @Test func `parallel edges and loops stay apart`() throws {
    let projected = try PropertyGraph {
      node("a", "x")
      node("b", "x")
      edge("a", "to", "b")
      edge("a", "to", "b")
      edge("b", "to", "b")
    }.projected(Projection())
    #expect(links(projected) == ["a>b", "a>b", "b>b"])
    #expect(projected.network.degrees() == [2, 4])
    #expect(projected.network.isUndirected)
  }

  @Test func `only the asked kinds become links, and every node stays`() throws {
    let graph = try PropertyGraph {
      node("a", "x")
      node("b", "y")
      edge("a", "to", "b")
      edge("a", "from", "b")
    }
    let projected = try graph.projected(Projection(kinds: ["from", "unknown"]))
    #expect(links(projected) == ["a>b"])
    #expect(projected.witnesses(of: 0) == [.edge(EdgeID(rawValue: 1))])
    #expect(try graph.projected(Projection(kinds: [])).network.linkCount == 0)
    #expect(try graph.projected(Projection(kinds: [])).network.vertexCount == 2)
  }

  @Test(arguments: [
    (Network.Direction.directed, [1, 0]), (.reversed, [0, 1]), (.undirected, [1, 1]),
  ])
  func `direction says how links are walked`(_ direction: Network.Direction, _ arcs: [Int]) throws {
    let projected = try PropertyGraph {
      node("a", "x")
      node("b", "x")
      edge("a", "to", "b")
    }.projected(Projection(direction: direction))
    #expect([0, 1].map { projected.network.arcs(from: $0).count } == arcs)
    #expect(links(projected) == ["a>b"])
  }

  @Test func `a period leaves out edges and nodes that do not overlap it`() throws {
    let projected = try PropertyGraph {
      node("a", "x")
      node("gone", "x", valid: during("1999"))
      node("b", "x", valid: during("2000"))
      edge("a", "to", "gone")
      edge("a", "early", "b", valid: during("1999-12-31"))
      edge("a", "on", "b", valid: during("2000-12-31"))
      edge("a", "always", "b")
    }.projected(Projection(period: during("2000")))
    #expect(projected.network.vertexCount == 2)
    #expect(projected.vertex(of: "gone") == nil)
    #expect(
      (0..<2).map { projected.witnesses(of: $0) }
        == [[.edge(EdgeID(rawValue: 2))], [.edge(EdgeID(rawValue: 3))]]
    )
  }

  @Test func `nodes left out take their edges along`() throws {
    let projected = try PropertyGraph {
      ["a", "b", "c"].map { node(NodeID($0), "x") }
      edge("a", "to", "b")
      edge("b", "to", "b")
      edge("c", "to", "a")
    }.projected(Projection(leavingOut: ["b", "unknown"]))
    #expect(links(projected) == ["c>a"])
    #expect(projected.network.vertexCount == 2)
  }

  @Test func `without a property every step counts one`() throws {
    let projected = try PropertyGraph {
      node("a", "x")
      edge("a", "to", "a", ["cost": .decimal(7)])
    }.projected(Projection())
    #expect(projected.network.weights == nil)
    #expect(projected.network.weight(of: 0) == 1)
  }

  @Test func `integer and decimal properties are weights, nought is allowed`() throws {
    let projected = try PropertyGraph {
      node("a", "x")
      edge("a", "whole", "a", ["cost": .integer(3)])
      edge("a", "part", "a", ["cost": .decimal(0.5)])
      edge("a", "part", "a", ["cost": .decimal(0)])
    }.projected(Projection(weight: .property("cost")))
    #expect(projected.network.weights == [3, 0.5, 0])
  }

  @Test(arguments: [PropertyValue.integer(-1), .decimal(-0.5), .decimal(.nan), .decimal(.infinity)])
  func `a weight that cannot be right names its edge`(_ value: PropertyValue) throws {
    let graph = try PropertyGraph {
      node("a", "x")
      edge("a", "other", "a", ["cost": .integer(1)])
      edge("a", "to", "a", ["cost": value])
    }
    let fault = ProjectionError.badWeight(EdgeID(rawValue: 1), property: "cost")
    #expect(throws: fault) { try graph.projected(Projection(weight: .property("cost"))) }
    #expect(fault.description.contains("edge 1") && fault.description.contains("cost"))
  }

  @Test func `a missing weight or one that is no number names the first such edge`() throws {
    let graph = try PropertyGraph {
      node("a", "x")
      edge("a", "first", "a", ["cost": .integer(1)])
      edge("a", "second", "a", ["cost": .text("2")])
      edge("a", "third", "a")
    }
    #expect(throws: ProjectionError.missingWeight(EdgeID(rawValue: 1), property: "cost")) {
      try graph.projected(Projection(weight: .property("cost")))
    }
    #expect(throws: ProjectionError.missingWeight(EdgeID(rawValue: 2), property: "cost")) {
      try graph.projected(Projection(kinds: ["first", "third"], weight: .property("cost")))
    }
  }

  @Test func `edges that are no links need no weight`() throws {
    let graph = try PropertyGraph {
      node("a", "x")
      node("b", "x")
      edge("a", "to", "a", ["cost": .integer(1)])
      edge("a", "to", "b")
      edge("a", "other", "a")
    }
    let projection = Projection(kinds: ["to"], leavingOut: ["b"], weight: .property("cost"))
    #expect(try graph.projected(projection).network.weights == [1])
  }
}
