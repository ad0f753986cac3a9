internal import ArgumentParser
internal import PillarKit

struct ReliabilityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reliability",
    abstract: "How likely two ends are linked by some path, and the paths that most likely hold.",
    discussion: """
      The probability counts all paths together. A step holds if any of its relations and facts \
      does; a fact ties all that it names at once. Links are walked both ways.

      \(Invocation.examples(
        #"reliability Graphs/r2p UNDP "African Union" --confidence explicit=0.9,thematic=0.5"#,
        "reliability Graphs/r2p OHCHR EU --default-probability 0.7 --evidence documented",
        "reliability Graphs/r2p ECOWAS Finland --confidence explicit=0.9 --evidence all -k 1"))
      """
  )

  @OptionGroup var source: CollectionArgument

  @Argument(help: "Where paths start: an id, name or alias.")
  var from: String

  @Argument(help: "Where paths end: an id, name or alias.")
  var to: String

  @OptionGroup(title: "How likely statements hold") var certainty: CertaintyOptions

  @OptionGroup var route: RouteOptions

  @Option(
    help: ArgumentHelp(
      "Which evidence counts: documented, declared, co-presence, or all.",
      discussion: "Being named by one fact or in one place is no link, unless co-presence is asked"
        + " for."
    )
  )
  var evidence: [String] = ["documented", "declared"]

  @OptionGroup(title: "When") var time: TimeOptions
  @OptionGroup(title: "How the answer is written") var answer: AnswerOptions

  @Flag(help: "Tell every statement behind a step, however many there are.")
  var full = false

  func validate() throws {
    _ = try evidenceClasses
    let useless: Set = ["--by", "--costs", "--through", "--directed", "--each-link"]
    if let option = route.given.first(where: useless.contains) {
      throw ValidationError("\(option) belongs to pillar path; a probability counts all paths.")
    }
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
    let rules = try certainty.rules(for: collection)
    let found: PathReliability
    do throws(PathError) {
      found = try collection.graph.reliability(
        question,
        rules,
        sampleCount: certainty.samples,
        level: certainty.level,
        seed: certainty.seed
      )
    } catch {
      try Output.fail(error.description)
    }
    let document = ReliabilityDocument(
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
