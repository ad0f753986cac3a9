import AssistanceImport
import AssistanceReports
import Foundation
import GraphCore
import TabularText
import TestSupport
import Testing

/// The report of an import of two small tables that show one defect each in every line.
@Suite struct ImportDocumentTests {
  private static let first = """
    Donor,Agency,Cluster,Region,P-code,District,Status,Focal point e-mail,Comment box
    #org+funder,#org+impl,#sector,#adm1+name,#adm2+code,#adm2+name,#status,#contact+email,
    ECHO,Relief Works,Health,North,N01,Arlan,ongoing,a@example.org,x
    ECHO,Relief Works,Health,North,N01,ARLAN,ongoing,b@example.org,y
    ECHO,Relief Works,Health,North,N01,Arlan,ongoing,a@example.org,x
    ,RELIEF WORKS,Protection,North,N01,Borlan,ongoing,,
    Not specified,Other,WASH,North,N02,Carlan,ongoing,,
    ,,,,,,ongoing,,
    ,,,,,,planned,,
    ECHO,Gone,Health,North,N02,Carlan,cancelled,,
    ,,,,,,ongoing,,
    \u{1},Radio,Nutrition,South,S01,Darlan,planned,c@example.org,

    """

  private static let second = """
    Organization,Sector,District
    Relief Works,Health,Arlan
    =cmd|' /C calc'!A0,Education,Arlan

    """

  private static func document() throws -> ImportDocument {
    var draft = CollectionDraft()
    try draft.addTable(Array(first.utf8), document: "march.csv")
    try draft.addTable(Array(second.utf8), document: "april.csv")
    return ImportDocument(try draft.finish(title: "North").report, in: "Graphs/north land")
  }

  @Test func `as JSON, page, Markdown and CSV`() throws {
    let document = try Self.document()
    try Snapshot.expect(JSONText.of(document), named: "import.json")
    try Snapshot.expect(document.page(limit: 3).plain(width: 80), named: "import.txt")
    try Snapshot.expect(document.page().markdown(), named: "import.md")
    try Snapshot.expect(document.table.csv(), named: "import.csv")
  }

  @Test func `rows are facts, repeats, or refused`() throws {
    let document = try Self.document()
    #expect(document.rowsRead == document.facts + document.merged + document.refusedRows)
    #expect(document.refusals.map(\.count).reduce(0, +) == document.refusedRows)
  }

  @Test func `refused rows are grouped by reason, with runs of lines`() throws {
    let refusal = try #require(Self.document().refusals.first { $0.count == 3 })
    #expect(refusal.reason == "the row names no organization, no sector and no place")
    #expect(refusal.lines == [[8, 9], [11, 11]])
  }

  @Test func `contact columns are named, and their values are nowhere`() throws {
    let document = try Self.document()
    let page = document.page().markdown()
    #expect(page.contains("people's details are never kept: column 8 “Focal point e-mail”"))
    #expect(!(page + JSONText.of(document) + document.table.csv()).contains("example.org"))
  }

  @Test func `a code of several places needs a decision, a spelling does not`() throws {
    let document = try Self.document()
    #expect(document.sharedCodes.map(\.id) == ["N01"])
    #expect(document.spellings.map(\.name) == ["Relief Works"])
  }

  @Test(arguments: [60, 80, 100])
  func `the page keeps the width, and a cut list says how to get all`(width: Int) throws {
    let page = try Self.document().page(limit: 1)
    let lines = page.plain(width: width).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= width })
    #expect(lines.contains { $0.contains("--report FILE writes all") })
    #expect(lines.contains { $0.contains("'Graphs/north land'") })
  }

  @Test func `every key stands in the description of answers`() throws {
    let page = try String(
      contentsOf: Oracles.packageFolder.appending(path: "Documentation/Formats/answers.md"),
      encoding: .utf8
    )
    let answer = try JSONSerialization.jsonObject(with: Data(JSONText.of(Self.document()).utf8))
    for key in Self.keys(answer) {
      #expect(page.contains("`\(key)`"), "answers.md does not name \(key)")
    }
  }

  @Test func `the table has a cell for each heading, and nothing runs in a spreadsheet`() throws {
    let table = CSVTable(Array(try Self.document().table.csv().utf8))
    #expect(table.faults.isEmpty)
    for record in 0..<table.recordCount {
      #expect(table.columnCount(ofRecord: record) == table.header.count)
      for column in 0..<table.columnCount(ofRecord: record) {
        let cell = table.text(record: record, column: column)
        #expect(FormulaGuard.guarded(FormulaGuard.unguarded(cell)) == cell)
      }
    }
  }

  @Test func `activities have elements instead of columns, and a refusal is no name`() throws {
    let text = """
      <iati-activities version="2.03">
      <iati-activity><iati-identifier>A-1</iati-identifier><activity-status code="2"/>
      <contact-info><email>a@example.org</email></contact-info>
      <participating-org role="4"><narrative>Local Peace</narrative></participating-org>
      <recipient-country code="CD"/><sector vocabulary="1" code="15220"/></iati-activity>
      <iati-activity><iati-identifier>A-2</iati-identifier><activity-status code="2"/>
      <participating-org role="4"><narrative>Local Peace</narrative></participating-org>
      <sector vocabulary="1" code="15220"/></iati-activity>
      </iati-activities>
      """
    var draft = CollectionDraft()
    try draft.add([IATISource(Array(text.utf8), document: "aid.xml")])
    let document = ImportDocument(try draft.finish(title: "Aid").report, in: "aid")
    let page = document.page().plain(width: 80)
    #expect(document.unit == "activities")
    #expect(page.contains("2 activities of 1 file became 1 fact."))
    #expect(page.contains("contact-info of aid.xml"))
    #expect(page.contains("1 activity: it names neither country nor region (aid.xml, line "))
    #expect(page.contains("element") && !page.contains("a@example.org"))
  }

  private static func keys(_ value: Any) -> Set<String> {
    if let list = value as? [Any] { return list.reduce(into: []) { $0.formUnion(keys($1)) } }
    guard let object = value as? [String: Any] else { return [] }
    return object.reduce(into: []) {
      $0.insert($1.key)
      $0.formUnion(keys($1.value))
    }
  }
}
