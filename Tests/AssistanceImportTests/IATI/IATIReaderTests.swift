@testable import AssistanceImport
import Foundation
import GraphCore
import Testing

@Suite struct IATIReaderTests {
  @Test func `reads the words of 1x and the numbers of 2x alike`() throws {
    let old = try IATIText.activities(
      Array(
        """
        <iati-activities version="1.03"><iati-activity xml:lang="fr" default-currency="eur">
        <iati-identifier> A-1 </iati-identifier>
        <reporting-org ref="R-1" type="10">Reporter</reporting-org>
        <title>Paix</title><title xml:lang="en">Peace</title>
        <activity-status code="2">Implementation</activity-status>
        <activity-date type="start-actual" iso-date="2012-01-31">31 janvier</activity-date>
        <activity-date type="end-planned">2013-12-31</activity-date>
        <participating-org role="Implementing" ref="X-1" type="22">ONG</participating-org>
        <participating-org role="funding">Payer</participating-org>
        <recipient-country code="cd">Congo</recipient-country>
        <sector vocabulary="DAC" code="15220">Peace building</sector>
        <sector vocabulary="RO" code="7">Own</sector>
        <transaction><transaction-type code="D"/><value value-date="2012-05-01">1,000.5</value>
        </transaction></iati-activity></iati-activities>
        """.utf8
      )
    )
    let new = try IATIText.activities(
      Array(
        """
        <iati-activities version="2.03"><iati-activity xml:lang="fr" default-currency="EUR">
        <iati-identifier>A-1</iati-identifier>
        <reporting-org ref="R-1" type="10"><narrative>Reporter</narrative></reporting-org>
        <title><narrative>Paix</narrative><narrative xml:lang="en">Peace</narrative></title>
        <activity-status code="2"/>
        <activity-date type="2" iso-date="2012-01-31"/><activity-date type="3" iso-date="2013-12-31"/>
        <participating-org role="4" ref="X-1" type="22"><narrative>ONG</narrative></participating-org>
        <participating-org role="1"><narrative>Payer</narrative></participating-org>
        <recipient-country code="CD"><narrative>Congo</narrative></recipient-country>
        <sector code="15220"><narrative>Peace building</narrative></sector>
        <sector vocabulary="99" code="7"><narrative>Own</narrative></sector>
        <transaction><transaction-type code="3"/><transaction-date iso-date="2012-05-01"/>
        <value>1000.50</value></transaction></iati-activity></iati-activities>
        """.utf8
      )
    )
    var (left, right) = (try #require(old.first), try #require(new.first))
    #expect(left.version == "1.03")
    #expect(right.version == "2.03")
    #expect(left.doubts.isEmpty)
    left.version = right.version
    left.forgetLines()
    right.forgetLines()
    #expect(left == right)
    #expect(left.titles.text() == "Peace")
    #expect(left.titles.text(in: ["es", "fr"]) == "Paix")
    #expect(left.transactions.first?.amount == 1000.5)
    #expect(left.transactions.first?.currency == "EUR")
    #expect(left.transactions.first?.type == .disbursement)
    #expect(left.sectors.map(\.vocabulary) == [.purposes, IATIVocabulary("99")])
  }

  @Test func `finds the version in an attribute of another namespace`() throws {
    let text = """
      <iati-activities xmlns:x="http://x"><iati-activity x:version="2.02">
      <iati-identifier>A</iati-identifier></iati-activity></iati-activities>
      """
    #expect(try IATIText.activities(Array(text.utf8)).map(\.version) == ["2.02"])
  }

  @Test func `finds activities inside a wrapper`() throws {
    let text = "<response><ok/><iati-activities><iati-activity/></iati-activities></response>"
    #expect(try IATIText.activities(Array(text.utf8)).count == 1)
  }

  @Test func `takes a category under the vocabulary of purposes for what it is`() throws {
    let file = IATIText.file(IATIText.activity(sectors: #"<sector vocabulary="1" code="152"/>"#))
    #expect(try IATIText.activities(file).first?.sectors.map(\.vocabulary) == [.categories])
  }

  @Test func `a publisher's own list may be one of names`() throws {
    let sectors = #"<sector vocabulary="RO">Justice</sector><sector vocabulary="DAC">No</sector>"#
    let activity = try #require(
      try IATIText.activities(IATIText.file(IATIText.activity(sectors: sectors))).first
    )
    #expect(activity.sectors.map(\.code) == ["Justice"])
    #expect(activity.doubts.map(\.message) == ["a sector without a code"])
  }

  @Test func `never holds people's details`() throws {
    let contact = """
      <contact-info><person-name>Jane Doe</person-name><email>jane@example.org</email>
      </contact-info>
      """
    let activity = try #require(
      try IATIText.activities(IATIText.file(IATIText.activity(more: contact))).first
    )
    #expect(activity.contactCount == 1)
    #expect(!"\(activity)".contains("ane"))
  }

  @Test func `says with its line what it did not understand, and reads on`() throws {
    let more = """

      <activity-date type="9" iso-date="2012-01-01"/>
      <activity-date type="1" iso-date="2012-02-30"/>
      <recipient-country code="" percentage="40"/>
      <recipient-country code="KE" percentage="140"/>
      <transaction><transaction-type code="Z"/><value>12 francs</value></transaction>
      """
    let activity = try #require(
      try IATIText.activities(IATIText.file(IATIText.activity(status: "9", more: more))).first
    )
    #expect(
      activity.doubts.map(\.description) == [
        "file.xml:5: warning: “9” is no activity status",
        "file.xml:7: warning: “9” is no kind of date",
        "file.xml:8: warning: “2012-02-30” is no date",
        "file.xml:9: warning: a country without a code",
        "file.xml:10: warning: “140” is no percentage",
        "file.xml:11: warning: “Z” is no type of transaction",
        "file.xml:11: warning: “12 francs” is no amount",
      ]
    )
    #expect(activity.countries.map(\.code) == ["CD", "KE"])
  }

  @Test(
    arguments: [
      ("1000", 1000), ("-66955", -66955), ("1,234,567.50", 1_234_567.5), ("+5", 5), (".5", 0.5),
      ("50%", 50), ("1,5", nil), ("1.2.3", nil), ("nan", nil), ("inf", nil), ("0x10", nil),
      ("1e9", nil), ("", nil), ("-", nil), (".", nil), ("12 USD", nil),
    ] as [(String, Double?)]
  )
  func `reads a number only where there is no doubt about it`(_ text: String, _ number: Double?) {
    #expect(text.plainNumber == number)
  }

  @Test func `keeps text in a section of character data and drops what it has no use for`() throws {
    let more = "<title><![CDATA[A & B]]></title><result><title>No</title></result><result/>"
    let activity = try #require(
      try IATIText.activities(IATIText.file(IATIText.activity(more: more))).first
    )
    #expect(activity.titles.map(\.text) == ["A & B"])
    #expect(activity.ignored == ["result": 2])
  }

  @Test func `reads a file from disk as it reads bytes`() throws {
    let bytes = IATIText.file(IATIText.activity() + IATIText.activity("A-2"))
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "iati-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "file.xml")
    try Data(bytes).write(to: file)
    var found: [IATIActivity] = []
    let summary = try IATIReader().read(file.path) { found.append($0) }
    #expect(found.map(\.identifier) == ["A-1", "A-2"])
    #expect(summary.byteCount == bytes.count)
    #expect(summary.versions == ["2.03": 2])
  }
}

extension IATIActivity {
  /// Makes every line zero.
  fileprivate mutating func forgetLines() {
    line = 0
    for place in participants.indices { participants[place].line = 0 }
    for place in countries.indices { countries[place].line = 0 }
    for place in sectors.indices { sectors[place].line = 0 }
    for place in transactions.indices { transactions[place].line = 0 }
  }
}
