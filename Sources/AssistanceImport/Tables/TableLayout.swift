internal import GraphCore

/// Where a table's tags and headings stand and where its data begin.
struct TableLayout {
  /// How far down tags and headings are looked for.
  static let searchedRows = 25

  /// The row of the tags.
  let tagRow: Int?
  /// The row of the headings; `nil` if the tags stand first.
  let headingRow: Int?
  /// The first row of data.
  let firstRow: Int
  /// How many columns the table has.
  let width: Int

  /// Finds them; `nil` if neither tags nor known headings are there.
  ///
  /// A row of tags has at least two legal ones, or one that is alone, and more cells that begin
  /// with a number sign than others. Without it the row with the most known headings counts, the
  /// first of equal ones.
  init?(_ rows: TableRows, _ mapping: TableMapping, _ vocabulary: HeaderVocabulary) {
    let searched = 0..<min(Self.searchedRows, rows.count)
    if let wanted = mapping.headingRow {
      // An analyst counts rows as a spreadsheet shows them.
      guard let row = rows.numbers().firstIndex(of: wanted) else { return nil }
      let tags = (row + 1..<min(row + 3, rows.count)).first { Self.isTagRow(rows.cells($0)) }
      self.init(rows, tagRow: tags, headingRow: row)
      return
    }
    if let tags = searched.first(where: { Self.isTagRow(rows.cells($0)) }) {
      let heading = (0..<tags).last { row in rows.cells(row).contains { !$0.isEmpty } }
      self.init(rows, tagRow: tags, headingRow: heading)
      return
    }
    let mapped = Set(mapping.columns.map { FoldedName($0.heading) })
    let scores = searched.map { row in
      rows.cells(row).count { cell in
        !cell.isEmpty
          && (mapped.contains(FoldedName(cell)) || !vocabulary.candidates(for: cell).isEmpty)
      }
    }
    guard let best = scores.max(), best > 0, let row = scores.firstIndex(of: best) else {
      return nil
    }
    self.init(rows, tagRow: nil, headingRow: row)
  }

  private init(_ rows: TableRows, tagRow: Int?, headingRow: Int?) {
    self.tagRow = tagRow
    self.headingRow = headingRow
    firstRow = max(tagRow ?? 0, headingRow ?? 0) + 1
    width = max(tagRow.map { rows.cellCount($0) } ?? 0, headingRow.map { rows.cellCount($0) } ?? 0)
  }

  static func isTagRow(_ cells: [String]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    let signed = filled.count { $0.hasPrefix("#") }
    let legal = filled.count { Hashtag($0) != nil }
    return legal >= 1 && (legal >= 2 || filled.count == 1) && signed * 2 >= filled.count
  }
}
