public import CoverOptimization
public import GraphCore

/// A plan that closes gaps of a coverage matrix: who takes up what where, at which cost, and what is
/// proved about it.
///
/// It says what would close gaps if those named agreed and were able; it does not say that they
/// should.
public struct ClosurePlan: Hashable, Sendable {
  /// A cell with fewer providers than are required.
  public struct Gap: Hashable, Sendable {
    /// What becomes of a gap.
    public enum Outcome: Hashable, Sendable {
      /// The plan closes it.
      case closed
      /// Too few may take it up, whatever it costs; so many are missing.
      case tooFewPossible(missing: Int)
      /// Enough may take it up, but they cannot do all that is asked of them.
      case beyondCapacity
      /// It does not fit into the budget beside the others.
      case beyondBudget
    }

    /// The row's node.
    public let row: NodeID
    /// The column's node.
    public let column: NodeID
    /// How many providers are required.
    public let required: Int
    /// How many are reported by name.
    public let supply: Int
    /// What it is worth to close it.
    public let weight: Double
    /// How many engagements are possible in it, the required ones among them.
    public let possibleCount: Int
    /// What becomes of it.
    public let outcome: Outcome
    /// What one more possible engagement here would at most be worth, by the proof of the cost.
    ///
    /// It is 0 where the plan does not close the gap.
    public let price: Double

    /// How many providers are missing.
    public var deficit: Int { required - supply }
    /// Whether the plan closes it.
    public var isClosed: Bool { outcome == .closed }
  }

  /// Somebody who takes up a cell.
  public struct Engagement: Hashable, Sendable {
    /// Somebody else who may take up the cell instead.
    public struct Alternative: Hashable, Sendable {
      /// Who that is.
      public let actor: NodeID
      /// What the plan would cost more, nothing else changed.
      public let added: ClosureAmount
    }

    /// Who does it.
    public let actor: NodeID
    /// The row's node.
    public let row: NodeID
    /// The column's node.
    public let column: NodeID
    /// What it costs, without the fixed cost of the actor.
    public let cost: ClosureAmount
    /// Whether it is required or merely possible.
    public let standing: EngagementStanding
    /// Why it is possible.
    public let ground: EngagementGround
    /// Whether it closes a gap, alone or with others; a required one need not.
    public let closesGap: Bool
    /// Whether the gap cannot be closed without it.
    public let isOnlyWay: Bool
    /// Others who may take up the cell instead, at the least added cost first.
    public let alternatives: [Alternative]
  }

  /// What the plan asks of an actor.
  public struct ActorShare: Hashable, Sendable {
    /// Who is meant.
    public let actor: NodeID
    /// How many engagements it has.
    public let engagementCount: Int
    /// How many it may have; `nil` is any number.
    public let capacity: Int?
    /// What its engagements cost.
    public let cost: ClosureAmount
    /// What is paid once for it.
    public let fixedCost: ClosureAmount
    /// Where its terms are written.
    public let place: Diagnostic.Place?

    /// What is paid for it in all.
    public var total: ClosureAmount { cost + fixedCost }
    /// The part of the fixed cost that falls on each of its engagements.
    public var fixedShare: Double { fixedCost.number / Double(max(1, engagementCount)) }
  }

  /// Gaps that could each be closed, but not all together, since those who may take them up cannot
  /// do so much.
  public struct Clash: Hashable, Sendable {
    /// The gaps, by their place in ``ClosurePlan/gaps``.
    public let gaps: [Int]
    /// Who may take them up, and is used up by them.
    public let actors: [NodeID]
    /// How many engagements the gaps need.
    public let needed: Int
    /// How many are possible together.
    public let possible: Int
  }

  /// What was proved about a part of the answer.
  public struct Proof: Hashable, Sendable {
    /// The question that was solved: a row for each gap, groups for actors that are bound.
    public let instance: CoverInstance
    /// Prices from which anybody can compute a bound of the instance again, without a search; `nil`
    /// where a maximum flow proves the bound, see ``ClosurePlan/clashes``.
    public let prices: CoverPrices?
    /// What is added to what the instance comes to: what is paid in every plan, less what its plans
    /// pay for leaving gaps open.
    public let base: ClosureAmount
    /// What was reached: a cost, or a weight.
    public let objective: ClosureAmount
    /// What no plan can better.
    public let bound: ClosureAmount
    /// Why the search ended.
    public let ending: CoverEnding
    /// How many nodes of the search tree were looked at.
    public let nodes: Int

    /// Whether nothing better is possible.
    public var isOptimal: Bool { objective == bound }
    /// How far the bound is from what was reached, as a share of the greater; 0 if it is proved.
    public var gap: Double {
      let most = max(objective.number, bound.number)
      return most > 0 ? abs(objective.number - bound.number) / most : 0
    }
  }

  /// What was asked.
  public let question: ClosureQuestion
  /// Every gap of the matrix, row by row.
  public let gaps: [Gap]
  /// Who takes up what, by actor in the order of the graph, then row by row.
  public let engagements: [Engagement]
  /// What the plan asks of each actor, those with the most engagements first.
  public let actors: [ActorShare]
  /// What the plan costs.
  public let cost: ClosureAmount
  /// How many engagements were possible, those that close no gap left out.
  public let possibleCount: Int
  /// Which gaps cannot be closed together, if some cannot.
  public let clashes: [Clash]
  /// That no plan closes gaps of more weight; `nil` where all are closed that somebody may close.
  public let weightProof: Proof?
  /// That no plan closes as much, or the same gaps, for less.
  public let costProof: Proof
  /// Whether the cost is compared with all plans that close as much weight; else only with those that
  /// close the same gaps.
  public let isCheapestOfAll: Bool
  /// Rules of the question that say nothing about this plan: where they are written, and why.
  public let remarks: [Remark]

  /// A rule that was read but plays no part.
  public struct Remark: Hashable, Sendable {
    /// Where the rule is written.
    public let place: Diagnostic.Place?
    /// Why it plays no part.
    public let text: String
  }

  /// The gaps that the plan closes.
  public var closed: [Gap] { gaps.filter(\.isClosed) }
  /// The gaps that stay open.
  public var open: [Gap] { gaps.filter { !$0.isClosed } }
  /// Whether nothing better is possible, in weight and in cost.
  public var isOptimal: Bool { (weightProof?.isOptimal ?? true) && costProof.isOptimal }
}

/// Why an engagement is possible.
public enum EngagementGround: Hashable, Sendable {
  /// The analyst says so.
  case table(EngagementRule)
  /// The actor is reported in the row, for other columns, or in the column, in other rows.
  case reported(Reported)

  /// What is reported of an actor that might take up a cell.
  public struct Reported: Hashable, Sendable {
    /// The other columns of the row that it is reported in.
    public let columns: [NodeID]
    /// The other rows of the column that it is reported in.
    public let rows: [NodeID]
    /// The facts that say so.
    public let facts: [NodeID]
  }

  /// The facts that it rests on; none if a table says so.
  public var facts: [NodeID] {
    switch self {
    case .table: []
    case .reported(let reported): reported.facts
    }
  }
}
