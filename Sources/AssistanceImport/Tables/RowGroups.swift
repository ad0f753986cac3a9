internal import GraphCore

/// Rows that say the same in every column that a fact is made of: they are read once.
struct RowGroups {
  /// What the rows of a group say.
  private struct Group {
    let firstRow: Int
    let outcome: RowReader.Outcome
    let counts: RowCounts
    /// How many rows were met, and for those that became facts what they add up to.
    var rowCount = 0
    var record = FactRecord()
  }

  private let document: String
  private let texts: TableTexts
  private var reader: RowReader
  private let columns: [Int]
  private var groups: [Group] = []
  /// Numbers of groups counted from 1 by the hashes of their rows; zero is free.
  private var slots = [UInt32](repeating: 0, count: 64)
  private var hashes: [Int] = []
  private var amountCounts = RowCounts()

  init(_ table: TableReader) {
    document = table.document
    texts = table.texts
    reader = RowReader(table)
    columns = table.plan.factColumns
  }

  /// Reads a row, or finds the rows that say the same.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - number: Its number in a spreadsheet.
  ///   - isRepeat: Whether it repeats an earlier row cell by cell.
  /// - Returns: Why it is refused; `nil` if it became part of a fact.
  mutating func add(_ row: Int, number: Int, isRepeat: Bool) -> String? {
    let group = group(of: row, number: number)
    groups[group].rowCount += 1
    if case .refused(let reason) = groups[group].outcome { return reason }
    let amounts = reader.amounts(row)
    amountCounts.add(reader.counts)
    groups[group].record.add(
      SourceReference(document: document, locator: .rows(number...number)),
      amounts,
      isRepeat: isRepeat
    )
    return nil
  }

  /// Adds the facts, in the order in which rows first tell of them.
  ///
  /// - Returns: What is to be said about all rows.
  func finish(_ draft: inout CollectionDraft) -> RowCounts {
    var counts = amountCounts
    for group in groups {
      counts.add(group.counts, times: group.rowCount)
      if case .fact(let fact) = group.outcome { draft.add(fact, standingFor: group.record) }
    }
    for (text, count) in counts.missingSectors {
      draft.countMissing(text, in: "sector", times: count)
    }
    return counts
  }

  // MARK: Finding rows that say the same

  private mutating func group(of row: Int, number: Int) -> Int {
    let hash = hash(row)
    var slot = hash & (slots.count - 1)
    while slots[slot] != 0 {
      let group = Int(slots[slot]) - 1
      if hashes[group] == hash, areEqual(groups[group].firstRow, row) { return group }
      slot = (slot + 1) & (slots.count - 1)
    }
    let outcome = reader.fact(row, number: number)
    groups.append(Group(firstRow: row, outcome: outcome, counts: reader.counts))
    hashes.append(hash)
    slots[slot] = UInt32(groups.count)
    if groups.count * 3 > slots.count * 2 { grow() }
    return groups.count - 1
  }

  private func hash(_ row: Int) -> Int {
    var hasher = Hasher()
    for column in columns { hasher.combine(UInt32(texts.number(row, column))) }
    return hasher.finalize()
  }

  private func areEqual(_ left: Int, _ right: Int) -> Bool {
    columns.allSatisfy { texts.number(left, $0) == texts.number(right, $0) }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (group, hash) in hashes.enumerated() {
      var slot = hash & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(group + 1)
    }
  }
}
