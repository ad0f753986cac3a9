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

  @Test func `takes an exact key before a name, and tells of both in another case`() throws {
    #expect(try index().match("pam") == .node("pam"))
    #expect(try index().match("undp") == .node("undp"))
    #expect(try index().match("PAM") == .ambiguous(["wfp", "pam"]))
    #expect(try index().match("UNDP") == .ambiguous(["undp", "undp-kenya"]))
    #expect(try index().match("SAME", .countryCase) == .ambiguous(["a", "b"]))
    guard case .unknown = try index().match("pam", .countryCase) else {
      Issue.record("no case is called so")
      return
    }
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
