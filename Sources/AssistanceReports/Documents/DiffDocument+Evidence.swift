internal import AssistanceModel
internal import ChangeAnalysis
internal import CoverageAnalysis
internal import GraphCore

extension CoverageDifference {
  /// The facts of each side that an answer about the difference names; some come twice.
  var namedFacts: (before: [NodeID], after: [NodeID]) {
    (
      cells.flatMap(\.before.namedFacts) + actors.gone.flatMap(\.facts)
        + facts.compactMap(\.before),
      cells.flatMap(\.after.namedFacts) + actors.new.flatMap(\.facts) + facts.compactMap(\.after)
    )
  }

  /// The documents that facts of both sides cite; one that both cite is told once.
  func documents(
    _ named: (before: [NodeID], after: [NodeID]),
    before: [SourceDocument],
    after: [SourceDocument]
  ) -> [DocumentLabel] {
    let old = DocumentLabel.cited(
      Evidence.documents(named.before, in: self.before.graph),
      in: before
    )
    let new = DocumentLabel.cited(Evidence.documents(named.after, in: self.after.graph), in: after)
    return old + new.filter { !old.contains($0) }
  }
}
