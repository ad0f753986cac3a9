import GraphCore
import Testing

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
