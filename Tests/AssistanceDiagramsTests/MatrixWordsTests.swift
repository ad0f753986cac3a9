import AssistanceDiagrams
import AssistanceModel
import CoverageAnalysis
import DOTFormat
import GraphCore
import Testing

@Suite struct MatrixWordsTests {
  private func picture(_ report: CoverageReport) throws -> DrawnPicture {
    DrawnPicture(try report.matrixDiagram())
  }

  @Test func `both pictures say how many facts count and why others do not`() throws {
    let graph = try AssistanceGraph(
      checking: PropertyGraph {
        node("a", .actor)
        node("c", .countryCase)
        node("i", .inhibitor)
        node("m", .measure)
        for id in ["counted", "implied", "unfiled", "general"] as [NodeID] {
          node(
            id,
            .assistance,
            ["basis": .text(id == "implied" ? "implied" : "explicit")],
            from: [SourceReference(document: "d")]
          )
          edge(id, .provider, "a")
          if id != "general" { edge(id, .countryCase, "c") }
          if id == "unfiled" { edge(id, .measure, "m") } else { edge(id, .inhibitor, "i") }
        }
      }
    )
    let sentence =
      "1 of 4 facts counts here; left out: 1 by the scope above, 1 that names no inhibitor,"
      + " 1 outside what is asked."
    let report = graph.coverage(CoverageQuestion())
    #expect(try picture(report).says(sentence))
    #expect(DrawnPicture(try report.cardsDiagram()).says("1 of 4 facts counts here"))
    #expect(try picture(coverage(facts: [(0, 0, ["a"])])).says("The only fact counts here."))
    #expect(try picture(coverage()).says("There is no fact to count."))
  }

  @Test func `where a time is asked it says how many facts carry no date`() throws {
    let whole = try coverage(rows: ["r0", "r1"], facts: [(0, 0, ["a"]), (1, 0, ["b"])])
    var question = whole.question
    #expect(try !picture(whole).says("carry"))
    question.period = Validity(in: try #require(PartialDate("2010")))
    let asked = whole.graph.coverage(question)
    #expect(try picture(asked).says("None of them carries a date, so they count at any time."))
  }

  @Test func `an order is told only where there is one`() throws {
    #expect(try !picture(coverage()).says("Most gaps first"))
    #expect(try picture(coverage(rows: ["r0", "r1"])).says("Most gaps first."))
    let whole = try coverage(rows: ["r0", "r1"], facts: [(0, 0, ["a"]), (1, 0, ["a"])])
    #expect(try !picture(whole).says("gaps first"))
  }

  @Test func `one cell is told in plain words`() throws {
    #expect(try picture(coverage()).says("No reported activity."))
    #expect(try picture(coverage(unobservable: [(0, 0)])).says("Cannot be seen in the sources."))
    let unnamed = try coverage(actors: [("x", .placeholder)], facts: [(0, 0, ["x"])])
    #expect(try picture(unnamed).says("Only unnamed providers are reported."))
    let marked = try coverage(rows: ["r0", "r1"], notNeeded: [(0, 0), (1, 0)])
    #expect(try picture(marked).says("Not needed in 2 of 2 cells."))
  }

  @Test func `what is reported only where nothing is needed is not told as missing`() throws {
    let report = try coverage(
      rows: ["r0", "r1", "r2"],
      columns: ["marked", "silent", "mute"],
      facts: [(0, 0, ["a"])],
      notNeeded: [(0, 0)]
    )
    let words = try report.matrixDiagram().description
    #expect(words.contains("Nothing at all is reported for the inhibitors silent, mute."))
    #expect(words.contains("Nothing at all is reported for the cases r1, r2."))
    #expect(
      words.contains(
        "Nothing is reported where something is needed and could be seen for the inhibitor marked."
      )
    )
  }

  // MARK: Colours

  private func channels(_ colour: Substring) -> [Double] {
    let digits = Array(colour.dropFirst())
    return stride(from: 0, to: digits.count, by: 2).map {
      Double(Int(String(digits[$0...$0 + 1]), radix: 16) ?? 0) / 255
    }
  }

