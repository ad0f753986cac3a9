internal import DOTFormat
internal import TestSupport

/// Makes random graphs and texts that are hard to write and to read.
struct RandomDOT {
  private static let parts = [
    "a", "b", "Z", "_", "0", "9", "-", ".", " ", "\t", "\n", "\n", "\r", "\r\n", "\"", "\"",
    "\\", "\\", "\\\\", "\\N", "\\n", "\\l", "\\E", "\\G", "\\T", "<", ">", "<b>", "&", "&amp;",
    "&#0;", "{", "}", "[", "]", "]", "]]>", ";", ",", ":", "=", "+", "#", "//", "/*", "*/", "->",
    "--",
    "@", "%", "$", "'", "node", "subgraph", "é", "e\u{301}", "سلام", "👍🏽", "\u{202E}", "\u{2067}",
    "\u{FEFF}", "\u{1}", "\u{7F}", "\u{85}", "\u{2028}", "<script>alert(1)</script>",
    "\"; shape=none", "javascript:",
  ]

  private var generator: SeededGenerator
  private var markupCount = 0

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }

  /// A text with anything in it but NUL.
  mutating func text() -> String {
    var text = ""
    for _ in 0..<number(below: 9) {
      text += Self.parts[number(below: Self.parts.count)]
    }
    if number(below: 40) == 0 {
      text += String(repeating: Self.parts[number(below: Self.parts.count)], count: 9_000)
    }
    return text
  }

  /// Bytes that are nearly DOT.
  mutating func bytes() -> [UInt8] {
    var bytes: [UInt8] = Array("graph {".utf8)
    for _ in 0..<number(below: 60) {
      bytes += Self.parts[number(below: Self.parts.count)].utf8
      if number(below: 50) == 0 { bytes.append(UInt8(number(below: 256))) }
    }
    return bytes
  }

  /// The bytes with some removed, changed or added.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...number(below: 6) where !bytes.isEmpty {
      let place = number(below: bytes.count)
      switch number(below: 4) {
      case 0: bytes.remove(at: place)
      case 1: bytes[place] = UInt8(number(below: 256))
      case 2: bytes.insert(contentsOf: Self.parts[number(below: Self.parts.count)].utf8, at: place)
      default: bytes.removeSubrange(place..<min(bytes.count, place + number(below: 40)))
      }
    }
    return bytes
  }

  // MARK: Graphs

  mutating func graph() -> DOTGraph {
    DOTGraph(
      number(below: 3) == 0 ? nil : identifier(),
      isDirected: number(below: 2) == 0,
      isStrict: number(below: 3) == 0,
      statements(depth: 0)
    )
  }

  /// A text, or markup that never equals a text.
  mutating func identifier() -> DOTIdentifier {
    switch number(below: 8) {
    case 0:
      markupCount += 1
      return .html("<m\(markupCount)>\(number(below: 2) == 0 ? "\\\"\n&amp;" : "")</m>")
    case 1...3: return .text("n\(number(below: 9))")
    default: return .text(text())
    }
  }

  private mutating func port() -> DOTPort? {
    switch number(below: 4) {
    case 0: DOTPort(identifier())
    case 1: DOTPort(identifier(), side: identifier())
    default: nil
    }
  }

  private mutating func attributes() -> DOTAttributes {
    DOTAttributes((0..<number(below: 4)).map { _ in DOTAttribute(identifier(), identifier()) })
  }

  private mutating func statements(depth: Int) -> [DOTStatement] {
    (0..<number(below: depth == 0 ? 9 : 4)).map { _ in statement(depth: depth) }
  }

  private mutating func statement(depth: Int) -> DOTStatement {
    switch number(below: 6) {
    case 0: .defaults(DOTElement.allCases[number(below: 3)], attributes())
    case 1: .attribute(DOTAttribute(identifier(), identifier()))
    case 2 where depth < 3: .subgraph(subgraph(depth: depth + 1))
    case 3...4:
      .edge(DOTEdge((0..<2 + number(below: 3)).map { _ in end(depth: depth) }, attributes()))
    default: .node(DOTNode(identifier(), port: port(), attributes()))
    }
  }

  private mutating func subgraph(depth: Int) -> DOTSubgraph {
    DOTSubgraph(number(below: 2) == 0 ? nil : identifier(), statements(depth: depth))
  }

  private mutating func end(depth: Int) -> DOTEdge.End {
    switch number(below: 6) {
    case 0 where depth < 3: .subgraph(subgraph(depth: depth + 1))
    case 1:
      .nodes((0..<2 + number(below: 2)).map { _ in DOTEdge.NodeEnd(identifier(), port: port()) })
    default: .node(identifier(), port: port())
    }
  }
}
