internal import GraphCore

/// Builds a safe copy: what is not carried over on purpose stays behind.
struct SafeCopying {
  let original: AssistanceCollection
  let rules: SafetyRules
  let places: PlaceTree
  let marked: SensitiveList.Marked
  var hidden: HiddenNodes
  var documents: SafeDocuments
  var summary = SafetySummary()
  var facts = SafeFacts()
  var graph = PropertyGraph()

  var source: AssistanceGraph { original.graph }

  init(_ original: AssistanceCollection, _ marked: SensitiveList.Marked, _ rules: SafetyRules) {
    self.original = original
    self.rules = rules
    self.marked = marked
    places = PlaceTree(original.graph, rows: original.metadata.question.rows)
    // Without a secret, nobody can number alike who has not the whole collection anyway.
    let secret =
      rules.secret
      ?? SecretDigest.digest(
        of: original.files().flatMap { Array($0.path.utf8) + [0] + $0.bytes + [0] }
      )
    hidden = HiddenNodes(
      marked,
      in: original,
      places: places,
      rules: rules,
      secret: secret
    )
    documents = SafeDocuments(original, hidden, rules)
  }

  mutating func copy() throws(CollectionError) -> SafeCopy {
    try requireCleanWords()
    planFacts()
    let copied: AssistanceGraph
    do {
      try addNodes()
      try addFacts()
      try addRelations()
      copied = try AssistanceGraph(checking: graph, against: cleanSchema())
    } catch {
      throw CollectionError([
        Diagnostic(
          .error,
          at: Diagnostic.Place(file: original.metadata.title),
          "the copy would not be sound: \(error)"
        )
      ])
    }
    count()
    return SafeCopy(
      collection: AssistanceCollection(copied, metadata: metadata(), needs: needs()),
      summary: summary,
      privateNames: privateNames,
      warnings: marked.faults.filter { $0.severity == .warning }
    )
  }

  /// Refuses a schema whose own words name somebody: the copy cannot do without them.
  private func requireCleanWords() throws(CollectionError) {
    let schema = source.schema
    let kinds =
      schema.schema.nodeRules.map(\.kind.rawValue) + schema.schema.edgeRules.map(\.kind.rawValue)
    let tables = source.graph.tables
    let properties = tables.nodeProperties.names + tables.edgeProperties.names
    let words = kinds + schema.roles.map(\.column) + properties
    let standard = Set(AssistanceSchema.standard.schema.nodeRules.map(\.kind.rawValue))
    let names = HiddenTerms(hidden.markedNames)
    let own = words.filter { word in
      !standard.contains(word) && !Self.usualWords.contains(word) && names.occurs(in: word)
    }
    guard let word = own.first else { return }
    throw CollectionError([
      Diagnostic(
        .error,
        at: Diagnostic.Place(file: "collection.yaml"),
        "“\(word)”, a word of the schema, holds a name that is to be hidden",
        hint: "call the kind, end or column otherwise"
      )
    ])
  }

  private static let usualWords = Set(
    AssistanceSchema.standard.schema.edgeRules.map(\.kind.rawValue)
      + AssistanceSchema.standard.roles.map(\.column)
      + (AssistanceSchema.standard.schema.nodeRules.flatMap(\.properties)
      + AssistanceSchema.standard.schema.edgeRules.flatMap(\.properties)).map(\.name)
  )

  /// The schema without sentences that name somebody.
  private func cleanSchema() -> AssistanceSchema {
    var schema = source.schema
    for rule in schema.schema.nodeRules where isTold(rule.meaning) {
      schema.schema.add(NodeRule(rule.kind, "", properties: rule.properties))
    }
    for role in schema.roles where isTold(role.meaning) {
      schema.add(
        FactRole(
          role.kind,
          column: role.column,
          "",
          to: role.nodeKinds,
          maximum: role.maximum
        )
      )
    }
    for rule in schema.schema.edgeRules where isTold(rule.meaning) {
      schema.schema.add(
        EdgeRule(
          rule.kind,
          "",
          ends: rule.ends,
          maximumPerSource: rule.maximumPerSource,
          properties: rule.properties
        )
      )
    }
    return schema
  }

  /// Whether a text tells a hidden name or a person's details.
  private func isTold(_ text: String) -> Bool {
    hidden.terms.occurs(in: text) || ContactText.scrubbed(text) != nil
  }

  // MARK: Texts

  /// A text as the copy may state it; `nil` if it holds a hidden name.
  mutating func clean(_ text: String) -> String? {
    if hidden.terms.occurs(in: text) || hidden.echoes.occurs(in: text) {
      summary.texts += 1
      return nil
    }
    guard let scrubbed = ContactText.scrubbed(text) else { return text }
    summary.contacts += 1
    return scrubbed
  }

  /// A value as the copy may state it.
  mutating func clean(_ value: PropertyValue, of name: String, isFact: Bool) -> PropertyValue? {
    switch value {
    case .text(let word) where name == PropertyKey<String>.confidence.name:
      return (confidenceWords[word] ?? clean(word)).map { .text($0) }
    case .text(let text): return clean(text).map { .text($0) }
    case .texts(let texts):
      let kept = texts.compactMap { clean($0) }
      return kept.isEmpty ? nil : .texts(kept)
    case .decimal(let number):
      // How likely a statement holds is no amount: without it, the statement would be certain.
      guard isFact, name != PropertyKey<Double>.probability.name, number > 0,
        number < rules.leastAmount
      else { return value }
      summary.amounts += 1
      return nil
    case .integer(let number):
      guard isFact, name != "rows", number > 0, Double(number) < rules.leastAmount else {
        return value
      }
      summary.amounts += 1
      return nil
    case .flag, .date: return value
    }
  }

