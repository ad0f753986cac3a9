public import AssistanceDiagrams
internal import Foundation
public import GraphvizRendering

extension AssistanceDiagram {
  /// Draws the diagram.
  ///
  ///     let picture = try await report.matrixDiagram().picture(as: .pdf, on: .a4)
  ///     try picture.write(to: "matrix.pdf")
  ///
  /// - Parameters:
  ///   - format: What the picture is written as.
  ///   - pages: Pages to fit it on; the one on which it is largest is taken. Without any it is as
  ///     large as it comes.
  ///   - resolution: Pixels an inch, for ``Picture/Format/png``.
  ///   - limits: What drawing may cost.
  ///   - renderer: What draws it; found as `GraphvizRenderer(environment:)` says unless given.
  ///     ``Picture/Format/dot`` needs none.
  /// - Returns: The picture.
  /// - Throws: Why it could not be drawn, or that its text could not be read on the page.
  /// - Complexity: That of Graphviz's layout, once for each page.
  public func picture(
    as format: Picture.Format,
    on pages: [Page] = [],
    resolution: Double = 144,
    within limits: RenderingLimits = RenderingLimits(),
    with renderer: GraphvizRenderer? = nil
  ) async throws(DrawingError) -> Picture {
    guard let kind = format.drawn else {
      return Picture(format: format, bytes: Array(graph.description.utf8))
    }
    let drawn: Rendering
    do throws(GraphvizError) {
      let found: GraphvizRenderer
      if let renderer {
        found = renderer
      } else {
        found = try GraphvizRenderer(environment: ProcessInfo.processInfo.environment)
      }
      drawn = try await found.render(
        graph,
        as: kind,
        onLargestOf: pages,
        resolution: resolution,
        limits: limits
      )
    } catch {
      throw .graphviz(error)
    }
    let points = smallestText * drawn.scale
    if let page = pages.first(where: { ($0.width, $0.height) == (drawn.width, drawn.height) }),
      points < Page.leastText
    {
      throw .textTooSmall(points: points, on: page, larger: page.larger(forText: points))
    }
    guard format == .svg else {
      return Picture(format: format, bytes: drawn.bytes, remarks: drawn.messages)
    }
    do throws(SVGError) {
      let svg = try AccessibleSVG(
        drawn.bytes,
        title: title,
        description: description,
        darkColours: theme == .light ? DiagramTheme.darkColours : [:]
      )
      return Picture(format: format, bytes: svg.bytes, remarks: drawn.messages)
    } catch {
      throw .svg(error)
    }
  }
}

extension Picture.Format {
  /// What Graphviz draws for it; `nil` for what it draws from.
  fileprivate var drawn: GraphvizFormat? {
    switch self {
    case .svg: .svg
    case .png: .png
    case .pdf: .pdf
    case .dot: nil
    }
  }
}
