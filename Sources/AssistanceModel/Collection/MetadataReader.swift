internal import GraphCore
internal import Yams

/// Reads `collection.yaml`, with a diagnostic for each fault.
struct MetadataReader {
  private(set) var metadata = CollectionMetadata(title: "")
  private(set) var schema = AssistanceSchema.standard
  private(set) var diagnostics: [Diagnostic] = []
  private let file: String

  init(file: String) {
    self.file = file
  }

  mutating func read(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let offset = bytes.prefix { $0 != 0 }.count
      add(nil, "the file is not UTF-8 text", "save it as UTF-8 (near byte \(offset))")
      return
    }
    let root: Yams.Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      addSyntax(error)
      return
    } catch {
      add(nil, "the file cannot be read as YAML", nil)
      return
    }
    guard let root else {
      add(nil, "the file is empty", "begin it with: title: the collection's name")
      return
    }
    guard let mapping = root.mapping else {
      add(root.mark, "the file must hold names and values", "begin it with: title: …")
      return
    }
    readTop(mapping)
    if metadata.title.isEmpty {
      add(nil, "the collection has no title", "add: title: the collection's name")
    }
  }

  private mutating func readTop(_ mapping: Yams.Node.Mapping) {
    for (key, value) in mapping {
      switch key.string {
      case "title": metadata.title = text(value) ?? ""
      case "description": metadata.description = text(value)
      case "licence", "license": metadata.licence = text(value)
      case "languages": metadata.languages = texts(value)
      case "sources": readSources(value)
      case "schema": readSchema(value)
      case "question": readQuestion(value)
      default:
        let known = [
          "title", "description", "licence", "languages", "sources", "schema", "question",
        ]
        addUnknown(key, known)
      }
    }
  }

  private mutating func readSources(_ node: Yams.Node) {
    guard let mapping = node.mapping else {
      add(node.mark, "sources must hold a key and a title for each document", nil)
      return
    }
    for (key, value) in mapping {
      guard let name = key.scalar?.string, !name.isEmpty, !name.contains(" ") else {
        add(key.mark, "a document's key must be one word", "write for example report-2014:")
        continue
      }
      let fields = value.mapping
      let title = fields?["title"].flatMap { $0.scalar?.string } ?? value.scalar?.string ?? name
      metadata.sources.append(
        SourceDocument(
          key: name,
          title: title,
          author: fields?["author"]?.scalar?.string,
          date: fields?["date"]?.scalar?.string
        )
      )
    }
  }

  // MARK: Schema

  private mutating func readSchema(_ node: Yams.Node) {
    for (key, value) in mapping(node) {
      switch key.string {
      case "nodes": for item in items(value) { readNodeRule(item) }
      case "relations": for item in items(value) { readRelationRule(item) }
      case "roles": for item in items(value) { readRole(item) }
      default: addUnknown(key, ["nodes", "relations", "roles"])
      }
    }
  }

  private mutating func readNodeRule(_ node: Yams.Node) {
    guard let kind = word("kind", in: node) else { return }
    let known = schema.schema.rule(for: NodeKind(rawValue: kind))
    schema.schema.add(
      NodeRule(
        NodeKind(rawValue: kind),
        string("meaning", in: node) ?? known?.meaning ?? "",
        properties: (known?.properties ?? AssistanceSchema.nodeProperties) + properties(of: node)
      )
    )
  }

  private mutating func readRelationRule(_ node: Yams.Node) {
    guard let name = word("kind", in: node) else { return }
    let kind = EdgeKind(rawValue: name)
    let known = schema.schema.rule(for: kind)
    let from = kinds("from", in: node)
    let to = kinds("to", in: node)
    if known == nil, from.isEmpty || to.isEmpty {
      add(node.mark, "the relation “\(name)” needs from and to", "name the kinds of its ends")
    }
    let ends = from.flatMap { start in to.map { EdgeRule.Ends(start, $0) } }
    let rule = EdgeRule(
      kind,
      string("meaning", in: node) ?? known?.meaning ?? "",
      ends: (known?.ends ?? []) + ends,
      properties: (known?.properties ?? AssistanceSchema.statementProperties)
        + properties(of: node)
    )
    if node.mapping?["index"]?.bool == true {
      schema.addIndex(rule)
    } else {
      schema.schema.add(rule)
    }
  }

  private mutating func readRole(_ node: Yams.Node) {
    guard let name = word("role", in: node) else { return }
    let to = kinds("to", in: node)
    if to.isEmpty { add(node.mark, "the role “\(name)” needs to", "name the kinds of its end") }
    schema.add(
      FactRole(
        EdgeKind(rawValue: name),
        string("meaning", in: node) ?? "",
        to: to,
        maximum: node.mapping?["maximum"]?.int
      )
    )
  }

  private mutating func properties(of node: Yams.Node) -> [PropertyRule] {
    guard let list = node.mapping?["properties"] else { return [] }
    return items(list).compactMap { item in
      if let name = item.scalar?.string { return PropertyRule(name) }
      guard let name = word("name", in: item) else { return nil }
      let type = string("type", in: item) ?? "text"
      guard let type = PropertyType(rawValue: type) else {
        let known = PropertyType.allCases.map(\.rawValue).joined(separator: ", ")
        add(item.mark, "“\(type)” is no type of property", "use one of \(known)")
        return nil
      }
      let words = item.mapping?["words"].map { texts($0) }
      return PropertyRule(name, type, words: words)
    }
  }

  // MARK: Question

  private mutating func readQuestion(_ node: Yams.Node) {
    for (key, value) in mapping(node) {
      switch key.string {
      case "rows": metadata.question.rows = role(value) ?? metadata.question.rows
      case "columns": metadata.question.columns = role(value) ?? metadata.question.columns
      case "row-subkind": metadata.question.rowSubkind = text(value)
      case "column-subkind": metadata.question.columnSubkind = text(value)
      case "not-needed": metadata.question.notNeeded = items(value).compactMap { mark($0) }
      case "unobservable": metadata.question.unobservable = items(value).compactMap { mark($0) }
      default:
        let known = [
          "rows", "columns", "row-subkind", "column-subkind", "not-needed", "unobservable",
        ]
        addUnknown(key, known)
      }
    }
  }

  private mutating func role(_ node: Yams.Node) -> EdgeKind? {
    guard let name = text(node) else { return nil }
    guard schema.isRole(EdgeKind(rawValue: name)) else {
      let roles = schema.roles.map(\.kind.rawValue)
      add(
        node.mark,
        "no end of facts is called “\(name)”",
        Spelling.nearest(to: name, among: roles, limit: 1).first.map { "did you mean “\($0)”?" }
          ?? "use one of \(roles.joined(separator: ", "))"
      )
      return nil
    }
    return EdgeKind(rawValue: name)
  }

  private mutating func mark(_ node: Yams.Node) -> QuestionDefaults.Mark? {
    let row = string("row", in: node)
    let column = string("column", in: node)
    guard row != nil || column != nil else {
      add(node.mark, "a mark needs a row, a column or both", "write {column: …, reason: …}")
      return nil
    }
    return QuestionDefaults.Mark(
      row: row.map { NodeID($0) },
      column: column.map { NodeID($0) },
      reason: string("reason", in: node) ?? "no reason given"
    )
  }

  // MARK: Values

  private mutating func mapping(_ node: Yams.Node) -> Yams.Node.Mapping {
    if let mapping = node.mapping { return mapping }
    add(node.mark, "names and values are needed here", nil)
    return Yams.Node.Mapping([])
  }

  private mutating func items(_ node: Yams.Node) -> [Yams.Node] {
    if let sequence = node.sequence { return Array(sequence) }
    add(node.mark, "a list is needed here", "begin each entry with a hyphen")
    return []
  }

  private mutating func text(_ node: Yams.Node) -> String? {
    if let scalar = node.scalar { return scalar.string }
    add(node.mark, "a text is needed here", nil)
    return nil
  }

  private mutating func texts(_ node: Yams.Node) -> [String] {
    if let scalar = node.scalar { return [scalar.string] }
    return items(node).compactMap { text($0) }
  }

  private func string(_ key: String, in node: Yams.Node) -> String? {
    node.mapping?[key]?.scalar?.string
  }

  private mutating func word(_ key: String, in node: Yams.Node) -> String? {
    if let word = string(key, in: node), !word.isEmpty { return word }
    add(node.mark, "“\(key)” is missing", "write \(key): a word in lower case with hyphens")
    return nil
  }

  private mutating func kinds(_ key: String, in node: Yams.Node) -> [NodeKind] {
    guard let value = node.mapping?[key] else { return [] }
    return texts(value).map { NodeKind(rawValue: $0) }
  }

  // MARK: Faults

  private mutating func addUnknown(_ key: Yams.Node, _ known: [String]) {
    let name = key.scalar?.string ?? "this"
    diagnostics.append(
      Diagnostic(
        .warning,
        at: place(key.mark),
        "“\(name.shortened)” is not known and is passed over",
        hint: Spelling.nearest(to: name, among: known, limit: 1).first
          .map { "did you mean “\($0)”?" } ?? "known are \(known.joined(separator: ", "))"
      )
    )
  }

  private mutating func addSyntax(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      add(mark, "this is no YAML: \(problem)", "check the indentation, colons and quotes")
    case .duplicatedKeysInMapping(let duplicates, let context):
      add(context.mark, "“\(duplicates.joined(separator: "”, “"))” stands here twice", "remove one")
    default:
      add(nil, "the file cannot be read as YAML", "check the indentation, colons and quotes")
    }
  }

  private mutating func add(_ mark: Mark?, _ message: String, _ hint: String?) {
    diagnostics.append(Diagnostic(.error, at: place(mark), message, hint: hint))
  }

  private func place(_ mark: Mark?) -> Diagnostic.Place {
    guard let mark else { return .init(file: file, line: 1, column: 1) }
    return .init(file: file, line: mark.line, column: mark.column)
  }
}
