internal import PillarKit
do throws(CollectionError) {
  let c = try AssistanceCollection(readingFrom: CommandLine.arguments[1])
  print(c.graph.graph.nodeCount, c.graph.graph.edgeCount, c.warnings.count)
  for w in c.warnings.prefix(10) { print(w) }
  var q = CoverageQuestion(c.metadata.question)
  let r = c.graph.coverage(q)
  print(
    r.rows.count,
    r.columns.count,
    r.coveredCount,
    CoverageState.allCases.map { ($0, r.count($0)) }
  )
  for cell in r.cells where cell.state.isCovered {
    print(cell.row, cell.column, cell.state, cell.providers.map(\.id))
  }
  for g in r.general { print(g.column, g.providers.map(\.id)) }
  q.bases.insert(.thematic)
  let r2 = c.graph.coverage(q)
  print(r2.coveredCount)
  let files = c.files()
  try c.write(to: "/tmp/out-r2p")
  print(files.count)
} catch { print(error) }
