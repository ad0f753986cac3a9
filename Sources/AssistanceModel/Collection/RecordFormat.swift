internal import GraphCore

/// Formats the nodes, facts or relations of one table as cells.
struct RecordFormat {
  let kind: CollectionTableKind
  private let graph: AssistanceGraph

  init(_ graph: AssistanceGraph, _ kind: CollectionTableKind) {
    self.graph = graph
    self.kind = kind
  }

  /// The rows of the graph that belong into the table: of nodes, or of edges for relations.
  var rows: [Int] {
    switch kind {
    case .nodes(let kind): graph.graph.rows(of: kind)
    case .assistance: graph.graph.rows(of: .assistance)
    case .relations(let kind): graph.graph.edges(of: kind).map(\.row)
    }
  }

  /// The columns of a new table: those that have a value in some row, and those it always has.
  func columns(for rows: [Int]) -> [CollectionColumn] {
    candidates(for: rows).filter { isAlwaysThere($0) || isUsed($0, in: rows) }
  }

  /// The columns that have a value in some row.
  func usedColumns(in rows: [Int]) -> [CollectionColumn] {
    candidates(for: rows).filter { isUsed($0, in: rows) }
  }

  private func isUsed(_ column: CollectionColumn, in rows: [Int]) -> Bool {
    if case .property(let rule) = column, !hasProperty(rule.name) { return false }
    return rows.contains { !cell($0, column).isEmpty }
  }

  /// Whether some node or edge of the table's kind has a property.
  private func hasProperty(_ name: String) -> Bool {
    let tables = graph.graph.tables
    switch kind {
    case .nodes(let kind):
      return tables.nodes.kindTable.number(of: kind)
        .flatMap { tables.nodeProperties.type(of: name, kind: $0) } != nil
    case .assistance:
      return tables.nodes.kindTable.number(of: .assistance)
        .flatMap { tables.nodeProperties.type(of: name, kind: $0) } != nil
    case .relations(let kind):
      return tables.edges.kindTable.number(of: kind)
        .flatMap { tables.edgeProperties.type(of: name, kind: $0) } != nil
    }
  }

  /// Every column that the schema knows, and one for each other property.
  private func candidates(for rows: [Int]) -> [CollectionColumn] {
    var columns = kind.columns(in: graph.schema)
    var known = Set(columns.map(\.headingName))
    var extra: [CollectionColumn] = []
    let tables = graph.graph.tables
    let names = isRelation ? tables.edgeProperties.names : tables.nodeProperties.names
    // Only where the schema does not know a name are the rows asked in which order they have it.
    guard names.contains(where: { !known.contains($0) && hasProperty($0) }) else { return columns }
    for row in rows {
      for (name, value) in properties(row) where known.insert(name).inserted {
        extra.append(.property(PropertyRule(name, value.type)))
      }
    }
    columns.insert(contentsOf: extra, at: columns.count - 1)
    return columns
  }

  private func isAlwaysThere(_ column: CollectionColumn) -> Bool {
    switch column {
    case .id, .from, .to, .sources, .role: true
    case .fromDate, .untilDate: kind == .assistance
    case .property(let rule):
      if case .nodes = kind {
        rule.name == "subkind" || rule.name == "name"
      } else {
        rule.name == "basis"
      }
    }
  }

  func cells(_ row: Int, _ columns: [CollectionColumn]) -> [String] {
    columns.map { cell(row, $0) }
  }

  private func cell(_ row: Int, _ column: CollectionColumn) -> String {
    switch column {
    case .id: node(row).id.rawValue
    case .from: edge(row).from.id.rawValue
    case .to: edge(row).to.id.rawValue
    case .role(let role): CellText.joined(ends(row, role))
    case .property(let rule): property(rule.name, row).map { CellText.text(of: $0) } ?? ""
    case .fromDate: validity(row).from?.description ?? ""
    case .untilDate: validity(row).until?.description ?? ""
    case .sources: CellText.joined(sources(row).map(\.description))
    }
  }

  /// The row of the same node or edge in the graph that was read.
  func row(_ row: Int, in origin: CollectionOrigin) -> Int? {
    switch kind {
    case .nodes, .assistance: origin.graph.row(of: node(row).id)
    case .relations: origin.graph.tables.edges.row(of: edge(row).id)
    }
  }

  /// The file and record of a row of the graph that was read.
  func origin(_ row: Int, in origin: CollectionOrigin) -> SIMD2<UInt32>? {
    switch kind {
    case .nodes, .assistance: origin.nodeOrigins[row]
    case .relations: origin.edgeOrigins[row]
    }
  }

  /// The key of a fact.
  func key(ofFact row: Int) -> String { node(row).id.rawValue }

  /// What the key of a fact would be if its line had no id, before it is numbered.
  func baseKey(ofFact row: Int) -> String {
    FactKeys.base { ends(row, $0).first }
  }

  /// Whether a node other than a fact has this key.
  func isOtherNode(_ key: String) -> Bool {
    graph.graph[NodeID(key)].map { $0.kind != .assistance } ?? false
  }

  private func node(_ row: Int) -> Node { Node(graph: graph.graph, row: row) }
  private func edge(_ row: Int) -> Edge { Edge(graph: graph.graph, row: row) }

  private var isRelation: Bool {
    if case .relations = kind { return true }
    return false
  }

  private func validity(_ row: Int) -> Validity {
    isRelation ? edge(row).validity : node(row).validity
  }

  private func sources(_ row: Int) -> [SourceReference] {
    isRelation ? edge(row).sources : node(row).sources
  }

  private func property(_ name: String, _ row: Int) -> PropertyValue? {
    isRelation ? edge(row).property(name) : node(row).property(name)
  }

  private func properties(_ row: Int) -> [(name: String, value: PropertyValue)] {
    isRelation ? edge(row).properties : node(row).properties
  }

  private func ends(_ row: Int, _ role: EdgeKind) -> [String] {
    // Looked at in place: the tables as a value would be copied for each cell.
    let all = graph.graph
    guard let number = all.tables.edges.kindTable.number(of: role) else { return [] }
    var ends: [String] = []
    for edge in graph.incidence.outgoing(row) where all.tables.edges.kinds[Int(edge)] == number {
      let node = Int(all.tables.edges.to[Int(edge)])
      ends.append(all.tables.strings[all.tables.nodes.keys[node]])
    }
    return ends
  }
}
