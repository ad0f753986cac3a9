import AssistanceDiagrams
import AssistanceModel
import CoverageAnalysis
import DOTFormat
import Testing

@Suite struct MatrixTests {
  private func cells(_ report: CoverageReport, _ options: DiagramOptions = DiagramOptions()) throws
    -> [String: DrawnCell]
  {
    let picture = DrawnPicture(try report.matrixDiagram(options))
    let node = try #require(picture.node("matrix"))
    return Dictionary(
      uniqueKeysWithValues: node.cells.compactMap { cell in
        cell.attributes["ID"].map { ($0, cell) }
      }
    )
  }

  @Test(arguments: DiagramTheme.allCases)
  func `the six states differ in more than colour`(_ theme: DiagramTheme) throws {
    let report = try sixStates()
    #expect(Set(report.states).count == CoverageState.allCases.count)
    let cells = try cells(report, DiagramOptions(theme: theme))
    let marks = (0..<6).compactMap { cells["cell-0-\($0)"] }
    let forms = marks.map { cell in
      [
        cell.text, cell.attributes["STYLE"] ?? "", cell.attributes["BORDER"] ?? "",
        "\(cell.isBold)",
      ]
    }
    #expect(Set(forms).count == 6)
    #expect(Set(marks.map(\.text)).count == 6)
    #expect(
      marks.map(\.text)
        == ["○ none reported", "(unnamed)", "1", "2", "? cannot be seen", "– not needed"]
    )
  }

  @Test func `a gap is framed in red where gaps are few, and calm where they are many`() throws {
    let few = try #require(try cells(coverage())["cell-0-0"])
    #expect(few.attributes["STYLE"] == "dashed" && few.attributes["BORDER"] == "2")
    #expect(few.attributes["COLOR"] == DiagramTheme.light.colour(.gapLine))
    let rows = (0..<40).map { "r\($0)" }
    let many = try #require(try cells(coverage(rows: rows))["cell-7-0"])
    #expect(many.attributes["BORDER"] == nil)
    #expect(many.text == "○")
    #expect(many.attributes["BGCOLOR"]?.hasPrefix(DiagramTheme.light.colour(.gapLine)) == true)
  }

  @Test func `never says that there is no capacity`() throws {
    let diagram = try sixStates().matrixDiagram()
    let all = diagram.graph.description + diagram.description
    #expect(all.contains("no reported activity"))
    #expect(!all.lowercased().contains("no capacity"))
  }

  @Test func `a cell tells who is reported, by which facts and where that is stated`() throws {
    let report = try coverage(rows: ["Kenya"], facts: [(0, 0, ["a", "b"])])
    let tooltip = try #require(try cells(report)["cell-0-0"]?.attributes["TOOLTIP"])
    #expect(tooltip == "Kenya × c0: several providers: a, b. Stated by fact0 (d).")
  }

  @Test func `a gap tells who offers the capacity in general`() throws {
    let cells = try cells(coverage(offers: [("a", 0)]))
    let tooltip = try #require(cells["cell-0-0"]?.attributes["TOOLTIP"])
    #expect(tooltip == "r0 × c0: no reported activity. Offered in general by a.")
    #expect(cells["offer-0"]?.text == "by 1")
  }

  @Test func `a marked cell tells the reason`() throws {
    let cells = try cells(coverage(unobservable: [(0, 0)]))
    #expect(
      cells["cell-0-0"]?.attributes["TOOLTIP"] == "r0 × c0: cannot be seen in the sources (far)."
    )
  }

  @Test func `many columns have numbers and a key`() throws {
    let names = (0..<21).map { "Inhibitor \($0)" }
    let diagram = try coverage(columns: names).matrixDiagram()
    let picture = DrawnPicture(diagram)
    let text = try #require(picture.node("matrix")).label.shown
    for name in names { #expect(text.contains("\(name) none of 1")) }
    let narrow = try cells(coverage(columns: names))
    #expect(narrow["column-20"]?.text == "21")
    #expect(diagram.smallestText == 9)
    #expect(try coverage(columns: Array(names.dropLast())).matrixDiagram().smallestText == 10)
  }

  @Test func `the title says what is drawn, and the first line how many gaps there are`() throws {
    let report = try coverage(rows: ["Kenya", "Haiti"], facts: [(0, 0, ["a"])])
    let diagram = try report.matrixDiagram(DiagramOptions(collection: "A survey"))
    #expect(diagram.title == "Coverage: c0 in 2 cases")
    let picture = DrawnPicture(diagram)
    #expect(picture.says("No reported activity in 1 of 2 cells."))
    #expect(picture.says("basis explicit"))
    #expect(picture.says("Most gaps first."))
    #expect(picture.says("Source: A survey"))
    #expect(try report.matrixDiagram(DiagramOptions(title: "Mine")).title == "Mine")
  }

  @Test func `the first line says nothing of activity that is not reported`() throws {
    func says(_ report: CoverageReport, _ text: String) throws -> Bool {
      DrawnPicture(try report.matrixDiagram()).says(text)
    }
    #expect(try says(coverage(notNeeded: [(0, 0)]), "Not needed."))
    #expect(try says(coverage(facts: [(0, 0, ["a"])]), "Activity is reported."))
    #expect(try says(coverage(rows: []), "There is nothing to cover."))
    let both = "No reported activity in 1 of 6 cells, unnamed providers only in 1."
    #expect(try says(sixStates(), both))
  }

  @Test func `people who cannot see it are told where nothing is reported`() throws {
    let diagram = try coverage(rows: ["Kenya", "Haiti"], facts: [(0, 0, ["a"])]).matrixDiagram()
    #expect(
      diagram.description
        == "A matrix of 2 rows (case) and 1 column (inhibitor). Of 2 cells: no reported activity in 1,"
        + " one provider in 1. Nothing at all is reported for the case Haiti."
    )
  }

  @Test func `too large a matrix is refused with advice, and one that fits is drawn`() throws {
    let rows = (0..<200).map { "r\($0)" }
    let most = try coverage(rows: rows, columns: rows)
    #expect(most.states.count == CoverageDiagramError.maximumCells)
    #expect(throws: Never.self) { try most.matrixDiagram() }
    let tooMany = try coverage(rows: rows + ["one more"], columns: rows)
    let error = #expect(throws: CoverageDiagramError.tooManyCells(rows: 201, columns: 200)) {
      try tooMany.matrixDiagram()
    }
    #expect(error?.description.contains("some rows or columns only") == true)
  }

  @Test func `a matrix too large to be drawn one by one is drawn by family`() throws {
    var made = GeneratedAssistance()
    (made.inhibitors, made.cases, made.reported) = (81, 500, 1)
    let report = try made.graph().coverage(CoverageQuestion())
    #expect(report.states.count > CoverageDiagramError.maximumCells)
    let picture = DrawnPicture(try report.matrixDiagram())
    #expect(picture.says("Drawn by family"))
    let cells = try #require(picture.node("matrix")).cells
    #expect(cells.count { $0.attributes["ID"]?.hasPrefix("cell-") == true } == 6 * 4)
    #expect(throws: CoverageDiagramError.self) {
      try report.matrixDiagram(DiagramOptions(detail: .full))
    }
  }

  @Test func `names of every kind are text and nothing else`() throws {
    let report = try coverage(
      rows: hostileNames,
      columns: hostileNames,
      actors: hostileNames.enumerated().map { ("\($0)\($1)", .named) },
      facts: hostileNames.enumerated().map { ($0, $0, ["\($0)\($1)"]) }
    )
    for diagram in [try report.matrixDiagram(), try report.cardsDiagram()] {
      let text = diagram.graph.description
      #expect(!text.contains("<script") && !text.contains("\u{202E}") && !text.contains("\u{0}"))
      #expect(try DOTGraph(parsing: text) == diagram.graph)
      let ids = DrawnPicture(diagram).elementIDs
      #expect(ids.allSatisfy { $0.wholeMatch(of: /[a-z0-9-]+/) != nil })
    }
    let cells = try cells(report)
    let count = hostileNames.count
    #expect(cells.keys.count { $0.hasPrefix("cell-") } == count * count)
    #expect(cells["row-0"]?.text == "<script>alert(1)</script>")
    #expect(cells["row-12"]?.text == "row12")
    #expect(cells["row-3"]?.text == #"\\N \\G \\E"#)
  }
}
