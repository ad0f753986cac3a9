internal import ArgumentParser
internal import PillarKit

struct RedundancyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redundancy",
    abstract: "How firmly it is covered: who stands alone, what is required, who does how much.",
    discussion: """
      Counts providers in each cell against what is required (needs.csv), and tells for each case, \
      inhibitor and actor how much rests on one. The csv has a line for each cell.

      \(Invocation.examples(
        "redundancy Graphs/r2p",
        "redundancy Graphs/r2p --basis explicit,thematic --full",
        "redundancy Graphs/r2p --rows-by case --columns-by form -o forms.md"))
      """
  )

  @OptionGroup var source: CollectionArgument

  @Option(
    help: ArgumentHelp(
      "Shares are of this amount that facts state, such as budget-usd, not of facts.",
      valueName: "amount"
    )
  )
  var weighBy: String?

  @Flag(help: "Show every row of every table, however many there are.")
  var full = false

  @OptionGroup(title: "Which matrix is asked of") var question: QuestionOptions
  @OptionGroup(title: "How the answer is written") var answer: AnswerOptions

  func run() throws {
    let collection = try source.read()
    let names = NameIndex(collection.graph.graph)
    let report = collection.graph.coverage(try question.question(of: collection, names: names))
    let redundancy = report.redundancy(weighing: try factWeight(in: collection))
    let metadata = collection.metadata
    try answer.write(
      page: report.page(
        redundancy: redundancy,
        collection: metadata.title,
        documents: metadata.sources,
        length: full ? .full : .brief
      ),
      table: report.cellLines(redundancy),
      json: RedundancyDocument(
        redundancy,
        of: report,
        collection: metadata.title,
        documents: metadata.sources
      )
    )
  }

  /// What facts count in shares; an amount that no fact states ends with exit status 2.
  private func factWeight(in collection: AssistanceCollection) throws -> FactWeight {
    guard let weighBy else { return .facts }
    let amounts = (collection.graph.schema.schema.rule(for: NodeKind.assistance)?.properties ?? [])
      .filter { $0.type == .decimal || $0.type == .integer }.map(\.name)
      .filter { $0 != "probability" }
    guard amounts.contains(weighBy) else {
      try Output.fail(
        "facts state no amount called “\(weighBy)”",
        hint: amounts.isEmpty
          ? "facts of this collection state no amounts"
          : "use one of \(amounts.joined(separator: ", "))"
      )
    }
    return .amount(weighBy)
  }
}
