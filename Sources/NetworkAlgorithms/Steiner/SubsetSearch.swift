/// Finds a least tree by joining sets of terminals at vertices, cheapest first.
///
/// The dynamic programme of Dreyfus and Wagner (1971) in the order of Dijkstra's algorithm, as
/// Hougardy, Silvanus and Vygen (2017) do it: a label goes on over an arc, or is joined with another
/// one at its vertex. One terminal, the root, is in no set. Labels go that cannot be part of a
/// tree cheaper than the best one known, by dual ascents from several roots, and labels that
/// cost more than to join their terminals to any other terminal.
struct SubsetSearch<Cost: GridCost> {
  private let rows: SteinerRows<Cost>
  private let cutoff: Cost
  private var labels: SubsetLabels<Cost>
  private var bounds: [SubsetBounds<Cost>]
  private var queue = QuaternaryHeap<Entry>()
  /// The settled labels of each vertex.
  private var settled: [[Joint]]
  private let goals: [UInt32]
  private let root: UInt32
  private let all: UInt64
  private var unions: SubsetUnions<Cost>
  /// How many looks at arcs or labels were made.
  private(set) var work = 0
  private(set) var settledCount = 0
  private var scratch: [Cost]

  private struct Entry {
    var cost: Cost
    var label: UInt32

    @inline(__always)
    static func precedes(_ one: Entry, _ other: Entry) -> Bool {
      one.cost < other.cost || (one.cost == other.cost && one.label < other.label)
    }
  }

  private struct Joint {
    var set: UInt64
    var cost: Cost
    /// What is left of its costs by the first ascent.
    var left: Cost
    var label: UInt32
    /// Whether only one edge of the tree ends at the vertex.
    var isSingle: Bool
  }

  /// What a search found.
  enum Outcome {
    /// The edges of a tree cheaper than the cutoff, the least there is.
    case tree([UInt32])
    /// There is none.
    case none
    /// The budget did not suffice.
    case unknown
  }

  /// Prepares a search for a tree that costs less than the cutoff.
  ///
  /// The first ascent's root is the root of the search. There may be at most 65 terminals.
  init(_ rows: SteinerRows<Cost>, ascents: [DualAscent<Cost>], cutoff: Cost) {
    precondition(!ascents.isEmpty && rows.terminals.count <= 65, "sets have 64 bits")
    self.rows = rows
    self.cutoff = cutoff
    let root = ascents[0].root
    self.root = root
    let goals = rows.terminals.filter { $0 != root }
    self.goals = goals
    all = goals.count == 64 ? .max : (1 << UInt64(goals.count)) - 1
    bounds = ascents.map { ascent in
      let place = goals.firstIndex(of: ascent.root)
      return SubsetBounds(rows, ascent, rootBit: place.map { 1 << UInt64($0) } ?? 0, goals: goals)
    }
    labels = SubsetLabels(width: ascents.count)
    settled = [[Joint]](repeating: [], count: rows.vertexCount)
    unions = SubsetUnions(rows, goals: goals, root: root)
    scratch = [Cost](repeating: 0, count: ascents.count)
  }

  mutating func run(effort: Int, labelLimit: Int) -> Outcome {
    for (place, goal) in goals.enumerated() {
      for index in scratch.indices { scratch[index] = 0 }
      offer(goal, 1 << UInt64(place), cost: 0, from: (.max, .max))
    }
    while let entry = queue.removeFirst(by: Entry.precedes) {
      let label = labels[entry.label]
      if label.isSettled || entry.cost != label.cost { continue }
      if work > effort || labels.count > labelLimit { return .unknown }
      let (vertex, set) = (label.vertex, label.set)
      if set == all, vertex == root { return .tree(edges(of: entry.label)) }
      labels[entry.label].isSettled = true
      if unions.limit(of: set, vertex: Int(vertex), cost: entry.cost) < entry.cost { continue }
      settledCount += 1
      goOn(entry.label, vertex, set, entry.cost)
      join(entry.label, vertex, set, entry.cost)
    }
    return .none
  }

  private mutating func goOn(_ label: UInt32, _ vertex: UInt32, _ set: UInt64, _ cost: Cost) {
    let width = bounds.count
    let start = Int(label) * width
    let row = rows.row(Int(vertex))
    work += 2 * row.count
    arcs: for place in row {
      let twin = Int(rows.twins[place])
      let head = rows.heads[place]
      let sum = cost + rows.costs[place]
      guard sum < cutoff else { continue }
      for index in 0..<width {
        let left = labels.left[start + index] + bounds[index].step(place, twin: twin, set: set)
        scratch[index] = left
        if bounds[index].bound(Int(head), set, left: left, missing: all & ~set) >= cutoff {
          continue arcs
        }
      }
      offer(head, set, cost: sum, from: (label, .max))
    }
  }

  private mutating func join(_ label: UInt32, _ vertex: UInt32, _ set: UInt64, _ cost: Cost) {
    let width = bounds.count
    let start = Int(label) * width
    // Taken out, so that the column is nobody else's and grows in place.
    var joints: [Joint] = []
    swap(&joints, &settled[Int(vertex)])
    work += joints.count / 2
    let most = cutoff - cost
    let isSingle = labels[label].parents.1 == .max
    let slack = cutoff - bounds[0].bound(Int(vertex), 0, left: labels.left[start], missing: 0)
    pairs: for joint in joints where joint.set & set == 0 && joint.left < slack {
      if joint.cost >= most { break }
      // A tree of several branches is made by adding single ones, that with the lowest terminal
      // first.
      let isLower = set & (0 &- set) < joint.set & (0 &- joint.set)
      guard isLower ? joint.isSingle : isSingle else { continue }
      work += 8
      let union = set | joint.set
      scratch[0] = labels.left[start] + joint.left
      for index in 1..<width {
        let left = labels.left[start + index] + labels.left[Int(joint.label) * width + index]
        scratch[index] = left
        if bounds[index].bound(Int(vertex), union, left: left, missing: all & ~union) >= cutoff {
          continue pairs
        }
      }
      offer(vertex, union, cost: cost + joint.cost, from: (label, joint.label))
    }
    joints.append(
      Joint(set: set, cost: cost, left: labels.left[start], label: label, isSingle: isSingle)
    )
    swap(&joints, &settled[Int(vertex)])
  }

  /// Takes a label if it is better than the one known; what is left of its costs is in `scratch`.
  @inline(__always)
  private mutating func offer(
    _ vertex: UInt32,
    _ set: UInt64,
    cost: Cost,
    from parents: (UInt32, UInt32)
  ) {
    let known = labels.index(of: vertex, set)
    if let known, labels[known].cost <= cost { return }
    if cost > unions.known(set) { return }
    let label = known ?? labels.add(vertex, set, cost: cost)
    work += 8
    labels[label].cost = cost
    labels[label].parents = parents
    for index in bounds.indices { labels.left[Int(label) * bounds.count + index] = scratch[index] }
    queue.insert(Entry(cost: cost, label: label), by: Entry.precedes)
  }

  /// The edges of the tree of a label.
  private func edges(of label: UInt32) -> [UInt32] {
    var edges: [UInt32] = []
    var waiting = [label]
    while let label = waiting.popLast() {
      let (one, other) = labels[label].parents
      if one == .max { continue }
      waiting.append(one)
      if other != .max {
        waiting.append(other)
        continue
      }
      let (vertex, before) = (labels[label].vertex, labels[one].vertex)
      for place in rows.row(Int(before)) where rows.heads[place] == vertex {
        edges.append(rows.edges[place])
      }
    }
    return edges
  }
}
