public import ArgumentParser
internal import Foundation
public import PillarKit

struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draws a graph in DOT that somebody wrote, with any engine of Graphviz.",
    discussion: """
      The text is read by Pillar's own parser, which tells every fault with its place. Before it is \
      drawn it is made safe: it opens no file, runs nothing, and links lead to the web, to mail \
      or within the drawing alone; what was left out is told. Graphviz runs behind limits, so a graph that it cannot \
      draw ends in a message.

      \(Invocation.examples(
        "export Graphs/r2p --format dot -o map.dot",
        "render map.dot -o map.svg",
        "render map.dot --page a3 -o map.pdf",
        "render map.dot --format plain -o positions.txt"))
      """
  )

  @Argument(help: "The file with the graph; - reads standard input.", completion: .file())
  var file: String

  @Option(
    help:
      "The engine: dot, neato, fdp, sfdp, circo, twopi or osage; by default what the graph asks for, else dot."
  )
  var engine: GraphvizEngine?

  @Option(help: ArgumentHelp("Which graph of the file, from 1.", valueName: "number"))
  var graph: Int?

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "How to write it: svg, png, pdf, plain (positions), json (positions) or dot (made safe).",
      discussion: "By default as the name after -o ends, else svg.",
      valueName: "format"
    )
  )
  var chosenFormat: Format?

  @OptionGroup(title: "The picture") var sheet: SheetOptions
  @OptionGroup(title: "What drawing may cost") var cost: LimitOptions

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case svg, png, pdf, plain, json, dot
  }
}

extension RenderCommand {
  func validate() throws {
    if let graph, graph < 1 { throw ValidationError("--graph counts from 1.") }
    if chosenFormat == nil {
      try sheet.refuseUnknownEnding(["svg", "png", "pdf", "plain", "json", "dot"])
    }
    try sheet.validate(isPDF: format == .pdf)
  }

  func run() async throws {
    try sheet.refuseTerminal(format.fileKind)
    let safe = SafeDOT(try brought())
    let changes = safe.changes.map(\.description)
    guard let kind = GraphvizFormat(rawValue: format.rawValue) else {
      try sheet.write(Array(safe.graph.description.utf8), as: .dot, remarks: changes)
      return
    }
    let drawn = try await drawn(safe, as: kind, within: try cost.limits)
    let bytes = kind == .svg ? try good(drawn.bytes, of: safe.graph) : drawn.bytes
    try sheet.write(bytes, as: format.fileKind, remarks: changes + drawn.messages)
  }

  /// The format chosen, or the one that the file's name promises.
  private var format: Format {
    chosenFormat ?? sheet.kind.flatMap { kind in Format.allCases.first { $0.fileKind == kind } }
      ?? .svg
  }

  /// The name of the file in messages.
  private var name: String { file == "-" ? "standard input" : file }

  /// The graph of the file; otherwise exit status 2.
  private func brought() throws -> DOTGraph {
    let document = try document()
    for warning in document.warnings { Output.say(warning.description(file: name)) }
    guard let first = document.graphs.first else {
      try Output.fail("\(name) holds no graph", hint: "a graph begins with “graph” or “digraph”")
    }
    let count = document.graphs.count
    guard let graph else {
      if count == 1 { return first }
      try Output.fail("\(name) holds \(count) graphs", hint: "choose one, --graph 1 to \(count)")
    }
    guard graph <= count else {
      try Output.fail("\(name) has no graph \(graph)", hint: "it holds \(count)")
    }
    return document.graphs[graph - 1]
  }

  private func document() throws -> DOTDocument {
    let bytes: Data
    do {
      bytes =
        file == "-"
        ? try FileHandle.standardInput.readToEnd() ?? Data()
        : try Data(contentsOf: URL(filePath: file))
    } catch {
      var isFolder: ObjCBool = false
      let isThere = unsafe FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
      try Output.fail(
        isFolder.boolValue ? "\(file) is a folder" : "\(file) cannot be read",
        hint: isFolder.boolValue
          ? "pillar draw draws a collection" : isThere ? "see who may read it" : "it is not there"
      )
    }
    do throws(DOTError) {
      return try DOTDocument(parsing: bytes)
    } catch {
      Output.say(error.description(file: name))
      throw ExitCode(2)
    }
  }

  private func drawn(
    _ safe: SafeDOT,
    as kind: GraphvizFormat,
    within limits: RenderingLimits
  ) async throws -> Rendering {
    do throws(GraphvizError) {
      let renderer = try GraphvizRenderer(environment: ProcessInfo.processInfo.environment)
      return try await renderer.render(
        safe.graph,
        as: kind,
        engine: engine ?? safe.engine ?? .dot,
        onLargestOf: sheet.page?.pages ?? [],
        resolution: sheet.resolution,
        limits: limits
      )
    } catch {
      if case .crashed = error, !safe.suspects.isEmpty {
        Output.say(
          "note: it uses \(safe.suspects.joined(separator: ", ")), on which Graphviz may crash"
        )
      }
      try Output.fail(error.description)
    }
  }

  private func good(_ svg: [UInt8], of graph: DOTGraph) throws -> [UInt8] {
    do throws(SVGError) {
      return try AccessibleSVG(svg, title: title(of: graph), description: counts(of: graph)).bytes
    } catch {
      try Output.fail(error.description)
    }
  }

  /// How many nodes and edges there are, for people who cannot see them.
  private func counts(of graph: DOTGraph) -> String {
    guard let structure = try? DOTStructure(graph) else { return "" }
    let (nodes, edges) = (structure.nodes.count, structure.edges.count)
    return
      "\(nodes) \(nodes == 1 ? "node" : "nodes") and \(edges) \(edges == 1 ? "edge" : "edges")."
  }

  /// The graph's name, or else that of its file.
  private func title(of graph: DOTGraph) -> String {
    if case .text(let name) = graph.id, !name.isEmpty { return name }
    return file == "-" ? "Graph" : URL(filePath: file).deletingPathExtension().lastPathComponent
  }
}

extension RenderCommand.Format {
  /// What a file in this format holds.
  var fileKind: FileKind {
    switch self {
    case .svg: .svg
    case .png: .png
    case .pdf: .pdf
    case .plain: .text
    case .json: .json
    case .dot: .dot
    }
  }
}

extension GraphvizEngine: ExpressibleByArgument {}
