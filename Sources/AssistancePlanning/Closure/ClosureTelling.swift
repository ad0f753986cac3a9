internal import CoverOptimization
internal import GraphCore

/// Makes the plan that people read of what was found.
struct ClosureTelling {
  let math: ClosureMath
  let question: ClosureQuestion
  let exchange: ClosureExchange
  /// Which gaps the plan closes.
  let isClosed: [Bool]
  let clashes: [ClosureFlow.Clash]
  /// What each gap adds to the bound of the cost.
  let prices: [Double]
  let weightProof: ClosurePlan.Proof?
  let costProof: ClosurePlan.Proof
  let isCheapestOfAll: Bool

  /// How many alternatives are told of one engagement.
  private static let alternativeCount = 3

  private var field: ClosureField { math.field }

  var plan: ClosurePlan {
    ClosurePlan(
      question: question,
      gaps: field.needs.indices.map(gap),
      engagements: engagements,
      actors: actors,
      cost: math.amount(exchange.cost),
      possibleCount: field.candidates.count { $0.need != nil },
      clashes: clashes.map { clash in
        ClosurePlan.Clash(
          gaps: clash.gaps,
          actors: clash.actors.map { field.actors[$0] },
          needed: clash.needed,
          possible: clash.possible
        )
      },
      weightProof: weightProof,
      costProof: costProof,
      isCheapestOfAll: isCheapestOfAll,
      remarks: field.remarks
    )
  }

  private func gap(_ place: Int) -> ClosurePlan.Gap {
    let need = field.needs[place]
    let outcome: ClosurePlan.Gap.Outcome =
      if !math.isClosable(place) {
        .tooFewPossible(missing: need.deficit - math.reach[place])
      } else if isClosed[place] {
        .closed
      } else if math.budget != nil {
        .beyondBudget
      } else {
        .beyondCapacity
      }
    return ClosurePlan.Gap(
      row: need.row,
      column: need.column,
      required: need.required,
      supply: need.providers.count,
      weight: need.weight,
      possibleCount: math.reach[place],
      outcome: outcome,
      price: isClosed[place] ? prices[place] : 0
    )
  }

  private var engagements: [ClosurePlan.Engagement] {
    exchange.taken.sorted {
      (field.candidates[$0].actor, field.candidates[$0].need ?? .max, $0)
        < (field.candidates[$1].actor, field.candidates[$1].need ?? .max, $1)
    }.map { place in
      let candidate = field.candidates[place]
      let actor = field.actors[candidate.actor]
      let closesGap = candidate.need.map { isClosed[$0] } ?? false
      return ClosurePlan.Engagement(
        actor: actor,
        row: candidate.row,
        column: candidate.column,
        cost: math.amount(math.costs[place]),
        standing: candidate.isRequired ? .required : .possible,
        ground: candidate.rule.map { .table(field.rules.rules[$0]) }
          ?? field.reported.ground(actor, row: candidate.row, column: candidate.column),
        closesGap: closesGap,
        isOnlyWay: closesGap
          && (candidate.need.map { math.reach[$0] == field.needs[$0].deficit } ?? false),
        alternatives: exchange.alternatives(to: place).prefix(Self.alternativeCount).map {
          ClosurePlan.Engagement.Alternative(
            actor: field.actors[field.candidates[$0.candidate].actor],
            added: math.amount($0.added)
          )
        }
      )
    }
  }

  private var actors: [ClosurePlan.ActorShare] {
    var costs = [Int](repeating: 0, count: field.actors.count)
    for place in exchange.taken { costs[field.candidates[place].actor] += math.costs[place] }
    return field.actors.indices.filter { exchange.counts[$0] > 0 }
      .sorted { (exchange.counts[$1], $0) < (exchange.counts[$0], $1) }
      .map { actor in
        ClosurePlan.ActorShare(
          actor: field.actors[actor],
          engagementCount: exchange.counts[actor],
          capacity: field.terms[actor].capacity,
          cost: math.amount(costs[actor]),
          fixedCost: math.amount(math.fixedCosts[actor]),
          place: field.terms[actor].place
        )
      }
  }
}
