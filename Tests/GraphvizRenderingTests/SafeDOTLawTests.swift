import DOTFormat
import GraphvizRendering
import TestSupport
import Testing

/// What holds for every drawing that is made safe.
@Suite struct SafeDOTLawTests {
  private static let names = [
    "label", "image", "URL", "href", "fontname", "sides", "width", "weight", "minlen", "layout",
    "splines", "stylesheet", "charset", "headlabel", "tooltip", "_background", "nonsense", "size",
    "color", "shape", "xlabel", "margin", "dpi", "", "IMAGE", "edgeURL", "peripheries",
  ]
  private static let pieces = [
    "<IMG SRC=\"x\"/>", "<IMG", "/>", "<TD ", "HREF=\"javascript:x\"", "HREF='https://a/&amp;\" x'",
    ">", "<", "\"", "'", "&", "&#0;", "&lt;IMG", "javascript:", "https://", "#", " ", "\n", "\\N",
    "\\", "1e9", "-5", "0x10", "inf", "nan", ".", ",", "!", "ROWSPAN=\"99999\"", "FACE='/x'", "x",
    "Arial", "😀", "ע", "\u{0}", "\u{202E}", "<!--", "-->", "<![CDATA[", "]]>", "true", "ortho",
    "utf-8", "</", "=",
  ]

  private func text(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...6, using: &generator))
      .map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  private func identifier(_ generator: inout SeededGenerator) -> DOTIdentifier {
    let text = text(&generator)
    return Bool.random(using: &generator) ? .html(text) : .text(text)
  }

  private func attributes(_ generator: inout SeededGenerator) -> DOTAttributes {
    DOTAttributes(
      (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        let name = Self.names.randomElement(using: &generator) ?? ""
        return DOTAttribute(
          Int.random(in: 0..<8, using: &generator) == 0 ? .html(name) : .text(name),
          identifier(&generator)
        )
      }
    )
  }

  private func statements(_ depth: Int, _ generator: inout SeededGenerator) -> [DOTStatement] {
    (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &generator) {
      case 0: .node(DOTNode(identifier(&generator), attributes(&generator)))
      case 1:
        .defaults(
          DOTElement.allCases.randomElement(using: &generator) ?? .node,
          attributes(&generator)
        )
      case 2:
        .attribute(attributes(&generator).all.first ?? DOTAttribute("image", "x"))
      case 3: .edge(DOTEdge(from: identifier(&generator), to: "b", attributes(&generator)))
      case 4: .subgraph(DOTSubgraph("s", statements(depth - 1, &generator)))
      default:
        .edge(
          DOTEdge(
            [.subgraph(DOTSubgraph(nil, statements(depth - 1, &generator))), .node("b")],
            attributes(&generator)
          )
        )
      }
    }
  }

  /// Every attribute of a drawing.
  private func all(_ statements: [DOTStatement]) -> [DOTAttribute] {
    statements.flatMap { statement -> [DOTAttribute] in
      switch statement {
      case .node(let node): node.attributes.all
      case .edge(let edge):
        edge.attributes.all
          + edge.ends.flatMap { end -> [DOTAttribute] in
            if case .subgraph(let subgraph) = end { all(subgraph.statements) } else { [] }
          }
      case .subgraph(let subgraph): all(subgraph.statements)
      case .defaults(_, let attributes): attributes.all
      case .attribute(let attribute): [attribute]
      }
    }
  }

  @Test(arguments: UInt64(0)..<300)
  func `made safe again, is itself, and holds nothing that is not`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let brought = DOTGraph("g", statements(3, &generator))
    let safe = SafeDOT(brought)
    let again = SafeDOT(safe.graph)
    #expect(again.graph == safe.graph)
    #expect(again.changes.isEmpty)
    #expect(again.suspects == safe.suspects)
    let (before, after) = (all(brought.statements), all(safe.graph.statements))
    let told = safe.changes.filter {
      $0.action == .leftOut && !["IMG", "HREF"].contains($0.subject)
    }
    #expect(told.map(\.count).reduce(0, +) == before.count - after.count)
    for attribute in after {
      let value = attribute.value.content
      switch attribute.name.content {
      case "image", "stylesheet", "_background", "layout", "nonsense", "", "IMAGE":
        Issue.record("kept \(attribute)")
      case "URL", "href", "edgeURL":
        #expect(value.isEmpty || ["https:", "#"].contains(where: value.hasPrefix))
        #expect(!value.contains("\"") && !value.contains("<") && !value.contains(" "))
      case "fontname": #expect(!value.contains("/") && !value.contains("\""))
      default: break
      }
    }
  }
}
