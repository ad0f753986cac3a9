internal import GraphCore
internal import Yams

/// What `collection.yaml` adds to the standard schema.
extension MetadataReader {
  /// Far fewer than a graph can hold kinds.
  private static let maximumDeclarations = 1_000

  mutating func readSchema(_ node: Yams.Node) {
    guard !isNothing(node) else { return }
    let entries = mapping(node)
    let count = entries.reduce(0) { $0 + ($1.value.sequence?.count ?? 0) }
    guard count <= Self.maximumDeclarations else {
      add(
        node.mark,
        "the schema declares \(count) kinds, relations and roles",
        "declare at most \(Self.maximumDeclarations) in all"
      )
      return
    }
    for (key, value) in entries {
      switch key.string {
      case "nodes": for item in items(value) { readNodeRule(item) }
      case "relations": for item in items(value) { readRelationRule(item) }
      case "roles": for item in items(value) { readRole(item) }
      default: addUnknown(key, ["nodes", "relations", "roles"])
      }
    }
    checkHeadings()
    let known = schema.schema.nodeRules.map(\.kind.rawValue)
    for (kind, mark) in kindsNamed where !known.contains(kind.rawValue) {
      add(
        mark,
        "no kind of node is called “\(kind.rawValue.shortened)”",
        Spelling.nearest(to: kind.rawValue, among: known, limit: 1).first
          .map { "did you mean “\($0)”?" } ?? "declare it under schema, nodes"
      )
    }
  }

  private mutating func readNodeRule(_ node: Yams.Node) {
    let fields = self.fields(of: node, ["kind", "meaning", "properties"])
    guard let kind = word("kind", fields, node).map({ NodeKind(rawValue: $0) }) else { return }
    let known = schema.schema.rule(for: kind)
    schema.schema.add(
      NodeRule(
        kind,
        fields["meaning"].flatMap { text($0) } ?? known?.meaning ?? "",
        properties: merged(
          known?.properties ?? AssistanceSchema.nodeProperties,
          fields,
          ofFacts: kind == .assistance
        )
      )
    )
  }

  private mutating func readRelationRule(_ node: Yams.Node) {
    let fields = self.fields(of: node, ["kind", "meaning", "from", "to", "index", "properties"])
    guard let kind = word("kind", fields, node).map({ EdgeKind(rawValue: $0) }) else { return }
    guard !schema.isRole(kind) else {
      add(node.mark, "“\(kind)” is an end of facts already", "give the relation another name")
      return
    }
    let known = schema.schema.rule(for: kind)
    let (from, to) = (kinds("from", fields), kinds("to", fields))
    if known == nil, from.isEmpty || to.isEmpty {
      add(node.mark, "the relation “\(kind)” needs from and to", "name the kinds of its ends")
    }
    let ends = from.flatMap { start in to.map { EdgeRule.Ends(start, $0) } }
    let rule = EdgeRule(
      kind,
      fields["meaning"].flatMap { text($0) } ?? known?.meaning ?? "",
      ends: (known?.ends ?? []) + ends.filter { !(known?.ends.contains($0) ?? false) },
      maximumPerSource: known?.maximumPerSource,
      properties: merged(known?.properties ?? AssistanceSchema.statementProperties, fields)
    )
    if fields["index"]?.bool == true {
      schema.addIndex(rule)
    } else {
      schema.schema.add(rule)
    }
  }

  private mutating func readRole(_ node: Yams.Node) {
    let fields = self.fields(of: node, ["role", "column", "meaning", "to", "maximum"])
    guard let kind = word("role", fields, node).map({ EdgeKind(rawValue: $0) }) else { return }
    let known = schema.role(kind)
    guard known != nil || schema.schema.rule(for: kind) == nil else {
      add(node.mark, "“\(kind)” is a relation already", "give the end of facts another name")
      return
    }
    let column = fields["column"].flatMap { text($0) } ?? known?.column ?? kind.rawValue
    guard !TableReading.isReserved(column) else {
      addReserved(fields["column"]?.mark ?? node.mark, column)
      return
    }
    headingsDeclared.append(
      DeclaredHeading(name: column, role: kind, mark: fields["column"]?.mark ?? node.mark)
    )
    let to = kinds("to", fields)
    if to.isEmpty { add(node.mark, "the role “\(kind)” needs to", "name the kinds of its end") }
    let maximum = fields["maximum"].flatMap { $0.int }
    if let field = fields["maximum"], (maximum ?? 0) < 1 {
      add(field.mark, "the maximum must be a whole number from 1", "leave it out for any number")
    }
    schema.add(
      FactRole(
        kind,
        column: column,
        fields["meaning"].flatMap { text($0) } ?? known?.meaning ?? "",
        to: to,
        maximum: maximum
      )
    )
  }

