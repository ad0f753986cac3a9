/// What is made of a graph that was laid out.
public enum GraphvizFormat: String, CaseIterable, Hashable, Sendable {
  /// Scalable vector graphics, as Graphviz writes them.
  case svg
  /// Pixels.
  case png
  /// A document of one page.
  case pdf
  /// Positions, a line for each node and edge.
  case plain
  /// The graph with its attributes, positions and what is drawn, as JSON.
  case json
}
