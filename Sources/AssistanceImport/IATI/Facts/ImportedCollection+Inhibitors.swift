internal import AssistanceModel
public import GraphCore

/// The seven inhibitors of the record of the responsibility to protect, under the keys that its
/// collection gives them.
public enum CoreInhibitor: String, CaseIterable, Hashable, Sendable, Codable {
  /// A professional and accountable security sector.
  case securitySector = "inhibitor-1-security-sector"
  /// Impartial institutions for overseeing political transitions.
  case politicalTransitions = "inhibitor-2-political-transitions"
  /// Independent judicial and human rights institutions.
  case judicialHumanRights = "inhibitor-3-judicial-human-rights"
  /// National capacities to assess risk and mobilize early response.
  case riskEarlyResponse = "inhibitor-4-risk-early-response"
  /// Local capacity to resolve conflict.
  case localConflictResolution = "inhibitor-5-local-conflict-resolution"
  /// Media capacity to counteract prejudice and hate speech.
  case media = "inhibitor-6-media"
  /// Capacity for effective and legitimate transitional justice.
  case transitionalJustice = "inhibitor-7-transitional-justice"

  /// The key of its node.
  public var id: NodeID { NodeID(rawValue) }

  /// What people call it.
  public var name: String {
    switch self {
    case .securitySector: "Professional and accountable security sector"
    case .politicalTransitions: "Impartial institutions for overseeing political transitions"
    case .judicialHumanRights: "Independent judicial and human rights institutions"
    case .riskEarlyResponse: "National capacities to assess risk and mobilize early response"
    case .localConflictResolution: "Local capacity to resolve conflict"
    case .media: "Media capacity to counteract prejudice and hate speech"
    case .transitionalJustice: "Capacity for effective and legitimate transitional justice"
    }
  }
}

extension PropertyGraph {
  /// Says what an inhibitor's node is called, and that it is one of the seven.
  mutating func describe(_ inhibitor: CoreInhibitor) throws(GraphError) {
    try set(.name, to: inhibitor.name, of: inhibitor.id)
    try set(.subkind, to: "core-inhibitor", of: inhibitor.id)
    let number = (CoreInhibitor.allCases.firstIndex(of: inhibitor) ?? 0) + 1
    try set(.aliases, to: ["inhibitor \(number)", "I\(number)"], of: inhibitor.id)
  }
}

extension ImportedCollection {
  /// The same collection with all seven inhibitors as columns, those that nobody builds among them.
  ///
  /// What the sources could not show under the reading is marked as such, so that no gap is told
  /// where nothing could have been seen. Where the basis of facts tells how firmly codes show, what
  /// no direct code shows is marked unless a basis counts that a weaker code gives: each basis then
  /// has the states of an import with the reading of that strength.
  ///
  /// - Parameters:
  ///   - reading: Which links from codes to inhibitors counted.
  ///   - concordances: What the codes of the sources show, one for each classification; an
  ///     inhibitor that one of them shows can be seen.
  ///   - graded: The same of codes that give their facts a basis by their strength.
  /// - Returns: The collection, with the same report.
  /// - Throws: ``ImportError`` if the collection's schema has no inhibitors.
  public func showingInhibitors(
    _ reading: ConcordanceReading,
    _ concordances: [Concordance] = [.dac],
    graded: [Concordance] = []
  ) throws(ImportError) -> ImportedCollection {
    var graph = collection.graph.graph
    let checked: AssistanceGraph
    do {
      for inhibitor in CoreInhibitor.allCases {
        if graph[inhibitor.id] == nil { try graph.addNode(inhibitor.id, .inhibitor) }
        try graph.describe(inhibitor)
      }
      checked = try AssistanceGraph(checking: graph, against: collection.graph.schema)
    } catch {
      throw ImportError([
        Diagnostic(.error, at: .init(file: collection.metadata.title), "\(error)")
      ])
    }
    var metadata = collection.metadata
    metadata.question.columns = .inhibitor
    metadata.question.columnSubkind = "core-inhibitor"
    let columns = CoreInhibitor.allCases.map(\.id)
    metadata.question.unobservable += columns.compactMap { column in
      Concordance.mark(column, reading, concordances, graded: graded)
    }
    return ImportedCollection(
      collection: AssistanceCollection(checked, metadata: metadata),
      report: report
    )
  }
}
