internal import GraphCore

/// What the columns of a table of nodes or of edges hold.
struct TableHeadings {
  /// Who writes such headings.
  enum Origin {
    case pillar
    case gephi
    case neo4j
  }

  /// What a column holds.
  enum Role {
    case id(space: String)
    case label
    case kind
    case kinds
    case source(space: String)
    case target(space: String)
    case direction
    case weight
    case span
    case from
    case until
    case sources
    case property(String, PropertyType?)
    case ignored
  }

  let origin: Origin
  let roles: [Role]
  let hasNodes: Bool
  let hasEdges: Bool

  /// Finds out what columns hold; `nil` if their headings name neither nodes nor edges.
  init?(_ header: [String], _ columns: TableColumns) {
    origin = Self.origin(header)
    let isEdges = Self.isEdges(header, columns, origin)
    let origin = origin
    roles = header.map { heading in
      switch origin {
      case .pillar: Self.ours(heading, isEdges: isEdges)
      case .gephi: Self.gephis(heading, isEdges: isEdges, columns)
      case .neo4j: Self.neo4js(heading)
      }
    }
    var (ids, sources, targets) = (0, 0, 0)
    for role in roles {
      switch role {
      case .id: ids += 1
      case .source: sources += 1
      case .target: targets += 1
      default: break
      }
    }
    hasEdges = sources > 0 && targets > 0
    hasNodes = ids > 0 && (origin == .neo4j || !isEdges)
    if !hasEdges && !hasNodes { return nil }
  }

  private static func origin(_ header: [String]) -> Origin {
    let nodes = ["Id", "Label", "kind", "from", "until", "sources"]
    let edges = ["Id", "Source", "Target", "Type", "kind", "from", "until", "sources"]
    if header.starts(with: nodes) || header.starts(with: edges) { return .pillar }
    let marks = [":id", ":start_id", ":end_id"]
    let isNeo4j = header.contains { heading in
      let heading = heading.lowercased()
      if heading == "_id" || heading == "_start" { return true }
      return marks.contains { heading.hasSuffix($0) || heading.contains($0 + "(") }
    }
    return isNeo4j ? .neo4j : .gephi
  }

  private static func isEdges(_ header: [String], _ columns: TableColumns, _ origin: Origin) -> Bool
  {
    let words = Set(header.map { $0.lowercased() })
    let source = (columns.source ?? "Source").lowercased()
    let target = (columns.target ?? "Target").lowercased()
    return words.contains(source) && words.contains(target)
  }

  private static func ours(_ heading: String, isEdges: Bool) -> Role {
    switch heading {
    case "Id": return .id(space: "")
    // A label repeats the name or the key.
    case "Label" where !isEdges: return .ignored
    case "kind": return .kind
    case "from": return .from
    case "until": return .until
    case "sources": return .sources
    case "Source" where isEdges: return .source(space: "")
    case "Target" where isEdges: return .target(space: "")
    case "Type" where isEdges: return .direction
    case _ where heading.lowercased().hasPrefix(ColumnName.prefix):
      return .property(String(heading.dropFirst(ColumnName.prefix.count)), nil)
    default: return .property(heading, nil)
    }
  }

  private static func gephis(_ heading: String, isEdges: Bool, _ columns: TableColumns) -> Role {
    if isEdges {
      if let kind = columns.edgeKind, heading == kind { return .kind }
      if heading == columns.source { return .source(space: "") }
      if heading == columns.target { return .target(space: "") }
    } else {
      if let kind = columns.nodeKind, heading == kind { return .kind }
      if heading == columns.id { return .id(space: "") }
      if heading == columns.label { return .label }
    }
    switch heading.lowercased() {
    case "id" where isEdges || columns.id == nil: return .id(space: "")
    case "source" where isEdges && columns.source == nil: return .source(space: "")
    case "target" where isEdges && columns.target == nil: return .target(space: "")
    case "type" where isEdges: return .direction
    case "label" where isEdges || columns.label == nil: return .label
    case "weight" where isEdges: return .weight
    case "kind" where (isEdges ? columns.edgeKind : columns.nodeKind) == nil: return .kind
    case "timeset", "interval", "timestamp": return .span
    default: return .property(heading, nil)
    }
  }

  /// `name:type`, `name:ID(space)` and what Neo4j's own export calls its columns.
  private static func neo4js(_ heading: String) -> Role {
    switch heading {
    case "_id": return .id(space: "")
    case "_labels": return .kinds
    case "_start": return .source(space: "")
    case "_end": return .target(space: "")
    case "_type": return .kind
    default: break
    }
    guard let colon = heading.lastIndex(of: ":") else { return .property(heading, .text) }
    let name = String(heading[..<colon])
    var word = String(heading[heading.index(after: colon)...])
    if let options = word.firstIndex(of: "{") { word = String(word[..<options]) }
    var space = ""
    if let bracket = word.firstIndex(of: "(") {
      space = String(word[word.index(after: bracket)...].prefix { $0 != ")" })
      word = String(word[..<bracket])
    }
    switch word.uppercased() {
    case "ID": return .id(space: space)
    case "LABEL": return .kinds
    case "START_ID": return .source(space: space)
    case "END_ID": return .target(space: space)
    case "TYPE": return .kind
    case "IGNORE": return .ignored
    default: return .property(name, TypedText.type(named: word) ?? .text)
    }
  }
}
