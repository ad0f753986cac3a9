internal import AssistanceModel
internal import GraphCore

/// Turns drafted facts into a graph whose order and keys do not depend on the order of rows.
struct CollectionBuilder {
  var graph = PropertyGraph()
  private(set) var factCount = 0
  private(set) var mergedCount = 0
  var selfRelations = 0
  var relationCount = 0
  var mergedRelations = 0
  /// The kinds at the ends of each stated relation, and the amounts that it states.
  var relationEnds: [EdgeKind: Set<EdgeRule.Ends>] = [:]
  var relationAmounts: [EdgeKind: Set<String>] = [:]
  /// Rows that refer to what no row names, by file.
  var refusedRows: [String: Int] = [:]
  var refusals: [Diagnostic] = []
  private(set) var usedEnds: Set<EdgeKind> = []
  var documents: Set<String> = []
  /// For each file how many facts have each end.
  private(set) var endCounts: [String: [EdgeKind: Int]] = [:]
  /// How many facts each file states.
  private(set) var factCounts: [String: Int] = [:]
  private(set) var spellings: [ImportReport.Spelling] = []

  let draft: CollectionDraft
  let nodes: EntityNodes
  private var counts: [End: Int] = [:]
  private var amountNames: Set<String> = []

  init(_ draft: CollectionDraft) {
    self.draft = draft
    nodes = EntityNodes(draft.entities, draft.decisions)
  }

  /// What became of the decisions about organizations.
  var decisions: [ImportReport.DecisionOutcome] { nodes.decisions }

  /// The names of the amounts that facts state, sorted.
  var amounts: [String] { amountNames.sorted { $0.precedesBytewise($1) } }

  mutating func build() throws(GraphError) {
    let facts = sortedFacts()
    for (key, _) in facts { usedEnds.formUnion(key.ends.map(\.role)) }
    if facts.contains(where: { !$0.key.inhibitors.isEmpty }) { usedEnds.insert(.inhibitor) }
    try addNodes()
    try addInhibitors(facts)
    try addFacts(facts)
    try addWholes()
    try addRelations(facts)
    try addStatedRelations()
  }

  /// How many facts each node has at the ends that are asked for, the most first.
  ///
  /// Those who are not named are left out: nobody knows how many they are.
  func totals(_ isWanted: (EdgeKind) -> Bool) -> [ImportReport.Total] {
    counts.filter { isWanted($0.key.role) && nodes.entities[$0.key.number].standIn == nil }
      .map { end, count in
        let kind = nodes.entities[end.number].key.nodeKind
        return ImportReport.Total(nodes.ids[end.number], kind, nodes.names[end.number], count)
      }
      .sorted { $0.facts != $1.facts ? $0.facts > $1.facts : $0.id < $1.id }
  }

  // MARK: Facts

  private typealias Fact = (key: FactKey, record: FactRecord)

  /// The facts after names were united, sorted by ids and texts.
  private mutating func sortedFacts() -> [Fact] {
    var united: [FactKey: FactRecord] = [:]
    for (key, record) in draft.facts where isWhole(key, record) {
      var key = key
      key.ends = key.ends.map { End($0.role, nodes.united[$0.number]) }
      key.sort()
      united[key, default: FactRecord()].absorb(record)
    }
    return united.map { ($0.key, $0.value) }
      .map { fact in (fact: fact, base: base(of: fact.0)) }
      .sorted { left, right in
        guard left.base == right.base else { return left.base.precedesBytewise(right.base) }
        // Most facts are told apart by their keys alone.
        return words(of: left.fact.0)
          .lexicographicallyPrecedes(words(of: right.fact.0)) { $0.precedesBytewise($1) }
      }
      .map(\.fact)
  }

  /// What facts with one key before it is numbered are sorted by: everything that tells them apart.
  private func words(of key: FactKey) -> [String] {
    let ends = sortedEnds(key).map { "\($0.role.rawValue)\u{1}\(nodes.ids[$0.number].rawValue)" }
    return ends + key.inhibitors.map(\.rawValue) + key.texts + [
      key.validity.from?.description ?? "", key.validity.until?.description ?? "",
      key.modality.rawValue, key.basis.rawValue,
    ]
  }

