internal import GraphCore

/// Finds what a graph holds that no table could give back.
struct WritableCheck {
  private let graph: AssistanceGraph
  private let path: String

  init(_ collection: AssistanceCollection, at path: String) {
    graph = collection.graph
    self.path = path
  }

  func faults() -> [Diagnostic] {
    var faults: [Diagnostic] = []
    func add(_ message: String, _ hint: String) {
      faults.append(Diagnostic(.error, at: .init(file: path), message, hint: hint))
    }
    let kinds = graph.graph.nodeKinds.map(\.rawValue) + graph.graph.edgeKinds.map(\.rawValue)
    for kind in kinds where !kind.isKindWord {
      add(
        "“\(kind.shortened)” cannot be the name of a file",
        "name kinds with lower-case letters, digits and hyphens"
      )
    }
    let tables = graph.graph.tables
    for name in tables.nodeProperties.names + tables.edgeProperties.names
    where name.isEmpty || TableReading.isReserved(name) || name.trimmingSpaces() != name {
      add(
        "“\(name.shortened)” cannot be the heading of a property",
        "give the property another name"
      )
    }
    for node in graph.graph.nodes {
      let id = node.id.rawValue
      guard id.isEmpty || id.trimmingSpaces() != id || id.unicodeScalars.contains(where: Self.isBar)
      else { continue }
      add(
        "the id “\(id.shortened)” cannot be written",
        "use letters, digits and hyphens"
      )
    }
    let providers = graph.facts.ends(.provider)
    for (fact, row) in graph.facts.nodeRows.enumerated() where providers.of(fact).isEmpty {
      add(
        "the fact “\(graph.graph.nodes[Int(row)].id)” names no provider",
        "name who assisted; add a placeholder actor if the source does not say"
      )
    }
    return faults
  }

  private static func isBar(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "|" || scalar == "\0" || Character(scalar).isNewline
  }
}
