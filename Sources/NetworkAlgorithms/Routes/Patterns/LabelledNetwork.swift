/// A network whose links have labels, to be walked by pattern.
///
/// What a link's direction is does not forbid anything here: a pattern says which way each step
/// takes. A directed or reversed network tells which way is along a link; a link that is two-way,
/// and a loop, is along either way.
public struct LabelledNetwork: Sendable {
  /// The most pairs of a vertex and a step of a pattern that are searched.
  static let maximumStates = 1 << 28

  /// The network as it was given.
  public let network: Network
  /// The label of each link.
  public let labels: [UInt32]

  /// The network with every link both ways.
  let bothWays: Network
  /// Which ways of its link each arc of `bothWays` is; none for the second arc of a loop.
  let ways: [PatternWays]

  /// Gives labels to the links of a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - labels: A label for each link, by its number.
  /// - Throws: ``NetworkError/countsDiffer(column:count:linkCount:)`` if there are more or fewer
  ///   labels than links.
  /// - Complexity: O(*n* + *m*) for *n* vertices and *m* links.
  public init(_ network: Network, labels: [UInt32]) throws(NetworkError) {
    guard labels.count == network.linkCount else {
      throw .countsDiffer(column: "labels", count: labels.count, linkCount: network.linkCount)
    }
    self.network = network
    self.labels = labels
    let bothWays = network.ignoringDirection()
    var ways: [PatternWays] = []
    ways.reserveCapacity(bothWays.arcCount)
    let starts = network.direction == .reversed ? network.targets : network.sources
    for vertex in 0..<Network.Vertex(bothWays.vertexCount) {
      var loop: Network.Link?
      for place in bothWays.row(of: vertex) {
        let arc = bothWays.arcs[place]
        if arc.head == vertex {
          ways.append(arc.link == loop ? [] : .either)
          loop = arc.link
        } else if network.isTwoWay(arc.link) {
          ways.append(.either)
        } else {
          ways.append(starts[Int(arc.link)] == vertex ? .along : .against)
        }
      }
    }
    self.bothWays = bothWays
    self.ways = ways
  }

  func checkSize(with pattern: PathPattern) throws(PatternError) {
    let count = pattern.automaton.stateCount
    guard network.vertexCount <= Self.maximumStates / count else {
      throw PatternError(
        problem: .tooManyStates(vertexCount: network.vertexCount, steps: count - 1),
        column: 0,
        expected: "",
        hint: "repeat less often, or without an end: * or {2,}"
      )
    }
  }
}

/// What a walk costs at least, from everywhere to a target or from a source to everywhere.
struct PatternCosts: Sendable {
  /// What is not reached.
  static let unreached = Int128.max

  /// By vertex, then by state of the automaton.
  private(set) var costs: [Int128]

  private let stateCount: Int

  /// Searches from a source, or against the walks from a target.
  ///
  /// Where every link costs the same, the search is breadth first and needs no weights.
  ///
  /// The product of the network and the automaton is searched by Dijkstra's algorithm; no link costs
  /// 0 on the grid.
  init(
    _ labelled: LabelledNetwork,
    _ automaton: PatternAutomaton,
    on grid: CostGrid,
    everyLinkCosts unit: Int128? = nil,
    from source: Network.Vertex? = nil,
    to target: Network.Vertex? = nil
  ) {
    stateCount = automaton.stateCount
    costs = [Int128](
      repeating: Self.unreached,
      count: labelled.network.vertexCount * automaton.stateCount
    )
    var queue = ProductQueue(
      count: unit == nil ? costs.count : nil
    )
    if let source { reach(Int(source) * stateCount, at: 0, &queue) }
    if let target {
      for state in 0..<stateCount where automaton.isEnd[state] {
        reach(Int(target) * stateCount + state, at: 0, &queue)
      }
    }
    let links = labelled.bothWays
    let isForward = source != nil
    while let (place, cost) = queue.removeFirst(costs) {
      let (vertex, state) = (Network.Vertex(place / stateCount), place % stateCount)
      if !isForward, state == 0 { continue }
      for arcPlace in links.row(of: vertex) {
        let ways = labelled.ways[arcPlace]
        let arc = links.arcs[arcPlace]
        let label = labelled.labels[Int(arc.link)]
        let head = Int(arc.head) * stateCount
        let next =
          cost + (unit ?? grid.cost(of: links.arcWeights[arcPlace]))
        if isForward {
          for other in automaton.following[state]
          where automaton.steps[Int(other)].takes(label, ways) {
            reach(head + Int(other), at: next, &queue)
          }
        } else if automaton.steps[state].takes(label, ways.inverted) {
          for other in automaton.preceding[state] { reach(head + Int(other), at: next, &queue) }
        }
      }
    }
  }

  /// The least cost at a vertex in a state.
  @inline(__always)
  func cost(_ vertex: Network.Vertex, _ state: UInt32) -> Int128 {
    costs[Int(vertex) * stateCount + Int(state)]
  }

  @inline(__always)
  private mutating func reach(_ place: Int, at cost: Int128, _ queue: inout ProductQueue) {
    let known = costs[place]
    guard cost < known else { return }
    costs[place] = cost
    queue.insert(place, cost, isWaiting: known != Self.unreached)
  }
}

/// Vertices of a product that wait: by cost, or one after the other where all links cost the same.
private struct ProductQueue {
  private var sorted: VertexQueue<Int128>?
  private var plain: [UInt32] = []
  private var next = 0

  /// Takes how many may wait if they wait by cost.
  init(count: Int?) {
    sorted = count.map { VertexQueue(vertexCount: $0) }
  }

  mutating func insert(_ place: Int, _ cost: Int128, isWaiting: Bool) {
    let vertex = UInt32(place)
    guard sorted != nil else {
      plain.append(vertex)
      return
    }
    let entry = VertexQueue<Int128>.Entry(key: cost, vertex: vertex)
    if isWaiting {
      sorted?.moveForward(entry) { $0.key < $1.key }
    } else {
      sorted?.insert(entry) { $0.key < $1.key }
    }
  }

  mutating func removeFirst(_ costs: [Int128]) -> (place: Int, cost: Int128)? {
    guard sorted != nil else {
      guard next < plain.count else { return nil }
      next += 1
      let place = Int(plain[next - 1])
      return (place, costs[place])
    }
    return sorted?.removeFirst { $0.key < $1.key }.map { (Int($0.vertex), $0.key) }
  }
}

extension PatternStep {
  /// Whether a way of a link with a label is this step.
  @inline(__always)
  func takes(_ label: UInt32, _ ways: PatternWays) -> Bool {
    ways.rawValue & self.ways.rawValue != 0 && (self.label ?? label) == label
  }
}
