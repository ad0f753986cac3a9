import PillarKit

// Who is reported to build impartial institutions in Kenya, and with what? A picture for a report.
await script(on: "Graphs/r2p") { record in
  let kenya = try record.node("Kenya", .countryCase)
  let institutions = try record.node("inhibitor 2", .inhibitor)
  let report = record.coverage {
    $0.onlyRows = [kenya]
    $0.onlyColumns = [institutions]
  }

  let diagram = report.coordinationDiagram(DiagramOptions(record.metadata))
  try await diagram.picture(as: .svg).write(to: "kenya.svg")
  print(diagram.description)
  print("Drawn: kenya.svg")
}
