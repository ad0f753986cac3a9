internal import AssistanceModel
internal import GraphCore
internal import GraphInterchange

/// What becomes of each attribute of the nodes, or of the links, of a graph.
struct GraphAttributes {
  enum Use: Hashable {
    case name
    case aliases
    case kind
    case from
    case until
    case during
    case property(String)
    case ignored(String)
    case dropped(String)
  }

  /// Whose attributes they are.
  enum Owner: String {
    case node
    case link
  }

  /// The attributes, in the order in which the file names them.
  let attributes: [GraphAttribute]
  /// What becomes of each.
  let uses: [String: Use]

  /// Decides about the attributes of nodes or of links.
  ///
  /// - Parameters:
  ///   - attributes: What is known of them.
  ///   - owner: Whose they are.
  ///   - kindAttribute: The one that says the kind.
  ///   - isOfPillar: Whether they are those of a collection.
  ///   - hasTimes: Whether the elements have times already.
  ///   - count: How many elements there are.
  init(
    _ attributes: [GraphAttribute],
    of owner: Owner,
    kindAttribute: String?,
    isOfPillar: Bool,
    hasTimes: Bool,
    count: Int
  ) {
    self.attributes = attributes
    var uses: [String: Use] = [:]
    var taken: Set<String> = []
    let hasName = attributes.contains { $0.name == "name" && $0.statistics.filledCount > 0 }
    var isNamed = hasName || owner == .link
    let during = hasTimes || owner == .node ? nil : Self.during(attributes)
    for attribute in attributes {
      let folded = FoldedName(attribute.name).text
      let use: Use
      if let reason = attribute.whyPersonal(.shipped) {
        use = .dropped(reason)
      } else if isOfPillar {
        use = .property(attribute.name)
      } else if attribute.statistics.filledCount == 0 {
        use = .ignored("no \(owner.rawValue) has a value")
      } else if let kindAttribute, folded == FoldedName(kindAttribute).text {
        use = .kind
      } else if owner == .node, attribute.name == "name" {
        use = .name
      } else if owner == .node, attribute.repeatsID {
        use = .ignored("it repeats the id")
      } else if !isNamed, GraphAttribute.names.contains(folded) {
        use = .name
        isNamed = true
      } else if owner == .node, attribute.holdsAliases(.shipped) {
        use = .aliases
      } else if owner == .link, attribute.isNumbering(count) {
        use = .ignored("it numbers the links")
      } else if attribute.name == during {
        use = .during
      } else if let end = Self.end(folded), attribute.areDates, !hasTimes {
        use = end
      } else {
        use = .property(Self.heading(attribute, owner, &taken))
      }
      uses[attribute.name] = use
    }
    self.uses = uses
  }

  private static func end(_ folded: String) -> Use? {
    if GraphAttribute.starts.contains(folded) { return .from }
    return GraphAttribute.ends.contains(folded) ? .until : nil
  }

  /// The attribute that says when links were seen: the most exact of those that may.
  private static func during(_ attributes: [GraphAttribute]) -> String? {
    let ends = attributes.contains { end(FoldedName($0.name).text) != nil && $0.areDates }
    guard !ends else { return nil }
    return GraphAttribute.times.lazy.compactMap { time in
      attributes.first { $0.areDates && FoldedName($0.name).text == time }?.name
    }.first
  }

  // MARK: Headings

  /// A heading that no other column has: the attribute's own name, or one with `attribute-` before
  /// it, where a table has that heading for something else.
  private static func heading(
    _ attribute: GraphAttribute,
    _ owner: Owner,
    _ taken: inout Set<String>
  ) -> String {
    var name = String(CleanText.name(attribute.name).prefix(80)).trimmingSpaces()
    if name.isEmpty { name = "attribute" }
    if reserved.contains(normal(name)) || !fits(attribute, named: name, owner) {
      name = "attribute-\(name)"
    }
    let base = name
    var number = 1
    while !taken.insert(normal(name)).inserted {
      number += 1
      name = "\(base)-\(number)"
    }
    return name
  }

  /// Headings are compared in lower case, blanks and underscores as hyphens.
  private static func normal(_ heading: String) -> String {
    String(heading.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
  }

  private static let reserved: Set = [
    "aliases", "from", "from-date", "id", "name", "sources", "to", "until", "until-date",
  ]

  /// Whether the values are such as the standard schema has under the name, if it has it.
  private static func fits(
    _ attribute: GraphAttribute,
    named name: String,
    _ owner: Owner
  ) -> Bool {
    let schema = AssistanceSchema.standard.schema
    let rules =
      switch owner {
      case .node: schema.nodeRules.flatMap(\.properties)
      case .link: schema.edgeRules.flatMap(\.properties)
      }
    return rules.allSatisfy { rule in
      guard normal(rule.name) == normal(name) else { return true }
      guard rule.name == name, rule.refersTo == nil else { return false }
      if rule.name == PropertyKey<String>.confidence.name, rule.type == .text {
        // A word that no scale has would be a fault of the collection.
        return attribute.statistics.distinct.allSatisfy { ConfidenceScale.standard[$0] != nil }
      }
      if let range = rule.range {
        return attribute.statistics.distinct.allSatisfy { text in
          Double(text).map { range.contains($0) } ?? false
        }
      }
      guard let words = rule.words else { return rule.type == .text || rule.type == .texts }
      return attribute.statistics.distinct.allSatisfy(words.contains)
    }
  }
}

extension GraphAttributes {
  /// Looks at every value of the nodes.
  static func ofNodes(_ reading: GraphReading, _ mapping: GraphMapping) -> GraphAttributes {
    var survey = Survey()
    for node in reading.graph.nodes {
      if !node.validity.isUnbounded { survey.hasTimes = true }
      for (name, value) in node.properties { survey.add(name, value, id: node.id.rawValue) }
    }
    return GraphAttributes(
      survey.attributes,
      of: .node,
      kindAttribute: mapping.nodeKindAttribute,
      isOfPillar: reading.isOfPillar,
      hasTimes: survey.hasTimes,
      count: reading.graph.nodeCount
    )
  }

  /// Looks at every value of the links.
  static func ofLinks(_ reading: GraphReading, _ mapping: GraphMapping) -> GraphAttributes {
    var survey = Survey()
    for edge in reading.graph.edges {
      if !edge.validity.isUnbounded { survey.hasTimes = true }
      for (name, value) in edge.properties { survey.add(name, value, id: nil) }
    }
    return GraphAttributes(
      survey.attributes,
      of: .link,
      kindAttribute: mapping.linkKindAttribute,
      isOfPillar: reading.isOfPillar,
      hasTimes: survey.hasTimes,
      count: reading.graph.edgeCount
    )
  }

  private struct Survey {
    var attributes: [GraphAttribute] = []
    var hasTimes = false
    private var numbers: [String: Int] = [:]

    mutating func add(_ name: String, _ value: PropertyValue, id: String?) {
      let number = numbers[name] ?? attributes.count
      if number == attributes.count {
        numbers[name] = number
        attributes.append(GraphAttribute(name))
      }
      attributes[number].add(value, id: id)
    }
  }
}
