internal import Foundation
internal import GraphCore
internal import TabularText

/// Reads a collection's folder and gathers every fault on the way.
struct CollectionReading {
  var graph = PropertyGraph()
  private(set) var schema = AssistanceSchema.standard
  private(set) var metadata = CollectionMetadata(title: "")
  private(set) var metadataBytes: [UInt8] = []
  private(set) var needs: [CoverageNeed] = []
  /// `nil` if there is no table of needs.
  private(set) var needsBytes: [UInt8]?
  var files: [CollectionFile] = []
  /// The file and record of each node and edge, by row.
  var nodeOrigins: [SIMD2<UInt32>] = []
  var edgeOrigins: [SIMD2<UInt32>] = []
  /// The rows of facts whose key was derived from their ends.
  var derivedRows: Set<UInt32> = []
  var diagnostics: [Diagnostic] = []

  private let folder: URL
  /// How people see the folder: the path that they gave.
  private let folderName: String
  private var documents: DocumentKeys?
  /// Every property that a table has a column for.
  private var properties: Set<String> = []
  /// Far fewer than a graph can hold names.
  private static let maximumProperties = 10_000
  private var metadataNodes: [(id: NodeID, place: Diagnostic.Place)] = []
  private var filesRead: [String] = []
  var nearest = NearestID()
  var factKeys = FactKeys(stated: [])
  /// Kinds whose table could not be read whole: that an id is unknown may be due to that.
  var brokenKinds: Set<NodeKind> = []
  /// Ids on lines that could not be read.
  var brokenIDs: Set<String> = []

  init(_ folder: URL, named name: String) {
    self.folder = folder
    folderName = name
  }

  mutating func read() {
    guard hasFolder() else { return }
    readMetadata()
    readNodes()
    readTable(.assistance)
    for name in tables(in: "relations") {
      let kind = EdgeKind(rawValue: String(name.dropLast(4)))
      guard schema.schema.rule(for: kind) != nil, !schema.isRole(kind) else {
        let known = schema.schema.edgeRules.map(\.kind).filter { !schema.isRole($0) }
        addUnknownKind("relations/\(name)", "relation", kind.rawValue, known.map(\.rawValue))
        continue
      }
      readTable(.relations(kind))
    }
    readNeeds()
    checkReferences()
    sortDiagnostics()
  }

  private mutating func hasFolder() -> Bool {
    let type = folderName.isEmpty ? nil : FileReading.type(of: folder)
    guard type == .folder else {
      diagnostics.append(
        Diagnostic(
          .error,
          at: .init(file: folderName),
          type == nil ? "there is no such collection" : "this is a file, not a collection",
          hint: "a collection is a folder with collection.yaml, nodes/ and assistance.csv"
        )
      )
      return false
    }
    return true
  }

  private mutating func readMetadata() {
    let name = path("collection.yaml")
    filesRead.append(name)
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
    metadataNodes = reader.nodes
    if reader.isYAML { documents = DocumentKeys(metadata.sources.map(\.key)) }
  }

  private mutating func readNeeds() {
    let url = folder.appending(path: NeedTable.fileName)
    // Where nodes are missing because their lines are faulty, names would be told as unknown.
    guard FileReading.type(of: url) != nil, brokenKinds.isEmpty, brokenIDs.isEmpty else { return }
    let name = path(NeedTable.fileName)
    filesRead.append(name)
    do {
      let bytes = try FileReading.bytes(at: url, named: name)
      needs = try NeedTable.needs(reading: bytes, file: name, in: graph, roles: schema.roles)
      needsBytes = bytes
    } catch {
      diagnostics += error.diagnostics
    }
  }

  private mutating func readNodes() {
    let names = tables(in: "nodes")
    if names.isEmpty, FileReading.type(of: folder.appending(path: "nodes")) ?? .folder == .folder {
      add(
        .error,
        file: "nodes",
        "there are no tables of nodes",
        "add nodes/actor.csv with the heading id,subkind,name,sources"
      )
    }
    for name in names {
      let kind = NodeKind(rawValue: String(name.dropLast(4)))
      guard schema.schema.rule(for: kind) != nil, kind != .assistance else {
        let known = schema.schema.nodeRules.map(\.kind).filter { $0 != .assistance }
        let meant = addUnknownKind("nodes/\(name)", "node", kind.rawValue, known.map(\.rawValue))
        brokenKinds.insert(NodeKind(rawValue: meant ?? kind.rawValue))
        continue
      }
      readTable(.nodes(kind))
    }
  }

  /// The names of the tables in a folder of the collection, with a doubt about what looks like one.
  private mutating func tables(in name: String) -> [String] {
    let listing: FileReading.Listing
    do {
      listing = try FileReading.tables(in: folder.appending(path: name), named: path(name))
    } catch {
      diagnostics += error.diagnostics
      return []
    }
    for other in listing.lookalikes {
      add(.warning, file: "\(name)/\(other)", "this file is not read", "tables end in .csv")
    }
    return listing.tables
  }

