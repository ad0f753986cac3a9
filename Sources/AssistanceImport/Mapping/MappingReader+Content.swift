internal import AssistanceModel
internal import GraphCore
internal import Yams

/// What a mapping says about tables of nodes, relations and facts.
extension MappingReader {
  mutating func content(_ fields: [String: Yams.Node]) -> TableContent {
    var content = TableContent()
    content.kinds = kinds
    for item in fields["nodes"].map({ rules($0) }) ?? [] {
      if let node = node(item) { content.nodes.append(node) }
    }
    for item in fields["relations"].map({ rules($0) }) ?? [] {
      if let relation = relation(item) { content.relations.append(relation) }
    }
    for item in fields["facts"].map({ rules($0) }) ?? [] {
      content.facts.append(fact(self.fields(of: item, Self.factKeys + roleNames), item))
    }
    content.wide = fields["wide"].flatMap { wide($0) }
    content.reading = fields["concordance"].flatMap { word($0) } ?? content.reading
    if let node = fields["question"] {
      let question = self.fields(of: node, ["rows", "columns"])
      content.rows = question["rows"].flatMap { role($0) }
      content.columns = question["columns"].flatMap { role($0) }
    }
    return content
  }

  /// A list of rules, or a single one.
  private mutating func rules(_ node: Yams.Node) -> [Yams.Node] {
    if let sequence = node.sequence { return Array(sequence) }
    if node.mapping != nil { return [node] }
    add(node.mark, "names and values are needed here, or a list of them", nil)
    return []
  }

  // MARK: Values

  private static let dateKeys = ["date", "year", "since", "until"]

  private mutating func dates(_ fields: [String: Yams.Node]) -> MappedDates {
    if let year = fields["year"], fields["date"] != nil {
      add(year.mark, "“year” and “date” say the same", "remove one")
    }
    return MappedDates(
      date: (fields["date"] ?? fields["year"]).flatMap { dateValue($0) },
      since: fields["since"].flatMap { dateValue($0) },
      until: fields["until"].flatMap { dateValue($0) }
    )
  }

  /// A year by itself holds for every row; anything else is a column.
  private mutating func dateValue(_ node: Yams.Node) -> MappedValue? {
    if let text = node.scalar?.string, text.utf8.count == 4, PartialDate(text) != nil {
      return .constant(text)
    }
    return value(node)
  }

  /// A column's heading; or `column` with `separators`, or `value` for what is the same in each row.
  private mutating func value(_ node: Yams.Node, separators: [String] = []) -> MappedValue? {
    if let heading = node.scalar?.string {
      guard !heading.isEmpty else {
        add(node.mark, "a column's heading is needed here", nil)
        return nil
      }
      return .column(
        MappedColumn(heading: heading, separators: separators, place: place(node.mark))
      )
    }
    let fields = self.fields(of: node, ["column", "value", "separators"])
    if let constant = fields["value"] { return text(constant).map { .constant($0) } }
    guard let column = fields["column"] else {
      if node.mapping != nil { add(node.mark, "“column” or “value” is missing", nil) }
      return nil
    }
    let own = fields["separators"].map { texts($0) } ?? separators
    return text(column).map {
      .column(MappedColumn(heading: $0, separators: own, place: place(column.mark)))
    }
  }

  private mutating func values(_ node: Yams.Node?) -> [MappedValue] {
    guard let node else { return [] }
    guard let sequence = node.sequence else { return value(node).map { [$0] } ?? [] }
    return sequence.compactMap { value($0) }
  }

  private mutating func named(_ node: Yams.Node?) -> [String: MappedValue] {
    guard let node else { return [:] }
    var result: [String: MappedValue] = [:]
    for (key, item) in mapping(node) {
      guard let name = key.scalar?.string, name.isKind, !Self.reserved.contains(name) else {
        let name = key.scalar?.string ?? ""
        add(
          key.mark,
          "“\(name.shortened)” cannot be the name of a value",
          Self.reserved.contains(name)
            ? "tables have such a column already"
            : "use lower-case letters, digits and hyphens"
        )
        continue
      }
      result[name] = value(item)
    }
    return result
  }

  /// The columns that tables of a collection have for something else.
  private static let reserved: Set<String> = [
    "id", "from", "to", "until", "sources", "from-date", "until-date", "subkind", "name",
    "aliases", "identifiers", "note", "basis", "modality", "evidence", "role", "rows",
    "designation", "status", "project", "activity-key", "kind",
  ]

  // MARK: Nodes

  private static let nodeKeys = [
    "kind", "id", "prefix", "name", "value", "separators", "subkind", "aliases", "identifiers",
    "note", "properties",
  ]

