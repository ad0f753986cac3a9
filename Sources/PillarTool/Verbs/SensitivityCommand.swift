internal import ArgumentParser
internal import PillarKit

struct SensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Which gaps hold however one reads, and which depend on one choice.",
    discussion: """
      Asks the same matrix under every other reading: which bases, modalities and classes of \
      evidence count, parts as their wholes, names that are probably one as one, the time if one \
      is asked of. Each dependency is told in a sentence with its facts.

      \(Invocation.examples(
        "sensitivity Graphs/r2p",
        "sensitivity Graphs/r2p --case Guyana --full",
        "sensitivity Graphs/r2p --basis explicit,thematic --evidence documented,declared",
        "sensitivity Graphs/r2p --format csv -o sensitivity.csv",
        "sensitivity Graphs/r2p --by-reading --format csv -o readings.csv"))
      """
  )

  @OptionGroup var source: CollectionArgument

  @Option(
    help: ArgumentHelp(
      "Which names that may be one actor count as one in a reading: high, medium, low or none.",
      discussion: "The least sure proposals of pillar actors that count; high by default.",
      valueName: "confidence"
    )
  )
  var duplicates: String = "high"

  @Option(help: "How many readings are tried at most; each choice alone is in any case.")
  var readings = 4096

  @Flag(help: "In csv, a line for each reading instead of one for each cell.")
  var byReading = false

  @Flag(help: "Tell every cell and fact, however many there are.")
  var full = false

  @OptionGroup(title: "Where decisions are kept") var file: DecisionOptions
  @OptionGroup(title: "Which matrix is asked of") var question: QuestionOptions
  @OptionGroup(title: "How the answer is written") var answer: AnswerOptions

  func validate() throws {
    if readings < 1 { throw ValidationError("--readings must be at least 1.") }
    if duplicates != "none", ActorProposal.Confidence(rawValue: duplicates) == nil {
      throw ValidationError("--duplicates: use high, medium, low or none.")
    }
  }

  func run() throws {
    let collection = try source.read()
    let names = NameIndex(collection.graph.graph)
    let groups = try probableDuplicates(of: collection)
    let report = collection.graph.sensitivity(
      try question.question(of: collection, names: names),
      duplicates: groups,
      maximumReadings: readings
    )
    let metadata = collection.metadata
    try answer.write(
      page: report.page(
        collection: metadata.title,
        documents: metadata.sources,
        length: full ? .full : .brief
      ),
      table: byReading ? report.readingTable : report.cellLines,
      json: SensitivityDocument(
        report,
        duplicates: groups,
        collection: metadata.title,
        documents: metadata.sources
      )
    )
  }

  /// Groups of actors that are probably one and were not said to be different.
  private func probableDuplicates(of collection: AssistanceCollection) throws -> [[NodeID]] {
    guard let least = ActorProposal.Confidence(rawValue: duplicates) else { return [] }
    let proposals = ActorProposals(
      collection.graph,
      decisions: try file.read(for: source.graph)
    )
    return proposals.all
      .filter { $0.confidence >= least && $0.verdict != .different }
      .map { $0.candidates.map(\.id) }
  }
}
