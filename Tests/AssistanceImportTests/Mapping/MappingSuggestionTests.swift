import AssistanceImport
import AssistanceModel
import Foundation
import GraphCore
import TestSupport
import Testing

@Suite struct MappingSuggestionTests {
  private static func yaml(_ text: String, _ kind: MappingSuggestion.Kind = .any) throws -> String {
    let table = try MappingSuggestion.Table(Array(text.utf8), document: "t.csv", as: kind)
    return MappingSuggestion.yaml(for: [table])
  }

  /// The files of the collection that a table gives, with or without the suggested mapping.
  private static func files(_ bytes: [UInt8], suggested: Bool) throws -> [String: [UInt8]]? {
    var draft = CollectionDraft()
    var mapping = TableMapping()
    if suggested {
      let table = try MappingSuggestion.Table(bytes, document: "t.csv", as: .whoDoesWhatWhere)
      let yaml = MappingSuggestion.yaml(for: [table])
      mapping = try MappingFile(yaml: Array(yaml.utf8), file: "m.yaml").mapping(for: "t.csv")
      try draft.addTable(bytes, document: "t.csv", mapping: mapping)
    } else {
      do { try draft.addTable(bytes, document: "t.csv") } catch { return nil }
    }
    let files = try draft.finish(title: "Test").collection.files()
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
  }

  private static func expectLaw(_ bytes: [UInt8], _ name: String) throws {
    // A table that cannot be read without a mapping has no result to compare with.
    guard let plain = try files(bytes, suggested: false) else { return }
    let suggested = try #require(try files(bytes, suggested: true))
    #expect(plain.keys == suggested.keys, "\(name)")
    for (path, bytes) in plain {
      let isSame = suggested[path] == bytes
      #expect(isSame, "\(name): \(path)")
    }
  }

  @Test(arguments: [
    "Organization,Sector,Adm2\n#org,#sector,#adm2+code\nIRC,Health,X1\n",
    "#org +name +impl,\"#sector\t\",#adm2 +v_pcode +code\nIRC,Health,CF316\n",
    "Who does what,,,\n\n,,,\nOrganization,Sector,Plan,Adm\n#org,#sector,Column1,#adm1\nIRC,Health,HRP,Ouaka\n",
    "Acronyme Acteur,Nom acteur,Province,Secteur\nIRC , International Rescue Committee,Ituri,Santé\n",
    "Org_FR;Org_EN;Org_FR;x\nMDM;DOW;MSF;Protection\nCRF;FRC;;Nutrition\n",
    "Organization,Organization,Thing\nA,B,Health\nC,D,WASH\n",
    "Org,Email,Name of focal point,Cluster\nIRC,a@b.org,Jane,Health\nMSF,c@d.org,Joe,WASH\n",
    "#org+name,#org+acronym,#contact+email,#date+start,#sector\nA B,AB,x@y.org,2022-01-01,Health\n",
    "\"a: b\nc\",\"# Sector\",\"yes\",Organization\nHealth,x,y,IRC\n",
  ])
  func `a suggestion is read unchanged and changes nothing`(table: String) throws {
    try Self.expectLaw(Array(table.utf8), table)
  }

  @Test(arguments: UInt64(0)..<60)
  func `the law holds for any headings and tags`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let headings = [
      "Organization", "Org", "Org Acronym", "Acteur", "Donor", "Partner", "Sector", "Cluster",
      "Adm1", "District", "Admin 2 Pcode", "Status", "Start date", "Reached", "Comments", "", "2",
      "Name_fr", "Organisation_fr", "Organisation_en", "Email", "Type", "x: y", "\"", "- a", "null",
    ]
    let tags = [
      "#org", "#org+funder", "#sector", "#adm2+code", "#adm1+name", "#date", "x", "", "#status",
    ]
    let cells = [
      "IRC", "MSF; ACF", "Health", "WASH", "X1", "2022-03-01", "", "n/a", "planned", "12",
    ]
    func row(_ words: [String], _ count: Int) -> String {
      (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
        .map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
    }
    let count = Int.random(in: 2...7, using: &generator)
    var lines = [row(headings, count)]
    if Bool.random(using: &generator) { lines.append(row(tags, count)) }
    for _ in 0..<5 { lines.append(row(cells, count)) }
    try Self.expectLaw(Array(lines.joined(separator: "\n").utf8), lines.joined(separator: "\n"))
  }

