internal import GraphCore

/// Values, headings, sources and metadata that could not be read back.
extension WritableCheck {
  mutating func checkValues() {
    let tables = graph.graph.tables
    for (number, kind) in tables.nodes.kindTable.kinds.enumerated() {
      let used = tables.nodeProperties.names.compactMap { name in
        tables.nodeProperties.type(of: name, kind: UInt16(number)).map { (name, $0) }
      }
      let roles = kind == .assistance ? graph.schema.roles.map(\.column) : []
      let known = graph.schema.schema.rule(for: kind)?.properties ?? []
      checkHeadings(used.map(\.0), of: kind.rawValue, beside: roles, known)
      for (name, type) in used where type == .decimal {
        for node in graph.graph.nodes(of: kind) {
          checkNumber(node.property(name), name, of: "“\(node.id)”")
        }
      }
    }
    for (number, kind) in tables.edges.kindTable.kinds.enumerated()
    where !graph.schema.isRole(kind) {
      let used = tables.edgeProperties.names.compactMap { name in
        tables.edgeProperties.type(of: name, kind: UInt16(number)).map { (name, $0) }
      }
      let known = graph.schema.schema.rule(for: kind)?.properties ?? []
      checkHeadings(used.map(\.0), of: kind.rawValue, beside: [], known)
      for (name, type) in used where type == .decimal {
        for edge in graph.graph.edges(of: kind) {
          checkNumber(edge.property(name), name, of: "“\(edge.from.id)” \(kind) “\(edge.to.id)”")
        }
      }
    }
  }

  private mutating func checkHeadings(
    _ names: [String],
    of kind: String,
    beside roles: [String],
    _ known: [PropertyRule]
  ) {
    var owners: [String: String] = [:]
    for role in roles { owners[TableReading.normal(role)] = "" }
    for name in known.map(\.name) + names {
      let other = owners.updateValue(name, forKey: TableReading.normal(name))
      guard let other, other != name else { continue }
      add(
        other.isEmpty
          ? "the property “\(name.shortened)” of \(kind) has the heading of an end of facts"
          : "the properties “\(other.shortened)” and “\(name.shortened)” of \(kind) share a heading",
        "give the property another name"
      )
    }
  }

  private mutating func checkNumber(_ value: PropertyValue?, _ name: String, of what: String) {
    guard case .decimal(let number) = value, !number.isFinite else { return }
    add(
      "“\(name.shortened)” of \(what.shortened) is \(number)",
      "a table holds finite numbers only"
    )
  }

  mutating func checkMetadata() {
    if metadata.title.isEmpty { add("the collection has no title", "give it one") }
    var documents: Set<String> = []
    for source in metadata.sources {
      let isWord =
        !source.key.isEmpty
        && !source.key.unicodeScalars.contains {
          $0.properties.isWhitespace || $0.properties.generalCategory == .control
        }
      if !isWord {
        add("the document's key “\(source.key.shortened)” is no word", "leave out blanks")
      } else if !documents.insert(source.key).inserted {
        add("the document's key “\(source.key.shortened)” stands twice", "remove one")
      }
      checkNode(source.node, "the document “\(source.key.shortened)”")
    }
    for mark in metadata.question.notNeeded + metadata.question.unobservable {
      checkNode(mark.row, "a mark of the question")
      checkNode(mark.column, "a mark of the question")
    }
    for end in collection.needs.flatMap(\.ends) { checkNode(end.node, "a need") }
    if Set(collection.needs.map { $0.ends.map(\.role) }).count > 1 {
      add("needs are about different ends of facts", "one table has one row and one column")
    }
    checkSources(documents)
  }

  private mutating func checkNode(_ id: NodeID?, _ what: String) {
    guard let id, graph.graph[id] == nil else { return }
    add("\(what) names the unknown node “\(id.rawValue.shortened)”", "add the node")
  }

  private mutating func checkSources(_ known: Set<String>) {
    var checked = known
    func unknown(_ sources: [SourceReference]) -> [String] {
      sources.map(\.document).filter { checked.insert($0).inserted }
    }
    let nodes = graph.graph.nodes.flatMap { unknown($0.sources) }
    let edges = graph.graph.edges.flatMap {
      graph.schema.isRole($0.kind) ? [] : unknown($0.sources)
    }
    for document in nodes + edges {
      add(
        "a source names the unknown document “\(document.shortened)”",
        "add the document to the metadata"
      )
    }
  }
}
