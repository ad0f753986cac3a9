import AssistanceModel
import CoverageAnalysis
import DOTFormat
import GraphCore
import Testing

@testable import AssistanceDiagrams

/// Whatever a name says, it is seen as text and steers nothing.
@Suite struct HostileDiagramTests {
  static let names = [
    "<script>alert(1)</script>", "]]>", "\"; shape=none; x=\"", "\\N \\G \\E \\T \\l",
    "&#0;&lt;&amp;",
    "javascript:alert(1)", "</TD></TR></TABLE>>", "\u{202E}gnp.exe", "trailing\\", "a\nb\r\nc",
    "<B>bold</B>", "%s%n", "\u{0}\u{1}\u{7F}", "👩‍👩‍👧 ‏عربي", String(repeating: "W", count: 10_000), "",
  ]

  func diagrams(_ name: String) throws -> [AssistanceDiagram] {
    let text = PropertyValue.text(name)
    let key = "k" + name.filter { !$0.isNewline && $0 != "|" }.prefix(100)
    let (actor, place, capacity) = (NodeID(key), NodeID(key + "-case"), NodeID(key + "-inhibitor"))
    let (form, measure, fact) = (NodeID(key + "-form"), NodeID(key + "-m"), NodeID(key + "-f"))
    let source = SourceReference(document: "doc" + name, section: name)
    let graph = try AssistanceGraph(
      checking: PropertyGraph {
        node(actor, .actor, ["name": text, "subkind": text], from: [source])
        node(place, .countryCase, ["name": text, "region": text, "subkind": text])
        node(capacity, .inhibitor, ["name": text, "subkind": text])
        node(NodeID(key + "-open"), .inhibitor, ["name": text, "subkind": text])
        node(form, .form, ["name": text, "subkind": text])
        node(measure, .measure, ["name": text, "subkind": text])
        node(fact, .assistance, ["note": text], from: [source])
        edge(fact, .provider, actor)
        edge(fact, .form, form)
        edge(fact, .measure, measure)
        edge(fact, .inhibitor, capacity)
        edge(fact, .countryCase, place)
        edge(actor, .partOf, actor, ["role": text], from: [source])
      }
    )
    let options = DiagramOptions(
      title: name,
      collection: name,
      documents: [SourceDocument(key: "doc" + name, title: name)]
    )
    return [graph.coverage().coordinationDiagram(options)]
      + graph.graph.nodes.compactMap { graph.egoDiagram(of: $0.id, options) }
  }

  @Test(arguments: names) func `stands in labels and tooltips alone, and is read back`(
    _ name: String
  ) throws {
    let texts: Set<DOTIdentifier> = ["label", "tooltip"]
    for diagram in try diagrams(name) {
      let text = try diagram.graph.text()
      let read = try DOTDocument(parsing: text)
      #expect(read.graphs == [diagram.graph])
      for attribute in DrawnGraph(diagram).attributes where !texts.contains(attribute.name) {
        guard case .text(let value) = attribute.value else {
          Issue.record("markup in \(attribute.name)")
          continue
        }
        #expect(value.utf8.allSatisfy { Self.isPlain($0) }, "\(attribute.name)=\(value)")
      }
      for node in DrawnGraph(diagram).nodes {
        #expect(node.id.utf8.allSatisfy { Self.isPlain($0) })
      }
    }
  }

  @Test(arguments: names) func `brings no markup of its own into a label`(_ name: String) throws {
    let known: Set<String> = ["TABLE", "TR", "TD", "FONT", "B", "I", "BR"]
    for diagram in try diagrams(name) {
      for attribute in DrawnGraph(diagram).attributes {
        guard case .html(let markup) = attribute.value else { continue }
        for tag in markup.split(separator: "<").dropFirst(markup.hasPrefix("<") ? 0 : 1) {
          let word = tag.prefix { $0.isLetter || $0 == "/" }.filter { $0 != "/" }
          #expect(known.contains(word), "<\(tag)")
        }
        #expect(!markup.contains("\u{202E}") && !markup.contains("\u{0}"))
      }
    }
  }

  @Test
  func `is identified in an SVG by letters, digits and signs alone, and by nothing else twice`() {
    let long = String(repeating: "k", count: 600)
    let keys = ["a", "a b", "a_20b", "ä", "\"", "-", "A", long, long + "1", long + "2"]
    let identifiers = keys.map { ElementKey.identifier("actor", $0) }
    #expect(Set(identifiers).count == keys.count)
    #expect(identifiers.joined().utf8.allSatisfy { Self.isPlain($0) })
  }

  /// Letters, digits, and the signs of colours, numbers, fonts and styles.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: " #,-._".utf8.contains(byte)
    }
  }
}
