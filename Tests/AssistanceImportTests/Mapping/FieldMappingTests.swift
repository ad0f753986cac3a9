import AssistanceImport
import AssistanceModel
import GraphCore
import Testing

/// What mappings change in tables of who does what where.
@Suite struct FieldMappingTests {
  private static let table =
    "Org,Sector,Status,Start\nIRC,Health,,03/04/2022\nMSF,,Planned,05/06/2022\n"

  @Test func `defaults hold only where a row says nothing`() throws {
    let imported = try MappedImport.run(
      "columns: {Start: date.from}\ndefaults: {sector: WASH, status: ongoing, funder: ECHO}\n",
      Self.table
    )
    let facts = imported.collection.graph.assistance
    #expect(imported.names(.sector) == ["Health", "WASH"])
    #expect(facts.map { $0.node[.status] } == ["ongoing", "planned"])
    #expect(facts.flatMap { $0.ends(.funder) } == ["echo", "echo"])
  }

  @Test(arguments: [("day", "2022-04-03"), ("month", "2022-03-04")])
  func `the order of day and month is as the mapping says`(order: String, date: String) throws {
    let imported = try MappedImport.run(
      "date-order: \(order)\ncolumns: {Start: date.from}",
      Self.table
    )
    #expect(imported.collection.graph.assistance.first?.validity.from?.description == date)
    let unsure = try MappedImport.run("columns: {Start: date.from}", Self.table)
    #expect(unsure.collection.graph.assistance.first?.validity.from?.description == "2022")
  }

  @Test func `only rows that meet every condition are read`() throws {
    let imported = try MappedImport.run("where: {Status: [planned, done], Org: \"*\"}", Self.table)
    #expect(imported.names(.actor) == ["MSF"])
    #expect(
      imported.report.files.first?.notes.contains { $0.hasPrefix("1 row was left out") } == true
    )
    #expect(imported.report.refusedRows == 0)
  }

  @Test func `a line that says what the heading says changes only separators`() throws {
    let plain = "Acronym,Organization,Sector\nA / B,Alpha / Beta,Health\nC,Gamma,WASH\n"
    let same = try MappedImport.run(
      "columns: {Acronym: organization.acronym, Organization: organization, Sector: sector}",
      plain
    )
    let none = try MappedImport.run("heading-row: 1", plain)
    #expect(same.collection.files().map(\.bytes) == none.collection.files().map(\.bytes))
    let divided = try MappedImport.run(
      "columns: {Organization: {is: organization, separators: [\"/\"]}}",
      plain
    )
    #expect(divided.names(.actor) == ["Alpha", "Beta", "Gamma"])
  }

  @Test func `people's details stay dropped, whatever the mapping says`() throws {
    let table =
      "Org,Sector,Focal Point,Who\nIRC,Health,Jane Doe,j@x.org\nMSF,WASH,Joe Doe,k@x.org\n"
    let imported = try MappedImport.run("columns: {Focal Point: ignore, Who: organization}", table)
    #expect(imported.report.files.first?.columns.map(\.use) == [.used, .used, .dropped, .dropped])
    #expect(imported.names(.actor) == ["IRC", "MSF"])
  }

  @Test func `a heading that is a number is found before a column's number`() throws {
    let table = "2,Thing\nHealth,IRC\n"
    let imported = try MappedImport.run("columns: {\"2\": sector, Thing: organization}", table)
    #expect(imported.names(.sector) == ["Health"])
    #expect(imported.names(.actor) == ["IRC"])
  }
}
