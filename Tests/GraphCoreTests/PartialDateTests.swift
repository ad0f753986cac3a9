import GraphCore
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
