internal import AssistanceModel
internal import GraphCore
internal import GraphInterchange

/// Makes the graph of a collection of a graph of another tool.
struct GraphCollectionBuilder {
  private(set) var graph = PropertyGraph()
  /// What is told of the making.
  var counts = GraphImportCounts()

  let reading: GraphReading
  let mapping: GraphMapping
  /// The keys of the files.
  let documents: [String]
  let kinds: GraphKinds
  let nodeAttributes: GraphAttributes
  let linkAttributes: GraphAttributes
  let identities: GraphIdentities
  private let standIns = StandInWords.shipped
  /// Facts without a provider, which are left out.
  private var refused: Set<NodeID> = []

  init(_ reading: GraphReading, _ mapping: GraphMapping, documents: [String]) {
    self.reading = reading
    self.mapping = mapping
    self.documents = documents
    kinds = GraphKinds(reading, mapping)
    nodeAttributes = GraphAttributes.ofNodes(reading, mapping)
    linkAttributes = GraphAttributes.ofLinks(reading, mapping)
    identities = GraphIdentities(reading.graph.nodes)
    counts.changedIDs = identities.changedCount
  }

  mutating func build() throws(GraphError) {
    findRefused()
    try addNodes()
    try addLinks()
  }

  // MARK: Nodes

  /// An element on its way: its values may still have several types.
  struct Element {
    var kind: String
    var validity: Validity
    var sources: [SourceReference]
    var properties: [(name: String, value: PropertyValue)] = []

    subscript(name: String) -> PropertyValue? {
      properties.first { $0.name == name }?.value
    }

    /// Adds a value unless it says nothing.
    mutating func add(_ name: String, _ value: PropertyValue?) {
      if let value { properties.append((name, value)) }
    }
  }

  private mutating func findRefused() {
    var provided: Set<NodeID> = []
    for edge in reading.graph.edges where edge.kind == .provider { provided.insert(edge.from.id) }
    for (number, node) in reading.graph.nodes.enumerated()
    where kinds.nodes[number] == .assistance && !provided.contains(node.id) {
      refused.insert(node.id)
      counts.refusals.append(
        Diagnostic(
          .error,
          at: place(reading.nodeOrigins[number]),
          "the fact “\(node.id)” names no provider; it was left out",
          hint: "give it an edge “provider” to whoever assisted"
        )
      )
    }
  }

  private mutating func addNodes() throws(GraphError) {
    var elements: [(id: NodeID, element: Element)] = []
    for (number, node) in reading.graph.nodes.enumerated() where !refused.contains(node.id) {
      elements.append((identities[node.id], element(node, number)))
    }
    let types = Self.types(elements.map(\.element))
    for (id, element) in elements {
      let kind = NodeKind(rawValue: element.kind)
      counts.nodeKinds[kind, default: 0] += 1
      try graph.addNode(id, kind, valid: element.validity, sources: element.sources)
      for (name, value) in element.properties {
        let type = types[Column(kind: element.kind, name: name)]
        try graph.set(name, to: value.converted(to: type), of: id)
      }
    }
  }

  private mutating func element(_ node: Node, _ number: Int) -> Element {
    let origin = reading.nodeOrigins[number]
    let kind = kinds.nodes[number]
    var element = Element(
      kind: kind.rawValue,
      validity: node.validity,
      sources: sources(node.sources, origin, anchor: node.id.rawValue)
    )
    let rules = AssistanceSchema.properties(of: kind)
    guard !reading.isOfPillar else {
      add(node.properties, by: nodeAttributes, rules, to: &element)
      return element
    }
    var name: String?
    var aliases: [String] = []
    for (attribute, value) in node.properties {
      switch nodeAttributes.uses[attribute] {
      case .name: name = CleanText.name(value.text)
      case .aliases: aliases += Self.parts(value)
      default: break
      }
    }
    if identities[node.id] != node.id { aliases.append(CleanText.name(node.id.rawValue)) }
    if let name, !name.isEmpty { element.add("name", .text(name)) }
    var seen: Set<String> = [name ?? ""]
    aliases = aliases.filter { !standIns.isMissing($0) && seen.insert($0).inserted }
    if !aliases.isEmpty { element.add("aliases", .texts(aliases)) }
    setTimes(node.properties, nodeAttributes, origin, of: &element)
    let subkind = kinds.subkinds[number]
    if let subkind, nodeAttributes.uses["subkind"] == nil { element.add("subkind", .text(subkind)) }
    let type = kinds.ownAttributes.node
    add(node.properties.filter { $0.name != type }, by: nodeAttributes, rules, to: &element)
    if kind == .actor, element["designation"] == nil { designate(&element, node, name) }
    if origin.isImplied { noteImplied(node, origin) }
    return element
  }

