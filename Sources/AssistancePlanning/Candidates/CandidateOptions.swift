public import AssistanceModel
public import CoordinationAnalysis

/// What is asked about candidates beside the matrix.
public struct CandidateOptions: Hashable, Sendable {
  /// Whether routes are searched; without them an answer is faster.
  public var findsRoutes = true
  /// The classes of evidence that a step of a route may have.
  ///
  /// Co-presence is left out: over shared places or subjects nearly everybody reaches everybody.
  public var routeEvidence: Set<EvidenceClass> = [.documented, .declared]
  /// What the steps of a route cost.
  public var stepCosts = StepCosts()
  /// Whether a route may pass a class of actors; never a placeholder.
  public var passesClasses = false
  /// How many steps a route may have that alone makes somebody a candidate; 0 for none.
  public var maximumRouteSteps = 2

  /// Creates the usual options.
  public init() {}
}
