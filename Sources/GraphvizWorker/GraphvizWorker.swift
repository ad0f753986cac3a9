internal import CGraphviz

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The program `pillar-graphviz`: draws one graph, and ends without tidying up.
///
/// What Graphviz frees may crash; the end of the process frees as well, and cannot.
@main
struct GraphvizWorker {
  static func main() {
    unsafe pillar_fix_addresses(CommandLine.unsafeArgv)
    do {
      try run(CommandLine.arguments.dropFirst())
      _exit(0)
    } catch let fault {
      if !fault.message.isEmpty { StandardStreams.say(fault.message) }
      _exit(fault.status)
    }
  }

  private static func run(_ words: ArraySlice<String>) throws(WorkerFault) {
    if words == ["--help"] { return try StandardStreams.write(WorkerOptions.help, to: 1) }
    if words.isEmpty, StandardStreams.isTerminal(0) {
      throw .usage(
        "pillar-graphviz draws one graph: DOT text on standard input, a picture on standard "
          + "output.\nIt is run by Pillar; pillar-graphviz --help says how to run it by hand."
      )
    }
    ProcessGuard.cleanEnvironment()
    if words == ["--version"] {
      let version = try GraphvizContext().version
      return try StandardStreams.write("Graphviz \(version)\n", to: 1)
    }
    let options = try WorkerOptions(words)
    try ProcessGuard.apply(options)
    let output = try StandardStreams.takeOutput()
    try drawAndExit(try StandardStreams.readAll(), options, to: output)
  }

  /// What of a graph would change the size of the picture after it was worked out.
  private static let overruled = ["page", "viewport", "resolution"]

  /// What else would, on a page.
  private static let overruledOnPage = ["rotate", "landscape", "orientation"]

  /// Draws, and ends the process while everything is still owned: nothing is freed that need not be.
  private static func drawAndExit(
    _ text: [UInt8],
    _ options: WorkerOptions,
    to output: Int32
  ) throws(WorkerFault) -> Never {
    let context = try GraphvizContext()
    // Before anything about fonts, which runs threads: some orders in Graphviz are those of the
    // addresses that texts have.
    let graph = try ParsedGraph(reading: text)
    try FontCheck.require(in: context)
    graph.clear(overruled)
    if ["svg", "png", "pdf"].contains(options.format) {
      // Around a PDF there would be half an inch.
      graph.set("margin", to: "0")
      graph.set("dpi", to: options.format == "png" ? "\(options.resolution)" : "72")
    }
    if let sheet = options.sheet {
      graph.clear(overruledOnPage)
      graph.set("size", to: "\(sheet.width / 72),\(sheet.height / 72)!")
    }
    let laidOut = try LaidOutGraph(graph, with: options.engine, in: context)
    let fit = try PageFit(laidOut, options)
    if let padding = fit.padding {
      laidOut.pad(horizontally: padding.width, vertically: padding.height)
    }
    if options.format == "png" { try fit.requirePixels(options) }
    let drawn = try laidOut.draw(as: options.format)
    guard drawn.size <= options.output else {
      throw .tooLarge(bytes: drawn.size, limit: options.output)
    }
    if options.format == "pdf" { drawn.fixDate() }
    if options.reports {
      let numbers = "\(fit.picture.width) \(fit.picture.height) \(fit.scale)"
      try StandardStreams.write("pillar-graphviz-1 \(numbers) \(drawn.size)\n", to: output)
    }
    try drawn.write(to: output)
    _exit(0)
  }
}
