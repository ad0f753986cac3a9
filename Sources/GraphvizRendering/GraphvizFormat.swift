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
  /// The graph with its attributes and positions, as JSON.
  ///
  /// How things are drawn is left out: writing that, some versions of Graphviz crash on tables with
  /// dashed frames.
  case json

  /// What Graphviz calls it.
  var name: String { self == .json ? "json0" : rawValue }
}
