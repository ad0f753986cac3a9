internal import GraphCore

/// Writes `collection.yaml` for a collection that was not read from one.
enum MetadataWriter {
  static func yaml(_ metadata: CollectionMetadata, schema: AssistanceSchema) -> String {
    var lines = ["title: \(quoted(metadata.title))"]
    if let text = metadata.description { lines.append("description: \(quoted(text))") }
    if let text = metadata.licence { lines.append("licence: \(quoted(text))") }
    if !metadata.languages.isEmpty {
      lines.append("languages: [\(metadata.languages.map(quoted).joined(separator: ", "))]")
    }
    if !metadata.sources.isEmpty { lines.append("sources:") }
    for source in metadata.sources {
      lines.append("  \(quoted(source.key)):")
      lines.append("    title: \(quoted(source.title))")
      if let author = source.author { lines.append("    author: \(quoted(author))") }
      if let date = source.date { lines.append("    date: \(quoted(date))") }
      if let node = source.node { lines.append("    node: \(quoted(node.rawValue))") }
    }
    lines += additions(to: schema)
    lines += question(metadata.question)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func question(_ question: QuestionDefaults) -> [String] {
    var lines = [
      "question:", "  rows: \(quoted(question.rows.rawValue))",
      "  columns: \(quoted(question.columns.rawValue))",
    ]
    if let subkind = question.rowSubkind { lines.append("  row-subkind: \(quoted(subkind))") }
    if let subkind = question.columnSubkind {
      lines.append("  column-subkind: \(quoted(subkind))")
    }
    for (key, marks) in [
      ("not-needed", question.notNeeded), ("unobservable", question.unobservable),
    ] where !marks.isEmpty {
      lines.append("  \(key):")
      for mark in marks {
        var fields: [String] = []
        if let row = mark.row { fields.append("row: \(quoted(row.rawValue))") }
        if let column = mark.column { fields.append("column: \(quoted(column.rawValue))") }
        fields.append("reason: \(quoted(mark.reason))")
        let bases = Basis.allCases.filter { mark.unless.contains($0) }.map { quoted($0.rawValue) }
        if key == "unobservable", !bases.isEmpty {
          fields.append("unless-basis: [\(bases.joined(separator: ", "))]")
        }
        lines.append("    - {\(fields.joined(separator: ", "))}")
      }
    }
    let words = question.confidence.entries.filter {
      ConfidenceScale.standard[$0.word] != $0.range
    }
    if !words.isEmpty { lines.append("  confidence:") }
    for entry in words {
      lines.append("    \(quoted(entry.word)): [\(entry.range.low), \(entry.range.high)]")
    }
    return lines
  }

  /// What the schema has beyond the standard one.
  private static func additions(to schema: AssistanceSchema) -> [String] {
    let standard = AssistanceSchema.standard
    let nodes = schema.schema.nodeRules.filter { !standard.schema.nodeRules.contains($0) }
    let roles = schema.roles.filter { !standard.roles.contains($0) }
    let relations = schema.schema.edgeRules.filter {
      !standard.schema.edgeRules.contains($0) && !schema.isRole($0.kind)
    }
    guard !nodes.isEmpty || !roles.isEmpty || !relations.isEmpty else { return [] }
    var lines = ["schema:"]
    if !nodes.isEmpty { lines.append("  nodes:") }
    for rule in nodes {
      lines.append("    - kind: \(quoted(rule.kind.rawValue))")
      lines.append("      meaning: \(quoted(rule.meaning))")
      let known = standard.schema.rule(for: rule.kind)?.properties
      lines += properties(rule.properties, beyond: known ?? AssistanceSchema.nodeProperties)
    }
    if !relations.isEmpty { lines.append("  relations:") }
    for rule in relations {
      lines.append("    - kind: \(quoted(rule.kind.rawValue))")
      lines.append("      meaning: \(quoted(rule.meaning))")
      let ends = standard.schema.rule(for: rule.kind)?.ends ?? []
      let groups = grouped(rule.ends.filter { !ends.contains($0) })
      if let first = groups.first { lines += first }
      if schema.indexKinds.contains(rule.kind) { lines.append("      index: true") }
      let known = standard.schema.rule(for: rule.kind)?.properties
      lines += properties(rule.properties, beyond: known ?? AssistanceSchema.statementProperties)
      // Each entry allows every pair of its ends, so other pairs take entries of their own.
      for group in groups.dropFirst() {
        lines.append("    - kind: \(quoted(rule.kind.rawValue))")
        lines += group
      }
    }
    if !roles.isEmpty { lines.append("  roles:") }
    for role in roles {
      lines.append("    - role: \(quoted(role.kind.rawValue))")
      if role.column != role.kind.rawValue { lines.append("      column: \(quoted(role.column))") }
      lines.append("      meaning: \(quoted(role.meaning))")
      lines.append("      to: [\(unique(role.nodeKinds.map(\.rawValue)))]")
      if let maximum = role.maximum { lines.append("      maximum: \(maximum)") }
    }
    return lines
  }

  /// The pairs of ends as lines, one group for each set of second ends.
  private static func grouped(_ ends: [EdgeRule.Ends]) -> [[String]] {
    var groups: [(from: [String], to: [String])] = []
    var done: Set<NodeKind> = []
    for end in ends where done.insert(end.from).inserted {
      let to = ends.filter { $0.from == end.from }.map(\.to.rawValue)
      if let index = groups.firstIndex(where: { $0.to == to }) {
        groups[index].from.append(end.from.rawValue)
      } else {
        groups.append(([end.from.rawValue], to))
      }
    }
    return groups.map { ["      from: [\(unique($0.from))]", "      to: [\(unique($0.to))]"] }
  }

  private static func properties(_ rules: [PropertyRule], beyond known: [PropertyRule])
    -> [String]
  {
    let added = rules.filter { !known.contains($0) }
    guard !added.isEmpty else { return [] }
    return ["      properties:"]
      + added.map { rule in
        var fields = ["name: \(quoted(rule.name))", "type: \(rule.type.rawValue)"]
        if let words = rule.words { fields.append("words: [\(unique(words))]") }
        if let kinds = rule.refersTo {
          fields.append("refers-to: [\(unique(kinds.map(\.rawValue)))]")
        }
        return "        - {\(fields.joined(separator: ", "))}"
      }
  }

  private static func unique(_ words: [String]) -> String {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }.map(quoted).joined(separator: ", ")
  }

  /// A scalar in double quotes, unless it is a plain word of letters, digits and hyphens.
  private static func quoted(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true
      && text.unicodeScalars.allSatisfy {
        ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
          || $0 == "-"
      }
      && !["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
        .contains(text.lowercased())
    guard !isPlain else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 32 || (0x7F...0x9F).contains(scalar.value):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
