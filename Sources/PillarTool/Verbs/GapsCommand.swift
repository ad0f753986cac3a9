internal import ArgumentParser
internal import PillarKit

struct GapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "Which case has nobody for which inhibitor, the gravest gap first.",
    discussion: """
      Each gap says why it has its rank, what is reported in the case but does not count, and who \
      provides that inhibitor elsewhere, with the facts and sources.

      \(Invocation.examples(
        "gaps Graphs/r2p",
        "gaps Graphs/r2p --top 10 --case Burundi",
        "gaps Graphs/r2p --with-single -o gaps.md",
        "gaps Graphs/r2p --exit-code > gaps.txt || echo open"))
      """
  )

  @OptionGroup var source: CollectionArgument

  @Option(help: "Print only so many gaps, the gravest.")
  var top: Int?

  @Flag(help: "List cells that rest on one provider, too.")
  var withSingle = false

  @Flag(help: "Tell every fact, however many there are.")
  var full = false

  @Flag(help: "End with exit status 1 if there are gaps.")
  var exitCode = false

  @OptionGroup(title: "Which matrix is asked of") var question: QuestionOptions
  @OptionGroup(title: "How the answer is written") var answer: AnswerOptions

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top must be at least 1.") }
  }

  func run() throws {
    let collection = try source.read()
    let names = NameIndex(collection.graph.graph)
    let report = collection.graph.coverage(try question.question(of: collection, names: names))
    let gaps = report.gaps(withSingle ? [.nobody, .unnamedOnly, .one] : [.nobody, .unnamedOnly])
    let shown = Array(gaps.prefix(top ?? gaps.count))
    let metadata = collection.metadata
    try answer.write(
      page: report.page(
        gaps: gaps,
        collection: metadata.title,
        documents: metadata.sources,
        limit: top,
        length: full ? .full : .brief
      ),
      table: report.gapLines(shown),
      json: GapsDocument(shown, of: report, collection: metadata.title, documents: metadata.sources)
    )
    if exitCode, !gaps.isEmpty { throw ExitCode(1) }
  }
}
