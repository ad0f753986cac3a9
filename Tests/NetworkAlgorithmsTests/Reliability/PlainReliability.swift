import NetworkAlgorithms
import TestSupport

/// Every number about a network of failing links, found by trying every set of links that holds.
struct PlainReliability {
  var reliability = 0.0
  var allTerminal = 0.0
  var meanHops: Double?
  var mostReliablePath: Double?

  init(_ network: Network, _ probabilities: [Double], _ source: UInt32, _ target: UInt32) {
    let arcs = network.plainArcs
    var hops = 0.0
    for set in 0..<1 << network.linkCount {
      let share = probabilities.indices.reduce(1.0) { share, link in
        share * (set >> link & 1 == 1 ? probabilities[link] : 1 - probabilities[link])
      }
      guard share > 0 else { continue }
      let held = arcs.filter { set >> $0.link & 1 == 1 }
      if let distance = Self.distance(source, target, held) {
        reliability += share
        hops += share * Double(distance)
      }
      let links = network.sources.indices.filter { set >> $0 & 1 == 1 }
      let both = links.flatMap { link in
        [
          PlainArc(tail: network.sources[link], head: network.targets[link], link: 0),
          PlainArc(tail: network.targets[link], head: network.sources[link], link: 0),
        ]
      }
      let vertices = 0..<UInt32(network.vertexCount)
      if vertices.allSatisfy({ Self.distance(0, $0, both) != nil }) { allTerminal += share }
    }
    meanHops = reliability > 0 ? hops / reliability : nil
    mostReliablePath = network.everySimplePath(from: source, to: target)
      .map { $0.reduce(1.0) { $0 * probabilities[Int($1)] } }.max()
  }

  private static func distance(_ source: UInt32, _ target: UInt32, _ arcs: [PlainArc]) -> Int? {
    var front: Set = [source]
    var seen = front
    var hops = 0
    while !front.contains(target) {
      front = Set(arcs.filter { front.contains($0.tail) }.map(\.head)).subtracting(seen)
      if front.isEmpty { return nil }
      seen.formUnion(front)
      hops += 1
    }
    return hops
  }
}

/// A small network with a probability for each link, some of them certain or impossible.
struct UncertainNetwork {
  let network: Network
  let probabilities: [Double]
  let source: UInt32
  let target: UInt32

  init(seed: UInt64, linksPerVertex: Int = 2) throws {
    var generator = SeededGenerator(seed: seed &+ 7_000)
    network = try Network.random(seed: seed, vertices: 1...6, linksPerVertex: linksPerVertex)
    probabilities = network.sources.map { _ in
      [0, 0.1, 0.25, 0.5, 0.8, 0.9, 1].randomElement(using: &generator) ?? 0
    }
    source = UInt32.random(in: 0..<UInt32(network.vertexCount), using: &generator)
    target = UInt32.random(in: 0..<UInt32(network.vertexCount), using: &generator)
  }
}

/// Whether two numbers differ by no more than rounding.
func isNear(_ first: Double?, _ second: Double?, within difference: Double = 1e-9) -> Bool {
  guard let first, let second else { return first == nil && second == nil }
  return abs(first - second) <= difference
}
