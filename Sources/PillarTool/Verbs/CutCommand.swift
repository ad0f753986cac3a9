internal import ArgumentParser
internal import PillarKit

struct CutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cut",
    abstract: "What the routes between two ends depend on: whose loss cuts them all.",
    discussion: """
      Tells who is on every route, every smallest set of actors and of links whose loss cuts all \
      routes, the next best route without each actor on the best one, and as many routes as there \
      can be that share nobody, or no link. All sets are counted, and all are equally small.

      \(Invocation.examples(
        #"cut Graphs/r2p DPA "Religions for Peace""#,
        "cut Graphs/r2p OHCHR EU --evidence documented --by steps",
        "cut Graphs/r2p ECOWAS Guyana --evidence all --sets 5",
        #"cut Graphs/r2p UNDP "African Union" --format csv -o cuts.csv"#))
      """
  )

  @OptionGroup var source: CollectionArgument

  @Argument(help: "Where routes start: an id, name or alias.")
  var from: String

  @Argument(help: "Where routes end: an id, name or alias.")
  var to: String

  @Option(help: "How many sets of each kind are listed; all are counted, up to 10000.")
  var sets = 20

  @OptionGroup(title: "Which routes") var route: CutOptions
  @OptionGroup(title: "How the answer is written") var answer: AnswerOptions

  @Flag(help: "Tell every set, every route and every statement behind a step.")
  var full = false

  func validate() throws {
    guard (1...100_000).contains(sets) else {
      throw ValidationError("--sets must be from 1 to 100000.")
    }
  }

  func run() throws {
    let collection = try source.read()
    let names = NameIndex(collection.graph.graph)
    let question = try route.question(from: from, to: to, of: collection, names: names)
    let document = CutsDocument(
      try collection.cuts(question, listing: sets),
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
