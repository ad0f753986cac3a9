import AssistanceModel
import GraphCore
import Testing

@Suite struct AssistanceGraphTests {
  @Test func `refuses a graph that breaks the schema, with every fault`() throws {
    let graph = try PropertyGraph {
      node("a", .actor, ["designation": .text("klass")])
      node("k", .countryCase)
      node("f", .assistance)
      edge("f", .provider, "k")
      edge("f", .countryCase, "k")
      edge("f", .countryCase, "k")
    }
    let error = #expect(throws: AssistanceGraphError.self) {
      try AssistanceGraph(checking: graph)
    }
    #expect(
      error?.description == """
        node “a”: “klass” is no designation; use one of named, class, placeholder
        edge 0: “provider” may not lead from assistance to country-case
        node “f”: 2 edges “case” start here, at most 1 may
        """
    )
  }

  @Test func `tells of facts who, what, where and how firmly`() throws {
    let read = try SmallCollection().read().graph
    let fact = try #require(read.fact("f-kenya"))
    #expect(fact.providers == ["undp", "wfp"])
    #expect(fact.inhibitors == ["police"])
    #expect(fact.countryCase == "kenya")
    #expect((fact.basis, fact.modality) == (.implied, .should))
    #expect(fact.sources.map(\.description) == ["000 l.7", "001 l.8"])
    #expect(fact.measure == nil && fact.form == nil && fact.recipients == [])
    #expect(read.fact("undp") == nil)
    #expect(read.name(of: "undp") == "UN Development Programme")
    #expect(read.name(of: "f-kenya") == "f-kenya")
    #expect(read.facts.count == 2)
  }

  @Test func `takes a statement without basis or modality for explicit and done`() throws {
    let read = try SmallCollection(["assistance.csv": "providers\nundp\n"]).read().graph
    #expect(read.assistance[0].basis == .explicit)
    #expect(read.assistance[0].modality == .does)
  }

  @Test func `documents only what was done by the text's own words`() {
    #expect(EvidenceClass(.explicit, .does) == .documented)
    #expect(EvidenceClass(.implied, .does) == .declared)
    #expect(EvidenceClass(.explicit, .should) == .declared)
    #expect(Basis.allCases.map(\.weakness) == [0, 1, 2, 3])
  }
}
