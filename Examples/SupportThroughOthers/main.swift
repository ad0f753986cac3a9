import PillarKit

/// Through whom an actor could support what a cell is about, and how that stands without another.
func tell(
  _ words: [String],
  without out: String,
  in collection: AssistanceCollection,
  _ report: CoverageReport
) throws {
  let ends = try (words + [out]).map { try collection.node($0) }
  let (row, column, gone) = (ends[1], ends[2], [ends[3]])
  let found = try report.supportSituations(from: ends[0], row: row, column: column, without: gone)
  guard !found.isEmpty else { throw ScriptError("this is no cell", hint: "name a row first") }
  let document = SupportDocument(
    found,
    from: ends[0],
    row: row,
    column: column,
    of: report,
    collection: collection.metadata.title
  )
  print(document.page(in: report.graph))
}

// ECOWAS wants to support Guyana's inhibitor 5: through whom, on what evidence, what if UNDP is out?
script(on: "Graphs/r2p") { record in
  try tell(["ECOWAS", "Guyana", "inhibitor 5"], without: "UNDP", in: record, record.coverage())
}

// The same question to a table as it came.
script {
  let table = "Examples/Data/who-does-what-where.csv"
  let regions = try FieldImport().collection(of: [table], title: "Northland").collection
  let ask = ["Peace Fund", "East", "Social cohesion"]
  try tell(ask, without: "Border Council", in: regions, regions.coverage())
}
