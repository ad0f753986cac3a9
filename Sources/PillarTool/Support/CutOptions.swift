internal import ArgumentParser
internal import PillarKit

/// The options that say what routes may be made of when it is asked what they depend on.
struct CutOptions: ParsableArguments {
  @Option(help: "What makes a route good: cost or steps.")
  var by: LinkMeasure = .cost

  @Option(
    help: ArgumentHelp(
      "What steps cost, by evidence.",
      discussion: "documented=1,declared=1.5,co-presence=4",
      valueName: "class=cost,…"
    )
  )
  var costs: [String] = []

  @Option(
    help: ArgumentHelp(
      "Which evidence counts: documented, declared, co-presence, or all.",
      discussion: "A shared case is no way round, unless co-presence is asked for."
    )
  )
  var evidence: [String] = ["documented", "declared"]

  @Option(
    help: ArgumentHelp(
      "Walk only these kinds of relations, or all; facts are called provider.",
      discussion: "By default every kind; those that only file or cite at the ends alone.",
      valueName: "kind,…"
    )
  )
  var kinds: [String] = []

  @Option(help: "Avoid this node; may be given several times.")
  var avoid: [String] = []

  @Flag(help: "Let routes pass classes of actors, such as donor States.")
  var throughClasses = false

  @Flag(help: "Walk relations only from their first end to their second.")
  var directed = false

  @Flag(help: "Count parallel relations and facts as links of their own.")
  var eachLink = false

  @OptionGroup var time: TimeOptions

  func validate() throws {
    _ = try LinkWords.stepCosts(costs)
    try LinkWords.checkKinds(kinds)
    let _: Set<EvidenceClass> = try WordList.words(evidence, "--evidence")
  }

  /// The question that the options ask between two nodes of a collection.
  func question(
    from: String,
    to: String,
    of collection: AssistanceCollection,
    names: NameIndex
  ) throws -> PathQuestion {
    var question = PathQuestion(
      from: try collection.node(from, names: names),
      to: try collection.node(to, names: names)
    )
    question.measure = by == .steps ? .steps : .cost(try LinkWords.stepCosts(costs))
    question.evidence = try WordList.words(evidence, "--evidence")
    question.kinds = try LinkWords.kinds(kinds, in: collection)
    question.period = try time.period
    question.avoiding = Set(try avoid.map { try collection.node($0, names: names) })
    if let end = [question.source, question.target].first(where: question.avoiding.contains) {
      try Output.fail(
        "\(collection.graph.name(of: end)) is an end of the routes and cannot be avoided",
        hint: "ask from elsewhere"
      )
    }
    question.passesClasses = throughClasses
    question.followsDirection = directed
    question.keepsParallelLinks = eachLink
    return question
  }
}

extension AssistanceCollection {
  /// What routes depend on; otherwise exit status 2.
  func cuts(_ question: PathQuestion, listing: Int = 20) throws -> RouteCuts {
    do throws(PathError) {
      return try graph.routeCuts(question, listing: listing, counting: max(10_000, listing))
    } catch {
      try Output.fail(error.description)
    }
  }
}
