internal import GraphCore

/// Reads GraphML, with the deviations of tools that write it.
struct GraphMLReader: XMLHandler {
  /// What a `key` element declares.
  private struct Key {
    let domain: String
    let name: String
    let type: String?
    var title: String?
    var defaultText: String?
  }

  /// An element whose end has not come.
  private enum Open {
    case key(id: String, index: Int)
    case graph(isDirected: Bool)
    case node(Int)
    case edge(Int)
    case data(String)
    case other
  }

  var draft: GraphDraft
  private var keys: [String: [Key]] = [:]
  private var keyIDs: [String] = []
  /// The keys that have a default.
  private var defaultIDs: [String] = []
  private var open: [Open] = []
  private var graphCount = 0
  /// Data by the ids of their keys, since keys may be declared after them.
  private typealias Data = [(key: String, text: String)]
  private var graphData: Data = []
  private var nodeData: [Data] = []
  private var edgeData: [Data] = []
  /// The names of files made by Pillar, as the XML ids encode them.
  private var ids: [NodeID: NodeID] = [:]

  var notes: ReadingNotes {
    get { draft.notes }
    set { draft.notes = newValue }
  }

  init(_ draft: GraphDraft) {
    self.draft = draft
  }

  // MARK: Elements

  mutating func begin(_ name: String, _ attributes: [String: String], at place: ReadingPlace) {
    open.append(opened(name, attributes, at: place))
  }

  private mutating func opened(
    _ name: String,
    _ attributes: [String: String],
    at place: ReadingPlace
  ) -> Open {
    switch name {
    case "key": return declare(attributes, at: place)
    case "graph":
      graphCount += 1
      if graphCount > 1 { draft.notes.note("several graphs became one", at: place) }
      let word = attributes["edgedefault"]
      if word == nil {
        draft.notes.note(
          "the graph does not say whether its edges have a direction; they were taken to have one",
          at: place
        )
      }
      return .graph(isDirected: word != "undirected")
    case "node": return node(attributes, at: place)
    case "edge": return edge(attributes, at: place)
    case "data": return .data(attributes["key"] ?? "")
    case "hyperedge", "port":
      draft.notes.note("elements of this name were left out", about: name, at: place)
      return .other
    default: return .other
    }
  }

  private mutating func declare(_ attributes: [String: String], at place: ReadingPlace) -> Open {
    guard let id = attributes["id"] else {
      draft.notes.note("a key without an id was left out", at: place)
      return .other
    }
    if !open.isEmpty, open.contains(where: { if case .graph = $0 { true } else { false } }) {
      draft.notes.note(
        "a key stands inside the graph; it was used all the same",
        about: id,
        at: place
      )
    }
    let key = Key(
      domain: attributes["for"] ?? "all",
      name: attributes["attr.name"] ?? id,
      type: attributes["attr.type"]
    )
    if let word = key.type, !Self.words.contains(word) {
      let known = TypedText.type(named: word) != nil
      draft.notes.note(
        known
          ? "this type is not one of GraphML; its meaning is plain"
          : "this type is not known; the values are texts",
        about: word,
        at: place
      )
    }
    guard isBearable(keyIDs.count, at: place) else { return .other }
    if keys[id] == nil { keyIDs.append(id) }
    if let index = keys[id]?.firstIndex(where: { $0.domain == key.domain }) {
      draft.notes.note("a key is declared twice; the first one holds", about: id, at: place)
      return .key(id: id, index: index)
    }
    keys[id, default: []].append(key)
    return .key(id: id, index: (keys[id]?.count ?? 1) - 1)
  }

  private mutating func node(_ attributes: [String: String], at place: ReadingPlace) -> Open {
    var content = GraphDraft.Content(place: place)
    guard let id = attributes["id"] else {
      draft.notes.fault("a node has no id", hint: "give each node an id of its own", at: place)
      return .other
    }
    if let labels = attributes["labels"] { Self.takeLabels(labels, &content) }
    if let parent = enclosingNode {
      content.append("parent", .text(draft.nodes[parent].id.rawValue))
      draft.notes.note("a node in a node; the outer one is its property “parent”", at: place)
    }
    draft.nodes.append(GraphDraft.Node(id: NodeID(id), content: content))
    nodeData.append([])
    return .node(draft.nodes.count - 1)
  }

