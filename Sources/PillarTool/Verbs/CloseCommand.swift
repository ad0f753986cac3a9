internal import ArgumentParser
internal import PillarKit

struct CloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "The cheapest plan that closes the gaps, with a proof that it is one.",
    discussion: """
      A plan names who would take up which inhibitor in which case, why that is possible, what it \
      costs, and what stays open. Who may take up what comes from --engagements; without it, \
      whoever is reported by name in the case, or for the inhibitor elsewhere, may, at cost 1.

      \(Invocation.examples(
        "close Graphs/r2p",
        "close Graphs/r2p --fixed-cost 3 --capacity 4 --case Kenya --case Libya",
        "close Graphs/r2p --budget 10 -o plan.md",
        "close Graphs/r2p --engagements Examples/Data/engagements.csv --actors "
          + "Examples/Data/engagement-actors.csv"))
      """
  )

  @OptionGroup var source: CollectionArgument

  @Flag(help: "Tell every engagement and fact, however many there are.")
  var full = false

  @Flag(help: "End with exit status 1 if gaps stay open.")
  var exitCode = false

  @OptionGroup(title: "Who may close gaps, and on which terms") var closure: ClosureOptions
  @OptionGroup(title: "Which matrix is asked of") var question: QuestionOptions
  @OptionGroup(title: "How the answer is written") var answer: AnswerOptions

  func run() throws {
    let collection = try source.read()
    let names = NameIndex(collection.graph.graph)
    let report = collection.graph.coverage(try question.question(of: collection, names: names))
    let plan = try closure.plan(for: report)
    let metadata = collection.metadata
    try answer.write(
      page: report.page(
        plan: plan,
        collection: metadata.title,
        documents: metadata.sources,
        length: full ? .full : .brief
      ),
      table: report.closureLines(plan),
      json: ClosureDocument(
        plan,
        of: report,
        collection: metadata.title,
        documents: metadata.sources
      )
    )
    if exitCode, !plan.open.isEmpty { throw ExitCode(1) }
  }
}