  private mutating func node(_ item: Yams.Node) -> MappedNode? {
    let fields = self.fields(of: item, Self.nodeKeys + Self.dateKeys + ["where"])
    guard let kind = kind(fields["kind"], item, among: nil) else { return nil }
    var node = node(kind, fields, item)
    node?.dates = dates(fields)
    node?.conditions = fields["where"].map { conditions($0) } ?? []
    return node
  }

  /// A thing at an end: a column of names, or what is said of it.
  private mutating func end(_ item: Yams.Node, among kinds: [NodeKind]?) -> MappedNode? {
    if item.scalar != nil {
      guard let name = value(item), let kind = kinds?.first ?? .some(.actor) else { return nil }
      return MappedNode(kind: kind, name: name)
    }
    let fields = self.fields(of: item, Self.nodeKeys)
    let usual = kinds?.first ?? .actor
    let said = fields["kind"].map { kind($0, item, among: kinds) }
    guard let kind = said ?? usual else { return nil }
    return node(kind, fields, item)
  }

  private mutating func node(_ kind: NodeKind, _ fields: [String: Yams.Node], _ item: Yams.Node)
    -> MappedNode?
  {
    var node = MappedNode(kind: kind)
    let separators = fields["separators"].map { texts($0) } ?? []
    node.key = fields["id"].flatMap {
      value($0, separators: fields["name"] == nil ? separators : [])
    }
    node.prefix = fields["prefix"].flatMap { text($0) } ?? ""
    node.name = fields["name"].flatMap { value($0, separators: separators) }
    if let constant = fields["value"] { node.name = text(constant).map { .constant($0) } }
    guard node.name != nil || node.key != nil else {
      if item.mapping != nil {
        add(item.mark, "neither “name” nor “id” says which column names the \(kind)", nil)
      }
      return nil
    }
    node.subkind = fields["subkind"].flatMap { constantOrColumn($0) }
    node.aliases = values(fields["aliases"])
    node.identifiers = named(fields["identifiers"])
    node.note = fields["note"].flatMap { value($0) }
    node.properties = named(fields["properties"])
    return node
  }

  /// A word for every row, unless it says `column`: subkinds are mostly the same.
  private mutating func constantOrColumn(_ node: Yams.Node) -> MappedValue? {
    node.scalar.map { .constant($0.string) } ?? value(node)
  }

  /// A kind of nodes that is known or declared.
  private mutating func kind(_ node: Yams.Node?, _ item: Yams.Node, among kinds: [NodeKind]?)
    -> NodeKind?
  {
    guard let node else {
      if item.mapping != nil {
        add(item.mark, "“kind” is missing", "write for example kind: actor")
      }
      return nil
    }
    guard let word = text(node) else { return nil }
    let known = (kinds ?? knownKinds).map(\.rawValue)
    if known.contains(word) { return NodeKind(rawValue: word) }
    add(
      node.mark,
      "“\(word.shortened)” is no kind of node that may stand here",
      Spelling.nearest(to: word, among: known, limit: 1).first.map { "did you mean “\($0)”?" }
        ?? (kinds == nil
          ? "declare it: kinds: {\(word.isKind ? word : "mission"): what it means}"
          : "write one of: \(known.joined(separator: ", "))")
    )
    return nil
  }

  private var knownKinds: [NodeKind] {
    AssistanceSchema.standard.schema.nodeRules.map(\.kind).filter { $0 != .assistance }
      + [.sector] + DraftPlace.Level.allCases.map(\.nodeKind)
      + kinds.keys.sorted { $0.rawValue.precedesBytewise($1.rawValue) }
  }

  // MARK: Relations

  private mutating func relation(_ item: Yams.Node) -> MappedRelation? {
    let fields = self.fields(
      of: item,
      ["kind", "meaning", "from", "to", "role", "amounts", "basis", "where"] + Self.dateKeys
    )
    guard let kindNode = fields["kind"], let word = text(kindNode) else {
      if item.mapping != nil {
        add(item.mark, "“kind” is missing", "write for example kind: member-of")
      }
      return nil
    }
    let isRole = AssistanceSchema.standard.isRole(EdgeKind(rawValue: word))
    guard word.isKind, !isRole else {
      add(
        kindNode.mark,
        isRole ? "“\(word)” is an end of facts" : "“\(word.shortened)” is no word for a relation",
        isRole ? "give the relation another name" : "use lower-case letters, digits and hyphens"
      )
      return nil
    }
    for name in ["from", "to"] where fields[name] == nil {
      add(item.mark, "“\(name)” is missing", "say which column names the node there")
    }
    let from = fields["from"].flatMap { end($0, among: nil) }
    let to = fields["to"].flatMap { end($0, among: nil) }
    let role = fields["role"].flatMap { value($0) }
    let amounts = named(fields["amounts"])
    let dates = dates(fields)
    let conditions = fields["where"].map { self.conditions($0) } ?? []
    let basis: Basis? = fields["basis"].flatMap { self.word($0) }
    let meaning = fields["meaning"].flatMap { text($0) }
    guard let from, let to else { return nil }
    return MappedRelation(
      kind: EdgeKind(rawValue: word),
      from: from,
      to: to,
      meaning: meaning,
      role: role,
      amounts: amounts,
      basis: basis ?? .explicit,
      dates: dates,
      conditions: conditions
    )
  }

