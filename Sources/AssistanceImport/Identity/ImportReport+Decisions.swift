extension ImportReport {
  /// What became of a decision about two names.
  public struct DecisionOutcome: Hashable, Sendable {
    /// What came of it.
    public enum Effect: Hashable, Sendable {
      /// The names would not be one, or not apart, without it.
      case applied
      /// The rules say the same.
      case agreesWithRules
      /// These names occur in none of the files.
      case notInTheFiles([String])
      /// Each of these is the acronym or name of several organizations.
      case severalBear([String])
      /// A row gives both names to one organization, or another decision speaks against it.
      case cannotBeKept
    }

    /// The decision.
    public let decision: ActorDecision
    /// What came of it.
    public let effect: Effect

    init(_ decision: ActorDecision, _ effect: Effect) {
      self.decision = decision
      self.effect = effect
    }
  }

  /// How many decisions made a difference.
  public var appliedDecisions: Int { decisions.count { $0.effect == .applied } }

  /// What became of the decisions, in sentences; empty if there are none.
  public var decisionLines: [String] {
    guard !decisions.isEmpty else { return [] }
    let agreeing = decisions.count { $0.effect == .agreesWithRules }
    var lines = [
      "\(appliedDecisions) of \(decisions.count) decisions made a difference"
        + (agreeing > 0 ? "; \(agreeing) say what the rules say too" : "")
    ]
    for outcome in decisions {
      let decision = outcome.decision
      let told = "“\(decision.name)” \(decision.verdict.rawValue) “\(decision.other)”"
      switch outcome.effect {
      case .applied, .agreesWithRules: continue
      case .notInTheFiles(let names):
        lines.append("\(told): \(Self.quoted(names)) not in these files")
      case .severalBear(let names):
        lines.append("\(told): several are called \(Self.quoted(names)); write their full names")
      case .cannotBeKept:
        lines.append(
          decision.verdict == .same
            ? "\(told): not done, another decision keeps them apart"
            : "\(told): not done, the files give both names to one organization"
        )
      }
    }
    return lines
  }

  private static func quoted(_ names: [String]) -> String {
    names.map { "“\($0)”" }.joined(separator: " and ")
  }
}
