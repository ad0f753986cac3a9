import AssistanceDiagrams
import AssistanceModel
import CoverageAnalysis
import DOTFormat
import GraphCore
import Testing

@Suite struct MatrixLawTests {
  private func expected(_ state: CoverageState, _ named: Int, of count: Int) -> (String) -> Bool {
    { text in
      switch state {
      case .notNeeded: text.hasPrefix("–")
      case .unobservable: text.hasPrefix("?")
      case .nobody: text.hasPrefix("○")
      case .unnamedOnly: text == "(unnamed)" || text == "(x)"
      case .one: text == "1"
      case .several: text == "\(named)" + (named < count ? "+" : "")
      }
    }
  }

  @Test(arguments: UInt64(0)..<24)
  func `each cell is drawn once with its state's mark`(seed: UInt64) throws {
    let report = try randomReport(seed: seed)
    let matrix = try #require(DrawnPicture(try report.matrixDiagram()).node("matrix"))
    let cells = matrix.cells.filter { $0.attributes["ID"]?.hasPrefix("cell-") == true }
    #expect(cells.count == report.states.count)
    let byID = Dictionary(grouping: cells) { $0.attributes["ID"] ?? "" }
    for row in report.rows.indices {
      for column in report.columns.indices {
        let drawn = try #require(byID["cell-\(row)-\(column)"])
        let cell = report.cell(row: row, column: column)
        #expect(drawn.count == 1)
        let named = cell.providers.count { $0.designation == .named }
        #expect(expected(cell.state, named, of: cell.providers.count)(drawn[0].text))
        #expect(drawn[0].attributes["TOOLTIP"]?.contains(cell.state.phrase) == true)
      }
    }
  }

  @Test(arguments: UInt64(0)..<24)
  func `totals count what is reported among what could be`(seed: UInt64) throws {
    let report = try randomReport(seed: seed)
    let cells = try #require(DrawnPicture(try report.matrixDiagram()).node("matrix")).cells
    func total(_ states: [CoverageState]) -> String {
      let reported = states.count { $0.isCovered }
      let possible = states.count { $0 != .notNeeded && $0 != .unobservable }
      return possible == 0 ? "–" : "\(reported == 0 ? "none" : "\(reported)") of \(possible)"
    }
    func tooltip(_ id: String) -> String? {
      cells.first { $0.attributes["ID"] == id }?.attributes["TOOLTIP"]
    }
    for row in report.rows.indices {
      let states = report.columns.indices.map {
        report.states[report.index(row: row, column: $0)]
      }
      #expect(tooltip("row-\(row)")?.contains("reported in \(total(states))") == true)
    }
    for column in report.columns.indices {
      let states = report.rows.indices.map {
        report.states[report.index(row: $0, column: column)]
      }
      #expect(tooltip("column-\(column)")?.contains("reported in \(total(states))") == true)
    }
  }

  @Test(arguments: UInt64(0)..<24)
  func `the legend has the states that are drawn and no other`(seed: UInt64) throws {
    let report = try randomReport(seed: seed)
    let matrix = DrawnPicture(try report.matrixDiagram())
    let cards = DrawnPicture(try report.cardsDiagram(DiagramOptions(detail: .full)))
    for state in CoverageState.allCases {
      #expect(matrix.says(state.phrase) == (report.count(state) > 0))
      #expect(cards.says(state.phrase) == (report.count(state) > 0))
    }
  }

  @Test(arguments: UInt64(0)..<6)
  func `no two elements share an id, and equal reports give equal texts`(seed: UInt64) throws {
    for theme in DiagramTheme.allCases {
      let options = DiagramOptions(theme: theme)
      for sorting in CoverageSorting.allCases {
        let diagram = try randomReport(seed: seed).matrixDiagram(options, sorting: sorting)
        let again = try randomReport(seed: seed).matrixDiagram(options, sorting: sorting)
        #expect(diagram.graph.description == again.graph.description)
        let ids = DrawnPicture(diagram).elementIDs
        #expect(Set(ids).count == ids.count)
      }
      let cards = try randomReport(seed: seed).cardsDiagram(options)
      #expect(cards == (try randomReport(seed: seed).cardsDiagram(options)))
      let ids = DrawnPicture(cards).elementIDs
      #expect(Set(ids).count == ids.count)
    }
  }