  private func sortedEnds(_ key: FactKey) -> [End] {
    // The ids alone: a closure would copy the whole builder.
    let ids = nodes.ids
    return key.ends.sorted { left, right in
      left.role == right.role
        ? ids[left.number] < ids[right.number]
        : left.role.rawValue.precedesBytewise(right.role.rawValue)
    }
  }

  /// The fact's key before it is numbered: provider, narrowest place, subject.
  private func base(of key: FactKey) -> String {
    let ends = sortedEnds(key)
    let ids = nodes.ids
    func first(_ role: EdgeKind) -> String? {
      ends.first { $0.role == role }.map { ids[$0.number].rawValue }
    }
    let places = DraftPlace.Level.allCases.reversed().lazy.compactMap { first($0.role) }
    let place = places.first ?? first(.countryCase)
    let subject =
      first(.sector) ?? key.inhibitors.first?.rawValue ?? first(.measure)
    let own = key.activityKey.isEmpty ? nil : CleanText.key(key.activityKey)
    return [first(.provider), place, subject, own].compactMap(\.self).joined(separator: ".")
  }

  private mutating func addFacts(_ facts: [Fact]) throws(GraphError) {
    var numbers: [String: Int] = [:]
    for (key, record) in facts {
      let base = base(of: key)
      var id: NodeID
      repeat {
        numbers[base, default: 0] += 1
        let number = numbers[base] ?? 1
        id = NodeID(number == 1 ? base : "\(base).\(number)")
      } while graph[id] != nil
      let sources = record.sortedSources
      let named = Set(sources.map(\.document))
      documents.formUnion(named)
      for document in named {
        factCounts[document, default: 0] += 1
        for role in Set(key.ends.map(\.role)) {
          endCounts[document, default: [:]][role, default: 0] += 1
        }
      }
      try graph.addNode(id, .assistance, valid: key.validity, sources: sources)
      try graph.set(.basis, to: key.basis, of: id)
      if key.modality != .does { try graph.set(.modality, to: key.modality, of: id) }
      try graph.set(.rows, to: record.rows, of: id)
      if !key.status.isEmpty { try graph.set(.status, to: key.status, of: id) }
      if !key.project.isEmpty { try graph.set(.project, to: key.project, of: id) }
      if !key.activityKey.isEmpty { try graph.set(.activityKey, to: key.activityKey, of: id) }
      let amounts = record.amounts.sorted { $0.key.precedesBytewise($1.key) }
      for (name, amount) in amounts where amount.isFinite {
        amountNames.insert(name)
        try graph.set(name, to: .decimal(amount), of: id)
      }
      for end in sortedEnds(key) {
        counts[end, default: 0] += 1
        let node = try addUnnamed(end, of: id, sources) ?? nodes.ids[end.number]
        try addEnd(end.role, of: id, to: node)
      }
      for inhibitor in key.inhibitors {
        try addEnd(.inhibitor, of: id, to: inhibitor)
      }
      factCount += 1
      mergedCount += record.rows - 1
    }
  }

  /// Adds an end of a fact, which has the fact's dates and sources.
  private mutating func addEnd(
    _ role: EdgeKind,
    of fact: NodeID,
    to node: NodeID
  ) throws(GraphError) {
    guard let from = graph.row(of: fact) else { throw .unknownNode(fact) }
    guard let to = graph.row(of: node) else { throw .unknownNode(node) }
    graph.tables.addEdge(from: UInt32(from), role, to: UInt32(to), asStatedOf: UInt32(from))
  }

  // MARK: Nodes

  /// A node for somebody who is not named, at one end of one fact alone; `nil` for what is named.
  ///
  /// Nobody knows whether two who are called “other” are one, so that no two facts share such a
  /// node: no path and no count runs through a word.
  private mutating func addUnnamed(
    _ end: End,
    of fact: NodeID,
    _ sources: [SourceReference]
  ) throws(GraphError) -> NodeID? {
    guard let designation = nodes.entities[end.number].standIn?.designation else { return nil }
    let base = "\(fact.rawValue).\(end.role.rawValue)"
    var (id, copy) = (NodeID(base), 1)
    while graph[id] != nil {
      copy += 1
      id = NodeID("\(base)-\(copy)")
    }
    try graph.addNode(id, .actor, sources: sources)
    try graph.set(.name, to: nodes.names[end.number], of: id)
    try graph.set(.designation, to: designation, of: id)
    return id
  }

