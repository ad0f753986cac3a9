import PillarKit

/// Through whom an actor could support what a cell is about, and how that stands without another.
func tell(
  _ words: [String],
  without out: String,
  in collection: AssistanceCollection,
  _ report: CoverageReport
) throws {
  let ends = try words.map { try collection.node($0) }
  let situations = try report.supportSituations(
    from: ends[0],
    row: ends[1],
    column: ends[2],
    without: [collection.node(out, .actor)]
  )
  guard !situations.isEmpty else { throw ScriptError("this is no cell", hint: "name a row first") }
  let document = SupportDocument(
    situations,
    from: ends[0],
    row: ends[1],
    column: ends[2],
    of: report,
    collection: collection.metadata.title
  )
  print(document.page(in: report.graph))
}

// ECOWAS wants to support Guyana's inhibitor 5: through whom, on what evidence, what if UNDP is out?
script(on: "Graphs/r2p") { record in
  try tell(["ECOWAS", "Guyana", "inhibitor 5"], without: "UNDP", in: record, record.coverage())
}

// The same question to a table of who does what where, as it came.
script {
  let table = "Examples/Data/who-does-what-where.csv"
  let regions = try FieldImport().collection(of: [table], title: "Northland").collection
  let ends = ["Peace Fund", "East", "Social cohesion"]
  try tell(ends, without: "Border Council", in: regions, regions.coverage())
}
