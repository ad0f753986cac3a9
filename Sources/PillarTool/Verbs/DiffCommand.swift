internal import ArgumentParser
internal import PillarKit

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What changed between two collections, or two dates of one: cells, actors, facts.",
    discussion: """
      Cells that lost every provider by name come first, then those that gained one, were thinned to \
      one, and so on. Actors that are gone are told apart from those that are probably called \
      otherwise now. --before and --after compare two dates or spans of one collection; a span is \
      2019, 2019-Q2, 2019-05, 2019-05-21, or two of them: 2015..2019.

      \(Invocation.examples(
        "diff Graphs/r2p --before 2010 --after 2013",
        "diff Graphs/r2p --before 2000..2005 --after 2006..2013 -o diff.md",
        "diff Graphs/r2p Graphs/r2p --format csv"))
      """
  )

  @OptionGroup var source: CollectionArgument

  @Argument(
    help: "The collection to compare it with: the second side.",
    completion: .directory
  )
  var other: String?

  @Option(help: "The date or span of the first side, in one collection.")
  var before: String?

  @Option(help: "The date or span of the second side, in one collection.")
  var after: String?

  @Flag(help: "Tell everything, however much changed.")
  var full = false

  @OptionGroup var decisions: DecisionOptions
  @OptionGroup(title: "Which matrix is asked of") var question: QuestionOptions
  @OptionGroup(title: "How the answer is written") var answer: AnswerOptions

  func validate() throws {
    if other != nil {
      guard before == nil, after == nil else {
        throw ValidationError("Compare two collections, or two dates of one: not both at once.")
      }
    } else {
      guard let before, let after else {
        throw ValidationError("Name a second collection, or two dates: --before and --after.")
      }
      _ = try span(before, "--before")
      _ = try span(after, "--after")
      guard try question.scope.time.period == nil else {
        throw ValidationError("--before and --after are the dates: leave out --in and the like.")
      }
    }
  }

  func run() throws {
    let first = try source.read()
    let second = try other.map { try CollectionArgument(of: $0).read() }
    let difference = try difference(first, second)
    let (left, right) = (first.metadata, (second ?? first).metadata)
    try answer.write(
      page: difference.page(
        before: left,
        after: right,
        folders: other.map { (source.graph, $0) },
        length: full ? .full : .brief
      ),
      table: difference.lines,
      json: DiffDocument(
        difference,
        before: left,
        after: right,
        folders: other.map { (source.graph, $0) }
      )
    )
  }

  private func difference(
    _ first: AssistanceCollection,
    _ second: AssistanceCollection?
  ) throws -> CoverageDifference {
    func asked(_ collection: AssistanceCollection) throws -> CoverageQuestion {
      try question.question(of: collection, names: NameIndex(collection.graph.graph))
    }
    guard let second, let other else {
      return first.graph.coverageDifference(
        from: try span(before ?? "", "--before"),
        to: try span(after ?? "", "--after"),
        try asked(first),
        decisions: try decisions.read(for: source.graph)
      )
    }
    let earlier = first.graph.coverage(try asked(first))
    let later = second.graph.coverage(try asked(second))
    let verdicts = try decisions.read(for: other)
    do throws(ChangeError) {
      return try later.difference(from: earlier, decisions: verdicts)
    } catch {
      try Output.fail(error.description, hint: "say with --rows-by and --columns-by what is meant")
    }
  }

  /// A date, a quarter, or two of them with dots between.
  private func span(_ text: String, _ option: String) throws -> Validity {
    guard let span = Validity(spanning: text) else {
      throw ValidationError(
        "\(option): “\(text)” is no span; write 2019, 2019-Q2, 2019-05, 2019-05-21 or 2015..2019."
      )
    }
    return span
  }
}
