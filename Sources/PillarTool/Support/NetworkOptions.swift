internal import ArgumentParser
internal import PillarKit

/// The options that say which actors and links make a network.
struct NetworkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which evidence makes a link: documented, declared, co-presence, or all.",
      discussion: "Being active in the same place is no link, unless co-presence is asked for."
    )
  )
  var evidence: [String] = ["documented", "declared"]

  @Option(
    help: ArgumentHelp(
      "What makes co-presence: the role of facts whose node both are named with.",
      discussion: "By default the rows of the collection's own question, such as case or adm2.",
      valueName: "role"
    )
  )
  var sharing: String?

  @Option(
    help: ArgumentHelp(
      "Link by these kinds of relations only, or by all; facts are called provider.",
      discussion: "By default by every kind but those that only file or cite.",
      valueName: "kind,…"
    )
  )
  var kinds: [String] = []

  @Option(help: "How far apart two actors are: steps, or cost by the evidence of each step.")
  var distance: LinkMeasure = .steps

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
    if sharing != nil, try !evidenceClasses.contains(.coPresence) {
      throw ValidationError("--sharing is about co-presence; use --evidence all as well.")
    }
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
      ("--sharing", sharing != nil), ("--kinds", !kinds.isEmpty),
      ("--distance", distance != .steps), ("--costs", !costs.isEmpty),
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
    let places = try sharedRole(of: collection)
    do throws(CoordinationNetworkError) {
      return try CoordinationNetwork(collection.graph, sharing: places) { scope in
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

  /// The role whose nodes make co-presence; otherwise exit status 2.
  private func sharedRole(of collection: AssistanceCollection) throws -> EdgeKind {
    guard let sharing else { return Self.usualSharing(of: collection) }
    let roles = Self.sharedRoles(of: collection)
    if let role = roles.first(where: { [$0.kind.rawValue, $0.column].contains(sharing) }) {
      return role.kind
    }
    try Output.fail(
      "--sharing: facts have no role “\(sharing)” that two actors could share",
      hint: "there are \(roles.map(\.column).joined(separator: ", "))"
    )
  }

  private static func sharedRoles(of collection: AssistanceCollection) -> [FactRole] {
    collection.graph.schema.roles.filter { !$0.nodeKinds.contains(.actor) }
  }

  /// The role whose nodes make co-presence unless another is asked for: the rows of the collection's
  /// question.
  static func usualSharing(of collection: AssistanceCollection) -> EdgeKind {
    let rows = collection.metadata.question.rows
    return sharedRoles(of: collection).contains { $0.kind == rows } ? rows : .countryCase
  }
}
