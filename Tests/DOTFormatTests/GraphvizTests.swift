internal import DOTFormat
internal import Foundation

#if canImport(FoundationXML)
  internal import FoundationXML
#endif
internal import Testing

/// What Graphviz itself makes of what is written; its programs are not installed everywhere.
@Suite(.enabled(if: Graphviz.dot != nil && Graphviz.gvpr != nil)) struct GraphvizTests {
  /// Prints names and values with their lengths, since they may hold anything.
  private static let listing = """
    BEG_G { printf("%d:%s", length($G.name), $G.name); }
    N { printf("%d:%s%d:%s", length($.name), $.name, length($.v), $.v); }
    E { printf("%d:%s", length($.tailport), $.tailport); }
    """

  @Test(arguments: UInt64(0)..<10)
  func `names, values and ports are read as they were written`(seed: UInt64) throws {
    var random = RandomDOT(seed: seed)
    let texts = (0..<60).map { _ in random.text() }
    var graph = DOTGraph(.text("g" + random.text()))
    var expected = [graph.id?.content ?? ""]
    for (number, text) in texts.enumerated() {
      let name = "\(number)" + text
      graph.statements.append(.node(DOTNode(.text(name), ["v": .text(text)])))
      let end = DOTEdge.End.node(.text(name), port: DOTPort(.text("p" + text)))
      graph.statements.append(.edge(DOTEdge([end, .node(.text(name))])))
      expected += [name, text, "p" + text]
    }
    let output = try Graphviz.run(Graphviz.gvpr, [Self.listing], over: graph.text()).output
    let listing = expected.map { "\($0.utf8.count):\($0)" }.joined()
    #expect(String(decoding: output, as: UTF8.self).utf8.elementsEqual(listing.utf8))
  }

  @Test func `long chains and long strings are read`() throws {
    let ends = (0..<6_000).map { DOTEdge.End.node(.text("n\($0)")) }
    let label = HTMLLabel([.text(String(repeating: "a&", count: 20_000))])
    let graph = DOTGraph("g", [.edge(DOTEdge(ends)), .attribute(DOTAttribute("l", .label(label)))])
    let count = #"BEG_G { printf("%d %d", nNodes($G), nEdges($G)); }"#
    let (output, messages) = try Graphviz.run(Graphviz.gvpr, [count], over: graph.text())
    #expect(String(decoding: output, as: UTF8.self) == "6000 5999")
    #expect(messages.isEmpty)
  }

  /// A text as it should be seen, without blanks, which a drawing may change.
  private func seen(_ text: String) -> String {
    var seen = ""
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      let isHarmful =
        scalar.properties.generalCategory == .control
        || "\u{202A}"..."\u{202E}" ~= scalar || "\u{2066}"..."\u{2069}" ~= scalar
      seen.unicodeScalars.append(isHarmful ? "\u{FFFD}" : scalar)
    }
    return seen
  }

  /// The attributes and texts of a drawing by element: `text` and the titles of links.
  private func shown(in svg: [UInt8]) throws -> (texts: [String], titles: [String]) {
    let drawing = Drawing()
    let parser = XMLParser(data: Data(svg))
    parser.delegate = drawing
    #expect(parser.parse())
    return (drawing.texts, drawing.titles)
  }

  @Test(arguments: UInt64(0)..<40)
  func `text is seen as it is, and nowhere else`(seed: UInt64) throws {
    var random = RandomDOT(seed: 100 + seed)
    // A label of blanks is not drawn at all.
    let text = String(random.text().prefix(300)) + [".", "]", "\\"][Int(seed / 3 % 3)]
    let inner: [HTMLLabel.Piece] = [
      .text(text), .font(size: 9, colour: "#0072B2", [.bold([.text(text)])]),
    ]
    let cell = HTMLTable.Cell(["TOOLTIP": text, "HREF": "#a?" + text], [.text(text)])
    let link = try #require(DOTIdentifier.url("https://example.org/?a=1&b=" + text))
    let shape = ["box", "record", "plain"][Int(seed % 3)]
    let graph = DOTGraph(
      "g",
      [
        .node(DOTNode("a", ["shape": .text(shape), "label": .label(text)])),
        .node(DOTNode("b", ["label": .label(HTMLLabel(inner))])),
        .node(
          DOTNode("c", ["label": .label(HTMLLabel([.bold([.table(HTMLTable(rows: [[cell]]))])]))])
        ),
        .edge(
          DOTEdge(
            from: "a",
            to: "b",
            [
              "tooltip": .tooltip(text), "URL": link, "id": .elementID(text),
              "class": .classes([text]),
            ]
          )
        ),
      ]
    )
    let (output, messages) = try Graphviz.run(Graphviz.dot, ["-Tsvg"], over: graph.text())
    #expect(messages.isEmpty)
    let (texts, titles) = try shown(in: output)
    #expect(seen(texts.joined()) == String(repeating: seen(text), count: 4))
    #expect(titles.map(seen) == [seen(text), seen(text)])
  }
}

/// Gathers what a drawing shows.
private final class Drawing: NSObject, XMLParserDelegate {
  var texts: [String] = []
  var titles: [String] = []
  private var isInText = false

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    isInText = name == "text"
    if isInText { texts.append("") }
    if name == "a", let title = attributes["xlink:title"] { titles.append(title) }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if isInText { texts[texts.count - 1] += text }
  }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    isInText = false
  }
}
