internal import GraphCore

/// The facts of a safe copy that name somebody or somewhere hidden.
struct SafeFacts {
  /// An end of a fact.
  struct End: Hashable {
    let role: EdgeKind
    let node: NodeID
  }

  /// What a fact says in the copy, and nothing else.
  struct Statement: Hashable {
    let ends: [End]
    let validity: Validity
    let basis: Basis
    let modality: Modality
    let evidence: EvidenceClass?

    /// What statements are sorted by.
    var words: [String] {
      ends.map { "\($0.role.rawValue) \($0.node.rawValue)" }
        + [validity.description, basis.rawValue, modality.rawValue, evidence?.rawValue ?? ""]
    }
  }

  /// The facts that are told anew, with their sources.
  var statements: [Statement: [SourceReference]] = [:]
  /// The facts that are not carried over as they are.
  var touched: Set<NodeID> = []
  /// The groups that stand at an end.
  var groups: Set<HiddenNodes.Mask> = []
  /// Where and for what facts were moved to a wider place.
  var moves: Set<Move> = []

  /// A wider place and what was moved to it; no place is everywhere, no subject everything.
  struct Move: Hashable {
    let place: NodeID?
    let subject: NodeID?
  }
}

extension SafeCopying {
  /// Finds the facts that are told anew, and how.
  mutating func planFacts() {
    var small: [SmallCells.Fact] = []
    var others: [NodeID] = []
    for fact in source.assistance {
      let ends = source.incidence.edges(from: fact.id).filter { source.schema.isRole($0.kind) }
      guard ends.contains(where: { hidden.contains($0.to.id) }) else { continue }
      facts.touched.insert(fact.id)
      let actors = ends.filter { hidden.contains($0.to.id) && $0.to.kind == .actor }.map(\.to.id)
      guard !actors.isEmpty else {
        others.append(fact.id)
        continue
      }
      small.append(
        SmallCells.Fact(
          id: fact.id,
          actors: Set(actors),
          places: shownPlaces(of: ends),
          subjects: subjects(of: fact)
        )
      )
    }
    summary.touchedFacts = facts.touched.count
    let nodes = hidden
    var cells = SmallCells(small, places, threshold: rules.threshold) { id in
      !nodes.contains(id) || nodes.masks[id] != nil
    }
    for (fact, telling) in zip(small, cells.tellings()) {
      if telling.isMoved {
        summary.widenedFacts += 1
        noteMove(of: fact, to: telling.places)
      }
      if telling.isGrouped { summary.groupedFacts += 1 }
      state(fact.id, at: telling.places, isGrouped: telling.isGrouped)
    }
    for id in others {
      let ends = source.incidence.edges(from: id).filter { source.schema.isRole($0.kind) }
      state(id, at: shownPlaces(of: ends), isGrouped: false)
    }
    summary.mergedFacts = facts.touched.count - facts.statements.count
  }

  /// The narrowest places that a fact may name: hidden ones stand for the wider ones.
  private func shownPlaces(of ends: [Edge]) -> [NodeID] {
    let shown = ends.filter { places.kinds.contains($0.to.kind) }.compactMap { edge in
      places.chain(from: edge.to.id).first { !hidden.contains($0) || hidden.masks[$0] != nil }
    }
    var seen: Set<NodeID> = []
    return places.narrowest(of: shown.filter { seen.insert($0).inserted })
  }

  private func subjects(of fact: AssistanceFact) -> [NodeID?] {
    let role = original.metadata.question.columns
    let columns = fact.ends(role)
    return columns.isEmpty ? [nil] : columns.map(Optional.some)
  }

  private mutating func noteMove(of fact: SmallCells.Fact, to wider: [NodeID]) {
    for place in wider.isEmpty ? [nil] : wider.map(Optional.some) {
      for subject in fact.subjects {
        if subject == nil, !buildsByMeasure(fact.id) { continue }
        facts.moves.insert(SafeFacts.Move(place: place, subject: subject))
      }
    }
  }

  /// Whether a fact that names no column may count in one by what its measure or form builds.
  private func buildsByMeasure(_ id: NodeID) -> Bool {
    source.incidence.edges(from: id).contains { end in
      (end.kind == .measure || end.kind == .form)
        && source.incidence.edges(from: end.to.id).contains { $0.kind == .strengthens }
    }
  }

