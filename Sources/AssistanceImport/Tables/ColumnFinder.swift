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
    if let found = TableMapping.numbers(of: name, headings, tags).first { return found }
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
  /// What is said about each column, by its number from 0.
  ///
  /// A statement is about every column with its heading or tag as written, else about every one
  /// whose folded heading or tag it is, else about the column with its number.
  func statements(_ headings: [String], _ tags: [String]) -> [Int: Column] {
    var found: [Int: Column] = [:]
    for column in columns {
      for number in Self.numbers(of: column.heading, headings, tags) where found[number] == nil {
        found[number] = column
      }
    }
    return found
  }

  /// The columns that a name stands for.
  static func numbers(of name: String, _ headings: [String], _ tags: [String]) -> [Int] {
    let exact = headings.indices.filter { headings[$0] == name || tags[$0] == name }
    guard exact.isEmpty, !name.isEmpty else { return exact }
    let folded = FoldedName(name)
    let near = headings.indices.filter { number in
      !folded.isEmpty
        && [headings[number], tags[number]].contains { FoldedName($0) == folded }
    }
    guard near.isEmpty else { return near }
    let digits = folded.words.first == "column" ? folded.words.dropFirst() : folded.words[...]
    guard digits.count == 1, let number = digits.first.flatMap({ Int($0) }),
      headings.indices.contains(number - 1)
    else { return [] }
    return [number - 1]
  }
}
