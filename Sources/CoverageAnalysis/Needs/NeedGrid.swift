internal import AssistanceModel
internal import GraphCore

/// The needs of a question by place, so that a cell finds its own in constant time.
///
/// What a cell's need does not say is taken from its row's, then its column's, then that of all.
struct NeedGrid: Sendable {
  /// Whether some need is about the rows and columns of the matrix.
  private(set) var applies = false
  /// How many needs are about other ends of facts, or about nodes outside the matrix.
  private(set) var otherCount = 0

  private let needs: [CoverageNeed]
  private let columnCount: Int
  private var everywhere: Int?
  private var rows: [Int: Int] = [:]
  private var columns: [Int: Int] = [:]
  private var cells: [Int: Int] = [:]

  /// Places needs; of two about the same cells the later one counts.
  init(
    _ question: CoverageQuestion,
    rows rowAxis: CoverageAxis,
    columns columnAxis: CoverageAxis,
    in graph: AssistanceGraph
  ) {
    needs = question.needs
    columnCount = columnAxis.count
    for (index, need) in needs.enumerated() {
      var (row, column): (Int?, Int?)
      var isPlaced = !need.ends.isEmpty
      for end in need.ends {
        let axis: CoverageAxis
        switch end.role {
        case question.rows: axis = rowAxis
        case question.columns: axis = columnAxis
        default:
          isPlaced = false
          continue
        }
        guard let node = end.node else { continue }
        let place = axis.place(of: node, in: graph)
        if place == nil { isPlaced = false }
        if end.role == question.rows { row = place } else { column = place }
      }
      guard isPlaced else {
        otherCount += 1
        continue
      }
      applies = true
      switch (row, column) {
      case (nil, nil): everywhere = index
      case (let row?, nil): rows[row] = index
      case (nil, let column?): columns[column] = index
      case (let row?, let column?): cells[row * columnCount + column] = index
      }
    }
  }

  /// How many providers a cell requires; `nil` if no need says so.
  func required(row: Int, column: Int) -> Int? {
    value(\.required, row: row, column: column)
  }

  /// How much a cell matters; `nil` if no need says so.
  func weight(row: Int, column: Int) -> Double? {
    value(\.weight, row: row, column: column)
  }

  /// How grave the risk in a cell is; `nil` if no need says so.
  func riskLevel(row: Int, column: Int) -> String? {
    value(\.riskLevel, row: row, column: column)
  }

  /// Why nothing is needed in a cell; `nil` if needs do not say so.
  func needlessReason(row: Int, column: Int) -> String? {
    guard applies, required(row: row, column: column) == 0 else { return nil }
    return value(\.note, row: row, column: column) ?? "needs: none required"
  }

  private func value<Value>(
    _ path: KeyPath<CoverageNeed, Value?>,
    row: Int,
    column: Int
  ) -> Value? {
    guard applies else { return nil }
    let found = [cells[row * columnCount + column], rows[row], columns[column], everywhere]
    for case let place? in found {
      if let value = needs[place][keyPath: path] { return value }
    }
    return nil
  }
}
