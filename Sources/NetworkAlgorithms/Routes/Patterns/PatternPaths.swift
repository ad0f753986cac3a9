/// What a walk may touch again.
public enum WalkMode: String, Sendable, Hashable, CaseIterable {
  /// Everything: vertices and links.
  case walk
  /// Vertices, but no link.
  case trail
  /// Nothing.
  case simple
}

/// The walks between two vertices that fit a pattern, one after the other in order of cost.
///
/// The sequence is lazy. Its order is that of ``KShortestPaths``: lower cost first, then fewer
/// links, then the lexicographic order of link indices; costs are compared as exact sums. Walks are
/// told apart by their links, and each is given once, however many ways it fits. In the mode
/// ``WalkMode/walk`` there may be endlessly many of them, so take a `prefix`.
public struct PatternPaths: Sequence, Sendable {
  let labelled: LabelledNetwork
  let pattern: PathPattern
  let source: Network.Vertex
  let target: Network.Vertex
  let mode: WalkMode
  let maximumSteps: Int
  let maximumBeginnings: Int

  /// Starts the enumeration; this alone searches the network with the pattern once, back from the
  /// target.
  ///
  /// - Complexity: O(*p*·(*n* + *d*·*m*) log(*p*·*n*)) for *n* vertices, *m* links and a pattern of
  ///   *p* steps, of which up to *d* follow each other; 16 to 24 bytes for each pair of a vertex and
  ///   a step.
  public func makeIterator() -> Iterator { Iterator(self) }

  /// Gives walk after walk, and tells whether it had to stop before the last.
  public struct Iterator: IteratorProtocol, Sendable {
    /// The beginning of a walk.
    private struct Beginning: Sendable {
      var cost: Int128
      var vertex: Network.Vertex
      var parent: UInt32
      var link: Network.Link
      var depth: UInt32
      var set: UInt32
    }

    private struct Entry: Sendable {
      var estimate: Int128
      var beginning: UInt32
    }

    /// Whether the budget ended while there may have been more walks.
    public private(set) var stoppedEarly = false
    /// How many beginnings of walks were looked at.
    public var beginningCount: Int { beginnings.count }

    private let paths: PatternPaths
    private let grid: CostGrid
    private let rest: PatternCosts
    /// The fewest links left, where their number is limited.
    private let steps: PatternCosts?
    private let classes: [UInt32]
    private var sets: PatternStates
    private var beginnings: [Beginning] = []
    private var queue = QuaternaryHeap<Entry>()
    private var isTouched: [Bool]

    fileprivate init(_ paths: PatternPaths) {
      self.paths = paths
      let network = paths.labelled.network
      grid = CostGrid(weights: network.weights ?? [1], steps: Int(Int32.max))
      rest = PatternCosts(
        paths.labelled,
        paths.pattern.automaton,
        on: grid,
        everyLinkCosts: network.weights == nil ? grid.cost(of: 1) : nil,
        to: paths.target
      )
      steps =
        paths.maximumSteps == .max
        ? nil
        : PatternCosts(
          paths.labelled,
          paths.pattern.automaton,
          on: grid,
          everyLinkCosts: 1,
          to: paths.target
        )
      sets = PatternStates(paths.pattern)
      classes = sets.classes(of: paths.labelled.labels)
      let count = paths.mode == .trail ? network.linkCount : network.vertexCount
      isTouched = [Bool](repeating: false, count: count)
      append(
        Beginning(
          cost: 0,
          vertex: paths.source,
          parent: .max,
          link: 0,
          depth: 0,
          set: 0
        )
      )
    }

    /// Gives the next walk, or `nil` when there are no more or ``stoppedEarly`` is true.
    ///
    /// - Complexity: O(*d* log *b*) for each beginning that is looked at, with *d* arcs at its end
    ///   and *b* beginnings before it. In the mode `walk` those are the ones on the walks that are
    ///   given; in the others there may be exponentially many. A beginning takes 56 bytes.
    public mutating func next() -> NetworkPath? {
      while !stoppedEarly, let index = removeFirst() {
        extend(index)
        let last = beginnings[index]
        if last.vertex == paths.target, sets.isEnd[Int(last.set)] { return path(to: index) }
      }
      return nil
    }

