public import ArgumentParser
public import PillarKit

struct DrawCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draws coordination, coverage, the surroundings of a node, or paths.",
    discussion: """
      Draws who assists with what, for which inhibitor and in which case, and what is missing, \
      unless --matrix, --cards, --ego or --path asks for another picture. The picture's subtitle says \
      what counted; its legend, only what it shows. Above about 150 nodes families are drawn as one.

      \(Invocation.examples(
        "draw Graphs/r2p -o coordination.svg",
        "draw Graphs/r2p --matrix --basis explicit,thematic -o matrix.pdf --page a4",
        #"draw Graphs/r2p --case Kenya --inhibitor "inhibitor 2" -o kenya.png"#,
        "draw Graphs/r2p --ego UNDP -o undp.svg",
        #"draw Graphs/r2p --path UNDP "African Union" -o routes.svg --theme dark"#))
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
  @OptionGroup(title: "What drawing may cost") var cost: LimitOptions

  enum View: String, EnumerableFlag {
    case coordination, matrix, cards
  }
}

extension DrawCommand {
  func validate() throws {
    if !path.isEmpty, path.count != 2 {
      throw ValidationError("--path: name two ends, from and to.")
    }
    let asked = [view != .coordination, ego != nil, !path.isEmpty].count { $0 }
    if asked > 1 {
      throw ValidationError("--matrix, --cards, --ego and --path are pictures of their own.")
    }
    if let option = unused.first {
      throw ValidationError("\(option) says nothing about this picture; leave it out.")
    }
  }

  /// The options given that the picture would not heed.
  private var unused: [String] {
    let matrix = question.given + question.scope.given
    let isMatrix = ego == nil && path.isEmpty
    let order = sort == .gaps || (isMatrix && view != .coordination) ? [] : ["--sort"]
    if ego != nil { return matrix + question.scope.givenOfLinks + route.given + order }
    if isMatrix { return route.given + order }
    return matrix + order + (detail == .automatic ? [] : ["--detail"])
  }

  func run() async throws {
    try picture.sheet.refuseTerminal(picture.format.fileKind)
    let collection = try source.read()
    let diagram = try diagram(of: collection)
    try await picture.draw(diagram, within: try cost.limits)
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
      return try collection.answer(paths).diagram(in: collection.graph, options)
    }
    let report = collection.graph.coverage(try question.question(of: collection, names: names))
    do throws(CoverageDiagramError) {
      switch view {
      case .coordination: return report.coordinationDiagram(options)
      case .matrix: return try report.matrixDiagram(options, sorting: sort)
      case .cards: return try report.cardsDiagram(options, sorting: sort)
      }
    } catch {
      try Output.fail(error.description)
    }
  }
}

extension CoverageSorting: ExpressibleByArgument {}
extension DiagramOptions.Detail: ExpressibleByArgument {}
extension DiagramTheme: ExpressibleByArgument {}
