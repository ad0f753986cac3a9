import GraphCore
import Testing

@Suite struct IncidenceTests {
  @Test func `lists edges at both ends in the order of adding`() throws {
    let graph = try PropertyGraph {
      node("a", "actor")
      node("b", "actor")
      node("island", "actor")
      edge("b", "x", "a")
      edge("a", "x", "b")
      edge("a", "x", "a")
      edge("a", "y", "b")
    }
    let incidence = Incidence(graph)
    #expect(incidence.edges(from: "a").map(\.id.rawValue) == [1, 2, 3])
    #expect(incidence.edges(to: "a").map(\.id.rawValue) == [0, 2])
    #expect(incidence.edges(from: "island").isEmpty)
    #expect(incidence.edges(to: "nobody").isEmpty)
  }

  @Test func `is empty for a graph without nodes`() {
    #expect(Incidence(PropertyGraph()).edges(from: "a").isEmpty)
  }
}