  /// The known properties with those that are added; a later one replaces one of the same name.
  private mutating func merged(
    _ known: [PropertyRule],
    _ fields: [String: Yams.Node],
    ofFacts: Bool = false
  ) -> [PropertyRule] {
    guard let list = fields["properties"] else { return known }
    var rules = known
    for item in items(list) {
      guard let rule = property(item) else { continue }
      let mark = item.mapping?["name"]?.mark ?? item.mark
      if ofFacts {
        headingsDeclared.append(DeclaredHeading(name: rule.name, role: nil, mark: mark))
      } else if let other = rules.first(where: { $0.sharesHeading(with: rule) }) {
        add(
          mark,
          "“\(rule.name.shortened)” is the column of the property “\(other.name.shortened)” already",
          "choose another name"
        )
      }
      if let index = rules.firstIndex(where: { $0.name == rule.name }) {
        rules[index] = rule
      } else {
        rules.append(rule)
      }
    }
    return rules
  }

  private mutating func property(_ item: Yams.Node) -> PropertyRule? {
    if let name = item.scalar?.string { return named(name, item) ? PropertyRule(name) : nil }
    let fields = self.fields(of: item, ["name", "type", "words", "refers-to"])
    guard let nameNode = fields["name"], let name = text(nameNode) else {
      if fields["name"] == nil { addMissing("name", item) }
      return nil
    }
    guard named(name, nameNode) else { return nil }
    let word = fields["type"].flatMap { text($0) } ?? "text"
    guard let type = PropertyType(rawValue: word) else {
      let known = PropertyType.allCases.map(\.rawValue).joined(separator: ", ")
      add(fields["type"]?.mark, "“\(word)” is no type of property", "use one of \(known)")
      return nil
    }
    let words = fields["words"].map { texts($0) }
    let refersTo = fields["refers-to"] == nil ? nil : kinds("refers-to", fields)
    return PropertyRule(name, type, words: words, refersTo: refersTo)
  }

  /// Whether a property may have a name.
  private mutating func named(_ name: String, _ node: Yams.Node) -> Bool {
    guard !name.trimmingSpaces().isEmpty else {
      addMissing("name", node)
      return false
    }
    guard !TableReading.isReserved(name) else {
      addReserved(node.mark, name)
      return false
    }
    return true
  }

  private mutating func addReserved(_ mark: Mark?, _ name: String) {
    add(mark, "“\(name)” is a column that tables have already", "choose another name")
  }

  private mutating func addMissing(_ key: String, _ node: Yams.Node) {
    add(node.mark, "“\(key)” is missing", "write \(key): a word in lower case with hyphens")
  }

  /// A word that can be the name of a file and of a heading.
  private mutating func word(_ key: String, _ fields: [String: Yams.Node], _ node: Yams.Node)
    -> String?
  {
    guard let value = fields[key] else {
      if node.mapping != nil { addMissing(key, node) }
      return nil
    }
    guard let word = text(value) else { return nil }
    guard word.isKindWord else {
      add(
        value.mark,
        "“\(word.shortened)” is no word for a kind",
        "use lower-case letters, digits and hyphens"
      )
      return nil
    }
    return word
  }

  private mutating func kinds(_ key: String, _ fields: [String: Yams.Node]) -> [NodeKind] {
    guard let value = fields[key] else { return [] }
    let words = value.scalar == nil ? items(value) : [value]
    return words.compactMap { word in
      guard let kind = text(word).map({ NodeKind(rawValue: $0) }) else { return nil }
      kindsNamed.append((kind, word.mark))
      return kind
    }
  }
}

extension PropertyRule {
  /// Whether two properties of different names would stand under one heading.
  fileprivate func sharesHeading(with other: PropertyRule) -> Bool {
    name != other.name
      && TableReading.normal(name.trimmingSpaces())
        == TableReading.normal(other.name.trimmingSpaces())
  }
}

extension String {
  /// Whether the text is lower-case letters, digits and hyphens, as kinds and file names are.
  var isKindWord: Bool {
    !isEmpty
      && utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}
