import AssistanceImport
import AssistanceModel
import CoordinationAnalysis
import CoverageAnalysis
import GraphCore
import TestSupport
import Testing

/// Nodes, relations and facts of general tables, one small table for each rule.
@Suite struct MappedTableTests {
  private static let member =
    "relations: {kind: member-of, from: state, to: {kind: actor, name: igo}, role: as, year: year}"

  @Test func `years that follow each other are one membership, and every row is its source`() throws
  {
    let imported = try MappedImport.run(
      Self.member,
      "state,igo,as,year\nChad,AU,full,2011\nChad,AU,full,2010\nChad,AU,full,2013\n"
        + "Chad,AU,observer,2012\nchad ,AU,full,2013\n"
    )
    #expect(
      imported.edges(.memberOf) == [
        "chad → au as full (2010 to 2011)", "chad → au as full (2013)",
        "chad → au as observer (2012)",
      ]
    )
    let first = try #require(imported.graph.edges(of: .memberOf).first)
    #expect(first.sources.map(\.description) == ["t.csv r.2-3"])
    #expect(imported.report.relationCount == 3)
    #expect(imported.report.mergedRelations == 2)
  }

  @Test func `spans with different amounts stay apart, and equal rows do not add up twice`() throws
  {
    let imported = try MappedImport.run(
      "relations: {kind: sends, from: a, to: b, year: y, amounts: {troops: n}}",
      "a,b,y,n\nGhana,UN,2010,5\nGhana,UN,2011,7\nGhana,UN,2011,7\nGhana,UN,2012,3\nGhana,UN,2012,4\n"
    )
    let edges = imported.graph.edges(of: "sends")
    #expect(edges.map(\.validity.description) == ["2010", "2011 to 2012"])
    #expect(edges.map { $0.property("troops") } == [.decimal(5), .decimal(7)])
    #expect(imported.report.files.first?.repeatedRows == 1)
  }

  @Test func `nothing is related to itself, and such rows are counted`() throws {
    let imported = try MappedImport.run(
      Self.member,
      "state,igo,as,year\nAU,au ,full,2010\nChad,AU,,2010\n"
    )
    #expect(imported.report.selfRelations == 1)
    #expect(imported.edges(.memberOf) == ["chad → au (2010)"])
  }

  @Test func `a key that no row names is refused with its row, in any order of files`() throws {
    let yaml = """
      kinds: {treaty: A treaty.}
      files:
        n.csv: {nodes: {kind: treaty, id: id, name: name}}
        l.csv: {relations: {kind: signed, from: who, to: {kind: treaty, id: what}}}
      """
    let nodes = "id,name\nT1,Peace of X\n"
    let links = "who,what\nA,T1\nB,T9\nC,\n"
    let first = try MappedImport.run(yaml, ["n.csv": nodes, "l.csv": links])
    let second = try MappedImport.run(yaml, ["l.csv": links, "n.csv": nodes])
    #expect(first.collection.files().map(\.bytes) == second.collection.files().map(\.bytes))
    #expect(first.report == second.report)
    #expect(first.edges("signed") == ["a → T1 (any time)"])
    #expect(first.report.refusedRows == 2)
    #expect(
      first.report.refusals.map(\.message) == [
        "row 3: no row names the treaty “T9”", "the row names no treaty to which “signed” leads",
      ]
    )
    #expect(first.graph["T1"]?[.name] == "Peace of X")
  }

  @Test func `own kinds become additions to the schema and are read back`() throws {
    let imported = try MappedImport.run(
      "kinds: {mission: A peace operation.}\n"
        + "facts: {mission: m, case: c, provider: {name: p, separators: [\",\"]}, year: y, amounts: {troops: n}}",
      "m,c,p,y,n\nMINURCAT,Chad,\"Ghana, Togo\",2009,10\nMINURCAT,Chad,,2010,x\n"
    )
    #expect(imported.names("mission") == ["MINURCAT"])
    let facts = imported.collection.graph.assistance
    let named = facts.map { fact in
      fact.providers.filter { imported.graph[$0]?[.designation] == nil }
    }
    #expect(Set(named) == [["ghana", "togo"], []])
    #expect(facts.allSatisfy { !$0.providers.isEmpty })
    #expect(imported.collection.graph.schema.role("mission")?.nodeKinds == ["mission"])
    #expect(
      imported.report.doubts.map(\.message) == [
        "1 amount is no number and was left out, such as “x”"
      ]
    )
    try expectReadBack(imported)
  }

  @Test func `a name is the node with a key that alone has it`() throws {
    let imported = try MappedImport.run(
      "files:\n  n.csv: {nodes: {kind: actor, id: id, name: name, aliases: other}}\n"
        + "  l.csv: {relations: {kind: funds, from: a, to: b}}\n",
      [
        "n.csv": "id,name,other\nX1,Red Cross,\nX2,Twin,\nX3,Twin,Zwilling\n",
        "l.csv": "a,b\nred cross,Zwilling\nTwin,Red Cross\n",
      ]
    )
    #expect(imported.edges(.funds) == ["X1 → X3 (any time)", "twin → X1 (any time)"])
  }

  @Test func `a purpose gives its sector and the inhibitors of the reading`() throws {
    for (word, reading) in [
      ("strict", ConcordanceReading.strict), ("standard", .standard), ("wide", .wide),
    ] {
      let imported = try MappedImport.run(
        "facts: {provider: donor, case: country, purpose: code}\nconcordance: \(word)",
        "donor,country,code\nSweden,Chad,15220 - Civilian peace-building\n"
      )
      let fact = try #require(imported.collection.graph.assistance.first)
      let claims = Concordance.dac.claims(of: "15220", reading)
      #expect(Set(fact.inhibitors) == Set(claims.map(\.inhibitor)))
      #expect(fact.inhibitors.contains("inhibitor-5-local-conflict-resolution"))
      #expect(fact.ends(.sector) == ["sector-15220"])
    }
  }

  @Test func `conditions, constants and subkinds are as the mapping says`() throws {
    let imported = try MappedImport.run(
      """
      nodes:
        - {kind: actor, where: {t: A}, id: i, name: n, subkind: {column: s}, note: s}
        - {kind: event, where: {t: B}, id: i, name: n, date: d, properties: {region: s}}
      """,
      "t,i,n,s,d\nA,1,One,Big NGO,\nB,2,Two,South,2020-05\nC,3,Three,,\n"
    )
    #expect(imported.graph["1"]?[.subkind] == "big-ngo")
    #expect(imported.graph["2"]?.validity.description == "2020-05")
    #expect(imported.graph["2"]?.property("region") == .text("South"))
    #expect(imported.graph.nodeCount == 2)
    try expectReadBack(imported)
  }

  @Test func `a key such as NA stays what it is`() throws {
    let imported = try MappedImport.run(
      "nodes: {kind: country-case, id: code, name: name}",
      "code,name\nNA,Namibia\nTD,Chad\n"
    )
    #expect(imported.names(.countryCase) == ["Chad", "Namibia"])
    #expect(imported.graph["case-na"]?[.name] == "Namibia")
  }

  @Test func `who is nobody is marked and carries no path`() throws {
    let imported = try MappedImport.run(
      "nodes: {kind: actor, id: id, name: name, identifiers: {dac-channel: id}}",
      "id,name\n52000,OTHER\n41114,United Nations Development Programme\n"
    )
    #expect(imported.graph["52000"]?[.designation] != nil)
    #expect(imported.graph["41114"]?[.designation] == nil)
  }

  @Test func `paths go over memberships`() throws {
    let imported = try MappedImport.run(
      Self.member,
      "state,igo,as,year\nChad,AU,full,2010\nNiger,AU,full,2010\n"
    )
    let question = PathQuestion(from: "chad", to: "niger")
    let answer = try imported.collection.graph.paths(question)
    #expect(answer.paths.first?.steps.count == 2)
  }

  @Test(arguments: UInt64(0)..<20)
  func `the order of rows changes nothing but their numbers`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var rows: [String] = []
    for _ in 0..<30 {
      let state = ["Chad", "Niger", "Mali", ""].randomElement(using: &generator) ?? ""
      let igo = ["AU", "UN", "Chad"].randomElement(using: &generator) ?? ""
      let role = ["full", "observer", ""].randomElement(using: &generator) ?? ""
      rows.append("\(state),\(igo),\(role),\(Int.random(in: 2000...2006, using: &generator))")
    }
    let shuffled = rows.shuffled(using: &generator)
    func edges(_ rows: [String]) throws -> [String] {
      try MappedImport.run(Self.member, "state,igo,as,year\n" + rows.joined(separator: "\n"))
        .edges(.memberOf)
    }
    #expect(try edges(rows) == edges(shuffled))
  }
}
