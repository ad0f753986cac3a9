import AssistanceReports
import Testing

@Suite struct ReportPageTests {
  private let page = ReportPage(
    "Gaps: A & B",
    [
      .paragraph("One sentence that is longer than the width."),
      .heading("Who"),
      .table(ReportTable(["case", "n"], alignments: [.left, .right], rows: [["Kenya", "2"]])),
      .list(["first", "second"]),
      .heading("Evidence"),
      .entries([
        ReportPage.Entry("fact-1 (explicit)", ["UNDP: *talks*", "", "000 l.91"]),
        ReportPage.Entry("fact-2", []),
      ]),
    ]
  )

  @Test func `is plain text in the width asked for`() {
    #expect(
      page.plain(width: 24) == """
        Gaps: A & B
        One sentence that is
        longer than the width.

        Who

        case   n
        ─────  ─
        Kenya  2
          - first
          - second

        Evidence

        fact-1 (explicit)
            UNDP: *talks*
            000 l.91
        fact-2

        """
    )
  }

  @Test func `is Markdown in which nothing of the data is markup`() {
    #expect(
      page.markdown() == #"""
        # Gaps: A &amp; B

        One sentence that is longer than the width.

        ## Who

        | case | n |
        | --- | --: |
        | Kenya | 2 |

        - first
        - second

        ## Evidence

        - **fact-1 (explicit)**
          - UNDP: \*talks\*
          - 000 l.91
        - **fact-2**

        """#
    )
  }

  @Test func `the lines that follow keep their place under the first`() {
    let page = ReportPage(
      "t",
      [
        .list(["several short words in a list"]),
        .entries([ReportPage.Entry("an entry with a long title", ["and with a long detail too"])]),
      ]
    )
    #expect(
      page.plain(width: 26) == """
        t
          - several short words in
            a list

        an entry with a long
          title
            and with a long
              detail too

        """
    )
  }

  @Test func `a numbered line keeps its two blanks, broken or not`() {
    let page = ReportPage(
      "t",
      [
        .entries([
          ReportPage.Entry("1  a short line", []),
          ReportPage.Entry("12  a line that is too long", []),
        ])
      ]
    )
    #expect(
      page.plain(width: 24) == """
        t

        1  a short line
        12  a line that is too
            long

        """
    )
  }

  @Test func `only titles and headings are bold, and only where it is asked for`() {
    let bold = page.plain(width: 80, emphasis: true)
    #expect(bold.split(separator: "\n").count { $0.contains("\u{1B}[1m") } == 3)
    #expect(
      bold.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "")
        == page.plain(width: 80)
    )
  }

  @Test func `nothing in the data can steer a terminal or break a line`() {
    let bad = "x\u{1B}[2J\u{9D}\u{7F}\ny\u{2028}z\u{202E}"
    let page = ReportPage(
      bad,
      [
        .heading(bad), .paragraph(bad), .list([bad]), .table(ReportTable([bad], rows: [[bad]])),
        .entries([ReportPage.Entry(bad, [bad])]),
      ]
    )
    for text in [page.plain(width: 80), page.plain(), page.markdown()] {
      #expect(
        text.unicodeScalars.allSatisfy {
          $0 == "\n" || ($0.properties.generalCategory != .control && $0.value < 0x2028)
            || $0 == "\u{FFFD}" || $0 == "─"
        }
      )
      #expect(text.contains("y z"))
    }
  }

  @Test func `text at the beginning of a line is no list, heading or rule of Markdown`() {
    let page = ReportPage(
      "t",
      [.paragraph("# no heading"), .list(["- no list"]), .paragraph("1. a")]
    )
    #expect(
      page.markdown() == "# t\n\n\\# no heading\n\n- \\- no list\n\n1\\. a\n"
    )
  }
}
