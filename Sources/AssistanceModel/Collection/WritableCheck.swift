internal import GraphCore

/// Finds what a collection holds that its files could not give back.
struct WritableCheck {
  let graph: AssistanceGraph
  let metadata: CollectionMetadata
  let collection: AssistanceCollection
  private let path: String
  private var faults: [Diagnostic] = []

  init(_ collection: AssistanceCollection, at path: String) {
    self.collection = collection
    graph = collection.graph
    metadata = collection.metadata
    self.path = path
  }

  /// Every fault: of the graph, then of what `collection.yaml` shall say.
  static func faults(_ collection: AssistanceCollection, at path: String) -> [Diagnostic] {
    var check = WritableCheck(collection, at: path)
    check.checkGraph()
    check.checkValues()
    check.checkMetadata()
    // What else the reader would refuse is said in its own words.
    if check.faults.isEmpty { check.checkReadingBack() }
    return check.faults
  }

  mutating func add(_ message: String, _ hint: String) {
    faults.append(Diagnostic(.error, at: .init(file: path), message, hint: hint))
  }

  private mutating func checkReadingBack() {
    let bytes = CollectionWriting(collection).metadata()
    guard bytes != collection.origin?.metadataBytes else { return }
    var reader = MetadataReader(file: "collection.yaml")
    reader.read(bytes)
    let fault = reader.diagnostics.first { $0.severity == .error }
    guard fault != nil || reader.metadata != metadata else { return }
    add(
      "collection.yaml would not be read back"
        + (fault.map { ": \($0.message)" } ?? " as what it says now"),
      fault?.hint ?? "remove control characters, and marks or ends that no question can have"
    )
  }

  private mutating func checkGraph() {
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
  }

  private static func isBar(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "|" || scalar == "\0" || Character(scalar).isNewline
  }
}
