internal import GraphCore

/// Reads the node-link JSON of networkx, D3 and their kin.
struct NodeLinkReader {
  /// More levels of objects in objects than this are left out.
  private static let flatteningLimit = 8
  private static let fieldLimit = GraphDraft.nameLimit

  var draft: GraphDraft
  /// The ids of the nodes, in the order of the list.
  private var positions: [String] = []
  /// The field by which links name nodes, where the format says so.
  private let idField: String?

  init(_ draft: GraphDraft, idField: String? = nil) {
    self.draft = draft
    self.idField = idField
  }

  private func place(_ value: JSONValue) -> ReadingPlace { ReadingPlace(offset: value.offset) }

  mutating func read(_ root: JSONValue) {
    guard let nodes = root["nodes"]?.list else {
      draft.notes.fault(
        "there is no list “nodes”",
        hint: "node-link JSON is an object with the lists “nodes” and “links” or “edges”",
        at: place(root)
      )
      return
    }
    let links = root["links"]?.list ?? root["edges"]?.list
    if links == nil {
      draft.notes.note("there is no list “links” or “edges”; the graph has no edges")
    }
    readWhole(root)
    let ids = idField.map { .field($0) } ?? identities(of: nodes, links ?? [])
    for (index, node) in nodes.enumerated() { read(node, index, ids) }
    for link in links ?? [] { read(link, nodes.count, ids, isDirected(root)) }
  }

  private mutating func readWhole(_ root: JSONValue) {
    for (name, value) in (root["graph"]?.fields ?? []) + root.fields {
      switch name {
      case "nodes", "links", "edges", "graph", "multigraph", "directed": break
      case "name", "title", "label":
        if draft.title == nil { draft.title = value.word }
      default:
        draft.notes.note(
          "what is said of the whole graph was left out",
          about: name,
          at: place(value)
        )
      }
    }
    if root["directed"] == nil {
      draft.notes.note(
        "the file does not say whether links have a direction; they were taken to have one"
      )
    }
  }

  private func isDirected(_ root: JSONValue) -> Bool {
    if case .flag(let flag) = root["directed"]?.content { return flag }
    return true
  }

  // MARK: Identities

  /// How links name nodes.
  private enum Identities {
    case field(String)
    case positions(String?)
  }

  /// Finds the field of nodes by which links name them: `id`, or one that all ends have as value.
  private mutating func identities(of nodes: [JSONValue], _ links: [JSONValue]) -> Identities {
    let named = links.flatMap { [$0["source"], $0["target"]] }.compactMap { $0 }
    let words = Set(named.compactMap(\.word))
    let arePositions =
      !named.isEmpty
      && named.allSatisfy { $0.integer.map { nodes.indices.contains($0) } ?? false }
    // A field that names things stands near the start.
    let fields = (nodes.first?.fields.map(\.name) ?? []).prefix(64)
    let usual = ["id", "key", "name"].filter(fields.contains)
    for name in usual + fields.filter({ !usual.contains($0) }) {
      let values = nodes.compactMap { $0[name]?.word }
      let distinct = Set(values)
      guard values.count == nodes.count, distinct.count == nodes.count else { continue }
      guard words.isSubset(of: distinct) else {
        // The usual field holds, even where an end is missing, unless links count nodes.
        if name == "id", !arePositions { return .field(name) }
        continue
      }
      if name != "id" {
        draft.notes.note("links name nodes by this field; it became the id", about: name)
      }
      return .field(name)
    }
    guard arePositions else { return .field("id") }
    draft.notes.note("links name nodes by their place in the list")
    let isUnique = Set(nodes.compactMap { $0["id"]?.word }).count == nodes.count
    return .positions(isUnique ? "id" : nil)
  }

  private func id(_ node: JSONValue, _ index: Int, _ ids: Identities) -> String? {
    switch ids {
    case .field(let name): node.word ?? node[name]?.word
    case .positions(let name?): node[name]?.word
    case .positions(nil): String(index)
    }
  }

