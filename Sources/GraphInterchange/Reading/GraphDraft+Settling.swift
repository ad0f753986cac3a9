internal import GraphCore

extension GraphDraft {
  /// More kinds than this are a property and no kinds.
  private static let kindLimit = 1_000

  // MARK: Nodes

  mutating func mergeNodes() {
    var numbers: [NodeID: Int] = [:]
    numbers.reserveCapacity(nodes.count)
    var isDuplicate = false
    for index in nodes.indices {
      let id = nodes[index].id
      guard let first = numbers[id] else {
        numbers[id] = index
        continue
      }
      isDuplicate = true
      if isStrict {
        notes.fault(
          "the id “\(id.rawValue.shortened)” is used twice",
          hint: "each node has an id of its own",
          at: nodes[index].content.place
        )
      } else {
        merge(index, into: first)
      }
    }
    guard isDuplicate, !isStrict else { return }
    nodes = nodes.enumerated().filter { numbers[$0.element.id] == $0.offset }.map(\.element)
  }

  /// Gives a node what another record of it says; what contradicts is left out.
  private mutating func merge(_ index: Int, into first: Int) {
    let other = nodes[index].content
    let id = nodes[index].id.rawValue
    var contradicts = false
    guard nodes[first].content.properties.count <= Self.nameLimit else { return }
    nodes[first].content.rememberNumbers()
    for (name, value) in other.properties {
      if let known = nodes[first].content[name] {
        if "\(known)" != "\(value)" { contradicts = true }
      } else {
        nodes[first].content.append(name, value)
      }
    }
    if nodes[first].content.kind == nil { nodes[first].content.kind = other.kind }
    if nodes[first].content.label == nil { nodes[first].content.label = other.label }
    nodes[first].content.sources += other.sources.filter {
      !nodes[first].content.sources.contains($0)
    }
    contradicts =
      contradicts || (other.kind ?? nodes[first].content.kind) != nodes[first].content.kind
    contradicts =
      contradicts || (other.label ?? nodes[first].content.label) != nodes[first].content.label
    notes.note("the id is used twice; both records became one node", about: id, at: other.place)
    if contradicts {
      notes.note(
        "a later record of the node says something else; the first one holds",
        about: id,
        at: other.place
      )
    }
  }

  mutating func addMissingNodes() {
    var known = Set(nodes.map(\.id))
    for index in edges.indices {
      for id in [edges[index].source, edges[index].target] where !known.contains(id) {
        let place = edges[index].content.place
        known.insert(id)
        if isStrict {
          notes.fault(
            "no node has the id “\(id.rawValue.shortened)”",
            hint: "add the node, or leave the edge out",
            at: place
          )
        } else {
          notes.note("only edges name this node; it was added", about: id.rawValue, at: place)
          nodes.append(Node(id: id, content: Content(place: place), isImplied: true))
        }
      }
    }
  }

  // MARK: Kinds, labels, dates

  mutating func settleDetails() {
    for index in nodes.indices {
      var content = nodes[index].content
      Self.settleLabel(&content, id: nodes[index].id.rawValue)
      settleDates(&content)
      nodes[index].content = content
    }
    for index in edges.indices {
      if edges[index].direction != .directed {
        if edges[index].content["direction"] == nil {
          edges[index].content.set("direction", .text(edges[index].direction.rawValue))
        }
        notes.note(
          "an edge without one direction runs from its source to its target here; its property "
            + "“direction” says so",
          at: edges[index].content.place
        )
      }
      if let label = edges[index].content.label, !label.isEmpty {
        edges[index].content.set("label", .text(label))
      }
      var content = edges[index].content
      settleDates(&content)
      edges[index].content = content
    }
    if !isStrict {
      limitKinds(\.nodes, \.content, "node")
      limitKinds(\.edges, \.content, "edge")
    }
  }

  private static func settleLabel(_ content: inout Content, id: String) {
    guard let label = content.label, !label.isEmpty, !label.hasSameBytes(as: id) else { return }
    switch content["name"] {
    case nil: content.insertFirst("name", .text(label))
    case .text(let name) where name.hasSameBytes(as: label): break
    default: if content["label"] == nil { content.set("label", .text(label)) }
    }
  }

  private mutating func settleDates(_ content: inout Content) {
    guard Validity(from: content.from, until: content.until) == nil else { return }
    let message = "it would end before it begins"
    if isStrict {
      notes.fault(message, hint: "exchange the two dates", at: content.place)
    } else {
      notes.note(message + "; both dates were left out", at: content.place)
    }
    (content.from, content.until) = (nil, nil)
  }

  private mutating func limitKinds<Element>(
    _ list: WritableKeyPath<GraphDraft, [Element]>,
    _ content: WritableKeyPath<Element, Content>,
    _ word: String
  ) {
    var kinds: Set<String> = []
    for element in self[keyPath: list] {
      if let kind = element[keyPath: content].kind { kinds.insert(kind) }
      if kinds.count > Self.kindLimit { break }
    }
    guard kinds.count > Self.kindLimit else { return }
    notes.note(
      "over \(Self.kindLimit) kinds of \(word)s are no kinds; the words became the property “kind”"
    )
    for index in self[keyPath: list].indices {
      guard let kind = self[keyPath: list][index][keyPath: content].kind else { continue }
      self[keyPath: list][index][keyPath: content].kind = nil
      self[keyPath: list][index][keyPath: content].set("kind", .text(kind))
    }
  }

  mutating func checkNames() {
    for (contents, word) in [(nodes.map(\.content), "nodes"), (edges.map(\.content), "edges")] {
      var names: Set<String> = []
      for content in contents {
        for property in content.properties { names.insert(property.name) }
        guard names.count <= Self.nameLimit else {
          notes.fault(
            "the \(word) have over \(Self.nameLimit) different properties",
            hint: "turn columns into records, or leave out those that are not needed",
            at: content.place
          )
          break
        }
      }
    }
  }

  // MARK: Types

  /// A property of a kind.
  struct Column: Hashable {
    let kind: String
    let name: String
  }

  /// Finds one type for each property of a kind.
  mutating func settleTypes<Element>(
    _ list: KeyPath<GraphDraft, [Element]>,
    _ content: KeyPath<Element, Content>,
    _ defaultKind: String
  ) -> [Column: PropertyType] {
    var types: [Column: PropertyType] = [:]
    for element in self[keyPath: list] {
      let content = element[keyPath: content]
      for (name, value) in content.properties {
        let column = Column(kind: content.kind ?? defaultKind, name: name)
        let type = infersTypes ? value.inferred.type : value.type
        guard let known = types[column] else {
          types[column] = type
          continue
        }
        guard known != type else { continue }
        types[column] = Self.common(known, type)
        if !infersTypes, Self.common(known, type) == .text {
          notes.note(
            "its values are of several types; they became texts",
            about: name,
            at: content.place
          )
        }
      }
    }
    return types
  }

  private static func common(_ first: PropertyType, _ second: PropertyType) -> PropertyType {
    switch (first, second) {
    case (.integer, .decimal), (.decimal, .integer): .decimal
    case (.texts, .text), (.text, .texts): .texts
    default: .text
    }
  }
}

extension PropertyValue {
  /// The value that a text is written like.
  var inferred: PropertyValue {
    guard case .text(let text) = self else { return self }
    return TypedText.inferred(text)
  }
}
