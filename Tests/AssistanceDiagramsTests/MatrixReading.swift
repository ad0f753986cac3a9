import AssistanceDiagrams
import AssistanceModel
import CoverageAnalysis
import DOTFormat
import GraphCore

/// A cell of a table in a label, as the text has it.
struct DrawnCell: Hashable {
  let attributes: [String: String]
  /// What it shows, without markup.
  let text: String
  let isBold: Bool
}

/// What stands in a picture, read from its values.
struct DrawnPicture {
  private(set) var nodes: [DOTNode] = []
  private(set) var edges: [DOTEdge] = []
  /// The labels of graphs and clusters.
  private(set) var labels: [String] = []
  /// The ids of clusters.
  private(set) var clusterIDs: [String] = []

  init(_ diagram: AssistanceDiagram) { visit(diagram.graph.statements) }

  private mutating func visit(_ statements: [DOTStatement]) {
    for statement in statements {
      switch statement {
      case .node(let node): nodes.append(node)
      case .edge(let edge): edges.append(edge)
      case .subgraph(let subgraph): visit(subgraph.statements)
      case .defaults(_, let attributes): add(attributes["label"])
      case .attribute(let attribute):
        if attribute.name == "label" { add(attribute.value) }
        if attribute.name == "id" { clusterIDs.append(attribute.value.words) }
      }
    }
  }

  private mutating func add(_ label: DOTIdentifier?) {
    if let label { labels.append(label.words) }
  }

  /// The edges that are seen.
  var lines: [DOTEdge] { edges.filter { $0.attributes["style"] != "invis" } }

  func node(_ id: String) -> DOTNode? { nodes.first { $0.id == .text(id) } }

  func edge(_ id: String) -> DOTEdge? { edges.first { $0.attributes["id"] == .text(id) } }

  /// Every id that an SVG would have, in any order.
  var elementIDs: [String] {
    nodes.compactMap { $0.attributes["id"]?.words }
      + edges.compactMap { $0.attributes["id"]?.words }
      + clusterIDs + nodes.flatMap { $0.cells.compactMap { $0.attributes["ID"] } }
  }

  /// Whether a legend, a title or a line below it has this text.
  func says(_ text: String) -> Bool { labels.contains { $0.shown.contains(text) } }
}

extension DOTIdentifier {
  var words: String {
    switch self {
    case .text(let text), .html(let text): text
    }
  }
}

extension DOTNode {
  var label: String { attributes["label"]?.words ?? "" }

  /// The innermost cells of its table.
  var cells: [DrawnCell] {
    label.matches(of: /<TD([^>]*)>((?:(?!<TD|<\/TD>).)*)<\/TD>/.dotMatchesNewlines()).map { match in
      var attributes: [String: String] = [:]
      for pair in match.1.matches(of: /([A-Z-]+)="([^"]*)"/) {
        attributes[String(pair.1)] = String(pair.2)
      }
      let inside = String(match.2)
      return DrawnCell(
        attributes: attributes,
        text: inside.shown,
        isBold: inside.contains("<B>")
      )
    }
  }
}

extension String {
  /// The text of markup, a blank for each tag.
  var shown: String {
    replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}

/// Rows, columns and facts written out: who is reported in which cell.
func coverage(
  rows: [String] = ["r0"],
  columns: [String] = ["c0"],
  actors: [(id: String, designation: Designation)] = [("a", .named), ("b", .named)],
  facts: [(row: Int, column: Int, by: [String])] = [],
  notNeeded: [(row: Int, column: Int)] = [],
  unobservable: [(row: Int, column: Int)] = [],
  offers: [(actor: String, column: Int)] = []
) throws -> CoverageReport {
  var elements: [GraphElement] = []
  func key(_ prefix: String, _ place: Int) -> NodeID { NodeID("\(prefix)\(place)") }
  for (place, name) in rows.enumerated() {
    elements.append(node(key("row", place), .countryCase, ["name": .text(name)]))
  }
  for (place, name) in columns.enumerated() {
    elements.append(node(key("column", place), .inhibitor, ["name": .text(name)]))
    elements.append(node(key("measure", place), .measure, [:]))
    elements.append(edge(key("measure", place), .strengthens, key("column", place)))
  }
  for actor in actors {
    elements.append(
      node(
        NodeID(actor.id),
        .actor,
        ["name": .text(actor.id), "designation": .text(actor.designation.rawValue)]
      )
    )
  }
  for offer in offers {
    elements.append(edge(NodeID(offer.actor), .provides, key("measure", offer.column)))
  }
  for (number, fact) in facts.enumerated() {
    let id = key("fact", number)
    elements.append(node(id, .assistance, [:], from: [SourceReference(document: "d")]))
    elements.append(edge(id, .countryCase, key("row", fact.row)))
    elements.append(edge(id, .inhibitor, key("column", fact.column)))
    for actor in fact.by { elements.append(edge(id, .provider, NodeID(actor))) }
  }
  let all = elements
  var question = CoverageQuestion()
  question.notNeeded = notNeeded.map {
    .init(row: key("row", $0.row), column: key("column", $0.column), reason: "done")
  }
  question.unobservable = unobservable.map {
    .init(row: key("row", $0.row), column: key("column", $0.column), reason: "far")
  }
  return try AssistanceGraph(checking: PropertyGraph { all }).coverage(question)
}

/// One row with a cell in each of the six states.
func sixStates() throws -> CoverageReport {
  try coverage(
    columns: ["gap", "unnamed", "one", "several", "hidden", "needless"],
    actors: [("a", .named), ("b", .named), ("x", .placeholder)],
    facts: [(0, 1, ["x"]), (0, 2, ["a"]), (0, 3, ["a", "b"])],
    notNeeded: [(0, 5)],
    unobservable: [(0, 4)]
  )
}

/// Reports of many shapes: none, one or many rows and columns, with few and with many gaps.
func randomReport(seed: UInt64) throws -> CoverageReport {
  var made = GeneratedAssistance()
  (made.actors, made.measures) = (24, 7)
  made.inhibitors = Int(seed * 5 % 26)
  made.cases = Int(seed * 7 % 23)
  made.reported = Int(seed * 13 % 101)
  made.seed = seed
  let collection = try made.collection()
  return collection.graph.coverage(CoverageQuestion(collection.metadata.question))
}

/// Names that must show as text and do nothing else.
let hostileNames = [
  "<script>alert(1)</script>", "]]>", "\"; shape=none", "\\N \\G \\E", "&#0;", "&lt;b&gt;",
  "javascript:alert(1)", "\u{202E}right to left", "a\nb\tc", "👩‍👩‍👧 family", "</TD></TR></TABLE>>];",
  String(repeating: "long ", count: 2000), "", "   ", "{a|b}", "%s%n", "--", "\u{0}\u{7}",
]
