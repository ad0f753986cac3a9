import PillarKit

// What do the routes between two organizations depend on, and what is the next best route without
// each actor on the best one? A shared case is no way round: only what a source or a reader states.
script(on: "Graphs/r2p") { record in
  func name(_ id: NodeID) -> String { record.graph.name(of: id) }
  func told(_ route: CoordinationPath) -> String {
    (route.steps.prefix(1).map(\.from) + route.steps.map(\.to)).map(name).joined(separator: " → ")
  }
  var question = PathQuestion(
    from: try record.node("UN Department of Political Affairs", .actor),
    to: try record.node("Religions for Peace", .actor)
  )
  question.evidence = [.documented, .declared]
  let cuts = try record.graph.routeCuts(question)

  if let best = cuts.best.paths.first { print("Best: \(told(best)), cost \(best.cost)") }
  let everyone = cuts.onEveryRoute.map(name)
  print("On every route: \(everyone.isEmpty ? "nobody" : everyone.joined(separator: ", "))")
  for set in cuts.actorCuts?.sets ?? [] {
    print("Cuts every route: the loss of \(set.map(name).joined(separator: " and "))")
  }
  for without in cuts.without {
    let next = without.after.map { "\(told($0)), cost \($0.cost)" } ?? "no route is left"
    print("Without \(name(without.actor)): \(next)")
  }
  print("\nRoutes that share nobody:")
  for route in cuts.apart.routes {
    print("  \(told(route)), weakest evidence: \(route.weakestEvidence?.rawValue ?? "none")")
  }
}
