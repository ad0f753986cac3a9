internal import ArgumentParser
internal import PillarKit

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "The whole graph as JSON, GraphML or two tables, or its diagram as DOT.",
    discussion: """
      Facts are nodes of kind assistance with an edge to each of their ends. JSON and GraphML go to \
      standard output unless -o names a file; the two tables of csv, nodes.csv and edges.csv, need \
      -o with a folder. DOT is the text behind the diagram of pillar draw.

      \(Invocation.examples(
        "export Graphs/r2p --format graphml -o r2p.graphml",
        "export Graphs/r2p --format csv -o r2p-tables",
        "export Graphs/r2p --format dot -o map.dot",
        "export Graphs/r2p --format json | head -c 400"))
      """
  )

  @OptionGroup var source: CollectionArgument

  @Option(help: "The format: json, graphml, csv or dot.")
  var format: Format = .json

  @Option(
    name: [.customShort("o"), .long],
    help: "Write into this file, or for csv into this folder, whole or not at all."
  )
  var output: String?

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json, graphml, csv, dot
  }

  func validate() throws {
    if format == .csv, output == nil {
      throw ValidationError("csv makes two files; name a folder with -o.")
    }
  }

  func run() throws {
    let collection = try source.read()
    guard let general = GraphFormat(rawValue: format.rawValue) else {
      let diagram = collection.coverage().coordinationDiagram(DiagramOptions(collection.metadata))
      try Output.write(diagram.graph.description, to: output, as: .dot)
      return
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
