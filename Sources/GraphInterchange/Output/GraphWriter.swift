internal import GraphCore

/// Writes a graph element by element into a buffer that is handed over chunk by chunk.
protocol GraphWriter {
  var buffer: [UInt8] { get set }
  mutating func begin()
  mutating func append(_ node: Node)
  mutating func beginEdges()
  mutating func append(_ edge: Edge)
  mutating func end()
}

/// How many bytes are gathered before they are handed over.
let chunkSize = 1 << 16

extension GraphWriter {
  /// Writes the whole graph.
  mutating func write<Failure>(
    _ graph: PropertyGraph,
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    buffer.reserveCapacity(chunkSize + chunkSize / 4)
    begin()
    for node in graph.nodes {
      append(node)
      if buffer.count >= chunkSize { try handOver(to: sink) }
    }
    beginEdges()
    for edge in graph.edges {
      append(edge)
      if buffer.count >= chunkSize { try handOver(to: sink) }
    }
    end()
    try handOver(to: sink)
  }

  private mutating func handOver<Failure>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try sink(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
