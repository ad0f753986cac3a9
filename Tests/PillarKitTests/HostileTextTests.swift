internal import Foundation
internal import PillarKit
internal import Testing

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

/// Texts that try to leave the place they stand in, in every place of a collection that a diagram
/// reads, drawn in every diagram and format.
@Suite struct HostileTextTests {
  static let texts: [String] = [
    "<script>alert(1)</script>", "]]>", "\"; shape=none", #"\N \G \E \L"#, "&#0;", "&amp;lt;",
    "javascript:alert(1)", String(repeating: "x", count: 10_000), "\u{202E}desrever\u{2066}",
    "🧑‍🚒🏳️‍🌈👩‍👩‍👧", #"ends in \"#, "two\nlines\r\n\tand more", "{|<f0> x|}", "--></svg><svg onload='x'>",
    "' onload='x", "%s%n%1$@", "", "\u{0}\u{1}\u{1B}[2J", "حماية المدنيين", "<B>bold</B>",
    "$(touch x)`x`",
  ]

  /// A small graph with the text in every place.
  private static func graph(with text: String) throws -> PropertyGraph {
    let source = [SourceReference(document: "doc \(text)", section: text)]
    func named(_ id: NodeID, _ kind: NodeKind) -> [GraphElement] {
      [node(id, kind, named: "\(id) \(text)", alsoCalled: [text], from: source)]
    }
    return try PropertyGraph {
      node(
        "a1",
        .actor,
        ["name": .text(text), "subkind": .text(text), "designation": .text("class")],
        from: source
      )
      named("a2", .actor)
      named("a3", .actor)
      named("m1", .measure)
      named("f1", .form)
      named("i1", .inhibitor)
      named("i2", .inhibitor)
      named("c1", .countryCase)
      named("c2", .countryCase)
      node(NodeID(rawValue: "id " + text), .actor, from: source)
      assistance(
        "fact",
        by: ["a1", "a2"],
        of: "m1",
        under: "f1",
        for: ["i1"],
        in: "c1",
        note: text,
        from: source
      )
      edge("a2", "partners-with", "a3", ["subkind": .text(text)], from: source)
      edge(NodeID(rawValue: "id " + text), .partOf, "a3", from: source)
    }
  }

  /// Every diagram that there is, of that graph.
  private static func diagrams(with text: String) throws -> [AssistanceDiagram] {
    let assistance = try AssistanceGraph(checking: graph(with: text))
    let options = DiagramOptions(
      detail: .full,
      title: text,
      collection: text,
      documents: [SourceDocument(key: "doc \(text)", title: text)]
    )
    let report = assistance.coverage()
    var families = options
    families.detail = .families
    let answers = try [NodeID("a3"), "c2"].map {
      try assistance.paths(PathQuestion(from: "a2", to: $0))
    }
    let egos = ["a1", "a3", "fact", "c1", "i2"].compactMap {
      assistance.egoDiagram(of: NodeID(rawValue: $0), options)
    }
    return [
      report.coordinationDiagram(options), report.coordinationDiagram(families),
      try report.matrixDiagram(options), try report.cardsDiagram(options),
    ] + egos + answers.map { $0.diagram(in: assistance, options) }
  }

  private static func renderer() throws -> GraphvizRenderer {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? .main
    let folder = bundle.executableURL?.deletingLastPathComponent() ?? bundle.bundleURL
    return try GraphvizRenderer(
      environment: ProcessInfo.processInfo.environment,
      beside: folder.path
    )
  }

  /// The statements of a graph without the texts: what they are, and which attributes they have.
  private static func shape(_ statements: [DOTStatement]) -> [String] {
    func names(_ attributes: DOTAttributes) -> String {
      attributes.all.map { "\($0.name)" }.joined(separator: ",")
    }
    return statements.flatMap { statement in
      switch statement {
      case .node(let node): ["node \(names(node.attributes))"]
      case .edge(let edge): ["edge \(edge.ends.count) \(names(edge.attributes))"]
      case .defaults(let element, let attributes): ["\(element) \(names(attributes))"]
      case .attribute(let attribute): ["\(attribute.name)"]
      case .subgraph(let subgraph): ["subgraph"] + shape(subgraph.statements) + ["end"]
      }
    }
  }

