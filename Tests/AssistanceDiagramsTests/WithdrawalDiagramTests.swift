import AssistanceDiagrams
import AssistanceModel
import CoverageAnalysis
import GraphCore
import Testing

@Suite struct WithdrawalDiagramTests {
  private func picture(_ report: CoverageReport, without actors: [NodeID]) throws -> DrawnPicture {
    DrawnPicture(try report.withdrawalDiagram(report.withdrawal(of: actors)))
  }

  private func cells(_ picture: DrawnPicture) throws -> [String: DrawnCell] {
    let node = try #require(picture.node("matrix"))
    return Dictionary(
      uniqueKeysWithValues: node.cells.compactMap { cell in
        cell.attributes["ID"].map { ($0, cell) }
      }
    )
  }

  private func report() throws -> CoverageReport {
    try coverage(
      rows: ["east", "west"],
      columns: ["media", "justice", "police"],
      actors: [("a", .named), ("b", .named), ("c", .named), ("x", .placeholder)],
      facts: [
        (0, 0, ["a"]), (0, 1, ["a", "b"]), (0, 2, ["a", "b", "c"]), (1, 0, ["a", "x"]),
        (1, 1, ["b"]),
      ]
    )
  }

  @Test func `a cell that changes says how it stood and how it stands`() throws {
    let cells = try cells(picture(report(), without: ["a"]))
    #expect(cells["cell-0-0"]?.text == "1 → ○")
    #expect(cells["cell-0-1"]?.text == "2 → 1")
    #expect(cells["cell-0-2"]?.text == "3 → 2")
    #expect(cells["cell-1-0"]?.text == "1+ → (x)")
    #expect(cells["cell-1-1"]?.text == "1")
    #expect(cells["cell-1-2"]?.text == "○")
  }

  @Test(arguments: DiagramTheme.allCases)
  func `what falls is told apart from everything else without colour`(_ theme: DiagramTheme) throws
  {
    let report = try report()
    let diagram = try report.withdrawalDiagram(
      report.withdrawal(of: ["a"]),
      DiagramOptions(theme: theme)
    )
    let cells = try cells(DrawnPicture(diagram))
    let borders = ["cell-0-0", "cell-0-1", "cell-1-0"].map { id in
      [cells[id]?.attributes["BORDER"], cells[id]?.attributes["STYLE"]]
    }
    #expect(Set(borders).count == 3)
    #expect(borders.allSatisfy { $0[0] == "2" })
    // A gap that was there before is quiet.
    #expect(cells["cell-1-2"]?.attributes["BORDER"] == nil)
  }

  @Test func `totals, lines and legend tell before and after`() throws {
    let picture = try picture(report(), without: ["a"])
    #expect(picture.says("No reported activity in 2 of 6 cells, in 1 with everybody."))
    #expect(
      picture.says(
        "Fewer are reported in 4 cells, of which 1 falls to nobody, 1 falls to unnamed providers,"
      )
    )
    #expect(picture.says("falls to nobody") && picture.says("has fewer providers"))
    let shown = try #require(picture.node("matrix")).cells.map(\.text)
    #expect(shown.contains("3 → 2 of 3"))
    let tooltip = try cells(picture)["cell-0-1"]?.attributes["TOOLTIP"]
    #expect(
      tooltip == "east × justice: several providers, then one provider. Leaves: a. Is left: b."
    )
  }

  @Test func `the legend has no mark that only changing cells would have`() throws {
    let legend = try picture(report(), without: ["a"])
    #expect(legend.says("is left to unnamed providers"))
    #expect(!legend.says("(unnamed)"))
    let still = try picture(report(), without: ["b"])
    #expect(!still.says("is left to unnamed providers"))
  }

  @Test func `who is reported nowhere changes nothing`() throws {
    let picture = try picture(report(), without: ["x", "nobody-knows"])
    #expect(
      picture.says("No cell falls to nobody; no reported activity in 1 of 6 cells as before.")
    )
  }

  @Test(arguments: UInt64(0)..<100)
  func `every cell shows what is left of it, however the matrix is shaped`(_ seed: UInt64) throws {
    let report = try randomReport(seed: seed)
    let leaving = report.graph.graph.nodes(of: .actor).prefix(Int(seed % 9)).map(\.id)
    let withdrawal = report.withdrawal(of: leaving)
    guard let picture = try? picture(report, without: leaving) else { return }
    let cells = try cells(picture)
    for change in withdrawal.changes where change.before != change.after {
      guard let row = report.rows.firstIndex(of: change.row),
        let column = report.columns.firstIndex(of: change.column)
      else { continue }
      let text = try #require(cells["cell-\(row)-\(column)"]?.text)
      #expect(text.contains("→"))
      #expect(text.hasSuffix("○") == (change.after == .nobody))
    }
    #expect(
      cells.values.count { $0.text.hasSuffix("→ ○") } == withdrawal.opened.count
    )
  }
}
