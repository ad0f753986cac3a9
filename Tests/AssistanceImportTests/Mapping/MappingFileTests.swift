import AssistanceImport
import GraphCore
import Testing

@Suite struct MappingFileTests {
  private static func places(_ faults: [Diagnostic]) -> [String] {
    faults.map { "\($0.place.line ?? 0):\($0.place.column ?? 0) \($0.message)" }
  }

  @Test func `the simplest mapping is a few lines`() throws {
    let yaml = "columns:\n  Agence: organization\n  Bailleur: {is: funder, separators: [\"/\"]}\n"
    let file = try MappingFile(yaml: Array(yaml.utf8), file: "m.yaml")
    let mapping = try file.mapping(for: "any.csv")
    #expect(mapping.columns.map(\.heading) == ["Agence", "Bailleur"])
    #expect(
      mapping.columns.map(\.meaning) == [
        ColumnMeaning(.organization, .name), ColumnMeaning(.funder, .name),
      ]
    )
    #expect(mapping.columns[1].separators == ["/"])
    #expect(mapping.columns[0].place == Diagnostic.Place(file: "m.yaml", line: 2, column: 3))
  }

  @Test func `every fault is told at once with its place, in the order of lines`() {
    let faults = MappedImport.faults(
      "colums: {}\nlanguage: german\nyear: then\nheading-row: 0\n"
        + "columns:\n  A: organisation.name\n  B: {language: fr}\ndefaults: {adm1: X}\n"
    )
    #expect(
      Self.places(faults) == [
        "1:1 “colums” is not known here",
        "2:11 “german” is none of the words that may stand here",
        "3:7 a year is needed here", "4:14 a row's number is needed here",
        "6:6 “organisation.name” is nothing that a column holds", "7:6 “is” is missing",
        "8:12 “adm1” is not known here",
      ]
    )
    #expect(faults[0].hint == "did you mean “columns”?")
    #expect(faults[4].hint?.hasPrefix("did you mean “organization") == true)
  }

  @Test(arguments: [
    ("nodes: {name: a}", "1:8 “kind” is missing"),
    ("nodes: {kind: actr, name: a}", "1:15 “actr” is no kind of node that may stand here"),
    ("nodes: {kind: actor}", "1:8 neither “name” nor “id” says which column names the actor"),
    (
      "nodes: {kind: actor, name: a}\ncolumns: {a: sector}",
      "2:10 “columns” is for tables of who does what where"
    ),
    ("relations: {kind: member-of, from: a}", "1:12 “to” is missing"),
    ("relations: {kind: provider, from: a, to: b}", "1:19 “provider” is an end of facts"),
    ("relations: {kind: Knows, from: a, to: b}", "1:19 “Knows” is no word for a relation"),
    ("facts: {provder: a}", "1:9 “provder” is not known here"),
    ("facts: {provider: a, amounts: {Rows: b}}", "1:32 “Rows” cannot be the name of a value"),
    ("facts: {provider: a, amounts: {rows: b}}", "1:32 “rows” cannot be the name of a value"),
    ("wide: {case: a}", "1:7 “columns” is missing"),
    ("wide: {case: a, columns: case}", "1:26 “case” is named by the headings and by a column"),
    ("facts: {case: a}\nquestion: {rows: cas}", "2:18 no end of facts is called “cas”"),
    (
      "facts: {case: {kind: actor, name: a}}", "1:22 “actor” is no kind of node that may stand here"
    ),
    ("kinds: {Mission: x}\nnodes: {kind: actor, name: a}", "1:9 “Mission” is no word for a kind"),
    ("question: {rows: case}", "1:11 “question” is for tables of nodes, relations or facts"),
    ("", "1:1 the mapping is empty"), ("- a", "1:1 the mapping must hold names and values"),
    ("columns: {a: sector, a: sector}", "1:11 “a” stands twice among the names that begin here"),
    ("columns: {a: [}", "1:15 this is no YAML: did not find expected node content"),
    ("columns: &x {a: sector}\nwhere: *x", "2:8 aliases are not read"),
  ])
  func `what is wrong is said where it stands`(yaml: String, fault: String) {
    #expect(Self.places(MappedImport.faults(yaml)).first == fault)
  }

  @Test func `a deep or a large file is refused in a moment`() {
    let deep = "columns: " + String(repeating: "[", count: 100_000)
    #expect(MappedImport.faults(deep).first?.message.contains("too deep") == true)
    let large = "columns: {}\n" + String(repeating: "# x\n", count: 400_000)
    #expect(MappedImport.faults(large).first?.message == "the mapping is larger than 1 MiB")
    #expect(MappedImport.faults("columns: {a: \u{0}}").count == 1)
  }

  @Test func `a column that the table lacks is an error at the mapping's line`() throws {
    let table = "Agence,Secteur\nIRC,Health\n"
    let faults = MappedImport.faults("columns:\n  Agense: organization\n  Secteur: sector\n", table)
    let fault = try #require(faults.first)
    #expect(faults.count == 1)
    #expect(fault.description.hasPrefix("m.yaml:2:3: error: t.csv has no column “Agense”"))
    #expect(fault.hint == "did you mean “Agence”?")
    let both = MappedImport.faults("facts: {provider: Agnce, case: Pays, year: Secteur}", table)
    #expect(both.map(\.place.column) == [19, 32])
  }

  @Test func `a mapping is for every table, or has a part for each`() throws {
    let yaml =
      "files:\n  \"*nodes*.csv\":\n    nodes: {kind: actor, name: a}\n  b.csv:\n    year: 2022\n"
    let file = try MappingFile(yaml: Array(yaml.utf8), file: "m.yaml")
    #expect(try file.mapping(for: "b.csv").year == 2022)
    #expect(try file.mapping(for: "my-nodes-2.csv").year == nil)
    #expect(throws: ImportError.self) { try file.mapping(for: "b.csv.csv") }
    #expect(MappedImport.faults("files: {a.csv: {year: 2022}}\nyear: 2021").count == 1)
  }
}