  @Test(arguments: texts)
  func `DOT reads back as what was written, in the shape of a harmless text`(text: String) throws {
    let harmless = try Self.diagrams(with: "plain")
    for (diagram, plain) in zip(try Self.diagrams(with: text), harmless) {
      let read = try DOTGraph(parsing: diagram.graph.text())
      #expect(read == diagram.graph)
      #expect(Self.shape(read.statements) == Self.shape(plain.graph.statements))
    }
  }

  @Test(arguments: texts)
  func `an SVG shows the text as text, and nothing else comes of it`(text: String) async throws {
    let renderer = try Self.renderer()
    let limits = try RenderingLimits(processorSeconds: 60, wallSeconds: 600)
    for (place, diagram) in try Self.diagrams(with: text).enumerated() {
      let picture = try await diagram.picture(as: .svg, within: limits, with: renderer)
      #expect(picture.remarks == [])
      let reading = Reading()
      let parser = XMLParser(data: Data(picture.bytes))
      parser.delegate = reading
      #expect(parser.parse())
      #expect(reading.elements.isSubset(of: Reading.harmless))
      #expect(reading.attributes.allSatisfy { !$0.lowercased().hasPrefix("on") })
      let words = try SVGText(picture.bytes)
      #expect(words.links == [])
      // The title of the picture is the text, as far as it can be seen.
      let shown = words.lines.joined().filter { !$0.isWhitespace }
      #expect(text.isEmpty || shown.contains(Self.beginning(of: text)))
      // A name of thousands of characters is cut.
      if place == 0, text.count < 100 {
        for name in ["a2", "m1", "i1", "c1"] {
          #expect(shown.contains(name + Self.beginning(of: text)))
        }
      }
      #expect(words.titles.allSatisfy { !$0.contains { "\u{202A}"..."\u{202E}" ~= $0 } })
    }
  }

  @Test(arguments: texts)
  func `PDF and PNG are drawn, and the PDF holds nothing that acts`(text: String) async throws {
    let renderer = try Self.renderer()
    let limits = try RenderingLimits(processorSeconds: 60, wallSeconds: 600)
    let all = try Self.diagrams(with: text)
    for diagram in [all[0], all[2], all[5]] {
      let pdf = try await diagram.picture(as: .pdf, on: .a3, within: limits, with: renderer)
      #expect(pdf.bytes.starts(with: Array("%PDF-".utf8)))
      for word in ["/JavaScript", "/Launch", "/URI", "/EmbeddedFile", "/OpenAction"] {
        #expect(Data(pdf.bytes).range(of: Data(word.utf8)) == nil)
      }
      let png = try await diagram.picture(
        as: .png,
        resolution: 50,
        within: limits,
        with: renderer
      )
      #expect(png.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
      #expect(pdf.remarks + png.remarks == [])
    }
  }

  /// What must be seen of a text: its first characters, without blanks; what has no glyph or turns
  /// the direction is U+FFFD.
  private static func beginning(of text: String) -> String {
    let seen = text.unicodeScalars.filter { !$0.properties.isWhitespace }
    var beginning = ""
    for scalar in seen.prefix(8) {
      switch scalar.value {
      case 0..<32, 0x202A...0x202E, 0x2066...0x2069: beginning += "\u{FFFD}"
      default: beginning.unicodeScalars.append(scalar)
      }
    }
    return beginning
  }

  /// The elements and attributes of a document.
  private final class Reading: NSObject, XMLParserDelegate {
    static let harmless: Set = [
      "a", "desc", "ellipse", "g", "path", "polygon", "polyline", "style", "svg", "text", "title",
    ]
    var elements: Set<String> = []
    var attributes: Set<String> = []

    func parser(
      _ parser: XMLParser,
      didStartElement element: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      elements.insert(element)
      self.attributes.formUnion(attributes.keys)
    }
  }
}
