/// A path whose narrowest link is as wide as any path allows.
public struct WidestPath: Sendable, Hashable {
  /// The path; its cost is the sum of weights.
  public let path: NetworkPath
  /// The width of its narrowest link; infinite for a path of no links.
  public let width: Double
}

extension Network {
  /// Finds the path whose narrowest link is the widest, and of those the cheapest.
  ///
  /// Of equally wide and cheap paths it is the one that ``shortestPath(from:to:reversed:)`` gives.
  /// Vertices are settled from the widest (Maurice Pollack, 1960, in the order of Dijkstra's
  /// algorithm); then the cheapest path is searched among links that are wide enough.
  ///
  ///     network.widestPath(from: 0, to: 4, widths: [3, 1, 2])?.width  // 2
  ///
  /// - Parameters:
  ///   - source: The vertex where the path starts.
  ///   - target: The vertex where the path ends; if it is the source, the path is empty.
  ///   - widths: How wide each link is; any number that is one.
  /// - Returns: The path, or `nil` where there is none.
  /// - Complexity: O((*n* + *m*) log *n*) for *n* vertices and *m* links; memory is that of a second
  ///   network.
  public func widestPath(from source: Vertex, to target: Vertex, widths: [Double]) -> WidestPath? {
    checkVertex(source)
    checkVertex(target)
    checkWidths(widths)
    let reached = widest(from: source, upTo: target, widths)
    let width = reached[Int(target)]
    guard width > -.infinity || source == target else { return nil }
    let wide = sources.indices.filter { widths[$0] >= width }
    let network = Network(checked: NetworkLinks(keeping: wide, of: self))
    return network.shortestPath(from: source, to: target).map { path in
      WidestPath(
        path: NetworkPath(
          vertices: path.vertices,
          links: path.links.map { Link(wide[Int($0)]) },
          cost: path.cost
        ),
        width: width
      )
    }
  }

  /// The width of the widest path to each vertex, as far as the search went.
  private func widest(
    from source: Vertex,
    upTo target: Vertex?,
    _ widths: [Double]
  ) -> [Double] {
    var reached = [Double](repeating: -.infinity, count: vertexCount)
    var queue = VertexQueue<Double>(vertexCount: vertexCount)
    reached[Int(source)] = .infinity
    queue.insert(VertexQueue.Entry(key: .infinity, vertex: source)) { $0.key > $1.key }
    while let entry = queue.removeFirst(by: { $0.key > $1.key }) {
      if entry.vertex == target { break }
      for arc in arcs[row(of: entry.vertex)] {
        let width = min(entry.key, widths[Int(arc.link)])
        let known = reached[Int(arc.head)]
        guard width > known else { continue }
        reached[Int(arc.head)] = width
        let better = VertexQueue.Entry(key: width, vertex: arc.head)
        if known == -.infinity {
          queue.insert(better) { $0.key > $1.key }
        } else {
          queue.moveForward(better) { $0.key > $1.key }
        }
      }
    }
    return reached
  }

  /// The width of the widest path from each vertex to a target; minus infinity where there is none.
  func widestWidths(to target: Vertex, _ widths: [Double]) -> [Double] {
    reversed().widest(from: target, upTo: nil, widths)
  }

  /// Stops at widths that cannot be compared: a bug of the caller.
  func checkWidths(_ widths: [Double]) {
    precondition(widths.count == linkCount, "\(widths.count) widths for \(linkCount) links")
    precondition(widths.allSatisfy { $0.isFinite }, "widths are finite numbers")
  }
}
