internal import AssistanceModel
internal import CoordinationAnalysis

extension PathDocument {
  /// The answer as people read it.
  ///
  /// - Parameter length: How much is told of each step.
  /// - Returns: The page.
  public func page(length: PageLength = .brief) -> ReportPage {
    var page = ReportPage("\(title) from \(source.name) to \(target.name)")
    for sentence in conventions + warnings + noPath { page.parts.append(.paragraph(sentence)) }
    if asked == .tradeOffs, paths.count > 1 {
      page.parts += [.heading("Trade-offs"), .table(choices)]
    }
    for path in paths {
      let names = [source.name] + path.steps.map(\.to.name)
      page.parts.append(
        .heading("\(path.rank). \(names.joined(separator: " → ")) (\(measure(path)))")
      )
      if path.steps.isEmpty {
        page.parts.append(.paragraph("Both ends are the same."))
      } else {
        page.parts.append(
          .entries(path.steps.enumerated().map { $1.entry(number: $0 + 1, length, asked) })
        )
      }
    }
    if stoppedEarly {
      page.parts.append(.paragraph("The search was given up early: there may be more paths."))
    }
    page.append(documents: documents)
    return page
  }

  private var title: String {
    switch asked {
    case .best: "Paths"
    case .pattern: "Routes by pattern"
    case .upTo: "All paths of at most \(Self.steps(maximumSteps ?? 0))"
    case .inTime: "Paths in time"
    case .tradeOffs: "Trade-offs between paths"
    }
  }

  private static func steps(_ count: Int) -> String { PlainList.count(count, "step") }

  /// How good a path is, in a few words.
  private func measure(_ path: Path) -> String {
    var words = ["cost \(PathWords.number(path.cost))", Self.steps(path.steps.count)]
    if asked == .tradeOffs { words.append(PlainList.count(path.consents, "consent")) }
    if asked == .inTime, !path.steps.isEmpty {
      switch (path.departure, path.arrival) {
      case (nil, nil): words.append("at any time")
      case (nil, let arrival?): words.append("last step \(arrival)")
      case (let departure?, nil): words.append("first step \(departure)")
      case (let departure?, let arrival?):
        words.append(departure == arrival ? departure : "\(departure) to \(arrival)")
      }
    }
    return words.joined(separator: ", ") + (path.isWeak ? "; weak: over co-presence" : "")
  }

  /// What each trade-off comes to.
  private var choices: ReportTable {
    ReportTable(
      ["", "cost", "consents", "steps", "weakest evidence", "over"],
      alignments: [.right, .right, .right, .right],
      rows: paths.map { path in
        [
          String(path.rank), PathWords.number(path.cost), String(path.consents),
          String(path.steps.count),
          (path.weakestEvidence?.rawValue ?? "") + (path.isWeak ? " (weak)" : ""),
          path.steps.count < 2
            ? "nobody" : path.steps.dropLast().map(\.to.name).joined(separator: " → "),
        ]
      }
    )
  }

  /// A line for each step of each path.
  public var table: ReportTable {
    var table = ReportTable(
      [
        "path", "path cost", "step", "from", "to", "evidence", "cost", "by", "basis", "modality",
        "sources", "from id", "to id", "weak path", "consents", "dates", "moment",
      ],
      alignments: [.right, .right, .right]
    )
    for path in paths {
      for (index, step) in path.steps.enumerated() {
        table.append([
          String(path.rank), PathWords.number(path.cost), String(index + 1), step.from.name,
          step.to.name, step.evidence.rawValue, PathWords.number(step.cost),
          step.witnesses.map(\.text).joined(separator: " | "),
          step.witnesses.map(\.basis.rawValue).joined(separator: " | "),
          step.witnesses.map(\.modality.rawValue).joined(separator: " | "),
          step.witnesses.flatMap(\.sources).map(\.text).joined(separator: " | "), step.from.id,
          step.to.id, path.isWeak ? "yes" : "no", String(path.consents),
          step.witnesses.contains { $0.time != nil }
            ? step.witnesses.map { $0.time ?? "any time" }.joined(separator: " | ") : "",
          step.moment ?? "",
        ])
      }
    }
    return table
  }
}

extension PathDocument.Step {
  /// The step with what says so, strongest first.
  func entry(
    number: Int,
    _ length: PageLength,
    _ asked: PathDocument.Asked = .best
  ) -> ReportPage.Entry {
    let told = witnesses.count > length.lines + 1 ? witnesses.prefix(length.lines) : witnesses[...]
    let more = witnesses.count - told.count
    let taken = asked == .inTime ? ", \(moment ?? "at any time")" : ""
    return ReportPage.Entry(
      "\(number)  \(from.name) → \(to.name) (\(evidence.rawValue), \(PathWords.number(cost))\(taken))",
      told.map { witness in
        let start = witness.isBackwards ? "\(witness.kind) (from \(to.name))" : witness.text
        let sure =
          witness.basis.rawValue
          + (witness.modality == .does ? "" : ", \(witness.modality.rawValue)")
          + (witness.time.map { ", \($0)" } ?? (asked == .inTime ? ", no dates" : ""))
        let stated = length.list(witness.sources.map(\.text), "; ", most: length.lines, "sources")
        return "\(start) — \(sure) — \(stated.isEmpty ? "no source" : stated)"
      } + (more > 0 ? ["and \(more) more statements; --full tells them, csv and json too"] : [])
    )
  }
}
