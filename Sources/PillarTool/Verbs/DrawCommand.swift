public import ArgumentParser
public import PillarKit

struct DrawCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draws coordination, coverage, the surroundings of a node, paths, or a plan.",
    discussion: """
      Draws who assists with what, for which inhibitor and in which case, and what is missing, \
      unless another picture is asked for: --matrix, --cards, --plan, --timeline, --candidates, --ego, \
      --path, --cut, --without, --brokers, --connect, --reach-all or --communities. \
      The picture's subtitle says what counted; its legend, only what it shows. Above about 150 nodes \
      families are drawn as one.

      \(Invocation.examples(
        "draw Graphs/r2p -o coordination.svg",
        "draw Graphs/r2p --matrix --basis explicit,thematic -o matrix.pdf --page a4",
        #"draw Graphs/r2p --case Kenya --inhibitor "inhibitor 2" -o kenya.png"#,
        "draw Graphs/r2p --ego UNDP -o undp.svg",
        "draw Graphs/r2p --without UNDP -o without-undp.svg",
        "draw Graphs/r2p --plan --fixed-cost 3 -o plan.svg",
        "draw Graphs/r2p --timeline --since 2009 --until 2015 -o time.svg",
        #"draw Graphs/r2p --candidates DRC "inhibitor 5" -o candidates.svg"#,
        #"draw Graphs/r2p --path UNDP "African Union" -o routes.svg --theme dark"#,
        #"draw Graphs/r2p --cut UNDP "African Union" -o cut.svg"#,
        "draw Graphs/r2p --path ECOWAS Guyana --pareto -o trade-offs.svg",
        "draw Graphs/r2p --connect UNDP OHCHR EU -o connected.svg",
        "draw Graphs/r2p --brokers -o brokers.svg",
        "draw Graphs/r2p --communities -o groups.svg"))
      """
  )

  @OptionGroup var source: CollectionArgument

  @Flag(help: "What to draw.")
  var view: View = .coordination

  @Option(help: "Draw this node and everything it is tied to: an id, name or alias.")
  var ego: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Draw the best paths between two ends.", valueName: "from to")
  )
  var path: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Draw what the routes between two ends depend on; without co-presence unless it is named.",
      valueName: "from to"
    )
  )
  var cut: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Draw the matrix before and after these actors leave.", valueName: "actor")
  )
  var without: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Draw who could fill a gap.", valueName: "row column")
  )
  var candidates: [String] = []

  @Option(
    help: ArgumentHelp(
      "With --communities: how many links a group is expected to have, as a multiple of chance.",
      valueName: "number"
    )
  )
  var groupResolution = 1.0

  @Flag(help: "Draw who stands between others, and the links between them.")
  var brokers = false

  @Option(help: "How long a step of --timeline is: year, quarter or month.")
  var steps: CalendarStep.Length?

  @Option(help: "Draw everything (full), families as one (families), or as it fits (automatic).")
  var detail: DiagramOptions.Detail = .automatic

  @Option(
    help: "The order of a matrix or of cards: gaps (most first), graph (as it is), or families."
  )
  var sort: CoverageSorting = .gaps

  @Option(help: "The colours: light or dark; an svg follows its reader's setting by itself.")
  var theme: DiagramTheme = .light

  @Option(help: "The title, instead of the picture's own.")
  var title: String?

  @OptionGroup(title: "The picture") var picture: PictureOptions
  @OptionGroup(title: "Which matrix is drawn") var question: QuestionOptions
  @OptionGroup(title: "Which paths are drawn") var route: RouteOptions
  @OptionGroup(title: "Which other routes are drawn") var choice: RouteChoiceOptions
  @OptionGroup(title: "Which group of actors is drawn") var group: GroupOptions
  @OptionGroup(title: "Which plan is drawn") var closure: ClosureOptions
  @OptionGroup(title: "What drawing may cost") var cost: LimitOptions

  enum View: String, EnumerableFlag {
    case coordination, matrix, cards, timeline, plan
  }
}

extension DrawCommand {
  func validate() throws {
    if !path.isEmpty, path.count != 2 {
      throw ValidationError("--path: name two ends, from and to.")
    }
    if !cut.isEmpty, cut.count != 2 {
      throw ValidationError("--cut: name two ends, from and to.")
    }
    if !cut.isEmpty, route.by == .weakest {
      throw ValidationError("--cut: routes are told by cost or steps, not by their weakest step.")
    }
    if !candidates.isEmpty, candidates.count != 2 {
      throw ValidationError("--candidates: name a row and a column.")
    }
    try group.check(resolution: groupResolution, "--group-resolution")
    if subjects.count > 1 {
      let all = Subject.allCases.compactMap(\.option)
      let names = all.dropLast().joined(separator: ", ") + " and " + (all.last ?? "")
      throw ValidationError("\(names) are pictures of their own.")
    }
    try choice.refuse(route)
    if let option = unheeded.first {
      throw ValidationError("\(option) says nothing about this picture; leave it out.")
    }
  }

