internal import GraphCore

/// The rules of a question by actor and cell: the one that names more ends holds, of equals the
/// later one.
struct EngagementRules {
  private struct OfActor {
    var cells: [NodeID: [NodeID: Int]] = [:]
    var rows: [NodeID: Int] = [:]
    var columns: [NodeID: Int] = [:]
    var everywhere: Int?
  }

  let rules: [EngagementRule]
  private var actors: [NodeID: OfActor] = [:]

  init(_ rules: [EngagementRule], countedAs: (NodeID) -> NodeID) {
    self.rules = rules
    for (index, rule) in rules.enumerated() {
      var own = actors[countedAs(rule.actor)] ?? OfActor()
      switch (rule.row, rule.column) {
      case (let row?, let column?): own.cells[row, default: [:]][column] = index
      case (let row?, nil): own.rows[row] = index
      case (nil, let column?): own.columns[column] = index
      case (nil, nil): own.everywhere = index
      }
      actors[countedAs(rule.actor)] = own
    }
  }

  /// Everybody whom a rule names.
  var named: Set<NodeID> { Set(actors.keys) }

  /// The rule that holds for an actor in a cell, by its place; `nil` if none does.
  func rule(of actor: NodeID, row: NodeID, column: NodeID) -> Int? {
    guard let own = actors[actor] else { return nil }
    if let exact = own.cells[row]?[column] { return exact }
    let halves = [own.rows[row], own.columns[column]].compactMap(\.self)
    return halves.max() ?? own.everywhere
  }
}
