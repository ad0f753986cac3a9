import PillarKit

// Who connects these actors, which few reach everybody, and which groups are there?
script(on: "Graphs/r2p") { record in
  let network = try CoordinationNetwork(record.graph)
  func name(_ actor: NodeID) -> String { record.graph.name(of: actor) }

  let asked = try ["UNDP", "EU", "Finn Church Aid"].map { try record.node($0) }
  let group = try network.connecting(asked)
  print("\(group.steps.count) links connect the \(asked.count):")
  for step in group.steps { print("  \(name(step.from)) – \(name(step.to)), \(step.evidence)") }
  for connector in group.connectors {
    print("  over \(name(connector.actor)): \(connector.loss)")
  }

  let few = network.reachingAll()
  print("\n\(few.members.count) actors reach all others with links, and no fewer do:")
  for member in few.members where member.isInEvery == true {
    print("  \(name(member.actor)) reaches \(member.reaches.count), and nobody takes its place")
  }

  let report = network.communities()
  print("\n\(report.communities.count) groups; the largest:")
  for community in report.communities.prefix(3) {
    print("  \(community.members.count) actors around \(community.members.first.map(name) ?? "")")
  }
  for tie in report.ties.prefix(1) {
    print("\(name(tie.actor)) has links to \(tie.linksTo.count) other groups")
  }
}
