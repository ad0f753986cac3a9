internal import AssistanceModel
internal import CoverageAnalysis
internal import GraphCore

/// A column of the diagram: its ends one by one, or a node for each family.
struct CoordinationColumn {
  typealias End = CoordinationTies.End

  /// What one node of the picture stands for.
  struct Group {
    var name: String
    var family: String
    var members: [End]
    /// Whether the node stands for a family and not for its only member.
    var isFamily = false

    /// Whether the node stands for a measure.
    var isMeasure: Bool {
      if !isFamily, case .assistance(_, .some)? = members.first { true } else { false }
    }
  }

  /// What the column's nodes mostly are; each node is drawn as what it is itself.
  let part: DiagramPart
  /// What people call one of them, and several.
  let noun: (one: String, several: String)
  /// The nodes, those of a family together.
  private(set) var groups: [Group] = []
  /// In which node each end is.
  private(set) var places: [End: Int] = [:]
  /// How many ends the column has.
  let count: Int
  /// Whether nodes stand for families.
  let isCollapsed: Bool

  /// More nodes than this stand in boxes by family.
  static let bandLimit = 12
  /// More nodes than this are written small.
  static let compactLimit = 45

  /// More nodes than this are no summary.
  static let summaryLimit = 40
  /// So many of those with the most facts stay where even families are too many, or there are none.
  static let summarySize = 16

  /// Sorts ends into families, which keep the order of their first member.
  ///
  /// - Parameters:
  ///   - part: What the nodes are.
  ///   - noun: What people call one of them, and several.
  ///   - ends: The ends.
  ///   - isCollapsed: Whether nodes are to stand for families.
  ///   - weights: How many facts each end has.
  ///   - graph: The graph.
  init(
    _ part: DiagramPart,
    _ noun: (String, String),
    _ ends: [End],
    isCollapsed: Bool,
    weights: [End: Int],
    in graph: AssistanceGraph
  ) {
    self.part = part
    self.noun = noun
    count = ends.count
    var order: [String] = []
    var families: [String: [End]] = [:]
    for end in ends {
      let family = Self.family(of: end, in: graph)
      if families[family] == nil { order.append(family) }
      families[family, default: []].append(end)
    }
    let hasFamilies = isCollapsed && order.count > 1 && order.count < ends.count
    for family in order {
      let members = families[family] ?? []
      if hasFamilies, members.count > 1 {
        groups.append(Group(name: family, family: family, members: members, isFamily: true))
      } else {
        groups += members.map {
          Group(name: Self.name(of: $0, in: graph), family: family, members: [$0])
        }
      }
    }
    if isCollapsed, groups.count > Self.summaryLimit {
      groups = Self.gatheringRest(of: groups, weights, noun.1)
    }
    self.isCollapsed = groups.count < ends.count
    for (place, group) in groups.enumerated() {
      for member in group.members { places[member] = place }
    }
  }

  /// Keeps the nodes with the most facts, the earlier ones of equals, and makes one of the others.
  private static func gatheringRest(
    of groups: [Group],
    _ weights: [End: Int],
    _ noun: String
  ) -> [Group] {
    let counts = groups.map { $0.members.reduce(0) { $0 + (weights[$1] ?? 0) } }
    let ranked = groups.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
    let kept = Set(ranked.prefix(summarySize))
    let rest = groups.indices.filter { !kept.contains($0) }.flatMap { groups[$0].members }
    return groups.indices.filter { kept.contains($0) }.map { groups[$0] } + [
      Group(name: "\(rest.count) other \(noun)", family: "", members: rest, isFamily: true)
    ]
  }

  /// Whether there are so many nodes that they are written small.
  var isCompact: Bool { groups.count > Self.compactLimit }

  /// The column's heading, in capitals.
  var heading: String { noun.several.uppercased() }

  /// What people call an end.
  static func name(of end: End, in graph: AssistanceGraph) -> String {
    switch end {
    case .node(let id): graph.name(of: id).visible
    case .assistance(let form, let measure):
      (measure ?? form).map { graph.name(of: $0).visible } ?? "Form not stated"
    case .unstatedProvider: "Provider not stated"
    case .unnamed(let word, _): word.visible
    }
  }

  /// The family of an end: a region or a finer kind, and the form of a measure.
  static func family(of end: End, in graph: AssistanceGraph) -> String {
    switch end {
    case .node(let id):
      guard let node = graph.graph[id] else { return "Other" }
      if case .text(let region)? = node.property("region") { return region.visible }
      return node[.subkind].map(\.spelledOut) ?? "Other"
    case .assistance(let form, _):
      return form.map { graph.name(of: $0).visible } ?? "Form not stated"
    case .unstatedProvider: return "Not stated"
    case .unnamed: return "Other"
    }
  }
}
