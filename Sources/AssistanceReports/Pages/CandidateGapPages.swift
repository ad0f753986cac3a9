public import AssistanceModel
public import AssistancePlanning
internal import CoordinationAnalysis
public import CoverageAnalysis
internal import GraphCore

extension CoverageReport {
  /// The best candidates for each of several gaps as people read them.
  ///
  /// - Parameters:
  ///   - answers: Candidates for gaps of this report.
  ///   - gapCount: How many gaps there are, those that are not told of among them.
  ///   - options: What was asked beside the matrix.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  ///   - length: How much is told of them.
  /// - Returns: A page with an entry for each gap, or for several of which the same is told.
  public func page(
    candidates answers: [GapCandidates],
    gapCount: Int,
    options: CandidateOptions = CandidateOptions(),
    collection: String,
    documents: [SourceDocument] = [],
    length: PageLength = .brief
  ) -> ReportPage {
    let words = CandidateWords(self)
    var page = ReportPage("Who could fill the gaps: \(collection)")
    page.parts.append(.paragraph(summary))
    if let rowless { page.parts.append(.paragraph(rowless)) }
    page.parts += [
      .paragraph("Counted: \(ScopeDocument(question).sentence)."),
      .paragraph(CandidateWords.routes(options)), .paragraph("Gaps ranked: \(Self.rankingRule)."),
      .paragraph("Candidates ranked: \(Self.candidateRankingRule)."),
    ]
    guard !answers.isEmpty else {
      page.parts.append(.paragraph("No gap was found in this scope."))
      return page
    }
    let told = answers.count > length.told + 1 ? Array(answers.prefix(length.told)) : answers
    let shown = told.count == gapCount ? "" : "\(told.count) of "
    page.parts.append(.heading("Gaps and candidates: \(shown)\(gapCount)"))
    page.parts.append(.entries(folded(told, words, length)))
    if told.count < gapCount {
      let way = told.count < answers.count ? "--full tells all of them" : "--gaps says how many"
      page.parts.append(.paragraph("\(told.count) of \(gapCount) gaps are told; \(way)."))
    }
    page.parts.append(
      .paragraph(
        "One gap alone, by the names of its \(rowWord) and its \(columnWord), is told with every"
          + " candidate, its facts and its route; csv and json name the facts of all."
      )
    )
    let cited = told.flatMap { $0.namedFacts }
    page.append(
      documents: DocumentLabel.cited(
        Evidence.documents(cited, in: graph) + told.flatMap { $0.relationDocuments(in: graph) },
        in: documents
      )
    )
    page.parts += candidateReading
    return page
  }

  /// An entry for each gap; gaps of a column of which the same is told share one.
  private func folded(
    _ answers: [GapCandidates],
    _ words: CandidateWords,
    _ length: PageLength
  ) -> [ReportPage.Entry] {
    var entries: [(key: [String], rows: [String])] = []
    var places: [[String]: Int] = [:]
    for answer in answers {
      let more = answer.count - answer.candidates.count
      let candidates = answer.candidates.map { candidate in
        "\(candidate.rank)  \(words.name(candidate.actor)): \(words.line(candidate))"
      }
      let unnamed = answer.count == 0 ? words.unnamed(answer) : nil
      let count =
        switch answer.count {
        case 0: "no candidate"
        case 1: "1 candidate"
        default: "\(answer.count) candidates"
        }
      let key =
        ["\(words.name(answer.column)): \(answer.state.phrase), \(count)"] + candidates
        + [more > 0 ? "and \(more) more" : "", unnamed ?? ""]
      if let place = places[key] {
        entries[place].rows.append(words.name(answer.row))
      } else {
        places[key] = entries.count
        entries.append((key, [words.name(answer.row)]))
      }
    }
    return entries.map { key, rows in
      ReportPage.Entry(
        "\(length.list(rows, "; ", most: length.lines)) × \(key[0])",
        Array(key.dropFirst())
      )
    }
  }

  /// How candidates are to be read.
  var candidateReading: [ReportPage.Part] {
    [
      .heading("How to read this"),
      .paragraph(
        "A candidate is one by what the sources report. Whether it can act, or would, they do not"
          + " say; nor does no reported activity mean that there is none."
      ),
    ]
  }

  /// A line for each candidate with everything in words and keys, for a spreadsheet; a gap without
  /// any has a line of its own.
  public func candidateLines(_ answers: [GapCandidates]) -> ReportTable {
    let words = CandidateWords(self)
    var table = ReportTable([
      rowWord, columnWord, "state", "needed", "candidates", "rank", "candidate", "reasons",
      "here for", "nearest", "near by", "places", "related", "route", "route cost",
      "route evidence", "facts here", "facts elsewhere", "sources in general", "facts of related",
      "facts of route", "unnamed", "\(rowWord) id", "\(columnWord) id", "candidate id",
    ])
    func list(_ ids: [NodeID]) -> String { ids.map(\.rawValue).joined(separator: " | ") }
    for answer in answers {
      let gap = [
        words.name(answer.row), words.name(answer.column), answer.state.rawValue,
        String(answer.required), String(answer.count),
      ]
      let ids = [String(answer.unnamed.total), answer.row.rawValue, answer.column.rawValue]
      if answer.candidates.isEmpty {
        table.append(gap + [String](repeating: "", count: 16) + ids + [""])
      }
      for candidate in answer.candidates {
        let route = candidate.route
        let stops = [candidate.actor] + (route?.steps.map(\.to) ?? [])
        let near = candidate.elsewhere.count { $0.nearness.isNearBy }
        table.append(
          gap + [
            String(candidate.rank), words.name(candidate.actor),
            candidate.reasons.map(\.rawValue).joined(separator: " | "),
            candidate.here.map { $0.column.map { words.name($0) } ?? "" }
              .joined(separator: " | "),
            candidate.nearest?.tie.rawValue ?? "", String(near),
            candidate.elsewhere.map { words.name($0.row) }.joined(separator: " | "),
            candidate.relatives.map { words.name($0.actor) }.joined(separator: " | "),
            route == nil ? "" : stops.map { words.name($0) }.joined(separator: " > "),
            route.map { PathWords.number($0.cost) } ?? "",
            route?.weakestEvidence?.rawValue ?? "",
            list(candidate.here.flatMap(\.facts)), list(candidate.elsewhere.flatMap(\.facts)),
            candidate.general.map { Evidence.sources($0.sources(in: graph)) } ?? "",
            list(candidate.relatives.flatMap(\.facts)), list(route?.facts ?? []),
          ] + ids + [candidate.actor.rawValue]
        )
      }
    }
    return table
  }
}
