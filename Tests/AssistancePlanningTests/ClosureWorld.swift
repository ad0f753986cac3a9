import AssistanceModel
import AssistancePlanning
import CoverageAnalysis
import GraphCore
import TestSupport

/// A small world of cases and inhibitors, and who is reported where.
struct ClosureWorld {
  /// Somebody in a cell, by numbers of row, column and actor.
  struct Report: Hashable {
    let row: Int
    let column: Int
    let actor: Int
  }

  var rowCount = 1
  var columnCount = 1
  var actorCount = 1
  var reports: [Report] = []
  /// How many providers each cell requires, and what it weighs; 1 where nothing is said.
  var required: [Int] = []
  var weights: [Double] = []
  /// Actors that are parts of others.
  var parts: [(part: Int, whole: Int)] = []

  static func row(_ number: Int) -> NodeID { NodeID("c\(number)") }
  static func column(_ number: Int) -> NodeID { NodeID("i\(number)") }
  static func actor(_ number: Int) -> NodeID { NodeID("a\(number)") }

  var cellCount: Int { rowCount * columnCount }

  func graph() throws -> AssistanceGraph {
    var elements: [GraphElement] = []
    elements += (0..<rowCount).map { node(Self.row($0), .countryCase) }
    elements += (0..<columnCount).map { node(Self.column($0), .inhibitor) }
    elements += (0..<actorCount).map { node(Self.actor($0), .actor) }
    elements.append(node("class", .actor, ["designation": .text("class")]))
    elements += parts.map { edge(Self.actor($0.part), .partOf, Self.actor($0.whole)) }
    for report in reports {
      let fact = NodeID("f\(report.row)-\(report.column)-\(report.actor)")
      elements += [
        node(fact, .assistance), edge(fact, .provider, Self.actor(report.actor)),
        edge(fact, .inhibitor, Self.column(report.column)),
        edge(fact, .countryCase, Self.row(report.row)),
      ]
    }
    return try AssistanceGraph(checking: PropertyGraph { elements }, against: .standard)
  }

  func report(rollUp: EdgeKind? = nil) throws -> CoverageReport {
    var question = CoverageQuestion()
    question.rollUp = rollUp
    for cell in 0..<cellCount where cell < max(required.count, weights.count) {
      question.needs.append(
        CoverageNeed(
          [
            .init(.countryCase, Self.row(cell / columnCount)),
            .init(.inhibitor, Self.column(cell % columnCount)),
          ],
          required: cell < required.count ? required[cell] : nil,
          weight: cell < weights.count ? weights[cell] : nil
        )
      )
    }
    return try graph().coverage(question)
  }

  /// A rule that an actor may take up a cell.
  static func rule(
    _ actor: Int,
    _ row: Int?,
    _ column: Int?,
    _ cost: ClosureAmount? = nil,
    _ standing: EngagementStanding = .possible
  ) -> EngagementRule {
    EngagementRule(
      Self.actor(actor),
      row: row.map { Self.row($0) },
      column: column.map { Self.column($0) },
      cost: cost,
      standing: standing
    )
  }
}

/// A plan as numbers: who takes up which cell.
struct ClosureChoice: Hashable {
  let actor: Int
  let cell: Int
}

/// The same question, answered by going through every set of engagements.
struct NaiveClosure {
  struct Best {
    var weight = -1.0
    var weightless = -1
    var cost = Int.max
  }

  let world: ClosureWorld
  let question: ClosureQuestion
  /// What may be taken, and what it costs in hundredths.
  private(set) var possible: [ClosureChoice: Int] = [:]
  private(set) var required: Set<ClosureChoice> = []

  init(_ world: ClosureWorld, _ question: ClosureQuestion) {
    self.world = world
    self.question = question
    for cell in 0..<world.cellCount {
      for actor in 0..<world.actorCount where !isReported(actor, cell) {
        guard let rule = rule(actor, cell), rule.standing != .forbidden else { continue }
        let choice = ClosureChoice(actor: actor, cell: cell)
        guard rule.standing == .required || deficit(cell) > 0 else { continue }
        possible[choice] = Self.hundredths(rule.cost ?? question.unitCost)
        if rule.standing == .required { required.insert(choice) }
      }
    }
  }

  static func hundredths(_ amount: ClosureAmount) -> Int {
    Int((amount.number * 100).rounded())
  }

  private func rule(_ actor: Int, _ cell: Int) -> EngagementRule? {
    var found: EngagementRule?
    var ends = -1
    for rule in question.rules ?? [] where rule.actor == ClosureWorld.actor(actor) {
      let names = [
        rule.row.map { $0 == ClosureWorld.row(cell / world.columnCount) },
        rule.column.map { $0 == ClosureWorld.column(cell % world.columnCount) },
      ].compactMap(\.self)
      guard names.allSatisfy({ $0 }), names.count >= ends else { continue }
      (found, ends) = (rule, names.count)
    }
    return found
  }

  private func isReported(_ actor: Int, _ cell: Int) -> Bool {
    world.reports.contains {
      $0.actor == actor && $0.row * world.columnCount + $0.column == cell
    }
  }

  func deficit(_ cell: Int) -> Int {
    let needed = cell < world.required.count ? world.required[cell] : 1
    let supply = (0..<world.actorCount).count { isReported($0, cell) }
    return max(0, needed - supply)
  }

  /// The gaps that enough may take up, each looked at by itself.
  var reachable: Set<Int> {
    Set(
      (0..<world.cellCount).filter { cell in
        let count = possible.keys.count { choice in
          let terms = question.actors.last { $0.actor == ClosureWorld.actor(choice.actor) }
          let capacity = terms?.capacity ?? question.capacity ?? 1
          return choice.cell == cell && (capacity > 0 || required.contains(choice))
        }
        return deficit(cell) > 0 && count >= deficit(cell)
      }
    )
  }

  func weight(_ cell: Int) -> Double { cell < world.weights.count ? world.weights[cell] : 1 }

  /// The gaps that a set of engagements closes.
  func closed(_ choices: Set<ClosureChoice>) -> Set<Int> {
    Set(
      (0..<world.cellCount).filter { cell in
        deficit(cell) > 0 && choices.count { $0.cell == cell } >= deficit(cell)
      }
    )
  }

  /// What a set costs in hundredths, or `nil` if it exceeds a capacity or the budget, takes what is
  /// not possible or leaves what is required.
  func cost(_ choices: Set<ClosureChoice>) -> Int? {
    guard required.isSubset(of: choices) else { return nil }
    var cost = 0
    var counts: [Int: Int] = [:]
    for choice in choices {
      guard let own = possible[choice] else { return nil }
      cost += own
      counts[choice.actor, default: 0] += 1
    }
    for (actor, count) in counts {
      let terms = question.actors.last { $0.actor == ClosureWorld.actor(actor) }
      cost += Self.hundredths(terms?.fixedCost ?? question.fixedCost)
      if let capacity = terms?.capacity ?? question.capacity, count > capacity { return nil }
    }
    if let budget = question.budget, cost > Self.hundredths(budget) { return nil }
    return cost
  }

  /// Every set that may be, with its cost.
  func all() -> [(choices: Set<ClosureChoice>, cost: Int)] {
    let free = possible.keys.filter { !required.contains($0) }
      .sorted { ($0.cell, $0.actor) < ($1.cell, $1.actor) }
    var all: [(Set<ClosureChoice>, Int)] = []
    for mask in 0..<(1 << free.count) {
      let choices = required.union(free.indices.filter { mask >> $0 & 1 == 1 }.map { free[$0] })
      if let cost = cost(choices) { all.append((choices, cost)) }
    }
    return all
  }
}
