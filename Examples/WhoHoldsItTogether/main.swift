import PillarKit

// Who stands between others, in which role, and whom does nothing else hold in contact?
script(on: "Graphs/r2p") { record in
  let report = try CoordinationNetwork(record.graph).brokers()
  func name(_ actor: NodeID) -> String { record.graph.name(of: actor) }

  print(
    "\(report.brokers.count) actors in \(report.partCount) parts; \(report.unlinked.count) more unlinked"
  )
  for broker in report.brokers.prefix(5) {
    let roles = broker.roles
    print(
      "\(report.rank(of: broker)). \(name(broker.actor)): links \(broker.linkCount) others,"
        + " cuts off \(broker.cutsOff); liaison \(roles.liaison), consultant \(roles.consultant)"
    )
  }

  print("\nOnly one documented link holds these in contact:")
  let network = report.network
  for link in report.bridges where network.evidence(of: link) == .documented {
    let step = network.step(over: link, from: network.network.sources[Int(link)])
    print("  \(name(step.from)) – \(name(step.to))")
  }
}
