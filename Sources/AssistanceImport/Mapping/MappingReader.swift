internal import AssistanceModel
internal import GraphCore
internal import Yams

/// Reads a mapping, with a diagnostic for each fault.
struct MappingReader {
  var diagnostics: [Diagnostic] = []
  /// The kinds of nodes that the mapping declares, with what they mean.
  var kinds: [NodeKind: String] = [:]
  private let file: String

  init(file: String) {
    self.file = file
  }

  /// The mappings with the files for which they are; `nil` is every file.
  mutating func read(_ bytes: [UInt8]) -> [(files: String?, mapping: TableMapping)] {
    guard bytes.count <= MappingFile.sizeLimit else {
      add(nil, "the mapping is larger than 1 MiB", "a mapping is a page or two")
      return []
    }
    let yaml = BoundedYAML(bytes, file: file)
    diagnostics += yaml.diagnostics
    guard yaml.diagnostics.isEmpty else { return [] }
    guard let root = yaml.root, !isNothing(root) else {
      add(nil, "the mapping is empty", "begin it with: columns:")
      return []
    }
    guard let mapping = root.mapping else {
      add(root.mark, "the mapping must hold names and values", "begin it with: columns:")
      return []
    }
    guard let files = mapping["files"] else { return [(nil, table(root))] }
    if let node = mapping["kinds"] { readKinds(node) }
    for (key, _) in mapping where !["files", "kinds"].contains(key.string) {
      add(
        key.mark,
        "“\(key.string ?? "")” stands beside “files”",
        "write it under each file to which it belongs"
      )
    }
    var result: [(files: String?, mapping: TableMapping)] = []
    for (key, value) in self.mapping(files) {
      guard let name = key.scalar?.string, !name.isEmpty else {
        add(key.mark, "a file's name is needed here", "an asterisk stands for any text")
        continue
      }
      result.append((name, table(value)))
    }
    return result
  }

  private mutating func readKinds(_ node: Yams.Node) {
    for (key, value) in mapping(node) {
      guard let word = key.scalar?.string, word.isKind else {
        add(
          key.mark,
          "“\((key.scalar?.string ?? "").shortened)” is no word for a kind",
          "use lower-case letters, digits and hyphens"
        )
        continue
      }
      kinds[NodeKind(rawValue: word)] = text(value) ?? ""
    }
  }

  private static let tableKeys = [
    "columns", "heading-row", "separators", "language", "year", "country", "date-order",
    "defaults", "where",
  ]
  private static let contentKeys = [
    "kinds", "nodes", "relations", "facts", "wide", "concordance", "question",
  ]

  private mutating func table(_ node: Yams.Node) -> TableMapping {
    var result = TableMapping()
    var content: TableContent?
    let fields = self.fields(of: node, Self.tableKeys + Self.contentKeys)
    if let node = fields["kinds"] { readKinds(node) }
    let isGeneral = ["nodes", "relations", "facts", "wide"].contains { fields[$0] != nil }
    if isGeneral { content = self.content(fields) }
    for name in (isGeneral ? ["columns", "defaults"] : ["concordance", "question"]) {
      guard let field = fields[name] else { continue }
      add(
        field.mark,
        isGeneral
          ? "“\(name)” is for tables of who does what where"
          : "“\(name)” is for tables of nodes, relations or facts",
        isGeneral ? "say under nodes, relations or facts what the columns are" : "remove it"
      )
    }
    if !isGeneral, let node = fields["columns"] { result.columns = columns(node) }
    if !isGeneral, let node = fields["defaults"] { result.defaults = defaults(node) }
    result.headingRow = fields["heading-row"].flatMap { row($0) }
    if let node = fields["separators"] { result.separators = texts(node) }
    result.language = fields["language"].flatMap { word($0) } ?? result.language
    result.year = fields["year"].flatMap { year($0) }
    result.countryCase = fields["country"].flatMap { country($0) }
    result.dateOrder = fields["date-order"].flatMap { word($0) }
    result.conditions = fields["where"].map { conditions($0) } ?? []
    result.content = content
    return result
  }

  private mutating func country(_ node: Yams.Node) -> DraftCase? {
    if let name = node.scalar?.string, !name.isEmpty { return DraftCase(name: name) }
    let fields = self.fields(of: node, ["name", "code"])
    let country = DraftCase(
      name: fields["name"].flatMap { text($0) } ?? "",
      code: fields["code"].flatMap { text($0) } ?? ""
    )
    guard !country.name.isEmpty || !country.code.isEmpty else {
      add(node.mark, "the country has neither name nor code", "write country: Chad")
      return nil
    }
    return country
  }

  /// Which rows are read.
  mutating func conditions(_ node: Yams.Node) -> [TableMapping.Condition] {
    mapping(node).compactMap { key, value in
      guard let heading = key.scalar?.string else { return nil }
      return TableMapping.Condition(heading, texts(value), place: place(key.mark))
    }
  }

  // MARK: Values

  func isNothing(_ node: Yams.Node) -> Bool {
    node.scalar.map { $0.string.isEmpty && $0.style == .plain } ?? false
  }

  /// The values of a mapping by name; any other name is a fault.
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
    if !isNothing(node) { add(node.mark, "names and values are needed here", nil) }
    return Yams.Node.Mapping([])
  }

  mutating func text(_ node: Yams.Node) -> String? {
    if let scalar = node.scalar { return scalar.string }
    add(node.mark, "a text is needed here", nil)
    return nil
  }

  mutating func texts(_ node: Yams.Node) -> [String] {
    if let scalar = node.scalar { return [scalar.string] }
    guard let sequence = node.sequence else {
      add(node.mark, "a text or a list is needed here", "write [a, b]")
      return []
    }
    return sequence.compactMap { text($0) }
  }

  /// One of a few words.
  mutating func word<Word: RawRepresentable<String> & CaseIterable>(_ node: Yams.Node) -> Word? {
    guard let text = text(node) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue)
    add(
      node.mark,
      "“\(text.shortened)” is none of the words that may stand here",
      Spelling.nearest(to: text, among: known, limit: 1).first.map { "did you mean “\($0)”?" }
        ?? "write one of: \(known.joined(separator: ", "))"
    )
    return nil
  }

  mutating func row(_ node: Yams.Node) -> Int? {
    if let row = node.int, (1...1_000_000).contains(row) { return row }
    add(node.mark, "a row's number is needed here", "count from 1, as a spreadsheet does")
    return nil
  }

  mutating func year(_ node: Yams.Node) -> Int? {
    if let year = node.int, (1900...2200).contains(year) { return year }
    add(node.mark, "a year is needed here", "write for example 2022")
    return nil
  }

  // MARK: Faults

  mutating func addUnknown(_ key: Yams.Node, _ known: [String]) {
    let name = key.scalar?.string ?? "this"
    add(
      key.mark,
      "“\(name.shortened)” is not known here",
      Spelling.nearest(to: name, among: known, limit: 1).first
        .map { "did you mean “\($0)”?" } ?? "known are \(known.joined(separator: ", "))"
    )
  }

  mutating func add(_ mark: Mark?, _ message: String, _ hint: String?) {
    diagnostics.append(Diagnostic(.error, at: place(mark), message, hint: hint))
  }

  func place(_ mark: Mark?) -> Diagnostic.Place {
    .init(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
  }
}

extension String {
  /// Whether the text is lower-case letters, digits and hyphens, as kinds are.
  var isKind: Bool {
    !isEmpty
      && utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}
