public import ArgumentParser
public import PillarKit

struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Coverage by year, quarter or month, with the gaps that opened and closed.",
    discussion: """
      Each step is what coverage says with --in that step. Facts without dates hold in every step; \
      those without an end hold to the last. --since and --until bound the series, which otherwise \
      runs from the first date to the last.

      \(Invocation.examples(
        "timeline Graphs/r2p",
        "timeline Graphs/r2p --by quarter --since 2012 --until 2014 --case Kenya",
        "timeline Graphs/r2p --format csv > spans.csv"))
      """
  )

  @OptionGroup var source: CollectionArgument

  @Option(
    name: [.long, .customLong("steps")],
    help: "How long a step is: year, quarter or month; by default as the dates allow."
  )
  var by: CalendarStep.Length?

  @Flag(help: "Tell every step, row and gap, however many there are.")
  var full = false

  @OptionGroup(title: "Which matrix is asked of") var question: QuestionOptions
  @OptionGroup(title: "How the answer is written") var answer: AnswerOptions

  func run() throws {
    let collection = try source.read()
    let names = NameIndex(collection.graph.graph)
    let question = try question.question(of: collection, names: names)
    let metadata = collection.metadata
    let timeline = try Self.timeline(of: collection, question, by: by)
    try answer.write(
      page: timeline.page(
        collection: metadata.title,
        documents: metadata.sources,
        length: full ? .full : .brief
      ),
      table: timeline.spanTable,
      json: TimelineDocument(timeline, collection: metadata.title, documents: metadata.sources)
    )
  }

  /// The series; what keeps it from being made ends with exit status 2.
  static func timeline(
    of collection: AssistanceCollection,
    _ question: CoverageQuestion,
    by length: CalendarStep.Length?
  ) throws -> CoverageTimeline {
    do throws(ChangeError) {
      return try collection.graph.coverageTimeline(question, by: length)
    } catch {
      let hint =
        switch error {
        case .noDates: "say with --since and --until which span is meant"
        case .tooLong: "use a longer --by, a shorter span, or fewer rows and columns"
        case .otherQuestions: error.hint
        }
      try Output.fail(error.description, hint: hint)
    }
  }
}

extension CalendarStep.Length: ExpressibleByArgument {}
