import PillarKit

// Who could close the gaps of two countries, if each actor is paid 3 once and 1 for each engagement,
// and takes up no more than four? What would it cost, and is there nothing cheaper?
script(on: "Graphs/r2p") { record in
  let graph = record.graph
  let cases = [try record.node("Kenya", .countryCase), try record.node("Guyana", .countryCase)]
  let report = record.coverage { $0.onlyRows = cases }

  var question = ClosureQuestion()
  question.fixedCost = 3
  question.capacity = 4
  let plan = try report.closure(question)

  var table = ReportTable(["actor", "case", "inhibitor", "facts that speak for it"])
  for engagement in plan.engagements {
    table.append([
      graph.name(of: engagement.actor), graph.name(of: engagement.row),
      graph.name(of: engagement.column),
      engagement.ground.facts.map(\.rawValue).joined(separator: ", "),
    ])
  }
  let sentences = plan.summary + plan.proofSentences + plan.conventions(report.question)
  print(
    ReportPage(
      "Who could close the gaps of Kenya and Guyana",
      sentences.map { .paragraph($0) } + [.table(table)]
    )
  )
}
