package import NetworkAlgorithms

/// A few vertices from which every vertex is reached in one step.
package struct DominatingSet: Sendable, Hashable {
  /// Why there may be a smaller one, or none.
  package enum Ending: Sendable, Hashable {
    /// It is proved to be among the smallest.
    case proven
    /// The search was given up; ``DominatingSet/bound`` tells what is proved.
    case givenUp
    /// No such set hangs together, as those that may be taken do not.
    case unconnectable
  }

  /// The vertices to take, in ascending order; none where the search ended `unconnectable`.
  package let members: [Network.Vertex]
  /// The vertices that no set can reach as often as asked, in ascending order.
  package let unreached: [Network.Vertex]
  /// How many vertices every such set has, at least.
  package let bound: Int
  /// Whether there may be a smaller set.
  package let ending: Ending
  /// Which members are in every smallest set; `nil` where that was not found out, of all or of one.
  package let irreplaceable: [Bool?]?
}

/// Which vertices are to be reached, from which, and how.
package struct DominatingQuestion: Sendable {
  /// Which vertices may be taken; `nil` is all.
  package var candidates: [Bool]?
  /// From how many members a vertex that is none must be reached: 1 or 2.
  package var times = 1
  /// Whether members of one part of the network are to be joined by links among themselves.
  package var isConnected = false
  /// Whether vertices without links are left out, instead of taken.
  package var leavesOutUnlinked = false
  /// Whether it is found out which members are in every smallest set.
  package var findsIrreplaceable = false
  /// How many nodes of search trees may be looked at.
  package var nodeLimit = 20_000

  /// Creates the usual question: every vertex, from any other, once.
  package init() {}
}

extension Network {
  /// Finds a smallest set of vertices such that every other has an arc from one of them.
  ///
  /// It is a question of covering (each vertex covers itself and the heads of its arcs), answered
  /// exactly within a limit. A vertex is taken or reached twice if, whoever of those that reach it is
  /// left out, one of the rest or itself is taken. That members hang together is asked for one cut at a time: a connected
  /// set must hit every set of vertices whose loss parts the network (Neng Fan and Jean-Paul Watson:
  /// Solving the connected dominating set problem and power dominating set problem by integer programming,
  /// 2012), and each found set that is not connected shows one that it misses. Equal networks
  /// give equal sets.
  ///
  ///     let few = network.dominatingSet()
  ///     few.members.count  // 1 in a star
  ///
  /// Loops and parallel links make no difference; direction matters for who is reached, but not
  /// for whether members hang together.
  ///
  /// - Parameter question: From which vertices, how often, and whether they hang together.
  /// - Returns: The set and what is proved about it.
  /// - Complexity: Exponential in the worst case; O(*n* + *m*) memory for each node of the search.
  package func dominatingSet(
    _ question: DominatingQuestion = DominatingQuestion()
  ) -> DominatingSet {
    precondition((1...2).contains(question.times), "a vertex is reached once or twice")
    return DominatingSearch(self, question).answer()
  }
}
