/// A table that can be printed on a terminal, put into a report or opened in a spreadsheet.
///
///     let table = ReportTable(["case", "state"], rows: [["Kenya", "one provider"]])
///     print(table.plain(width: 80))
public struct ReportTable: Hashable, Sendable {
  /// Where the content of a column stands.
  public enum Alignment: Hashable, Sendable {
    case left, right, centre
  }

  /// The heading of each column.
  public let headings: [String]
  /// Where the content of each column stands.
  public let alignments: [Alignment]
  /// The cells, row by row; every row has a cell for each heading.
  public private(set) var rows: [[String]]

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - headings: The heading of each column.
  ///   - alignments: Where columns stand; columns without one stand left.
  ///   - rows: The cells, row by row; missing cells are empty.
  public init(_ headings: [String], alignments: [Alignment] = [], rows: [[String]] = []) {
    self.headings = headings
    self.alignments = headings.indices.map { $0 < alignments.count ? alignments[$0] : .left }
    self.rows = []
    for row in rows { append(row) }
  }

  /// Adds a row; missing cells are empty, surplus ones are dropped.
  public mutating func append(_ row: [String]) {
    rows.append(headings.indices.map { $0 < row.count ? row[$0] : "" })
  }
}
