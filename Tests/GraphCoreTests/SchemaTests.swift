import GraphCore
import Testing

@Suite struct SchemaTests {
  static let schema = Schema(
    nodes: [
      NodeRule(
        "actor",
        "Acts.",
        properties: [
          PropertyRule("size", .integer), PropertyRule("rank", words: ["high", "low"]),
          PropertyRule("seats", .texts, refersTo: ["case"]),
        ]
      ),
      NodeRule("case", "A place."),
    ],
    edges: [
      EdgeRule(
        "in",
        "Sits in.",
        ends: [.init("actor", "case")],
        maximumPerSource: 1,
        properties: [PropertyRule("since", .date)]
      )
    ]
  )

  private func faults(@GraphBuilder _ elements: () -> [GraphElement]) throws -> [String] {
    try Self.schema.faults(in: PropertyGraph(elements)).map(\.description)
  }

  @Test func `finds no fault in a graph that keeps it`() throws {
    #expect(
      try faults {
        node("a", "actor", ["size": .integer(3), "rank": .text("low"), "seats": .texts(["k"])])
        node("k", "case", ["anything": .flag(true)])
        edge("a", "in", "k")
      } == []
    )
    #expect(Self.schema.faults(in: PropertyGraph()) == [])
  }

  @Test func `names kinds that it does not know`() throws {
    #expect(
      try faults {
        node("a", "actor")
        node("x", "planet")
        edge("a", "orbits", "a")
      } == [
        "node “x”: no kind of node is called “planet”",
        "edge 0: no kind of edge is called “orbits”",
      ]
    )
  }

  @Test func `names wrong ends`() throws {
    #expect(
      try faults {
        node("a", "actor")
        node("k", "case")
        edge("k", "in", "a")
      } == ["edge 0: “in” may not lead from case to actor"]
    )
  }

  @Test func `counts edges that are too many`() throws {
    #expect(
      try faults {
        node("a", "actor")
        node("k", "case")
        edge("a", "in", "k")
        edge("a", "in", "k")
      } == ["node “a”: 2 edges “in” start here, at most 1 may"]
    )
  }

  @Test func `checks types, words and references of properties`() throws {
    #expect(
      try faults {
        node("a", "actor", ["size": .text("3"), "rank": .text("middle")])
        node("b", "actor", ["seats": .texts(["k", "a", "none"])])
        node("k", "case")
        edge("a", "in", "k", ["since": .integer(2004)])
      } == [
        "node “a”: property “size” must hold integer values, not text",
        "node “a”: “middle” is no rank; use one of high, low",
        "node “b”: seats “a” is no case", "node “b”: seats “none” is no case",
        "edge 0: property “since” must hold date values, not integer",
      ]
    )
  }

  @Test func `lets a later rule replace an earlier one in its place`() {
    var schema = Self.schema
    schema.add(NodeRule("actor", "Acts otherwise."))
    schema.add(EdgeRule("in", "Is in.", ends: []))
    #expect(schema.nodeRules.map(\.kind) == ["actor", "case"])
    #expect(schema.rule(for: "actor" as NodeKind)?.meaning == "Acts otherwise.")
    #expect(schema.rule(for: "in" as EdgeKind)?.allows("actor", "case") == false)
    #expect(schema.rule(for: "none" as NodeKind) == nil)
  }
}
