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

  /// The columns that have a value in some row, and those that a table always has.
  func columns(used rows: [Int]) -> [CollectionColumn] {
    var columns = kind.columns(in: graph.schema)
    let known = Set(
      columns.compactMap { column -> String? in
        guard case .property(let rule) = column else { return nil }
        return rule.name
      }
    )
    var extra: [String] = []
    for row in rows {
      for (name, _) in properties(row) where !known.contains(name) && !extra.contains(name) {
        extra.append(name)
      }
    }
    columns.insert(
      contentsOf: extra.map { .property(PropertyRule($0)) },
      at: columns.count - 1
    )
    return columns.filter { column in
      isAlwaysThere(column) || rows.contains { !cell($0, column).isEmpty }
    }
  }

  private func isAlwaysThere(_ column: CollectionColumn) -> Bool {
    switch column {
    case .id, .from, .to, .sources, .role, .fromDate, .untilDate:
      if case .nodes = kind, column == .fromDate || column == .untilDate { return false }
      if case .relations = kind, column == .fromDate || column == .untilDate { return false }
      return true
    case .property(let rule):
      if case .nodes = kind { return rule.name == "subkind" || rule.name == "name" }
      return rule.name == "basis"
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
    graph.incidence.outgoing(row)
      .map { edge(Int($0)) }
      .filter { $0.kind == role }
      .map(\.to.id.rawValue)
  }
}
