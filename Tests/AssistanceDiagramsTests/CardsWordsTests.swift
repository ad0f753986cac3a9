import AssistanceDiagrams
import AssistanceModel
import CoverageAnalysis
import DOTFormat
import Testing

@Suite struct CardsWordsTests {
  private func shown(_ report: CoverageReport, _ card: String) throws -> String {
    try #require(DrawnPicture(try report.cardsDiagram()).node(card)).label.shown
  }

  @Test func `a card without anything to report says why`() throws {
    let report = try coverage(
      rows: ["r0", "r1"],
      columns: ["needless", "hidden", "both"],
      notNeeded: [(0, 0), (1, 0), (0, 2)],
      unobservable: [(0, 1), (1, 1), (1, 2)]
    )
    #expect(try shown(report, "column-0") == "needless not needed")
    #expect(try shown(report, "column-1") == "hidden cannot be seen in the sources")
    #expect(try shown(report, "column-2") == "both 1 not needed, 1 cannot be seen")
  }

  @Test func `a card tells what is reported, and its gaps alone in red`() throws {
    let rows = (0..<7).map { "r\($0)" }
    let report = try coverage(rows: rows, columns: ["some"], facts: [(2, 0, ["a"])])
    let label = try #require(DrawnPicture(try report.cardsDiagram()).node("column-0")).label
    #expect(label.shown == "some 1 of 7 reported · 6 gaps")
    let red = DiagramTheme.light.colour(.gapText)
    let runs = label.matches(of: /<FONT([^>]*)>([^<]*)<\/FONT>/)
      .filter { $0.1.contains(red) }.map { String($0.2) }
    #expect(runs == ["6 gaps"])
    #expect(try shown(report, "row-0") == "r0 no reported activity")
    #expect(try shown(report, "row-2") == "r2 reported")
  }

  @Test func `bars of equally many cells are equally long`() throws {
    var made = GeneratedAssistance()
    (made.inhibitors, made.cases, made.reported) = (6, 58, 100)
    let report = try made.graph().coverage(CoverageQuestion())
    let picture = DrawnPicture(try report.cardsDiagram(DiagramOptions(detail: .full)))
    let widths = try report.columns.indices.map { column in
      let parts = try #require(picture.node("column-\(column)")).label
        .matches(of: /<TD FIXEDSIZE="TRUE" WIDTH="([0-9]+)" HEIGHT="8"/)
      return parts.compactMap { Int($0.1) }.reduce(0, +)
    }
    #expect(widths == Array(repeating: 180, count: 6))
    #expect(picture.says("in the squares and bars alone"))
  }

  @Test func `every square is framed, so that none is larger than another`() throws {
    let node = try #require(DrawnPicture(try sixStates().cardsDiagram()).node("row-0"))
    let squares = node.cells.filter { $0.attributes["HEIGHT"] == "8" }
    #expect(squares.count == 5)
    #expect(squares.allSatisfy { $0.attributes["BORDER"] != nil })
  }

  @Test func `a family tells how many stand behind it, and the heading how many families`() throws {
    var made = GeneratedAssistance()
    (made.inhibitors, made.cases) = (6, 60)
    let report = try made.graph().coverage(CoverageQuestion())
    let picture = DrawnPicture(try report.cardsDiagram())
    #expect(picture.says("CASES 60 in 6 groups"))
    #expect(picture.node("row-family-0")?.label.shown.contains("10 cases") == true)
    #expect(!picture.says("INHIBITORS 6 in"))
    #expect(picture.says("in the bars alone") && !picture.says("squares"))
  }
}
