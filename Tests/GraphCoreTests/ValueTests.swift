import GraphCore
import TestSupport
import Testing

@Suite struct PartialDateTests {
  @Test(arguments: ["2013", "2013-05", "2013-05-21", "0001", "9999-12-31", "2000-02-29"])
  func `reads a year, a month or a day and writes it the same`(_ text: String) throws {
    let date = try #require(PartialDate(text))
    #expect(date.description == text)
    #expect(PartialDate(packed: date.packed) == date)
  }

  @Test(
    arguments: [
      "", "13", "20135", "2013-5", "2013-13", "2013-00", "2013-02-30", "2013-02-29", "1900-02-29",
      "2013-04-31", "0000", "2013-05-00", "2013-05-21T00", "2013-05-21-", "2013-", "-2013",
      "２０１３", "21.05.2013", "2013/05", " 2013", "+201",
    ]
  )
  func `gives nil for what is no date`(_ text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test func `knows leap years`() {
    #expect(PartialDate(year: 2004, month: 2, day: 29) != nil)
    #expect(PartialDate(year: 2000, month: 2, day: 29) != nil)
    #expect(PartialDate(year: 1900, month: 2, day: 29) == nil)
    #expect(PartialDate(year: 2005, month: 2, day: 29) == nil)
  }

  @Test func `refuses a day without a month`() {
    #expect(PartialDate(year: 2004, month: nil, day: 1) == nil)
  }

  @Test func `is known to the precision it was written with`() throws {
    let date = try #require(PartialDate("2011-07"))
    #expect((date.year, date.month, date.day) == (2011, 7, nil))
    #expect(date.precision == .month)
    #expect(PartialDate("2011")?.precision == .year)
    #expect(PartialDate("2011-07-09")?.precision == .day)
    #expect(PartialDate("2011") != PartialDate("2011-01"))
  }

  @Test func `begins on its first day and ends on its last`() throws {
    let (year, month) = (try #require(PartialDate("2012")), try #require(PartialDate("2012-02")))
    #expect(year.firstDay == PartialDate("2012-01-01")?.firstDay)
    #expect(year.lastDay == PartialDate("2012-12-31")?.firstDay)
    #expect(month.lastDay == PartialDate("2012-02-29")?.firstDay)
    let days = ["0001-01-01", "2011-12-31", "2012-01-01", "2012-02-29", "2012-03-01"]
    let numbers = days.compactMap { PartialDate($0)?.firstDay }
    #expect(numbers.count == 5 && numbers == numbers.sorted())
  }

  @Test func `takes little memory`() {
    #expect(MemoryLayout<PartialDate>.size == 4)
    #expect(MemoryLayout<Validity>.stride <= 16)
  }
}

@Suite struct ValidityTests {
  private func span(_ from: String?, _ until: String?) throws -> Validity {
    try #require(
      Validity(from: from.flatMap { PartialDate($0) }, until: until.flatMap { PartialDate($0) })
    )
  }

  @Test func `may not end before it begins`() {
    #expect(Validity(from: PartialDate("2014"), until: PartialDate("2013")) == nil)
    #expect(Validity(from: PartialDate("2013-06"), until: PartialDate("2013-05-31")) == nil)
    #expect(Validity(from: PartialDate("2013-06"), until: PartialDate("2013")) != nil)
    #expect(Validity(from: PartialDate("2013"), until: PartialDate("2013-06")) != nil)
  }

  @Test(
    arguments: [
      (nil, nil, nil, nil, true), ("2004", nil, nil, "2003", false),
      ("2004", nil, nil, "2004", true), (nil, "2004-05", "2004-06", nil, false),
      ("2013", "2013", "2013-12-31", "2014", true), ("2013", "2013", "2014-01-01", nil, false),
      ("2004", nil, nil, nil, true), ("2004", nil, "1999", nil, true),
      ("2004-02", "2004-02", "2004-02-29", "2004-02-29", true),
    ] as [(String?, String?, String?, String?, Bool)]
  )
  func `overlaps another if they have a day in common`(
    _ from: String?,
    _ until: String?,
    _ otherFrom: String?,
    _ otherUntil: String?,
    _ expected: Bool
  ) throws {
    let (one, other) = (try span(from, until), try span(otherFrom, otherUntil))
    #expect(one.overlaps(other) == expected)
    #expect(other.overlaps(one) == expected)
  }

  @Test func `says in words when it holds`() throws {
    #expect(Validity.always.description == "any time")
    #expect(Validity.always.isUnbounded)
    #expect(try span("2004", nil).description == "since 2004")
    #expect(try span(nil, "2004-05").description == "until 2004-05")
    #expect(try span("2004", "2006").description == "2004 to 2006")
    let date = try #require(PartialDate("2013"))
    #expect(Validity(in: date).description == "2013")
  }
}

@Suite struct SourceReferenceTests {
  @Test(
    arguments: [
      "000", "000 l.91", "000 l.91-93", "a p.12 § Title", "a r.5", "a #XM-DAC-1", "a § b § c",
      "000 l.1 § IV Capacity building, inhibitor 2", "a #XM%20DAC%25", "50%-plan l.3",
    ]
  )
  func `writes what it reads`(_ text: String) throws {
    let reference = try #require(SourceReference(text))
    #expect(SourceReference(reference.description) == reference)
    if !text.contains("50%") { #expect(reference.description == text) }
  }

  @Test(
    arguments: [
      "", " ", "§ x", "000 §", "000 l.", "000 l.0", "000 l.5-3", "000 l.a", "000 91", "000 l.1 x",
      "000 #", "000 l.1-2-3", "000 l.99999999999999999999", "000 l.-1", "000 x.4",
    ]
  )
  func `gives nil for what is malformed`(_ text: String) {
    #expect(SourceReference(text) == nil)
  }

  @Test(arguments: UInt64(0)..<100)
  func `reads back whatever is written`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = ["a", "é", "e\u{301}", " ", "%", "%20", "§", "#", "|", "\n", "\u{A0}", "l.3", "م"]
    func text() -> String {
      let word = (0..<4).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      return word.isEmpty ? "x" : word
    }
    let first = Int.random(in: 1...9, using: &random)
    let locators: [SourceReference.Locator?] = [
      nil, .lines(first...12), .pages(first...first), .rows(1...first), .anchor(text()),
    ]
    for locator in locators {
      for section in [nil, text()] {
        let reference = SourceReference(document: text(), section: section, locator: locator)
        #expect(SourceReference(reference.description) == reference)
      }
    }
  }

  @Test func `drops an empty section and blanks around one`() {
    #expect(SourceReference(document: "a", section: " ").section == nil)
    #expect(SourceReference(document: "a", section: " b ").section == "b")
  }

  @Test func `must name a document`() async {
    await #expect(processExitsWith: .failure) { _ = SourceReference(document: "") }
  }

  @Test func `must count lines from 1`() async {
    await #expect(processExitsWith: .failure) {
      _ = SourceReference(document: "a", locator: .lines(0...1))
    }
  }
}

@Suite struct DiagnosticTests {
  @Test func `prints place, message and hint`() {
    let place = Diagnostic.Place(file: "nodes/actor.csv", line: 12, column: 3)
    #expect(
      Diagnostic(.error, at: place, "unknown actor “WFPP”", hint: "did you mean “WFP”?").description
        == "nodes/actor.csv:12:3: error: unknown actor “WFPP”\n  hint: did you mean “WFP”?"
    )
    #expect(
      Diagnostic(.warning, at: .init(file: "a"), "odd").description == "a: warning: odd"
    )
    #expect(
      Diagnostic(.warning, at: .init(file: "a", line: 2), "odd").description == "a:2: warning: odd"
    )
  }
}
