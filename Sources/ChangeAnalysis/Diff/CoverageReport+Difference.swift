public import AssistanceImport
public import AssistanceModel
public import CoverageAnalysis
public import GraphCore

extension CoverageReport {
  /// What changed since another report, of another collection or of an earlier state of this one.
  ///
  ///     let difference = try report.difference(from: earlier)
  ///     difference.cells(.lost).count  // cells without a provider by name any more
  ///
  /// Cells that both sides have are compared; rows and columns of one side are told apart. Who is
  /// gone and who is new may be one actor under two names: what imports would propose to unite with
  /// high or medium confidence is told as a renaming, and each change says what is left of it then.
  ///
  /// - Parameters:
  ///   - before: The first side, asked of the same kinds of rows and columns.
  ///   - decisions: What people decided about names; two that were kept apart are no renaming.
  /// - Returns: Cells, actors and facts that changed.
  /// - Throws: ``ChangeError/otherQuestions(before:after:)`` if the sides ask of other ends of facts.
  /// - Complexity: about O(*f* log *f* + *r*·*k* + *a*·*b*) for *f* facts, *r* rows, *k* columns
  ///   and *a* actors with *b* similar names.
  public func difference(
    from before: CoverageReport,
    decisions: ActorDecisions = .none
  ) throws(ChangeError) -> CoverageDifference {
    guard before.axes == axes else {
      throw .otherQuestions(before: before.axes, after: axes)
    }
    let matching = NodeMatching(before.graph.graph, graph.graph)
    return DifferenceKernel(before, self, matching, isOfDates: false, decisions).difference()
  }

  /// The ends of facts that make rows and columns, in words.
  fileprivate var axes: String {
    func text(_ role: EdgeKind, _ subkind: String?) -> String {
      role.rawValue + (subkind.map { ":\($0)" } ?? "")
    }
    return text(question.rows, question.rowSubkind) + " by "
      + text(question.columns, question.columnSubkind)
  }
}

extension AssistanceGraph {
  /// What changed between two dates or spans of time.
  ///
  ///     graph.coverageDifference(from: earlier, to: later).cells(.lost)
  ///
  /// A fact has ended if it counts in the first span and not in the second, and has begun the other
  /// way round; what carries no date counts in both.
  ///
  /// - Parameters:
  ///   - before: The first span.
  ///   - after: The second span.
  ///   - question: Rows, columns and scope; its period is not heeded.
  ///   - decisions: What people decided about names.
  /// - Returns: Cells, actors and facts that changed.
  /// - Complexity: As two coverages, and as ``CoverageReport/difference(from:decisions:)``.
  public func coverageDifference(
    from before: Validity,
    to after: Validity,
    _ question: CoverageQuestion = CoverageQuestion(),
    decisions: ActorDecisions = .none
  ) -> CoverageDifference {
    var (first, second) = (question, question)
    first.period = before
    second.period = after
    let matching = NodeMatching(within: graph)
    return DifferenceKernel(
      coverage(first),
      coverage(second),
      matching,
      isOfDates: true,
      decisions
    ).difference()
  }
}
