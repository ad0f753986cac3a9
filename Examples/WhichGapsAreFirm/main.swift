import PillarKit

// Which gaps hold however one reads, and what is to be expected if statements may be wrong?
script(on: "Graphs/r2p") { record in
  let sensitivity = record.graph.sensitivity(CoverageQuestion(record.metadata.question))
  let firm = sensitivity.cells(.firmGap)
  var columns = ReportTable(["inhibitor", "gaps as asked", "under every reading"])
  for column in sensitivity.report.columns {
    let asked = sensitivity.cells.count { $0.column == column && $0.isGap }
    let held = firm.count { $0.column == column }
    columns.append([record.graph.name(of: column), String(asked), String(held)])
  }

  // A text that says it outright may err once in ten times, a reading by subject every second time.
  var rules = CertaintyRules(record.metadata.question.confidence)
  rules.bases[.explicit] = ProbabilityRange(0.9)
  rules.bases[.thematic] = ProbabilityRange(from: 0.4, through: 0.6)
  let likelihood = record.coverage { $0.bases.insert(.thematic) }.likelihood(rules)
  let expected = Int(likelihood.expectedCovered.low.rounded())

  print(
    ReportPage(
      "Which gaps are firm: \(record.metadata.title)",
      [
        .paragraph(
          "\(sensitivity.readingCount) readings were tried; \(firm.count) gaps hold under all."
        ),
        .table(columns),
        .paragraph(
          "If statements may be wrong, expect about \(expected) of \(likelihood.reportedCount)"
            + " reported cells."
        ),
      ]
    )
  )
}
