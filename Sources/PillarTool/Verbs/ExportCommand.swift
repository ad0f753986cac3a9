internal import ArgumentParser
internal import PillarKit

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract:
      "The whole graph as JSON, GraphML, two tables or a collection, or its diagram as DOT.",
    discussion: """
      Facts are nodes of kind assistance with an edge to each of their ends. JSON and GraphML go to \
      standard output unless -o names a file; the two tables of csv, nodes.csv and edges.csv, need \
      -o with a folder, and so does collection, which Pillar reads again. DOT is the text behind the \
      diagram of pillar draw.

      With --safe, whoever is marked as sensitive goes by a number or counts as something wider, and \
      what would give them away is left out: texts, sources, small cells and amounts, people's \
      details. What was hidden is told in counts. Names of hidden actors cannot be found again from \
      the copy, but whoever knows the region may guess.

      \(Invocation.examples(
        "export Graphs/r2p --format graphml -o r2p.graphml",
        "export Graphs/r2p --format csv -o r2p-tables",
        "export Graphs/r2p --format dot -o map.dot",
        "export Graphs/r2p --format json | head -c 400",
        "export Graphs/r2p --safe --hide UNDP --hide Kenya --format collection -o r2p-safe"))
      """
  )

  @OptionGroup var source: CollectionArgument

  @Option(help: "The format: json, graphml, csv, dot or collection.")
  var format: Format = .json

  @Option(
    name: [.customShort("o"), .long],
    help: "Write into this file, or for csv and collection into this folder."
  )
  var output: String?

  @OptionGroup(title: "What is hidden") var safety: SafetyOptions

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json, graphml, csv, dot, collection
  }

  func validate() throws {
    guard output == nil || output == "-" else { return }
    if format == .csv { throw ValidationError("csv makes two files; name a folder with -o.") }
    if format == .collection {
      throw ValidationError("A collection is a folder; name it with -o.")
    }
  }

  func run() throws {
    let collection = try source.read()
    guard safety.safe else { return try write(collection) }
    try safety.refuseBeside(output)
    let copy = try safety.copy(of: collection, at: source.graph)
    try write(copy.collection)
    try safety.tell(copy, beside: output)
  }

  private func write(_ collection: AssistanceCollection) throws {
    if format == .collection, let output {
      let file = "/collection.yaml"
      if Output.isSameFile(output + file, source.graph + file) {
        try Output.fail("\(output) is the collection itself", hint: "choose another folder")
      }
      return try CollectionFolder.write(collection, to: output)
    }
    guard let general = GraphFormat(rawValue: format.rawValue) else {
      let diagram = collection.coverage().coordinationDiagram(DiagramOptions(collection.metadata))
      return try Output.write(diagram.graph.description, to: output, as: .dot)
    }
    let files = collection.graph.graph.files(as: general, title: collection.metadata.title)
    if format == .csv, let output {
      for file in files { try Output.write(file.bytes, to: "\(output)/\(file.name)", as: .table) }
      return
    }
    for file in files {
      try Output.write(file.bytes, to: output, as: format == .json ? .json : .xml)
    }
  }
}
