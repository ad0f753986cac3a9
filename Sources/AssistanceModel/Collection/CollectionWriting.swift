internal import GraphCore
internal import TabularText

/// Turns a collection into files; records that nobody changed keep their bytes.
struct CollectionWriting {
  private let collection: AssistanceCollection
  private var schema: AssistanceSchema { collection.graph.schema }

  init(_ collection: AssistanceCollection) {
    self.collection = collection
  }

  func files() -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    let metadata =
      collection.origin.flatMap { $0.metadata == collection.metadata ? $0.metadataBytes : nil }
      ?? Array(MetadataWriter.yaml(collection.metadata, schema: schema).utf8)
    files.append(("collection.yaml", metadata))
    for kind in tableKinds { files.append((kind.path, bytes(of: kind))) }
    return files.sorted { $0.path < $1.path }
  }

  /// The tables that were read, and those that the graph needs.
  private var tableKinds: [CollectionTableKind] {
    let graph = collection.graph.graph
    var kinds = collection.origin?.files.map(\.kind) ?? []
    kinds += graph.nodeKinds.filter { $0 != .assistance }.map { .nodes($0) }
    kinds.append(.assistance)
    kinds += graph.edgeKinds.filter { !schema.isRole($0) }.map { .relations($0) }
    var seen: Set<CollectionTableKind> = []
    return kinds.filter { seen.insert($0).inserted }
  }

  private func bytes(of kind: CollectionTableKind) -> [UInt8] {
    let format = RecordFormat(collection.graph, kind)
    let rows = format.rows
    guard let origin = collection.origin,
      let number = origin.files.firstIndex(where: { $0.kind == kind }),
      format.columns(used: rows).allSatisfy(Set(origin.files[number].columns).contains)
    else {
      return whole(format, rows)
    }
    return patched(format, rows, origin, UInt32(number))
  }

  /// A new table: known columns in their order, records sorted.
  private func whole(_ format: RecordFormat, _ rows: [Int]) -> [UInt8] {
    let used = format.columns(used: rows)
    var writer = CSVWriter()
    writer.append(used.map { $0.heading(in: format.kind, roles: schema.roles) })
    let records = rows.map { format.cells($0, used) }.sorted { $0.lexicographicallyPrecedes($1) }
    for record in records { writer.append(record) }
    return writer.bytes
  }

  /// The table that was read: unchanged records as they were, others anew, new ones in order.
  private func patched(
    _ format: RecordFormat,
    _ rows: [Int],
    _ origin: CollectionOrigin,
    _ number: UInt32
  ) -> [UInt8] {
    let file = origin.files[Int(number)]
    let old = RecordFormat(
      AssistanceGraph(checked: origin.graph, schema: schema),
      format.kind
    )
    var rowOfRecord = [Int?](repeating: nil, count: file.table.recordCount)
    var fresh: [[String]] = []
    var changed: [Int: [String]] = [:]
    for row in rows {
      let cells = format.cells(row, file.columns)
      guard let oldRow = format.row(row, in: origin), let place = old.origin(oldRow, in: origin)
      else {
        fresh.append(cells)
        continue
      }
      let record = Int(place.y)
      rowOfRecord[record] = row
      if old.cells(oldRow, file.columns) != cells { changed[record] = cells }
    }
    fresh.sort { $0.lexicographicallyPrecedes($1) }
    var writer = CSVWriter(lineEnd: file.table.lineEnd)
    writer.append(raw: file.table.preamble)
    var next = fresh.startIndex
    for record in 0..<file.table.recordCount {
      let key = file.columns.indices.prefix(2).map { file.table.text(record: record, column: $0) }
      while next < fresh.endIndex, fresh[next].prefix(2).lexicographicallyPrecedes(key) {
        writer.append(fresh[next])
        next += 1
      }
      if rowOfRecord[record] != nil {
        if let cells = changed[record] {
          writer.append(cells)
        } else {
          writer.append(raw: file.table.bytes(ofRecord: record))
        }
      }
      writer.append(raw: file.table.gap(afterRecord: record))
    }
    guard next < fresh.endIndex else { return writer.bytes }
    if let last = writer.bytes.last, last != 10, last != 13 {
      writer.append(raw: file.table.lineEnd.utf8)
    }
    for cells in fresh[next...] { writer.append(cells) }
    return writer.bytes
  }
}
