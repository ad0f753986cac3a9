internal import Foundation
public import GraphCore
internal import TabularText

/// A collection: a folder of tables that people edit, and the checked graph that they hold.
///
///     let r2p = try AssistanceCollection(readingFrom: "Graphs/r2p")
///     r2p.graph.assistance.count
///
/// A collection that was read is written back byte for byte; where the graph was changed, only
/// the lines of changed nodes, facts and relations are written anew.
public struct AssistanceCollection: Sendable {
  /// Title, licence, documents, and what a coverage question asks by default.
  public let metadata: CollectionMetadata
  /// The graph, checked.
  public let graph: AssistanceGraph
  /// Doubts that did not keep the collection from being read.
  public let warnings: [Diagnostic]

  let origin: CollectionOrigin?

  /// Reads a collection from its folder.
  ///
  /// - Parameter path: The folder, as people gave it; faults name files under this path.
  /// - Throws: ``CollectionError`` with every fault and doubt, if there is a fault.
  /// - Complexity: One pass over the files.
  public init(readingFrom path: String) throws(CollectionError) {
    var reading = CollectionReading(URL(filePath: path), named: path)
    reading.read()
    guard !reading.diagnostics.contains(where: { $0.severity == .error }) else {
      throw CollectionError(reading.diagnostics)
    }
    metadata = reading.metadata
    graph = AssistanceGraph(checked: reading.graph, schema: reading.schema)
    warnings = reading.diagnostics
    origin = CollectionOrigin(
      graph: reading.graph,
      schema: reading.schema,
      metadata: reading.metadata,
      metadataBytes: reading.metadataBytes,
      files: reading.files,
      nodeOrigins: reading.nodeOrigins,
      edgeOrigins: reading.edgeOrigins,
      derivedRows: reading.derivedRows
    )
  }

  /// Makes a collection of a graph.
  public init(_ graph: AssistanceGraph, metadata: CollectionMetadata) {
    self.metadata = metadata
    self.graph = graph
    warnings = []
    origin = nil
  }

  /// The collection with another graph, for writing the change back.
  public func replacing(_ graph: AssistanceGraph) -> AssistanceCollection {
    AssistanceCollection(metadata: metadata, graph: graph, warnings: warnings, origin: origin)
  }

  private init(
    metadata: CollectionMetadata,
    graph: AssistanceGraph,
    warnings: [Diagnostic],
    origin: CollectionOrigin?
  ) {
    self.metadata = metadata
    self.graph = graph
    self.warnings = warnings
    self.origin = origin
  }

  /// Where a node stands: its file in the collection's folder, and the line.
  public func place(of id: NodeID) -> Diagnostic.Place? {
    guard let origin, let row = origin.graph.row(of: id) else { return nil }
    return origin.place(origin.nodeOrigins[row])
  }

  /// Where an edge stands: its file in the collection's folder, and the line.
  public func place(of id: EdgeID) -> Diagnostic.Place? {
    guard let origin, let row = origin.graph.tables.edges.row(of: id) else { return nil }
    return origin.place(origin.edgeOrigins[row])
  }

  /// The collection's files as they are written, by path in its folder, sorted by path.
  public func files() -> [(path: String, bytes: [UInt8])] {
    CollectionWriting(self).files()
  }

  /// Writes the collection into a folder: every file whole, or none.
  ///
  /// The files are first written beside the folder; only then do they take their places. Other
  /// files in the folder stay.
  ///
  /// - Parameter path: The folder; it is made if there is none.
  /// - Throws: ``CollectionError`` if a file cannot be written.
  public func write(to path: String) throws(CollectionError) {
    let faults = WritableCheck(self, at: path).faults()
    guard faults.isEmpty else { throw CollectionError(faults) }
    try FileWriting.write(files(), to: path)
  }
}

/// What a collection was read from.
struct CollectionOrigin: Sendable {
  let graph: PropertyGraph
  let schema: AssistanceSchema
  let metadata: CollectionMetadata
  let metadataBytes: [UInt8]
  let files: [CollectionFile]
  let nodeOrigins: [SIMD2<UInt32>]
  let edgeOrigins: [SIMD2<UInt32>]
  /// The rows of facts whose line states no id.
  let derivedRows: Set<UInt32>

  func place(_ origin: SIMD2<UInt32>) -> Diagnostic.Place {
    let file = files[Int(origin.x)]
    return .init(file: file.kind.path, line: file.table.line(ofRecord: Int(origin.y)))
  }
}
