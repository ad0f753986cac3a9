import AssistanceDiagrams
import AssistanceModel
@testable import CoordinationAnalysis
import DOTFormat
import GraphCore
import Testing

@Suite struct PathDiagramTests {
  private func partners(
    _ from: NodeID,
    _ to: NodeID,
    _ basis: Basis = .explicit
  ) -> GraphElement {
    edge(
      from,
      "partners-with",
      to,
      ["basis": .text(basis.rawValue)],
      from: [SourceReference(document: "d", locator: .lines(3...3))]
    )
  }

  private func graph(@GraphBuilder _ elements: () -> [GraphElement]) throws -> AssistanceGraph {
    try AssistanceGraph(checking: PropertyGraph(elements))
  }

  /// Two ways from `s` to `t`, of which both pass `m`.
  private func twoWays() throws -> AssistanceGraph {
    try graph {
      for id in ["s", "m", "x", "t"] as [NodeID] { node(id, .actor, ["name": .text("The \(id)")]) }
      partners("s", "m")
      edge("t", "part-of", "m", ["basis": .text("implied")])
      partners("x", "m")
      partners("x", "t")
    }
  }

  private func answer(
    _ graph: AssistanceGraph,
    _ change: (inout PathQuestion) -> Void = { _ in }
  ) throws -> PathAnswer {
    var question = PathQuestion(from: "s", to: "t")
    change(&question)
    return try graph.paths(question)
  }

  @Test func `alternatives stand side by side, the best one first`() throws {
    let graph = try twoWays()
    let answer = try answer(graph)
    #expect(answer.paths.count == 2)
    let diagram = answer.diagram(in: graph, DiagramOptions(collection: "A survey"))
    let picture = DrawnPicture(diagram)
    #expect(diagram.title == "Paths from The s to The t")
    #expect(picture.says("2 paths; the best: cost 2.5 · 2 steps."))
    #expect(picture.says("1 cost 2.5 · 2 steps weakest evidence: declared"))
    #expect(picture.says("2 cost 3 · 3 steps weakest evidence: documented"))
    #expect(picture.says("Source: A survey"))
    #expect(picture.node("path-1-node-2")?.label.shown == "The m also in 2")
    #expect(picture.node("path-2-node-3")?.label.shown == "The x")
  }

  @Test func `a route over co-presence is marked weak, and the picture says why`() throws {
    let graph = try graph {
      for id in ["s", "t"] as [NodeID] { node(id, .actor) }
      node("c", .countryCase, ["name": .text("The case")])
      edge("s", "located-in", "c")
      edge("t", "located-in", "c")
    }
    let picture = DrawnPicture(try answer(graph).diagram(in: graph))
    #expect(picture.says("1 cost 4 · 2 steps weak: over co-presence"))
    #expect(picture.says("The best route is weak: 2 steps are co-presence (over The case)."))
  }

  @Test func `trade-offs say what they come to`() throws {
    let graph = try twoWays()
    let tradeOffs = try answer(graph) { $0.weighsTradeOffs = true }
    let picture = DrawnPicture(tradeOffs.diagram(in: graph))
    #expect(picture.says("2 paths that no other beats in everything."))
    #expect(picture.says("1 cost 2.5 · 2 steps · 1 consent weakest evidence: declared"))
  }

  @Test func `what several paths share is filled, what is in one only is not`() throws {
    let graph = try twoWays()
    let picture = DrawnPicture(try answer(graph).diagram(in: graph))
    let fill = DiagramTheme.light.colour(.actorFill)
    #expect(picture.node("path-2-node-2")?.attributes["fillcolor"] == .text(fill))
    let ground = DiagramTheme.light.colour(.ground)
    #expect(picture.node("path-2-node-3")?.attributes["fillcolor"] == .text(ground))
    #expect(picture.says("not filled: in this path only"))
  }