  // MARK: Nodes and links

  private mutating func read(_ node: JSONValue, _ index: Int, _ ids: Identities) {
    guard let id = id(node, index, ids), !id.isEmpty else {
      draft.notes.fault(
        "a node has no id",
        hint: "give each node an “id” that is a text or a number",
        at: place(node)
      )
      positions.append("")
      return
    }
    positions.append(id)
    var used: Set = ["id"]
    if case .field(let name) = ids { used = [name] }
    if case .positions(nil) = ids { used = [] }
    var content = content(node, leavingOut: used)
    content.label = content.take("label")
    draft.nodes.append(GraphDraft.Node(id: NodeID(id), content: content))
  }

  private mutating func read(
    _ link: JSONValue,
    _ nodeCount: Int,
    _ ids: Identities,
    _ isDirected: Bool
  ) {
    guard let source = end(link["source"], ids), let target = end(link["target"], ids) else {
      draft.notes.fault(
        "a link has no source or no target",
        hint: "give each link a “source” and a “target” that name nodes",
        at: place(link)
      )
      return
    }
    var used: Set = ["source", "target"]
    if let key = link["key"], key.integer != nil {
      draft.notes.note("the numbers of parallel links were left out", about: "key", at: place(key))
      used.insert("key")
    }
    let name = link["id"]?.word
    if name != nil { used.insert("id") }
    draft.edges.append(
      GraphDraft.Edge(
        name: name,
        source: NodeID(source),
        target: NodeID(target),
        direction: isDirected ? .directed : .undirected,
        content: content(link, leavingOut: used)
      )
    )
  }

  private func end(_ value: JSONValue?, _ ids: Identities) -> String? {
    // A drawing of D3 puts the node itself here.
    guard let value else { return nil }
    if case .positions = ids, let number = value.integer, positions.indices.contains(number) {
      return positions[number]
    }
    if case .field(let name) = ids, value.isObject { return value[name]?.word }
    return value.word.flatMap { $0.isEmpty ? nil : $0 }
  }

  // MARK: Values

  private mutating func content(
    _ value: JSONValue,
    leavingOut used: Set<String>
  ) -> GraphDraft.Content {
    var content = GraphDraft.Content(place: place(value))
    guard value.fields.count <= Self.fieldLimit else {
      draft.notes.fault("an object has over \(Self.fieldLimit) fields", at: place(value))
      return content
    }
    for (name, field) in value.fields where !used.contains(name) {
      add(field, name, 0, to: &content)
    }
    content.takeKind()
    return content
  }

  private mutating func add(
    _ value: JSONValue,
    _ name: String,
    _ level: Int,
    to content: inout GraphDraft.Content
  ) {
    switch value.content {
    case .null: break
    case .flag(let flag): content.set(name, .flag(flag))
    case .integer(let number): content.set(name, .integer(number))
    case .decimal(let number): content.set(name, .decimal(number))
    case .text(let text): content.set(name, .text(text))
    case .list(let values):
      let words = values.compactMap(\.word)
      if words.count < values.count {
        draft.notes.note("what is nested in a list was left out", about: name, at: place(value))
      }
      if values.contains(where: { $0.text == nil && $0.word != nil }) {
        draft.notes.note("a list became one of texts", about: name, at: place(value))
      }
      content.set(name, .texts(words))
    case .object(let fields):
      guard level < Self.flatteningLimit, fields.count <= Self.fieldLimit,
        content.properties.count <= Self.fieldLimit
      else {
        draft.notes.note("too much is nested here; it was left out", about: name, at: place(value))
        return
      }
      draft.notes.note(
        "an object became a property for each of its fields, with a dot between the names",
        about: name,
        at: place(value)
      )
      for (inner, field) in fields { add(field, name + "." + inner, level + 1, to: &content) }
    }
  }
}
