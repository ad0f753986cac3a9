import PillarKit

// How firmly is it covered, if transitional justice matters most and takes two who do it?
script(on: "Graphs/r2p") { record in
  let justice = try record.node("inhibitor 7", .inhibitor)
  let report = record.coverage { question in
    question.needs = [CoverageNeed([.init(.inhibitor, justice)], required: 2, weight: 3)]
  }
  let redundancy = report.redundancy()
  print(report.page(redundancy: redundancy, collection: record.metadata.title))

  print("\nWho would be missed in more than one case:")
  for provider in redundancy.providers where provider.loss.cellCount > 1 {
    let name = record.graph.name(of: provider.loss.actor)
    print("\(name): \(provider.loss.cellCount) cells, alone in \(provider.loss.openedCount)")
  }
}
