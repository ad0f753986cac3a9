/// The ways that a spur search found so far, and their order.
struct SpurLabels<Cost: GridCost>: Sendable {
  /// What is known of a vertex; out of date unless `search` is the number of the current search.
  struct Label: Sendable {
    var cost: Cost = 0
    var search: UInt32 = 0
    var steps: UInt32 = 0
    var parent: Network.Vertex = 0
    var link: Network.Link = 0
    /// Whether the vertex has left the queue, so that the label is final.
    var isDone = false
  }

  private var labels: [Label]

  init(vertexCount: Int) {
    labels = [Label](repeating: Label(), count: vertexCount)
  }

  subscript(vertex: Network.Vertex) -> Label {
    get { labels[Int(vertex)] }
    set { labels[Int(vertex)] = newValue }
  }

  /// Compares totals, and where they are equal the links that lead to the vertices.
  ///
  /// Labels change only together with places in the queue, so the order holds there.
  @inline(__always)
  func precedes(_ first: VertexQueue<Cost>.Entry, _ second: VertexQueue<Cost>.Entry) -> Bool {
    if first.key != second.key { return first.key < second.key }
    return linksPrecede(first.vertex, second.vertex)
  }

  /// Tells whether a way over `link` from `parent` is before an equally dear one in the order of
  /// links; both have the same number of links.
  func leads(_ parent: Network.Vertex, _ link: Network.Link, before other: Label) -> Bool {
    if parent == other.parent { return link < other.link }
    return linksPrecede(parent, other.parent)
  }

  /// Compares the ways to two labelled vertices by the order of their links; of two ways of which
  /// one goes on from the other, the shorter is first.
  private func linksPrecede(_ first: Network.Vertex, _ second: Network.Vertex) -> Bool {
    let steps = (self[first].steps, self[second].steps)
    var (first, second) = (first, second)
    for _ in 0..<max(0, Int(steps.0) - Int(steps.1)) { first = self[first].parent }
    for _ in 0..<max(0, Int(steps.1) - Int(steps.0)) { second = self[second].parent }
    if first == second { return steps.0 < steps.1 }
    while self[first].parent != self[second].parent {
      first = self[first].parent
      second = self[second].parent
    }
    return self[first].link < self[second].link
  }
}
