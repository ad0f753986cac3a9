public import AssistanceModel
public import GraphCore

/// A cell where nobody, nobody by name, or fewer than required are reported, with its rank and the
/// reasons for it.
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
  /// Who offers it by general statements that name no row.
  public let general: [GeneralCoverage.Provider]
  /// Facts of the row that count in no column, but for those the cell leaves out.
  public let unfiledFacts: [NodeID]

  /// Everybody who is reported in the column; the gaps of a column share it.
  let column: ColumnProviders

  /// Who provides it in other rows, those in most of them first, then those reported first.
  ///
  /// - Complexity: O(1) where nobody at all is reported, since such gaps of a column share the list;
  ///   else O(*f* + *p* log *p*) for *f* facts and *p* providers in the column.
  public var elsewhere: [Elsewhere] {
    sharesElsewhere ? column.ranked : column.ranked(without: cell.row)
  }

  /// Whether ``elsewhere`` is ``anywhere``, which gaps of a column share: only a covered row has to
  /// be taken out of the list.
  package var sharesElsewhere: Bool { !cell.state.isCovered }

  /// Who provides it in any row, this one included, in the order of ``elsewhere``.
  package var anywhere: [Elsewhere] { column.ranked }
}

extension CoverageReport {
  /// The rule by which gaps are ranked, in words for a report.
  public static let rankingRule =
    "nobody before unnamed providers only, these before fewer than required; then the graver risk"
    + " level and the greater weight, where they are given; then the column that fewer rows have"
    + " covered; then the row with more open columns"

  /// The gaps, ranked by ``rankingRule``; equals share a rank and keep the order of rows.
  ///
  /// Where only some rows or columns are asked of, their gaps keep the rank that they have among all
  /// gaps, and what is done elsewhere is told of all rows.
  ///
  /// - Parameter states: Which states are gaps; add `.one` for cells that rest on one provider. Cells
  ///   with fewer providers than needs require are gaps in any case.
  /// - Returns: The gaps, the gravest first.
  /// - Complexity: O(*g* log *g* + *r*·*k* + *f* log *f*) for *g* gaps, *r* rows, *k* columns and
  ///   *f* facts in cells; where only some are asked of, that of the whole matrix.
  public func gaps(_ states: Set<CoverageState> = [.nobody, .unnamedOnly]) -> [CoverageGap] {
    guard isWhole else {
      let (rows, columns) = (Set(rows), Set(columns))
      return whole.gaps(states)
        .filter { rows.contains($0.cell.row) && columns.contains($0.cell.column) }
    }
    let coveredRows = columns.indices.map { column in
      rows.indices.count { self.states[index(row: $0, column: column)].isCovered }
    }
    let openColumns = rows.indices.map { row in
      columns.indices.count { isOpen(self.states[index(row: row, column: $0)]) }
    }
    let risks = rows.map { graph.graph[$0]?.property("risk-level").flatMap { Self.text($0) } }
    var places: [Place] = []
    for row in rows.indices {
      for column in columns.indices {
        let cell = index(row: row, column: column)
        let state = self.states[cell]
        let isShort = needs.applies && state.isCovered && deficit(of: cell) > 0
        guard states.contains(state) || isShort else { continue }
        let risk = needs.riskLevel(row: row, column: column) ?? risks[row]
        places.append(
          Place(
            row: row,
            column: column,
            risk: risk,
            key: (
              Self.gravity(state, isShort: isShort), -(risk.flatMap(RiskLevel.gravity) ?? 0),
              -weight(of: cell), coveredRows[column], -openColumns[row]
            )
          )
        )
      }
    }
    let ranked = places.indices.sorted {
      places[$0].key == places[$1].key ? $0 < $1 : places[$0].key < places[$1].key
    }.map { places[$0] }
    let providers = columns.indices.map { ColumnProviders(reported(column: $0)) }
    let unfiled = rows.indices.map { unfiledFacts(row: $0) }
    var gaps: [CoverageGap] = []
    for (position, place) in ranked.enumerated() {
      let isTied = position > 0 && ranked[position - 1].key == place.key
      let cell = cell(row: place.row, column: place.column)
      let named = Set(cell.leftOut.map(\.witness.fact))
      let rowFacts = unfiled[place.row]
      gaps.append(
        CoverageGap(
          rank: isTied ? gaps[position - 1].rank : position + 1,
          cell: cell,
          riskLevel: place.risk,
          coveredElsewhere: coveredRows[place.column] - (cell.state.isCovered ? 1 : 0),
          openInRow: openColumns[place.row],
          columnCount: columns.count,
          general: general[place.column].providers,
          unfiledFacts: named.isEmpty ? rowFacts : rowFacts.filter { !named.contains($0) },
          column: providers[place.column]
        )
      )
    }
    return gaps
  }

