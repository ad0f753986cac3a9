internal import ArgumentParser
internal import PillarKit

struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "The sources behind a node, a fact, a relation or a cell.",
    discussion: """
      One name asks for a node or a fact; two ask for everything that ties them together, and for \
      the cell if they are a row and a column; with --kind only for relations of that kind. Names \
      are ids, names or aliases, in any case.

      \(Invocation.examples(
        "why Graphs/r2p UNDP",
        #"why Graphs/r2p Kenya "inhibitor 2""#,
        #"why Graphs/r2p "Panel of the Wise" AU --kind part-of"#))
      """
  )

  @OptionGroup var source: CollectionArgument

  @Argument(help: "A node or a fact: its id, name or alias.")
  var first: String

  @Argument(help: "A second node, for what ties the two together.")
  var second: String?

  @Option(help: "Only relations of this kind.")
  var kind: String?

  @OptionGroup(title: "Which matrix the cell is of") var question: QuestionOptions
  @Flag(help: "Tell every statement, however many there are.")
  var full = false

  @OptionGroup(title: "How the answer is written") var answer: AnswerOptions

  func run() throws {
    let collection = try source.read()
    let names = NameIndex(collection.graph.graph)
    let kind = try edgeKind(in: collection)
    let first = try collection.node(first, names: names)
    guard let second else {
      let document = WhyDocument(of: first, kind: kind, in: collection)
      try answer.write(
        page: document.page(length: full ? .full : .brief),
        table: document.table,
        json: document
      )
      return
    }
    let other = try collection.node(second, names: names)
    var asked = try question.question(of: collection, names: names)
    // The two names say which cell.
    (asked.onlyRows, asked.onlyColumns) = ([], [])
    let document = WhyDocument(
      between: first,
      and: other,
      kind: kind,
      question: asked,
      in: collection
    )
    guard !document.isEmpty else {
      try Output.fail(
        "nothing in the collection ties \(collection.graph.name(of: first)) directly to"
          + " \(collection.graph.name(of: other))",
        hint: "pillar path finds ways over others"
      )
    }
    try answer.write(
      page: document.page(length: full ? .full : .brief),
      table: document.table,
      json: document
    )
  }

  private func edgeKind(in collection: AssistanceCollection) throws -> EdgeKind? {
    guard let kind else { return nil }
    let known = collection.graph.graph.edgeKinds
    guard known.contains(EdgeKind(rawValue: kind)) else {
      let words = known.map(\.rawValue).sorted()
      try Output.fail(
        "there are no relations of kind “\(kind)”",
        hint: Spelling.nearest(to: kind, among: words, limit: 1).first
          .map { "did you mean “\($0)”?" } ?? "there are \(words.joined(separator: ", "))"
      )
    }
    return EdgeKind(rawValue: kind)
  }
}
