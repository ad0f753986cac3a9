/// A general format that a graph can be written in.
public enum GraphFormat: String, CaseIterable, Sendable {
  /// JSON in the node-link shape: every property with its type, nothing lost.
  case json
  /// GraphML, which Gephi, networkx, igraph and most other tools open.
  case graphml
  /// Two comma-separated tables with the headings that Gephi expects.
  case csv
}
