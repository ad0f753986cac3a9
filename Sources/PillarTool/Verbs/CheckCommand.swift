internal import ArgumentParser
internal import PillarKit

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Is the collection sound? Every fault with its place and how to mend it.",
    discussion: """
      Ends with exit status 2 if there are errors; warnings alone do not count, unless --strict.

      \(Invocation.examples(
        "check Graphs/r2p",
        "check Graphs/r2p --format json"))
      """
  )

  @Argument(help: "The collection: a folder with collection.yaml.", completion: .directory)
  var graph: String

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @OptionGroup(title: "How the answer is written") var answer: AnswerOptions

  func run() throws {
    var diagnostics: [Diagnostic] = []
    var size: (nodes: Int, facts: Int, edges: Int)?
    do throws(CollectionError) {
      let collection = try AssistanceCollection(readingFrom: graph)
      diagnostics = collection.warnings
      let facts = collection.graph.facts.count
      size = (
        collection.graph.graph.nodeCount - facts, facts, collection.graph.graph.edgeCount
      )
    } catch {
      diagnostics = error.diagnostics
    }
    let document = CheckDocument(diagnostics, of: graph)
    var page = ReportPage(document.sentence)
    if let size {
      page.parts.append(
        .paragraph("\(size.nodes) nodes, \(size.facts) facts, \(size.edges) edges.")
      )
    }
    if answer.format == .table {
      // Editors and terminals jump to places written this way, so no line is broken.
      let faults = diagnostics.flatMap { $0.description.split(separator: "\n") }
        .map { Terminal.safe(String($0)) + "\n" }.joined()
      try Output.write(faults + page.plain(), to: answer.output, as: .text)
    } else {
      page.parts.append(.list(diagnostics.map { "\($0)".replacing("\n  hint:", with: " Hint:") }))
      try answer.write(page: page, table: document.table, json: document)
    }
    if document.errors > 0 || (strict && document.warnings > 0) { throw ExitCode(2) }
  }
}
