internal import GraphCore

/// Reads GEXF 1.0 to 1.3.
struct GEXFReader: XMLHandler {
  /// What an `attribute` element declares.
  private struct Attribute {
    let title: String
    let type: PropertyType
    var defaultText: String?
  }

  private enum Element {
    case node(Int)
    case edge(Int)
  }

  /// A value and the id of its attribute, which may be declared after it.
  private typealias Data = [(id: String, text: String)]

  var draft: GraphDraft
  private var attributes: [String: [String: Attribute]] = [:]
  private var attributeIDs: [String: [String]] = [:]
  private var attributeClass = "node"
  private var attributeID: String?
  private var path: [String] = []
  private var elements: [Element] = []
  private var nodeData: [Data] = []
  private var edgeData: [Data] = []
  private var defaultDirection = "undirected"
  private var hasGraph = false

  var notes: ReadingNotes {
    get { draft.notes }
    set { draft.notes = newValue }
  }

  init(_ draft: GraphDraft) {
    self.draft = draft
  }

  // MARK: Elements

  mutating func begin(_ name: String, _ values: [String: String], at place: ReadingPlace) {
    path.append(name)
    switch name {
    case "graph":
      hasGraph = true
      defaultDirection = values["defaultedgetype"] ?? "undirected"
    case "attributes": attributeClass = values["class"] ?? "node"
    case "attribute": declare(values, at: place)
    case "node": node(values, at: place)
    case "edge": edge(values, at: place)
    case "attvalue": value(values, at: place)
    case "spell", "slice": span(values, at: place)
    case "parent": parent(values["for"] ?? values["id"] ?? "", at: place)
    default: break
    }
  }

  private mutating func declare(_ values: [String: String], at place: ReadingPlace) {
    attributeID = values["id"]
    guard let id = values["id"] else {
      draft.notes.note("an attribute without an id was left out", at: place)
      return
    }
    guard isBearable(attributeIDs[attributeClass]?.count ?? 0, at: place) else {
      attributeID = nil
      return
    }
    let word = values["type"] ?? "string"
    let type = TypedText.type(named: word)
    if type == nil {
      draft.notes.note("this type is not known; the values are texts", about: word, at: place)
    }
    guard attributes[attributeClass]?[id] == nil else {
      draft.notes.note("an attribute is declared twice; the first one holds", about: id, at: place)
      attributeID = nil
      return
    }
    var title = values["title"] ?? id
    if title.isEmpty { title = id }
    if attributes[attributeClass]?.values.contains(where: { $0.title == title }) == true {
      draft.notes.note(
        "two attributes have one title; the second goes by its id",
        about: title,
        at: place
      )
      title = id
    }
    attributes[attributeClass, default: [:]][id] = Attribute(title: title, type: type ?? .text)
    attributeIDs[attributeClass, default: []].append(id)
  }

  private mutating func node(_ values: [String: String], at place: ReadingPlace) {
    guard let id = values["id"] else {
      draft.notes.fault("a node has no id", hint: "give each node an id of its own", at: place)
      return
    }
    var content = GraphDraft.Content(label: values["label"], place: place)
    for case .node(let outer) in elements.reversed() {
      content.append("parent", .text(draft.nodes[outer].id.rawValue))
      draft.notes.note("a node in a node; the outer one is its property “parent”", at: place)
      break
    }
    draft.nodes.append(GraphDraft.Node(id: NodeID(id), content: content))
    nodeData.append([])
    elements.append(.node(draft.nodes.count - 1))
    if let outer = values["pid"] { parent(outer, at: place) }
    span(values, at: place)
  }

  private mutating func edge(_ values: [String: String], at place: ReadingPlace) {
    guard let source = values["source"], let target = values["target"] else {
      draft.notes.fault("an edge has no source or no target", at: place)
      return
    }
    let word = values["type"] ?? defaultDirection
    if GraphDraft.Direction(rawValue: word) == nil, word != "dir", word != "undir" {
      draft.notes.note("this type of edge is not known; it has a direction", about: word, at: place)
    }
    var content = GraphDraft.Content(kind: values["kind"], label: values["label"], place: place)
    if let text = values["weight"] ?? values["cardinal"] {
      if let weight = TypedText.value(text, as: .decimal) {
        content.append("weight", weight)
      } else {
        draft.notes.note("a weight is no number; it was left out", about: text, at: place)
      }
    }
    draft.edges.append(
      GraphDraft.Edge(
        name: values["id"],
        source: NodeID(source),
        target: NodeID(target),
        direction: GraphDraft.Direction(rawValue: word)
          ?? (word == "undir" ? .undirected : .directed),
        content: content
      )
    )
    edgeData.append([])
    elements.append(.edge(draft.edges.count - 1))
    span(values, at: place)
  }

  private mutating func value(_ values: [String: String], at place: ReadingPlace) {
    guard let id = values["for"] ?? values["id"], let text = values["value"] else {
      draft.notes.note("a value without an attribute was left out", at: place)
      return
    }
    if values["start"] ?? values["end"] ?? values["timestamp"] != nil {
      draft.notes.note("when a value holds was left out", about: id, at: place)
    }
    switch elements.last {
    case .node(let index):
      if isBearable(nodeData[index].count, at: place) { nodeData[index].append((id, text)) }
    case .edge(let index):
      if isBearable(edgeData[index].count, at: place) { edgeData[index].append((id, text)) }
    case nil: break
    }
  }