  // MARK: Nodes and relations

  private mutating func addNodes() throws {
    for node in source.graph.nodes
    where node.kind != .assistance && !hidden.contains(node.id) {
      try graph.addNode(
        node.id,
        node.kind,
        valid: node.validity,
        sources: documents.sources(node.sources)
      )
      for (name, value) in node.properties where name != "sensitive" {
        guard let kept = clean(value, of: name, isFact: false) else { continue }
        try graph.set(name, to: kept, of: node.id)
      }
    }
    for (mask, kind) in masks {
      try graph.addNode(mask.id, kind)
      try graph.set(.name, to: mask.name, of: mask.id)
      if let subkind = hidden.subkinds[mask.id] {
        try graph.set(.subkind, to: subkind, of: mask.id)
      }
      if let designation = hidden.designations[mask.id] {
        try graph.set(.designation, to: designation, of: mask.id)
      }
    }
  }

  /// What stands for hidden nodes, by kind and key, each once; groups only where facts name them.
  private var masks: [(mask: HiddenNodes.Mask, kind: NodeKind)] {
    var kinds: [HiddenNodes.Mask: NodeKind] = [:]
    for (id, mask) in hidden.masks where !mask.isGroup || facts.groups.contains(mask) {
      kinds[mask] = source.graph[id]?.kind
    }
    for mask in facts.groups { kinds[mask] = kinds[mask] ?? .actor }
    return kinds.map { ($0.key, $0.value) }.sorted { left, right in
      left.1 != right.1 ? left.1.rawValue < right.1.rawValue : Self.precedes(left.0.id, right.0.id)
    }
  }

  /// Keys with numbers at their ends in the order of the numbers.
  static func precedes(_ left: NodeID, _ right: NodeID) -> Bool {
    left.rawValue.utf8.count != right.rawValue.utf8.count
      ? left.rawValue.utf8.count < right.rawValue.utf8.count : left < right
  }

  private mutating func addRelations() throws {
    for edge in source.graph.edges where !source.schema.isRole(edge.kind) {
      let (from, to) = (edge.from.id, edge.to.id)
      guard hidden.contains(from) || hidden.contains(to) else {
        let id = try graph.addEdge(
          from: from,
          edge.kind,
          to: to,
          valid: edge.validity,
          sources: documents.sources(edge.sources)
        )
        for (name, value) in edge.properties {
          guard let kept = clean(value, of: name, isFact: false) else { continue }
          try graph.set(name, to: kept, of: id)
        }
        continue
      }
      let isPlace = edge.kind == .partOf && places.kinds.contains(edge.from.kind)
      guard isPlace || rules.keepsRelations, let newFrom = kept(from), let newTo = kept(to) else {
        summary.relations += 1
        continue
      }
      let id = try graph.addEdge(from: newFrom, edge.kind, to: newTo)
      for name in ["basis", "modality", "evidence"] {
        if let value = edge.property(name) { try graph.set(name, to: value, of: id) }
      }
    }
  }

  /// What a node is called at the end of a relation; groups have none.
  private func kept(_ id: NodeID) -> NodeID? {
    hidden.masks[id]?.isGroup == true ? nil : hidden.mapped(id)
  }

  // MARK: What is told of the copying

  private var privateNames: [SafeCopy.PrivateName] {
    hidden.reasons.map { id, reason in
      let node = source.graph[id]
      return SafeCopy.PrivateName(
        id: id,
        kind: node?.kind ?? .actor,
        name: source.name(of: id),
        copyID: hidden.mapped(id),
        treatment: hidden.treatments[id] ?? .pseudonym,
        reason: reason.rawValue
      )
    }
    .sorted {
      $0.kind != $1.kind ? $0.kind.rawValue < $1.kind.rawValue : $0.id < $1.id
    }
  }

  private mutating func count() {
    struct Key: Hashable {
      let kind: NodeKind
      let treatment: SafetyRules.Treatment
      let reason: String
    }
    var counts: [Key: Int] = [:]
    for name in privateNames {
      counts[Key(kind: name.kind, treatment: name.treatment, reason: name.reason), default: 0] += 1
    }
    summary.hidden = counts.map { key, count in
      SafetySummary.Hidden(
        kind: key.kind,
        treatment: key.treatment,
        reason: key.reason,
        count: count
      )
    }
    .sorted {
      ($0.kind.rawValue, $0.treatment.rawValue, $0.reason)
        < ($1.kind.rawValue, $1.treatment.rawValue, $1.reason)
    }
    var parts: [NodeID: Int] = [:]
    for (id, treatment) in hidden.treatments where treatment == .group {
      guard let whole = places.whole(of: id), !hidden.contains(whole) else { continue }
      parts[whole, default: 0] += 1
    }
    summary.thinPlaces = parts.values.count { $0 < rules.threshold }
    summary.documents = documents.renamed.count
  }
}
