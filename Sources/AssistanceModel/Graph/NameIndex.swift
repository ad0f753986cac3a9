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
      for name in [node.id.rawValue] + [node[.name]].compactMap(\.self) + (node[.aliases] ?? []) {
        let key = Self.folded(name)
        if rows[key]?.last != UInt32(row) { rows[key, default: []].append(UInt32(row)) }
      }
    }
  }

  /// The node that a text stands for: an exact key first, then a key, name or alias in any case.
  ///
  /// - Parameters:
  ///   - text: The key, name or alias.
  ///   - kind: What the node must be; `nil` is anything. Only the exact key finds a fact.
  /// - Returns: The node, the candidates, or the nearest names.
  public func match(_ text: String, _ kind: NodeKind? = nil) -> Match {
    func isWanted(_ node: Node) -> Bool { kind.map { node.kind == $0 } ?? true }
    if let node = graph[NodeID(text)], isWanted(node) { return .node(node.id) }
    let found = rows[Self.folded(text)] ?? []
    let ids = found.map { graph.nodes[Int($0)] }.filter(isWanted).map(\.id)
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
    return Spelling.nearest(to: folded, among: rows.keys.sorted(), limit: limit)
  }

  /// The text in lower case, white space as single blanks.
  static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
