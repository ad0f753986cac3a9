/// Every way to part two vertices that takes no more than it must, one after the other.
///
/// The sequence is lazy, since there may be exponentially many cuts: take a `prefix`. Every cut is
/// given once; the first is the one nearest to the source, and the order depends on the network alone.
public struct LeastCuts: Sequence, Sendable {
  /// What each cut takes: the sum of the capacities of its members, or their number if each counts 1.
  ///
  /// It is 0 where the ends are parted already; then the one cut is empty.
  public let capacity: Double

  /// Parts of the network that any cut leaves whole.
  private let parts: CutParts
  /// What each link of the network that was searched means to the caller.
  private let names: [UInt32]

  init(capacity: Double, parts: CutParts, names: [UInt32]) {
    self.capacity = capacity
    self.parts = parts
    self.names = names
  }

  /// Starts the enumeration.
  public func makeIterator() -> Iterator {
    Iterator(parts: parts, names: names)
  }

  /// Gives cut after cut, each as ascending indices of links or vertices.
  public struct Iterator: IteratorProtocol, Sendable {
    private let parts: CutParts
    private let names: [UInt32]
    private var sides: [CutParts.Side]
    private var isDone = false

    fileprivate init(parts: CutParts, names: [UInt32]) {
      self.parts = parts
      self.names = names
      sides = [CutParts.Side](repeating: .open, count: parts.count)
      parts.settle(&sides, from: 0)
    }

    /// Gives the next cut, or `nil` when there are no more.
    ///
    /// - Complexity: O(*n* + *m*) for *n* vertices and *m* links.
    public mutating func next() -> [UInt32]? {
      if isDone { return nil }
      let cut = parts.cut(sides).map { names[Int($0)] }.sorted()
      if let last = sides.lastIndex(of: .outside) {
        sides[last] = .inside
        parts.settle(&sides, from: last + 1)
      } else {
        isDone = true
      }
      return cut
    }
  }
}

/// What is found when cuts between two vertices are asked for.
public enum LeastCutsOutcome: Sendable {
  /// The ends can be parted.
  case cuts(LeastCuts)
  /// Nothing parts the ends: a path leads over what cannot be taken away alone, or they are the same.
  case inseparable(along: NetworkPath)

  /// The cuts, where there are any.
  public var cuts: LeastCuts? {
    if case .cuts(let cuts) = self { cuts } else { nil }
  }
}
