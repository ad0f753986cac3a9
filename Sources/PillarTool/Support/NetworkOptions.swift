internal import ArgumentParser
internal import PillarKit

/// The options that say which actors and links make a network.
struct NetworkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which evidence makes a link: documented, declared, co-presence, or all.",
      discussion: "Being active in the same case is no link, unless co-presence is asked for."
    )
  )
  var evidence: [String] = ["documented", "declared"]

  @Option(
    help: ArgumentHelp(
      "Link by these kinds of relations only, or by all; facts are called provider.",
      discussion: "By default by every kind but those that only file or cite.",
      valueName: "kind,…"
    )
  )
  var kinds: [String] = []

  @Option(help: "How far apart two actors are: steps, or cost by the evidence of each step.")
  var distance: RouteOptions.Measure = .steps

  @Option(
    help: ArgumentHelp(
      "What steps cost, by evidence, with --distance cost.",
      discussion: "documented=1,declared=1.5,co-presence=4",
      valueName: "class=cost,…"
    )
  )
  var costs: [String] = []

  @Option(help: "Leave out this actor; may be given several times.")
  var avoid: [String] = []

  @Flag(help: "Take in classes of actors, such as donor States; never placeholders.")
  var withClasses = false

  @OptionGroup var time: TimeOptions

  func validate() throws {
    _ = try evidenceClasses
    _ = try LinkWords.stepCosts(costs)
    try LinkWords.checkKinds(kinds)
    if !costs.isEmpty, distance == .steps {
      throw ValidationError("--costs says nothing about steps; use --distance cost as well.")
    }
  }

  private var evidenceClasses: Set<EvidenceClass> {
    get throws { try WordList.words(evidence, "--evidence") }
  }

  /// The options that ask for something other than the usual.
  var given: [String] {
    [
      ("--kinds", !kinds.isEmpty), ("--distance", distance != .steps), ("--costs", !costs.isEmpty),
      ("--avoid", !avoid.isEmpty), ("--with-classes", withClasses),
    ].filter(\.1).map(\.0)
  }

  /// The network that the options describe; otherwise exit status 2.
  func network(
    of collection: AssistanceCollection,
    names: NameIndex,
    directed: Bool = false
  ) throws -> CoordinationNetwork {
    let avoided = Set(try avoid.map { try collection.node($0, names: names) })
    let kinds = try LinkWords.kinds(kinds, in: collection)
    let (classes, period) = (try evidenceClasses, try time.period)
    let stepCosts = try LinkWords.stepCosts(costs)
    do throws(CoordinationNetworkError) {
      return try CoordinationNetwork(collection.graph) { scope in
        scope.evidence = classes
        scope.kinds = kinds
        scope.measure = distance == .steps ? .steps : .cost(stepCosts)
        scope.avoiding = avoided
        scope.passesClasses = withClasses
        scope.period = period
        scope.followsDirection = directed
      }
    } catch {
      try Output.fail(error.description)
    }
  }
}