  // MARK: Facts

  private static let factKeys =
    ["purpose", "status", "project", "amounts", "basis", "modality", "where"] + dateKeys

  /// The ends that facts may have: those of the standard schema and of field data, and every
  /// declared kind under its own name.
  private var roleNames: [String] { roleKinds.map(\.role.rawValue) }

  private var roleKinds: [(role: EdgeKind, kinds: [NodeKind])] {
    let standard = AssistanceSchema.standard.roles.map { ($0.kind, $0.nodeKinds) }
    let actors: [EdgeKind] = [.programming, .extending, .partner, .funder]
    return standard + [(.sector, [.sector])]
      + DraftPlace.Level.allCases.map { ($0.role, [$0.nodeKind]) } + actors.map { ($0, [.actor]) }
      + kinds.keys.sorted { $0.rawValue.precedesBytewise($1.rawValue) }.map {
        (EdgeKind(rawValue: $0.rawValue), [$0])
      }
  }

  private mutating func role(_ node: Yams.Node) -> EdgeKind? {
    guard let name = text(node) else { return nil }
    if let known = roleKinds.first(where: { $0.role.rawValue == name }) { return known.role }
    add(
      node.mark,
      "no end of facts is called “\(name.shortened)”",
      Spelling.nearest(to: name, among: roleNames, limit: 1).first.map { "did you mean “\($0)”?" }
        ?? "use one of \(roleNames.joined(separator: ", "))"
    )
    return nil
  }

  private mutating func fact(_ fields: [String: Yams.Node], _ item: Yams.Node) -> MappedFact {
    var fact = MappedFact()
    for (role, kinds) in roleKinds {
      guard let field = fields[role.rawValue] else { continue }
      if let node = end(field, among: kinds) { fact.ends.append(MappedEnd(role: role, node: node)) }
    }
    if fact.ends.isEmpty, fields["purpose"] == nil, diagnostics.isEmpty {
      add(item.mark, "the facts have no ends", "say which column names the provider, or the case")
    }
    fact.purpose = fields["purpose"].flatMap { value($0) }
    fact.status = fields["status"].flatMap { value($0) }
    fact.project = fields["project"].flatMap { value($0) }
    fact.amounts = named(fields["amounts"])
    fact.basis = fields["basis"].flatMap { word($0) } ?? .explicit
    fact.modality = fields["modality"].flatMap { word($0) } ?? .does
    fact.dates = dates(fields)
    fact.conditions = fields["where"].map { conditions($0) } ?? []
    return fact
  }

  // MARK: Matrices

  private mutating func wide(_ item: Yams.Node) -> WideTable? {
    let own = ["columns", "amount", "code-row", "scheme", "leave-out"]
    let fields = self.fields(of: item, own + Self.factKeys + roleNames)
    var wide = WideTable()
    wide.fact = fact(fields, item)
    if let amounts = fields["amounts"] {
      add(amounts.mark, "the cells are the amounts of a wide table", "name them with “amount”")
    }
    if let node = fields["columns"], let word = text(node) {
      if word == "purpose" {
        wide.headings = .purposes
      } else if let role = role(node) {
        let kinds = roleKinds.first { $0.role == role }?.kinds ?? [.actor]
        wide.headings = .names(role, kinds.first ?? .actor)
        if fields[role.rawValue] != nil {
          add(node.mark, "“\(word)” is named by the headings and by a column", "remove one")
        }
      }
    } else if fields["columns"] == nil, item.mapping != nil {
      add(item.mark, "“columns” is missing", "write columns: purpose, or for example provider")
    }
    if let node = fields["amount"], let word = text(node) {
      wide.amount = word
      if !word.isKind || Self.reserved.contains(word) {
        add(
          node.mark,
          "“\(word.shortened)” cannot be the name of an amount",
          "write for example usd-million"
        )
      }
    }
    wide.codeRow = fields["code-row"].flatMap { row($0) }
    if let node = fields["scheme"], let word = text(node) {
      wide.scheme = word
      if !word.isKind { add(node.mark, "“\(word.shortened)” is no scheme", "write a word") }
    }
    if let node = fields["leave-out"] {
      let leaveOut = self.fields(of: node, ["columns", "rows"])
      wide.leftOutColumns = leaveOut["columns"].map { texts($0) } ?? []
      wide.leftOutRows = leaveOut["rows"].map { texts($0) } ?? []
    }
    return wide
  }
}
