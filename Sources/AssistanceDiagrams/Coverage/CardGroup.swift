internal import CoverageAnalysis
internal import GraphCore

/// What a card stands for: a row or a column, or a family of them.
struct CardGroup: Hashable {
  /// Identifies the card.
  let id: String
  let name: String
  /// The places of its rows or columns in the report.
  let members: [Int]
  let isFamily: Bool

  /// Sorts the nodes of an axis into cards, families in the order of their first member.
  ///
  /// - Parameters:
  ///   - axis: What the nodes are, `row` or `column`.
  ///   - ids: The nodes.
  ///   - order: Their places in the order of the picture.
  ///   - isCollapsed: Whether a card stands for a family.
  ///   - report: The report.
  /// - Returns: The cards; one for each node if there are no families.
  static func groups(
    _ axis: String,
    _ ids: [NodeID],
    order: [Int],
    isCollapsed: Bool,
    in report: CoverageReport
  ) -> [CardGroup] {
    func single(_ place: Int) -> CardGroup {
      CardGroup(
        id: "\(axis)-\(place)",
        name: CoverageWords(report: report).name(ids[place]),
        members: [place],
        isFamily: false
      )
    }
    let families = isCollapsed ? families(ids, order: order, in: report) : []
    guard families.count > 1, families.count < ids.count else { return order.map(single) }
    return families.enumerated().map { number, family in
      family.members.count == 1
        ? single(family.members[0])
        : CardGroup(
          id: "\(axis)-family-\(number)",
          name: family.name,
          members: family.members,
          isFamily: true
        )
    }
  }

  /// The families of nodes, by region or finer kind, in the order of their first member.
  static func families(
    _ ids: [NodeID],
    order: [Int],
    in report: CoverageReport
  ) -> [(name: String, members: [Int])] {
    var families: [(name: String, members: [Int])] = []
    var places: [String: Int] = [:]
    for place in order {
      let name = CoordinationColumn.family(of: .node(ids[place]), in: report.graph)
      if let known = places[name] {
        families[known].members.append(place)
      } else {
        places[name] = families.count
        families.append((name, [place]))
      }
    }
    return families
  }
}

/// The cells between a card of the columns and a card of the rows.
struct CardPair: Hashable {
  /// The cards' places.
  let column: Int
  let row: Int
  let states: [CoverageState]

  var gaps: Int { states.count { $0 == .nobody } }
  var reported: Int { states.count { $0.isCovered } }
  /// How many cells have no reported activity, as a share of those that could have some.
  var gapShare: Double { gaps == 0 ? 0 : Double(gaps) / Double(gaps + reported) }
}

/// Decides which gaps are lines.
struct CardGaps {
  /// Up to so many gaps are lines of their own.
  static let lineLimit = 30

  /// The pairs with a line for their gaps, as places in the list of pairs.
  let lines: [Int]
  /// The share of gaps from which on a pair of families has a line.
  let leastShare: Double

  /// Chooses lines among pairs.
  ///
  /// - Parameters:
  ///   - pairs: The pairs.
  ///   - isCollapsed: Whether cards stand for families; then the pairs with the greatest shares of
  ///     gaps have lines, else all or none.
  ///   - isFull: Whether all have lines, however many.
  init(_ pairs: [CardPair], isCollapsed: Bool, isFull: Bool) {
    let all = pairs.indices.filter { pairs[$0].gaps > 0 }
    var (lines, leastShare) = (all, 0.0)
    if !isFull, all.count > Self.lineLimit {
      lines = []
      for share in [0.25, 0.5, 0.75, 1] where isCollapsed && lines.isEmpty {
        let kept = all.filter { pairs[$0].gapShare >= share }
        if kept.count <= Self.lineLimit { (lines, leastShare) = (kept, share) }
      }
    }
    (self.lines, self.leastShare) = (lines, leastShare)
  }
}
