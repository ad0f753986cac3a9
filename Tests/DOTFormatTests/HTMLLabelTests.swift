internal import DOTFormat
internal import Testing

@Suite struct HTMLLabelTests {
  @Test func `writes fonts and line ends`() {
    let label = HTMLLabel([
      .font(colour: "#1B1F24", [.text("WFP")]), .lineBreak(.left),
      .font(size: 8.5, [.bold([.text("UN")]), .italic([.text("!")])]),
    ])
    #expect(
      label.text == ##"<FONT COLOR="#1B1F24">WFP</FONT><BR ALIGN="LEFT"/>"##
        + #"<FONT POINT-SIZE="9"><B>UN</B><I>!</I></FONT>"#
    )
  }

  @Test func `always has a tag, so that it is never equal to a plain text`() {
    #expect(HTMLLabel([.text("a")]).text == "<FONT>a</FONT>")
    #expect(HTMLLabel([]).text == "<BR/>")
    #expect(HTMLLabel([.font(colour: "red", []), .bold([.text("")])]).text == "<BR/>")
  }

  @Test func `has no element that is empty`() {
    #expect(HTMLLabel([.font(size: 9, [.bold([])]), .text("a")]).text == "<FONT>a</FONT>")
    #expect(HTMLLabel([.font([.text("a")])]).text == "<FONT>a</FONT>")
    #expect(HTMLLabel([.table(HTMLTable(rows: [[], []]))]).text == "<BR/>")
  }

  @Test func `shows text as it is`() {
    #expect(
      HTMLLabel([.text("\\N <b> & \"q\"\ta]]\nb\u{7}")]).text
        == "\\\\N &lt;b&gt; &amp; &quot;q&quot; a&#93;&#93;<BR/>b�"
    )
  }

  @Test func `escapes the values of a cell and leaves out unsafe links`() {
    let table = HTMLTable(
      ["BORDER": "0"],
      rows: [
        [
          .init(
            ["TOOLTIP": "a\\N<\n\"&lt;", "HREF": "https://example.org/?a&b", "TOOLTIP": "b\n\""],
            [.text("x")]
          ),
          .init(["HREF": "javascript:alert(1)"], []),
        ]
      ]
    )
    #expect(
      HTMLLabel([.table(table)]).text
        == #"<TABLE BORDER="0"><TR><TD HREF="https://example.org/?a&amp;amp;b" "#
        + #"TOOLTIP="b&#10;&quot;">x</TD><TD></TD></TR></TABLE>"#
    )
  }

  @Test func `moves fonts around a table into its cells`() {
    let table = HTMLTable(rows: [[.init([.text("x")])]])
    #expect(
      HTMLLabel([.font(colour: "red", [.bold([.table(table)])])]).text
        == #"<TABLE><TR><TD><FONT COLOR="red"><B>x</B></FONT></TD></TR></TABLE>"#
    )
  }

  @Test func `stacks text and table`() {
    let table = HTMLTable(rows: [[.init([.text("x")])]])
    let text = HTMLLabel([.text("above"), .table(table), .bold([.text("below")])]).text
    #expect(
      text.hasSuffix(
        "<TR><TD>above</TD></TR><TR><TD><TABLE><TR><TD>x</TD></TR></TABLE></TD></TR>"
          + "<TR><TD><B>below</B></TD></TR></TABLE>"
      )
    )
  }

  @Test func `keeps every stretch short enough for Graphviz to read`() throws {
    let long = String(repeating: "&é😀", count: 10_000)
    let link = "https://example.org/" + String(repeating: "&", count: 1_400)
    let table = HTMLTable(
      rows: [
        [.init(["TOOLTIP": long, "HREF": link, "TITLE": long, "BGCOLOR": "red"], [.text(long)])]
      ]
    )
    let text = HTMLLabel([.text(long), .table(table)]).text
    let stretches = text.utf8.split { "<>\n".utf8.contains($0) }
    #expect(stretches.allSatisfy { $0.count <= 16_000 })
    #expect(text.contains("HREF="))
    #expect(text.contains("…"))
    _ = try DOTGraph("g", [.attribute(DOTAttribute("label", .html(text)))]).text()
  }

  @Test func `takes no name of an attribute that would break out`() async {
    await #expect(processExitsWith: .failure) {
      _ = HTMLLabel([.table(HTMLTable(["A B": "x"], rows: [[.init([])]]))]).text
    }
  }
}
