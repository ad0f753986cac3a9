internal import GraphCore

/// What a column of a collection's table holds.
enum CollectionColumn: Hashable, Sendable {
  case id
  case from
  case to
  case role(EdgeKind)
  case property(PropertyRule)
  case fromDate
  case untilDate
  case sources

  /// The property's name, or an empty text for another column.
  var headingName: String {
    if case .property(let rule) = self { rule.name } else { "" }
  }

  /// Whether two columns hold the same thing, whatever the schema says about its values.
  func isSame(as other: CollectionColumn) -> Bool {
    if case .property(let rule) = self, case .property(let otherRule) = other {
      return rule.name == otherRule.name
    }
    return self == other
  }

  /// The heading, as a new file has it.
  func heading(in table: CollectionTableKind, roles: [FactRole]) -> String {
    switch self {
    case .id: "id"
    case .from: "from"
    case .to: "to"
    case .role(let kind): roles.first { $0.kind == kind }?.column ?? kind.rawValue
    case .property(let rule): rule.name
    case .fromDate: table == .assistance ? "from" : "from date"
    case .untilDate: table == .assistance ? "until" : "until date"
    case .sources: "sources"
    }
  }
}

/// Which table of a collection a file is.
enum CollectionTableKind: Hashable, Sendable {
  case nodes(NodeKind)
  case assistance
  case relations(EdgeKind)

  /// The file's path in the collection's folder.
  var path: String {
    switch self {
    case .nodes(let kind): "nodes/\(kind).csv"
    case .assistance: "assistance.csv"
    case .relations(let kind): "relations/\(kind).csv"
    }
  }

  /// Every column that the schema knows for the table, in the order of a new file.
  func columns(in schema: AssistanceSchema) -> [CollectionColumn] {
    func properties(_ rules: [PropertyRule], first: [String], last: [String])
      -> (first: [CollectionColumn], middle: [CollectionColumn], last: [CollectionColumn])
    {
      func named(_ names: [String]) -> [CollectionColumn] {
        names.compactMap { name in rules.first { $0.name == name }.map { .property($0) } }
      }
      let middle = rules.filter { !first.contains($0.name) && !last.contains($0.name) }
      return (named(first), middle.map { .property($0) }, named(last))
    }
    switch self {
    case .nodes(let kind):
      let parts = properties(
        schema.schema.rule(for: kind)?.properties ?? [],
        first: ["subkind", "name", "aliases"],
        last: ["note"]
      )
      return [.id] + parts.first + parts.middle + [.fromDate, .untilDate] + parts.last + [.sources]
    case .assistance:
      let parts = properties(
        schema.schema.rule(for: .assistance)?.properties ?? [],
        first: [],
        last: ["basis", "modality", "evidence", "probability", "confidence", "note"]
      )
      return [.id] + schema.roles.map { .role($0.kind) } + [.fromDate, .untilDate] + parts.middle
        + parts.last + [.sources]
    case .relations(let kind):
      let parts = properties(
        schema.schema.rule(for: kind)?.properties ?? [],
        first: [],
        last: ["basis", "modality", "evidence", "probability", "confidence", "note"]
      )
      return [.from, .to] + parts.middle + [.fromDate, .untilDate] + parts.last + [.sources]
    }
  }
}
