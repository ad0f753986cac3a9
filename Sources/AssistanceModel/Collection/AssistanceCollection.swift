internal import Foundation
public import GraphCore
internal import TabularText

/// A collection: a folder of tables that people edit, and the checked graph that they hold.
///
///     let r2p = try AssistanceCollection(readingFrom: "Graphs/r2p")
///     r2p.graph.assistance.count
///
/// A collection that was read is written back byte for byte; where the graph was changed, only
/// the lines of changed nodes, facts and relations are written anew. A value that needs a column
/// of its own gives every line of its table one more cell. `collection.yaml` is written anew,
/// without its comments, when what it says has changed.
///
/// White space at either end of a cell or of one of its values is not part of it, an empty value
/// is none, and the ends of a fact say nothing of their own: dates, sources and properties are
/// those of the fact.
public struct AssistanceCollection: Sendable {
  /// Title, licence, documents, and what a coverage question asks by default.
  public let metadata: CollectionMetadata
  /// What is needed where, as `needs.csv` says.
  public let needs: [CoverageNeed]
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
    needs = reading.needs
    graph = AssistanceGraph(checked: reading.graph, schema: reading.schema)
    warnings = reading.diagnostics
    origin = CollectionOrigin(
      graph: reading.graph,
      schema: reading.schema,
      metadata: reading.metadata,
      metadataBytes: reading.metadataBytes,
      needs: reading.needs,
      needsBytes: reading.needsBytes,
      files: reading.files,
      nodeOrigins: reading.nodeOrigins,
      edgeOrigins: reading.edgeOrigins,
      derivedRows: reading.derivedRows
    )
  }

  /// Makes a collection of a graph; it is written as new files, sorted.
  ///
  /// - Parameters:
  ///   - graph: The nodes, facts and relations.
  ///   - metadata: What `collection.yaml` shall say beside the schema's additions.
  ///   - needs: What `needs.csv` shall say; where it says nothing, there is no such file.
  public init(
    _ graph: AssistanceGraph,
    metadata: CollectionMetadata,
    needs: [CoverageNeed] = []
  ) {
    self.metadata = metadata
    self.needs = needs
    self.graph = graph
    warnings = []
    origin = nil
  }

  /// The collection with another graph, for writing the change back.
  ///
  ///     var graph = r2p.graph.graph
  ///     try graph.set(.note, to: "confirmed", of: "assist-kenya-media")
  ///     try r2p.replacing(AssistanceGraph(checking: graph)).write(to: "Graphs/r2p")
  ///
  /// - Parameter graph: The changed graph; what kept its key or edge number keeps its line.
  /// - Returns: The collection, with its metadata and files as they were read.
  public func replacing(_ graph: AssistanceGraph) -> AssistanceCollection {
    AssistanceCollection(
      metadata: metadata,
      needs: needs,
      graph: graph,
      warnings: warnings,
      origin: origin
    )
  }

  private init(
    metadata: CollectionMetadata,
    needs: [CoverageNeed],
    graph: AssistanceGraph,
    warnings: [Diagnostic],
    origin: CollectionOrigin?
  ) {
    self.metadata = metadata
    self.needs = needs
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

  /// The paths of the files that are written, sorted.
  public func paths() -> [String] {
    CollectionWriting(self).paths()
  }

  /// Writes the collection into a folder: every file whole, or none.
  ///
  /// Every file is first written beside its target, where a full disk shows itself; only then do
  /// they take their places, and if one cannot, those before it are put back. Files that hold the
  /// same bytes already, and files that are none of the collection's, stay as they are.
  ///
  /// - Parameter path: The folder; it is made if there is none.
  /// - Throws: ``CollectionError`` if a file cannot be written, or if the collection holds
  ///   what its files could not give back: a key with a bar or a line end, a kind that cannot name
  ///   a file, a property whose name is a heading already, an infinite number, a fact without a
  ///   provider, a source or a mark that names what is not there, no title.
  public func write(to path: String) throws(CollectionError) {
    let faults = WritableCheck.faults(self, at: path)
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
  let needs: [CoverageNeed]
  let needsBytes: [UInt8]?
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
