public import CoverageAnalysis
public import GraphCore

extension CoverageReport {
  /// The rule by which candidates are ranked, in words for a report.
  public static let candidateRankingRule =
    "first who is here already and does it near by; then by the nearest place where it is done"
    + " (bordering; in the same whole, level by level; in the same regional organization, the"
    + " smaller first; any other); then who offers it in general; then who has a part, whole or"
    + " member that does it; then the others. Among equals: here already, the cheaper route (none"
    + " last), more places that near, more facts of it, more facts here. Who is equal still shares"
    + " a rank, in the order of the graph"

  /// Finds who could fill a cell: who is there for something else, who does it elsewhere or offers
  /// it, how near, and by what route.
  ///
  ///     report.candidates(row: "case-drc", column: "inhibitor-5")?.candidates.first?.reasons
  ///     // [.here, .elsewhere, .route]: present in the case, active in another, and so on
  ///
  /// Whoever provides it in the cell already is no candidate, nor is anybody without a name of their
  /// own; both are told. What is done elsewhere is told of every row, even if the report is on some.
  ///
  /// - Parameters:
  ///   - row: The row's node.
  ///   - column: The column's node.
  ///   - limit: How many candidates to tell of, the best ones; `nil` tells of all.
  ///   - options: What is asked beside the matrix.
  /// - Returns: The candidates, ranked by ``candidateRankingRule``; `nil` if the nodes are no row and
  ///   column.
  /// - Complexity: O(*n* log *n* + *m* + *e* + *c* log *c*) for *n* nodes, *m* edges, *e* facts in
  ///   cells and *c* candidates.
  public func candidates(
    row: NodeID,
    column: NodeID,
    limit: Int? = nil,
    _ options: CandidateOptions = CandidateOptions()
  ) -> GapCandidates? {
    guard rows.contains(row), columns.contains(column) else { return nil }
    return candidates(for: [CandidateCell(row: row, column: column)], limit: limit, options).first
  }

  /// Finds who could fill each of several gaps.
  ///
  ///     report.candidates(for: report.gaps(), limit: 3).map(\.candidates.first?.actor)
  ///
  /// What gaps share is found once: everybody's facts for all of them, and the places near by and the
  /// routes for those of a row.
  ///
  /// - Parameters:
  ///   - gaps: Gaps of this report.
  ///   - limit: How many candidates to tell of for each gap, the best ones; `nil` tells of all.
  ///   - options: What is asked beside the matrix.
  /// - Returns: The candidates of each gap, in the order of the gaps.
  /// - Complexity: O(*m* + *e* + *r*·(*n* log *n* + *m*) + *g*·*c* log *c*) for *r* rows with gaps, and
  ///   *g* gaps with *c* candidates each.
  public func candidates(
    for gaps: [CoverageGap],
    limit: Int? = nil,
    _ options: CandidateOptions = CandidateOptions()
  ) -> [GapCandidates] {
    candidates(
      for: gaps.map { CandidateCell(row: $0.cell.row, column: $0.cell.column) },
      limit: limit,
      options
    )
  }

  private func candidates(
    for cells: [CandidateCell],
    limit: Int?,
    _ options: CandidateOptions
  ) -> [GapCandidates] {
    guard !cells.isEmpty else { return [] }
    let search = CandidateSearch(self, options)
    let rows = search.report.rows.enumerated().map { ($1, $0) }
    let columns = search.report.columns.enumerated().map { ($1, $0) }
    let rowPlaces = Dictionary(rows) { first, _ in first }
    let columnPlaces = Dictionary(columns) { first, _ in first }
    var answers = [GapCandidates?](repeating: nil, count: cells.count)
    let ofRows = Dictionary(grouping: cells.indices) { cells[$0].row }
    // The order of a dictionary does not show: every answer has its place.
    for (row, places) in ofRows {
      guard let rowPlace = rowPlaces[row] else { continue }
      let surroundings = CandidateRow(rowPlace, in: search)
      for place in places {
        guard let column = columnPlaces[cells[place].column] else { continue }
        answers[place] = CandidateList(search, surroundings, column: column).answer(limit: limit)
      }
    }
    return answers.compactMap(\.self)
  }
}

/// A cell by its nodes.
struct CandidateCell {
  let row: NodeID
  let column: NodeID
}
