import NetworkAlgorithms

extension Network {
  /// The least cost of a tree that joins terminals, by trying every set of vertices.
  ///
  /// It is `nil` where there is no tree. Costs must be added without rounding.
  func plainSteinerCost(_ terminals: [UInt32]) -> Double? {
    guard !terminals.isEmpty else { return 0 }
    var best: Double?
    let needed = terminals.reduce(0) { $0 | 1 << $1 }
    let order = sources.indices.sorted {
      weight(of: UInt32($0)) < weight(of: UInt32($1))
    }
    for set in 0..<(1 << vertexCount) where set & needed == needed {
      var parts = Array(0..<vertexCount)
      var cost = 0.0
      var joins = 0
      for link in order {
        let (one, other) = (Int(sources[link]), Int(targets[link]))
        guard set >> one & 1 == 1, set >> other & 1 == 1, parts[one] != parts[other] else {
          continue
        }
        let (kept, gone) = (parts[one], parts[other])
        for vertex in parts.indices where parts[vertex] == gone { parts[vertex] = kept }
        cost += weight(of: UInt32(link))
        joins += 1
      }
      if joins == set.nonzeroBitCount - 1 { best = min(best ?? cost, cost) }
    }
    return best
  }

  /// What is wrong with a tree that is to join terminals, if anything.
  func faults(of tree: SteinerTree, joining terminals: [UInt32]) -> [String] {
    var faults: [String] = []
    var degrees = [Int](repeating: 0, count: vertexCount)
    var parts = Array(0..<vertexCount)
    var cost = 0.0
    for link in tree.links {
      let (one, other) = (Int(sources[Int(link)]), Int(targets[Int(link)]))
      if parts[one] == parts[other] { faults.append("link \(link) closes a cycle") }
      let (kept, gone) = (parts[one], parts[other])
      for vertex in parts.indices where parts[vertex] == gone { parts[vertex] = kept }
      degrees[one] += 1
      degrees[other] += 1
      cost += weight(of: link)
    }
    let joined = Set(terminals.map { parts[Int($0)] })
    if joined.count > 1 { faults.append("terminals are apart") }
    let used = Set(tree.links.flatMap { [sources[Int($0)], targets[Int($0)]] }).union(terminals)
    if tree.vertices != used.sorted() { faults.append("vertices are not those of the links") }
    for vertex in used where degrees[Int(vertex)] < 2 && !terminals.contains(vertex) {
      faults.append("\(vertex) is an end but no terminal")
    }
    if tree.links != tree.links.sorted() { faults.append("links are not in order") }
    if Set(used.map { parts[Int($0)] }).count > 1 { faults.append("links lie apart") }
    if abs(cost - tree.cost) > 1e-9 * max(1, cost) { faults.append("costs \(cost)") }
    if tree.lowerBound > tree.cost { faults.append("the bound is above the cost") }
    if tree.isOptimal, tree.lowerBound != tree.cost {
      faults.append("proved, but not by the bound")
    }
    return faults
  }
}
