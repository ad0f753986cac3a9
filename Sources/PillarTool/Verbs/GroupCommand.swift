internal import ArgumentParser
internal import PillarKit

struct GroupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "group",
    abstract: "Who could act together: who connects some actors, the few who reach all, groups.",
    discussion: """
      Actors and what links them are taken as one network, and one of three questions is asked of it. \
      --connect: the smallest network that connects these actors, and who is needed in between. \
      --reach-all: the fewest actors of whom every other is linked with one. \
      --communities: groups with more links among themselves than chance would give, and who ties \
      them together.

      \(Invocation.examples(
        #"group Graphs/r2p --connect UNDP ECOWAS "Arab League""#,
        "group Graphs/r2p --reach-all",
        "group Graphs/r2p --reach-all --among regional-organization,un-department-agency",
        "group Graphs/r2p --communities --resolution 0.5",
        "group Graphs/r2p --communities --format csv -o groups.csv"))
      """
  )

  @OptionGroup var source: CollectionArgument
  @OptionGroup(title: "What is asked") var question: GroupOptions
  @Option(
    help: ArgumentHelp(
      "With --communities: how many links a group is expected to have, as a multiple of chance.",
      discussion: "Above 1 groups become smaller, below 1 larger.",
      valueName: "number"
    )
  )
  var resolution = 1.0

  @OptionGroup(title: "Which network") var links: NetworkOptions
  @OptionGroup(title: "How the answer is written") var answer: AnswerOptions

  @Flag(help: "Tell everything, however long.")
  var full = false

  func validate() throws {
    guard question.subject != nil else {
      throw ValidationError("ask for --connect, --reach-all or --communities.")
    }
    try question.check(resolution: resolution, "--resolution")
  }

  func run() throws {
    let collection = try source.read()
    let names = NameIndex(collection.graph.graph)
    let network = try links.network(of: collection, names: names)
    let (title, documents) = (collection.metadata.title, collection.metadata.sources)
    let length: PageLength = full ? .full : .brief
    switch question.subject {
    case .connect:
      let group = try question.connecting(network, of: collection, names: names)
      let document = ConnectDocument(
        group,
        in: collection.graph,
        collection: title,
        documents: documents
      )
      try answer.write(
        page: document.page(length: length),
        table: document.table,
        json: document
      )
    case .reachAll:
      let document = ReachDocument(
        try question.reaching(network, of: collection),
        in: collection.graph,
        collection: title,
        documents: documents,
        among: question.amongWords
      )
      try answer.write(
        page: document.page(length: length),
        table: document.table,
        json: document
      )
    case .communities, nil:
      let report = question.communities(network, resolution: resolution)
      let document = CommunitiesDocument(
        report,
        in: collection.graph,
        collection: title,
        documents: documents,
        evidenceOf: full || answer.format == .csv ? report.ties.count : 5
      )
      try answer.write(
        page: document.page(length: length),
        table: document.table,
        json: document
      )
    }
  }
}