  private mutating func edge(_ attributes: [String: String], at place: ReadingPlace) -> Open {
    guard let source = attributes["source"], let target = attributes["target"] else {
      draft.notes.fault("an edge has no source or no target", at: place)
      return .other
    }
    var content = GraphDraft.Content(place: place)
    if let label = attributes["label"] { Self.takeLabels(label, &content) }
    for name in ["sourceport", "targetport"] {
      if let port = attributes[name] { content.append(name, .text(port)) }
    }
    var isDirected = true
    for case .graph(let isDefault) in open { isDirected = isDefault }
    if let word = attributes["directed"] { isDirected = word == "true" || word == "1" }
    draft.edges.append(
      GraphDraft.Edge(
        name: attributes["id"],
        source: NodeID(source),
        target: NodeID(target),
        direction: isDirected ? .directed : .undirected,
        content: content
      )
    )
    edgeData.append([])
    return .edge(draft.edges.count - 1)
  }

  private var enclosingNode: Int? {
    for case .node(let index) in open.reversed() { return index }
    return nil
  }

  mutating func end(_ name: String, text: String, at place: ReadingPlace) {
    guard let closed = open.popLast() else { return }
    switch (name, closed, open.last) {
    case ("desc", _, .key(let id, let index)): keys[id]?[index].title = text
    case ("default", _, .key(let id, let index)): keys[id]?[index].defaultText = text
    case ("desc", _, .graph): if graphCount == 1 { draft.title = text }
    case ("desc", _, .node(let index)):
      draft.nodes[index].content.append("desc", .text(text))
    case ("desc", _, .edge(let index)):
      draft.edges[index].content.append("desc", .text(text))
    case (_, .data(let key), .node(let index)):
      if isBearable(nodeData[index].count, at: place) { nodeData[index].append((key, text)) }
    case (_, .data(let key), .edge(let index)):
      if isBearable(edgeData[index].count, at: place) { edgeData[index].append((key, text)) }
    case (_, .data(let key), .graph): graphData.append((key, text))
    case (_, .data, _): draft.notes.note("data of other elements were left out", at: place)
    default: break
    }
  }

  /// Whether an element, or the file, may have one more property.
  private mutating func isBearable(_ count: Int, at place: ReadingPlace) -> Bool {
    if count < GraphDraft.nameLimit { return true }
    draft.notes.fault("there are over \(GraphDraft.nameLimit) keys in one place", at: place)
    return false
  }

  /// Types that the format has.
  private static let words: Set = ["boolean", "int", "long", "float", "double", "string"]
}

// MARK: - Values

extension GraphMLReader {
  /// What the file says, once it is read to its end.
  mutating func finished() -> GraphDraft {
    let isOurs =
      keys["node.kind"]?.first?.name == "kind" && keys["edge.kind"]?.first?.name == "kind"
    draft.isStrict = isOurs
    draft.isOfPillar = isOurs
    if graphCount == 0, draft.notes.faultCount == 0 {
      draft.notes.fault("the file holds no graph", at: ReadingPlace(line: 1, column: 1))
    }
    defaultIDs = keyIDs.filter { id in keys[id]?.contains { $0.defaultText != nil } ?? false }
    for (id, text) in graphData { settleGraphData(id, text) }
    for index in draft.nodes.indices {
      let node = draft.nodes[index]
      var content = node.content
      let key = settle(&content, nodeData[index], "node", isOurs)
      nodeData[index] = []
      if let key {
        ids[node.id] = NodeID(key)
        draft.nodes[index] = GraphDraft.Node(id: NodeID(key), content: content)
      } else {
        draft.nodes[index].content = content
      }
    }
    for index in draft.edges.indices {
      var content = draft.edges[index].content
      _ = settle(&content, edgeData[index], "edge", isOurs)
      draft.edges[index].content = content
      edgeData[index] = []
      let (source, target) = (draft.edges[index].source, draft.edges[index].target)
      draft.edges[index].source = ids[source] ?? source
      draft.edges[index].target = ids[target] ?? target
      if isOurs, let name = draft.edges[index].name, name.hasPrefix("e") {
        draft.edges[index].name = String(name.dropFirst())
      }
    }
    return draft
  }