  /// A colour, perhaps with its opacity, on the ground of a theme.
  private func seen(_ colour: Substring, _ theme: DiagramTheme) -> [Double] {
    let parts = channels(colour)
    let opacity = parts.count > 3 ? parts[3] : 1
    return zip(parts, channels(theme.colour(.ground)[...]))
      .map { $0 * opacity + $1 * (1 - opacity) }
  }

  private func luminance(_ colour: [Double]) -> Double {
    let linear = colour.map {
      $0 <= 0.04045 ? $0 / 12.92 : power(($0 + 0.055) / 1.055)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// The power of 2.4, by halving: that of 12 and its fifth root.
  private func power(_ base: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    let target = (0..<12).reduce(1.0) { product, _ in product * base }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if middle * middle * middle * middle * middle < target { low = middle } else { high = middle }
    }
    return low
  }

  private func contrast(_ one: [Double], _ other: [Double]) -> Double {
    let (first, second) = (luminance(one), luminance(other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// Forty gaps among 126 cells, and every other state: gaps are a minority that is loud.
  private func mixed() throws -> CoverageReport {
    let columns = (0..<6).map { "c\($0)" }
    let facts = (0..<20).flatMap { row in
      (0..<6).compactMap { column -> (row: Int, column: Int, by: [String])? in
        switch column {
        case 0, 1: nil
        case 2: (row, column, ["x"])
        case 3: (row, column, ["a", "b"])
        default: (row, column, ["a"])
        }
      }
    }
    return try coverage(
      rows: (0..<21).map { "r\($0)" },
      columns: columns,
      actors: [("a", .named), ("b", .named), ("x", .placeholder)],
      facts: facts,
      notNeeded: [(20, 0), (20, 1), (20, 2)],
      unobservable: [(20, 3), (20, 4), (20, 5)]
    )
  }

  @Test(arguments: DiagramTheme.allCases)
  func `among what is reported gaps are the strongest marks`(_ theme: DiagramTheme) throws {
    let report = try mixed()
    #expect(Set(report.states).count == CoverageState.allCases.count)
    #expect(report.count(.nobody) == 40)
    let label = try #require(
      DrawnPicture(try report.matrixDiagram(DiagramOptions(theme: theme))).node("matrix")
    ).label
    let ground = seen(theme.colour(.ground)[...], theme)
    var forms: [CoverageState: Set<String>] = [:]
    for match in label.matches(of: /<TD([^>]*ID="cell-([0-9]+)-([0-9]+)"[^>]*)>(.*?)<\/TD>/) {
      guard let row = Int(match.2), let column = Int(match.3) else { continue }
      let state = report.states[report.index(row: row, column: column)]
      let fill = match.1.firstMatch(of: /BGCOLOR="([^"]+)"/)?.1
      let line = match.1.firstMatch(of: #/ COLOR="([^"]+)"/#)?.1
      let text = try #require(match.4.firstMatch(of: /COLOR="([^"]+)"/)).1
      let under = fill.map { seen($0, theme) } ?? ground
      #expect(contrast(seen(text, theme), under) >= 4.5)
      if let line { #expect(contrast(seen(line, theme), ground) >= 3) }
      if state == .nobody {
        #expect(match.1.contains("BORDER=\"2\"") && !match.1.contains("STYLE"))
      } else {
        // What is filled is paler than the frame of a gap.
        #expect(contrast(under, ground) < 3)
      }
      let style = match.1.firstMatch(of: /STYLE="([^"]+)"/).map { String($0.1) } ?? ""
      forms[state, default: []].insert(
        "\(match.4.description.shown.prefix(2))\(style)\(line ?? "")"
      )
    }
    #expect(forms.count == 6)
    #expect(Set(forms.values.flatMap(\.self)).count == forms.values.map(\.count).reduce(0, +))
  }

  @Test func `numbers stand on one line, since none is bold`() throws {
    let rows = (0..<40).map { "r\($0)" }
    let cells = try #require(
      picture(coverage(rows: rows, facts: [(0, 0, ["a", "b"]), (1, 0, ["a"])])).node("matrix")
    ).cells
    let numbers = cells.filter { $0.text.wholeMatch(of: /\d+|(none|\d+) of \d+/) != nil }
    #expect(numbers.contains { $0.text == "2" } && numbers.contains { $0.text == "none of 1" })
    #expect(numbers.allSatisfy { !$0.isBold })
  }
}
