import NetworkAlgorithms
import TestSupport
import Testing

@Suite struct ParetoPathsTests {
  @Test func `are those that nothing beats`() throws {
    // Dear and quick, cheap and slow, beaten by both, and the same as the first.
    let network = try Network(vertexCount: 2, sources: [0, 0, 0, 0], targets: [1, 1, 1, 1])
    let costs: [[Double]] = [[1, 9, 9, 1], [9, 1, 9, 9]]
    let one = network.paretoPaths(from: 0, to: 1, costs: costs)
    #expect(one.choices.map(\.costs) == [[1, 9], [9, 1]])
    let all = network.paretoPaths(from: 0, to: 1, costs: costs, representation: .all)
    #expect(all.choices.map(\.links) == [[0], [3], [1]])
    let wide = network.paretoPaths(from: 0, to: 1, costs: costs, widths: [1, 1, 2, 1])
    #expect(wide.choices.map(\.links) == [[0], [1], [2]])
  }

  @Test func `are one empty path when source and target are one`() throws {
    let network = try Network(vertexCount: 1, sources: [0], targets: [0])
    let set = network.paretoPaths(from: 0, to: 0, costs: [[0]], representation: .all)
    #expect(set.choices.map(\.links) == [[]])
    #expect(set.choices.first?.width == .infinity)
  }

  @Test func `are none when the target cannot be reached`() throws {
    let network = try Network(vertexCount: 3, sources: [0], targets: [1])
    let set = network.paretoPaths(from: 0, to: 2, costs: [[1]])
    #expect(set.choices.isEmpty)
    #expect(!set.stoppedEarly)
  }

  @Test func `tie when their exact sums are equal, however they round`() throws {
    let network = try Network(
      vertexCount: 6,
      sources: [0, 1, 2, 0, 4, 5],
      targets: [1, 2, 3, 4, 5, 3]
    )
    let costs = [[0.1, 0.2, 0.3, 0.3, 0.2, 0.1], [1, 1, 1, 1, 1, 1]]
    #expect(network.paretoPaths(from: 0, to: 3, costs: costs).choices.count == 1)
    let all = network.paretoPaths(from: 0, to: 3, costs: costs, representation: .all)
    #expect(all.choices.map(\.links) == [[0, 1, 2], [3, 4, 5]])
  }

  @Test func `end early when the budget is used up, and are unbeaten even so`() throws {
    let network = try Network.grid(side: 6)
    var generator = SeededGenerator(seed: 4)
    let costs = (0..<3).map { _ in
      network.sources.map { _ in Double(Int.random(in: 1...50, using: &generator)) }
    }
    let whole = network.paretoPaths(from: 0, to: 35, costs: costs)
    #expect(!whole.stoppedEarly)
    let part = network.paretoPaths(
      from: 0,
      to: 35,
      costs: costs,
      maximumLabels: whole.labelCount * 9 / 10
    )
    #expect(part.stoppedEarly)
    #expect(part.labelCount == whole.labelCount * 9 / 10)
    #expect(Set(part.choices).isSubset(of: whole.choices))
    #expect(part.choices.count < whole.choices.count)
    let none = network.paretoPaths(from: 0, to: 35, costs: costs, maximumLabels: 0)
    #expect(none.choices.isEmpty && none.stoppedEarly)
  }

  @Test(arguments: UInt64(0)..<200)
  func `are what is left of all simple paths`(seed: UInt64) throws {
    let network = try Network.random(seed: seed, linksPerVertex: 3)
    var generator = SeededGenerator(seed: seed)
    func column(_ range: ClosedRange<Int>, _ scale: Double) -> [Double] {
      network.sources.map { _ in Double(Int.random(in: range, using: &generator)) / scale }
    }
    let costs = (0..<Int(1 + seed % 3)).map { _ in column(0...3, 8) }
    let widths = seed % 2 == 0 ? column(-1...2, 1) : nil
    let target = UInt32(network.vertexCount - 1)
    // Eighths as whole numbers, and the width that must be large as a negative one.
    let points = network.everySimplePath(from: 0, to: target).map { links in
      (
        links: links,
        point: costs.map { cost in links.reduce(0) { $0 + Int(cost[Int($1)] * 8) } }
          + [widths.flatMap { w in links.map { -Int(w[Int($0)]) }.max() } ?? -99]
      )
    }
    let unbeaten = points.filter { path in
      !points.contains { other in
        other.point != path.point && zip(other.point, path.point).allSatisfy { $0 <= $1 }
      }
    }.sorted { first, second in
      if first.point != second.point { return first.point.lexicographicallyPrecedes(second.point) }
      if first.links.count != second.links.count { return first.links.count < second.links.count }
      return first.links.lexicographicallyPrecedes(second.links)
    }
    let all = network.paretoPaths(
      from: 0,
      to: target,
      costs: costs,
      widths: widths,
      representation: .all
    )
    #expect(all.choices.map(\.links) == unbeaten.map(\.links))
    let one = network.paretoPaths(from: 0, to: target, costs: costs, widths: widths)
    #expect(Set(one.choices.map(\.links)).isSubset(of: unbeaten.map(\.links)))
    let expected = unbeaten.reduce(into: [[Int]]()) { points, path in
      if points.last != path.point { points.append(path.point) }
    }
    let found = one.choices.map { choice in
      choice.costs.map { Int($0 * 8) }
        + [choice.width == .infinity ? -99 : -Int(choice.width)]
    }
    #expect(found == expected)
    for choice in one.choices { #expect(choice.vertices.count == choice.links.count + 1) }
  }
}
