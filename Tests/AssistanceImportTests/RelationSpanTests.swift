import AssistanceImport
import AssistanceModel
import CoordinationAnalysis
import GraphCore
import Testing

/// When relations hold that come from facts.
@Suite struct RelationSpanTests {
  private static let header =
    "#org+funder,#org+prog,#org+impl,#sector,#adm1,#date+start,#date+end\n"

  private static func imported(_ files: [String]) throws -> AssistanceGraph {
    var draft = CollectionDraft()
    for (number, rows) in files.enumerated() {
      try draft.addTable(Array((header + rows).utf8), document: "\(number).csv")
    }
    return try draft.finish(title: "Test").collection.graph
  }

  private static func relations(_ files: String...) throws -> [String] {
    try imported(files).graph.edges
      .filter { [.funds, .commissions].contains($0.kind) }
      .map { "\($0.from.id) \($0.kind.rawValue) \($0.to.id) (\($0.validity))" }
  }

  @Test func `a relation holds as long as its only fact`() throws {
    #expect(
      try Self.relations("A,B,C,Health,P,2010-03-01,2011-05-31\n") == [
        "b commissions c (2010-03-01 to 2011-05-31)", "a funds c (2010-03-01 to 2011-05-31)",
      ]
    )
  }

  @Test func `dated facts give one relation from the earliest beginning until the latest end`()
    throws
  {
    let rows = [
      "A,,C,Health,P,2010-03-01,2011-05-31\n", "A,,C,WASH,P,2009-01-01,2009-12-31\n",
      "A,,C,Health,Q,2010-01-01,2017-02-28\n", "A,,D,Health,Q,2020-01-01,2020-02-28\n",
    ]
    let expected = ["a funds c (2009-01-01 to 2017-02-28)", "a funds d (2020-01-01 to 2020-02-28)"]
    #expect(try Self.relations(rows.joined()) == expected)
    #expect(try Self.relations(rows.reversed().joined()) == expected)
    // Several files give the span of all.
    #expect(try Self.relations(rows[0], rows[1] + rows[2], rows[3]) == expected)
    #expect(try Self.relations(rows[3], rows[2], rows[1], rows[0]) == expected)
  }

  @Test func `an end that one fact does not know is unknown of the relation`() throws {
    let dated = "A,,C,Health,P,2010-03-01,2011-05-31\n"
    #expect(try Self.relations(dated + "A,,C,WASH,P,,\n") == ["a funds c (any time)"])
    #expect(
      try Self.relations(dated + "A,,C,WASH,P,2012-01-01,\n") == ["a funds c (since 2010-03-01)"]
    )
    #expect(
      try Self.relations(dated, "A,,C,WASH,P,,2009-01-31\n") == ["a funds c (until 2011-05-31)"]
    )
    #expect(try Self.relations("A,,C,WASH,P,,\n") == ["a funds c (any time)"])
  }

  @Test func `of dates that begin or end on one day the more precise one is kept`() throws {
    let rows = ["A,,C,Health,P,2010,2012\n", "A,,C,WASH,P,2010-01-01,2012-12-31\n"]
    let expected = ["a funds c (2010-01-01 to 2012-12-31)"]
    #expect(try Self.relations(rows.joined()) == expected)
    #expect(try Self.relations(rows.reversed().joined()) == expected)
    #expect(
      try Self.relations(rows[0] + "A,,C,WASH,P,2010-03-01,2012-03-31\n")
        == ["a funds c (2010 to 2012)"]
    )
  }

  @Test func `no path walks a relation whose facts have ended`() throws {
    let graph = try Self.imported([
      "A,,C,Health,P,2010-03-01,2011-05-31\nA,,C,WASH,P,2013-03-01,2013-05-31\n"
    ])
    func paths(_ period: Validity?) throws -> Int {
      var question = PathQuestion(from: "a", to: "c")
      question.kinds = [.funds]
      question.period = period
      return try graph.paths(question).paths.count
    }
    #expect(try paths(nil) == 1)
    #expect(try paths(Validity(from: PartialDate("2011"), until: nil)) == 1)
    // Between two facts the relation is taken to go on.
    #expect(try paths(PartialDate("2012").map { Validity(in: $0) }) == 1)
    #expect(try paths(Validity(from: PartialDate("2014"), until: nil)) == 0)
    #expect(try paths(Validity(from: nil, until: PartialDate("2009"))) == 0)
  }
}
