internal import Foundation
internal import GraphCore
internal import TabularText

/// Reads a collection's folder and gathers every fault on the way.
struct CollectionReading {
  private(set) var graph = PropertyGraph()
  private(set) var schema = AssistanceSchema.standard
  private(set) var metadata = CollectionMetadata(title: "")
  private(set) var metadataBytes: [UInt8] = []
  private(set) var files: [CollectionFile] = []
  /// The file and record of each node and edge, by row.
  private(set) var nodeOrigins: [SIMD2<UInt32>] = []
  private(set) var edgeOrigins: [SIMD2<UInt32>] = []
  var diagnostics: [Diagnostic] = []

  private let folder: URL
  /// How people see the folder: the path that they gave.
  private let folderName: String
  private var documents: Set<String> = []
  private var suggestionsLeft = 200

  init(_ folder: URL, named name: String) {
    self.folder = folder
    folderName = name
  }

  mutating func read() {
    guard hasFolder() else { return }
    readMetadata()
    let nodeFolder = folder.appending(path: "nodes")
    let nodeTables = FileReading.tables(in: nodeFolder)
    if nodeTables.isEmpty {
      add(
        .error,
        file: "nodes",
        "there are no tables of nodes",
        "add nodes/actor.csv with the heading id,subkind,name,sources"
      )
    }
    for name in nodeTables {
      let kind = NodeKind(rawValue: String(name.dropLast(4)))
      guard schema.schema.rule(for: kind) != nil, kind != .assistance else {
        addUnknownKind(
          "nodes/\(name)",
          "node",
          kind.rawValue,
          schema.schema.nodeRules.map(\.kind.rawValue)
        )
        continue
      }
      readTable(.nodes(kind))
    }
    readTable(.assistance)
    for name in FileReading.tables(in: folder.appending(path: "relations")) {
      let kind = EdgeKind(rawValue: String(name.dropLast(4)))
      guard schema.schema.rule(for: kind) != nil, !schema.isRole(kind) else {
        let known = schema.schema.edgeRules.map(\.kind).filter { !schema.isRole($0) }
        addUnknownKind("relations/\(name)", "relation", kind.rawValue, known.map(\.rawValue))
        continue
      }
      readTable(.relations(kind))
    }
    checkReferences()
  }

  private mutating func hasFolder() -> Bool {
    let isFolder = FileReading.isFolder(folder)
    guard isFolder == true else {
      let message =
        isFolder == false ? "this is a file, not a collection" : "there is no such collection"
      diagnostics.append(
        Diagnostic(
          .error,
          at: .init(file: folderName),
          message,
          hint: "a collection is a folder with collection.yaml, nodes/ and assistance.csv"
        )
      )
      return false
    }
    return true
  }

  private mutating func readMetadata() {
    let name = path("collection.yaml")
    do {
      metadataBytes = try FileReading.bytes(
        at: folder.appending(path: "collection.yaml"),
        named: name
      )
    } catch {
      diagnostics += error.diagnostics
      return
    }
    var reader = MetadataReader(file: name)
    reader.read(metadataBytes)
    diagnostics += reader.diagnostics
    metadata = reader.metadata
    schema = reader.schema
    documents = Set(metadata.sources.map(\.key))
  }

  private mutating func readTable(_ kind: CollectionTableKind) {
    let bytes: [UInt8]
    do {
      bytes = try FileReading.bytes(
        at: folder.appending(path: kind.path),
        named: path(kind.path)
      )
    } catch {
      diagnostics += error.diagnostics
      return
    }
    var reader = TableReading(
      kind: kind,
      file: path(kind.path),
      table: CSVTable(bytes),
      schema: schema,
      documents: documents
    )
    guard reader.readHeader() else {
      diagnostics += reader.diagnostics
      return
    }
    let number = UInt32(files.count)
    for record in 0..<reader.table.recordCount {
      add(record, of: &reader, file: number)
    }
    diagnostics += reader.diagnostics + [reader.missingSources].compactMap(\.self)
    files.append(CollectionFile(kind: kind, table: reader.table, columns: reader.columns))
  }

  // MARK: Records

