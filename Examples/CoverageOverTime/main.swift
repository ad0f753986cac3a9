import PillarKit

// In how many cells is somebody reported by name, year by year, and which gaps opened and closed?
script(on: "Graphs/r2p") { record in
  let graph = record.graph
  var question = CoverageQuestion(record.metadata.question)
  question.bases = Set(Basis.allCases)
  question.period = Validity(spanning: "2010..2015")
  let series = try graph.coverageTimeline(question, by: .year)
  let gaps = series.gaps()

  var years = ReportTable(["year", "cells with a provider by name"])
  for (place, step) in series.steps.enumerated() {
    let count = series.count(.one, in: place) + series.count(.several, in: place)
    years.append([step.description, String(count)])
  }
  var moves = ReportTable([
    "case", "inhibitor", "without anybody by name", "facts before and after",
  ])
  for gap in gaps where gap.isOpened || gap.isClosed {
    let (first, last) = (series.steps[gap.steps.lowerBound], series.steps[gap.steps.upperBound - 1])
    moves.append([
      graph.name(of: gap.row), graph.name(of: gap.column), "\(first) to \(last)",
      (gap.ended + gap.began).map(\.fact.rawValue).joined(separator: ", "),
    ])
  }
  print(
    ReportPage(
      "Coverage over time",
      [
        .paragraph("\(series.dates.undated) of \(series.dates.total) facts carry no dates."),
        .table(years), .table(moves),
      ]
    )
  )
}
