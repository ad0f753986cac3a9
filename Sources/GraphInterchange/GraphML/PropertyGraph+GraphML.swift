public import GraphCore

extension PropertyGraph {
  /// Writes the graph as GraphML.
  ///
  /// Parallel edges, loops and nodes without edges are kept. Lists become one text, and characters
  /// that XML cannot hold become U+FFFD: `Documentation/Formats/graphml.md` says how each value is
  /// written. Equal graphs give equal bytes.
  ///
  /// - Parameter title: What people call the graph.
  /// - Returns: The UTF-8 text.
  /// - Complexity: O(*b*) for *b* bytes of output.
  public func graphML(title: String? = nil) -> [UInt8] {
    var bytes: [UInt8] = []
    writeGraphML(title: title) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Writes the graph as GraphML and hands the text over in chunks.
  ///
  /// - Parameters:
  ///   - title: What people call the graph.
  ///   - sink: Takes the next part of the text, about 64 KiB; parts may end inside a character.
  /// - Throws: What `sink` throws.
  /// - Complexity: O(*b*) for *b* bytes of output; memory for one chunk.
  public func writeGraphML<Failure>(
    title: String? = nil,
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = GraphMLWriter(self, title: title)
    try writer.write(self, to: sink)
  }
}
