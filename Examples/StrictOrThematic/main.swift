import PillarKit

// Which cells hang on the reading? Strict counts what a text itself says; thematic adds measures
// that an analyst filed under an inhibitor by their subject.
script(on: "Graphs/r2p") { record in
  let graph = record.graph
  let strict = record.coverage()
  let thematic = record.coverage { $0.bases.insert(.thematic) }

  var cells = ReportTable(["case", "inhibitor", "strict", "thematic", "who"])
  var witnesses: [CoverageWitness] = []
  for (before, after) in zip(strict.cells, thematic.cells) where before.state != after.state {
    let names = ([after.row, after.column] + after.providers.map(\.id)).map { graph.name(of: $0) }
    let who = names.dropFirst(2).joined(separator: ", ")
    cells.append([names[0], names[1], before.state.phrase, after.state.phrase, who])
    witnesses += after.providers.flatMap(\.witnesses).filter { $0.basis == .thematic }
  }

  var filed = ReportTable(["measure", "filed under", "source"])
  for link in Set(witnesses.compactMap(\.via)).sorted().compactMap({ graph.graph[$0] }) {
    let ends = [link.from.id, link.to.id].map { graph.name(of: $0) }
    filed.append(ends + [Evidence.sources(link.sources)])
  }

  print(
    ReportPage(
      "Strict or thematic: \(record.metadata.title)",
      [
        .paragraph("Strict: \(strict.summary)"), .paragraph("Thematic: \(thematic.summary)"),
        .heading("Cells that hang on the reading: \(cells.rows.count)"), .table(cells),
        .heading("Readings by subject that they hang on"), .table(filed), .heading("Evidence"),
        .table(Evidence.table(witnesses.map(\.fact), in: graph)),
      ]
    )
  )
}
