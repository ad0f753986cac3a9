import AssistanceModel
import GraphCore
import Testing

@Suite struct NameIndexTests {
  private func index() throws -> NameIndex {
    NameIndex(
      try PropertyGraph {
        node("wfp", .actor, ["name": .text("World Food Programme"), "aliases": .texts(["PAM"])])
        node("pam", .actor, ["name": .text("Pan-African Movement")])
        node("undp", .actor, ["name": .text("UN  Development\tProgramme")])
        node("undp-kenya", .actor, ["name": .text("UNDP Kenya"), "aliases": .texts(["UNDP"])])
        node("undp-guyana", .actor, ["aliases": .texts(["UNDP Guyana", "undp  guyana"])])
        node("a", .countryCase, ["name": .text("Same")])
        node("b", .countryCase, ["name": .text("SAME")])
        node("f", .assistance)
      }
    )
  }

  @Test(
    arguments: [
      ("wfp", "wfp"), ("World Food Programme", "wfp"), ("world  food programme ", "wfp"),
      ("un development programme", "undp"), ("UNDP Kenya", "undp-kenya"), ("WFP", "wfp"),
      ("undp guyana", "undp-guyana"), ("f", "f"),
    ]
  )
  func `finds a node by key, name or alias, in any case and spacing`(
    _ text: String,
    _ id: String
  ) throws {
    #expect(try index().match(text) == .node(NodeID(id)))
  }

  @Test func `takes an exact key before a name, and a name before a key in another case`() throws {
    #expect(try index().match("pam") == .node("pam"))
    #expect(try index().match("undp") == .node("undp"))
    #expect(try index().match("PAM") == .node("wfp"))
    #expect(try index().match("UNDP") == .node("undp-kenya"))
  }

  @Test func `lists every node of an ambiguous name`() throws {
    #expect(try index().match("same") == .ambiguous(["a", "b"]))
  }

  @Test func `suggests near names for one that is unknown`() throws {
    #expect(
      try index().match("World Fod Programme")
        == .unknown(suggestions: ["world food programme"])
    )
    #expect(try index().match("wfpp") == .unknown(suggestions: ["wfp"]))
    #expect(try index().match("") == .unknown(suggestions: []))
    #expect(NameIndex(PropertyGraph()).match("x") == .unknown(suggestions: []))
  }
}

@Suite struct SpellingTests {
  @Test(
    arguments: [
      ("kenia", ["kenya"]), ("kneya", ["kenya"]), ("kenyaa", ["kenya"]), ("keny", ["kenya"]),
      ("KENYA", ["kenya"]), ("guy", ["guyana"]), ("xyz", []), ("", []), ("gu", []),
    ]
  )
  func `finds words within a third of edits, or that begin with the text`(
    _ text: String,
    _ expected: [String]
  ) {
    #expect(Spelling.nearest(to: text, among: ["guyana", "kenya"]) == expected)
  }

  @Test func `gives the nearest first, then the earlier, each once`() {
    #expect(
      Spelling.nearest(to: "abcd", among: ["abxy", "abce", "abcf", "abcd", "abce"], limit: 3)
        == ["abcd", "abce", "abcf"]
    )
    #expect(Spelling.nearest(to: "abcd", among: ["abcd"], limit: 0) == [])
  }

  @Test func `does not compare texts of great length`() {
    let long = String(repeating: "a", count: 81)
    #expect(Spelling.nearest(to: long, among: [long]) == [])
  }

  @Test func `counts swapped neighbours as one edit`() {
    #expect(Spelling.nearest(to: "wpf", among: ["wfp"]) == ["wfp"])
    #expect(Spelling.nearest(to: "fwp x", among: ["wfp y"]) == [])
  }
}

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
