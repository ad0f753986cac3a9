/// Why values do not make a question of covering.
public enum CoverInstanceError: Error, Sendable, Hashable {
  /// The demand of a row is negative, or more than 32 bits hold.
  case invalidDemand(row: Int, demand: Int)
  /// The cost of a column is negative.
  case negativeCost(column: Int, cost: Int)
  /// A column covers a row that there is not.
  case unknownRow(column: Int, row: Int, rowCount: Int)
  /// A column names a row twice.
  case repeatedRow(column: Int, row: Int)
  /// A column belongs to a group that there is not.
  case unknownGroup(column: Int, group: Int, groupCount: Int)
  /// The fixed cost or the capacity of a group is negative.
  case invalidGroup(group: Int)
  /// There is not one weight for each row.
  case weightCountDiffers(weights: Int, rowCount: Int)
  /// The budget or a weight is negative.
  case negativeBudget
  /// The costs or the weights sum to more than ``CoverInstance/largestSum``.
  case sumTooLarge
  /// There are more rows, columns or covered rows than 32-bit indices can name.
  case tooLarge
}

extension CoverInstanceError: CustomStringConvertible {
  /// What is wrong, where, and how to mend it.
  public var description: String {
    switch self {
    case .invalidDemand(let row, let demand):
      "row \(row) demands \(demand) columns; give a count from 0"
    case .negativeCost(let column, let cost):
      "column \(column) costs \(cost); costs must not be negative"
    case .unknownRow(let column, let row, let rowCount):
      "column \(column) covers row \(row), but rows go from 0 to \(rowCount - 1)"
    case .repeatedRow(let column, let row):
      "column \(column) names row \(row) twice; name it once"
    case .unknownGroup(let column, let group, let groupCount):
      "column \(column) is of group \(group), but groups go from 0 to \(groupCount - 1)"
    case .invalidGroup(let group):
      "the fixed cost and the capacity of group \(group) must not be negative"
    case .weightCountDiffers(let weights, let rowCount):
      "there are \(weights) weights for \(rowCount) rows; give one for each row"
    case .negativeBudget:
      "the budget and all weights must not be negative"
    case .sumTooLarge:
      "the costs or the weights sum to more than \(CoverInstance.largestSum); use a larger unit"
    case .tooLarge:
      "there are more rows, columns or covered rows than 32-bit indices can name"
    }
  }
}
