internal import AssistanceModel
internal import CoverageAnalysis
internal import GraphCore

/// How many facts a coverage diagram counts, and why it does not count the others.
struct CountedFacts {
  private let report: CoverageReport
  private let counted: Set<NodeID>
  /// Those that the scope leaves out of a cell and that count in no other.
  private let outOfScope: Set<NodeID>
  /// Those of a row that name no column.
  private let unfiled: Set<NodeID>

  /// Looks at every cell of a report.
  init(_ report: CoverageReport) {
    self.report = report
    var (counted, outOfScope): (Set<NodeID>, Set<NodeID>) = ([], [])
    for cell in report.cells {
      counted.formUnion(cell.providers.flatMap(\.witnesses).map(\.fact))
      counted.formUnion(cell.unattributed.map(\.fact))
      outOfScope.formUnion(cell.leftOut.map(\.witness.fact))
    }
    self.counted = counted
    let left = outOfScope.subtracting(counted)
    self.outOfScope = left
    unfiled = Set(
      report.rows.indices.flatMap { report.unfiledFacts(row: $0) }.filter { id in
        !counted.contains(id) && !left.contains(id)
          && report.graph.fact(id)?.ends(report.question.columns).isEmpty == true
      }
    )
  }

  /// How many count, why the others do not, and how many have no date where a time is asked.
  var sentence: String { countSentence + undatedSentence }

  private var countSentence: String {
    let (count, all) = (report.countedFactCount, report.factCount)
    guard count < all else {
      switch all {
      case 0: return "There is no fact to count."
      case 1: return "The only fact counts here."
      default: return "All \(all) facts count here."
      }
    }
    var reasons: [String] = []
    if !outOfScope.isEmpty { reasons.append("\(outOfScope.count) by the scope above") }
    if !unfiled.isEmpty {
      let verb = unfiled.count == 1 ? "names" : "name"
      reasons.append(
        "\(unfiled.count) that \(verb) no \(report.question.columns.rawValue.visible)"
      )
    }
    let others = all - count - outOfScope.count - unfiled.count
    if others > 0 { reasons.append("\(others) outside what is asked") }
    return "\(count) of \(all) facts \(count == 1 ? "counts" : "count") here; left out: "
      + reasons.joined(separator: ", ") + "."
  }

  private var undatedSentence: String {
    guard report.question.period != nil, !counted.isEmpty else { return "" }
    let undated = counted.count { report.graph.fact($0)?.validity.isUnbounded ?? false }
    guard undated > 0 else { return " All that count carry a date." }
    guard undated < counted.count else {
      return counted.count == 1
        ? " It carries no date, so it counts at any time."
        : " None of them carries a date, so they count at any time."
    }
    return undated == 1
      ? " 1 of them carries no date, so it counts at any time."
      : " \(undated) of them carry no date, so they count at any time."
  }
}
