/// Calculates how long the shortest path is where arcs fail, layer after layer.
struct HopLayers {
  private let arcs: UncertainArcs
  private let target: Int
  private let start: Layer
  private let effort: Int

  /// A layer of a search and what was reached with it, as bits.
  private struct Layer: Hashable {
    var reached: UInt64
    var front: UInt64
  }

  /// Takes the vertices that matter; `nil` if there are more than 64.
  init?(_ all: UncertainArcs, _ source: Int, _ target: Int, effort: Int) {
    let forth = all.reached(from: source)
    let back = all.reversed.reached(from: target)
    var isKept = forth.indices.map { forth[$0] && back[$0] }
    (isKept[source], isKept[target]) = (true, true)
    guard isKept.count(where: \.self) <= 64 else { return nil }
    let (arcs, start, end) = all.restricted(to: isKept, source, target)
    self.arcs = arcs
    self.target = end
    self.start = Layer(reached: 1 << UInt64(start), front: 1 << UInt64(start))
    self.effort = effort
  }

  /// How likely each length is; `nil` if that cost too much.
  func distribution() -> HopDistribution? {
    let goal = UInt64(1) << UInt64(target)
    guard start.front != goal else { return HopDistribution(probabilities: [1]) }
    var lengths: [Double] = [0]
    var layers = [(layer: start, probability: 1.0)]
    var steps = 0
    while !layers.isEmpty {
      var arrived = 0.0
      var next: [Layer: Int] = [:]
      var found: [(layer: Layer, probability: Double)] = []
      for (layer, probability) in layers {
        let chances = chances(layer)
        arrived += probability * (chances.first { $0.vertex == target }?.chance ?? 0)
        let missed = chances.first { $0.vertex == target }.map { 1 - $0.chance } ?? 1
        let others = chances.filter { $0.vertex != target }
        guard missed > 0, !others.isEmpty else { continue }
        guard others.count < 24 else { return nil }
        steps += 1 << others.count
        guard steps <= effort else { return nil }
        for (front, chance) in fronts(others) where front != 0 {
          let layer = Layer(reached: layer.reached | front, front: front)
          let share = probability * missed * chance
          if let place = next[layer] {
            found[place].probability += share
          } else {
            next[layer] = found.count
            found.append((layer, share))
          }
        }
      }
      lengths.append(arrived)
      layers = found
    }
    while lengths.count > 1, lengths.last == 0 { lengths.removeLast() }
    return HopDistribution(probabilities: lengths)
  }

  /// How likely the layer reaches each vertex that was not reached yet.
  private func chances(_ layer: Layer) -> [(vertex: Int, chance: Double)] {
    var failing = [Double](repeating: 1, count: arcs.vertexCount)
    for tail in 0..<arcs.vertexCount where layer.front & (1 << UInt64(tail)) != 0 {
      for arc in arcs.arcs[tail] { failing[arc.head] *= 1 - arc.probability }
    }
    return failing.indices
      .filter { failing[$0] < 1 && layer.reached & (1 << UInt64($0)) == 0 }
      .map { ($0, 1 - failing[$0]) }
  }

  /// Every set of vertices that may be the next layer, and how likely it is.
  private func fronts(_ chances: [(vertex: Int, chance: Double)]) -> [(UInt64, Double)] {
    var fronts: [(UInt64, Double)] = [(0, 1)]
    for (vertex, chance) in chances {
      let bit = UInt64(1) << UInt64(vertex)
      let without = chance < 1 ? fronts.map { ($0.0, $0.1 * (1 - chance)) } : []
      fronts = without + fronts.map { ($0.0 | bit, $0.1 * chance) }
    }
    return fronts
  }
}