  /// A gap before it is made, with what ranks it, the gravest first.
  private struct Place {
    let row: Int
    let column: Int
    let risk: String?
    let key: (state: Int, risk: Double, weight: Double, coveredRows: Int, openColumns: Int)
  }

  private func isOpen(_ state: CoverageState) -> Bool {
    state == .nobody || state == .unnamedOnly
  }

  /// Who is reported in a column, with the facts of each row, in the order of their first fact.
  private func reported(column: Int) -> [ColumnProvider] {
    var found: [ColumnProvider] = []
    var places: [NodeID: Int] = [:]
    for row in rows.indices where states[index(row: row, column: column)].isCovered {
      for provider in providers(of: index(row: row, column: column)) {
        let place = places[provider.id] ?? found.count
        if place == found.count {
          places[provider.id] = place
          found.append(ColumnProvider(id: provider.id, designation: provider.designation))
        }
        var facts: [NodeID] = []
        for witness in provider.witnesses where facts.last != witness.fact {
          facts.append(witness.fact)
        }
        found[place].rows.append(ColumnProvider.Row(row: rows[row], facts: facts))
      }
    }
    return found
  }

  private static func gravity(_ state: CoverageState, isShort: Bool) -> Int {
    switch state {
    case .nobody: 0
    case .unnamedOnly: 1
    case .one, .several: isShort ? 2 : 3
    case .unobservable, .notNeeded: 4
    }
  }

  private static func text(_ value: PropertyValue) -> String? {
    switch value {
    case .text(let text): text
    case .integer(let number): String(number)
    case .decimal(let number): String(number)
    default: nil
    }
  }
}

/// Everybody who is reported in a column.
struct ColumnProviders: Hashable {
  /// With the facts of each row, in the order of their first fact.
  private let reported: [ColumnProvider]
  /// With all rows, those in most of them first, then those reported first.
  let ranked: [CoverageGap.Elsewhere]

  init(_ reported: [ColumnProvider]) {
    self.reported = reported
    ranked = Self.ranked(reported, without: nil)
  }

  /// The list as it is without one row.
  func ranked(without row: NodeID) -> [CoverageGap.Elsewhere] {
    Self.ranked(reported, without: row)
  }

  private static func ranked(
    _ reported: [ColumnProvider],
    without row: NodeID?
  ) -> [CoverageGap.Elsewhere] {
    let others = reported.compactMap { $0.excluding(row) }
    return others.indices.sorted {
      (others[$1].rows.count, $0) < (others[$0].rows.count, $1)
    }.map { others[$0] }
  }
}

/// Somebody who is reported in a column, with the facts of each row.
struct ColumnProvider: Hashable {
  /// The facts of one row.
  struct Row: Hashable {
    let row: NodeID
    let facts: [NodeID]
  }

  let id: NodeID
  let designation: Designation
  var rows: [Row] = []

  /// Where it is reported but in one row, if any; `nil` if nowhere else.
  func excluding(_ row: NodeID?) -> CoverageGap.Elsewhere? {
    let others = rows.filter { $0.row != row }
    guard !others.isEmpty else { return nil }
    var seen: Set<NodeID> = []
    return CoverageGap.Elsewhere(
      provider: id,
      designation: designation,
      rows: others.map(\.row),
      facts: others.flatMap(\.facts).filter { seen.insert($0).inserted }
    )
  }
}
