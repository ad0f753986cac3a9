import AssistanceDiagrams
import AssistanceModel
import CoverageAnalysis
import DOTFormat
import Testing

@Suite struct CardsTests {
  /// How many squares of a card are in the manner of a state.
  private func squares(_ node: DOTNode, _ state: CoverageState) -> Int {
    func colour(_ role: DiagramTheme.Role) -> String { DiagramTheme.light.colour(role) }
    let cells = node.cells.filter { $0.attributes["HEIGHT"] == "8" }
    return switch state {
    case .several: cells.count { $0.attributes["BGCOLOR"] == colour(.manyFill) }
    case .one: cells.count { $0.attributes["BGCOLOR"] == colour(.fewFill) }
    case .unobservable: cells.count { $0.attributes["BGCOLOR"] == colour(.outline) }
    case .notNeeded:
      cells.count {
        $0.attributes["COLOR"] == colour(.outline) && $0.attributes["BGCOLOR"] == nil
      }
    case .nobody: cells.count { $0.attributes["COLOR"] == colour(.gapLine) }
    case .unnamedOnly:
      // A frame with two halves, of which one is filled.
      node.cells.count { $0.attributes["BGCOLOR"] == colour(.formLine) }
    }
  }

  @Test(arguments: UInt64(0)..<16)
  func `a card has a square for each of its cells`(seed: UInt64) throws {
    let report = try randomReport(seed: seed)
    let picture = DrawnPicture(try report.cardsDiagram(DiagramOptions(detail: .full)))
    for row in report.rows.indices {
      let node = try #require(picture.node("row-\(row)"))
      for state in CoverageState.allCases {
        let count = report.columns.indices.count {
          report.states[report.index(row: row, column: $0)] == state
        }
        #expect(squares(node, state) == count)
      }
    }
    for column in report.columns.indices {
      let node = try #require(picture.node("column-\(column)"))
      for state in CoverageState.allCases {
        let count = report.rows.indices.count {
          report.states[report.index(row: $0, column: column)] == state
        }
        #expect(squares(node, state) == count)
      }
    }
  }

  @Test(arguments: UInt64(0)..<60)
  func `no gap is lost`(seed: UInt64) throws {
    let report = try randomReport(seed: seed)
    guard report.rows.count + report.columns.count <= 60 else { return }
    let picture = DrawnPicture(try report.cardsDiagram())
    let gaps = report.states.indices.filter { report.states[$0] == .nobody }
    let silent = picture.node("rows-silent")
    var lines = 0
    var gathered = 0
    for gap in gaps {
      let (row, column) = gap.quotientAndRemainder(dividingBy: report.columns.count)
      let isLine = picture.edge("gap-column-\(column)-row-\(row)") != nil
      let isGathered = picture.node("row-\(row)") == nil
      #expect(!(isLine && isGathered))
      lines += isLine ? 1 : 0
      gathered += isGathered ? 1 : 0
      if isGathered {
        let name = report.graph.name(of: report.rows[row])
        #expect(silent?.label.shown.contains(name) == true)
        #expect(picture.edge("gap-column-\(column)-silent") != nil)
      }
    }
    #expect(lines <= 30)
    let rest = gaps.count - lines - gathered
    #expect(picture.says("alone: so many lines") || rest == 0)
    if rest > 1 { #expect(picture.says("\(rest) gaps")) }
    let ends = Set(picture.nodes.map(\.id))
    for edge in picture.edges {
      for case .node(let id, _) in edge.ends { #expect(ends.contains(id)) }
    }
  }

  @Test func `what is reported is a line from column to row in the manner of its state`() throws {
    let picture = DrawnPicture(try sixStates().cardsDiagram())
    let styles = (0..<6).map { column in
      picture.lines.filter { $0.ends.first == .node(.text("column-\(column)")) }
        .map {
          "\($0.attributes["class"]?.words ?? "") \($0.attributes["style"]?.words ?? "solid")"
        }
    }
    #expect(
      styles == [
        ["gap dashed"], ["reported unnamed dotted"], ["reported solid"],
        ["reported solid"], [], [],
      ]
    )
    #expect(picture.lines.last?.attributes["class"] == "gap")
    #expect(picture.edge("gap-column-0-row-0")?.attributes["arrowhead"] == "odot")
  }

  @Test func `cards without any line still stand in two columns`() throws {
    let picture = DrawnPicture(try coverage(notNeeded: [(0, 0)]).cardsDiagram())
    #expect(picture.lines.isEmpty)
    #expect(picture.edges.map { $0.ends } == [[.node("column-0"), .node("row-0")]])
  }

  @Test func `many rows are drawn by family, and all one by one where that is asked for`() throws {
    var made = GeneratedAssistance()
    (made.inhibitors, made.cases) = (5, 60)
    let report = try made.graph().coverage(CoverageQuestion())
    let families = DrawnPicture(try report.cardsDiagram())
    #expect(families.nodes.count == 5 + 6)
    #expect(families.says("Cases are drawn by family."))
    #expect(families.node("row-family-0")?.label.shown.contains("of 50 reported") == true)
    let full = DrawnPicture(try report.cardsDiagram(DiagramOptions(detail: .full)))
    #expect(full.nodes.count == 5 + 60)
    #expect(full.lines.count { $0.attributes["class"] == "gap" } == report.count(.nobody))
  }

  @Test func `too many cards are refused with advice unless all details are asked for`() throws {
    let rows = (0..<150).map { "r\($0)" }
    let report = try coverage(rows: rows, facts: rows.indices.map { ($0, 0, ["a"]) })
    let error = #expect(throws: CoverageDiagramError.tooManyCards(rows: 150, columns: 1)) {
      try report.cardsDiagram()
    }
    #expect(error?.description.contains("draw the matrix") == true)
    #expect(throws: Never.self) { try report.cardsDiagram(DiagramOptions(detail: .full)) }
  }

  @Test func `rows in which nothing is reported share a card that names them`() throws {
    for count in [31, 80] {
      let rows = (0..<count).map { "Place \($0)" }
      let diagram = try coverage(rows: rows).cardsDiagram()
      let picture = DrawnPicture(diagram)
      #expect(picture.nodes.map(\.id) == ["column-0", "rows-silent"])
      let shown = try #require(picture.node("rows-silent")).label.shown
      #expect(shown.hasPrefix("Nothing reported for \(count) cases"))
      for name in rows.prefix(40) { #expect(shown.contains(name)) }
      #expect(shown.contains("and 40 more") == (count == 80))
    }
  }
}
