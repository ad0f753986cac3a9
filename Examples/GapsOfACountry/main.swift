import PillarKit

// Which capacities does nobody build in the DRC, as far as the record tells, and who does elsewhere?
script(on: "Graphs/r2p") { record in
  let country = try record.node("DRC", .countryCase)
  let name = record.graph.name(of: country)

  let report = record.coverage()
  let gaps = report.gaps().filter { $0.cell.row == country }

  var page = report.page(gaps: gaps, collection: "\(name) (\(record.metadata.title))")
  let open = "\(gaps.count) of \(report.columns.count) inhibitors"
  page.parts.insert(.paragraph("\(name): nobody is reported by name for \(open)."), at: 0)
  print(page)
}
