import AssistanceReports
import TabularText
import TestSupport
import Testing

@Suite struct ReportTableTests {
  @Test func `columns stand in line, without blanks at line ends`() {
    let table = ReportTable(
      ["case", "n", "mid"],
      alignments: [.left, .right, .centre],
      rows: [["Kenya", "1", "x"], ["Chad", "12", ""]]
    )
    #expect(
      table.plain() == """
        case    n  mid
        ─────  ──  ───
        Kenya   1   x
        Chad   12

        """
    )
  }

  @Test func `a table without rows or columns is printed as such`() {
    #expect(ReportTable(["a", "b"]).plain(width: 60) == "a  b\n─  ─\n")
    #expect(ReportTable(["a", "b"]).markdown() == "| a | b |\n| --- | --- |\n")
    #expect(ReportTable(["a", "b"]).csv() == "a,b\n")
    #expect(ReportTable([]).plain(width: 60) == "\n")
  }

  @Test func `missing cells are empty, surplus ones dropped`() {
    #expect(
      ReportTable(["a", "b"], rows: [["1"], ["1", "2", "3"]]).rows == [["1", ""], ["1", "2"]]
    )
  }

  @Test func `cells break between words and at hyphens`() {
    let table = ReportTable(["key", "text"], rows: [["assist-one-two", "several short words"]])
    #expect(
      table.plain(width: 18) == """
        key       text
        ────────  ────────
        assist-   several
        one-two   short
                  words

        """
    )
  }

  @Test func `a word longer than its column is cut, nothing is lost`() {
    let word = String(repeating: "abcdefghij", count: 9)
    let text = ReportTable(["w", "other"], rows: [[word, "cell"]]).plain(width: 60)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 60 })
    #expect(text.replacing("\n", with: "").replacing("cell", with: "").contains("abcdefghij"))
    #expect(text.count { $0 == "j" } == 9)
  }

  @Test func `wide characters and combining marks keep the columns in line`() {
    let table = ReportTable(
      ["name", "x"],
      rows: [["中文", "1"], ["e\u{301}te\u{301}", "2"], ["👩‍👩‍👧", "3"], ["ab", "4"]]
    )
    #expect(
      table.plain() == """
        name  x
        ────  ─
        中文  1
        e\u{301}te\u{301}   2
        👩‍👩‍👧    3
        ab    4

        """
    )
  }

  @Test func `text from right to left stands as it is, in as many columns`() {
    let table = ReportTable(["name", "x"], rows: [["منظمة", "1"], ["abcde", "2"]])
    #expect(table.plain() == "name   x\n─────  ─\nمنظمة  1\nabcde  2\n")
  }

  @Test func `nothing in a cell can steer a terminal`() {
    let table = ReportTable(
      ["he\u{1B}[2Jad"],
      rows: [["red \u{1B}[31m\u{9B}x\u{7}"], ["two\nlines\r\n"], ["\u{202E}turned"]]
    )
    let scalars = table.plain(width: 80).unicodeScalars
    #expect(
      scalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control }
    )
    #expect(!scalars.contains("\u{202E}"))
    #expect(table.plain().split(separator: "\n").count == 5)
  }

  @Test func `CSV keeps every character and reads back`() {
    let cells = ["a,b", "say \"x\"", "two\nlines", "\u{1B}[31m", ""]
    let table = ReportTable(["1", "2", "3", "4", "5"], rows: [cells])
    let read = CSVTable(Array(table.csv().utf8))
    #expect(read.faults.isEmpty)
    #expect(cells.indices.map { read.text(record: 0, column: $0) } == cells)
  }

  @Test func `Markdown reads nothing in a cell as markup`() {
    let table = ReportTable(["a|b"], rows: [["*x* `y` <b> [z](u) \\ A&B_c"], ["two\nlines"]])
    #expect(
      table.markdown() == #"""
        | a\|b |
        | --- |
        | \*x\* \`y\` \<b\> \[z\](u) \\ A&amp;B\_c |
        | two lines |

        """#
    )
  }

  @Test(arguments: UInt64(0)..<100)
  func `a table keeps its width and its words`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = ["a", "of", "capacity", "self-assessment", "中文字", "Ñandú", "x-y-z", "été"]
    let columns = Int.random(in: 1...7, using: &generator)
    var table = ReportTable((0..<columns).map { _ in words.randomElement(using: &generator) ?? "" })
    for _ in 0..<Int.random(in: 0...5, using: &generator) {
      table.append(
        (0..<columns).map { _ in
          (0..<Int.random(in: 0...9, using: &generator))
            .map { _ in words.randomElement(using: &generator) ?? "" }
            .joined(separator: " ")
        }
      )
    }
    let width = Int.random(in: 60...120, using: &generator)
    let plain = table.plain(width: width)
    for line in plain.split(separator: "\n") {
      let wide = line.count { "中文字".contains($0) }
      #expect(line.count + wide <= width)
      #expect(line.last != " ")
    }
    func letters(_ text: String) -> [Character] {
      text.filter { $0.isLetter || $0 == "-" }.sorted()
    }
    #expect(letters(plain) == letters((table.headings + table.rows.flatMap(\.self)).joined()))
    #expect(table.plain(width: width) == plain)
  }
}
