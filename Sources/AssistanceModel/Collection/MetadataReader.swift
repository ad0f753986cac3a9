internal import GraphCore
internal import Yams

/// Reads `collection.yaml`, with a diagnostic for each fault.
struct MetadataReader {
  private(set) var metadata = CollectionMetadata(title: "")
  var schema = AssistanceSchema.standard
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether names and values could be read at all.
  private(set) var isYAML = false
  /// The nodes that the file names, to be checked once they are read.
  private(set) var nodes: [(id: NodeID, place: Diagnostic.Place)] = []
  /// The kinds of nodes that the schema names, to be checked once all are declared.
  var kindsNamed: [(kind: NodeKind, mark: Mark?)] = []
  /// The columns of `assistance.csv` that the schema declares, to be checked at its end.
  var headingsDeclared: [DeclaredHeading] = []
  private let file: String

  init(file: String) {
    self.file = file
  }

  mutating func read(_ bytes: [UInt8]) {
    let yaml = BoundedYAML(bytes, file: file)
    guard yaml.diagnostics.isEmpty else {
      diagnostics += yaml.diagnostics
      return
    }
    guard let root = yaml.root else {
      add(nil, "the file is empty", "begin it with: title: the collection's name")
      return
    }
    guard let mapping = root.mapping else {
      add(root.mark, "the file must hold names and values", "begin it with: title: …")
      return
    }
    isYAML = true
    readTop(mapping)
    if metadata.title.isEmpty {
      add(nil, "the collection has no title", "add: title: the collection's name")
    }
  }

  private mutating func readTop(_ mapping: Yams.Node.Mapping) {
    // Documents and the question may name what the schema declares further down.
    if let schema = mapping["schema"] { readSchema(schema) }
    for (key, value) in mapping {
      switch key.string {
      case "title": metadata.title = text(value) ?? ""
      case "description": metadata.description = text(value)
      case "licence", "license": metadata.licence = text(value)
      case "languages": metadata.languages = texts(value)
      case "sources": readSources(value)
      case "schema": break
      case "question": readQuestion(value)
      default:
        addUnknown(
          key,
          ["title", "description", "licence", "languages", "sources", "schema", "question"]
        )
      }
    }
  }

  private mutating func readSources(_ node: Yams.Node) {
    guard !isNothing(node) else { return }
    guard let mapping = node.mapping else {
      add(node.mark, "sources must hold a key and a title for each document", nil)
      return
    }
    for (key, value) in mapping {
      guard let name = key.scalar?.string, !name.isEmpty,
        !name.unicodeScalars.contains(where: \.properties.isWhitespace)
      else {
        add(key.mark, "a document's key must be one word", "write for example report-2014:")
        continue
      }
      metadata.sources.append(source(name, value))
    }
  }

  private mutating func source(_ key: String, _ value: Yams.Node) -> SourceDocument {
    if let title = value.scalar?.string {
      return SourceDocument(key: key, title: title.isEmpty ? key : title)
    }
    let fields = self.fields(of: value, ["title", "author", "date", "node"])
    let node = fields["node"].flatMap { nodeID($0) }
    return SourceDocument(
      key: key,
      title: fields["title"].flatMap { text($0) } ?? key,
      author: fields["author"].flatMap { text($0) },
      date: fields["date"].flatMap { text($0) },
      node: node
    )
  }

  // MARK: Question

  private mutating func readQuestion(_ node: Yams.Node) {
    guard !isNothing(node) else { return }
    for (key, value) in mapping(node) {
      switch key.string {
      case "rows": metadata.question.rows = role(value) ?? metadata.question.rows
      case "columns": metadata.question.columns = role(value) ?? metadata.question.columns
      case "row-subkind": metadata.question.rowSubkind = text(value)
      case "column-subkind": metadata.question.columnSubkind = text(value)
      case "not-needed":
        metadata.question.notNeeded = items(value).compactMap {
          mark($0, ["row", "column", "reason"])
        }
      case "unobservable":
        metadata.question.unobservable = items(value).compactMap {
          mark($0, ["row", "column", "reason", "unless-basis"])
        }
      case "confidence": readConfidence(value)
      default:
        let known = [
          "rows", "columns", "row-subkind", "column-subkind", "not-needed", "unobservable",
          "confidence",
        ]
        addUnknown(key, known)
      }
    }
  }

