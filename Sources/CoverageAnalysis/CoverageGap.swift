public import AssistanceModel
public import GraphCore

/// A cell where nobody, or nobody by name, is reported, with its rank and the reasons for it.
public struct CoverageGap: Hashable, Sendable {
  /// Somebody who does in other rows what is missing here.
  public struct Elsewhere: Hashable, Sendable {
    /// The actor.
    public let provider: NodeID
    /// Whether the name stands for one actor.
    public let designation: Designation
    /// The rows where it is reported.
    public let rows: [NodeID]
    /// The facts that say so.
    public let facts: [NodeID]
  }

  /// The place in the list, from 1; gaps that the rule cannot tell apart share it.
  public let rank: Int
  /// The cell.
  public let cell: CoverageCell
  /// How grave the row's risk is said to be, if the collection says so.
  public let riskLevel: String?
  /// How many other rows have the column covered.
  public let coveredElsewhere: Int
  /// How many columns of the row are open, this one included.
  public let openInRow: Int
  /// How many columns the row has.
  public let columnCount: Int
  /// Who provides it in other rows, those in most rows first.
  public let elsewhere: [Elsewhere]
  /// Who offers it by general statements that name no row.
  public let general: [GeneralCoverage.Provider]
  /// Facts of the row that count in no column, but for those the cell leaves out.
  public let unfiledFacts: [NodeID]
}

extension CoverageReport {
  /// The rule by which gaps are ranked, in words for a report.
  public static let rankingRule =
    "nobody before unnamed providers only; then the graver risk level, where the collection gives"
    + " one; then the column that fewer rows have covered; then the row with more open columns"

  /// The gaps, ranked by ``rankingRule``; equals share a rank and keep the order of rows.
  ///
  /// - Parameter states: Which states are gaps; add `.one` for cells that rest on one provider.
  /// - Returns: The gaps, the gravest first.
  /// - Complexity: O(*g* log *g* + *r*·*k*) for *g* gaps, *r* rows and *k* columns.
  public func gaps(_ states: Set<CoverageState> = [.nobody, .unnamedOnly]) -> [CoverageGap] {
    let all = rows.indices.flatMap { row in columns.indices.map { (row: row, column: $0) } }
    let open = all.filter { states.contains(self.states[index(row: $0.row, column: $0.column)]) }
    let coveredRows = columns.indices.map { column in
      rows.indices.count { self.states[index(row: $0, column: column)].isCovered }
    }
    let openColumns = rows.indices.map { row in
      columns.indices.count {
        [.nobody, .unnamedOnly].contains(self.states[index(row: row, column: $0)])
      }
    }
    let risks = rows.map { graph.graph[$0]?.property("risk-level") }
    func key(_ place: (row: Int, column: Int)) -> [Int] {
      let state = self.states[index(row: place.row, column: place.column)]
      return [
        Self.gravity(state), Self.gravity(risk: risks[place.row]), coveredRows[place.column],
        -openColumns[place.row],
      ]
    }
    let sorted = open.map { (place: $0, key: key($0)) }.enumerated().sorted {
      $0.element.key == $1.element.key
        ? $0.offset < $1.offset
        : $0.element.key.lexicographicallyPrecedes($1.element.key)
    }.map(\.element)
    let providersElsewhere = columns.indices.map { elsewhere(column: $0) }
    var gaps: [CoverageGap] = []
    var (rank, lastKey): (Int, [Int]) = (0, [])
    for (position, (place, key)) in sorted.enumerated() {
      if key != lastKey { rank = position + 1 }
      lastKey = key
      let cell = cell(row: place.row, column: place.column)
      let covered = coveredRows[place.column] - (cell.state.isCovered ? 1 : 0)
      gaps.append(
        CoverageGap(
          rank: rank,
          cell: cell,
          riskLevel: risks[place.row].map { Self.text($0) },
          coveredElsewhere: covered,
          openInRow: openColumns[place.row],
          columnCount: columns.count,
          elsewhere: providersElsewhere[place.column].compactMap { $0.excluding(cell.row) },
          general: general[place.column].providers,
          unfiledFacts: unfiledFacts(row: place.row)
        )
      )
    }
    return gaps
  }

  /// Who is reported in a column, with the facts of each row; those in most rows first.
  private func elsewhere(column: Int) -> [ColumnProvider] {
    var providers: [ColumnProvider] = []
    var places: [NodeID: Int] = [:]
    for row in rows.indices where states[index(row: row, column: column)].isCovered {
      for provider in cell(row: row, column: column).providers {
        let place = places[provider.id] ?? providers.count
        if place == providers.count {
          places[provider.id] = place
          providers.append(ColumnProvider(id: provider.id, designation: provider.designation))
        }
        providers[place].rows.append((rows[row], provider.witnesses.map(\.fact)))
      }
    }
    return providers.enumerated().sorted {
      ($1.element.rows.count, $0.offset) < ($0.element.rows.count, $1.offset)
    }.map(\.element)
  }

  private static func gravity(_ state: CoverageState) -> Int {
    switch state {
    case .nobody: 0
    case .unnamedOnly: 1
    case .one: 2
    case .several, .unobservable, .notNeeded: 3
    }
  }

  /// The levels of the Global Centre's monitor, gravest first; a number ranks by its size.
  private static func gravity(risk: PropertyValue?) -> Int {
    switch risk {
    case .integer(let level): -level
    case .text(let level):
      ["current-crisis", "imminent-risk", "serious-concern"]
        .firstIndex(of: level.lowercased().replacing(" ", with: "-")).map { $0 - 3 } ?? 0
    default: 0
    }
  }

  private static func text(_ value: PropertyValue) -> String {
    switch value {
    case .text(let text): text
    case .integer(let number): String(number)
    default: ""
    }
  }
}

/// Somebody who is reported in a column, with the facts of each row.
private struct ColumnProvider {
  let id: NodeID
  let designation: Designation
  var rows: [(row: NodeID, facts: [NodeID])] = []

  /// Where it is reported but in one row; `nil` if nowhere else.
  func excluding(_ row: NodeID) -> CoverageGap.Elsewhere? {
    let others = rows.filter { $0.row != row }
    guard !others.isEmpty else { return nil }
    return CoverageGap.Elsewhere(
      provider: id,
      designation: designation,
      rows: others.map(\.row),
      facts: others.flatMap(\.facts)
    )
  }
}