  private mutating func add(_ record: Int, of reader: inout TableReading, file: UInt32) {
    guard let row = reader.read(record) else { return }
    let origin = SIMD2(file, UInt32(record))
    switch reader.kind {
    case .nodes(let kind):
      addNode(row, kind, row.id ?? "", record, &reader, origin)
    case .assistance:
      addFact(row, record, &reader, origin)
    case .relations(let kind):
      addRelation(row, kind, record, &reader, origin)
    }
  }

  @discardableResult
  private mutating func addNode(
    _ row: TableRow,
    _ kind: NodeKind,
    _ id: String,
    _ record: Int,
    _ reader: inout TableReading,
    _ origin: SIMD2<UInt32>
  ) -> NodeID? {
    guard !id.isEmpty else {
      reader.add(.error, record, .id, "the id is missing", "give each line a short, lasting id")
      return nil
    }
    let key = NodeID(id)
    do {
      try graph.addNode(key, kind, valid: row.validity, sources: row.sources)
    } catch {
      let first = graph.row(of: key).map { place(ofNodeRow: $0, reader) }
      reader.add(
        .error,
        record,
        .id,
        "the id “\(id.shortened)” is used already",
        first.map { "it stands first at \($0)" } ?? "choose another id"
      )
      return nil
    }
    nodeOrigins.append(origin)
    set(row.properties, of: key)
    return key
  }

  private mutating func addFact(
    _ row: TableRow,
    _ record: Int,
    _ reader: inout TableReading,
    _ origin: SIMD2<UInt32>
  ) {
    let providers = row.ends.first { $0.role == .provider }?.ids ?? []
    if providers.isEmpty {
      reader.add(
        .error,
        record,
        .role(.provider),
        "the fact names no provider",
        "name who assisted; add a placeholder actor if the source does not say"
      )
    }
    let id = row.id ?? derivedID(of: row)
    guard let fact = addNode(row, .assistance, id, record, &reader, origin) else { return }
    for (role, ids) in row.ends {
      guard let rule = schema.role(role) else { continue }
      if let maximum = rule.maximum, ids.count > maximum {
        reader.add(
          .error,
          record,
          .role(role),
          "a fact has at most \(maximum) \(rule.column)",
          "write one line for each"
        )
      }
      for end in ids {
        guard let found = resolve(end, record, .role(role), &reader, of: rule.nodeKinds) else {
          continue
        }
        addEdge(fact, role, found, row, origin, properties: false)
      }
    }
  }

  private mutating func addRelation(
    _ row: TableRow,
    _ kind: EdgeKind,
    _ record: Int,
    _ reader: inout TableReading,
    _ origin: SIMD2<UInt32>
  ) {
    guard let rule = schema.schema.rule(for: kind) else { return }
    let from = resolve(row.from, record, .from, &reader)
    let to = resolve(row.to, record, .to, &reader)
    guard let from, let to, let fromKind = graph[from]?.kind, let toKind = graph[to]?.kind else {
      return
    }
    guard rule.allows(fromKind, toKind) else {
      let startsRight = rule.ends.contains { $0.from == fromKind }
      let pairs = rule.ends.map { "\($0.from) to \($0.to)" }.joined(separator: ", ")
      reader.add(
        .error,
        record,
        startsRight ? .to : .from,
        "“\(kind)” may not lead from \(fromKind.article) to \(toKind.article)",
        "it leads from \(pairs)"
      )
      return
    }
    addEdge(from, kind, to, row, origin, properties: true)
  }

  private mutating func addEdge(
    _ from: NodeID,
    _ kind: EdgeKind,
    _ to: NodeID,
    _ row: TableRow,
    _ origin: SIMD2<UInt32>,
    properties: Bool
  ) {
    guard
      let id = try? graph.addEdge(
        from: from,
        kind,
        to: to,
        valid: row.validity,
        sources: row.sources
      )
    else { return }
    edgeOrigins.append(origin)
    guard properties else { return }
    for (name, value) in row.properties { try? graph.set(name, to: value, of: id) }
  }

  private mutating func set(_ properties: [(String, PropertyValue)], of id: NodeID) {
    for (name, value) in properties { try? graph.set(name, to: value, of: id) }
  }

