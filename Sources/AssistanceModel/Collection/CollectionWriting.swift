internal import GraphCore
internal import TabularText

/// Turns a collection into files; records that nobody changed keep their bytes.
struct CollectionWriting {
  private let collection: AssistanceCollection
  /// The graph that was read.
  private let old: AssistanceGraph?
  private var schema: AssistanceSchema { collection.graph.schema }

  init(_ collection: AssistanceCollection) {
    self.collection = collection
    old = collection.origin.map { AssistanceGraph(checked: $0.graph, schema: $0.schema) }
  }

  func files() -> [(path: String, bytes: [UInt8])] {
    var files = [("collection.yaml", metadata())]
    for kind in tableKinds { files.append((kind.path, bytes(of: kind))) }
    if let needs { files.append((NeedTable.fileName, needs)) }
    return files.sorted { $0.0.precedesBytewise($1.0) }
      .map { (path: $0.0, bytes: $0.1) }
  }

  /// The paths of the files, sorted.
  func paths() -> [String] {
    (["collection.yaml"] + tableKinds.map(\.path) + (needs == nil ? [] : [NeedTable.fileName]))
      .sorted { $0.precedesBytewise($1) }
  }

  /// The table of needs; `nil` if there is none.
  private var needs: [UInt8]? {
    if let origin = collection.origin, origin.needs == collection.needs { return origin.needsBytes }
    return collection.needs.isEmpty
      ? nil : NeedTable.bytes(collection.needs, roles: schema.roles)
  }

  // MARK: Metadata

  func metadata() -> [UInt8] {
    let complete = schemaWithEveryProperty()
    if let origin = collection.origin, origin.metadata == collection.metadata,
      origin.schema == schema, isReadBack(complete)
    {
      return origin.metadataBytes
    }
    return Array(MetadataWriter.yaml(collection.metadata, schema: complete).utf8)
  }

  /// Whether a reader needs no more than the schema of the file that was read: columns that it
  /// does not know are kept as text.
  private func isReadBack(_ complete: AssistanceSchema) -> Bool {
    func added(_ rules: [PropertyRule], to known: [PropertyRule]) -> Bool {
      rules.contains { $0.type != .text && !known.contains($0) }
    }
    return complete.schema.nodeRules.allSatisfy {
      !added($0.properties, to: schema.schema.rule(for: $0.kind)?.properties ?? [])
    }
      && complete.schema.edgeRules.allSatisfy {
        !added($0.properties, to: schema.schema.rule(for: $0.kind)?.properties ?? [])
      }
  }

  /// The schema with the properties that the graph has beyond it, so that they keep their types.
  private func schemaWithEveryProperty() -> AssistanceSchema {
    var complete = schema
    let tables = collection.graph.graph.tables
    for (number, kind) in tables.nodes.kindTable.kinds.enumerated() {
      guard let rule = schema.schema.rule(for: kind) else { continue }
      let extra = tables.nodeProperties.rules(ofKind: UInt16(number), beyond: rule.properties)
      guard !extra.isEmpty else { continue }
      complete.schema.add(
        NodeRule(rule.kind, rule.meaning, properties: rule.properties + extra)
      )
    }
    for (number, kind) in tables.edges.kindTable.kinds.enumerated() where !schema.isRole(kind) {
      guard let rule = schema.schema.rule(for: kind) else { continue }
      let extra = tables.edgeProperties.rules(ofKind: UInt16(number), beyond: rule.properties)
      guard !extra.isEmpty else { continue }
      complete.schema.add(
        EdgeRule(
          rule.kind,
          rule.meaning,
          ends: rule.ends,
          maximumPerSource: rule.maximumPerSource,
          properties: rule.properties + extra
        )
      )
    }
    return complete
  }

  // MARK: Tables

  /// The tables that were read, and those that the graph needs.
  private var tableKinds: [CollectionTableKind] {
    let tables = collection.graph.graph.tables
    let read = collection.origin?.files.map(\.kind) ?? []
    let nodeNumbers = Set(tables.nodes.kinds)
    let nodes = tables.nodes.kindTable.kinds.enumerated()
      .filter { nodeNumbers.contains(UInt16($0.offset)) && $0.element != .assistance }
      .map { CollectionTableKind.nodes($0.element) }
    let edgeNumbers = Set(tables.edges.kinds)
    let relations = tables.edges.kindTable.kinds.enumerated()
      .filter { edgeNumbers.contains(UInt16($0.offset)) && !schema.isRole($0.element) }
      .map { CollectionTableKind.relations($0.element) }
    var seen: Set<CollectionTableKind> = []
    return (read + nodes + [.assistance] + relations).filter { seen.insert($0).inserted }
  }

  private func bytes(of kind: CollectionTableKind) -> [UInt8] {
    let format = RecordFormat(collection.graph, kind)
    if let origin = collection.origin, let old,
      let number = origin.files.firstIndex(where: { $0.kind == kind })
    {
      let oldFormat = RecordFormat(old, kind)
      return TablePatch(format, oldFormat, origin, UInt32(number), schema.roles).bytes()
    }
    let rows = format.rows
    let columns = format.columns(for: rows)
    var writer = CSVWriter(guardsFormulas: true)
    writer.append(columns.map { $0.heading(in: kind, roles: schema.roles) })
    for record in rows.map({ format.cells($0, columns) }).sorted(by: precedes) {
      writer.append(record)
    }
    return writer.bytes
  }
}

/// Whether a record sorts before another one, cell by cell and byte by byte.
func precedes(_ left: some Sequence<String>, _ right: some Sequence<String>) -> Bool {
  left.lexicographicallyPrecedes(right) { $0.precedesBytewise($1) }
}

extension PropertyTable {
  /// Rules for the properties of a kind that a list of rules lacks.
  fileprivate func rules(ofKind kind: UInt16, beyond known: [PropertyRule]) -> [PropertyRule] {
    names.compactMap { name in
      guard !known.contains(where: { $0.name == name }), let type = type(of: name, kind: kind)
      else { return nil }
      return PropertyRule(name, type)
    }
  }
}
