internal import PillarKit
internal import Testing

@Suite struct NodeLookUpTests {
  private func record() throws -> AssistanceCollection {
    let graph = try PropertyGraph {
      node("undp", .actor, named: "UN Development Programme", alsoCalled: ["UNDP"])
      node("kenya-state", .actor, named: "Kenya")
      node("kenya", .countryCase, named: "Kenya", alsoCalled: ["KE"])
      node("kenema", .countryCase, named: "Kenema", alsoCalled: ["KE"])
      node("unops", .actor, named: "Office for Project Services", alsoCalled: ["UNOPS"])
      node("uno", .instrument, named: "UNDC")
    }
    return AssistanceCollection(
      try AssistanceGraph(checking: graph),
      metadata: CollectionMetadata(title: "Names")
    )
  }

  @Test(arguments: ["undp", "UNDP", "Undp", "un  development programme"])
  func `finds a key, a name and an alias in any case`(text: String) throws {
    #expect(try record().node(text) == "undp")
  }

  @Test func `takes the kind to tell two of one name apart`() throws {
    let record = try record()
    #expect(try record.node("KENYA ", .countryCase) == "kenya")
    let error = #expect(throws: ScriptError.self) { try record.node("KE", .countryCase) }
    #expect(
      error
        == ScriptError(
          "several are called “KE”",
          hint: "name one of kenya (country-case), kenema (country-case)"
        )
    )
  }

  @Test func `prefers a key to a name`() throws {
    #expect(try record().node("kenya") == "kenya")
  }

  @Test func `refuses a node of another kind`() throws {
    let record = try record()
    let error = #expect(throws: ScriptError.self) { try record.node("UNDP", .countryCase) }
    #expect(
      error == ScriptError("“UNDP” is no country-case", hint: "it is undp (actor)")
    )
  }

  @Test func `names the nearest of the kind`() throws {
    let record = try record()
    let error = #expect(throws: ScriptError.self) { try record.node("UNDPP", .actor) }
    #expect(error == ScriptError("nothing is called “UNDPP”", hint: "did you mean “undp”?"))
  }

  @Test func `gives no hint where nothing is near`() throws {
    let record = try record()
    let error = #expect(throws: ScriptError.self) { try record.node("Atlantis") }
    #expect(error?.description == "nothing is called “Atlantis”")
  }
}
