internal import AssistanceModel

extension PathSearch {
  /// The paths whose weakest step is the strongest, and of those the cheapest.
  ///
  /// Only documented evidence is walked at first, then declared as well, then everything: what is
  /// found with one class more is weaker than what was found without it.
  func routesByWeakestStep() -> FoundRoutes {
    var found = FoundRoutes()
    var classes: Set<EvidenceClass> = []
    for evidence in EvidenceClass.allCases.sorted(by: { $0.order < $1.order })
    where question.evidence.contains(evidence) {
      classes.insert(evidence)
      var narrowed = question
      narrowed.evidence = classes
      narrowed.measure = .cost(question.stepCosts ?? StepCosts())
      let search = PathSearch(graph, narrowed)
      let isFirst = classes.count == 1
      let routes = search.best(question.count - found.paths.count) { path in
        path.weakestEvidence == evidence || (isFirst && path.steps.isEmpty)
      }
      found.paths += routes.paths
      found.stoppedEarly = routes.stoppedEarly
      if found.paths.count >= question.count || found.stoppedEarly { break }
    }
    return found
  }
}
