import AssistanceImport
import AssistanceModel
import Foundation
import GraphCore
import Testing

/// Expects that a collection can be written, and is the same when it is read.
func expectReadBack(
  _ imported: ImportedCollection,
  _ location: SourceLocation = #_sourceLocation
) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  defer { try? FileManager.default.removeItem(at: folder) }
  try imported.collection.write(to: folder.path)
  let read = try AssistanceCollection(readingFrom: folder.path)
  let (graph, written) = (read.graph.graph, imported.collection.graph.graph)
  #expect(graph.nodeCount == written.nodeCount, sourceLocation: location)
  #expect(graph.edgeCount == written.edgeCount, sourceLocation: location)
  #expect(read.graph.facts.count == imported.report.factCount, sourceLocation: location)
  #expect(read.metadata == imported.collection.metadata, sourceLocation: location)
}
