import AssistanceModel
import GraphCore
import TestSupport

/// Graphs with names of every sort, and kinds of their own.
enum RandomGraph {
  private static let texts = [
    "Plain", "a, b", "say \"x\"", "two\nlines", "a | b", "back\\slash", "\\|", "مفوضية اللاجئين",
    "\u{200F}rtl\u{200E}", "e\u{301}", "é", "'x'", "#no", "- a", "x\r\ny", "😀", "\u{301}mark", "0",
  ]

  static func make(_ random: inout SeededGenerator) throws -> (PropertyGraph, AssistanceSchema) {
    var schema = AssistanceSchema.standard
    schema.schema.add(
      NodeRule(
        "sector",
        "A field: of work.",
        properties: [
          PropertyRule("size", .integer), PropertyRule("rank", words: ["yes", "a, b"]),
        ]
      )
    )
    schema.schema.add(
      EdgeRule("works-in", "", ends: [.init("actor", "sector"), .init("measure", "country-case")])
    )
    schema.add(FactRole("sector", column: "sectors", "Where.", to: ["sector"]))
    var graph = PropertyGraph()
    let kinds: [NodeKind] = [.actor, .countryCase, .inhibitor, .measure, "sector"]
    for number in 0..<10 {
      let id = NodeID("n\(number)")
      let kind = kinds[number % 5]
      try graph.addNode(id, kind, valid: span(&random), sources: sources(&random))
      try graph.set("name", to: text(&random).map { .text($0) }, of: id)
      let aliases = [text(&random), text(&random)].compactMap(\.self)
      try graph.set("aliases", to: aliases.isEmpty ? nil : .texts(aliases), of: id)
      if kind == "sector" {
        try graph.set("size", to: .integer(number), of: id)
        try graph.set("rank", to: .text("a, b"), of: id)
      }
      if Bool.random(using: &random) { try graph.set("share", to: .decimal(0.1), of: id) }
      if Bool.random(using: &random) { try graph.set("Open to all", to: .flag(true), of: id) }
    }
    for number in 0..<6 {
      let id = NodeID("f\(number)")
      try graph.addNode(id, .assistance, valid: span(&random), sources: sources(&random))
      try graph.set(.basis, to: Basis.allCases.randomElement(using: &random), of: id)
      try graph.set(.note, to: text(&random), of: id)
      try graph.addEdge(from: id, .provider, to: Bool.random(using: &random) ? "n0" : "n5")
      if Bool.random(using: &random) { try graph.addEdge(from: id, .countryCase, to: "n1") }
      if Bool.random(using: &random) { try graph.addEdge(from: id, "sector", to: "n9") }
      let from: NodeID = Bool.random(using: &random) ? "n0" : "n5"
      let edge = try graph.addEdge(
        from: from,
        "works-in",
        to: "n4",
        valid: span(&random),
        sources: sources(&random)
      )
      try graph.set("weight", to: .integer(number), of: edge)
      try graph.set(.note, to: text(&random), of: edge)
    }
    return (graph, schema)
  }

  private static func text(_ random: inout SeededGenerator) -> String? {
    Bool.random(using: &random) ? texts.randomElement(using: &random) : nil
  }

  private static func span(_ random: inout SeededGenerator) -> Validity {
    let years = (2000...2020)
    let from = years.randomElement(using: &random).flatMap { PartialDate(year: $0, month: 5) }
    let until = PartialDate(year: 2021, month: 2, day: 28)
    return Validity(
      from: Bool.random(using: &random) ? from : nil,
      until: Bool.random(using: &random) ? until : nil
    ) ?? .always
  }

  private static func sources(_ random: inout SeededGenerator) -> [SourceReference] {
    (0..<Int.random(in: 0...2, using: &random)).map { _ in
      SourceReference(
        document: Bool.random(using: &random) ? "000" : "%20",
        section: text(&random),
        locator: Bool.random(using: &random) ? .lines(3...7) : .anchor("XM DAC|1")
      )
    }
  }
}
