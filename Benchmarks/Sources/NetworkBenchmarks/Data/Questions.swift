internal import BenchmarkSupport
internal import NetworkAlgorithms

/// What is asked of a network: the same of Pillar and of its peers.
struct Questions: Codable {
  /// The vertex with the most links; of equal ones the first.
  let source: UInt32
  /// The vertex with the second most.
  let sink: UInt32
  /// A vertex that is further from the source than 99 of 100 that it reaches.
  let far: UInt32
  /// Up to 200 actors, or vertices where there are no actors.
  let actors: [UInt32]
  /// Up to 64 vertices of the part of the source.
  let samples: [UInt32]

  init(about table: LinkTable) throws {
    let network = try table.network(isWeighted: true)
    let degrees = network.degrees()
    let busiest = degrees.indices.sorted { (degrees[$1], $0) < (degrees[$0], $1) }.prefix(2)
    source = UInt32(busiest[0])
    sink = UInt32(busiest[1])
    let tree = network.shortestPaths(from: source)
    var reached: [(cost: Double, vertex: UInt32)] = []
    for vertex in 0..<UInt32(table.vertexCount) {
      if let cost = tree.distance(to: vertex) { reached.append((cost, vertex)) }
    }
    reached.sort { $0 < $1 }
    far = reached[reached.count - 1 - reached.count / 100].vertex
    var random = SeededGenerator(seed: 200)
    let bound = table.actorCount > 0 ? table.actorCount : table.vertexCount
    let linked = (0..<UInt32(bound)).filter { degrees[Int($0)] > 0 }
    actors = linked.shuffled(using: &random).prefix(200).sorted()
    samples = reached.map(\.vertex).shuffled(using: &random).prefix(64).sorted()
  }
}
