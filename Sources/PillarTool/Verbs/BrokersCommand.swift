public import ArgumentParser
internal import Foundation
public import PillarKit

struct BrokersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brokers",
    abstract: "Who stands between others: positions, roles, and links that nothing replaces.",
    discussion: """
      Actors and what links them are taken as one network. The answer ranks actors by how much lies \
      between others over them, counts how often each links two who have no link of their own, by \
      the kinds of the three, and tells whom nothing else holds in contact.

      \(Invocation.examples(
        "brokers Graphs/r2p",
        "brokers Graphs/r2p --by roles --top 10",
        "brokers Graphs/r2p --kinds partners-with,member-of --by constraint",
        "brokers Graphs/r2p --evidence documented --format csv -o brokers.csv"))
      """
  )

  @OptionGroup var source: CollectionArgument

  @Option(
    help: ArgumentHelp(
      "By what actors are ranked.",
      discussion: BrokerMeasure.allCases.map(\.rawValue).joined(separator: ", "),
      valueName: "measure"
    )
  )
  var by: BrokerMeasure = .betweenness

  @Option(
    help: ArgumentHelp("The property whose values are the groups of roles.", valueName: "property")
  )
  var groups = "subkind"

  @Option(help: "Print only so many actors.")
  var top: Int?

  @Flag(help: "Follow links from their first end to their second only.")
  var directed = false

  @Option(
    help: ArgumentHelp(
      "How far off betweenness may be where the network is too large for the exact number.",
      valueName: "share"
    )
  )
  var error = 0.01

  @Option(help: "The seed of what is drawn at random.")
  var seed: UInt64 = 0

  @OptionGroup(title: "Which network") var links: NetworkOptions
  @OptionGroup(title: "How the answer is written") var answer: AnswerOptions

  @Flag(help: "Tell every actor and every link, however many there are.")
  var full = false

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top must be 1 or more.") }
    guard error > 0, error < 1 else { throw ValidationError("--error must be between 0 and 1.") }
  }

  func run() throws {
    let collection = try source.read()
    let names = NameIndex(collection.graph.graph)
    let network = try links.network(of: collection, names: names, directed: directed)
    let hasGroups = network.actors.contains { actor in
      guard case .text = collection.graph.graph[actor]?.property(groups) else { return false }
      return true
    }
    if groups != "subkind", !hasGroups {
      try Output.fail(
        "--groups: no actor has a text “\(groups)”",
        hint: "a column of nodes/actor.csv, such as subkind"
      )
    }
    var options = BrokerOptions()
    (options.measure, options.groupedBy) = (by, groups)
    (options.error, options.seed) = (error, seed)
    options.threads = ProcessInfo.processInfo.activeProcessorCount
    let report: BrokerReport
    do throws(CoordinationNetworkError) {
      report = try network.brokers(options)
    } catch {
      try Output.fail(error.description)
    }
    let document = BrokersDocument(
      report,
      in: collection.graph,
      collection: collection.metadata.title,
      documents: collection.metadata.sources,
      evidenceOf: full || answer.format == .csv ? report.brokers.count : min(5, top ?? 5)
    )
    try answer.write(
      page: document.page(limit: top, length: full ? .full : .brief),
      table: document.table,
      json: document
    )
  }
}

extension BrokerMeasure: ExpressibleByArgument {}
