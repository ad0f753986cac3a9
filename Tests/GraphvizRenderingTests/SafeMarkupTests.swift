import DOTFormat
import GraphvizRendering
import Testing

@Suite struct SafeMarkupTests {
  /// A label with markup made safe, and what is told of it.
  private func safe(_ markup: String) -> (text: String?, changes: [String]) {
    let node = DOTNode("a", ["label": .html(markup)])
    let safe = SafeDOT(DOTGraph("g", [.node(node)]))
    guard case .node(let kept) = safe.graph.statements.first,
      case .html(let text) = kept.attributes["label"]
    else { return (nil, []) }
    return (text, safe.changes.map(\.description))
  }

  @Test(arguments: [
    "", "plain &amp; &lt;text&gt;", "<B>a</B> <I>b<BR ALIGN='LEFT'/></I>",
    "<!-- <IMG SRC='x'/> -->",
    "<TABLE BORDER=\"0\" CELLBORDER='1'><TR><TD PORT=\"p\" ROWSPAN=\"2\"  BGCOLOR = \"red:blue\" >x</TD></TR></TABLE>",
    "<TABLE HREF=\"https://example.org/?a=1&amp;b=\\N\" TITLE=\"a > b\"><TR><TD/></TR></TABLE>",
    "<FONT FACE=\"Arial\" POINT-SIZE='8.5' COLOR=\"#57606a\">x</FONT>", "<TD WIDTH=\"\">",
  ])
  func `keeps harmless markup as it is written`(markup: String) {
    let (text, changes) = safe(markup)
    #expect(text == markup)
    #expect(changes.isEmpty)
  }

  @Test(arguments: [
    "<", "<B", "<B>x", "a < b > c", "</", "<TD HREF=\"javascript:x", "<TD HREF=javascript:x>",
    "<!--",
    "<![CDATA[ <IMG/> ", "<>", "< IMG SRC='x'/>", "<?x", "</B></B>",
  ])
  func `leaves broken markup for Graphviz to report`(markup: String) {
    #expect(safe(markup).text == markup)
  }

  @Test func `leaves out pictures`() {
    let (text, changes) = safe(
      "<TABLE><TR><TD><IMG SRC=\"/etc/passwd\"/></TD><TD><img scale='a>b' src='b'></img></TD></TR></TABLE>"
    )
    #expect(text == "<TABLE><TR><TD></TD><TD></TD></TR></TABLE>")
    #expect(changes == ["left out “IMG” 2 times, since it reads a file"])
    #expect(safe("<IMG SRC='x'/>").text == "<BR/>")
  }

  @Test func `leaves out links that may not be followed`() {
    let (text, _) = safe("<TD PORT='p' HREF=\"java&#x0A;script:x\" ID='i'>x</TD>")
    #expect(text == "<TD PORT='p' ID='i'>x</TD>")
  }

  @Test func `writes links without blanks and quotes`() {
    let (text, _) = safe("<td href='https://example.org/?a&amp;b=\"x\" y&apos;'>x</td>")
    #expect(text == "<td href='https://example.org/?a&amp;b=%22x%22%20y%27'>x</td>")
  }

  @Test func `replaces what is more than names of fonts`() {
    let (text, _) = safe("<FONT FACE='x&quot; onclick=&quot;y' COLOR='red'>x</FONT>")
    #expect(
      text == "<FONT FACE='Liberation Sans,Arial,Helvetica,sans-serif' COLOR='red'>x</FONT>"
    )
  }

  @Test func `limits spans, borders and sizes`() {
    let (text, changes) = safe(
      "<TD ROWSPAN=\"60000\" colspan='60000' BORDER=\"1000\" WIDTH=\"1e9\" HEIGHT=\"inf\">x</TD>"
        + "<FONT POINT-SIZE=\"1000000\">y</FONT>"
    )
    #expect(
      text == "<TD ROWSPAN=\"512\" colspan='512' BORDER=\"255\" WIDTH=\"14400\">x</TD>"
        + "<FONT POINT-SIZE=\"255\">y</FONT>"
    )
    #expect(changes.count == 6)
  }

  @Test func `judges a plain label that becomes markup by its twin`() {
    let markup = "<IMG SRC=\"/etc/passwd\"/>"
    let twins = DOTGraph(
      "g",
      [
        .node(DOTNode(.html(markup))), .node(DOTNode("b", ["label": .text(markup)])),
        .node(DOTNode("c", ["label": "<IMG SRC=\"other\"/>"])),
      ]
    )
    #expect(
      SafeDOT(twins).graph.statements == [
        .node(DOTNode(.html(markup))), .node(DOTNode("b", ["label": ""])),
        .node(DOTNode("c", ["label": "<IMG SRC=\"other\"/>"])),
      ]
    )
  }
}
