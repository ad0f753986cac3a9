import PillarKit

// Nobody is reported for local conflict resolution in the DRC. Who is there already, who does it
// elsewhere or offers it anywhere, and by which documented steps do they reach the country?
script(on: "Graphs/r2p") { record in
  let graph = record.graph
  let country = try record.node("DRC", .countryCase)
  let inhibitor = try record.node("inhibitor 5", .inhibitor)
  guard let gap = record.coverage().candidates(row: country, column: inhibitor) else {
    throw ScriptError("this is no cell", hint: "example-gaps-of-a-country lists the gaps")
  }

  var table = ReportTable(["rank", "who", "why", "route", "cost"], alignments: [.right])
  for candidate in gap.candidates {
    let stops = candidate.route?.steps.dropLast().map { graph.name(of: $0.to) } ?? []
    table.append([
      String(candidate.rank), graph.name(of: candidate.actor),
      candidate.reasons.map(\.rawValue).joined(separator: ", "),
      candidate.route == nil ? "none" : stops.isEmpty ? "direct" : stops.joined(separator: " → "),
      candidate.route.map { "\($0.cost)" } ?? "",
    ])
  }

  // The first one's reasons rest on facts; every other one's can be followed in the same way.
  let facts = gap.candidates.first?.facts ?? []
  let title = "Who could fill a gap: \(graph.name(of: inhibitor)), \(graph.name(of: country))"
  print(
    ReportPage(
      title,
      [
        .table(table), .paragraph("Ranked: \(CoverageReport.candidateRankingRule)."),
        .heading("The first one's facts"), .table(Evidence.table(facts, in: graph)),
      ]
    )
  )
}