  /// A key for a fact that has none: provider, place and subject.
  private func derivedID(of row: TableRow) -> String {
    func end(_ role: EdgeKind) -> String? { row.ends.first { $0.role == role }?.ids.first }
    let subject = end(.inhibitor) ?? end(.measure) ?? end(.form)
    let base =
      ([end(.provider), end(.countryCase), subject]).compactMap(\.self).joined(separator: ".")
    var id = base.isEmpty ? "fact" : base
    var number = 2
    while graph[NodeID(id)] != nil {
      id = "\(base.isEmpty ? "fact" : base).\(number)"
      number += 1
    }
    return id
  }

  // MARK: Faults

  private mutating func resolve(
    _ id: String,
    _ record: Int,
    _ column: CollectionColumn,
    _ reader: inout TableReading,
    of kinds: [NodeKind]? = nil
  ) -> NodeID? {
    guard !id.isEmpty else {
      reader.add(.error, record, column, "the id is missing", "name a node by its id")
      return nil
    }
    guard let node = graph[NodeID(id)], node.kind != .assistance else {
      let wanted = kinds?.first?.rawValue ?? "node"
      reader.add(
        .error,
        record,
        column,
        "unknown \(wanted) “\(id.shortened)”",
        hint(for: id, kinds)
      )
      return nil
    }
    if let kinds, !kinds.contains(node.kind) {
      reader.add(
        .error,
        record,
        column,
        "“\(id.shortened)” is \(node.kind.article), but this column needs "
          + kinds.map(\.article).joined(separator: " or "),
        "check the id, or the column"
      )
      return nil
    }
    return node.id
  }

  private mutating func hint(for id: String, _ kinds: [NodeKind]?) -> String {
    guard suggestionsLeft > 0 else { return "add it to a table in nodes/" }
    suggestionsLeft -= 1
    let known = graph.nodes.lazy
      .filter { $0.kind != .assistance && kinds?.contains($0.kind) ?? true }
      .map(\.id.rawValue)
    guard let nearest = Spelling.nearest(to: id, among: Array(known), limit: 1).first else {
      return "add it to a table in nodes/"
    }
    return "did you mean “\(nearest)”?"
  }

  private mutating func addUnknownKind(
    _ file: String,
    _ what: String,
    _ kind: String,
    _ known: [String]
  ) {
    let nearest = Spelling.nearest(to: kind, among: known, limit: 1).first
    add(
      .error,
      file: file,
      "no kind of \(what) is called “\(kind)”",
      nearest.map { "did you mean “\($0)”?" }
        ?? "declare it in collection.yaml under schema, or rename the file"
    )
  }

  private mutating func add(
    _ severity: Diagnostic.Severity,
    file: String,
    _ message: String,
    _ hint: String
  ) {
    diagnostics.append(Diagnostic(severity, at: .init(file: path(file)), message, hint: hint))
  }

  /// Properties that name nodes may name nodes of later files, so they are checked at the end.
  private mutating func checkReferences() {
    for file in files {
      for (index, column) in file.columns.enumerated() {
        guard case .property(let rule) = column, let kinds = rule.refersTo else { continue }
        for record in 0..<file.table.recordCount {
          let key = file.table.text(record: record, column: index).trimmed
          guard !key.isEmpty, !(graph[NodeID(key)].map { kinds.contains($0.kind) } ?? false)
          else { continue }
          let (line, column) = file.table.place(record: record, column: index)
          let place = Diagnostic.Place(file: path(file.kind.path), line: line, column: column)
          let wanted = kinds.map(\.rawValue).joined(separator: " or ")
          diagnostics.append(
            Diagnostic(
              .error,
              at: place,
              "unknown \(wanted) “\(key.shortened)”",
              hint: hint(for: key, kinds)
            )
          )
        }
      }
    }
  }

  /// Where the node of a row stands; `reader` holds the table that is not filed yet.
  private func place(ofNodeRow row: Int, _ reader: TableReading) -> String {
    let origin = nodeOrigins[row]
    let isFiled = Int(origin.x) < files.count
    let table = isFiled ? files[Int(origin.x)].table : reader.table
    let name = isFiled ? path(files[Int(origin.x)].kind.path) : reader.file
    return "\(name):\(table.line(ofRecord: Int(origin.y)))"
  }

  private func path(_ name: String) -> String {
    folderName.hasSuffix("/") ? folderName + name : "\(folderName)/\(name)"
  }
}
