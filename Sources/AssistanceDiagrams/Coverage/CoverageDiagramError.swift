/// Why a coverage diagram cannot be drawn.
public enum CoverageDiagramError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There are more cells than a picture can hold.
  case tooManyCells(rows: Int, columns: Int)
  /// There are more cards than can be read.
  case tooManyCards(rows: Int, columns: Int)

  /// A matrix may have at most so many cells.
  public static let maximumCells = 40_000
  /// There may be at most so many cards, unless all details are asked for.
  public static let maximumCards = 150

  /// What is wrong and what helps, in words.
  public var description: String {
    switch self {
    case .tooManyCells(let rows, let columns):
      "\(rows) × \(columns) cells are too many to draw; at most \(Self.maximumCells) are possible:"
        + " ask of some rows or columns only, or write the table"
    case .tooManyCards(let rows, let columns):
      "\(rows + columns) cards are too many to read; at most \(Self.maximumCards) are drawn: draw"
        + " the matrix, ask of some rows or columns only, or ask for full detail"
    }
  }
}
