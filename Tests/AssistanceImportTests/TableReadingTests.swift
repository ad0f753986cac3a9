import AssistanceImport
import AssistanceModel
import GraphCore
import Testing

/// One small table for each defect that published tables have.
@Suite struct TableReadingTests {
  private static func imported(
    _ text: String,
    _ change: (inout TableMapping) -> Void = { _ in }
  ) throws -> ImportedCollection {
    try imported(Array(text.utf8), change)
  }

  private static func imported(
    _ bytes: [UInt8],
    _ change: (inout TableMapping) -> Void = { _ in }
  ) throws -> ImportedCollection {
    var mapping = TableMapping()
    change(&mapping)
    var draft = CollectionDraft()
    try draft.addTable(bytes, document: "3w.csv", mapping: mapping)
    return try draft.finish(title: "Test")
  }

  private static func names(_ imported: ImportedCollection, _ kind: NodeKind) -> [String] {
    imported.collection.graph.graph.nodes(of: kind).compactMap { $0[.name] }.sorted()
  }

  private static let start = "Organization,Sector,Adm2\n#org,#sector,#adm2+code\n"

  // MARK: Tags and headings

  @Test func `tags may stand first, with blanks, tabs and attributes in any order`() throws {
    let imported = try Self.imported("#org +name +impl,\"#sector\t\",#code\n,,\n")
    #expect(imported.report.factCount == 0)
    let full = try Self.imported(
      "#org +name+impl,\"#sector\t\",#adm2 +v_pcode +code\nIRC,Health,CF316\n"
    )
    #expect(Self.names(full, "adm2") == ["CF316"])
    #expect(Self.names(full, .sector) == ["Health"])
    #expect(full.report.providerRoles == [.init("implementing", in: "provider", 1)])
  }

  @Test func `tags are found below titles and an illegal tag is said`() throws {
    let imported = try Self.imported(
      "Who does what,,,\n\n,,,\nOrganization,Sector,Plan,Adm\n#org,#sector,Column1,#adm1\n"
        + "IRC,Health,HRP,Ouaka\n"
    )
    let columns = try #require(imported.report.files.first?.columns)
    #expect(columns.map(\.use) == [.used, .used, .ignored, .used])
    #expect(columns[2].reason.contains("Column1") || columns[2].meaning != nil)
    let fact = try #require(imported.collection.graph.assistance.first)
    #expect(fact.sources.map(\.description) == ["3w.csv r.6"])
  }

  @Test func `without tags the headings say what columns hold`() throws {
    let imported = try Self.imported(
      "Acronyme Acteur,Nom acteur,Province,Secteur\nIRC , International Rescue Committee,Ituri,Santé\n"
    )
    #expect(Self.names(imported, .actor) == ["International Rescue Committee"])
    #expect(Self.names(imported, "adm1") == ["Ituri"])
    #expect(imported.report.files.first?.format == "table with headings")
  }

  @Test func `a mapping says what nothing else says, and what to leave out`() throws {
    let text = "Who,Thing,District\nIRC,Health,Bria\n"
    #expect(throws: ImportError.self) { try Self.imported("a,b,c\n1,2,3\n") }
    let imported = try Self.imported(text) { mapping in
      mapping.columns = [
        .init("who", ColumnMeaning(.implementing, .name)),
        .init("2", ColumnMeaning(.sector, .name)), .init("District", nil),
      ]
    }
    #expect(Self.names(imported, .actor) == ["IRC"])
    #expect(imported.report.places.isEmpty)
    #expect(imported.report.files.first?.columns.last?.reason == "the mapping leaves it out")
  }

  @Test func `a column of clusters is found by its values`() throws {
    let imported = try Self.imported(
      "#org,Name,#adm2+code\nA,WASH,X1\nB,Protection,X1\nC,Nutrition,X2\n"
    )
    #expect(imported.report.sectors.count == 3)
    #expect(imported.report.files.first?.columns[1].reason == "its values are names of clusters")
  }

  @Test func `of two languages the wanted one gives the name, the other an alias`() throws {
    let text =
      "#org+name+i_fr,#org+name+i_en,#sector+i_fr,#sector+i_en,#adm1\n"
      + "Programme alimentaire,Food Programme,EPAH,WASH,Ouest\n"
    let english = try Self.imported(text)
    #expect(Self.names(english, .actor) == ["Food Programme"])
    let node = english.collection.graph.graph["food-programme"]
    #expect(node?[.aliases] == ["Programme alimentaire"])
    let french = try Self.imported(text) { $0.language = .french }
    #expect(Self.names(french, .actor) == ["Programme alimentaire"])
    #expect(english.report.sectors.map(\.id) == french.report.sectors.map(\.id))
  }

