internal import ArgumentParser
internal import PillarKit

struct CandidatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "candidates",
    abstract: "Who could fill a gap, near by first: with reasons, facts and routes.",
    discussion: """
      With a row and a column, who could fill that cell: who is there already for something else, who \
      does it near by or elsewhere or offers it in general, and by what route of documented steps it \
      reaches the place. Without them, the best few for every gap. Nobody is scored: the rule of \
      ranking is written out, and who is equal under it shares a rank. Who provides it there already \
      is no candidate, nor is anybody who is not named.

      \(Invocation.examples(
        #"candidates Graphs/r2p DRC "inhibitor 5""#,
        "candidates Graphs/r2p --top 2 --gaps 10",
        "candidates Graphs/r2p --case Kenya --no-routes",
        #"candidates Graphs/r2p Guyana "inhibitor 2" --route-evidence all -o candidates.md"#))
      """
  )

  @OptionGroup var source: CollectionArgument

  @Argument(help: "The gap's row (a case): an id, name or alias.")
  var row: String?

  @Argument(help: "The gap's column (an inhibitor): an id, name or alias.")
  var column: String?

  @Option(help: "Tell only so many candidates of each gap; 3 where all gaps are asked.")
  var top: Int?

  @Option(help: "Tell only so many gaps, the gravest.")
  var gaps: Int?

  @Flag(help: "List cells that rest on one provider, too.")
  var withSingle = false

  @Flag(help: "Tell everything, however long.")
  var full = false

  @OptionGroup(title: "Which routes count") var route: CandidateRouteOptions
  @OptionGroup(title: "Which matrix is asked of") var question: QuestionOptions
  @OptionGroup(title: "How the answer is written") var answer: AnswerOptions

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top must be at least 1.") }
    if let gaps, gaps < 1 { throw ValidationError("--gaps must be at least 1.") }
    if row != nil, column == nil {
      throw ValidationError(
        "Name a row and a column, or neither; --case and --inhibitor ask of some."
      )
    }
    if row != nil, gaps != nil || withSingle {
      throw ValidationError("--gaps and --with-single are for all gaps; leave out the cell.")
    }
  }

  func run() throws {
    let collection = try source.read()
    let names = NameIndex(collection.graph.graph)
    let report = collection.graph.coverage(try question.question(of: collection, names: names))
    let options = try route.options
    if let row, let column {
      let found = try report.cell([row, column], of: collection, names, options, limit: top)
      try tell(found, of: report, options, collection)
    } else {
      try tellAll(of: report, options, collection)
    }
  }

  private func tell(
    _ found: GapCandidates,
    of report: CoverageReport,
    _ options: CandidateOptions,
    _ collection: AssistanceCollection
  ) throws {
    let metadata = collection.metadata
    try answer.write(
      page: report.page(
        candidates: found,
        options: options,
        documents: metadata.sources,
        length: full ? .full : .brief
      ),
      table: report.candidateLines([found]),
      json: CandidatesDocument(
        [found],
        of: report,
        options: options,
        collection: metadata.title,
        documents: metadata.sources
      )
    )
  }

  private func tellAll(
    of report: CoverageReport,
    _ options: CandidateOptions,
    _ collection: AssistanceCollection
  ) throws {
    let metadata = collection.metadata
    let all = report.gaps(withSingle ? [.nobody, .unnamedOnly, .one] : [.nobody, .unnamedOnly])
    let asked = Array(all.prefix(gaps ?? all.count))
    let found = report.candidates(for: asked, limit: top ?? 3, options)
    try answer.write(
      page: report.page(
        candidates: found,
        gapCount: all.count,
        options: options,
        collection: metadata.title,
        documents: metadata.sources,
        length: full ? .full : .brief
      ),
      table: report.candidateLines(found),
      json: CandidatesDocument(
        found,
        of: report,
        options: options,
        collection: metadata.title,
        documents: metadata.sources
      )
    )
  }
}

extension CoverageReport {
  /// The candidates for the cell of two words on the command line; otherwise exit status 2.
  func cell(
    _ words: [String],
    of collection: AssistanceCollection,
    _ names: NameIndex,
    _ options: CandidateOptions,
    limit: Int? = nil
  ) throws -> GapCandidates {
    let ids = try words.map { try collection.node($0, names: names) }
    let (row, column) = (ids[0], ids[1])
    guard let found = candidates(row: row, column: column, limit: limit, options) else {
      let isSwapped = cell(column, row) != nil
      let word = rows.contains(row) ? "column" : "row"
      try Output.fail(
        "\(graph.name(of: word == "row" ? row : column)) is no \(word) of the matrix",
        hint: isSwapped
          ? "name the row first, then the column"
          : "rows are \(question.rows) ends, columns \(question.columns) ends;"
            + " --rows-by and --columns-by ask for others"
      )
    }
    return found
  }
}

/// The options that say which routes count.
struct CandidateRouteOptions: ParsableArguments {
  @Flag(name: .customLong("no-routes"), help: "Search no routes; that is faster.")
  var skipsRoutes = false

  @Option(
    help: ArgumentHelp(
      "What the steps of a route may rest on: documented, declared, co-presence, or all.",
      discussion: "By default documented and declared; over co-presence nearly all reach all."
    )
  )
  var routeEvidence: [String] = ["documented,declared"]

  @Option(help: "How many steps a route may have that alone makes somebody a candidate.")
  var maxRouteSteps = 2

  @Flag(help: "Let routes pass classes of actors, such as donor States.")
  var throughClasses = false

  func validate() throws {
    if maxRouteSteps < 0 { throw ValidationError("--max-route-steps must not be negative.") }
    _ = try options
  }

  /// What the options ask for.
  var options: CandidateOptions {
    get throws {
      var options = CandidateOptions()
      options.findsRoutes = !skipsRoutes
      options.routeEvidence = try WordList.words(routeEvidence, "--route-evidence")
      options.maximumRouteSteps = maxRouteSteps
      options.passesClasses = throughClasses
      return options
    }
  }
}
