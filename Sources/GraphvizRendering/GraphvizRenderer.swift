public import DOTFormat
internal import Foundation

/// Draws DOT by running the worker `pillar-graphviz`, once for each picture.
///
/// Nothing that a graph says can take the program down: the worker is the one that crashes, hangs or
/// runs out of memory, and its end becomes a ``GraphvizError``.
///
///     let renderer = try GraphvizRenderer(environment: ProcessInfo.processInfo.environment)
///     let picture = try await renderer.render("digraph { a -> b }", as: .svg)
///     picture.text  // <?xml version="1.0" …
///
/// The text is given to Graphviz as it is. The worker opens no file that it names, but what it says
/// can stand in an SVG as a link or a script: DOT that other people wrote is made safe before.
public struct GraphvizRenderer: Hashable, Sendable {
  /// The path of the worker.
  public let workerPath: String
  /// What the worker gets of the environment.
  let environment: [String: String]

  /// Creates a renderer with a worker at a known place.
  ///
  /// - Parameters:
  ///   - workerPath: The path of the worker; looked at when something is drawn.
  ///   - environment: The environment of the program; few variables are passed on, such as `HOME`,
  ///     where fonts may be.
  public init(workerPath: String, environment: [String: String] = [:]) {
    self.workerPath = workerPath
    var passed = environment.filter { Self.passedVariables.contains($0.key) }
    passed["LC_ALL"] = "C.UTF-8"
    self.environment = passed
  }

  /// Where fonts and libraries are.
  private static let passedVariables: Set<String> = [
    "DYLD_LIBRARY_PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "HOME",
    "LD_LIBRARY_PATH", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
  ]

  /// Draws a text in the DOT language.
  ///
  /// The same text gives the same bytes, as long as Graphviz and the fonts stay the same.
  ///
  /// - Parameters:
  ///   - dot: The text, of one graph.
  ///   - format: What to make of it.
  ///   - engine: How to lay it out.
  ///   - page: A page to fit it on; `nil` for as large as it comes. Has no effect on
  ///     ``GraphvizFormat/plain`` and ``GraphvizFormat/json``.
  ///   - resolution: Pixels to an inch for ``GraphvizFormat/png``, from 1 to 2400.
  ///   - limits: What it may cost.
  /// - Returns: The picture, with what Graphviz warned of.
  /// - Throws: Why there is none. ``GraphvizError/failed(_:)`` has Graphviz's own words.
  /// - Complexity: That of the engine, which only the limits bound.
  public func render(
    _ dot: String,
    as format: GraphvizFormat,
    engine: GraphvizEngine = .dot,
    page: Page? = nil,
    resolution: Double = 144,
    limits: RenderingLimits = .init()
  ) async throws(GraphvizError) -> Rendering {
    try await run(
      dot,
      format: format.name,
      engine: engine,
      page: page,
      resolution: resolution,
      limits: limits
    )
  }

  /// Draws a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - format: What to make of it.
  ///   - engine: How to lay it out.
  ///   - page: A page to fit it on; `nil` for as large as it comes.
  ///   - resolution: Pixels to an inch for ``GraphvizFormat/png``, from 1 to 2400.
  ///   - limits: What it may cost.
  /// - Returns: The picture, with what Graphviz warned of.
  /// - Throws: Why there is none.
  public func render(
    _ graph: DOTGraph,
    as format: GraphvizFormat,
    engine: GraphvizEngine = .dot,
    page: Page? = nil,
    resolution: Double = 144,
    limits: RenderingLimits = .init()
  ) async throws(GraphvizError) -> Rendering {
    try await render(
      String(describing: graph),
      as: format,
      engine: engine,
      page: page,
      resolution: resolution,
      limits: limits
    )
  }

  /// Lays a text in the DOT language out, and draws nothing.
  ///
  /// - Parameters:
  ///   - dot: The text, of one graph.
  ///   - engine: How to lay it out.
  ///   - limits: What it may cost.
  /// - Returns: Where everything is.
  /// - Throws: Why there are no positions.
  public func layout(
    _ dot: String,
    engine: GraphvizEngine = .dot,
    limits: RenderingLimits = .init()
  ) async throws(GraphvizError) -> GraphLayout {
    let written = try await run(
      dot,
      format: GraphvizFormat.json.name,
      engine: engine,
      limits: limits
    )
    return try GraphLayout(readingJSON: written.bytes)
  }

  /// Lays a graph out, and draws nothing.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - engine: How to lay it out.
  ///   - limits: What it may cost.
  /// - Returns: Where everything is.
  /// - Throws: Why there are no positions.
  public func layout(
    _ graph: DOTGraph,
    engine: GraphvizEngine = .dot,
    limits: RenderingLimits = .init()
  ) async throws(GraphvizError) -> GraphLayout {
    try await layout(String(describing: graph), engine: engine, limits: limits)
  }

  private func run(
    _ dot: String,
    format: String,
    engine: GraphvizEngine,
    page: Page? = nil,
    resolution: Double? = nil,
    limits: RenderingLimits
  ) async throws(GraphvizError) -> Rendering {
    guard !Task.isCancelled else { throw .cancelled }
    try requireWorker()
    var arguments = [
      "--report", "--engine", engine.rawValue, "--format", format,
      "--cpu", "\(Int(limits.processorSeconds.rounded(.up)))", "--memory", "\(limits.memory ?? 0)",
      "--output", "\(limits.output)", "--pixels", "\(limits.pixels)",
      "--parent", "\(ProcessInfo.processInfo.processIdentifier)",
    ]
    if let resolution { arguments += ["--dpi", "\(resolution)"] }
    if let page {
      arguments += ["--page", "\(page.width)x\(page.height)", "--margin", "\(page.margin)"]
      if page.mayEnlarge { arguments.append("--enlarge") }
    }
    let ended = try await WorkerRun.of(
      workerPath,
      arguments,
      environment: environment,
      input: dot,
      limits: limits
    )
    let rendering = try ended.rendering(within: limits)
    return format.hasPrefix("json") ? rendering.withoutControls : rendering
  }

  private func requireWorker() throws(GraphvizError) {
    let files = FileManager.default
    guard files.fileExists(atPath: workerPath) else {
      throw .workerMissing(searched: [workerPath])
    }
    guard Self.isProgram(workerPath) else {
      throw .workerUnusable("\(workerPath) is not a program that may be run")
    }
  }

  /// Whether there is a file at a path that may be run.
  static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let files = FileManager.default
    return unsafe files.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
      && files.isExecutableFile(atPath: path)
  }
}
