public import GraphCore

/// Why no plan can be made of a question.
public enum ClosureError: Error, Hashable, Sendable {
  /// The costs sum to more than can be counted with exactly.
  case costsTooLarge
  /// The weights of needs sum to more than can be counted with exactly, or are too fine.
  case weightsTooLarge
  /// There are more possible engagements than a plan is searched among.
  case tooMany(engagements: Int)
  /// More engagements of an actor are required than it has capacity for.
  case requiredBeyondCapacity(
    actor: NodeID,
    required: Int,
    capacity: Int,
    place: Diagnostic.Place?
  )
  /// The required engagements alone cost more than the budget.
  case requiredBeyondBudget(cost: ClosureAmount, budget: ClosureAmount)
}

extension ClosureError: CustomStringConvertible {
  /// What is wrong.
  public var description: String {
    switch self {
    case .costsTooLarge: "the costs sum to more than can be counted with exactly"
    case .weightsTooLarge: "the weights of needs are too many digits to be counted with exactly"
    case .tooMany(let engagements):
      "there would be \(engagements) possible engagements, more than a plan is searched among"
    case .requiredBeyondCapacity(let actor, let required, let capacity, _):
      "\(required) engagements of \(actor) are required, but it has capacity for \(capacity)"
    case .requiredBeyondBudget(let cost, let budget):
      "the required engagements alone cost \(cost), more than the budget of \(budget)"
    }
  }

  /// How to mend it.
  public var hint: String {
    switch self {
    case .costsTooLarge: "use a larger unit, such as thousands, or fewer decimal places"
    case .weightsTooLarge: "use smaller weights, or fewer decimal places"
    case .tooMany: "ask of fewer rows or columns, or name the possible engagements in a table"
    case .requiredBeyondCapacity: "require fewer, or raise its capacity"
    case .requiredBeyondBudget: "raise the budget, or require fewer"
    }
  }

  /// Where it is written, if that is one place.
  public var place: Diagnostic.Place? {
    guard case .requiredBeyondCapacity(_, _, _, let place) = self else { return nil }
    return place
  }
}
