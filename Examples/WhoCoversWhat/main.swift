import PillarKit

// Who covers which capacity in which country? A line for each cell, empty ones too, as CSV.
script(on: "Graphs/r2p") { record in
  print(record.coverage().cellTable.csv(), terminator: "")
}
