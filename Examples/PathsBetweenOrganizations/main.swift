import PillarKit

// How could UNDP reach the African Union? The three best ways, each step with its source.
script(on: "Graphs/r2p") { record in
  let start = try record.node("UNDP", .actor)
  let end = try record.node("African Union", .actor)
  let answer = try record.graph.paths(PathQuestion(from: start, to: end))
  print(PathDocument(answer, in: record.graph, collection: record.metadata.title).page())
}
