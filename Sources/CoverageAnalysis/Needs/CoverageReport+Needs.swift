extension CoverageReport {
  /// Whether some need of the question is about this matrix.
  public var hasNeeds: Bool { needs.applies }

  /// How many needs of the question are about other ends of facts, or nodes outside the matrix.
  public var otherNeedCount: Int { needs.otherCount }

  /// How many named providers a cell has; unnamed ones cannot be counted.
  ///
  /// - Parameter cell: The place of the cell, as ``index(row:column:)`` gives it.
  /// - Returns: The number.
  public func supply(of cell: Int) -> Int { Int(supplies[cell]) }

  /// How many named providers a cell requires: what needs say, 1 where they say nothing, 0 where
  /// nothing is needed.
  ///
  /// - Parameter cell: The place of the cell, as ``index(row:column:)`` gives it.
  /// - Returns: The number.
  public func required(of cell: Int) -> Int {
    guard states[cell] != .notNeeded else { return 0 }
    return needs.required(row: cell / columns.count, column: cell % columns.count) ?? 1
  }

  /// How much the need of a cell matters beside others; 1 where needs say nothing.
  ///
  /// - Parameter cell: The place of the cell, as ``index(row:column:)`` gives it.
  /// - Returns: The weight, 0 or more.
  public func weight(of cell: Int) -> Double {
    needs.weight(row: cell / columns.count, column: cell % columns.count) ?? 1
  }

  /// How many named providers a cell lacks; 0 where the sources could not show them.
  ///
  /// - Parameter cell: The place of the cell, as ``index(row:column:)`` gives it.
  /// - Returns: The number.
  public func deficit(of cell: Int) -> Int {
    states[cell] == .unobservable ? 0 : max(0, required(of: cell) - supply(of: cell))
  }
}
