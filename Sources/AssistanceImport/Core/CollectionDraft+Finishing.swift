public import AssistanceModel
internal import GraphCore

/// A collection made of field data, with what is to be said about its making.
public struct ImportedCollection: Sendable {
  /// The collection; it is written as new files.
  public let collection: AssistanceCollection
  /// What was understood, changed and left behind.
  public let report: ImportReport
}

extension CollectionDraft {
  /// Makes the collection.
  ///
  /// The question that it asks by default has the narrowest places down to the second level as
  /// rows that most facts of every file state, or else cases; and sectors as columns, if there are
  /// any.
  ///
  /// - Parameters:
  ///   - title: What the collection is called.
  ///   - description: What it holds.
  ///   - documents: The files; those that sources name and nobody describes are added by key.
  /// - Returns: The collection and the report.
  /// - Throws: Every fault of the graph; there is none unless the model changes.
  /// - Complexity: O(*n* log *n*) for *n* facts.
  public func finish(
    title: String,
    description: String? = nil,
    documents: [SourceDocument] = []
  ) throws(ImportError) -> ImportedCollection {
    var builder = CollectionBuilder(self)
    do throws(GraphError) {
      try builder.build()
    } catch {
      throw ImportError([
        Diagnostic(.error, at: .init(file: title), "the collection cannot be made: \(error)")
      ])
    }
    let ends = Set(builder.usedEnds)
    let schema = AssistanceSchema.fieldData(ends: ends, amounts: builder.amounts)
    let graph: AssistanceGraph
    do throws(AssistanceGraphError) {
      graph = try AssistanceGraph(checking: builder.graph, against: schema)
    } catch {
      throw ImportError(
        error.faults.map { Diagnostic(.error, at: .init(file: title), $0.description) }
      )
    }
    var metadata = CollectionMetadata(title: title, description: description)
    metadata.sources = described(documents, builder.documents)
    let levels: [DraftPlace.Level] = [.adm2, .adm1, .location, .adm3, .adm4]
    let stated = levels.filter { ends.contains($0.role) }
    let usual = stated.first { level in
      builder.factCounts.allSatisfy { document, count in
        builder.endCounts[document]?[level.role, default: 0] ?? 0 >= (count + 1) / 2
      }
    }
    if let level = usual ?? (ends.contains(.countryCase) ? nil : stated.first) {
      metadata.question.rows = level.role
    }
    if ends.contains(.sector), !ends.contains(.inhibitor) { metadata.question.columns = .sector }
    return ImportedCollection(
      collection: AssistanceCollection(graph, metadata: metadata),
      report: finished(report, builder)
    )
  }

  /// The documents that sources name, and those that were described beside them, sorted by key.
  private func described(_ documents: [SourceDocument], _ keys: Set<String>) -> [SourceDocument] {
    let known = Set(documents.map(\.key))
    let named = keys.subtracting(known).map { SourceDocument(key: $0, title: $0) }
    return (documents + named).sorted { $0.key.precedesBytewise($1.key) }
  }

  private func finished(_ report: ImportReport, _ builder: CollectionBuilder) -> ImportReport {
    var report = report
    report.files.sort { $0.document.precedesBytewise($1.document) }
    let places: (Diagnostic, Diagnostic) -> Bool = { left, right in
      left.place.file != right.place.file
        ? left.place.file.precedesBytewise(right.place.file)
        : (left.place.line ?? 0, left.place.column ?? 0, left.message)
          < (right.place.line ?? 0, right.place.column ?? 0, right.message)
    }
    report.refusals.sort(by: places)
    report.doubts.sort(by: places)
    report.missing = missingCounts
    report.placeholders = placeholderCounts
    report.providerRoles = providerRoleCounts
    report.factCount = builder.factCount
    report.mergedCount = builder.mergedCount
    report.selfRelations = builder.selfRelations
    report.decisions = builder.decisions
    report.spellingVariants = builder.spellingVariants
    report.actors = builder.totals { $0 == .provider }
    report.sectors = builder.totals { $0 == .sector }
    for level in DraftPlace.Level.allCases {
      report.places += builder.totals { $0 == level.role }
    }
    return report
  }
}
