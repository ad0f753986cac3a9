import PillarKit

// How could a network of peacemakers reach the UN human rights office? First over who set it up, up
// and down institutions; then every route that none beats in cost, evidence and consents.
script(on: "Graphs/r2p") { record in
  var question = PathQuestion(
    from: try record.node("Network of Traditional and Religious Peacemakers", .actor),
    to: try record.node("OHCHR", .actor)
  )
  func tell() throws {
    let answer = try record.graph.paths(question)
    print(PathDocument(answer, in: record.graph, collection: record.metadata.title).page())
  }
  question.pattern = RoutePattern("established^-1 part-of+ part-of^-1", mode: .simple)
  question.count = 2
  try tell()

  question.pattern = nil
  question.weighsTradeOffs = true
  try tell()
}