  // MARK: Doubts

  @Test func `the tag is believed over the heading, and the contradiction is said`() throws {
    let imported = try Self.imported(
      "Organization Name,Org Acronym,Adm2\n#org+acronym,#org+name,#adm2+code\n"
        + "IRC,International Rescue Committee,X1\n"
    )
    #expect(Self.names(imported, .actor) == ["International Rescue Committee"])
    #expect(imported.report.doubts.count == 2)
    #expect(imported.report.doubts.allSatisfy { $0.message.contains("the tag is believed") })
  }

  @Test func `acronyms longer than names are doubted`() throws {
    let imported = try Self.imported(
      "Organization Name,Org Acronym,Province\nIRC,International Rescue Committee,X\n"
    )
    #expect(imported.report.doubts.contains { $0.message.contains("may be swapped") })
  }

  @Test func `a column of organizations with very few texts is doubted`() throws {
    let rows = (1...20).map { "\($0 % 2 == 0 ? "Primary" : "Sub-Implementing"),Health,X\($0)\n" }
    let imported = try Self.imported(Self.start + rows.joined())
    #expect(imported.report.doubts.contains { $0.message.contains("holds only “Primary”") })
  }

  @Test func `a cell with a comma is one name unless a mapping divides it`() throws {
    let text =
      "#org+funder,#org+impl,#sector,#adm1\nA,X,Health,P\nB,X,Health,P\n\"A, B\",X,Health,P\n"
    let whole = try Self.imported(text)
    #expect(whole.report.doubts.contains { $0.message.contains("“A, B”") })
    #expect(Self.names(whole, .actor) == ["A", "A, B", "B", "X"])
    let divided = try Self.imported(text) { $0.separators = [","] }
    #expect(Self.names(divided, .actor) == ["A", "B", "X"])
  }

  // MARK: Values

  @Test func `case, accents and blanks make no new name, and the usual spelling is shown`() throws {
    let imported = try Self.imported(
      Self.start + "UNICEF,Health,X1\nUnicef ,Health ,X1\nUNICEF,health,X2\n"
    )
    #expect(Self.names(imported, .actor) == ["UNICEF"])
    #expect(Self.names(imported, .sector) == ["Health"])
    #expect(imported.report.factCount == 2)
    #expect(imported.report.mergedCount == 1)
    let fact = try #require(imported.collection.graph.assistance.first)
    #expect(fact.node[PropertyKey<Int>.rows] == 2)
    #expect(fact.sources.map(\.description) == ["3w.csv r.3-4"])
  }

  @Test func `blank and unknown funders are missing, not actors`() throws {
    let imported = try Self.imported(
      "#org+funder,#org+impl,#sector,#adm1\n,X,Health,P\nNot specified,X,Health,P\n"
    )
    #expect(Self.names(imported, .actor) == ["X"])
    #expect(imported.report.missing.map(\.count) == [1, 1])
  }

  @Test func `somebody who is not named is marked and funds nobody`() throws {
    let imported = try Self.imported(
      "#org+funder,#org+impl,#sector,#adm1\nUSAID,Other,Health,P\nUSAID,,Health,Q\n"
    )
    let marked = imported.collection.graph.graph.nodes(of: .actor)
      .filter { $0[.designation] == .placeholder }
    #expect(marked.map(\.id) == ["unnamed-other.adm1-p.sector-health.provider"])
    #expect(imported.collection.graph.graph.edges(of: .funds).isEmpty)
    #expect(imported.report.placeholders == [.init("Other", in: "implementing", 1)])
  }

