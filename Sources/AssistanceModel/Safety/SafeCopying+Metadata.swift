internal import GraphCore

extension SafeCopying {
  /// What `collection.yaml` of the copy says.
  mutating func metadata() -> CollectionMetadata {
    let original = original.metadata
    let title = clean(original.title).map { "\($0) (safe copy)" } ?? "Safe copy"
    var metadata = CollectionMetadata(
      title: hidden.terms.occurs(in: title) ? clean(original.title) ?? "Copy" : title,
      description: description(original.description),
      licence: original.licence.flatMap { clean($0) },
      languages: original.languages
    )
    let nodes = hidden
    metadata.sources = documents.described(original.sources) { nodes.mapped($0) }
    metadata.question = original.question
    metadata.question.confidence = confidence(original.question.confidence)
    metadata.question.notNeeded = marks(original.question.notNeeded)
    metadata.question.unobservable = marks(original.question.unobservable) + withheldMarks()
    return metadata
  }

  /// What each word of confidence becomes: one that holds a hidden name gets a number instead.
  var confidenceWords: [String: String] {
    let told = original.metadata.question.confidence.entries.map(\.word)
      .filter { hidden.terms.occurs(in: $0) || hidden.echoes.occurs(in: $0) }
    return Dictionary(
      uniqueKeysWithValues: told.enumerated().map { ($1, "confidence-\($0 + 1)") }
    )
  }

  private func confidence(_ scale: ConfidenceScale) -> ConfidenceScale {
    let words = confidenceWords
    var copy = ConfidenceScale()
    for entry in scale.entries { copy.set(words[entry.word] ?? entry.word, to: entry.range) }
    return copy
  }

  private mutating func description(_ original: String?) -> String {
    let words = "Names, places and details that could harm somebody are left out of this copy."
    let kept = original.flatMap { clean($0) }
    return ([kept].compactMap(\.self) + (hidden.terms.occurs(in: words) ? [] : [words]))
      .joined(separator: " ")
  }

  private mutating func marks(_ marks: [QuestionDefaults.Mark]) -> [QuestionDefaults.Mark] {
    marks.compactMap { mark in
      let row = mark.row.flatMap { hidden.mapped($0) }
      let column = mark.column.flatMap { hidden.mapped($0) }
      guard (mark.row == nil) == (row == nil), (mark.column == nil) == (column == nil) else {
        return nil
      }
      return QuestionDefaults.Mark(
        row: row,
        column: column,
        reason: clean(mark.reason) ?? "marked",
        unless: mark.unless
      )
    }
  }

  /// What is needed, but for needs that name somebody or some place hidden.
  mutating func needs() -> [CoverageNeed] {
    original.needs.compactMap { need in
      let ends = need.ends.compactMap { end -> CoverageNeed.End? in
        guard let node = end.node else { return end }
        return hidden.mapped(node) == node ? end : nil
      }
      guard ends.count == need.ends.count else { return nil }
      return CoverageNeed(
        ends,
        required: need.required,
        weight: need.weight,
        riskLevel: need.riskLevel,
        note: need.note.flatMap { clean($0) }
      )
    }
  }

  /// A mark for each cell in which a fact may lie that is told at a wider place.
  private mutating func withheldMarks() -> [QuestionDefaults.Mark] {
    let question = original.metadata.question
    guard !facts.moves.isEmpty, let rows = source.schema.role(question.rows),
      rows.nodeKinds.contains(where: places.kinds.contains)
    else { return [] }
    var subjects: [NodeID?: Set<NodeID?>] = [:]
    for move in facts.moves { subjects[move.place, default: []].insert(move.subject) }
    let order = Dictionary(
      uniqueKeysWithValues: source.graph.nodes.enumerated().map { ($1.id, $0) }
    )
    var reason = "told at a wider level, so that nobody can be picked out"
    if hidden.terms.occurs(in: reason) { reason = "…" }
    var marks: [QuestionDefaults.Mark] = []
    for node in source.graph.nodes where rows.nodeKinds.contains(node.kind) {
      guard let row = hidden.mapped(node.id), isAsked(node, question) else { continue }
      let wider = places.chain(from: node.id).dropFirst().map(Optional.some) + [nil]
      let told = wider.reduce(into: Set<NodeID?>()) { $0.formUnion(subjects[$1] ?? []) }
      if told.contains(nil) {
        marks.append(QuestionDefaults.Mark(row: row, column: nil, reason: reason))
      }
      let columns = told.compactMap(\.self).sorted { order[$0] ?? 0 < order[$1] ?? 0 }
      for column in columns {
        guard let column = hidden.mapped(column) else { continue }
        marks.append(QuestionDefaults.Mark(row: row, column: column, reason: reason))
      }
    }
    summary.withheldCells = marks.count
    return marks
  }

  private func isAsked(_ node: Node, _ question: QuestionDefaults) -> Bool {
    question.rowSubkind.map { node[.subkind] == $0 } ?? true
  }
}
