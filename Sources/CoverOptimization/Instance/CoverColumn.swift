/// Something that can be taken to cover rows, at a cost.
public struct CoverColumn: Sendable, Hashable {
  /// Whether a column may, must or must not be taken.
  public enum Standing: Sendable, Hashable {
    /// It may be taken.
    case free
    /// It is taken in every plan.
    case required
    /// It is taken in no plan.
    case forbidden
  }

  /// What taking the column costs, without the fixed cost of its group.
  public let cost: Int
  /// The rows that the column covers, once each.
  public let rows: [Int]
  /// The group of the column, if it has one.
  public let group: Int?
  /// Whether the column may, must or must not be taken.
  public let standing: Standing

  /// Describes a column.
  ///
  /// - Parameters:
  ///   - cost: What it costs, not negative.
  ///   - rows: The rows that it covers, each at most once, in any order.
  ///   - group: Its group, if it has one.
  ///   - standing: Whether it may, must or must not be taken.
  public init(cost: Int, rows: [Int], group: Int? = nil, standing: Standing = .free) {
    self.cost = cost
    self.rows = rows
    self.group = group
    self.standing = standing
  }
}

/// Columns that share a fixed cost, and of which only some may be taken.
public struct CoverGroup: Sendable, Hashable {
  /// What is paid once if any column of the group is taken.
  public let fixedCost: Int
  /// How many columns of the group may be taken; `nil` is any number.
  public let capacity: Int?

  /// Describes a group.
  ///
  /// - Parameters:
  ///   - fixedCost: What is paid once, not negative.
  ///   - capacity: How many of its columns may be taken, or `nil` for any number.
  public init(fixedCost: Int = 0, capacity: Int? = nil) {
    self.fixedCost = fixedCost
    self.capacity = capacity
  }
}

/// What may be spent, and what each row is worth if its demand is met.
public struct CoverBudget: Sendable, Hashable {
  /// The most that a plan may cost.
  public let limit: Int
  /// What each row is worth once as many columns as it demands are taken; less is worth nothing.
  public let weights: [Int]

  /// Describes a budget.
  ///
  /// - Parameters:
  ///   - limit: The most that a plan may cost, not negative.
  ///   - weights: What each row is worth, not negative.
  public init(limit: Int, weights: [Int]) {
    self.limit = limit
    self.weights = weights
  }
}
