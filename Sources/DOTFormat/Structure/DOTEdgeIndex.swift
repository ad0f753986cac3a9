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

  /// How many scopes were looked at.
  private(set) var steps = 0

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

  mutating func place(
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
      return first(of: places[ends, default: []], in: scope, of: structure) == nil ? .new : .refused
    }
    guard isStrict else { return .new }
    let candidates = places[ends, default: []]
    let others = isDirected ? [] : places[reversed, default: []]
    let any = candidates.first ?? others.first
    // Most often there is no choice.
    guard candidates.count + others.count > 1 else { return any.map(Place.edge) ?? .new }
    let local = first(of: candidates + others, in: scope, of: structure)
    return (local ?? any).map(Place.edge) ?? .new
  }

  /// The first of some edges that is mentioned in a scope or in a subgraph of it.
  private mutating func first(of edges: [Int], in scope: Int, of structure: DOTStructure) -> Int? {
    for edge in edges {
      if scope == 0 { return edge }
      for mention in mentions[edge, default: []] {
        var next: Int? = mention
        while let place = next {
          if place == scope { return edge }
          steps += 1
          next = structure.scopes[place].parent
        }
      }
    }
    return nil
  }
}
