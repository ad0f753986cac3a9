internal import ArgumentParser
internal import Foundation
internal import PillarKit

struct ActorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actors",
    abstract: "Which names may be one actor, and what was decided about them.",
    discussion: """
      Each proposal says why and how sure it is: high, medium or low. Decisions are lines of \
      actors.csv in the collection's folder, which people may edit and keep under version control. \
      They take effect on the next import into that folder; a line that is removed is undone on \
      the next import. Numbers belong to one list, so they need its key; keys and classes do not.

      \(Invocation.examples(
        "actors Graphs/r2p",
        "actors Graphs/r2p --confidence high,medium --format csv",
        "actors Graphs/r2p --unnamed"))

      Deciding, for a collection that was imported:
        --accept high                 take up every proposal of this confidence
        --accept 1,3-5 --list k3f9a   by numbers of the list with this key
        --reject kx7ab                turn down, by the proposal's key
        --same PAM WFP                names that are one, whatever was proposed
        --different IRC "International Rescue Committee"
        --undo PAM                    remove the lines that name somebody
      """
  )

  @OptionGroup var source: CollectionArgument

  @Option(help: "Only proposals of these classes: high, medium, low or all.")
  var confidence: [String] = []

  @Flag(help: "List what was decided, too.")
  var decided = false

  @Flag(help: "List the actors that nobody named instead.")
  var unnamed = false

  @OptionGroup(title: "Deciding") var choice: DecidingOptions
  @OptionGroup(title: "Where decisions are kept") var file: DecisionOptions
  @OptionGroup(title: "How the answer is written") var answer: AnswerOptions

  func validate() throws {
    if !confidence.isEmpty { _ = try classes() }
  }

  func run() throws {
    let collection = try source.read()
    if choice.isDeciding {
      try choice.decide(collection, in: source.graph, file)
      return
    }
    let proposals = ActorProposals(
      collection.graph,
      decisions: try file.read(for: source.graph)
    )
    let wanted = confidence.isEmpty ? Set(ActorProposal.Confidence.allCases) : try classes()
    let shown = (decided ? proposals.all : proposals.open).filter {
      wanted.contains($0.confidence) && !unnamed
    }
    let document = ActorsDocument(
      proposals,
      showing: shown,
      collection: collection.metadata.title
    )
    try answer.write(
      page: document.page,
      table: unnamed ? document.unnamedTable : document.table,
      json: document
    )
  }

  private func classes() throws -> Set<ActorProposal.Confidence> {
    try WordList.words(confidence, "--confidence")
  }
}
