import PillarKit

// From files as they come to the gaps, and to how much of it the files did not name.
script {
  var importing = FieldImport()
  importing.reading = .standard
  let named = Array(CommandLine.arguments.dropFirst())
  let known = ["Examples/Data/who-does-what-where.csv", "Examples/Data/activities.xml"]
  let imported = try importing.collection(of: named.isEmpty ? known : named, title: "Northland")
  let report = imported.report
  let graph = imported.collection.graph

  // The files say who does what in which region, by sector ...
  let regions = imported.collection.coverage {
    ($0.rows, $0.columns, $0.columnSubkind) = ("adm1", .sector, "cluster")
  }
  print(regions.gapTable(regions.gaps()))

  // ... and, through the codes of activities, which capacities are built in the country.
  var table = ReportTable(["inhibitor", "state", "reported"])
  for cell in imported.collection.coverage().cells {
    let providers = cell.providers.map { graph.name(of: $0.id) }
    table.append([
      graph.name(of: cell.column), cell.state.phrase, providers.joined(separator: ", "),
    ])
  }
  print(table)

  print("\(report.rowsRead) rows and activities became \(report.factCount) facts.")
  for refusal in report.refusals { print("Left out: \(refusal)") }
  for word in report.placeholders { print("Not named: “\(word.text)”, \(word.count) times") }
}
