internal import AssistanceModel
internal import GraphCore

/// What a fact says, comparable between two graphs.
struct FactContent {
  /// An end: the role and the common number of the node.
  struct End: Hashable, Comparable {
    let role: EdgeKind
    let number: Int

    static func < (left: End, right: End) -> Bool {
      (left.role.rawValue, left.number) < (right.role.rawValue, right.number)
    }
  }

  let id: NodeID
  /// The ends, sorted; each as often as it is stated.
  let ends: [End]
  let validity: Validity
  /// The properties by name, as texts.
  let properties: [String: [String]]
  /// The sources as they are written, sorted.
  let sources: [String]
  /// Dates and properties in one text.
  let said: String

  /// - Parameters:
  ///   - fact: The number of the fact.
  ///   - graph: Its graph.
  ///   - number: The common number of a row.
  init(_ fact: Int, in graph: AssistanceGraph, number: (Int) -> Int) {
    let row = Int(graph.facts.nodeRows[fact])
    let node = graph.graph.nodes[row]
    id = node.id
    ends = graph.incidence.outgoing(row).map { Edge(graph: graph.graph, row: Int($0)) }
      .filter { graph.schema.isRole($0.kind) }
      .map { End(role: $0.kind, number: number($0.to.row)) }.sorted()
    validity = node.validity
    var properties = Dictionary(
      node.properties.map { ($0.name, Self.texts($0.value)) }
    ) { first, _ in first }
    // What a blank cell means is no change where it is written out.
    let (basis, modality) = (node[.basis] ?? .explicit, node[.modality] ?? .does)
    properties["basis"] = [basis.rawValue]
    properties["modality"] = [modality.rawValue]
    if node[.evidence] == EvidenceClass(basis, modality) { properties["evidence"] = nil }
    self.properties = properties
    sources = node.sources.map(\.description).sorted()
    said =
      ([validity.from?.description ?? "", validity.until?.description ?? ""]
      + properties.sorted { $0.key < $1.key }.flatMap { [$0.key] + $0.value })
      .joined(separator: "\u{1}")
  }

  /// The ends where probable renamings are taken for true.
  func ends(_ united: [Int: Int]) -> [End] {
    ends.map { End(role: $0.role, number: united[$0.number] ?? $0.number) }.sorted()
  }

  /// How many ends two facts share, and how many the one with more of them has.
  func shared(_ other: FactContent) -> (shared: Int, of: Int) {
    var rest = other.ends
    var shared = 0
    for end in ends {
      guard let place = rest.firstIndex(of: end) else { continue }
      rest.remove(at: place)
      shared += 1
    }
    return (shared, max(ends.count, other.ends.count))
  }

  private static func texts(_ value: PropertyValue) -> [String] {
    switch value {
    case .text(let text): [text]
    case .texts(let texts): texts
    case .integer(let number): [String(number)]
    case .decimal(let number): [String(number)]
    case .flag(let flag): [flag ? "yes" : "no"]
    case .date(let date): [date.description]
    }
  }
}
