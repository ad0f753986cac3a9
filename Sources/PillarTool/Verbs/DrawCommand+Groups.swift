internal import PillarKit

extension DrawCommand {
  /// The picture of a group of actors.
  func groupDiagram(
    of collection: AssistanceCollection,
    names: NameIndex,
    _ options: DiagramOptions
  ) throws -> AssistanceDiagram {
    let network = try groupNetwork(of: collection, names: names)
    let graph = collection.graph
    if subject == .brokers {
      do throws(CoordinationNetworkError) {
        return try network.brokers().diagram(in: graph, options)
      } catch {
        try Output.fail(error.description)
      }
    }
    switch group.subject {
    case .connect:
      return try group.connecting(network, of: collection, names: names)
        .diagram(in: graph, options)
    case .reachAll:
      return try group.reaching(network, of: collection).diagram(in: graph, options)
    case .communities, nil:
      return group.communities(network, resolution: groupResolution).diagram(in: graph, options)
    }
  }

  /// The network of actors; co-presence links nobody unless it is asked for.
  private func groupNetwork(
    of collection: AssistanceCollection,
    names: NameIndex
  ) throws -> CoordinationNetwork {
    let avoided = Set(try route.avoid.map { try collection.node($0, names: names) })
    let kinds = try LinkWords.kinds(route.kinds, in: collection)
    let isGiven = !question.scope.evidence.isEmpty
    let classes =
      isGiven ? try question.scope.evidenceClasses : [EvidenceClass.documented, .declared]
    let (period, costs) = (try question.scope.time.period, try LinkWords.stepCosts(route.costs))
    do throws(CoordinationNetworkError) {
      let places = NetworkOptions.usualSharing(of: collection)
      return try CoordinationNetwork(collection.graph, sharing: places) { scope in
        scope.evidence = classes
        scope.kinds = kinds
        scope.measure = route.costs.isEmpty ? .steps : .cost(costs)
        scope.avoiding = avoided
        scope.passesClasses = route.throughClasses
        scope.period = period
      }
    } catch {
      try Output.fail(error.description)
    }
  }
}
