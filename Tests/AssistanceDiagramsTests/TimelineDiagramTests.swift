import AssistanceDiagrams
import AssistanceModel
import ChangeAnalysis
import CoverageAnalysis
import DOTFormat
import GraphCore
import Testing

@Suite struct TimelineDiagramTests {
  private func series(rows: Int, columns: Int = 1) throws -> CoverageTimeline {
    var graph = PropertyGraph()
    try graph.addNode("a", .actor)
    for column in 0..<columns { try graph.addNode(NodeID("i\(column)"), .inhibitor) }
    for row in 0..<rows {
      let place = NodeID("c\(row)")
      try graph.addNode(place, .countryCase)
      // Every second row has a fact, in the year of its number.
      guard row.isMultiple(of: 2) else { continue }
      let fact = NodeID("f\(row)")
      let year = PartialDate(year: 2001 + row % 4)
      try graph.addNode(fact, .assistance, valid: Validity(from: year, until: year) ?? .always)
      try graph.addEdge(from: fact, .provider, to: "a")
      try graph.addEdge(from: fact, .inhibitor, to: "i0")
      try graph.addEdge(from: fact, .countryCase, to: place)
    }
    var question = CoverageQuestion()
    question.period = Validity(from: PartialDate("2001"), until: PartialDate("2004"))
    return try AssistanceGraph(checking: graph).coverageTimeline(question, by: .year)
  }

  private func cells(_ series: CoverageTimeline) throws -> [String: String] {
    let drawn = try #require(DrawnPicture(try series.diagram()).node("timeline"))
    return Dictionary(
      drawn.cells.compactMap { cell in cell.attributes["ID"].map { ($0, cell.text) } }
    ) { first, _ in first }
  }

  @Test func `a few cells have a line each, and each step its state`() throws {
    let cells = try cells(series(rows: 3))
    #expect(cells.count == 12)
    #expect((0..<4).map { cells["cell-0-0-\($0)"] } == ["1", "○", "○", "○"])
    #expect((0..<4).map { cells["cell-2-0-\($0)"] } == ["○", "○", "1", "○"])
  }

  @Test func `many cells are drawn by rows, which say how many columns are held`() throws {
    let cells = try cells(series(rows: 21, columns: 2))
    #expect(cells.count == 21 * 4)
    #expect((0..<4).map { cells["cell-4-\($0)"] } == ["1", "○", "○", "○"])
    #expect((0..<4).map { cells["cell-1-\($0)"] } == ["○", "○", "○", "○"])
  }

  @Test func `of many rows those without anybody are told in a sentence`() throws {
    let series = try series(rows: 50)
    let cells = try cells(series)
    #expect(cells.count == 25 * 4)
    let text = try series.diagram().graph.description
    #expect(text.contains("25 of 50 cases have no provider by name at any time"))
  }

  @Test func `the same series gives the same picture, and words for those who cannot see it`()
    throws
  {
    let series = try series(rows: 4)
    let diagram = try series.diagram(DiagramOptions(theme: .dark))
    #expect(try series.diagram(DiagramOptions(theme: .dark)) == diagram)
    #expect(diagram.title == "Coverage over time: i0 in 4 cases")
    #expect(diagram.description.contains("from 2001 to 2004"))
    #expect(diagram.description.contains("2 gaps opened and 1 closed"))
  }
}
