internal import CoverOptimization
internal import GraphCore

/// A question of covering that has the same best plans as a field, and how to come back.
///
/// What is required is carried out beforehand. Where every gap must be closed, the cheapest
/// engagement of each is paid in any case and only what others cost more is left to decide; what an
/// actor without a bound on its engagements does at no more cost becomes one column. So a plan in
/// which actors are paid once and engagements cost alike is a cover of gaps by actors.
struct ClosureModel {
  /// That gaps may be left open, at a price for each unit of their weight.
  struct Leaving {
    let weights: [Int]
    let price: Int
  }

  let instance: CoverInstance
  /// What every plan costs, whatever is decided.
  let base: Int
  /// The least cost of an engagement in each gap, where it is part of ``base``.
  let leastCosts: [Int]
  /// What no plan costs less than: the cheapest engagements of all gaps.
  let leastTotal: Int
  /// The candidates that stand behind each column; none behind one that leaves a gap.
  private let candidates: [[Int]]
  /// How many engagements each gap needs besides the required ones.
  private let demands: [Int]
  private let math: ClosureMath

  private var field: ClosureField { math.field }

  /// Makes the question.
  ///
  /// - Parameters:
  ///   - math: The numbers of the field.
  ///   - demands: How many engagements each gap needs, the required ones among them.
  ///   - budget: What a plan may cost in all; `nil` where every demand must be met.
  ///   - weights: What each gap weighs, where there is a budget.
  ///   - leaving: That gaps may be left open; `nil` where they may not.
  /// - Throws: ``ClosureError/costsTooLarge``.
  init(
    _ math: ClosureMath,
    demands: [Int],
    budget: Int? = nil,
    weights: [Int] = [],
    leaving: Leaving? = nil
  ) throws(ClosureError) {
    self.math = math
    let field = math.field
    let required = field.requiredCounts
    var demands = demands
    for candidate in field.candidates where candidate.isRequired {
      if let need = candidate.need { demands[need] = max(0, demands[need] - 1) }
    }
    self.demands = demands
    // Free candidates by actor.
    var ofActor = [[Int]](repeating: [], count: field.actors.count)
    var least = [Int](repeating: .max, count: field.needs.count)
    for (place, candidate) in field.candidates.enumerated() where !candidate.isRequired {
      guard let need = candidate.need, demands[need] > 0 else { continue }
      ofActor[candidate.actor].append(place)
      least[need] = min(least[need], math.costs[place])
    }
    // Beside bounds on engagements it would hide from the search what an actor is worth.
    let hasBounds = ofActor.indices.contains { actor in
      field.terms[actor].capacity.map { $0 - required[actor] < ofActor[actor].count } ?? false
    }
    leastCosts = least.indices.map {
      budget == nil && leaving == nil && !hasBounds && demands[$0] > 0 ? least[$0] : 0
    }
    leastTotal =
      math.requiredCost
      + demands.indices.reduce(0) { $0 + (demands[$1] > 0 ? least[$1] * demands[$1] : 0) }
    base = math.requiredCost + zip(leastCosts, demands).reduce(0) { $0 + $1.0 * $1.1 }
    var columns: [CoverColumn] = []
    var groups: [CoverGroup] = []
    var behind: [[Int]] = []
    for actor in field.actors.indices where !ofActor[actor].isEmpty {
      let fixed = required[actor] > 0 ? 0 : math.fixedCosts[actor]
      let room = field.terms[actor].capacity.map { $0 - required[actor] }
      let isBound = room.map { $0 < ofActor[actor].count } ?? false
      var free: [Int] = []
      var dear: [(place: Int, cost: Int)] = []
      for place in ofActor[actor] {
        let cost = math.costs[place] - leastCosts[field.candidates[place].need ?? 0]
        if cost == 0, !isBound { free.append(place) } else { dear.append((place, cost)) }
      }
      // A group is needed only if something is shared by several columns.
      let hasGroup = isBound || (fixed > 0 && !dear.isEmpty)
      if hasGroup {
        groups.append(CoverGroup(fixedCost: fixed, capacity: isBound ? max(0, room ?? 0) : nil))
      }
      let group = hasGroup ? groups.count - 1 : nil
      if !free.isEmpty {
        columns.append(
          CoverColumn(
            cost: hasGroup ? 0 : fixed,
            rows: free.compactMap { field.candidates[$0].need },
            group: group
          )
        )
        behind.append(free)
      }
      for (place, cost) in dear {
        columns.append(
          CoverColumn(
            cost: cost,
            rows: [field.candidates[place].need].compactMap(\.self),
            group: group
          )
        )
        behind.append([place])
      }
    }
    // As many columns as a gap needs leave it, and are paid for once.
    for need in demands.indices where demands[need] > 0 {
      guard let leaving else { break }
      let (price, overflows) = leaving.weights[need].multipliedReportingOverflow(by: leaving.price)
      guard !overflows, price <= CoverInstance.largestSum else { throw .costsTooLarge }
      let isSingle = demands[need] == 1
      if !isSingle { groups.append(CoverGroup(fixedCost: price)) }
      for _ in 0..<demands[need] {
        columns.append(
          CoverColumn(
            cost: isSingle ? price : 0,
            rows: [need],
            group: isSingle ? nil : groups.count - 1
          )
        )
        behind.append([])
      }
    }
    candidates = behind
    do throws(CoverInstanceError) {
      instance = try CoverInstance(
        demands: demands,
        columns: columns,
        groups: groups,
        budget: budget.map {
          CoverBudget(
            limit: min($0 - math.requiredCost, CoverInstance.largestSum),
            weights: weights
          )
        }
      )
    } catch {
      throw .costsTooLarge
    }
  }

  /// The gaps that a plan leaves open at a price.
  func left(_ plan: CoverPlan) -> Set<Int> {
    Set(plan.columns.filter { candidates[$0].isEmpty }.flatMap { instance.columns[$0].rows })
  }

  /// The candidates of a plan: as many as each gap needs, the cheapest first, of equals those for
  /// whom more speaks; the required ones besides.
  ///
  /// - Parameter plan: A plan for the instance.
  /// - Returns: Candidates, in ascending order.
  func taken(_ plan: CoverPlan) -> [Int] {
    var ofNeed = [[Int]](repeating: [], count: demands.count)
    for column in plan.columns {
      for place in candidates[column] {
        if let need = field.candidates[place].need { ofNeed[need].append(place) }
      }
    }
    for need in plan.unmetRows { ofNeed[need] = [] }
    for need in left(plan) { ofNeed[need] = [] }
    var taken = field.candidates.indices.filter { field.candidates[$0].isRequired }
    for (need, places) in ofNeed.enumerated() {
      taken += places.sorted {
        math.costs[$0] != math.costs[$1]
          ? math.costs[$0] < math.costs[$1] : field.comesBefore($0, $1)
      }.prefix(demands[need])
    }
    return taken.sorted()
  }
}

extension ClosureField {
  /// Whether more speaks for one candidate than for another; a table speaks as firmly as can be.
  func isFirmer(_ first: Int, _ second: Int) -> Bool {
    switch (candidates[first].strength, candidates[second].strength) {
    case (nil, nil), (.some, nil): false
    case (nil, .some): true
    case (let first?, let second?): first < second
    }
  }

  /// The order of candidates at the same cost: the firmer first, then as they are.
  func comesBefore(_ first: Int, _ second: Int) -> Bool {
    isFirmer(first, second) || (!isFirmer(second, first) && first < second)
  }
}
