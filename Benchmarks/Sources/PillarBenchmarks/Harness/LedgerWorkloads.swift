internal import PillarKit

/// Coverage in a window of time, and what falls with each actor, on a ledger.
struct LedgerWorkloads {
  static let names = ["coverage-window", "withdraw-each", "withdraw-each-funder"]

  let data: LedgerData
  /// Whether answers are compared with slow recomputations.
  let isVerified: Bool

  func run(in harness: inout Harness) throws {
    let graph = try data.graph()
    let slow = isVerified ? SlowLedger(data) : nil
    try harness.measure("coverage-window", expecting: slow?.coverage) {
      graph.coverage(data.question)
    } check: { report in
      [
        "counted-facts": Double(report.countedFactCount), "nobody": Double(report.count(.nobody)),
        "one": Double(report.count(.one)), "several": Double(report.count(.several)),
        "matrix": Double(report.states.count),
      ]
    }
    let report = graph.coverage(data.question)
    try harness.measure("withdraw-each", expecting: slow?.losses(isFunding: false)) {
      report.losses()
    } check: { losses in
      LedgerCheck.of(losses)
    }
    try harness.measure("withdraw-each-funder", expecting: slow?.losses(isFunding: true)) {
      report.fundingLosses()
    } check: { losses in
      LedgerCheck.of(losses)
    }
  }
}