  /// Whether an element, or the file, may have one more attribute.
  private mutating func isBearable(_ count: Int, at place: ReadingPlace) -> Bool {
    if count < GraphDraft.nameLimit { return true }
    draft.notes.fault("there are over \(GraphDraft.nameLimit) attributes in one place", at: place)
    return false
  }

  private mutating func parent(_ id: String, at place: ReadingPlace) {
    guard case .node(let index) = elements.last, !id.isEmpty else { return }
    draft.notes.note("a node in a node; the outer one is its property “parent”", at: place)
    draft.nodes[index].content.set("parent", .text(id))
  }

  // MARK: Time

  /// Widens the time in which an element holds.
  private mutating func span(_ values: [String: String], at place: ReadingPlace) {
    let start = values["start"] ?? values["startopen"] ?? values["timestamp"]
    let end = values["end"] ?? values["endopen"] ?? values["timestamp"]
    if values["startopen"] ?? values["endopen"] != nil {
      draft.notes.note("an end that does not belong to a span belongs to it here", at: place)
    }
    guard start != nil || end != nil, let element = elements.last else { return }
    let isFurther = path.last == "spell" || path.last == "slice"
    switch element {
    case .node(let index):
      var content = draft.nodes[index].content
      widen(&content, start, end, isFurther, at: place)
      draft.nodes[index].content = content
    case .edge(let index):
      var content = draft.edges[index].content
      widen(&content, start, end, isFurther, at: place)
      draft.edges[index].content = content
    }
  }

  private mutating func widen(
    _ content: inout GraphDraft.Content,
    _ start: String?,
    _ end: String?,
    _ isFurther: Bool,
    at place: ReadingPlace
  ) {
    let from = date(start, "start", &content, at: place)
    let until = date(end, "end", &content, at: place)
    guard isFurther, content.from != nil || content.until != nil else {
      (content.from, content.until) = (from, until)
      return
    }
    draft.notes.note("several spans became one; the gaps between them were left out", at: place)
    // An open end stays open; the first day decides between dates of different precision.
    content.from =
      switch (content.from, from) {
      case (let one?, let other?): other.firstDay < one.firstDay ? other : one
      default: nil
      }
    content.until =
      switch (content.until, until) {
      case (let one?, let other?): other.lastDay > one.lastDay ? other : one
      default: nil
      }
  }

  private mutating func date(
    _ text: String?,
    _ name: String,
    _ content: inout GraphDraft.Content,
    at place: ReadingPlace
  ) -> PartialDate? {
    guard let text = text?.trimmingSpaces(), !text.isEmpty else { return nil }
    if let date = DateText.date(text) { return date }
    if text.lowercased().contains("inf") { return nil }
    draft.notes.note("a time is no date; it is kept as a property", about: text, at: place)
    content.set(name, .text(text))
    return nil
  }

  // MARK: Ends

  mutating func end(_ name: String, text: String, at place: ReadingPlace) {
    let parent = path.dropLast().last
    switch (parent, name) {
    case ("meta", "title"): if !text.isEmpty { draft.title = text }
    case ("meta", "description"):
      if draft.title == nil, !text.trimmingSpaces().isEmpty { draft.title = text }
    case ("meta", _):
      if !text.trimmingSpaces().isEmpty {
        draft.notes.note("what is said of the whole file was left out", about: name, at: place)
      }
    case ("attribute", "default"):
      if let attributeID { attributes[attributeClass]?[attributeID]?.defaultText = text }
    case (_, "node"):
      if case .node = elements.last { elements.removeLast() }
    case (_, "edge"):
      if case .edge = elements.last { elements.removeLast() }
    default: break
    }
    path.removeLast()
  }

  /// What the file says, once it is read to its end.
  mutating func finished() -> GraphDraft {
    if !hasGraph, draft.notes.faultCount == 0 {
      draft.notes.fault("the file holds no graph", at: ReadingPlace(line: 1, column: 1))
    }
    for index in draft.nodes.indices {
      var content = draft.nodes[index].content
      settle(&content, nodeData[index], "node")
      draft.nodes[index].content = content
      nodeData[index] = []
    }
    for index in draft.edges.indices {
      var content = draft.edges[index].content
      settle(&content, edgeData[index], "edge")
      draft.edges[index].content = content
      edgeData[index] = []
    }
    return draft
  }

  private mutating func settle(_ content: inout GraphDraft.Content, _ data: Data, _ domain: String)
  {
    var seen: Set<String> = []
    for (id, text) in data {
      if !seen.insert(id).inserted {
        draft.notes.note(
          "an attribute has several values; the last one was kept",
          about: id,
          at: content.place
        )
      }
      add(text, id, attributes[domain]?[id], to: &content)
    }
    for id in attributeIDs[domain, default: []] where !seen.contains(id) {
      guard let attribute = attributes[domain]?[id], let text = attribute.defaultText else {
        continue
      }
      guard draft.inherits(1, at: content.place) else { break }
      add(text, id, attribute, to: &content)
    }
    content.takeKind()
  }

  private mutating func add(
    _ text: String,
    _ id: String,
    _ attribute: Attribute?,
    to content: inout GraphDraft.Content
  ) {
    guard let attribute else {
      draft.notes.note(
        "no attribute of this id is declared; it became a property of texts",
        about: id,
        at: content.place
      )
      content.set(id, .text(text))
      return
    }
    if let value = TypedText.value(text, as: attribute.type) {
      content.set(attribute.title, value)
    } else if !text.trimmingSpaces().isEmpty {
      draft.notes.note(
        "a value is not of the type that is declared; it is kept as a text",
        about: text,
        at: content.place
      )
      content.set(attribute.title, .text(text))
    }
  }
}
