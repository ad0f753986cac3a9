internal import ArgumentParser
internal import PillarKit

struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Who is reported in each case and for each inhibitor, by which facts.",
    discussion: """
      Prints the whole matrix, empty cells included, then who stands behind each cell and where it \
      is written. “No reported activity” is what the sources tell, not what exists.

      \(Invocation.examples(
        "coverage Graphs/r2p",
        "coverage Graphs/r2p --basis explicit,thematic",
        "coverage Graphs/r2p --case Kenya --format json",
        "coverage Graphs/r2p --columns-by form -o forms.csv"))
      """
  )

  @OptionGroup var source: CollectionArgument
  @Flag(help: "Tell every fact, however many there are.")
  var full = false

  @OptionGroup(title: "Which matrix is asked of") var question: QuestionOptions
  @OptionGroup(title: "How the answer is written") var answer: AnswerOptions

  func run() throws {
    let collection = try source.read()
    let names = NameIndex(collection.graph.graph)
    let report = collection.graph.coverage(try question.question(of: collection, names: names))
    let metadata = collection.metadata
    try answer.write(
      page: report.page(
        collection: metadata.title,
        documents: metadata.sources,
        length: full ? .full : .brief
      ),
      table: report.cellTable,
      json: CoverageDocument(report, collection: metadata.title, documents: metadata.sources)
    )
  }
}
