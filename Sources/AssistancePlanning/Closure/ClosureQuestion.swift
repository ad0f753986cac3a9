public import CoverOptimization
public import GraphCore

/// What a plan that closes gaps may use, and what it may cost.
///
/// Without ``rules`` the engagements are made from the collection: every actor that is reported by
/// name in the row of a gap, or in its column elsewhere, may take it up.
///
///     var question = ClosureQuestion()
///     question.capacity = 3  // nobody takes up more than three gaps
///     let plan = try report.closure(question)
public struct ClosureQuestion: Hashable, Sendable {
  /// What an analyst says of possible engagements; `nil` makes them from the collection.
  public var rules: [EngagementRule]?
  /// Whether engagements are made from the collection besides, where no rule says anything.
  public var addsReported = false
  /// What is said of single actors.
  public var actors: [ActorTerms] = []
  /// What an engagement costs of which nothing is said.
  public var unitCost: ClosureAmount = 1
  /// What is paid once for an actor of which nothing is said.
  public var fixedCost: ClosureAmount = 0
  /// How many engagements an actor may have of which nothing is said; `nil` is any number.
  public var capacity: Int?
  /// The most that the plan may cost; `nil` closes all that can be closed.
  public var budget: ClosureAmount?
  /// When the search stops before it has proved its answer.
  public var limits: CoverLimits

  /// Creates a question that costs nothing to ask: every engagement at cost 1.
  ///
  /// - Parameter limits: When the search stops; by default after 30 seconds of processor time.
  public init(limits: CoverLimits = CoverLimits(processorSeconds: 30)) {
    self.limits = limits
  }

  /// Whether the costs are the analyst's, at least some of them.
  public var hasGivenCosts: Bool {
    rules?.contains { $0.cost != nil } ?? false || unitCost != 1 || fixedCost != 0
      || actors.contains { $0.fixedCost != nil }
  }
}

/// Whether an engagement may, must or must not be part of a plan.
public enum EngagementStanding: String, CaseIterable, Hashable, Sendable, Codable {
  /// It may be.
  case possible
  /// It must be.
  case required
  /// It must not be.
  case forbidden
}

/// What an analyst says of an actor in a cell, a row, a column, or everywhere.
public struct EngagementRule: Hashable, Sendable {
  /// Who would do it.
  public var actor: NodeID
  /// The only row that is meant; `nil` is any.
  public var row: NodeID?
  /// The only column that is meant; `nil` is any.
  public var column: NodeID?
  /// What it would cost; `nil` is the cost of the question.
  public var cost: ClosureAmount?
  /// Whether it may, must or must not be.
  public var standing: EngagementStanding
  /// What a reader should know besides.
  public var note: String?
  /// Where it is written.
  public var place: Diagnostic.Place?

  /// Creates a rule.
  public init(
    _ actor: NodeID,
    row: NodeID? = nil,
    column: NodeID? = nil,
    cost: ClosureAmount? = nil,
    standing: EngagementStanding = .possible,
    note: String? = nil,
    place: Diagnostic.Place? = nil
  ) {
    self.actor = actor
    self.row = row
    self.column = column
    self.cost = cost
    self.standing = standing
    self.note = note
    self.place = place
  }

  /// How many ends the rule names; of two rules on a cell the one that names more of them holds.
  var namedEnds: Int { (row == nil ? 0 : 1) + (column == nil ? 0 : 1) }
}

/// What is said of one actor as a whole.
public struct ActorTerms: Hashable, Sendable {
  /// Who is meant.
  public var actor: NodeID
  /// What is paid once if it has any engagement; `nil` is the cost of the question.
  public var fixedCost: ClosureAmount?
  /// How many engagements it may have; `nil` is the capacity of the question.
  public var capacity: Int?
  /// What a reader should know besides.
  public var note: String?
  /// Where it is written.
  public var place: Diagnostic.Place?

  /// Creates terms.
  public init(
    _ actor: NodeID,
    fixedCost: ClosureAmount? = nil,
    capacity: Int? = nil,
    note: String? = nil,
    place: Diagnostic.Place? = nil
  ) {
    self.actor = actor
    self.fixedCost = fixedCost
    self.capacity = capacity
    self.note = note
    self.place = place
  }
}
