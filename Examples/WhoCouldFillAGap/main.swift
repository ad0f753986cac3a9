import PillarKit

// Nobody is reported for local conflict resolution in the DRC. Who does it elsewhere, or offers it
// anywhere, and who of them is in the DRC already?
script(on: "Graphs/r2p") { record in
  let graph = record.graph
  let country = try record.node("DRC", .countryCase)
  let inhibitor = try record.node("inhibitor 5", .inhibitor)
  let gaps = record.coverage().gaps()
  guard let gap = gaps.first(where: { ($0.cell.row, $0.cell.column) == (country, inhibitor) })
  else { throw ScriptError("this is no gap", hint: "example-gaps-of-a-country lists them") }
  let present = graph.assistance.filter { $0.countryCase == country && $0.modality == .does }

  var table = ReportTable(["who", "where", "present here", "source"])
  var presence: [NodeID] = []
  func add(_ actor: NodeID, _ place: String, _ sources: [SourceReference]) {
    let here = present.filter { $0.providers.contains(actor) }.map(\.id)
    let once = sources.enumerated().filter { sources.firstIndex(of: $1) == $0 }.map(\.element)
    let words = here.map(\.rawValue).joined(separator: ", ")
    table.append([graph.name(of: actor), place, words, Evidence.sources(once)])
    presence += here
  }

  for other in gap.elsewhere {
    let places = other.rows.map { graph.name(of: $0) }.joined(separator: ", ")
    add(other.provider, places, other.facts.compactMap { graph.fact($0) }.flatMap(\.sources))
  }
  for offer in gap.general {
    let edges = offer.edges.compactMap { graph.graph[$0] }.flatMap(\.sources)
    let facts = offer.facts.compactMap { graph.fact($0) }.flatMap(\.sources)
    add(offer.id, "in general", edges + facts)
  }

  let title = "Who could fill a gap: \(graph.name(of: inhibitor)), \(graph.name(of: country))"
  let evidence = Evidence.table(presence, in: graph)
  print(ReportPage(title, [.table(table), .heading("Who is present"), .table(evidence)]))
}
