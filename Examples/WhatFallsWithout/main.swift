import PillarKit

// On whom does most rest? Every actor's leaving, ranked; then what falls without the first one, which
// path breaks with it, and the fewest actors whose leaving would open three gaps.
script(on: "Graphs/r2p") { record in
  let graph = record.graph
  let report = record.coverage()
  let losses = report.losses()

  var ranking = ReportTable(["actor", "to nobody", "to one"], alignments: [.left, .right, .right])
  for loss in losses where loss.opensAnything {
    ranking.append([
      graph.name(of: loss.actor), String(loss.openedCount), String(loss.thinnedCount),
    ])
  }
  print(ReportPage("On whom most rests", [.table(ranking)]))

  guard let first = losses.first?.actor else { return }
  var answer = WithdrawalAnswer(report.withdrawal(of: [first]), of: report)
  let coordination = CoordinationWithdrawal(of: [first], from: graph)
  let question = PathQuestion(
    from: try record.node("Ethnic Relations Committee of Guyana", .actor),
    to: try record.node("United Nations", .actor)
  )
  answer.paths = [try coordination.paths(question)]
  answer.cutOff = coordination.cutOff(places: report.rows)
  print(answer.page(collection: record.metadata.title, documents: record.metadata.sources))

  let sets = report.criticalSets(opening: 3)
  print(report.page(sets: sets, collection: record.metadata.title))
}