  private mutating func settleGraphData(_ id: String, _ text: String) {
    let name = key(id, "graph")?.name ?? id
    if draft.title == nil, ["name", "title", "label"].contains(name.lowercased()) {
      draft.title = text
    } else {
      draft.notes.note("a property of the whole graph was left out", about: name)
    }
  }

  private func key(_ id: String, _ domain: String) -> Key? {
    keys[id]?.first { $0.domain == domain } ?? keys[id]?.first { $0.domain == "all" }
  }

  /// Gives the properties of an element their names and types.
  ///
  /// - Returns: The key of a node of Pillar, where its XML id encodes it.
  private mutating func settle(
    _ content: inout GraphDraft.Content,
    _ data: Data,
    _ domain: String,
    _ isOurs: Bool
  ) -> String? {
    var seen: Set<String> = []
    var nodeKey: String?
    for (id, text) in data {
      if !seen.insert(id).inserted {
        draft.notes.note(
          "a key is used twice at one element; the last one holds",
          about: id,
          at: content.place
        )
      }
      if isOurs, key(id, domain)?.name == "key" {
        nodeKey = text
      } else {
        add(text, of: id, domain, to: &content, isOurs)
      }
    }
    for id in defaultIDs where !seen.contains(id) {
      guard let text = key(id, domain)?.defaultText else { continue }
      guard draft.inherits(1, at: content.place) else { break }
      add(text, of: id, domain, to: &content, isOurs)
    }
    if !isOurs {
      if domain == "node" { content.label = content.take("label") }
      content.takeKind()
    }
    content.forgetNumbers()
    return nodeKey
  }

  private mutating func add(
    _ text: String,
    of id: String,
    _ domain: String,
    to content: inout GraphDraft.Content,
    _ isOurs: Bool
  ) {
    guard let key = key(id, domain) else {
      draft.notes.note(
        "no key of this name is declared; it became a property of texts",
        about: id,
        at: content.place
      )
      content.set(id, .text(text))
      return
    }
    if isOurs, addOurs(text, key.title ?? key.name, to: &content) { return }
    var name = isOurs ? key.title ?? key.name : key.name
    if isOurs, name.lowercased().hasPrefix(ColumnName.prefix) {
      name = String(name.dropFirst(ColumnName.prefix.count))
    }
    let type = key.type.flatMap { TypedText.type(named: $0) } ?? .text
    if let value = TypedText.value(text, as: type) {
      content.set(name, value)
    } else {
      // Absent numbers are written as empty by some tools.
      guard !text.trimmingSpaces().isEmpty else { return }
      draft.notes.note(
        "a value is not of the type that is declared; it is kept as a text",
        about: text,
        at: content.place
      )
      content.set(name, .text(text))
    }
  }

  /// Takes what files made by Pillar have beside properties.
  private mutating func addOurs(
    _ text: String,
    _ name: String,
    to content: inout GraphDraft.Content
  ) -> Bool {
    switch name {
    case "kind": content.kind = text
    case "label": break
    case "from": content.from = PartialDate(text)
    case "until": content.until = PartialDate(text)
    case "sources": content.sources = draft.notes.references(text, at: content.place)
    default: return false
    }
    return true
  }

  /// Takes the labels that Neo4j writes as attributes: kinds.
  private static func takeLabels(_ text: String, _ content: inout GraphDraft.Content) {
    let kinds = text.split(separator: ":").map(String.init)
    content.kind = kinds.first
    if kinds.count > 1 { content.append("labels", .texts(kinds)) }
  }
}
