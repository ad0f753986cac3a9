/// A search for all labels that no other label beats.
struct ParetoSearch {
  private struct Label {
    var vertex: Network.Vertex
    var parent: UInt32
    var link: Network.Link
    var steps: UInt32
    var width: Double
    /// The final label of the same vertex before this one.
    var previous: UInt32
  }

  private static let none = UInt32.max

  private let network: Network
  private let source: Network.Vertex
  private let target: Network.Vertex
  private let weights: [[Double]]
  private let grids: [CostGrid]
  /// Each link's cost in every criterion, on the grid; link by link.
  private let costs: [Int128]
  private let widths: [Double]?
  private let keepsAll: Bool
  private let limit: Int
  private let criteria: Int

  /// What is left to the target at least: each criterion from every vertex, and the width.
  private let left: [Int128]
  private let widthsLeft: [Double]

  private var labels: [Label] = []
  /// The sums of each label; label by label.
  private var sums: [Int128] = []
  private var finals: [UInt32]
  private var queue = QuaternaryHeap<UInt32>()
  private var stoppedEarly = false

  init(
    in network: Network,
    from source: Network.Vertex,
    to target: Network.Vertex,
    costs weights: [[Double]],
    widths: [Double]?,
    keepsAll: Bool,
    limit: Int
  ) {
    self.network = network
    self.source = source
    self.target = target
    self.weights = weights
    self.widths = widths
    self.keepsAll = keepsAll
    self.limit = limit
    criteria = weights.count
    let steps = min(network.vertexCount, network.linkCount)
    grids = weights.map { CostGrid(weights: $0, steps: steps) }
    var costs = [Int128](repeating: 0, count: network.linkCount * weights.count)
    var left = [Int128](repeating: .max, count: network.vertexCount * weights.count)
    for (criterion, grid) in grids.enumerated() {
      for link in 0..<network.linkCount {
        let cost: Int128 = grid.cost(of: weights[criterion][link])
        costs[link * weights.count + criterion] = cost >> Int128(grid.stepBits)
      }
      let weighted = Network(checked: NetworkLinks(network, weights: weights[criterion]))
      let tree = TargetTree<Int128>(to: target, in: weighted, on: grid)
      for vertex in 0..<network.vertexCount where tree.costs[vertex] != .max {
        left[vertex * weights.count + criterion] = tree.costs[vertex] >> Int128(grid.stepBits)
      }
    }
    self.costs = costs
    self.left = left
    widthsLeft = widths.map { network.widestWidths(to: target, $0) } ?? []
    finals = [UInt32](repeating: Self.none, count: network.vertexCount)
  }

  mutating func paths() -> ParetoPaths {
    append(vertex: source, parent: Self.none, link: 0, width: .infinity)
    while !stoppedEarly, let place = removeFirst() {
      let label = labels[place]
      if isBeaten(place, at: label.vertex) || cannotReach(place) { continue }
      labels[place].previous = finals[Int(label.vertex)]
      finals[Int(label.vertex)] = UInt32(place)
      guard label.vertex != target else { continue }
      for arc in network.arcs[network.row(of: label.vertex)]
      where left[Int(arc.head) * criteria] != .max {
        if keepsAll, isOnPath(arc.head, to: place) { continue }
        let width = min(label.width, widths.map { $0[Int(arc.link)] } ?? .infinity)
        append(vertex: arc.head, parent: UInt32(place), link: arc.link, width: width)
      }
    }
    return ParetoPaths(
      choices: choices,
      stoppedEarly: stoppedEarly,
      labelCount: labels.count
    )
  }

  private mutating func removeFirst() -> Int? {
    let (labels, sums, criteria) = (labels, sums, criteria)
    return queue.removeFirst { Self.precedes($0, $1, labels, sums, criteria) }.map { Int($0) }
  }

  private mutating func append(
    vertex: Network.Vertex,
    parent: UInt32,
    link: Network.Link,
    width: Double
  ) {
    guard labels.count < limit else {
      stoppedEarly = true
      return
    }
    let place = labels.count
    let isFirst = parent == Self.none
    for criterion in 0..<criteria {
      sums.append(
        isFirst
          ? 0
          : sums[Int(parent) * criteria + criterion] + costs[Int(link) * criteria + criterion]
      )
    }
    labels.append(
      Label(
        vertex: vertex,
        parent: parent,
        link: link,
        steps: isFirst ? 0 : labels[Int(parent)].steps + 1,
        width: width,
        previous: Self.none
      )
    )
    if isBeaten(place, at: vertex) || cannotReach(place) {
      labels.removeLast()
      sums.removeLast(criteria)
      return
    }
    let (known, all, criteria) = (labels, sums, criteria)
    queue.insert(UInt32(place)) { Self.precedes($0, $1, known, all, criteria) }
  }

