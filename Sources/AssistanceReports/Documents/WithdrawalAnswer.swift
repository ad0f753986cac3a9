internal import AssistanceModel
public import CoordinationAnalysis
public import CoverageAnalysis
internal import GraphCore

/// What a question of withdrawal found, before it is told as a page, a table or JSON.
public struct WithdrawalAnswer: Sendable {
  /// The matrix with everybody.
  public let report: CoverageReport
  /// What changes.
  public let withdrawal: Withdrawal
  /// Who or what goes, as it stands after “without”.
  public let departing: String
  /// How it was decided what goes, in sentences.
  public let rules: [String]
  /// The best paths between ends that were asked about, with everybody and without those who leave.
  public var paths: [PathChange] = []
  /// Who is cut off; `nil` if it was not asked.
  public var cutOff: CutOff?

  /// Creates an answer.
  ///
  /// - Parameters:
  ///   - withdrawal: What changes.
  ///   - report: The matrix with everybody.
  ///   - departing: Who or what goes, as it stands after “without”; the actors' names unless given.
  ///   - rules: How it was decided what goes, in sentences.
  public init(
    _ withdrawal: Withdrawal,
    of report: CoverageReport,
    departing: String? = nil,
    rules: [String] = []
  ) {
    self.report = report
    self.withdrawal = withdrawal
    self.departing =
      departing
      ?? PlainList.and(withdrawal.actors.map { report.graph.name(of: $0) }, none: "nobody")
    self.rules = rules
  }

  /// The facts that the changed cells rest on, before and after.
  var namedFacts: [NodeID] { facts(of: withdrawal.changes) }

  /// The facts that every touched cell rests on, before and after.
  var touchedFacts: [NodeID] { facts(of: withdrawal.touched) }

  private func facts(of cells: [Withdrawal.Change]) -> [NodeID] {
    cells.flatMap { change in
      (change.leaving + change.remaining).flatMap { $0.witnesses.map(\.fact) }
        + (change.unattributed + change.unattributedLeaving).map(\.fact)
    } + withdrawal.facts
  }
}

/// Lists and numbers in sentences.
enum PlainList {
  /// The texts with commas and an “and” before the last.
  static func and(_ texts: [String], none: String) -> String {
    guard let last = texts.last else { return none }
    guard texts.count > 1 else { return last }
    return texts.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A number with its noun; the plural is the noun with an “s” unless given.
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}
