internal import ArgumentParser
internal import PillarKit

struct LikelihoodCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "likelihood",
    abstract: "How likely each cell is covered, and how many gaps are to be expected.",
    discussion: """
      Facts and relations may carry a probability or a word of confidence; --confidence gives \
      probabilities to bases, which then count; a weaker basis that it does not name has that of the \
      next firmer one named. What nothing is said of is certain, or has --default-probability. \
      Statements hold or fail each by itself; bounds without that assumption stand beside.

      \(Invocation.examples(
        "likelihood Graphs/r2p --confidence explicit=0.9,thematic=0.4-0.6",
        "likelihood Graphs/r2p --default-probability 0.8 --case Kenya",
        "likelihood Graphs/r2p --confidence explicit=0.95,implied=0.7 -o likelihood.csv"))
      """
  )

  @OptionGroup var source: CollectionArgument

  @OptionGroup(title: "How likely statements hold") var certainty: CertaintyOptions

  @Flag(help: "Tell every cell and fact, however many there are.")
  var full = false

  @OptionGroup(title: "Which matrix is asked of") var question: QuestionOptions
  @OptionGroup(title: "How the answer is written") var answer: AnswerOptions

  func run() throws {
    let collection = try source.read()
    let names = NameIndex(collection.graph.graph)
    var asked = try question.question(of: collection, names: names)
    // Who says how likely thematic statements hold wants them to count.
    asked.bases.formUnion(try certainty.bases)
    let likelihood = collection.graph.coverage(asked).likelihood(
      try certainty.rules(for: collection),
      sampleCount: certainty.samples,
      level: certainty.level,
      seed: certainty.seed
    )
    let metadata = collection.metadata
    try answer.write(
      page: likelihood.page(
        collection: metadata.title,
        documents: metadata.sources,
        length: full ? .full : .brief
      ),
      table: likelihood.cellLines,
      json: LikelihoodDocument(
        likelihood,
        collection: metadata.title,
        documents: metadata.sources
      )
    )
  }
}