  /// Whether a final label of a vertex leaves no use for a label there.
  private func isBeaten(_ place: Int, at vertex: Network.Vertex) -> Bool {
    var other = finals[Int(vertex)]
    while other != Self.none {
      if beats(Int(other), place) { return true }
      other = labels[Int(other)].previous
    }
    return false
  }

  private func beats(_ first: Int, _ second: Int) -> Bool {
    var isCheaper = false
    for criterion in 0..<criteria {
      let (one, two) = (sums[first * criteria + criterion], sums[second * criteria + criterion])
      if one > two { return false }
      if one < two { isCheaper = true }
    }
    guard labels[first].width >= labels[second].width else { return false }
    // Of equal ones one is enough, unless all are asked for; so is the wider of equally cheap ones.
    return isCheaper || !keepsAll
      || (labels[first].vertex == target && labels[first].width > labels[second].width)
  }

  /// Whether a final label of the target beats everything that a label can become.
  private func cannotReach(_ place: Int) -> Bool {
    let vertex = Int(labels[place].vertex)
    if left[vertex * criteria] == .max { return true }
    let width =
      widthsLeft.isEmpty ? labels[place].width : min(labels[place].width, widthsLeft[vertex])
    var other = finals[Int(target)]
    while other != Self.none {
      let end = Int(other)
      var (isNoWorse, isBetter) = (labels[end].width >= width, labels[end].width > width)
      for criterion in 0..<criteria where isNoWorse {
        let least = sums[place * criteria + criterion] + left[vertex * criteria + criterion]
        let sum = sums[end * criteria + criterion]
        isNoWorse = sum <= least
        if sum < least { isBetter = true }
      }
      if isNoWorse, isBetter || !keepsAll { return true }
      other = labels[end].previous
    }
    return false
  }

  private func isOnPath(_ vertex: Network.Vertex, to place: Int) -> Bool {
    var place = UInt32(place)
    while place != Self.none {
      if labels[Int(place)].vertex == vertex { return true }
      place = labels[Int(place)].parent
    }
    return false
  }

  /// By sums, then from the widest, then by number of links, then by when the labels were made.
  private static func precedes(
    _ first: UInt32,
    _ second: UInt32,
    _ labels: [Label],
    _ sums: [Int128],
    _ criteria: Int
  ) -> Bool {
    for criterion in 0..<criteria {
      let one = sums[Int(first) * criteria + criterion]
      let two = sums[Int(second) * criteria + criterion]
      if one != two { return one < two }
    }
    let (one, two) = (labels[Int(first)], labels[Int(second)])
    if one.width != two.width { return one.width > two.width }
    if one.steps != two.steps { return one.steps < two.steps }
    return first < second
  }

  // MARK: Answers

  private var choices: [ParetoPaths.Choice] {
    var places: [Int] = []
    var place = finals[Int(target)]
    while place != Self.none {
      places.append(Int(place))
      place = labels[Int(place)].previous
    }
    let linked = places.reversed().map { (place: $0, links: links(to: $0)) }
    let sorted = linked.sorted { first, second in
      for criterion in 0..<criteria {
        let one = sums[first.place * criteria + criterion]
        let two = sums[second.place * criteria + criterion]
        if one != two { return one < two }
      }
      let widths = (labels[first.place].width, labels[second.place].width)
      if widths.0 != widths.1 { return widths.0 > widths.1 }
      if first.links.count != second.links.count { return first.links.count < second.links.count }
      return first.links.lexicographicallyPrecedes(second.links)
    }
    return sorted.map { choice($0.place, $0.links) }
  }

  private func links(to place: Int) -> [Network.Link] {
    var links: [Network.Link] = []
    var place = place
    while labels[place].parent != Self.none {
      links.append(labels[place].link)
      place = Int(labels[place].parent)
    }
    return links.reversed()
  }

  private func choice(_ place: Int, _ links: [Network.Link]) -> ParetoPaths.Choice {
    let path = NetworkPath(from: source, along: links, cost: 0, in: network)
    return ParetoPaths.Choice(
      vertices: path.vertices,
      links: links,
      costs: grids.indices.map { criterion in
        guard grids[criterion].isExact else {
          return links.reduce(0) { $0 + weights[criterion][Int($1)] }
        }
        let grid = grids[criterion]
        return grid.weight(of: sums[place * criteria + criterion] << Int128(grid.stepBits))
      },
      width: labels[place].width
    )
  }
}
