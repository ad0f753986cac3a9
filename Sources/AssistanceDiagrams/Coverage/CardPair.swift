internal import CoverageAnalysis

/// The cells between a card of the columns and a card of the rows.
struct CardPair: Hashable {
  /// The cards' places.
  let column: Int
  let row: Int
  let states: [CoverageState]

  var gaps: Int { states.count { $0 == .nobody } }
  var reported: Int { states.count { $0.isCovered } }
  /// How many cells have no reported activity, as a share of those that could have some.
  var gapShare: Double { gaps == 0 ? 0 : Double(gaps) / Double(gaps + reported) }
}
