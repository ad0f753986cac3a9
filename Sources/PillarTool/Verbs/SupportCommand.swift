internal import ArgumentParser
internal import PillarKit

struct SupportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "support",
    abstract:
      "Through whom an actor could support a capacity in a case, and what if someone is out.",
    discussion: """
      Tells who is reported in a cell, by which facts; how the actor reaches each of them over \
      documented and declared links; who is on every such route; and the next best route if somebody \
      on the way is out. With --without the same is told as if actors were not there, with those who \
      could step in.

      \(Invocation.examples(
        #"support Graphs/r2p ECOWAS Guyana "inhibitor 5""#,
        #"support Graphs/r2p ECOWAS Guyana "inhibitor 5" --without UNDP"#,
        #"support Graphs/r2p "African Union" Kenya "inhibitor 2" --format csv"#))
      """
  )

  @OptionGroup var source: CollectionArgument

  @Argument(help: "Who wants to support: an id, name or alias.")
  var actor: String

  @Argument(help: "The row (a case) where support is wanted.")
  var row: String

  @Argument(help: "The column (an inhibitor) that is to be supported.")
  var column: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Tell, too, how it stands without these actors.", valueName: "actor")
  )
  var without: [String] = []

  @Option(
    help: ArgumentHelp(
      "What steps cost, by evidence.",
      discussion: "documented=1,declared=1.5,co-presence=4",
      valueName: "class=cost,…"
    )
  )
  var costs: [String] = []

  @Flag(help: "Let routes pass classes of actors, such as donor States.")
  var throughClasses = false

  @Flag(help: "Tell who else could be worked with, even where somebody is reported.")
  var others = false

  @Option(help: "Tell only so many others.")
  var top = 5

  @Flag(help: "Tell everything, however long.")
  var full = false

  @OptionGroup(title: "Which matrix is asked of") var question: QuestionOptions
  @OptionGroup(title: "How the answer is written") var answer: AnswerOptions

  func validate() throws {
    _ = try LinkWords.stepCosts(costs)
    if top < 1 { throw ValidationError("--top must be at least 1.") }
  }

  func run() throws {
    let collection = try source.read()
    let names = NameIndex(collection.graph.graph)
    let asked = try question.question(of: collection, names: names)
    let report = collection.graph.coverage(asked)
    let actor = try collection.actor(actor, names: names)
    // The cell is checked in the way in which all that ask for one do.
    var routeless = CandidateOptions()
    routeless.findsRoutes = false
    let cell = try report.cell([row, column], of: collection, names, routeless, limit: 1)
    var options = SupportOptions()
    options.stepCosts = try LinkWords.stepCosts(costs)
    options.passesClasses = throughClasses
    options.period = asked.period
    options.evidence = asked.evidence
    options.maximumCandidates = top
    options.seeksOthers = others
    let leaving = try without.map { try collection.actor($0, names: names) }
    if leaving.contains(actor) {
      try Output.fail(
        "\(collection.graph.name(of: actor)) wants to support and cannot be out",
        hint: "leave it out of --without"
      )
    }
    let found: [SupportSituation]
    do throws(PathError) {
      found = try report.supportSituations(
        from: actor,
        row: cell.row,
        column: cell.column,
        without: leaving,
        options
      )
    } catch {
      try Output.fail(error.description)
    }
    let document = SupportDocument(
      found,
      from: actor,
      row: cell.row,
      column: cell.column,
      of: report,
      options,
      collection: collection.metadata.title,
      documents: collection.metadata.sources
    )
    try answer.write(
      page: document.page(in: collection.graph, length: full ? .full : .brief),
      table: document.table,
      json: document
    )
  }
}
