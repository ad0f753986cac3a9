import PillarKit

// What does the record tell of 2013 that it does not tell of 2003, and what only of 2003?
script(on: "Graphs/r2p") { record in
  let graph = record.graph
  var question = CoverageQuestion(record.metadata.question)
  question.bases = Set(Basis.allCases)
  guard let earlier = Validity(spanning: "2003"), let later = Validity(spanning: "2013") else {
    return
  }
  let change = graph.coverageDifference(from: earlier, to: later, question)

  var cells = ReportTable(["case", "inhibitor", "2003", "2013", "what became of it"])
  for cell in change.cells {
    cells.append([
      graph.name(of: cell.before.row), graph.name(of: cell.before.column),
      cell.before.state.phrase, cell.after.state.phrase, cell.kind.rawValue,
    ])
  }
  var facts = ReportTable(["fact", "what became of it", "source"])
  for fact in change.facts {
    guard let told = fact.before.flatMap({ graph.fact($0) }) else { continue }
    facts.append([told.id.rawValue, fact.kind.rawValue, Evidence.sources(told.sources)])
  }
  let same = "\(change.unchangedFactCount) facts count at both dates"
  print(
    ReportPage(
      "From 2003 to 2013",
      [.paragraph("\(same), most of them because they carry none."), .table(cells), .table(facts)]
    )
  )
}
