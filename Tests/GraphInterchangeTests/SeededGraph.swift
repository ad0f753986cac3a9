import GraphCore
import TestSupport

/// Texts that formats trip over.
let hostileTexts = [
  "plain", "", " lead and trail ", "quote \" and ' and \"\"", "]]>", "<script>alert(1)</script>",
  "a & b &amp; c", "nul\u{0}", "bell\u{7}", "escape\u{1B}[0m", "delete\u{7F}", "next line\u{85}",
  "line\nfeed", "carriage\rreturn", "both\r\n", "tab\tstop", "comma, semicolon; bar | \\| \\",
  "😀 👩‍👩‍👧", "مرحبا بالعالم", "\u{202E}reversed", "e\u{301} é", "line\u{2028}paragraph\u{2029}",
  "\u{FEFF}mark", "\u{FFFD}\u{FFFE}\u{FFFF}", "\u{10FFFF}", "\\u0041 \\n", "=1+1", "_x0041_",
]

/// A graph made from a seed: every type of property, loops, parallel edges and removed elements.
func seededGraph(_ seed: UInt64) throws -> PropertyGraph {
  var random = SeededGenerator(seed: seed)
  var graph = PropertyGraph()
  let nodeCount = Int.random(in: 0...12, using: &random)
  for number in 0..<nodeCount {
    let text = hostileTexts.randomElement(using: &random) ?? ""
    let kind: NodeKind = Bool.random(using: &random) ? "actor" : "risk <&> \"factor\""
    let id = NodeID("\(number)\(text)")
    try graph.addNode(id, kind, valid: span(&random), sources: references(&random))
    for (name, value) in properties(&random, of: kind.rawValue) {
      try graph.set(name, to: value, of: id)
    }
  }
  let ids = graph.nodes.map(\.id)
  for _ in 0..<(nodeCount * 2) {
    guard let from = ids.randomElement(using: &random), let to = ids.randomElement(using: &random)
    else { continue }
    let kind: EdgeKind = Bool.random(using: &random) ? "funds" : "says ]]>"
    let id = try graph.addEdge(
      from: from,
      kind,
      to: to,
      valid: span(&random),
      sources: references(&random)
    )
    for (name, value) in properties(&random, of: kind.rawValue) {
      try graph.set(name, to: value, of: id)
    }
  }
  let doomedEdges = graph.edges.map(\.id).filter { _ in Int.random(in: 0..<6, using: &random) == 0 }
  let doomedNodes = ids.filter { _ in Int.random(in: 0..<12, using: &random) == 0 }
  graph.remove(nodes: Set(doomedNodes), edges: Set(doomedEdges))
  return graph
}

private func properties(
  _ random: inout SeededGenerator,
  of kind: String
) -> [(String, PropertyValue)] {
  func text() -> String { hostileTexts.randomElement(using: &random) ?? "" }
  let numbers: [Double] = [
    0, 0.1, -1.5e300, .leastNonzeroMagnitude, 1e16, -0.0, .infinity, -.infinity, .nan, 42,
  ]
  var all: [(String, PropertyValue)] = [
    ("name", .text(text())), ("note", .text(text())),
    ("other names", .texts((0..<Int.random(in: 0...3, using: &random)).map { _ in text() })),
    ("count", .integer([Int.min, -1, 0, 7, Int.max].randomElement(using: &random) ?? 0)),
    ("share", .decimal(numbers.randomElement(using: &random) ?? 0)),
    ("active", .flag(Bool.random(using: &random))),
    ("kind", .text(text())), ("Label", .text(text())), ("property.kind", .text(text())),
    ("quote\",\n<>&😀", .text(text())), ("naïve", .text(text())),
    // The kinds disagree about the type of this one.
    ("mixed", kind.count > 5 ? .integer(3) : .decimal(0.5)),
  ]
  if let founded = date(&random) { all.append(("founded", .date(founded))) }
  return all.filter { _ in Int.random(in: 0..<3, using: &random) > 0 }
}

private func date(_ random: inout SeededGenerator) -> PartialDate? {
  ["2013", "2011-07", "2012-02-29", "0007"].randomElement(using: &random).flatMap {
    PartialDate($0)
  }
}

private func span(_ random: inout SeededGenerator) -> Validity {
  let from = Bool.random(using: &random) ? date(&random) : nil
  let until = Bool.random(using: &random) ? date(&random) : nil
  return Validity(from: from, until: until) ?? .always
}

private func references(_ random: inout SeededGenerator) -> [SourceReference] {
  let all = [
    SourceReference(document: "000"),
    SourceReference(document: "000", section: "§ \"IV\" <a> | b", locator: .lines(91...91)),
    SourceReference(document: "d", locator: .pages(3...7)),
    SourceReference(document: "d|e", locator: .rows(1...2)),
    SourceReference(document: "iati", section: "]]>", locator: .anchor("XM-DAC-1/\"2\"")),
  ]
  return all.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
}
