public import GraphCore

/// Finds nodes by key, name or alias, in any case and spacing.
public struct NameIndex: Sendable {
  /// What a text stands for.
  public enum Match: Hashable, Sendable {
    /// One node.
    case node(NodeID)
    /// Several nodes have this name.
    case ambiguous([NodeID])
    /// No node has it; the nearest names, best first.
    case unknown(suggestions: [String])
  }

  private let graph: PropertyGraph
  private var rows: [String: [UInt32]] = [:]

  /// Collects the names of every node but facts.
  ///
  /// - Complexity: O(*n*) for *n* names.
  public init(_ graph: PropertyGraph) {
    self.graph = graph
    let facts = graph.tables.nodes.kindTable.number(of: .assistance)
    for (row, node) in graph.nodes.enumerated() where graph.tables.nodes.kinds[row] != facts {
      for name in [node[.name]].compactMap(\.self) + (node[.aliases] ?? []) {
        let key = Self.folded(name)
        if rows[key]?.last != UInt32(row) { rows[key, default: []].append(UInt32(row)) }
      }
    }
  }

  /// The node that a text stands for: an exact key first, then a key, name or alias in any case.
  public func match(_ text: String) -> Match {
    if graph[NodeID(text)] != nil { return .node(NodeID(text)) }
    let folded = Self.folded(text)
    var found: [UInt32] = rows[folded] ?? []
    if found.isEmpty, let row = graph.row(of: NodeID(folded)) { found = [UInt32(row)] }
    let ids = found.map { graph.nodes[Int($0)].id }
    switch ids.count {
    case 1: return .node(ids[0])
    case 0: return .unknown(suggestions: suggestions(for: text))
    default: return .ambiguous(ids)
    }
  }

  /// The names nearest to a text that is nobody's name.
  ///
  /// - Complexity: O(*n*·*l*²) for *n* names of length *l*.
  public func suggestions(for text: String, limit: Int = 3) -> [String] {
    let folded = Self.folded(text)
    let keys = graph.nodes.lazy.filter { $0.kind != .assistance }.map(\.id.rawValue)
    return Spelling.nearest(to: folded, among: Array(rows.keys.sorted()) + keys, limit: limit)
  }

  /// The text in lower case, white space as single blanks.
  static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
