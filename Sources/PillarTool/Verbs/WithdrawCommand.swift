internal import ArgumentParser
internal import PillarKit

struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "What falls if actors leave, funding ends or nothing is renewed; on whom most rests.",
    discussion: """
      Names actors, a kind of them, whatever is funded through somebody or ends by a date: together \
      they go. The answer tells which cells fall to nobody, to unnamed providers and to one, who is \
      left, and who is cut off. Without any of these, or with --each, every actor is ranked by the \
      cells that its leaving alone leaves to nobody; --opens finds the smallest sets of actors \
      without whom so many cells lack the named providers that they need (one, or as needs say).

      \(Invocation.examples(
        "withdraw Graphs/r2p UNDP",
        #"withdraw Graphs/r2p UNDP --path UNDP Kenya --path "African Union" Finland"#,
        "withdraw Graphs/r2p --kind un-department-agency --basis all",
        "withdraw Graphs/r2p --ending-by 2013 --since 2000",
        "withdraw Graphs/r2p --each --format csv -o losses.csv",
        "withdraw Graphs/r2p --opens 3"))
      """
  )

  @OptionGroup var source: CollectionArgument

  @Argument(help: "Who leaves: an id, name or alias; may be given several times.")
  var actors: [String] = []

  @Option(
    help: ArgumentHelp(
      "Every actor of this subkind leaves, such as ngo; may be given several times.",
      valueName: "subkind"
    )
  )
  var kind: [String] = []

  @Option(
    help: ArgumentHelp(
      "This actor leaves, with all it funds, passes on or runs; may be given several times.",
      discussion:
        "A fact falls if every chain of those who pay it, pass it on or run it passes them.",
      valueName: "actor"
    )
  )
  var fundedThrough: [String] = []

  @Option(
    help: ArgumentHelp(
      "What ends by this date is not renewed.",
      discussion:
        "Before is what holds at that date, unless --in, --since or --until say otherwise.",
      valueName: "date"
    )
  )
  var endingBy: String?

  @Flag(help: "Rank every actor by the cells that its leaving alone leaves to nobody.")
  var each = false

  @Flag(help: "Rank all who fund, pass on or run anything by what falls with it.")
  var eachFunder = false

  @Option(
    help: ArgumentHelp("Find the smallest sets of actors that open so many gaps.", valueName: "n")
  )
  var opens: Int?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Tell the best paths between two ends, before and after; may be given several times.",
      valueName: "from to"
    )
  )
  var path: [String] = []

  @Option(help: "Print only so many actors of a ranking.")
  var top: Int?

  @Option(help: "How many steps the search of --opens may take.")
  var steps = CriticalSets.Limits().steps

  @Flag(help: "Tell every cell, actor and fact, however many there are.")
  var full = false

  @OptionGroup(title: "Which matrix is asked of") var question: QuestionOptions
  @OptionGroup(title: "How the answer is written") var answer: AnswerOptions

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top must be at least 1.") }
    if let opens, opens < 1 { throw ValidationError("--opens must be at least 1.") }
    if steps < 1 { throw ValidationError("--steps must be at least 1.") }
    if !path.count.isMultiple(of: 2) {
      throw ValidationError("--path: name two ends each time, from and to.")
    }
    let asked = [isSomebodyNamed, each, eachFunder, opens != nil].count { $0 }
    if asked > 1 {
      throw ValidationError(
        "--each, --each-funder and --opens are questions of their own: name nobody with them, and"
          + " ask one at a time."
      )
    }
    if !isSomebodyNamed, !path.isEmpty {
      throw ValidationError("--path says nothing about this question; name who leaves.")
    }
    if top != nil, isSomebodyNamed || opens != nil {
      throw ValidationError("--top says nothing about this question; leave it out.")
    }
    _ = try date
  }

  private var isSomebodyNamed: Bool {
    !actors.isEmpty || !kind.isEmpty || !fundedThrough.isEmpty || endingBy != nil
  }

  private var date: PartialDate? {
    get throws {
      guard let endingBy else { return nil }
      guard let date = PartialDate(endingBy) else {
        throw ValidationError(
          "--ending-by: “\(endingBy)” is no date; write 2013, 2013-05 or 2013-05-21."
        )
      }
      return date
    }
  }

  func run() throws {
    let collection = try source.read()
    let names = NameIndex(collection.graph.graph)
    var asked = try question.question(of: collection, names: names)
    if let date = try date, asked.period == nil { asked.period = Validity(in: date) }
    let report = collection.graph.coverage(asked)
    if let opens {
      try write(
        report.criticalSets(opening: opens, limits: .init(steps: steps, listed: full ? 1_000 : 20)),
        of: report,
        collection.metadata
      )
    } else if isSomebodyNamed {
      try writeWithdrawal(of: report, in: collection, names)
    } else {
      let losses = WithdrawLosses(of: report, by: eachFunder ? .funder : .provider)
      let metadata = collection.metadata
      try answer.write(
        page: losses.page(
          collection: metadata.title,
          documents: metadata.sources,
          limit: top,
          length: full ? .full : .brief
        ),
        table: losses.lines,
        json: WithdrawLossesDocument(
          losses,
          collection: metadata.title,
          documents: metadata.sources
        )
      )
    }
  }

  private func write(
    _ sets: CriticalSets,
    of report: CoverageReport,
    _ metadata: CollectionMetadata
  ) throws {
    try answer.write(
      page: report.page(
        sets: sets,
        collection: metadata.title,
        documents: metadata.sources,
        length: full ? .full : .brief
      ),
      table: report.lines(of: sets),
      json: WithdrawSetsDocument(
        sets,
        of: report,
        collection: metadata.title,
        documents: metadata.sources
      )
    )
  }

  private func writeWithdrawal(
    of report: CoverageReport,
    in collection: AssistanceCollection,
    _ names: NameIndex
  ) throws {
    let (departure, words, rules) = try departure(of: report, in: collection, names)
    var told = WithdrawalAnswer(
      report.withdrawal(of: departure),
      of: report,
      departing: words,
      rules: rules
    )
    let coordination = CoordinationWithdrawal(
      of: departure.actors,
      facts: departure.facts,
      relations: departure.relations,
      from: collection.graph
    )
    for place in stride(from: 0, to: path.count, by: 2) {
      var paths = PathQuestion(
        from: try collection.node(path[place], names: names),
        to: try collection.node(path[place + 1], names: names)
      )
      paths.period = report.question.period
      do throws(PathError) {
        told.paths.append(try coordination.paths(paths))
      } catch {
        try Output.fail(error.description)
      }
    }
    told.cutOff = coordination.cutOff(places: report.rows, in: report.question.period)
    if answer.format == .csv, !path.isEmpty {
      Output.say("csv tells the cells alone; the other formats tell paths, too")
    }
    let metadata = collection.metadata
    try answer.write(
      page: told.page(
        collection: metadata.title,
        documents: metadata.sources,
        length: full ? .full : .brief
      ),
      table: told.lines,
      json: WithdrawDocument(told, collection: metadata.title, documents: metadata.sources)
    )
  }

  /// What goes, how it stands after “without”, and how it was decided, in sentences.
  private func departure(
    of report: CoverageReport,
    in collection: AssistanceCollection,
    _ names: NameIndex
  ) throws -> (departure: Departure, words: String, rules: [String]) {
    let graph = collection.graph
    let leaving = try actors.map { try collection.actor($0, names: names) }
    var departure = Departure(actors: Set(leaving))
    var words = leaving.map { graph.name(of: $0) }
    var rules: [String] = []
    for subkind in kind {
      let found = try actorsOfKind(subkind, in: graph)
      departure.actors.formUnion(found)
      words.append("every \(subkind)")
      rules.append(
        "\(found.count) \(found.count == 1 ? "actor is" : "actors are") of kind \(subkind):"
          + " \(found.prefix(12).map { graph.name(of: $0) }.joined(separator: ", "))"
          + (found.count > 12 ? " and \(found.count - 12) more." : ".")
      )
    }
    if !fundedThrough.isEmpty {
      let funders = try fundedThrough.map { try collection.actor($0, names: names) }
      departure.formUnion(report.departure(fundedThrough: funders))
      words.append(
        "what is funded, passed on or run through \(list(funders.map { graph.name(of: $0) }))"
      )
      rules.append("Funded, passed on or run through: \(CoverageReport.fundingRule).")
      rules.append(report.fundingAccount.sentence)
    }
    if let date = try date {
      departure.formUnion(report.departure(endingBy: date))
      words.append("what ends by \(date)")
      rules.append(
        "Before is what holds \(span(report.question.period, date)); after is what of it still holds"
          + " after \(date). What does not say when it ends stays."
      )
      let (endless, all) = (report.endlessFactCount, report.countedFactCount)
      let (noun, verb) = (
        all == 1 ? "counted fact" : "counted facts", endless == 1 ? "states" : "state"
      )
      rules.append("\(endless) of \(all) \(noun) \(verb) no end.")
    }
    return (departure, list(words), rules)
  }

  private func span(_ period: Validity?, _ date: PartialDate) -> String {
    guard let period, period != Validity(in: date) else { return "in \(date)" }
    return "in the span asked of (\(period))"
  }

  private func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  private func actorsOfKind(_ subkind: String, in graph: AssistanceGraph) throws -> [NodeID] {
    let found = graph.actors(ofSubkind: subkind)
    guard found.isEmpty else { return found }
    let known = Set(graph.graph.nodes(of: .actor).compactMap { $0[.subkind] }).sorted()
    let nearest = Spelling.nearest(to: subkind, among: known, limit: 1).first
    try Output.fail(
      "no actor is of kind “\(subkind)”",
      hint: known.isEmpty
        ? "the collection tells no kinds of actors; name actors instead"
        : nearest.map { "did you mean “\($0)”?" } ?? "there are \(known.joined(separator: ", "))"
    )
  }
}
