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