  @Test func `a step tells its relation, against the arrow too, and where it is stated`() throws {
    let graph = try twoWays()
    let picture = DrawnPicture(try answer(graph).diagram(in: graph))
    let first = try #require(picture.edge("path-1-step-1"))
    #expect(first.attributes["label"]?.words.shown == "partners with d l.3")
    let second = try #require(picture.edge("path-1-step-2"))
    #expect(second.attributes["label"]?.words.shown == "↑ part of")
    #expect(
      second.attributes["tooltip"]
        == .tooltip("The m → The t: declared, cost 1.5. The t part of The m (implied) — no source.")
    )
    #expect(picture.says("reads from the lower to the upper"))
  }

  @Test(arguments: [PathMeasure.cost, .steps], UInt64(0)..<12)
  func `every step is drawn once in the line of its evidence`(
    _ measure: PathMeasure,
    seed: UInt64
  ) throws {
    var made = GeneratedAssistance()
    (made.actors, made.measures, made.inhibitors, made.cases) = (9, 4, 3, 4)
    (made.reported, made.seed) = (60, seed)
    let graph = try made.graph()
    var question = PathQuestion(from: "actor-0", to: "actor-8")
    question.count = 6
    if measure == .steps { question.measure = .steps }
    let answer = try graph.paths(question)
    let diagram = answer.diagram(in: graph)
    let picture = DrawnPicture(diagram)
    let lines: [EvidenceClass: DOTIdentifier] = [
      .documented: "solid", .declared: "dashed", .coPresence: "dotted",
    ]
    for (index, path) in answer.paths.enumerated() {
      for (place, step) in path.steps.enumerated() {
        let edge = try #require(picture.edge("path-\(index + 1)-step-\(place + 1)"))
        #expect(edge.attributes["style"] == lines[step.evidence])
        #expect(
          edge.ends == [
            .node(.text("path-\(index + 1)-node-\(place + 1)")),
            .node(.text("path-\(index + 1)-node-\(place + 2)")),
          ]
        )
        for (end, number) in [(step.from, place + 1), (step.to, place + 2)] {
          let node = try #require(picture.node("path-\(index + 1)-node-\(number)"))
          #expect(node.attributes["tooltip"]?.words.hasPrefix(graph.name(of: end)) == true)
        }
        #expect(diagram.description.contains(graph.name(of: step.to)))
      }
    }
    if !answer.paths.isEmpty {
      #expect(picture.edges.count == answer.paths.map(\.steps.count).reduce(0, +))
      #expect(picture.nodes.count == answer.paths.map { $0.steps.count + 1 }.reduce(0, +))
    }
    let drawn = Set(answer.paths.flatMap(\.steps).map(\.evidence))
    for (evidence, words) in [
      (EvidenceClass.documented, "documented: a source"), (.declared, "declared: an analyst"),
      (.coPresence, "co-presence: a shared"),
    ] {
      #expect(picture.says(words) == drawn.contains(evidence))
    }
    #expect(Set(picture.elementIDs).count == picture.elementIDs.count)
    #expect(diagram == answer.diagram(in: graph))
  }

  /// What makes a path good, as a test's argument.
  enum PathMeasure: Sendable { case cost, steps }

  @Test func `no path is a picture that says why`() throws {
    let graph = try graph {
      node("s", .actor)
      node("t", .actor)
      partners("s", "t", .implied)
    }
    let answer = try answer(graph) { $0.evidence = [.documented] }
    let diagram = answer.diagram(in: graph)
    let picture = DrawnPicture(diagram)
    #expect(diagram.title == "No path from s to t")
    #expect(diagram.description.contains("There is a path if every class of evidence may count."))
    #expect(
      picture.node("reason")?.label.shown.contains("if every class of evidence") == true
    )
    #expect(picture.edges.map { $0.attributes["class"] } == ["gap", "gap"])
    #expect(!picture.says("documented: a source"))
  }

  @Test func `both ends the same is one card and no step`() throws {
    let graph = try graph { node("s", .actor) }
    let diagram = try graph.paths(PathQuestion(from: "s", to: "s")).diagram(in: graph)
    let picture = DrawnPicture(diagram)
    #expect(picture.nodes.count == 1 && picture.edges.isEmpty)
    #expect(picture.says("Both ends are the same."))
    #expect(diagram.description.contains("both ends are the same"))
  }

  @Test func `a search that was given up says so, with paths and without`() throws {
    let graph = try twoWays()
    let whole = try answer(graph)
    for paths in [whole.paths, []] {
      let answer = PathAnswer(
        question: whole.question,
        paths: paths,
        searched: whole.searched,
        stoppedEarly: true,
        noPath: nil
      )
      let diagram = answer.diagram(in: graph)
      #expect(DrawnPicture(diagram).says("The search was given up early"))
      #expect(diagram.description.contains("given up"))
    }
  }

  @Test func `names of every kind are text and nothing else`() throws {
    for name in hostileNames {
      let graph = try graph {
        node("s", .actor, ["name": .text(name)])
        node("m", .actor, ["name": .text(name)])
        node("t", .actor, ["name": .text("t")])
        partners("s", "m")
        partners("m", "t")
      }
      var none = PathQuestion(from: "s", to: "t")
      none.avoiding = ["m"]
      for question in [PathQuestion(from: "s", to: "t"), none] {
        let diagram = try graph.paths(question).diagram(in: graph)
        let text = diagram.graph.description
        #expect(!text.contains("<script") && !text.contains("\u{202E}"))
        #expect(try DOTGraph(parsing: text) == diagram.graph)
        #expect(
          DrawnPicture(diagram).elementIDs.allSatisfy { $0.wholeMatch(of: /[a-z0-9-]+/) != nil }
        )
      }
    }
  }
}