  @Test func `each column has its reason and three of its values, people's details none`() throws {
    let yaml = try Self.yaml(
      "Organization,Focal Point,Email,Foo,Bar\nIRC,Jane Doe,j@x.org,CD0101,Health\n"
        + "MSF,Joe Roe,k@x.org,CD0102,WASH\nACF,Ann Poe,l@x.org,CD0103,Health\nMDM,Al Loe,m@x.org,CD0104,WASH\n",
      .whoDoesWhatWhere
    )
    #expect(
      yaml.contains(
        "Column 1: its heading says so; 4 different texts, such as “IRC”, “MSF”, “ACF”\n"
      )
    )
    #expect(yaml.contains("Column 4: ? perhaps adm1.code, or adm2.code, or adm3.code"))
    #expect(yaml.contains("Column 5: ? its values are names of clusters"))
    for detail in ["Jane", "Joe", "x.org", "Poe"] { #expect(!yaml.contains(detail)) }
    #expect(yaml.contains("Focal Point: ignore    # people's details, which are never kept"))
  }

  @Test(arguments: [
    ("source,target,weight\na,b,1\nc,d,2\n", "from: {kind: actor, name: source}"),
    (
      "from_id,from_name,to_id,to_name,date\n1,A,2,B,2020-01-01\n1,A,3,C,2020-01-02\n",
      "from: {kind: actor, id: from_id, name: from_name}"
    ),
    ("id,label\n1,A\n2,B\n", "name: label"),
    ("Code,Country,100,110,11110,15110,15210\n1,Chad,1,2,3,4,5\n", "columns: purpose"),
    ("mission,year,country\nX,2009,Chad\nX,2010,Chad\nY,2010,Mali\n", "case: country"),
    (
      ",,1,2,3,4\nname,RecipientCode,France,Italy,Japan,Norway\nChad,7,1.5,2,3,4\nMali,8,1,2,3,4\n",
      "code-row: 1"
    ),
    ("Organization,Sector,District\nIRC,Health,Bria\n", "columns:"),
  ])
  func `nodes, relations, facts and matrices are told apart by headings`(
    table: String,
    line: String
  )
    throws
  {
    let yaml = try Self.yaml(table)
    #expect(yaml.contains(line))
    let mapping = try MappingFile(yaml: Array(yaml.utf8), file: "m.yaml")
    var draft = CollectionDraft()
    try draft.addTable(Array(table.utf8), document: "t.csv", mapping: mapping.mapping(for: "t.csv"))
    let report = try draft.finish(title: "Test").report
    #expect(report.factCount + report.relationCount + report.nodeCount > 0)
    #expect(report.refusedRows == 0)
  }

  @Test func `several tables have a part each, whatever their order`() throws {
    let a = try MappingSuggestion.Table(Array("id,label\n1,A\n".utf8), document: "a.csv", as: .any)
    let b = try MappingSuggestion.Table(
      Array("source,target\n1,2\n".utf8),
      document: "b.csv",
      as: .any
    )
    let yaml = MappingSuggestion.yaml(for: [b, a])
    #expect(yaml == MappingSuggestion.yaml(for: [a, b]))
    let file = try MappingFile(yaml: Array(yaml.utf8), file: "m.yaml")
    #expect(try file.mapping(for: "a.csv") != file.mapping(for: "b.csv"))
  }

  @Test(
    .enabled(if: FieldData.isPresent),
    arguments: [
      "bdi_3w_2022-03.csv", "caf_3w_2022q1.csv", "cod_3w_2022-01_nohxl.csv", "eth_4w_2022-02.csv",
      "hti_3w_2020_bilingual.csv", "lby_3w_2021-05.csv", "ssd_3w_2022q1.csv", "tcd_3w_2021-10.csv",
    ]
  )
  func `the law holds for published tables`(name: String) throws {
    let folder = try #require(FieldData.folder)
    try Self.expectLaw(Array(Data(contentsOf: folder.appending(path: "3w/\(name)"))), name)
  }
}