  private mutating func state(_ id: NodeID, at wanted: [NodeID], isGrouped: Bool) {
    guard let fact = source.fact(id) else { return }
    var ends: [SafeFacts.End] = []
    func add(_ role: EdgeKind, _ node: NodeID) {
      let end = SafeFacts.End(role: role, node: node)
      if !ends.contains(end) { ends.append(end) }
    }
    let around = Set(wanted.flatMap { places.chain(from: $0) })
    var placed: Set<NodeID> = []
    for edge in source.incidence.edges(from: id) where source.schema.isRole(edge.kind) {
      let end = edge.to.id
      if places.kinds.contains(edge.to.kind) {
        guard around.contains(end), let node = hidden.mapped(end) else { continue }
        placed.insert(end)
        add(edge.kind, node)
      } else if isGrouped, hidden.contains(end), edge.to.kind == .actor {
        let mask = hidden.wideMask(of: end)
        facts.groups.insert(mask)
        add(edge.kind, mask.id)
      } else if let node = hidden.mapped(end) {
        if let mask = hidden.masks[end], mask.isGroup { facts.groups.insert(mask) }
        add(edge.kind, node)
      }
    }
    for place in wanted where !placed.contains(place) {
      guard let node = hidden.mapped(place), let kind = source.graph[place]?.kind,
        let role = source.schema.roles.first(where: { $0.nodeKinds.contains(kind) })
      else { continue }
      add(role.kind, node)
    }
    let statement = SafeFacts.Statement(
      ends: ends.sorted {
        $0.role != $1.role ? $0.role.rawValue < $1.role.rawValue : $0.node < $1.node
      },
      validity: years(fact.validity),
      basis: fact.basis,
      modality: fact.modality,
      evidence: fact.node[.evidence]
    )
    facts.statements[statement, default: []] += documents.hiddenSources(fact.sources)
  }

  /// The years of a time.
  private func years(_ validity: Validity) -> Validity {
    Validity(
      from: validity.from.flatMap { PartialDate(year: $0.year) },
      until: validity.until.flatMap { PartialDate(year: $0.year) }
    ) ?? .always
  }

  /// Adds the facts: those that name nobody hidden as they are, then the others under new keys.
  mutating func addFacts() throws {
    var number = 0
    func next() -> NodeID {
      repeat {
        number += 1
      } while source.graph[NodeID("withheld-fact-\(number)")] != nil
        || hidden.terms.occurs(in: "withheld-fact-\(number)") && number < 1_000_000
      return NodeID("withheld-fact-\(number)")
    }
    for fact in source.assistance where !facts.touched.contains(fact.id) {
      let isClean =
        !hidden.terms.occurs(in: fact.id.rawValue) && ContactText.scrubbed(fact.id.rawValue) == nil
      let id = isClean ? fact.id : next()
      let sources = documents.sources(fact.sources)
      try graph.addNode(id, .assistance, valid: fact.validity, sources: sources)
      for (name, value) in fact.node.properties where name != "sensitive" {
        guard let kept = clean(value, of: name, isFact: true) else { continue }
        try graph.set(name, to: kept, of: id)
      }
      for edge in source.incidence.edges(from: fact.id) where source.schema.isRole(edge.kind) {
        try graph.addEdge(
          from: id,
          edge.kind,
          to: edge.to.id,
          valid: fact.validity,
          sources: sources
        )
      }
    }
    let statements = facts.statements.sorted { left, right in
      left.key.words.lexicographicallyPrecedes(right.key.words) { $0.precedesBytewise($1) }
    }
    for (statement, sources) in statements {
      let id = next()
      var seen: Set<SourceReference> = []
      let sources = sources.filter { seen.insert($0).inserted }
        .sorted { $0.description.precedesBytewise($1.description) }
      try graph.addNode(id, .assistance, valid: statement.validity, sources: sources)
      if statement.basis != .explicit { try graph.set(.basis, to: statement.basis, of: id) }
      if statement.modality != .does { try graph.set(.modality, to: statement.modality, of: id) }
      try graph.set(.evidence, to: statement.evidence, of: id)
      for end in statement.ends {
        try graph.addEdge(
          from: id,
          end.role,
          to: end.node,
          valid: statement.validity,
          sources: sources
        )
      }
    }
  }
}
