/// The paths between two vertices that no other path beats in every criterion.
///
/// A path beats another if it is no worse in any criterion and better in one. Sums are compared
/// exactly, so 0.1 + 0.2 + 0.3 is no better than 0.3 + 0.2 + 0.1.
public struct ParetoPaths: Sendable {
  /// One of the paths, with what it comes to.
  public struct Choice: Sendable, Hashable {
    /// The vertices in order: one more than there are links.
    public let vertices: [Network.Vertex]
    /// The links in order.
    public let links: [Network.Link]
    /// The sum of each additive criterion.
    public let costs: [Double]
    /// The width of the narrowest link; infinite without widths or links.
    public let width: Double
  }

  /// Which paths are given of those that come to the same in every criterion.
  public enum Representation: Sendable, Hashable {
    /// One, which the order of links decides.
    case one
    /// All of them, in the order of their number of links, then the lexicographic order of links.
    case all
  }

  /// The paths by ascending costs, the first criterion first, then by descending width.
  ///
  /// Each is beaten by no path at all, even if the search stopped early.
  public let choices: [Choice]
  /// Whether the budget ended while there may have been more paths.
  public let stoppedEarly: Bool
  /// How many labels were made: beginnings of paths that nothing known had beaten.
  public let labelCount: Int
}

extension Network {
  /// About how many labels a search for a Pareto set makes unless the caller says otherwise.
  public static let usualParetoLabels = 1_000_000

  /// Finds the paths between two vertices that no other path beats in every criterion.
  ///
  /// Criteria are sums that should be small, and a width that should be large: that of the narrowest
  /// link. There may be exponentially many such paths, so the number of labels is limited.
  ///
  /// The method is that of Ernesto Martins (1984): labels are made final in lexicographic order,
  /// and one that a final label of the same vertex beats is dropped; so is one that cannot reach the
  /// target unbeaten, by the least each criterion must still cost. Where all paths of equal worth
  /// are asked for, a label beaten in width alone stays, as the rest of the path may be narrower.
  ///
  ///     let set = network.paretoPaths(from: 0, to: 4, costs: [minutes, fares])
  ///     set.choices.map(\.costs)  // [[10, 7], [14, 2]]
  ///
  /// - Parameters:
  ///   - source: The vertex where the paths start.
  ///   - target: The vertex where they end; if it is the source, the one path is empty.
  ///   - costs: The additive criteria, each with a number for each link that is finite and not
  ///     negative; at least one.
  ///   - widths: How wide each link is, finite; `nil` where width does not count.
  ///   - representation: Which paths are given of those that come to the same.
  ///   - maximumLabels: How many labels may be made.
  /// - Returns: The paths.
  /// - Complexity: O(*L*² *c*) at worst for *L* labels and *c* criteria; 32 + 16 *c* bytes a label.
  public func paretoPaths(
    from source: Vertex,
    to target: Vertex,
    costs: [[Double]],
    widths: [Double]? = nil,
    representation: ParetoPaths.Representation = .one,
    maximumLabels: Int = usualParetoLabels
  ) -> ParetoPaths {
    checkVertex(source)
    checkVertex(target)
    precondition(!costs.isEmpty, "a Pareto set needs a criterion that is a sum")
    for criterion in costs {
      precondition(
        criterion.count == linkCount,
        "\(criterion.count) costs for \(linkCount) links"
      )
      precondition(
        criterion.allSatisfy { $0 >= 0 && $0 < .infinity },
        "costs are finite and not negative"
      )
    }
    if let widths { checkWidths(widths) }
    precondition(maximumLabels >= 0, "a budget cannot be negative")
    var search = ParetoSearch(
      in: self,
      from: source,
      to: target,
      costs: costs,
      widths: widths,
      keepsAll: representation == .all,
      limit: min(maximumLabels, Int(Int32.max))
    )
    return search.paths()
  }
}