    private mutating func removeFirst() -> Int? {
      let known = beginnings
      return queue.removeFirst { Self.precedes($0, $1, known) }.map { Int($0.beginning) }
    }

    private mutating func extend(_ index: Int) {
      let last = beginnings[index]
      guard last.depth < paths.maximumSteps else { return }
      let labelled = paths.labelled
      setTouched(true, upTo: index)
      for place in labelled.bothWays.row(of: last.vertex) {
        let arc = labelled.bothWays.arcs[place]
        switch paths.mode {
        case .walk: break
        case .trail: if isTouched[Int(arc.link)] { continue }
        case .simple: if isTouched[Int(arc.head)] { continue }
        }
        let set = sets.set(
          after: last.set,
          label: labelled.labels[Int(arc.link)],
          class: classes[Int(arc.link)],
          ways: labelled.ways[place]
        )
        guard let set else { continue }
        append(
          Beginning(
            cost: last.cost + grid.cost(of: labelled.network.weight(of: arc.link)),
            vertex: arc.head,
            parent: UInt32(index),
            link: arc.link,
            depth: last.depth + 1,
            set: set
          )
        )
      }
      setTouched(false, upTo: index)
    }

    private mutating func append(_ beginning: Beginning) {
      var left = PatternCosts.unreached
      for state in sets.members[Int(beginning.set)] {
        left = Swift.min(left, rest.cost(beginning.vertex, state))
      }
      guard left != PatternCosts.unreached, isShortEnough(beginning) else { return }
      guard beginnings.count < paths.maximumBeginnings else {
        stoppedEarly = true
        return
      }
      beginnings.append(beginning)
      let entry = Entry(estimate: beginning.cost + left, beginning: UInt32(beginnings.count - 1))
      let known = beginnings
      queue.insert(entry) { Self.precedes($0, $1, known) }
    }

    /// Whether the beginning can be ended with as many links as are allowed.
    private func isShortEnough(_ beginning: Beginning) -> Bool {
      guard let steps else { return true }
      let left = Int128(paths.maximumSteps) - Int128(beginning.depth)
      return sets.members[Int(beginning.set)].contains {
        let fewest = steps.cost(beginning.vertex, $0)
        return fewest != PatternCosts.unreached && fewest <= left
      }
    }

    private mutating func setTouched(_ isTouched: Bool, upTo index: Int) {
      guard paths.mode != .walk else { return }
      var place = UInt32(index)
      while place != .max {
        let beginning = beginnings[Int(place)]
        if paths.mode == .simple {
          self.isTouched[Int(beginning.vertex)] = isTouched
        } else if beginning.parent != .max {
          self.isTouched[Int(beginning.link)] = isTouched
        }
        place = beginning.parent
      }
    }

    private func path(to index: Int) -> NetworkPath {
      var links: [Network.Link] = []
      var place = index
      while beginnings[place].parent != .max {
        links.append(beginnings[place].link)
        place = Int(beginnings[place].parent)
      }
      links.reverse()
      let network = paths.labelled.network
      let cost =
        grid.isExact
        ? grid.weight(of: beginnings[index].cost)
        : links.reduce(0) { $0 + network.weight(of: $1) }
      return NetworkPath(from: paths.source, along: links, cost: cost, in: network)
    }

    /// Compares by estimate, then by the order of links; a beginning is before what goes on from it.
    private static func precedes(_ first: Entry, _ second: Entry, _ known: [Beginning]) -> Bool {
      if first.estimate != second.estimate { return first.estimate < second.estimate }
      var (left, right) = (first.beginning, second.beginning)
      let depths = (known[Int(left)].depth, known[Int(right)].depth)
      while known[Int(left)].depth > known[Int(right)].depth { left = known[Int(left)].parent }
      while known[Int(right)].depth > known[Int(left)].depth { right = known[Int(right)].parent }
      if left == right { return depths.0 < depths.1 }
      while known[Int(left)].parent != known[Int(right)].parent {
        left = known[Int(left)].parent
        right = known[Int(right)].parent
      }
      return known[Int(left)].link < known[Int(right)].link
    }
  }
}
