internal import AssistanceModel
internal import GraphCore

/// Finds which nodes of two graphs are one.
///
/// Every node has a common number: its row on the first side, or a number above all of them.
struct NodeMatching {
  private(set) var counts = CoverageDifference.Matching()
  /// The row on the second side of each row of the first.
  private(set) var partners: [Int?]
  /// The common numbers of the rows of the second side.
  private(set) var numbers: [Int]

  private let before: PropertyGraph
  private let after: PropertyGraph
  private var isTaken: [Bool]

  init(_ before: PropertyGraph, _ after: PropertyGraph) {
    self.before = before
    self.after = after
    partners = Array(repeating: nil, count: before.nodeCount)
    isTaken = Array(repeating: false, count: after.nodeCount)
    numbers = []
    let facts = NodeKind.assistance
    for (row, node) in before.nodes.enumerated() where node.kind != facts {
      guard let partner = after[node.id], partner.kind == node.kind else { continue }
      take(row, partner.row)
      counts.byKey += 1
    }
    counts.byIdentifier = match { node in node[.identifiers] ?? [] }
    counts.byName = match { node in [node[.name]].compactMap(\.self) }
    numbers = (0..<after.nodeCount).map { before.nodeCount + $0 }
    for (row, partner) in partners.enumerated() {
      if let partner { numbers[partner] = row }
    }
  }

  /// Every node is itself.
  init(within graph: PropertyGraph) {
    before = graph
    after = graph
    partners = graph.nodes.map { $0.kind == .assistance ? nil : $0.row }
    numbers = Array(0..<graph.nodeCount)
    isTaken = Array(repeating: true, count: graph.nodeCount)
    counts.byKey = partners.count { $0 != nil }
  }

  /// The row on the first side of a common number, and the one on the second.
  func rows(of number: Int) -> (before: Int?, after: Int?) {
    number < before.nodeCount
      ? (number, partners[number]) : (nil, number - before.nodeCount)
  }

  private mutating func take(_ row: Int, _ partner: Int) {
    partners[row] = partner
    isTaken[partner] = true
  }

  /// Joins nodes that alone bear a text on either side.
  private mutating func match(_ texts: (Node) -> [String]) -> Int {
    struct Key: Hashable {
      let kind: NodeKind
      let text: String
    }
    func bearers(_ graph: PropertyGraph, _ isFree: (Int) -> Bool) -> [Key: [Int]] {
      var bearers: [Key: [Int]] = [:]
      for (row, node) in graph.nodes.enumerated() where node.kind != .assistance && isFree(row) {
        for text in Set(texts(node)) {
          bearers[Key(kind: node.kind, text: text), default: []].append(row)
        }
      }
      return bearers
    }
    let left = bearers(before) { partners[$0] == nil }
    let right = bearers(after) { !isTaken[$0] }
    var count = 0
    let keys = left.keys.filter { right[$0] != nil }
      .sorted { ($0.kind.rawValue, $0.text) < ($1.kind.rawValue, $1.text) }
    for key in keys {
      guard let ones = left[key], let others = right[key], ones.count == 1, others.count == 1,
        partners[ones[0]] == nil, !isTaken[others[0]]
      else { continue }
      take(ones[0], others[0])
      count += 1
    }
    return count
  }
}