  private mutating func addNodes() throws(GraphError) {
    for number in nodes.order where nodes.entities[number].standIn == nil {
      let (entity, id) = (nodes.entities[number], nodes.ids[number])
      let validity = entity.details.validity
      documents.formUnion(entity.sources.map(\.document))
      try graph.addNode(id, entity.key.nodeKind, valid: validity, sources: entity.sources)
      try graph.set(.name, to: nodes.names[number], of: id)
      if let type = entity.types.mostFrequent, case let subkind = CleanText.key(type),
        !subkind.isEmpty
      {
        try graph.set(.subkind, to: subkind, of: id)
      }
      let aliases = nodes.aliases(of: number)
      if !aliases.isEmpty { try graph.set(.aliases, to: aliases, of: id) }
      try addDetails(entity.details, of: id, entity.identifiers.map(\.description))
      let others = entity.names.keys.filter { !$0.isEmpty && $0 != nodes.names[number] }
      if !others.isEmpty, !entity.names.isEmpty {
        spellings.append(
          ImportReport.Spelling(
            id,
            entity.key.nodeKind,
            nodes.names[number],
            others: others.sorted { $0.precedesBytewise($1) }
          )
        )
      }
    }
  }

  private mutating func addInhibitors(_ facts: [Fact]) throws(GraphError) {
    var documents: [NodeID: Set<String>] = [:]
    for fact in facts {
      for inhibitor in fact.key.inhibitors {
        documents[inhibitor, default: []].formUnion(fact.record.sources.map(\.document))
      }
    }
    for (inhibitor, named) in documents.sorted(by: { $0.key < $1.key }) {
      let sources = named.sorted { $0.precedesBytewise($1) }.map { SourceReference(document: $0) }
      if graph[inhibitor] == nil { try graph.addNode(inhibitor, .inhibitor, sources: sources) }
      if let core = CoreInhibitor(rawValue: inhibitor.rawValue) { try graph.describe(core) }
    }
  }

  private mutating func addWholes() throws(GraphError) {
    for number in nodes.order {
      guard let whole = nodes.whole(of: number) else { continue }
      try graph.addEdge(
        from: nodes.ids[number],
        .partOf,
        to: nodes.ids[whole],
        sources: nodes.entities[number].sources
      )
    }
  }

  // MARK: Relations between organizations

  private struct Relation: Hashable {
    let from: Int
    let kind: EdgeKind
    let to: Int
  }

  /// What the facts behind a relation say of it.
  private struct Statements {
    var validity: Validity
    var sources: [SourceReference] = []

    mutating func absorb(_ validity: Validity, _ sources: [SourceReference]) {
      self.validity = self.validity.spanning(validity)
      self.sources += sources
    }
  }

  /// Who funds and who commissions whom, with the rows that say so; nobody funds itself.
  ///
  /// Each holds for the span of all facts behind it: one whose facts have ended has ended too.
  private mutating func addRelations(_ facts: [Fact]) throws(GraphError) {
    var relations: [Relation: Statements] = [:]
    for (key, record) in facts {
      let providers = key.ends.filter { $0.role == .provider }
      lazy var sources = record.sortedSources
      for (role, kind) in [(EdgeKind.funder, EdgeKind.funds), (.programming, .commissions)] {
        for payer in key.ends where payer.role == role {
          for provider in providers {
            guard payer.number != provider.number else {
              selfRelations += 1
              continue
            }
            let numbers = [payer.number, provider.number]
            guard numbers.allSatisfy({ nodes.entities[$0].standIn == nil }) else { continue }
            let relation = Relation(from: payer.number, kind: kind, to: provider.number)
            relations[relation, default: Statements(validity: key.validity)]
              .absorb(key.validity, sources)
          }
        }
      }
    }
    let sorted = relations.sorted { left, right in
      let (a, b) = (left.key, right.key)
      if a.kind != b.kind { return a.kind.rawValue.precedesBytewise(b.kind.rawValue) }
      if a.from != b.from { return nodes.ids[a.from] < nodes.ids[b.from] }
      return nodes.ids[a.to] < nodes.ids[b.to]
    }
    for (relation, statements) in sorted {
      let edge = try graph.addEdge(
        from: nodes.ids[relation.from],
        relation.kind,
        to: nodes.ids[relation.to],
        valid: statements.validity,
        sources: statements.sources.sortedAndJoined()
      )
      try graph.set(.basis, to: .explicit, of: edge)
    }
  }
}
