internal import AssistanceModel
internal import GraphCore
internal import GraphProjection
internal import NetworkAlgorithms

/// Finds out which restriction of a question leaves no path: each is lifted in turn.
///
/// Where the search through given nodes is given up, the restriction lifted is not said to open a
/// path; what is said to open one does.
struct NoPathFinder {
  private let graph: AssistanceGraph
  private let question: PathQuestion

  init(_ graph: AssistanceGraph, _ question: PathQuestion) {
    self.graph = graph
    self.question = question
  }

  func reason() -> NoPath {
    let inForce = PathRestriction.allCases.filter { isInForce($0) }
    let alone = inForce.filter { opens(lifting: [$0]) }
    if !alone.isEmpty { return .cutOff(by: alone) }
    if inForce.count > 1, opens(lifting: inForce) {
      // Those that need not be lifted for a path are not to blame.
      var together = inForce
      for restriction in inForce {
        let others = together.filter { $0 != restriction }
        if opens(lifting: others) { together = others }
      }
      return .cutOffTogether(by: together)
    }
    let free = lifted(PathRestriction.allCases)
    let projected = CoordinationLinks(graph, free).projected()
    func reached(_ id: NodeID) -> Int {
      projected.vertex(of: id).map { projected.network.breadthFirst(from: $0).reachedCount } ?? 0
    }
    return .unconnected(source: reached(question.source), target: reached(question.target))
  }

  private func isInForce(_ restriction: PathRestriction) -> Bool {
    switch restriction {
    case .kinds: true
    case .evidence: question.evidence.count < EvidenceClass.allCases.count
    case .time: question.period != nil
    case .avoiding: !question.avoiding.isEmpty
    case .through: !question.through.isEmpty
    case .direction: question.followsDirection
    case .pattern: question.pattern != nil
    case .length: question.maximumSteps != nil
    case .orderInTime: question.timing != nil
    case .unnamedActors: !question.passesClasses
    }
  }

  private func lifted(_ restrictions: [PathRestriction]) -> PathQuestion {
    var free = question
    for restriction in restrictions {
      switch restriction {
      case .kinds: free.kinds = Set(graph.graph.edgeKinds + [.provider])
      case .evidence: free.evidence = Set(EvidenceClass.allCases)
      case .time: free.period = nil
      case .avoiding: free.avoiding = []
      case .through: free.through = []
      case .direction: free.followsDirection = false
      case .pattern: free.pattern = nil
      case .length: free.maximumSteps = nil
      case .orderInTime: free.timing = nil
      case .unnamedActors: free.passesClasses = true
      }
    }
    return free
  }

  private func opens(lifting restrictions: [PathRestriction]) -> Bool {
    let free = lifted(restrictions)
    let isPlain = free.pattern == nil && free.maximumSteps == nil && free.timing == nil
    guard free.through.isEmpty, isPlain else {
      var one = free
      one.count = 1
      return !PathSearch(graph, one).answer(explaining: false).paths.isEmpty
    }
    let projected = CoordinationLinks(graph, free).projected()
    guard let source = projected.vertex(of: free.source),
      let target = projected.vertex(of: free.target)
    else { return false }
    return projected.network.breadthFirst(from: source).distance(to: target) != nil
  }
}