  /// Marks an actor whose name names nobody.
  private mutating func designate(_ element: inout Element, _ node: Node, _ name: String?) {
    let text = name ?? node.id.rawValue
    guard !text.utf8.allSatisfy({ (48...57).contains($0) }) || text.utf8.count > 4,
      let meaning = standIns.meaning(ofActor: text), let designation = meaning.designation
    else { return }
    element.add("designation", .text(designation.rawValue))
    counts.standIns[text, default: 0] += 1
  }

  private static func parts(_ value: PropertyValue) -> [String] {
    if case .texts(let texts) = value { return texts.map(CleanText.name).filter { !$0.isEmpty } }
    return value.text.split { $0 == "|" || $0 == ";" }.map { CleanText.name(String($0)) }
      .filter { !$0.isEmpty }
  }

  private mutating func noteImplied(_ node: Node, _ origin: GraphOrigin) {
    counts.impliedCount += 1
    guard counts.impliedCount <= GraphImportCounts.placeLimit else { return }
    counts.doubts.append(
      Diagnostic(
        .warning,
        at: place(origin),
        "no node has the id “\(node.id.rawValue.prefix(60))” that this link names; it was added",
        hint: "add the node to the file, or leave the link out"
      )
    )
  }

  // MARK: Values

  /// Adds the values that keep a column of their own.
  func add(
    _ properties: [(name: String, value: PropertyValue)],
    by attributes: GraphAttributes,
    _ rules: [PropertyRule],
    to element: inout Element
  ) {
    for (name, value) in properties {
      guard case .property(let heading) = attributes.uses[name] else { continue }
      let rule = rules.first { $0.name == heading }
      guard element[heading] == nil else { continue }
      element.add(heading, value.cleaned(as: rule?.type))
    }
  }

  /// Sets the times that attributes say, where they are in order.
  mutating func setTimes(
    _ properties: [(name: String, value: PropertyValue)],
    _ attributes: GraphAttributes,
    _ origin: GraphOrigin,
    of element: inout Element
  ) {
    var (from, until) = (element.validity.from, element.validity.until)
    for (name, value) in properties {
      switch attributes.uses[name] {
      case .from: from = GraphDate.date(value)
      case .until: until = GraphDate.date(value)
      case .during:
        from = GraphDate.date(value)
        until = from
      default: break
      }
    }
    if let validity = Validity(from: from, until: until) {
      element.validity = validity
    } else {
      counts.doubts.append(
        Diagnostic(
          .warning,
          at: place(origin),
          "it would end before it begins; both dates were left out"
        )
      )
    }
  }

  /// A property of a kind.
  struct Column: Hashable {
    let kind: String
    let name: String
  }

  /// One type for each property of a kind: numbers stay numbers, everything else becomes text.
  static func types(_ elements: [Element]) -> [Column: PropertyType] {
    var types: [Column: PropertyType] = [:]
    for element in elements {
      for (name, value) in element.properties {
        let column = Column(kind: element.kind, name: name)
        guard let known = types[column], known != value.type else {
          types[column] = value.type
          continue
        }
        let numbers: Set<PropertyType> = [known, value.type]
        types[column] = numbers == [.integer, .decimal] ? .decimal : .text
      }
    }
    return types
  }

  // MARK: Places

  /// The sources that the file states, and the place in the file itself.
  func sources(
    _ stated: [SourceReference],
    _ origin: GraphOrigin,
    anchor: String?
  ) -> [SourceReference] {
    guard !reading.isOfPillar else { return stated }
    let locator: SourceReference.Locator? =
      if let row = origin.row {
        .rows(row...row)
      } else if let anchor = anchor.map(CleanText.name), !anchor.isEmpty, !origin.isImplied {
        .anchor(anchor)
      } else {
        origin.line.map { .lines($0...$0) }
      }
    let document = documents[origin.file]
    return stated + [SourceReference(document: document, locator: locator)]
  }

  func place(_ origin: GraphOrigin) -> Diagnostic.Place {
    Diagnostic.Place(file: documents[origin.file], line: origin.line)
  }

  /// Adds the edge of a relation or of an end of a fact.
  mutating func addEdge(
    from: NodeID,
    to: NodeID,
    _ element: Element,
    _ types: [Column: PropertyType]
  ) throws(GraphError) {
    let id = try graph.addEdge(
      from: from,
      EdgeKind(rawValue: element.kind),
      to: to,
      valid: element.validity,
      sources: element.sources
    )
    for (name, value) in element.properties {
      let type = types[Column(kind: element.kind, name: name)]
      try graph.set(name, to: value.converted(to: type), of: id)
    }
  }

  /// Whether a link hangs on a fact that was left out.
  func isRefused(_ edge: Edge) -> Bool {
    refused.contains(edge.from.id) || refused.contains(edge.to.id)
  }
}
