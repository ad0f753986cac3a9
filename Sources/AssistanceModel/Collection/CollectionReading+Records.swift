internal import GraphCore
internal import TabularText

/// Puts what the records of a table say into the graph.
extension CollectionReading {
  mutating func add(_ record: Int, of reader: inout TableReading, file: UInt32) {
    guard let row = reader.read(record) else {
      if case .nodes = reader.kind, let id = reader.statedID(record) { brokenIDs.insert(id) }
      return
    }
    let origin = SIMD2(file, UInt32(record))
    switch reader.kind {
    case .nodes(let kind): addNode(row, kind, row.id ?? "", record, &reader, origin)
    case .assistance: addFact(row, record, &reader, origin)
    case .relations(let kind): addRelation(row, kind, record, &reader, origin)
    }
  }

  @discardableResult
  private mutating func addNode(
    _ row: TableRow,
    _ kind: NodeKind,
    _ id: String,
    _ record: Int,
    _ reader: inout TableReading,
    _ origin: SIMD2<UInt32>
  ) -> UInt32? {
    guard !id.isEmpty else {
      if !row.hasBadID {
        reader.add(.error, record, .id, "the id is missing", "give each line a short, lasting id")
      }
      return nil
    }
    let key = NodeID(id)
    do {
      try graph.addNode(key, kind, valid: row.validity, sources: row.sources)
    } catch {
      let first = graph.row(of: key).map { place(ofNodeRow: $0, reader) }
      reader.add(
        .error,
        record,
        .id,
        "the id “\(id.shortened)” is used already",
        first.map { "it stands first at \($0)" } ?? "choose another id"
      )
      return nil
    }
    nodeOrigins.append(origin)
    let added = UInt32(graph.nodeCount - 1)
    for (name, value) in row.properties {
      let kind = graph.tables.nodes.kinds[Int(added)]
      try? graph.tables.setNodeProperty(name, value, row: added, kind: kind)
    }
    return added
  }

  private mutating func addFact(
    _ row: TableRow,
    _ record: Int,
    _ reader: inout TableReading,
    _ origin: SIMD2<UInt32>
  ) {
    let providers = row.ends.first { $0.role == .provider }?.ids ?? []
    if providers.isEmpty {
      reader.add(
        .error,
        record,
        .role(.provider),
        "the fact names no provider",
        "name who assisted; add a placeholder actor if the source does not say"
      )
    }
    let isDerived = row.id == nil && !row.hasBadID
    let id = isDerived ? derivedKey(of: row) : row.id ?? ""
    let fact = addNode(row, .assistance, id, record, &reader, origin)
    if let fact, isDerived { derivedRows.insert(fact) }
    for (role, ids) in row.ends {
      guard let rule = schema.role(role) else { continue }
      if let maximum = rule.maximum, ids.count > maximum {
        reader.add(
          .error,
          record,
          .role(role),
          "a fact has at most \(maximum) \(rule.column)",
          "write one line for each"
        )
      }
      for end in ids {
        guard let found = resolve(end, record, .role(role), &reader, of: rule.nodeKinds),
          let fact
        else { continue }
        addEdge(fact, role, found, row, origin, properties: false)
      }
    }
  }

  private mutating func derivedKey(of row: TableRow) -> String {
    let base = FactKeys.base { role in row.ends.first { $0.role == role }?.ids.first }
    let graph = graph
    return factKeys.key(base) { graph[NodeID($0)] != nil }
  }

  private mutating func addRelation(
    _ row: TableRow,
    _ kind: EdgeKind,
    _ record: Int,
    _ reader: inout TableReading,
    _ origin: SIMD2<UInt32>
  ) {
    guard let rule = schema.schema.rule(for: kind) else { return }
    let from = resolve(row.from, record, .from, &reader)
    let to = resolve(row.to, record, .to, &reader)
    guard let from, let to else { return }
    let (fromKind, toKind) = (graph.nodes[Int(from)].kind, graph.nodes[Int(to)].kind)
    guard rule.allows(fromKind, toKind) else {
      let startsRight = rule.ends.contains { $0.from == fromKind }
      let pairs = rule.ends.map { "\($0.from) to \($0.to)" }.joined(separator: ", ")
      reader.add(
        .error,
        record,
        startsRight ? .to : .from,
        "“\(kind)” may not lead from \(fromKind.article) to \(toKind.article)",
        "it leads from \(pairs)"
      )
      return
    }
    addEdge(from, kind, to, row, origin, properties: true)
  }

  private mutating func addEdge(
    _ from: UInt32,
    _ kind: EdgeKind,
    _ to: UInt32,
    _ row: TableRow,
    _ origin: SIMD2<UInt32>,
    properties: Bool
  ) {
    if properties {
      let id = graph.tables.addEdge(from: from, kind, to: to, row.validity, row.sources)
      let added = Int(id.rawValue)
      for (name, value) in row.properties {
        let kind = graph.tables.edges.kinds[added]
        try? graph.tables.setEdgeProperty(name, value, row: UInt32(added), kind: kind)
      }
    } else {
      // An end of a fact holds when the fact does, on the fact's sources.
      graph.tables.addEdge(from: from, kind, to: to, asStatedOf: from)
    }
    edgeOrigins.append(origin)
  }

  private mutating func resolve(
    _ id: String,
    _ record: Int,
    _ column: CollectionColumn,
    _ reader: inout TableReading,
    of kinds: [NodeKind]? = nil
  ) -> UInt32? {
    guard !id.isEmpty else {
      reader.add(.error, record, column, "the id is missing", "name a node by its id")
      return nil
    }
    guard let node = graph[NodeID(id)], node.kind != .assistance else {
      guard mayBeUnknown(id, kinds) else { return nil }
      let wanted = kinds.map { $0.map(\.rawValue).joined(separator: " or ") } ?? "node"
      reader.add(
        .error,
        record,
        column,
        "unknown \(wanted) “\(id.shortened)”",
        nearest.hint(for: id, kinds, in: graph)
      )
      return nil
    }
    if let kinds, !kinds.contains(node.kind) {
      reader.add(
        .error,
        record,
        column,
        "“\(id.shortened)” is \(node.kind.article), but this column needs "
          + kinds.map(\.article).joined(separator: " or "),
        "check the id, or the column"
      )
      return nil
    }
    return UInt32(node.row)
  }

  /// Where the node of a row stands; `reader` holds the table that is not filed yet.
  private func place(ofNodeRow row: Int, _ reader: TableReading) -> String {
    let origin = nodeOrigins[row]
    let isFiled = Int(origin.x) < files.count
    let table = isFiled ? files[Int(origin.x)].table : reader.table
    let name = isFiled ? path(files[Int(origin.x)].kind.path) : reader.file
    return "\(name):\(table.line(ofRecord: Int(origin.y)))"
  }
}
