public import DOTFormat

extension GraphvizRenderer {
  /// Draws a graph on the page where it is largest.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - format: What to make of it.
  ///   - engine: How to lay it out.
  ///   - pages: The pages to choose from; of equals the first. Without any it is as large as it
  ///     comes.
  ///   - resolution: Pixels to an inch for ``GraphvizFormat/png``, from 1 to 2400.
  ///   - limits: What it may cost, on each page.
  /// - Returns: The picture, with what Graphviz warned of.
  /// - Throws: Why there is none.
  /// - Complexity: That of the engine for each page, which only the limits bound.
  public func render(
    _ graph: DOTGraph,
    as format: GraphvizFormat,
    engine: GraphvizEngine = .dot,
    onLargestOf pages: [Page],
    resolution: Double = 144,
    limits: RenderingLimits = .init()
  ) async throws(GraphvizError) -> Rendering {
    func drawn(on page: Page?) async throws(GraphvizError) -> Rendering {
      try await render(
        graph,
        as: format,
        engine: engine,
        page: page,
        resolution: resolution,
        limits: limits
      )
    }
    var best = try await drawn(on: pages.first)
    for page in pages.dropFirst() {
      let other = try await drawn(on: page)
      if other.scale > best.scale { best = other }
    }
    return best
  }
}
