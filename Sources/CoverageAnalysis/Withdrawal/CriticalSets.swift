internal import AssistanceModel
public import GraphCore

/// The smallest sets of actors whose leaving opens a number of gaps.
///
/// A gap opens where a cell has as many named providers as it needs with everybody, and fewer without
/// the set.
public struct CriticalSets: Hashable, Sendable {
  /// How much is searched and listed.
  public struct Limits: Hashable, Sendable {
    /// How many steps a search may take; after that the best set found and the bound proved are told.
    public var steps: Int
    /// How many sets are listed.
    public var listed: Int

    /// Creates limits.
    public init(steps: Int = 500_000, listed: Int = 20) {
      self.steps = steps
      self.listed = listed
    }
  }

  /// A set of actors, and what their leaving opens.
  public struct ActorSet: Hashable, Sendable {
    /// Who leaves, in the order of the graph.
    public let actors: [NodeID]
    /// The places in ``CoverageReport/states`` of the gaps that open.
    public let opened: [Int]
  }

  /// How many gaps were to be opened.
  public let gapCount: Int
  /// How many open if everybody leaves.
  public let openableCount: Int
  /// How many actors the smallest set found has; `nil` if not even everybody's leaving opens so many.
  public let size: Int?
  /// No set of fewer actors opens so many gaps: proved.
  public let bound: Int
  /// The sets found of that size, those that open most first, then in the order of the graph, up to
  /// the limit.
  public let sets: [ActorSet]
  /// How many sets of that size there are; `nil` if they were not all counted.
  public let count: Int?
  /// How many steps the search took.
  public let steps: Int

  /// Whether it is proved that no smaller set does it.
  public var isProved: Bool { size.map { $0 == bound } ?? true }
}

extension CoverageReport {
  /// Finds all smallest sets of actors whose leaving opens a number of gaps, exactly.
  ///
  ///     report.criticalSets().size  // 1 as long as some need rests on one provider
  ///
  /// One gap: the least number of providers that a cell has to lose, and every set of so many of its
  /// providers. Several gaps: branch and bound, set size after set size from a proved bound on; a cell
  /// that still has to lose *k* providers gives each of them 1/*k*, and no *j* actors open more cells
  /// than the *j* largest sums. Named actors alone make sets; unnamed providers stay.
  ///
  /// - Parameters:
  ///   - gapCount: How many gaps are to be opened, at least one.
  ///   - limits: How much is searched and listed.
  /// - Returns: The sets; where a limit was reached, the best found and the bound proved.
  /// - Complexity: O(*e* + *r*·*k*) to collect what cells have to lose; the search for several gaps is
  ///   exponential at worst, and given up after a number of steps, each linear in those cells.
  public func criticalSets(
    opening gapCount: Int = 1,
    limits: CriticalSets.Limits = CriticalSets.Limits()
  ) -> CriticalSets {
    let cells = BreakableCells(self)
    let wanted = max(1, gapCount)
    var search = CriticalSearch(cells, wanted, limits)
    let found = wanted == 1 ? search.single() : search.several()
    let nodes = graph.graph.nodes
    return CriticalSets(
      gapCount: wanted,
      openableCount: cells.openableCount,
      size: found.size,
      bound: found.bound,
      sets: found.sets.map { set in
        CriticalSets.ActorSet(
          actors: set.map { nodes[Int(cells.actors[$0])].id },
          opened: cells.opened(by: set)
        )
      },
      count: found.count,
      steps: search.steps
    )
  }
}
