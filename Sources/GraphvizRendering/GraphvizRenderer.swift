/// Draws DOT by running the worker `pillar-graphviz`, once for each picture.
public struct GraphvizRenderer: Sendable {
  /// Creates a renderer.
  public init() {}
}
