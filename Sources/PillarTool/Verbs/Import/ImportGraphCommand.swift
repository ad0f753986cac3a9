internal import ArgumentParser
internal import PillarKit

struct ImportGraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "A graph of another tool: GraphML, GEXF, node-link JSON, GML, DOT, tables.",
    discussion: """
      What the file holds decides its format, not its name; two tables, of nodes and of links, are \
      one graph. Nodes become actors and links relations, unless the file or an option says \
      otherwise. What pillar export wrote comes back as facts. What was understood, changed and left \
      behind is printed. Contact data is never kept.

      \(Invocation.examples(
        "import graph network.gexf -o Graphs/network",
        "import graph nodes.csv edges.csv -o Graphs/network",
        #"import graph network.graphml -o Graphs/network --relation-kind "Is part of=part-of""#))
      """
  )

  @Argument(
    help: "The graph: one file, or its tables as CSV.",
    completion: .file(extensions: ["graphml", "gexf", "json", "gml", "dot", "gv", "xml", "csv"])
  )
  var files: [String]

  @OptionGroup(title: "What nodes and links become") var graphs: GraphOptions
  @OptionGroup var collection: ImportOutput

  func run() throws {
    var read: [GraphFile] = []
    var faults: [Diagnostic] = []
    for file in files.map({ FieldFile(path: $0) }) {
      do throws(ImportError) {
        read.append(GraphFile(name: file.document, bytes: try file.bytes()))
      } catch {
        faults += error.diagnostics
      }
    }
    try ImportOutput.refuse(faults)
    let imported: ImportedCollection
    do throws(ImportError) {
      imported = try ImportedCollection(
        graphs: read,
        mapping: graphs.mapping,
        title: collection.title,
        name: collection.name
      )
    } catch {
      try ImportOutput.refuse(error.diagnostics)
      return
    }
    try collection.write(imported, madeOf: files)
  }
}
