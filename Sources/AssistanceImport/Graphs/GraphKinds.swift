internal import AssistanceModel
internal import GraphCore
internal import GraphInterchange

/// The kinds that nodes and links get, and the words by which the file calls them.
struct GraphKinds {
  /// The kind of each node, in the order of the graph.
  private(set) var nodes: [NodeKind] = []
  /// What a node is besides its kind.
  private(set) var subkinds: [String?] = []
  /// The kind of each link, in the order of the graph; `nil` where the file says none.
  private(set) var links: [EdgeKind?] = []
  /// What the file calls the kinds that it brings.
  private(set) var nodeWords: [NodeKind: String] = [:]
  private(set) var linkWords: [EdgeKind: String] = [:]
  /// The attributes that became kinds though nobody said so.
  private(set) var ownAttributes: (node: String?, link: String?) = (nil, nil)

  /// More values than this are no kinds.
  static let limit = 100
  /// More labels of links than this are no kinds.
  static let labelLimit = 20

  private let reading: GraphReading
  private let mapping: GraphMapping
  private let nodeWordKinds: [FoldedName: NodeKind]
  private let linkWordKinds: [FoldedName: EdgeKind]

  init(_ reading: GraphReading, _ mapping: GraphMapping) {
    self.reading = reading
    self.mapping = mapping
    nodeWordKinds = Dictionary(
      mapping.nodeKinds.map { (FoldedName($0.key), $0.value) },
      uniquingKeysWith: { $0.rawValue < $1.rawValue ? $0 : $1 }
    )
    linkWordKinds = Dictionary(
      mapping.linkKinds.map { (FoldedName($0.key), $0.value) },
      uniquingKeysWith: { $0.rawValue < $1.rawValue ? $0 : $1 }
    )
    findNodes()
    findLinks()
  }

  // MARK: Nodes

  private mutating func findNodes() {
    let typeName =
      mapping.nodeKindAttribute == nil ? attribute("type", of: reading.graph.nodes) : nil
    ownAttributes.node = reading.isOfPillar ? nil : typeName
    for node in reading.graph.nodes {
      let word = self.word(of: node, typeName)
      let (kind, subkind) = self.kind(word)
      if let word, nodeWords[kind] == nil, subkind == nil { nodeWords[kind] = word }
      nodes.append(kind)
      subkinds.append(subkind)
    }
  }

  private func word(of node: Node, _ typeName: String?) -> String? {
    let read = node.kind.rawValue == "node" && !reading.isOfPillar ? nil : node.kind.rawValue
    if let name = mapping.nodeKindAttribute {
      return Self.text(name, node.properties) ?? (Self.isKindName(name) ? read : nil)
    }
    return read ?? typeName.flatMap { Self.text($0, node.properties) }
  }

  private func kind(_ word: String?) -> (NodeKind, String?) {
    guard let word else { return (mapping.nodeKind, nil) }
    if let told = nodeWordKinds[FoldedName(word)] { return (told, nil) }
    if reading.isOfPillar { return (NodeKind(rawValue: word), nil) }
    guard let key = KindWord.word(word) else {
      let plain = CleanText.name(word)
      return (mapping.nodeKind, plain.isEmpty ? nil : plain)
    }
    let kind = NodeKind(rawValue: key)
    if mapping.nodeKindAttribute != nil { return (kind, nil) }
    let isKnown = AssistanceSchema.standard.schema.rule(for: kind) != nil
    return isKnown ? (kind, nil) : (mapping.nodeKind, key)
  }

  // MARK: Links

  private mutating func findLinks() {
    let labels = mapping.linkKindAttribute == nil && !reading.isOfPillar ? fewLabels : nil
    ownAttributes.link = labels
    for edge in reading.graph.edges {
      let read = edge.kind.rawValue == "edge" && !reading.isOfPillar ? nil : edge.kind.rawValue
      var word = read ?? labels.flatMap { Self.text($0, edge.properties) }
      if let name = mapping.linkKindAttribute {
        word = Self.text(name, edge.properties) ?? (Self.isKindName(name) ? read : nil)
      }
      let kind = word.flatMap { self.kind(ofLink: $0, edge) }
      if let kind, let word, linkWords[kind] == nil { linkWords[kind] = word }
      links.append(kind)
    }
  }

  private func kind(ofLink word: String, _ edge: Edge) -> EdgeKind? {
    if let told = linkWordKinds[FoldedName(word)] { return told }
    if reading.isOfPillar { return EdgeKind(rawValue: word) }
    guard let key = KindWord.word(word) else { return nil }
    let kind = EdgeKind(rawValue: key)
    // The ends of facts are no relations between other things.
    let isEnd = AssistanceSchema.standard.isRole(kind)
    return isEnd && edge.from.kind != .assistance ? EdgeKind(rawValue: "linked-\(key)") : kind
  }

  /// The labels of links, if they are so few that they are words for kinds.
  private var fewLabels: String? {
    var labels: Set<String> = []
    for edge in reading.graph.edges {
      guard case .text(let label) = edge.property("label") else { continue }
      labels.insert(label)
      guard labels.count <= Self.labelLimit, label.utf8.count <= 60 else { return nil }
    }
    return labels.isEmpty ? nil : "label"
  }

  // MARK: Attributes

  /// The name of an attribute as the file writes it, if texts stand under it.
  private func attribute(_ name: String, of nodes: PropertyGraph.Nodes) -> String? {
    for node in nodes {
      for property in node.properties where property.name.lowercased() == name {
        if case .text = property.value { return property.name }
      }
    }
    return nil
  }

  private static func text(
    _ name: String,
    _ properties: [(name: String, value: PropertyValue)]
  ) -> String? {
    let wanted = FoldedName(name)
    let found = properties.first { $0.name == name || FoldedName($0.name) == wanted }
    let text = found?.value.text.trimmingSpaces()
    return text.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether readers take an attribute of this name for the kind.
  private static func isKindName(_ name: String) -> Bool {
    ["kind", "type", "labels"].contains(FoldedName(name).text)
  }
}
