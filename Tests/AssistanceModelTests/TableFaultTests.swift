import AssistanceModel
import Foundation
import GraphCore
import Testing

@Suite struct TableFaultTests {
  /// Reads the small collection with another table and gives what is wrong.
  private func faults(_ path: String, _ text: String?) throws -> [String] {
    try SmallCollection([path: text]).faults()
  }

  private func facts(_ lines: String) throws -> [String] {
    try faults("assistance.csv", SmallCollection.facts + lines + "\n")
  }

  private func actors(_ lines: String) throws -> [String] {
    try faults("nodes/actor.csv", SmallCollection.actors + lines + "\n")
  }

  @Test func `finds nothing wrong with the small collection`() throws {
    #expect(try SmallCollection().faults() == [])
    let graph = try SmallCollection().read().graph.graph
    #expect(
      graph.nodes.map(\.id) == ["undp", "wfp", "guyana", "kenya", "police", "f-guyana", "f-kenya"]
    )
    #expect(graph.edgeCount == 8)
  }

  @Test func `counts cells`() throws {
    #expect(
      try actors("who\nfao,agency,Food, and Agriculture,,named,,000 l.1") == [
        """
        nodes/actor.csv:4:1: error: the line has 1 cell, but the heading has 7
          hint: write a comma for each empty cell
        """,
        """
        nodes/actor.csv:5:42: error: the line has 8 cells, but the heading has 7
          hint: put a cell that holds a comma in quotes
        """,
      ]
    )
  }

  @Test func `places a surplus cell behind a cell of several lines`() throws {
    #expect(
      try actors("fao,agency,\"Food\nAgriculture\",,named,,000 l.1,x").first
        == """
        nodes/actor.csv:5:30: error: the line has 8 cells, but the heading has 7
          hint: put a cell that holds a comma in quotes
        """
    )
  }

  @Test func `names unknown ids with the nearest one of the kind`() throws {
    #expect(
      try facts("f-x,undpp | fao,police,kenia,,,explicit,does,,000 l.6") == [
        """
        assistance.csv:4:5: error: unknown actor “undpp”
          hint: did you mean “undp”?
        """,
        """
        assistance.csv:4:5: error: unknown actor “fao”
          hint: add it to a table in nodes/
        """,
        """
        assistance.csv:4:24: error: unknown country-case “kenia”
          hint: did you mean “kenya”?
        """,
      ]
    )
    #expect(
      try faults("relations/member-of.csv", "from,to,basis,sources\nundpp,,explicit,000 l.1\n") == [
        """
        relations/member-of.csv:2:1: error: unknown node “undpp”
          hint: did you mean “undp”?
        """,
        """
        relations/member-of.csv:2:7: error: the id is missing
          hint: name a node by its id
        """,
      ]
    )
  }

  @Test func `names a node of the wrong kind at the end of a fact`() throws {
    #expect(
      try facts("f-x,kenya,undp,kenya,,,explicit,does,,000 l.6") == [
        """
        assistance.csv:4:5: error: “kenya” is a country-case, but this column needs an actor
          hint: check the id, or the column
        """,
        """
        assistance.csv:4:11: error: “undp” is an actor, but this column needs an inhibitor
          hint: check the id, or the column
        """,
      ]
    )
  }

  @Test func `names a node of the wrong kind at the end of a relation`() throws {
    let text = "from,to,basis,sources\nundp,kenya,explicit,000 l.1\npolice,undp,explicit,000 l.1\n"
    #expect(
      try faults("relations/member-of.csv", text) == [
        """
        relations/member-of.csv:2:6: error: “member-of” may not lead from an actor to a country-case
          hint: it leads from actor to actor, country-case to actor
        """,
        """
        relations/member-of.csv:3:1: error: “member-of” may not lead from an inhibitor to an actor
          hint: it leads from actor to actor, country-case to actor
        """,
      ]
    )
  }

  @Test func `does not take a fact for the end of anything`() throws {
    let text = "from,to,basis,sources\nf-kenya,undp,explicit,000 l.1\n"
    #expect(
      try faults("relations/member-of.csv", text).first?.hasPrefix(
        "relations/member-of.csv:2:1: error: unknown node “f-kenya”"
      ) == true
    )
  }

  @Test func `checks dates and their order`() throws {
    #expect(
      try facts(
        """
        f-x,undp,police,kenya,21.05.2013,2013-02-30,explicit,does,,000 l.6
        f-y,undp,police,kenya,2014,2013,explicit,does,,000 l.6
        """
      ) == [
        """
        assistance.csv:4:23: error: “21.05.2013” is no date
          hint: write 2013, 2013-05 or 2013-05-21
        """,
        """
        assistance.csv:4:34: error: “2013-02-30” is no date
          hint: write 2013, 2013-05 or 2013-05-21
        """,
        """
        assistance.csv:5:28: error: the end lies before the beginning
          hint: check both dates of the line
        """,
      ]
    )
  }

  @Test func `says where an id stands first`() throws {
    try withFolder { folder in
      var collection = SmallCollection()
      collection.files["nodes/actor.csv"]? += Array("undp,,Again,,,,000 l.1\n".utf8)
      collection.files["nodes/country-case.csv"]? += Array("wfp,,Again,000 l.1\n".utf8)
      collection.files["assistance.csv"]? += Array("kenya,undp,,,,,explicit,,,000 l.1\n".utf8)
      try collection.write(to: folder)
      #expect(
        messages(folder.path) == [
          """
          nodes/actor.csv:4:1: error: the id “undp” is used already
            hint: it stands first at nodes/actor.csv:2
          """,
          """
          nodes/country-case.csv:4:1: error: the id “wfp” is used already
            hint: it stands first at nodes/actor.csv:3
          """,
          """
          assistance.csv:4:1: error: the id “kenya” is used already
            hint: it stands first at nodes/country-case.csv:3
          """,
        ]
      )
    }
  }

  @Test func `wants an id on each line of nodes, without bars`() throws {
    #expect(
      try actors(",agency,Nobody,,,,000 l.1\na|b,,x,,,,000 l.1") == [
        """
        nodes/actor.csv:4:1: error: the id is missing
          hint: give each line a short, lasting id
        """,
        """
        nodes/actor.csv:5:1: error: the id “a|b” holds a bar or a line end
          hint: use letters, digits and hyphens
        """,
      ]
    )
  }

  @Test func `wants a provider for each fact, and one measure at most`() throws {
    let text =
      "id,providers,case,basis,sources\nf,,kenya,explicit,000 l.1\ng,undp,kenya | guyana,,000\n"
    #expect(
      try faults("assistance.csv", text) == [
        """
        assistance.csv:2:3: error: the fact names no provider
          hint: name who assisted; add a placeholder actor if the source does not say
        """,
        """
        assistance.csv:3:8: error: a fact has at most 1 case
          hint: write one line for each
        """,
      ]
    )
  }

  @Test func `takes an end that stands twice for one`() throws {
    var collection = SmallCollection()
    collection.files["assistance.csv"]? += Array("f-x,undp | undp,,kenya,,,explicit,,,000\n".utf8)
    let read = try collection.read()
    #expect(read.graph.fact("f-x")?.providers == ["undp"])
    #expect(
      read.warnings.map(\.message) == ["“undp” stands here twice"]
    )
    #expect(
      read.files().first { $0.path == "assistance.csv" }?.bytes
        == collection.files["assistance.csv"]
    )
  }

  @Test func `knows the words for basis, modality and designation`() throws {
    #expect(
      try facts("f-x,undp,police,kenya,,,explicite,done,,000 l.6") == [
        """
        assistance.csv:4:25: error: “explicite” is no basis
          hint: did you mean “explicit”?
        """,
        """
        assistance.csv:4:35: error: “done” is no modality
          hint: use one of does, can, should, must, recommended, mandated, pledged, listed-as-example
        """,
      ]
    )
    #expect(
      try actors("fao,,FAO,,klass,,000 l.1") == [
        """
        nodes/actor.csv:4:11: error: “klass” is no designation
          hint: did you mean “class”?
        """
      ]
    )
  }

  @Test func `reads sources and their documents`() throws {
    #expect(
      try actors("fao,,FAO,,,,l.12 | 000 line 12 | 0O0 l.1 | report l.2") == [
        """
        nodes/actor.csv:4:13: error: unknown document “l.12”
          hint: declare it in collection.yaml under sources
        """,
        """
        nodes/actor.csv:4:13: error: “000 line 12” is no source
          hint: write the document's key, then lines, pages or rows: 000 l.12-14 § Section
        """,
        """
        nodes/actor.csv:4:13: error: unknown document “0O0”
          hint: did you mean “000”?
        """,
        """
        nodes/actor.csv:4:13: error: unknown document “report”
          hint: declare it in collection.yaml under sources
        """,
      ]
    )
  }

  @Test func `doubts lines without a source, once for each table`() throws {
    #expect(
      try actors("fao,,FAO,,,,\nwho,,WHO,,,,") == [
        """
        nodes/actor.csv: warning: 2 lines name no source
          hint: an answer that rests on them cannot say why
        """
      ]
    )
  }

  @Test func `passes over lines of commas and blank lines`() throws {
    #expect(try actors(",,,,,,\n\n , ,,,,,") == [])
  }
}