  private mutating func readTable(_ kind: CollectionTableKind) {
    let bytes: [UInt8]
    filesRead.append(path(kind.path))
    do {
      bytes = try FileReading.bytes(
        at: folder.appending(path: kind.path),
        named: path(kind.path)
      )
    } catch {
      diagnostics += error.diagnostics
      if case .nodes(let kind) = kind { brokenKinds.insert(kind) }
      return
    }
    var reader = TableReading(
      kind: kind,
      file: path(kind.path),
      table: CSVTable(bytes),
      schema: schema,
      documents: documents,
      confidence: metadata.question.confidence
    )
    let canBeRead = reader.readHeader() && hasRoom(for: &reader)
    if case .nodes(let kind) = kind,
      !canBeRead || reader.table.faults.contains(where: { $0.problem == .openQuote })
    {
      brokenKinds.insert(kind)
    }
    guard canBeRead else {
      diagnostics += reader.diagnostics
      return
    }
    if kind == .assistance { factKeys = FactKeys(stated: reader.statedIDs) }
    let number = UInt32(files.count)
    for record in 0..<reader.table.recordCount { add(record, of: &reader, file: number) }
    documents = reader.documents
    diagnostics += reader.diagnostics + [reader.missingSources].compactMap(\.self)
    files.append(CollectionFile(kind: kind, table: reader.table, columns: reader.columns))
  }

  /// Whether the graph can hold the table's properties beside those of the tables before it.
  private mutating func hasRoom(for reader: inout TableReading) -> Bool {
    var all = properties
    for case .property(let rule) in reader.columns { all.insert(rule.name) }
    guard all.count > Self.maximumProperties else {
      properties = all
      return true
    }
    reader.addTooManyProperties(Self.maximumProperties)
    return false
  }

  // MARK: Checks at the end

  /// What names nodes may name those of later files, so it is checked when all are read.
  private mutating func checkReferences() {
    for (id, place) in metadataNodes where graph[id] == nil && mayBeUnknown(id.rawValue, nil) {
      diagnostics.append(
        Diagnostic(
          .error,
          at: place,
          "unknown node “\(id.rawValue.shortened)”",
          hint: nearest.hint(for: id.rawValue, nil, in: graph)
        )
      )
    }
    for file in files {
      for (index, column) in file.columns.enumerated() {
        guard case .property(let rule) = column, let kinds = rule.refersTo else { continue }
        for record in 0..<file.table.recordCount
        where file.table.columnCount(ofRecord: record) == file.columns.count {
          checkReference(record, index, rule, kinds, file)
        }
      }
    }
  }

  private mutating func checkReference(
    _ record: Int,
    _ index: Int,
    _ rule: PropertyRule,
    _ kinds: [NodeKind],
    _ file: CollectionFile
  ) {
    let cell = FormulaGuard.unguarded(file.table.text(record: record, column: index).trimmed)
    guard !cell.isEmpty else { return }
    for key in rule.type == .texts ? CellText.split(cell) : [cell] {
      let isKnown = graph[NodeID(key)].map { kinds.contains($0.kind) } ?? false
      guard !isKnown, mayBeUnknown(key, kinds) else { continue }
      let (line, column) = file.table.place(record: record, column: index)
      diagnostics.append(
        Diagnostic(
          .error,
          at: .init(file: path(file.kind.path), line: line, column: column),
          "unknown \(kinds.map(\.rawValue).joined(separator: " or ")) “\(key.shortened)”",
          hint: nearest.hint(for: key, kinds, in: graph)
        )
      )
    }
  }

  /// Whether that an id is unknown is a fault of its own, not one of the table that should have it.
  func mayBeUnknown(_ id: String, _ kinds: [NodeKind]?) -> Bool {
    guard !brokenIDs.contains(id) else { return false }
    return kinds.map { brokenKinds.isDisjoint(with: $0) } ?? brokenKinds.isEmpty
  }

  /// Sorts by file in the order of reading, then by place; equal places keep their order.
  private mutating func sortDiagnostics() {
    var ranks: [String: Int] = [:]
    for name in filesRead where ranks[name] == nil { ranks[name] = ranks.count }
    for diagnostic in diagnostics where ranks[diagnostic.place.file] == nil {
      ranks[diagnostic.place.file] = ranks.count
    }
    diagnostics =
      diagnostics.enumerated()
      .map { order, item in
        (
          key: [
            ranks[item.place.file] ?? 0, item.place.line ?? 0, item.place.column ?? 0, order,
          ],
          item: item
        )
      }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map(\.item)
  }

  @discardableResult
  private mutating func addUnknownKind(
    _ file: String,
    _ what: String,
    _ kind: String,
    _ known: [String]
  ) -> String? {
    let nearest = Spelling.nearest(to: kind, among: known, limit: 1).first
    add(
      .error,
      file: file,
      "no kind of \(what) is called “\(kind)”",
      nearest.map { "did you mean “\($0)”?" }
        ?? "declare it in collection.yaml under schema, or rename the file"
    )
    return nearest
  }

  private mutating func add(
    _ severity: Diagnostic.Severity,
    file: String,
    _ message: String,
    _ hint: String
  ) {
    filesRead.append(path(file))
    diagnostics.append(Diagnostic(severity, at: .init(file: path(file)), message, hint: hint))
  }

  /// A file of the collection as people see it.
  func path(_ name: String) -> String {
    folderName.hasSuffix("/") ? folderName + name : "\(folderName)/\(name)"
  }
}
