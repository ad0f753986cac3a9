internal import GraphCore

/// Reads the JSON that Pillar writes; whatever it does not understand is a fault.
struct PillarJSONReader {
  /// The types of properties, by kind and by name.
  private typealias Types = [String: [String: PropertyType]]

  var draft: GraphDraft

  init(_ draft: GraphDraft) {
    self.draft = draft
    self.draft.isStrict = true
    self.draft.isOfPillar = true
  }

  private mutating func fault(_ message: String, hint: String? = nil, _ value: JSONValue) {
    draft.notes.fault(message, hint: hint, at: ReadingPlace(offset: value.offset))
  }

  mutating func read(_ root: JSONValue) {
    if let version = root["version"], version.integer != 1 {
      fault("the version is not 1", hint: "read the file with a newer Pillar", version)
      return
    }
    draft.title = root["title"]?.text
    let nodeTypes = types(root["types"]?["nodes"])
    let edgeTypes = types(root["types"]?["edges"])
    guard let nodes = root["nodes"]?.list, let edges = root["edges"]?.list else {
      fault("the lists “nodes” and “edges” are not both there", root)
      return
    }
    for node in nodes {
      guard let id = node["id"]?.text else {
        fault("a node has no “id” that is a text", node)
        continue
      }
      let content = content(node, nodeTypes)
      draft.nodes.append(GraphDraft.Node(id: NodeID(id), content: content))
    }
    for edge in edges {
      guard let source = edge["source"]?.text, let target = edge["target"]?.text else {
        fault("an edge has no “source” or no “target” that is a text", edge)
        continue
      }
      guard let number = edge["id"]?.integer, number >= 0 else {
        fault("an edge has no “id” that is a number", edge)
        continue
      }
      draft.edges.append(
        GraphDraft.Edge(
          name: String(number),
          source: NodeID(source),
          target: NodeID(target),
          content: content(edge, edgeTypes)
        )
      )
    }
  }

  private mutating func types(_ value: JSONValue?) -> Types {
    var types: Types = [:]
    for (kind, properties) in value?.fields ?? [] {
      for (name, word) in properties.fields {
        if let type = word.text.flatMap({ PropertyType(rawValue: $0) }) {
          types[kind, default: [:]][name] = type
        } else {
          fault("“\((word.word ?? "").shortened)” is no type", word)
        }
      }
    }
    return types
  }

  private mutating func content(_ value: JSONValue, _ types: Types) -> GraphDraft.Content {
    var content = GraphDraft.Content(place: ReadingPlace(offset: value.offset))
    content.kind = value["kind"]?.text
    if content.kind == nil { fault("no “kind” that is a text", value) }
    for (name, read) in value["properties"]?.fields ?? [] {
      guard let type = types[content.kind ?? ""]?[name] else {
        fault("“types” does not tell the type of the property “\(name.shortened)”", read)
        continue
      }
      if let property = Self.property(read, type) {
        content.set(name, property)
      } else {
        fault("the property “\(name.shortened)” is not of type \(type.rawValue)", read)
      }
    }
    content.forgetNumbers()
    content.from = date(value["from"])
    content.until = date(value["until"])
    for source in value["sources"]?.list ?? [] {
      if let reference = Self.source(source) {
        content.sources.append(reference)
      } else {
        fault("a source is not written as one", source)
      }
    }
    return content
  }

  private mutating func date(_ value: JSONValue?) -> PartialDate? {
    guard let value else { return nil }
    let date = value.text.flatMap { PartialDate($0) }
    if date == nil { fault("this is no date", hint: "write 2013, 2013-05 or 2013-05-21", value) }
    return date
  }

  private static func property(_ value: JSONValue, _ type: PropertyType) -> PropertyValue? {
    switch (type, value.content) {
    case (.text, .text(let text)): return .text(text)
    case (.texts, .list(let values)):
      let texts = values.compactMap(\.text)
      return texts.count == values.count ? .texts(texts) : nil
    case (.integer, .integer(let number)): return .integer(number)
    case (.decimal, .decimal(let number)): return .decimal(number)
    case (.decimal, .integer(let number)): return .decimal(Double(number))
    case (.decimal, .text(let text)):
      return ["NaN", "Infinity", "-Infinity"].contains(text)
        ? TypedText.value(text, as: .decimal) : nil
    case (.flag, .flag(let flag)): return .flag(flag)
    case (.date, .text(let text)): return PartialDate(text).map { .date($0) }
    default: return nil
    }
  }

  private static func source(_ value: JSONValue) -> SourceReference? {
    guard let document = value["document"]?.text else { return nil }
    func range(_ name: String) -> ClosedRange<Int>? {
      guard let ends = value[name]?.list?.compactMap(\.integer), ends.count == 2,
        ends[0] >= 1, ends[0] <= ends[1], ends[1] <= Int(Int32.max)
      else { return nil }
      return ends[0]...ends[1]
    }
    let locator: SourceReference.Locator? =
      if let lines = range("lines") {
        .lines(lines)
      } else if let pages = range("pages") {
        .pages(pages)
      } else if let rows = range("rows") {
        .rows(rows)
      } else {
        value["anchor"]?.text.flatMap { $0.isEmpty ? nil : .anchor($0) }
      }
    guard !document.isEmpty else { return nil }
    return SourceReference(
      document: document,
      section: value["section"]?.text,
      locator: locator
    )
  }
}
