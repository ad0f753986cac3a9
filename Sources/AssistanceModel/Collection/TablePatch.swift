internal import GraphCore
internal import TabularText

/// Writes a table that was read: unchanged records as they were, others anew, new ones in order.
struct TablePatch {
  /// A line of the new table.
  private struct Line {
    /// The record of the old table, unless the line is new.
    var record: Int?
    /// The row of the graph, unless the record stands for nothing: a line of commas.
    var row: Int?
    /// Whether the old bytes are no longer right.
    var isChanged = true
  }

  private let format: RecordFormat
  private let old: RecordFormat
  private let origin: CollectionOrigin
  private let file: CollectionFile
  private let number: UInt32
  private let roles: [FactRole]

  init(
    _ format: RecordFormat,
    _ old: RecordFormat,
    _ origin: CollectionOrigin,
    _ number: UInt32,
    _ roles: [FactRole]
  ) {
    self.format = format
    self.old = old
    self.origin = origin
    self.number = number
    self.roles = roles
    file = origin.files[Int(number)]
  }

  func bytes() -> [UInt8] {
    let rows = format.rows
    let columns = completeColumns(rows)
    let hasOldHeading = columns.count == file.columns.count
    var (lines, fresh) = matched(rows)
    // Only here are ids that no line states left out.
    let isBlank = blankIDs(&lines, fresh)
    let new =
      fresh.map { format.cells($0, columns) }
      .sorted(by: { precedes($0, $1) })
    var writer = CSVWriter(lineEnd: file.table.lineEnd, guardsFormulas: true)
    if hasOldHeading {
      writer.append(raw: file.table.preamble)
    } else {
      appendHeading(columns, to: &writer)
    }
    var next = new.startIndex
    for line in lines {
      guard let record = line.record else { continue }
      let key = key(ofRecord: record, columns)
      while next < new.endIndex, precedes(new[next].prefix(2), key) {
        writer.append(new[next])
        next += 1
      }
      if let row = line.row {
        if hasOldHeading, !line.isChanged {
          writer.append(raw: file.table.bytes(ofRecord: record))
        } else {
          var cells = format.cells(row, columns)
          if isBlank(row), let id = columns.firstIndex(of: .id) { cells[id] = "" }
          writer.append(cells)
        }
      } else if wasBlank(record), hasOldHeading {
        writer.append(raw: file.table.bytes(ofRecord: record))
      }
      writer.append(raw: file.table.gap(afterRecord: record))
    }
    guard next < new.endIndex else { return writer.bytes }
    if let last = writer.bytes.last, last != 10, last != 13 {
      writer.append(raw: file.table.lineEnd.utf8)
    }
    for cells in new[next...] { writer.append(cells) }
    return writer.bytes
  }

  // MARK: Columns

  /// The columns of the file, with those that a value needs before the sources.
  private func completeColumns(_ rows: [Int]) -> [CollectionColumn] {
    var columns = file.columns
    let needed = format.usedColumns(in: rows).filter { column in
      !columns.contains { $0.isSame(as: column) } && !(column == .id && onlyDerived(rows))
    }
    let end = columns.last == .sources ? columns.count - 1 : columns.count
    for column in needed {
      columns.insert(column, at: column == .id ? 0 : end + columns.count - file.columns.count)
    }
    return columns
  }

  private func onlyDerived(_ rows: [Int]) -> Bool {
    rows.allSatisfy { row in
      format.row(row, in: origin).map { origin.derivedRows.contains(UInt32($0)) } ?? false
    }
  }

  private func appendHeading(_ columns: [CollectionColumn], to writer: inout CSVWriter) {
    if file.table.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      writer.append(raw: [0xEF, 0xBB, 0xBF])
    }
    writer.append(
      columns.map { column in
        file.columns.firstIndex(of: column).map { file.table.header[$0] }
          ?? column.heading(in: format.kind, roles: roles)
      }
    )
  }

  // MARK: Lines

  /// The records of the file with the rows that they stand for now, and the rows without one.
  private func matched(_ rows: [Int]) -> (lines: [Line], fresh: [Int]) {
    var lines = (0..<file.table.recordCount).map { Line(record: $0) }
    var fresh: [Int] = []
    for row in rows {
      guard let oldRow = format.row(row, in: origin), let place = old.origin(oldRow, in: origin),
        place.x == number
      else {
        fresh.append(row)
        continue
      }
      let record = Int(place.y)
      lines[record].row = row
      lines[record].isChanged = !zip(
        old.cells(oldRow, file.columns),
        format.cells(row, file.columns)
      )
      .allSatisfy { $0.hasSameBytes(as: $1) }
    }
    return (lines, fresh)
  }

  /// Whether a record of the file stood for nothing.
  private func wasBlank(_ record: Int) -> Bool {
    (0..<file.table.columnCount(ofRecord: record))
      .allSatisfy { file.table.text(record: record, column: $0).trimmed.isEmpty }
  }

  /// What a record is sorted by: its first two cells under the new heading.
  private func key(ofRecord record: Int, _ columns: [CollectionColumn]) -> [String] {
    columns.prefix(2).map { column in
      file.columns.firstIndex(of: column)
        .map { FormulaGuard.unguarded(file.table.text(record: record, column: $0)) } ?? ""
    }
  }

  // MARK: Derived keys

  /// Finds the facts whose line may go on without an id; the lines of the others are changed.
  ///
  /// A line without an id would get another key if one before it with the same ends is gone, or
  /// if a new line states its key. Then its id is written down.
  private func blankIDs(_ lines: inout [Line], _ fresh: [Int]) -> (Int) -> Bool {
    guard format.kind == .assistance, !origin.derivedRows.isEmpty else { return { _ in false } }
    var blank: Set<Int> = []
    for line in lines {
      guard let row = line.row, !line.isChanged, let oldRow = format.row(row, in: origin) else {
        continue
      }
      if origin.derivedRows.contains(UInt32(oldRow)) { blank.insert(row) }
    }
    while true {
      let stated = (fresh + lines.compactMap(\.row)).filter { !blank.contains($0) }
      var keys = FactKeys(stated: Set(stated.map { format.key(ofFact: $0) }))
      var moved: Set<String> = []
      for line in lines {
        guard let row = line.row, blank.contains(row) else { continue }
        let base = format.baseKey(ofFact: row)
        let key = keys.key(base) { format.isOtherNode($0) }
        if key != format.key(ofFact: row) { moved.insert(base) }
      }
      guard !moved.isEmpty else { break }
      for index in lines.indices {
        guard let row = lines[index].row, moved.contains(format.baseKey(ofFact: row)),
          blank.remove(row) != nil
        else { continue }
        lines[index].isChanged = true
      }
    }
    let result = blank
    return { result.contains($0) }
  }
}
