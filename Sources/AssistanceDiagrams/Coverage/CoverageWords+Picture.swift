internal import AssistanceModel
internal import CoverageAnalysis
internal import GraphCore

extension CoverageWords {
  /// What the picture shows in sentences, for people who cannot see it.
  ///
  /// - Parameters:
  ///   - kind: What the picture is, as “A matrix”.
  ///   - order: What is counted in rows and columns.
  /// - Returns: The sentences.
  func description(_ kind: String, _ order: MatrixOrder) -> String {
    let cells = report.states.count
    guard cells > 0 else {
      return "\(kind) without cells: there are \(report.rows.count) rows and"
        + " \(report.columns.count) columns."
    }
    var sentences = [
      "\(kind) of \(counted(report.rows.count, "row")) (\(rowWord)) and"
        + " \(counted(report.columns.count, "column")) (\(columnWord))."
    ]
    let states: [CoverageState] = [
      .nobody, .unnamedOnly, .one, .several, .unobservable, .notNeeded,
    ]
    let counts = states.filter { report.count($0) > 0 }
      .map { "\($0.phrase) in \(report.count($0))" }
    sentences.append("Of \(counted(cells, "cell")): " + counts.joined(separator: ", ") + ".")
    sentences += silence(
      order.rows.filter { order.rowTotals[$0].isEmpty },
      (rowWord, rowPlural),
      name: rowName,
      hasFacts: { row in report.columns.indices.contains { hasFacts(row: row, column: $0) } }
    )
    sentences += silence(
      order.columns.filter { order.columnTotals[$0].isEmpty },
      (columnWord, columnPlural),
      name: columnName,
      hasFacts: { column in report.rows.indices.contains { hasFacts(row: $0, column: column) } }
    )
    return sentences.joined(separator: " ")
  }

  /// Where nothing is reported: those of which nothing at all is, and those of which something is,
  /// but only where nothing is needed or could be seen.
  private func silence(
    _ places: [Int],
    _ noun: (one: String, several: String),
    name: (Int) -> String,
    hasFacts: (Int) -> Bool
  ) -> [String] {
    let marked = Set(places.filter(hasFacts))
    return [
      ("Nothing at all is reported", places.filter { !marked.contains($0) }),
      (
        "Nothing is reported where something is needed and could be seen",
        places.filter { marked.contains($0) }
      ),
    ].filter { !$0.1.isEmpty }.map { words, places in
      let noun = places.count == 1 ? noun.one : noun.several
      return "\(words) for the \(noun) " + listed(places.map(name)) + "."
    }
  }

  /// Whether somebody is reported in a cell, needed or not.
  private func hasFacts(row: Int, column: Int) -> Bool {
    let state = report.states[report.index(row: row, column: column)]
    guard state == .notNeeded || state == .unobservable else { return state.isCovered }
    let cell = report.cell(row: row, column: column)
    return !cell.providers.isEmpty || !cell.unattributed.isEmpty
  }

  /// The keys of the documents that the counted facts rest on.
  var documents: Set<String> {
    var keys: Set<String> = []
    for cell in report.cells where cell.state.isCovered {
      let witnesses = cell.providers.flatMap(\.witnesses) + cell.unattributed
      for witness in witnesses {
        for source in graph.fact(witness.fact)?.sources ?? [] { keys.insert(source.document) }
      }
    }
    return keys
  }

  /// By what rows and columns are ordered; `nil` where there is nothing to order.
  private func sorting(_ sorting: CoverageSorting) -> String? {
    guard max(report.rows.count, report.columns.count) > 1, !report.states.isEmpty else {
      return nil
    }
    let hasGaps = report.count(.nobody) > 0
    return switch sorting {
    case .gaps: hasGaps ? "Most gaps first." : nil
    case .graph: "In the order of the collection."
    case .families: hasGaps ? "By family, most gaps first." : "By family."
    }
  }

  /// How many cells have no reported activity, or how many have some if none is open.
  private var gapSentence: String {
    guard report.states.count > 1 else { return singleSentence }
    let cells = counted(report.states.count, "cell")
    var parts: [String] = []
    if report.count(.nobody) > 0 {
      parts.append("no reported activity in \(report.count(.nobody))")
    }
    if report.count(.unnamedOnly) > 0 {
      parts.append("unnamed providers only in \(report.count(.unnamedOnly))")
    }
    if parts.isEmpty, report.coveredCount > 0 {
      return "Activity is reported in \(report.coveredCount) of \(cells)."
    }
    if parts.isEmpty {
      for state in [CoverageState.notNeeded, .unobservable] where report.count(state) > 0 {
        parts.append("\(state.phrase) in \(report.count(state))")
      }
    }
    parts[0] += " of \(cells)"
    return parts.joined(separator: ", ").withCapital + "."
  }

  /// How the only cell stands.
  private var singleSentence: String {
    switch report.states.first {
    case nil: "There is nothing to cover."
    case .one, .several: "Activity is reported."
    case .unnamedOnly: "Only unnamed providers are reported."
    case let state?: state.phrase.withCapital + "."
    }
  }

  /// The lines below the title: the gaps first, then what counts, then the source.
  func lines(
    _ order: MatrixOrder,
    _ sorting: CoverageSorting,
    _ options: DiagramOptions,
    isSorted: Bool = true
  ) -> [DiagramFrame.Line] {
    let isOpen = report.count(.nobody) + report.count(.unnamedOnly) > 0
    var lines = [
      DiagramFrame.Line(text: gapSentence, role: isOpen ? .gapText : .text, isBold: true),
      DiagramFrame.Line(
        text: "Counted: \(report.question.scopeSentence)."
          + (isSorted ? self.sorting(sorting).map { " " + $0 } ?? "" : "")
      ), DiagramFrame.Line(text: CountedFacts(report).sentence),
    ]
    if let source = options.sourceLine(citing: documents) {
      lines.append(DiagramFrame.Line(text: source))
    }
    return lines
  }
}
