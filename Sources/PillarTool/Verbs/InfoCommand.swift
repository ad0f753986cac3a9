internal import ArgumentParser
internal import PillarKit

struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "What is in the collection: counts by kind, span of time, sources.",
    discussion: """
      \(Invocation.examples(
        "info Graphs/r2p",
        "info Graphs/r2p --kind actor",
        "info Graphs/r2p --format json"))
      """
  )

  @OptionGroup var source: CollectionArgument

  @Option(help: "List the nodes of this kind instead.")
  var kind: String?

  @OptionGroup(title: "How the answer is written") var answer: AnswerOptions

  func run() throws {
    let collection = try source.read()
    guard let kind else {
      let document = InfoDocument(collection)
      try answer.write(page: document.page, table: document.table, json: document)
      return
    }
    let known = collection.graph.graph.nodeKinds
    guard known.contains(NodeKind(rawValue: kind)) else {
      try Output.fail(
        "there are no nodes of kind “\(kind)”",
        hint: "there are \(known.map(\.rawValue).joined(separator: ", "))"
      )
    }
    let document = NodeListDocument(NodeKind(rawValue: kind), in: collection)
    try answer.write(page: document.page, table: document.table, json: document)
  }
}