  private mutating func readConfidence(_ node: Yams.Node) {
    guard !isNothing(node) else { return }
    for (key, value) in mapping(node) {
      guard let word = key.scalar?.string, ConfidenceScale.isWord(word) else {
        add(key.mark, "this is no word of confidence", "write one word: likely: [0.55, 0.8]")
        continue
      }
      let ends = value.scalar.map { [$0.string] } ?? items(value).compactMap { text($0) }
      let numbers = ends.compactMap { Double($0) }
      guard numbers.count == ends.count, let low = numbers.first, let high = numbers.last,
        numbers.count <= 2, let range = ProbabilityRange(from: low, through: high)
      else {
        add(
          value.mark,
          "“\(word.shortened)” needs a probability from 0 to 1, or the lowest and the highest",
          "write for example likely: [0.55, 0.8]"
        )
        continue
      }
      metadata.question.confidence.set(word, to: range)
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

  private mutating func mark(_ node: Yams.Node, _ names: [String]) -> QuestionDefaults.Mark? {
    let fields = self.fields(of: node, names)
    let row = fields["row"].flatMap { nodeID($0) }
    let column = fields["column"].flatMap { nodeID($0) }
    guard row != nil || column != nil else {
      add(node.mark, "a mark needs a row, a column or both", "write {column: …, reason: …}")
      return nil
    }
    return QuestionDefaults.Mark(
      row: row,
      column: column,
      reason: fields["reason"].flatMap { text($0) } ?? "no reason given",
      unless: fields["unless-basis"].map { bases($0) } ?? []
    )
  }

  /// One basis, or a list of them.
  private mutating func bases(_ node: Yams.Node) -> Set<Basis> {
    var bases: Set<Basis> = []
    for item in node.scalar == nil ? items(node) : [node] {
      guard let word = text(item) else { continue }
      if let basis = Basis(rawValue: word) {
        bases.insert(basis)
      } else {
        let words = Basis.allCases.map(\.rawValue)
        add(
          item.mark,
          "no basis is called “\(word.shortened)”",
          Spelling.nearest(to: word, among: words, limit: 1).first.map { "did you mean “\($0)”?" }
            ?? "use one of \(words.joined(separator: ", "))"
        )
      }
    }
    return bases
  }

  /// A node that the file names; that there is such a node is checked later.
  private mutating func nodeID(_ node: Yams.Node) -> NodeID? {
    guard let id = text(node).map({ NodeID($0) }) else { return nil }
    nodes.append((id, place(node.mark)))
    return id
  }

  // MARK: Values

  /// Whether a name stands without a value, which is as good as no name.
  func isNothing(_ node: Yams.Node) -> Bool {
    node.scalar.map { $0.string.isEmpty && $0.style == .plain } ?? false
  }

  /// The values of a mapping by name; other names than these give a doubt.
  mutating func fields(of node: Yams.Node, _ names: [String]) -> [String: Yams.Node] {
    var fields: [String: Yams.Node] = [:]
    for (key, value) in mapping(node) {
      if let name = key.scalar?.string, names.contains(name) {
        fields[name] = value
      } else {
        addUnknown(key, names)
      }
    }
    return fields
  }

  mutating func mapping(_ node: Yams.Node) -> Yams.Node.Mapping {
    if let mapping = node.mapping { return mapping }
    add(node.mark, "names and values are needed here", nil)
    return Yams.Node.Mapping([])
  }

  mutating func items(_ node: Yams.Node) -> [Yams.Node] {
    if let sequence = node.sequence { return Array(sequence) }
    add(node.mark, "a list is needed here", "begin each entry with a hyphen")
    return []
  }

  mutating func text(_ node: Yams.Node) -> String? {
    if let scalar = node.scalar { return scalar.string }
    add(node.mark, "a text is needed here", nil)
    return nil
  }

  mutating func texts(_ node: Yams.Node) -> [String] {
    if let scalar = node.scalar { return [scalar.string] }
    return items(node).compactMap { text($0) }
  }

  // MARK: Faults

  mutating func addUnknown(_ key: Yams.Node, _ known: [String]) {
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

  mutating func add(_ mark: Mark?, _ message: String, _ hint: String?) {
    diagnostics.append(Diagnostic(.error, at: place(mark), message, hint: hint))
  }

  func place(_ mark: Mark?) -> Diagnostic.Place {
    guard let mark else { return .init(file: file, line: 1, column: 1) }
    return .init(file: file, line: mark.line, column: mark.column)
  }
}
