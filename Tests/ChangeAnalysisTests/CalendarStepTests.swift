import ChangeAnalysis
import GraphCore
import Testing

@Suite struct CalendarStepTests {
  @Test(arguments: [
    ("2021", "2021"), ("2021-Q1", "2021-01 to 2021-03"), ("2021-q4", "2021-10 to 2021-12"),
    ("2021-02", "2021-02"), ("2021-12", "2021-12"),
  ])
  func `a step is read and holds its months`(text: String, period: String) throws {
    let step = try #require(CalendarStep(text))
    #expect(step.period.description == period)
    #expect(step.description == text.uppercased())
  }

  @Test(arguments: ["", "2021-Q5", "2021-Q0", "2021-13", "2021-1", "2021-05-01", "Q1", "21-Q1"])
  func `what is no step is not read`(text: String) {
    #expect(CalendarStep(text) == nil)
  }

  @Test func `a year begins in its first month and ends in its last`() throws {
    let year = try #require(PartialDate("2012"))
    #expect(CalendarStep(.quarter, beginningOf: year).description == "2012-Q1")
    #expect(CalendarStep(.quarter, endOf: year).description == "2012-Q4")
    #expect(CalendarStep(.month, endOf: year).description == "2012-12")
    #expect(CalendarStep(.year, endOf: year).description == "2012")
  }

  @Test func `steps stand in the order of time`() throws {
    let steps = try ["2020-Q4", "2021", "2021-02", "2021-Q2"].map {
      try #require(CalendarStep($0))
    }
    #expect(steps.sorted() == steps)
  }

  @Test(arguments: [
    ("2015..2019-Q2", "2015 to 2019-06"), ("2019", "2019"), ("2019-05-21", "2019-05-21"),
    ("2019-Q3", "2019-07 to 2019-09"),
  ])
  func `a span is read as people write it`(text: String, span: String) {
    #expect(Validity(spanning: text)?.description == span)
  }

  @Test(arguments: ["2019..2015", "..", "2019..", "..2019", "2019..2020..2021", "soon"])
  func `what is no span is not read`(text: String) {
    #expect(Validity(spanning: text) == nil)
  }
}
