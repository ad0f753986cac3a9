import NetworkAlgorithms
import TestSupport

/// An arc as the definition of a network gives it, found without the rows under test.
struct PlainArc {
  var tail: UInt32
  var head: UInt32
  var link: UInt32
}

extension Network {
  /// A small network with loops and parallel links; the seed decides how links may be walked.
  static func random(
    seed: UInt64,
    vertices: ClosedRange<Int> = 1...7,
    linksPerVertex: Int = 2,
    direction: Direction? = nil,
    weight: ((inout SeededGenerator) -> Double)? = nil
  ) throws -> Network {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: vertices, using: &generator)
    let links = Int.random(in: 0...count * linksPerVertex, using: &generator)
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    var weights: [Double] = []
    var twoWay: [Bool] = []
    for _ in 0..<links {
      sources.append(UInt32.random(in: 0..<UInt32(count), using: &generator))
      targets.append(UInt32.random(in: 0..<UInt32(count), using: &generator))
      twoWay.append(Bool.random(using: &generator))
      if let weight { weights.append(weight(&generator)) }
    }
    let directions: [Direction] = [.directed, .undirected, .reversed, .directed]
    return try Network(
      vertexCount: count,
      sources: sources,
      targets: targets,
      weights: weight == nil ? nil : weights,
      direction: direction ?? directions[Int(seed % 4)],
      twoWay: direction == nil && seed % 4 >= 2 ? twoWay : nil
    )
  }

  /// A grid of streets with a link between all neighbours, numbered row by row.
  static func grid(side: Int) throws -> Network {
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    for vertex in 0..<side * side {
      if vertex % side + 1 < side {
        sources.append(UInt32(vertex))
        targets.append(UInt32(vertex + 1))
      }
      if vertex / side + 1 < side {
        sources.append(UInt32(vertex))
        targets.append(UInt32(vertex + side))
      }
    }
    return try Network(
      vertexCount: side * side,
      sources: sources,
      targets: targets,
      direction: .undirected
    )
  }

  /// All arcs by definition.
  var plainArcs: [PlainArc] {
    sources.indices.flatMap { index -> [PlainArc] in
      let link = UInt32(index)
      let along = PlainArc(tail: sources[index], head: targets[index], link: link)
      let against = PlainArc(tail: targets[index], head: sources[index], link: link)
      if isTwoWay(link) { return [along, against] }
      return direction == .reversed ? [against] : [along]
    }
  }

  /// All simple paths by trying everything, as lists of links.
  func everySimplePath(from source: UInt32, to target: UInt32) -> [[UInt32]] {
    let arcs = plainArcs
    var paths: [[UInt32]] = []
    func extend(_ links: [UInt32], at vertex: UInt32, seen: Set<UInt32>) {
      if vertex == target { return paths.append(links) }
      for arc in arcs where arc.tail == vertex && !seen.contains(arc.head) {
        extend(links + [arc.link], at: arc.head, seen: seen.union([arc.head]))
      }
    }
    extend([], at: source, seen: [source])
    return paths
  }

  /// The component of each vertex by spreading the lowest vertex, some vertices or links left out.
  func plainComponents(withoutLink lost: Int? = nil, withoutVertex gone: UInt32? = nil) -> [UInt32]
  {
    var lowest = Array(0..<UInt32(vertexCount))
    var changed = true
    while changed {
      changed = false
      for link in sources.indices where link != lost {
        let (source, target) = (Int(sources[link]), Int(targets[link]))
        if gone.map({ Int($0) == source || Int($0) == target }) == true { continue }
        let least = min(lowest[source], lowest[target])
        if lowest[source] != least || lowest[target] != least {
          (lowest[source], lowest[target]) = (least, least)
          changed = true
        }
      }
    }
    return lowest
  }

  /// Whether a path is one: it starts and ends where it should, each link leads on, none twice.
  func accepts(_ path: NetworkPath, from source: UInt32, to target: UInt32) -> Bool {
    guard path.vertices.first == source, path.vertices.last == target,
      path.vertices.count == path.links.count + 1,
      Set(path.vertices).count == path.vertices.count
    else { return false }
    let arcs = plainArcs
    return path.links.indices.allSatisfy { step in
      arcs.contains {
        $0.link == path.links[step] && $0.tail == path.vertices[step]
          && $0.head == path.vertices[step + 1]
      }
    }
  }
}