  @Test func `a word that names nobody is never a node that two facts share`() throws {
    let imported = try Self.imported(
      "#org+funder,#org+impl,#sector,#adm1\nOther,Other,Health,P\nOther,IRC,Health,Q\n"
        + "USAID,Other,WASH,Q\nUSAID,Other,WASH,Q\n"
    )
    let graph = imported.collection.graph.graph
    let unnamed = graph.nodes(of: .actor).filter { $0[.designation] == .placeholder }
    #expect(unnamed.count == 4)
    #expect(
      unnamed.allSatisfy { node in
        graph.nodes(of: .assistance).count { fact in
          imported.collection.graph.fact(fact.id)?.ends(.provider).contains(node.id) == true
            || imported.collection.graph.fact(fact.id)?.ends(.funder).contains(node.id) == true
        } == 1
      }
    )
    #expect(imported.report.actors.map(\.name) == ["IRC"])
    #expect(
      imported.report.placeholders == [
        .init("Other", in: "implementing", 3), .init("Other", in: "funder", 2),
      ]
    )
  }

  @Test func `roles become ends of one fact, and relations without circles`() throws {
    let imported = try Self.imported(
      "#org+funder,#org+prog,#org+impl,#sector,#adm1\nECHO,WHO,IRC,Health,P\nECHO,IRC,IRC,Health,P\n"
    )
    let graph = imported.collection.graph
    #expect(graph.assistance.map(\.providers) == [["irc"], ["irc"]])
    #expect(graph.graph.edges(of: .funds).map { [$0.from.id, $0.to.id] } == [["echo", "irc"]])
    #expect(
      graph.graph.edges(of: .commissions).map { [$0.from.id, $0.to.id] } == [["who", "irc"]]
    )
    #expect(imported.report.selfRelations == 1)
  }

  @Test func `places keep their hierarchy, by code where there is one`() throws {
    let imported = try Self.imported(
      "#org,#sector,#adm1+name,#adm1+code,#adm2+name,#adm2+code\n"
        + "A,Health,Ouaka,CF43,Bambari,CF431\nB,Health,Ouaka,,Bambari,CF431\n"
    )
    let graph = imported.collection.graph.graph
    #expect(graph.nodes(of: "adm1").map(\.id) == ["CF43"])
    #expect(
      graph.edges(of: .partOf).map { [$0.from.id, $0.to.id] } == [
        ["CF43", "case-cf"], ["CF431", "CF43"],
      ]
    )
    #expect(imported.collection.graph.assistance.allSatisfy { $0.ends("adm1") == ["CF43"] })
  }

  @Test func `dates and status become validity and modality`() throws {
    let imported = try Self.imported(
      "#org,#sector,#adm1,#date+start,#date+end,#status\n"
        + "A,Health,P,2021-10-01,31/12/2021,On-going\nB,Health,P,January,,Planned\n"
        + "C,Health,P,,,Cancelled\nD,Health,P,44470,2021,Done\n"
    )
    let facts = imported.collection.graph.assistance
    #expect(
      facts.map(\.validity.description) == [
        "2021-10-01 to 2021-12-31", "any time", "2021-10-01 to 2021",
      ]
    )
    #expect(facts.map(\.modality) == [.does, .pledged, .does])
    #expect(imported.report.refusals.map(\.place.line) == [4])
    #expect(imported.report.doubts.contains { $0.message.contains("month without a year") })
    let dated = try Self.imported("#org,#adm1,#date\nA,P,January\n") { $0.year = 2022 }
    #expect(dated.collection.graph.assistance.map(\.validity.description) == ["2022-01"])
  }

  @Test func `amounts add up, but not those of a repeated row`() throws {
    let imported = try Self.imported(
      "#org,#sector,#adm1,#reached\nA,Health,P,\"1,200\"\nA,Health,P,\"1,200\"\nA,health,P,30\n"
    )
    let fact = try #require(imported.collection.graph.assistance.first)
    #expect(fact.node.property("reached") == .decimal(1230))
    #expect(imported.report.files.first?.repeatedRows == 1)
  }

  // MARK: People

  @Test func `contact columns and addresses are dropped and the drop is said`() throws {
    let imported = try Self.imported(
      "#org,#sector,#adm1,#contact+name,Focal,#activity\n"
        + "A,Health,P,Jane Doe,jane@example.org,write to jane@example.org\nB,Health,P,,,Train\n"
        + (1...30).map { "B\($0),Health,P,,,Train\n" }.joined()
    )
    let uses = imported.report.files.first?.columns.map(\.use)
    #expect(uses == [.used, .used, .used, .dropped, .dropped, .used])
    let text = imported.collection.files().map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(!text.joined().contains("Jane") && !text.joined().contains("@"))
    #expect(imported.report.files.first?.notes.contains { $0.contains("e-mail") } == true)
  }

  // MARK: Bytes

  @Test(arguments: [";", "\t", "|"])
  func `other separators are told by the text`(separator: String) throws {
    let text = (Self.start + "A,\"Health\",X1\n").replacing(",", with: separator)
    #expect(try Self.imported(text).report.sectors.map(\.name) == ["Health"])
  }

  @Test func `line ends of every kind are read`() throws {
    for end in ["\n", "\r", "\r\n"] {
      let text = (Self.start + "A,Health,X1\nB,Health,X1\n").replacing("\n", with: end)
      #expect(try Self.imported(text).report.rowsRead == 2)
    }
  }

  @Test func `UTF-16, Windows-1252 and lying marks are read and said`() throws {
    let text = Self.start + "Médecins – “Sud”,Santé,X1\n"
    let name = "Médecins – “Sud”"
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let windows: [UInt8] = text.unicodeScalars.map { scalar in
      switch scalar {
      case "–": 0x96
      case "“": 0x93
      case "”": 0x94
      default: UInt8(scalar.value)
      }
    }
    let latin = Array(String(String.UnicodeScalarView(windows.map { Unicode.Scalar($0) })).utf8)
    let cases: [([UInt8], String)] = [
      (utf16, "UTF-16"), (windows, "Windows-1252"), (latin, "repaired"),
      ([0xEF, 0xBB, 0xBF] + Array(text.utf8), "byte order mark"),
      ([0xFF, 0xFE] + Array(text.utf8), "says UTF-16"),
    ]
    for (bytes, note) in cases {
      let imported = try Self.imported(bytes)
      #expect(Self.names(imported, .actor) == [name], "\(note)")
      #expect(imported.report.files.first?.notes.contains { $0.contains(note) } == true, "\(note)")
    }
  }

  @Test func `an open quote, a zero byte and an endless row are refused with their line`() throws {
    let endless = Self.start + "A" + String(repeating: ",", count: 20_000) + "\n"
    for (text, line) in [
      (Self.start + "A,\"Health,X1\n", 3), (Self.start + "A,He\0alth,X1\nB,Health,X1\n", 3),
      (endless, 3),
    ] {
      let error = #expect(throws: ImportError.self) { try Self.imported(text) }
      #expect(error?.diagnostics.first?.place.line == line)
    }
    #expect(throws: ImportError.self) { try Self.imported("") }
  }

  @Test func `a row with too many cells or none of use is refused, the rest is read`() throws {
    let imported = try Self.imported(
      Self.start + "A,Health,X1\nB,Health,X1,Y\n\n,,\nn/a,-,\n\"C\"x,Health,X1\nD,Health,X2\n"
    )
    #expect(imported.report.refusals.map(\.place.line) == [4, 8])
    #expect(imported.report.factCount == 3)
  }

  @Test func `formulas cannot run in what is written`() throws {
    let imported = try Self.imported(Self.start + "=cmd|' /C calc'!A0,Health,X1\n")
    #expect(Self.names(imported, .actor) == ["=cmd|' /C calc'!A0"])
    #expect(imported.report.files.first?.notes.contains { $0.contains("formula") } == true)
  }

  @Test func `the country comes from a column, a mapping or the letters of p-codes`() throws {
    func cases(_ text: String, country: DraftCase? = nil) throws -> [String] {
      Self.names(try Self.imported(text) { $0.countryCase = country }, .countryCase)
    }
    #expect(try cases("#org,#sector,#country\nA,Health,Tchad\n") == ["Chad"])
    #expect(try cases("#org,#sector,#adm1+code\nA,Health,TD01\nB,Health,TD02\n") == ["Chad"])
    #expect(try cases("#org,#sector,#adm1+code\nA,Health,TD01\nB,Health,SS02\n") == [])
    #expect(
      try cases(
        "#org,#sector,#adm1+code\nA,Health,TD01\n",
        country: DraftCase(name: "République centrafricaine")
      ) == ["Central African Republic"]
    )
  }

  @Test func `clusters show inhibitors where that is asked for`() throws {
    func inhibitors(_ reading: ConcordanceReading?) throws -> [NodeID] {
      let text = "#org,#sector,#adm1\nA,Protection,P\nA,Santé,P\n"
      let imported = try Self.imported(text) { $0.reading = reading }
      return imported.collection.graph.assistance.flatMap(\.inhibitors)
    }
    #expect(try inhibitors(.wide) == ["inhibitor-3-judicial-human-rights"])
    #expect(try inhibitors(.strict).isEmpty)
    #expect(try inhibitors(nil).isEmpty)
  }

  @Test func `an acronym in one role is the organization that the row names in another`() throws {
    let imported = try Self.imported(
      "#org+prog,#org+impl+name,#org+impl+acronym,#sector,#adm1\n"
        + "AAH,Action Against Hunger,AAH,Health,P\n"
    )
    #expect(Self.names(imported, .actor) == ["Action Against Hunger"])
    #expect(imported.collection.graph.graph.edges(of: .commissions).isEmpty)
    #expect(imported.report.selfRelations == 1)
  }

  @Test func `lists in quoted cells do not make their divider that of the table`() throws {
    let imported = try Self.imported(
      "#org,#sector,#adm1\n\"A;B;C;D;E\",\"Health;WASH;Shelter;Food\",X\n"
    )
    #expect(Self.names(imported, .actor) == ["A", "B", "C", "D", "E"])
  }
}