  func run() async throws {
    try picture.sheet.refuseTerminal(picture.format.fileKind)
    let collection = try source.read()
    let diagram = try diagram(of: collection)
    let limits = try cost.limits
    let drawn: Picture
    do throws(DrawingError) {
      drawn = try await picture.picture(of: diagram, within: limits)
    } catch {
      guard case .textTooSmall = error else { try Output.fail(error.description) }
      let fitting = try await whatFits(instead: diagram, of: collection, within: limits)
      let told = error.description.prefix { $0 != "\n" }
      try Output.fail(
        String(told),
        hint: fitting.isEmpty
          ? "draw less, or make an svg, which can be enlarged"
          : "what fits: \(fitting.joined(separator: ", or "))"
      )
    }
    try picture.sheet.write(drawn.bytes, as: picture.format.fileKind, remarks: drawn.remarks)
  }

  /// Options with which the picture could be read on paper, each of them tried.
  private func whatFits(
    instead diagram: AssistanceDiagram,
    of collection: AssistanceCollection,
    within limits: RenderingLimits
  ) async throws -> [String] {
    var ways: [(option: String, diagram: AssistanceDiagram, pages: [Page]?)] = []
    if picture.sheet.page?.isA3 == false { ways.append(("--page a3", diagram, .a3)) }
    func add(_ option: String, _ change: (inout DrawCommand) -> Void) throws {
      var other = self
      change(&other)
      ways.append((option, try other.diagram(of: collection), nil))
    }
    switch subject {
    case .timeline:
      if steps != .year { try add("--steps year") { $0.steps = .year } }
    case .matrix, .without:
      if detail != .families { try add("--detail families") { $0.detail = .families } }
    case .coordination, .cards:
      if detail != .families { try add("--detail families") { $0.detail = .families } }
      try add("--matrix") { $0.view = .matrix }
      if detail != .families {
        try add("--matrix --detail families") { ($0.view, $0.detail) = (.matrix, .families) }
      }
    case .ego:
      if detail == .full { try add("--detail automatic") { $0.detail = .automatic } }
    case .reachAll, .communities:
      if detail == .full { try add("--detail automatic") { $0.detail = .automatic } }
    case .path, .cut, .plan, .candidates, .connect, .brokers: break
    }
    for count in stride(from: path.isEmpty ? 0 : min(route.count ?? 3, 8) - 1, to: 0, by: -1) {
      try add("--count \(count)") { $0.route.count = count }
    }
    var fitting: [String] = []
    for way in ways {
      // Of several numbers of paths the largest is enough, and of matrices the whole one.
      let isNeedless = ["--count", "--matrix"].contains { prefix in
        way.option.hasPrefix(prefix) && fitting.contains { $0.hasPrefix(prefix) }
      }
      guard !isNeedless else { continue }
      let drawn = try? await picture.picture(of: way.diagram, on: way.pages, within: limits)
      if drawn != nil { fitting.append(way.option) }
    }
    return fitting
  }

  private func diagram(of collection: AssistanceCollection) throws -> AssistanceDiagram {
    let names = NameIndex(collection.graph.graph)
    let options = DiagramOptions(collection.metadata, theme: theme, detail: detail, title: title)
    if let ego {
      let id = try collection.node(ego, names: names)
      guard let diagram = collection.graph.egoDiagram(of: id, options) else {
        try Output.fail("\(id) is not in the collection")
      }
      return diagram
    }
    if path.count == 2 {
      var paths = try route.question(from: path[0], to: path[1], of: collection, names: names)
      paths.evidence = try question.scope.evidenceClasses
      paths.period = try question.scope.time.period
      choice.apply(to: &paths, count: route.count)
      return try collection.answer(paths).diagram(in: collection.graph, options)
    }
    if cut.count == 2 {
      var routes = try route.question(from: cut[0], to: cut[1], of: collection, names: names)
      let classes = try question.scope.evidenceClasses
      routes.evidence = question.scope.evidence.isEmpty ? [.documented, .declared] : classes
      routes.period = try question.scope.time.period
      return try collection.cuts(routes).diagram(in: collection.graph, options)
    }
    if Subject.groups.contains(subject) {
      return try groupDiagram(of: collection, names: names, options)
    }
    let asked = try question.question(of: collection, names: names)
    do {
      if subject == .timeline {
        return try TimelineCommand.timeline(of: collection, asked, by: steps).diagram(options)
      }
      let report = collection.graph.coverage(asked)
      switch subject {
      case .matrix: return try report.matrixDiagram(options, sorting: sort)
      case .cards: return try report.cardsDiagram(options, sorting: sort)
      case .without:
        let leaving = try without.map { try collection.actor($0, names: names) }
        let withdrawal = report.withdrawal(of: leaving)
        return try report.withdrawalDiagram(withdrawal, options, sorting: sort)
      case .plan: return try report.closureDiagram(try closure.plan(for: report), options)
      case .candidates:
        return try report.cell(candidates, of: collection, names, CandidateOptions())
          .diagram(in: report, options)
      case .coordination, .timeline, .ego, .path, .cut, .connect, .reachAll, .communities, .brokers:
        return report.coordinationDiagram(options)
      }
    } catch let error as CoverageDiagramError {
      try Output.fail(error.description)
    }
  }
}

extension CoverageSorting: ExpressibleByArgument {}
extension DiagramOptions.Detail: ExpressibleByArgument {}
extension DiagramTheme: ExpressibleByArgument {}
