import PillarKit

// What rests on UNDP? Where it is reported, where nobody else is, and on which facts.
script(on: "Graphs/r2p") { record in
  let graph = record.graph
  let actor = try record.node("UNDP", .actor)
  let report = record.coverage()
  let cells = report.cells.filter { $0.providers.contains { $0.id == actor } }
  let alone = cells.filter { $0.providers.count == 1 }

  var table = ReportTable(["case", "inhibitor", "who else", "facts"])
  var facts: [NodeID] = []
  for cell in cells {
    let others = cell.providers.filter { $0.id != actor }.map { graph.name(of: $0.id) }
    let own = cell.providers.filter { $0.id == actor }.flatMap(\.witnesses).map(\.fact)
    table.append([
      graph.name(of: cell.row), graph.name(of: cell.column),
      others.isEmpty ? "nobody" : others.joined(separator: ", "),
      own.map(\.rawValue).joined(separator: ", "),
    ])
    facts += own
  }

  let count = "Reported in \(cells.count) of \(report.states.count) cells"
  print(
    ReportPage(
      "What rests on \(graph.name(of: actor))",
      [
        .paragraph("\(count), and in \(alone.count) of them nobody else is."), .table(table),
        .heading("Evidence"), .table(Evidence.table(facts, in: graph)),
      ]
    )
  )
}
