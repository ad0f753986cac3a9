import PillarKit

// Every case and inhibitor on a page of A4, the gaps first: what the texts tell, also by subject.
await script(on: "Graphs/r2p") { record in
  let report = record.coverage { $0.bases.insert(.thematic) }
  let diagram = try report.matrixDiagram(DiagramOptions(record.metadata))
  try await diagram.picture(as: .pdf, on: .a4).write(to: "matrix.pdf")
  print(diagram.description)
  print("Drawn: matrix.pdf")
}
