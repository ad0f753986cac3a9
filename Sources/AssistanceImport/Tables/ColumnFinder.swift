internal import AssistanceModel
internal import GraphCore

/// Finds the columns that a mapping names, and says which are not there.
struct ColumnFinder {
  private(set) var faults: [Diagnostic] = []
  private let document: String
  private let headings: [String]
  private let tags: [String]
  private let line: Int

  init(_ rows: TableRows, _ layout: TableLayout, document: String) {
    self.document = document
    headings = (0..<layout.width).map { column in
      layout.headingRow.map { rows.text($0, column) } ?? ""
    }
    tags = (0..<layout.width).map { column in
      layout.tagRow.map { rows.text($0, column) } ?? ""
    }
    line = rows.line(layout.headingRow ?? layout.tagRow ?? 0)
  }

  /// The first column with this heading or tag, or with this number; a fault if there is none.
  mutating func column(_ name: String, _ place: Diagnostic.Place?) -> Int? {
    if let exact = headings.firstIndex(of: name) ?? tags.firstIndex(of: name) { return exact }
    let folded = FoldedName(name)
    for texts in [headings, tags] {
      if let found = texts.firstIndex(where: { !$0.isEmpty && FoldedName($0) == folded }) {
        return found
      }
    }
    if let number = Int(name), headings.indices.contains(number - 1) { return number - 1 }
    let known = (headings + tags).filter { !$0.isEmpty }
    let near = Spelling.nearest(to: name, among: known, limit: 1).first
    faults.append(
      Diagnostic(
        .error,
        at: place ?? Diagnostic.Place(file: document, line: line),
        "\(document) has no column “\(name.shortened)”",
        hint: near.map { "did you mean “\($0)”?" }
          ?? "it has \(known.prefix(12).map { "“\($0.shortened)”" }.joined(separator: ", "))"
      )
    )
    return nil
  }

  /// Adds a fault if there is no such column.
  mutating func check(_ name: String, _ place: Diagnostic.Place?) {
    _ = column(name, place)
  }
}

/// Which rows a mapping wants.
struct RowConditions {
  private struct Wanted {
    let column: Int
    let texts: Set<FoldedName>
    /// Whether any text will do.
    let isAny: Bool
  }

  private var wanted: [Wanted] = []

  init(_ conditions: [TableMapping.Condition], _ finder: inout ColumnFinder) {
    for condition in conditions {
      guard let column = finder.column(condition.heading, condition.place) else { continue }
      let isAny = condition.texts.contains("*")
      let texts = condition.texts.filter { $0 != "*" }.map { FoldedName($0) }
      wanted.append(Wanted(column: column, texts: Set(texts), isAny: isAny))
    }
  }

  /// The columns that decide.
  var columns: [Int] { wanted.map(\.column) }

  /// Whether a row meets every condition.
  func hold(_ rows: TableRows, _ row: Int) -> Bool {
    wanted.allSatisfy { condition in
      let text = rows.text(row, condition.column)
      return (condition.isAny && !text.isEmpty) || condition.texts.contains(FoldedName(text))
    }
  }
}

extension TableMapping {
  /// What is said about a column: by its heading or tag, or by its number where no column has that
  /// for a heading.
  func statement(_ number: Int, heading: String, tag: String) -> Column? {
    let names = [heading, tag].filter { !$0.isEmpty }
    let folded = names.map { FoldedName($0) }
    return columns.first { names.contains($0.heading) }
      ?? columns.first { $0.heading == "\(number + 1)" }
      ?? columns.first { column in
        Int(column.heading) == nil && folded.contains(FoldedName(column.heading))
      }
  }
}
