internal import GraphCore

/// The keys of nodes: those of the file where a collection can have them.
struct GraphIdentities {
  /// The key of each node of the file.
  private(set) var ids: [NodeID: NodeID] = [:]
  /// The keys of the file that were changed.
  private(set) var changedCount = 0

  /// Finds keys for nodes.
  ///
  /// A key that cannot be written, or that a spreadsheet would run as a formula, becomes a word
  /// made of it; a number tells equal ones apart.
  init(_ nodes: PropertyGraph.Nodes) {
    var taken: Set<NodeID> = []
    var bad: [NodeID] = []
    for node in nodes {
      if Self.isWritable(node.id.rawValue) {
        taken.insert(node.id)
        ids[node.id] = node.id
      } else {
        bad.append(node.id)
      }
    }
    // Sorted, so that the order of the file plays no part.
    for id in bad.sorted() {
      let key = CleanText.key(id.rawValue)
      let base = key.isEmpty ? "node" : key
      var clean = NodeID(base)
      var number = 1
      while !taken.insert(clean).inserted {
        number += 1
        clean = NodeID("\(base)-\(number)")
      }
      ids[id] = clean
    }
    changedCount = bad.count
  }

  subscript(id: NodeID) -> NodeID { ids[id] ?? id }

  private static func isWritable(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.count <= 200 && id.trimmingSpaces() == id && !CleanText.isFormula(id)
      && !id.unicodeScalars.contains {
        $0 == "|" || $0.properties.generalCategory == .control || Character($0).isNewline
      }
  }
}