  @Test(arguments: UInt64(0)..<24)
  func `rows and columns with more gaps come first, or as in the graph`(seed: UInt64) throws {
    let report = try randomReport(seed: seed)
    func order(_ prefix: String, _ sorting: CoverageSorting) throws -> [Int] {
      try #require(DrawnPicture(try report.matrixDiagram(sorting: sorting)).node("matrix")).cells
        .compactMap { $0.attributes["ID"] }
        .filter { $0.hasPrefix(prefix) }
        .compactMap { Int($0.dropFirst(prefix.count)) }
    }
    let rowGaps = try order("row-", .gaps).map { row in
      report.columns.indices.count { report.cell(row: row, column: $0).state == .nobody }
    }
    #expect(rowGaps == rowGaps.sorted(by: >))
    let columnGaps = try order("column-", .gaps).map { column in
      report.rows.indices.count { report.cell(row: $0, column: column).state == .nobody }
    }
    #expect(columnGaps == columnGaps.sorted(by: >))
    #expect(try order("row-", .graph) == Array(report.rows.indices))
    #expect(try order("column-", .graph) == Array(report.columns.indices))
    #expect(try order("row-", .families).sorted() == Array(report.rows.indices))
    let regions = try order("row-", .families).map {
      report.graph.graph[report.rows[$0]]?.property("region")
    }
    let changes = zip(regions, regions.dropFirst()).count { $0 != $1 }
    #expect(changes == max(0, Set(regions).count - 1))
  }

  @Test(arguments: UInt64(0)..<8)
  func `by family, a cell counts where activity is reported`(seed: UInt64) throws {
    var made = GeneratedAssistance()
    (made.inhibitors, made.cases, made.seed) = (21 + Int(seed), 13, seed)
    made.reported = Int(seed) * 14
    let report = try made.graph().coverage(CoverageQuestion())
    let diagram = try report.matrixDiagram(DiagramOptions(detail: .families))
    let picture = DrawnPicture(diagram)
    let cells = try #require(picture.node("matrix")).cells
      .filter { $0.attributes["ID"]?.hasPrefix("cell-") == true }
    var expected: [String: (reported: Int, all: Int)] = [:]
    for row in report.rows.indices {
      for column in report.columns.indices {
        let region = report.graph.graph[report.rows[row]]?.property("region")
        let kind = report.graph.graph[report.columns[column]]?[.subkind]
        guard case .text(let place)? = region, let kind else { continue }
        let key = "\(place) × \(kind.prefix(1).uppercased() + kind.dropFirst())"
        let isReported = report.cell(row: row, column: column).state != .nobody
        expected[key, default: (0, 0)].reported += isReported ? 1 : 0
        expected[key, default: (0, 0)].all += 1
      }
    }
    #expect(cells.count == expected.count)
    for (key, count) in expected {
      let drawn = cells.filter { $0.attributes["TOOLTIP"]?.hasPrefix(key + ":") == true }
      #expect(drawn.count == 1)
      let text =
        count.reported == 0
        ? "○ none of \(count.all)"
        : count.reported == count.all
          ? "all \(count.all)"
          : (count.reported * 2 < count.all ? "○ " : "") + "\(count.reported) of \(count.all)"
      #expect(drawn.first?.text == text)
    }
    for (words, sign) in [
      ("no reported activity in any cell", "○ none"), ("reported in less than half", "○ 1"),
    ] where seed == 0 {
      #expect(picture.says(words) == cells.contains { $0.text.hasPrefix(sign) })
    }
    #expect(picture.says("Drawn by family"))
    #expect(Set(picture.elementIDs).count == picture.elementIDs.count)
  }
}
