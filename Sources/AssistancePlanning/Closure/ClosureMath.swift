internal import CoverOptimization
internal import GraphCore

/// The numbers of a field: costs and weights as integers of common units.
struct ClosureMath {
  let field: ClosureField
  /// The cost of each candidate.
  let costs: [Int]
  /// The fixed cost of each actor.
  let fixedCosts: [Int]
  /// How many decimal places a unit of cost has.
  let places: Int
  /// What each gap weighs.
  let weights: [Int]
  /// How many decimal places a unit of weight has.
  let weightPlaces: Int
  let budget: Int?
  /// How many may take up each gap, each for itself.
  let reach: [Int]

  init(_ field: ClosureField, _ question: ClosureQuestion) throws(ClosureError) {
    self.field = field
    let fixed = field.terms.map { $0.fixedCost ?? 0 }
    let amounts = field.candidates.map(\.cost) + fixed
    places = (amounts + [question.budget].compactMap(\.self)).map(\.places).max() ?? 0
    (costs, fixedCosts) = (
      try Self.units(field.candidates.map(\.cost), places), try Self.units(fixed, places)
    )
    var weights: [ClosureAmount] = []
    for need in field.needs {
      do throws(ClosureAmount.Fault) {
        weights.append(try ClosureAmount(need.weight))
      } catch {
        throw .weightsTooLarge
      }
    }
    weightPlaces = weights.map(\.places).max() ?? 0
    do throws(ClosureError) {
      self.weights = try Self.units(weights, weightPlaces)
    } catch {
      throw .weightsTooLarge
    }
    if let amount = question.budget {
      // No plan can cost more than all costs together.
      let all = (costs + fixedCosts).reduce(0, +)
      budget = min(amount.units(at: places) ?? .max, all)
    } else {
      budget = nil
    }
    reach = Self.reach(field)
  }

  /// Amounts in units, if they sum to what can be counted with.
  private static func units(_ amounts: [ClosureAmount], _ places: Int) throws(ClosureError) -> [Int]
  {
    var units: [Int] = []
    var sum = 0
    for amount in amounts {
      guard let value = amount.units(at: places), value <= CoverInstance.largestSum - sum else {
        throw .costsTooLarge
      }
      sum += value
      units.append(value)
    }
    return units
  }

  private static func reach(_ field: ClosureField) -> [Int] {
    var reach = [Int](repeating: 0, count: field.needs.count)
    for candidate in field.candidates {
      guard let need = candidate.need else { continue }
      // What required engagements leave of a capacity is found with those of others.
      if candidate.isRequired || (field.terms[candidate.actor].capacity ?? 1) > 0 {
        reach[need] += 1
      }
    }
    return reach
  }

  /// Whether enough may take up a gap.
  func isClosable(_ need: Int) -> Bool { reach[need] >= field.needs[need].deficit }

  /// The demands of some gaps, 0 for the others.
  func demands(_ isWanted: (Int) -> Bool) -> [Int] {
    field.needs.indices.map { isWanted($0) ? field.needs[$0].deficit : 0 }
  }

  /// What required engagements cost, with the fixed costs of their actors.
  var requiredCost: Int {
    var cost = 0
    for (place, candidate) in field.candidates.enumerated() where candidate.isRequired {
      cost += costs[place]
    }
    for (actor, count) in field.requiredCounts.enumerated() where count > 0 {
      cost += fixedCosts[actor]
    }
    return cost
  }

  /// The weight of a gap where a unit has so many parts; one part where it weighs nothing.
  func fineWeight(of need: Int, unit: Int) throws(ClosureError) -> Int {
    let (product, overflows) = weights[need].multipliedReportingOverflow(by: unit)
    guard !overflows else { throw .weightsTooLarge }
    return product == 0 ? 1 : product
  }

  /// An amount of so many units of cost.
  func amount(_ units: Int) -> ClosureAmount { ClosureAmount(units: units, places: places) }

  /// A weight of so many units.
  func weight(_ units: Int) -> ClosureAmount { ClosureAmount(units: units, places: weightPlaces) }

  /// Which gaps clash, and as many engagements as are possible at once, where there are capacities.
  ///
  /// - Parameters:
  ///   - demands: How many engagements each gap needs.
  ///   - worth: What each gap weighs; those that weigh most for an engagement come first.
  /// - Returns: The flow; `nil` where nobody has a capacity.
  func flow(demands: [Int], worth: [Int]) -> ClosureFlow? {
    guard field.terms.contains(where: { $0.capacity != nil }) else { return nil }
    var demands = demands
    let required = field.requiredCounts
    var pairs: [(gap: Int, actor: Int)] = []
    for candidate in field.candidates {
      guard let need = candidate.need, demands[need] > 0, candidate.isRequired else { continue }
      demands[need] -= 1
    }
    for candidate in field.candidates where !candidate.isRequired {
      guard let need = candidate.need, demands[need] > 0 else { continue }
      pairs.append((need, candidate.actor))
    }
    return ClosureFlow(
      ClosureFlow.Question(
        demands: demands,
        capacities: field.terms.indices.map { actor in
          field.terms[actor].capacity.map { $0 - required[actor] }
        },
        pairs: pairs,
        worth: worth
      )
    )
  }
}
