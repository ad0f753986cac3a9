/// The neighbours of each vertex, each once and in ascending order, with the weight of all links to
/// and from it; loops are left out and direction is ignored.
struct NeighbourRows {
  /// Where the row of each vertex starts, and at the end how many neighbours there are in all.
  let starts: [UInt32]
  let neighbours: [Network.Vertex]
  /// The sum of the weights of all links between the two, either way; empty unless asked for.
  let weights: [Double]

  /// Collects neighbours.
  ///
  /// - Complexity: O(*n* + *m*): two counting sorts, by neighbour and then by vertex.
  init(_ network: Network, withWeights: Bool) {
    let count = network.vertexCount
    let (sources, targets) = (network.sources, network.targets)
    // Sorted by neighbour first: the second sort keeps that order inside each row.
    var columnStarts = [UInt32](repeating: 0, count: count + 2)
    for link in sources.indices where sources[link] != targets[link] {
      columnStarts[Int(sources[link]) + 2] += 1
      columnStarts[Int(targets[link]) + 2] += 1
    }
    for vertex in 0..<count { columnStarts[vertex + 2] += columnStarts[vertex + 1] }
    let total = Int(columnStarts[count + 1])
    var rows = [Network.Vertex](repeating: 0, count: total)
    var links = [UInt32](repeating: 0, count: withWeights ? total : 0)
    for link in sources.indices where sources[link] != targets[link] {
      for (neighbour, row) in [(sources[link], targets[link]), (targets[link], sources[link])] {
        let place = Int(columnStarts[Int(neighbour) + 1])
        columnStarts[Int(neighbour) + 1] += 1
        rows[place] = row
        if withWeights { links[place] = UInt32(link) }
      }
    }
    // Degrees are the same either way, so the starts of columns are the starts of rows.
    var next = Array(columnStarts.prefix(count + 1))
    next[0] = 0
    var sorted = [Network.Vertex](repeating: 0, count: total)
    var sortedLinks = [UInt32](repeating: 0, count: withWeights ? total : 0)
    let rowStarts = next
    for neighbour in 0..<count {
      for place in Int(rowStarts[neighbour])..<Int(rowStarts[neighbour + 1]) {
        let row = Int(rows[place])
        sorted[Int(next[row])] = Network.Vertex(neighbour)
        if withWeights { sortedLinks[Int(next[row])] = links[place] }
        next[row] += 1
      }
    }
    var starts = [UInt32](repeating: 0, count: count + 1)
    var weights: [Double] = []
    var kept = 0
    for vertex in 0..<count {
      let first = kept
      for place in Int(rowStarts[vertex])..<Int(rowStarts[vertex + 1]) {
        let weight = withWeights ? network.weight(of: sortedLinks[place]) : 0
        if kept > first, sorted[kept - 1] == sorted[place] {
          if withWeights { weights[kept - 1] += weight }
        } else {
          sorted[kept] = sorted[place]
          kept += 1
          if withWeights { weights.append(weight) }
        }
      }
      starts[vertex + 1] = UInt32(kept)
    }
    sorted.removeLast(total - kept)
    self.starts = starts
    neighbours = sorted
    self.weights = weights
  }

  /// Where the neighbours of a vertex lie in ``neighbours``.
  func row(_ vertex: Int) -> Range<Int> { Int(starts[vertex])..<Int(starts[vertex + 1]) }
}
