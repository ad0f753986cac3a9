import AssistanceImport
import AssistanceModel
import CoverageAnalysis
import GraphCore
import Testing

@Suite struct WideTableTests {
  private static let yaml =
    "wide: {case: {id: code, name: country}, columns: purpose, amount: usd-million, year: 2017}\n"

  private static let table =
    "code,country,15130 - Legal,15210,740,Notes,Total\n"
    + "1,Chad,2.5,0,,see below,2.5\n2,Mali,,-1,\"1,200\",,1199\n,Total,2.5,-1,1200,,\n"

  @Test func `each cell above zero is a fact with its amount, its year and its row`() throws {
    let imported = try MappedImport.run(Self.yaml, Self.table)
    #expect(imported.report.factCount == 2)
    #expect(imported.sum("usd-million", .countryCase, "case-td") == 2.5)
    #expect(imported.sum("usd-million", .countryCase, "case-ml") == 1200)
    let facts = imported.collection.graph.assistance
    #expect(facts.allSatisfy { $0.validity.description == "2017" })
    #expect(facts.flatMap { $0.sources.map(\.description) }.sorted() == ["t.csv r.2", "t.csv r.3"])
    let providers = facts.flatMap(\.providers).compactMap { imported.graph[$0] }
    #expect(providers.map { $0[.designation] } == [.placeholder, .placeholder])
    #expect(facts.contains { $0.ends(.sector) == ["sector-15130"] })
    try expectReadBack(imported)
  }

  @Test func `a number beside a country's name is not taken for its code`() throws {
    // 504 is Morocco's number at the United Nations.
    let imported = try MappedImport.run(Self.yaml, "code,country,15130\n504,Mali,1\n")
    #expect(imported.names(.countryCase) == ["Mali"])
  }

  @Test func `totals, remarks and what is below zero are no facts, and are told`() throws {
    let imported = try MappedImport.run(Self.yaml, Self.table)
    let file = try #require(imported.report.files.first)
    #expect(file.columns.map(\.use) == [.used, .used, .used, .used, .used, .ignored, .ignored])
    #expect(
      file.columns.map(\.reason).suffix(2) == [
        "its heading begins with no purpose code", "it holds totals",
      ]
    )
    #expect(file.notes.contains("1 row was left out, as the mapping says"))
    #expect(file.notes.contains { $0.hasPrefix("1 cell is below zero") })
  }

  @Test func `inhibitors that the table's codes cannot show are marked`() throws {
    let imported = try MappedImport.run(Self.yaml, Self.table)
    let marks = imported.collection.metadata.question.unobservable.compactMap(\.column)
    let seen = CoreInhibitor.allCases.map(\.id).filter { !marks.contains($0) }
    #expect(seen == ["inhibitor-1-security-sector", "inhibitor-3-judicial-human-rights"])
    let report = imported.collection.graph.coverage(
      CoverageQuestion(imported.collection.metadata.question)
    )
    #expect(report.columns.count == 7)
    #expect(report.count(.unnamedOnly) == 1)
    #expect(report.count(.unobservable) == 10)
  }

  @Test func `headings may be names, with their codes in a row of their own`() throws {
    let table =
      ",donor_code,4,5,99\ncountry,code,France,Germany,Grand Total\nChad,1,2,,2\nMali,2,1,3,4\n"
    let imported = try MappedImport.run(
      """
      heading-row: 2
      wide: {case: {id: code, name: country}, columns: provider, code-row: 1, scheme: dac-donor}
      """,
      table
    )
    #expect(imported.report.factCount == 3)
    #expect(imported.names(.actor) == ["France", "Germany"])
    #expect(imported.graph["france"]?[.identifiers] == ["dac-donor:4"])
    #expect(imported.sum("amount", .provider, "germany") == 3)
  }

  @Test func `what the mapping leaves out is left out`() throws {
    let imported = try MappedImport.run(
      "wide: {case: country, columns: sector, leave-out: {rows: [unspecified], columns: [B]}}",
      "country,A,B\nChad,1,2\nUnspecified,3,4\n"
    )
    #expect(imported.report.factCount == 1)
    #expect(imported.names(.sector) == ["A"])
    #expect(imported.names(.countryCase) == ["Chad"])
  }

  @Test func `cells that are no numbers are told, and a table without rows is no fault`() throws {
    let imported = try MappedImport.run(
      Self.yaml,
      "code,country,15130\n1,Chad,=cmd|x\n2,Mali,..\n3,Niger,inf\n"
    )
    #expect(imported.report.factCount == 0)
    #expect(imported.report.doubts.first?.message.hasPrefix("2 amounts are no numbers") == true)
    #expect(try MappedImport.run(Self.yaml, "code,country,15130\n").report.factCount == 0)
  }
}
