import PillarKit

// How could UNDP reach the African Union? The three best ways side by side, for a slide.
await script(on: "Graphs/r2p") { record in
  let start = try record.node("UNDP", .actor)
  let end = try record.node("African Union", .actor)
  let answer = try record.graph.paths(PathQuestion(from: start, to: end))

  var options = DiagramOptions(record.metadata)
  options.theme = .dark
  let diagram = answer.diagram(in: record.graph, options)
  try await diagram.picture(as: .png).write(to: "routes.png")
  print(diagram.description)
  print("Drawn: routes.png")
}
