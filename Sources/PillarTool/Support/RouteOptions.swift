internal import ArgumentParser
internal import PillarKit

/// The options that say which coordination paths are asked for, but for evidence and time.
struct RouteOptions: ParsableArguments {
  @Option(
    name: [.customShort("k"), .long],
    help: "How many paths, the best ones (default: 3; of all up to a length, 1000)."
  )
  var count: Int?

  @Option(
    help: "What makes a path good: cost, steps, or weakest (its weakest step, then cost)."
  )
  var by: Ranking = .cost

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
      "Walk only these kinds of relations, or all; facts are called provider.",
      discussion: "By default every kind; those that only file or cite at the ends alone.",
      valueName: "kind,…"
    )
  )
  var kinds: [String] = []

  @Option(help: "Avoid this node; may be given several times.")
  var avoid: [String] = []

  @Option(help: "Pass this node; may be given several times.")
  var through: [String] = []

  @Flag(help: "Let paths pass classes of actors, such as donor States.")
  var throughClasses = false

  @Flag(help: "Walk relations only from their first end to their second.")
  var directed = false

  @Flag(help: "Count parallel relations as answers of their own.")
  var eachLink = false

  /// What comes first.
  enum Ranking: String, CaseIterable, ExpressibleByArgument {
    case cost, steps, weakest
  }

  /// The options that ask for something other than the usual.
  var given: [String] {
    [
      ("--count", count != nil), ("--by", by != .cost), ("--costs", !costs.isEmpty),
      ("--kinds", !kinds.isEmpty), ("--avoid", !avoid.isEmpty), ("--through", !through.isEmpty),
      ("--through-classes", throughClasses), ("--directed", directed), ("--each-link", eachLink),
    ].filter(\.1).map(\.0)
  }

  /// Those of them that say nothing about a network of actors.
  var givenOfRoutes: [String] {
    given.filter { ["--count", "--through", "--directed", "--each-link"].contains($0) }
  }

  func validate() throws {
    guard (1...1000).contains(count ?? 3) else {
      throw ValidationError("--count must be from 1 to 1000.")
    }
    _ = try LinkWords.stepCosts(costs)
    try LinkWords.checkKinds(kinds)
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
    question.count = count ?? 3
    let stepCosts = try LinkWords.stepCosts(costs)
    question.measure =
      switch by {
      case .cost: .cost(stepCosts)
      case .steps: .steps
      case .weakest: .weakestStep(stepCosts)
      }
    question.kinds = try LinkWords.kinds(kinds, in: collection)
    question.avoiding = Set(try avoid.map { try collection.node($0, names: names) })
    if let end = [question.source, question.target].first(where: question.avoiding.contains) {
      let name = collection.graph.name(of: end)
      try Output.fail(
        "\(name) is an end of the paths and cannot be avoided",
        hint: "ask from elsewhere"
      )
    }
    question.through = try through.map { try collection.node($0, names: names) }
    question.passesClasses = throughClasses
    question.followsDirection = directed
    question.keepsParallelLinks = eachLink
    return question
  }
}

extension AssistanceCollection {
  /// The paths asked for; otherwise exit status 2.
  func answer(_ question: PathQuestion) throws -> PathAnswer {
    do throws(PathError) {
      return try graph.paths(question)
    } catch {
      guard case .badPattern(let pattern) = error else { try Output.fail(error.description) }
      try Output.fail("--pattern, \(told(pattern))", hint: hint(pattern))
    }
  }

  /// What is wrong with a pattern; the kinds that there are belong to the hint.
  private func told(_ error: PatternError) -> String {
    guard case .unknownLabel(let label) = error.problem else { return error.description }
    return "column \(error.column): there are no relations of kind “\(label)”"
  }

  private func hint(_ error: PatternError) -> String {
    guard case .unknownLabel(let label) = error.problem else {
      return error.hint.isEmpty
        ? "write for example 'member-of partners-with* part-of^-1'" : error.hint
    }
    if EdgeKind(rawValue: label) == .provider || label == "fact" {
      return "a fact is “\(RoutePattern.assisted)” from a provider to its other ends, and"
        + " “\(RoutePattern.assistedWith)” between providers"
    }
    let known = RoutePattern.words(of: graph.schema)
    let nearest = Spelling.nearest(to: label, among: known, limit: 1).first
    return (nearest.map { "did you mean “\($0)”? " } ?? "")
      + "there are \(known.joined(separator: ", "))"
  }
}
