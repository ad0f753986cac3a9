public import GraphCore

extension PropertyGraph {
  /// Writes the graph as JSON in the node-link shape.
  ///
  /// Nothing is lost: `Documentation/Formats/json.md` describes every field. Equal graphs give
  /// equal bytes.
  ///
  ///     let text = String(decoding: graph.json(title: "Guyana 2013"), as: UTF8.self)
  ///
  /// - Parameter title: What people call the graph.
  /// - Returns: The UTF-8 text.
  /// - Complexity: O(*b*) for *b* bytes of output.
  public func json(title: String? = nil) -> [UInt8] {
    var bytes: [UInt8] = []
    writeJSON(title: title) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Writes the graph as JSON and hands the text over in chunks.
  ///
  /// - Parameters:
  ///   - title: What people call the graph.
  ///   - sink: Takes the next part of the text, about 64 KiB; parts may end inside a character.
  /// - Throws: What `sink` throws.
  /// - Complexity: O(*b*) for *b* bytes of output; memory for one chunk.
  public func writeJSON<Failure>(
    title: String? = nil,
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = JSONWriter(self, title: title)
    try writer.write(self, to: sink)
  }
}
