import AssistanceImport
import AssistanceModel
import GraphCore

/// Small tables read with a mapping, for tests.
enum MappedImport {
  /// Imports tables with one mapping.
  static func run(_ yaml: String, _ tables: KeyValuePairs<String, String>) throws
    -> ImportedCollection
  {
    let file = try MappingFile(yaml: Array(yaml.utf8), file: "m.yaml")
    var draft = CollectionDraft()
    for (name, text) in tables {
      try draft.addTable(Array(text.utf8), document: name, mapping: file.mapping(for: name))
    }
    let imported = try draft.finish(title: "Test")
    guard let purposes = draft.purposes else { return imported }
    return try imported.showingInhibitors(
      purposes.reading,
      [Concordance.dac.restricted(to: purposes.codes)]
    )
  }

  /// Imports one table.
  static func run(_ yaml: String, _ table: String) throws -> ImportedCollection {
    try run(yaml, ["t.csv": table])
  }

  /// The faults of a mapping, or of a table read with it.
  static func faults(_ yaml: String, _ table: String = "a,b\n1,2\n") -> [Diagnostic] {
    do {
      _ = try run(yaml, table)
      return []
    } catch let error as ImportError {
      return error.diagnostics
    } catch {
      return []
    }
  }
}

extension ImportedCollection {
  /// The edges of a kind as `from kind role → to (time)`.
  func edges(_ kind: EdgeKind) -> [String] {
    graph.edges(of: kind).map { edge in
      let role = edge.property("role").map { value -> String in
        if case .text(let text) = value { " as \(text)" } else { "" }
      }
      return "\(edge.from.id) → \(edge.to.id)\(role ?? "") (\(edge.validity))"
    }
  }

  /// The names of a kind's nodes, sorted.
  func names(_ kind: NodeKind) -> [String] {
    graph.nodes(of: kind).compactMap { $0[.name] }.sorted()
  }

  /// The sum of an amount over facts that have a node at an end.
  func sum(_ amount: String, _ role: EdgeKind, _ node: NodeID) -> Double {
    collection.graph.assistance.filter { $0.ends(role).contains(node) }
      .compactMap { fact -> Double? in
        if case .decimal(let number) = fact.node.property(amount) { number } else { nil }
      }
      .reduce(0, +)
  }
}
