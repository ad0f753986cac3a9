internal import ArgumentParser
internal import PillarKit

struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "The best coordination paths between two ends, each step with its evidence.",
    discussion: """
      Steps are relations, and facts that tie two nodes together. A step into or out of a case, a \
      measure or a subject between the ends is co-presence: both are active there, nothing says that \
      they meet. Paths never lead through a placeholder. Where there is no path, the answer says \
      which restriction cut it off. Instead of the best few, routes can be asked for by pattern, up to \
      a length, in order of time, and as trade-offs.

      \(Invocation.examples(
        #"path Graphs/r2p UNDP "African Union""#,
        "path Graphs/r2p ECOWAS Finland -k 5 --by steps",
        "path Graphs/r2p OHCHR EU --evidence documented --avoid AU",
        #"path Graphs/r2p OHCHR ICC --through "Security Council""#,
        "path Graphs/r2p UNDP EU --by weakest",
        #"path Graphs/r2p UNDP AU --pattern "part-of partners-with+" --mode simple"#,
        "path Graphs/r2p UNDP AU --up-to 3",
        #"path Graphs/r2p ECOWAS Guyana --in-time fewest"#,
        "path Graphs/r2p ECOWAS Guyana --pareto"))
      """
  )

  @OptionGroup var source: CollectionArgument

  @Argument(help: "Where paths start: an id, name or alias.")
  var from: String

  @Argument(help: "Where paths end: an id, name or alias.")
  var to: String

  @OptionGroup var route: RouteOptions
  @OptionGroup(title: "Which other routes") var choice: RouteChoiceOptions

  @Option(help: "Which evidence counts: documented, declared, co-presence, or all.")
  var evidence: [String] = ["all"]

  @OptionGroup(title: "When") var time: TimeOptions
  @OptionGroup(title: "How the answer is written") var answer: AnswerOptions

  @Flag(help: "Tell every statement behind a step, however many there are.")
  var full = false

  func validate() throws {
    _ = try evidenceClasses
    try choice.refuse(route)
  }

  private var evidenceClasses: Set<EvidenceClass> {
    get throws { try WordList.words(evidence, "--evidence") }
  }

  func run() throws {
    let collection = try source.read()
    let names = NameIndex(collection.graph.graph)
    var question = try route.question(from: from, to: to, of: collection, names: names)
    question.evidence = try evidenceClasses
    question.period = try time.period
    choice.apply(to: &question, count: route.count)
    let found = try collection.answer(question)
    let document = PathDocument(
      found,
      in: collection.graph,
      collection: collection.metadata.title,
      documents: collection.metadata.sources
    )
    // A table without lines cannot say why.
    if answer.format == .csv { document.noPath.forEach(Output.say) }
    try answer.write(
      page: document.page(length: full ? .full : .brief),
      table: document.table,
      json: document
    )
  }
}
