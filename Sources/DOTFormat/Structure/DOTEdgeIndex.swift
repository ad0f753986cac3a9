/// Finds out whether an edge is there already.
struct DOTEdgeIndex {
  /// The attribute that tells edges between the same nodes from each other.
  static let key = "key"

  /// What becomes of a mention of an edge.
  enum Place {
    /// It is an edge that was made before.
    case edge(Int)
    /// It is a new edge.
    case new
    /// It is none, since the graph is strict.
    case refused
  }

  private struct Ends: Hashable {
    var tail: Int
    var head: Int
  }

  private struct KeyedEnds: Hashable {
    var ends: Ends
    var key: DOTName
  }

  private let isDirected: Bool
  private let isStrict: Bool
  /// The edges between two nodes of a strict graph.
  private var places: [Ends: [Int]] = [:]
  private var keyed: [KeyedEnds: Int] = [:]
  /// The scopes in which an edge of a strict graph is mentioned.
  private var mentions: [Int: [Int]] = [:]

  init(isDirected: Bool, isStrict: Bool) {
    self.isDirected = isDirected
    self.isStrict = isStrict
  }

  mutating func insert(_ edge: Int, from tail: Int, to head: Int, _ key: DOTName?) {
    let ends = Ends(tail: tail, head: head)
    if isStrict { places[ends, default: []].append(edge) }
    if let key { keyed[KeyedEnds(ends: ends, key: key)] = edge }
  }

  mutating func mention(_ edge: Int, in scope: Int) {
    if isStrict { mentions[edge, default: []].append(scope) }
  }

  func place(
    from tail: Int,
    to head: Int,
    _ key: DOTName?,
    in scope: Int,
    of structure: DOTStructure
  ) -> Place {
    let ends = Ends(tail: tail, head: head)
    let reversed = Ends(tail: head, head: tail)
    if let key {
      if let edge = keyed[KeyedEnds(ends: ends, key: key)] { return .edge(edge) }
      if !isDirected, let edge = keyed[KeyedEnds(ends: reversed, key: key)] { return .edge(edge) }
      guard isStrict else { return .new }
      // Another edge in the same scope and direction bars one with a key; others do not.
      let isThere = places[ends, default: []].contains { isIn(scope, $0, of: structure) }
      return isThere ? .refused : .new
    }
    guard isStrict else { return .new }
    let candidates = places[ends, default: []]
    let others = isDirected ? [] : places[reversed, default: []]
    for edges in [candidates, others] {
      if let edge = edges.first(where: { isIn(scope, $0, of: structure) }) { return .edge(edge) }
    }
    return (candidates.first ?? others.first).map(Place.edge) ?? .new
  }

  private func isIn(_ scope: Int, _ edge: Int, of structure: DOTStructure) -> Bool {
    scope == 0
      || mentions[edge, default: []].contains { mention in
        var next: Int? = mention
        while let place = next {
          if place == scope { return true }
          next = structure.scopes[place].parent
        }
        return false
      }
  }
}
