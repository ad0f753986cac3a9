package import GraphCore
internal import TabularText

/// A table that an analyst writes beside a collection: known headings, and cells with their places.
///
/// What cannot be read is gathered in ``faults``; whoever reads the records adds to them.
package struct SideTable {
  /// How people know the file.
  package let file: String
  /// Every fault so far, in the order of finding.
  package private(set) var faults: [Diagnostic]
  /// The known headings that the table has, in its order.
  package let headings: [String]

  private let table: CSVTable
  private let places: [String: Int]
  /// What nodes of some kinds are called.
  private var knownWords: [[NodeKind]: [String]] = [:]
  private var hintsLeft = 50

  /// Opens a table.
  ///
  /// - Parameters:
  ///   - bytes: CSV with a heading.
  ///   - file: The file's name, for faults.
  ///   - known: The headings that may stand in it, in lower case with hyphens.
  ///   - required: Those that must.
  package init(
    reading bytes: [UInt8],
    file: String,
    known: [String],
    required: [String] = []
  ) {
    let table = CSVTable(bytes)
    var faults = table.faults.map { fault in
      Diagnostic(
        .error,
        at: Diagnostic.Place(file: file, line: fault.line, column: fault.column),
        fault.message,
        hint: fault.hint
      )
    }
    var places: [String: Int] = [:]
    var headings: [String] = []
    for (number, cell) in table.header.enumerated() {
      let heading = TableReading.normal(cell)
      let (line, column) = table.place(headerColumn: number)
      func fault(_ message: String, _ hint: String) {
        let place = Diagnostic.Place(file: file, line: line, column: column)
        faults.append(Diagnostic(.error, at: place, message, hint: hint))
      }
      if !known.contains(heading) {
        let isOtherwiseSeparated = table.header.count == 1 && cell.contains { ";\t|".contains($0) }
        guard !isOtherwiseSeparated else {
          fault("the cells are not separated by commas", "save the table as CSV with commas")
          continue
        }
        let near = Spelling.nearest(to: heading, among: known, limit: 1).first
        fault(
          "unknown heading “\(cell.shortened)”",
          near.map { "did you mean “\($0)”?" } ?? "use \(known.joined(separator: ", "))"
        )
      } else if places.updateValue(number, forKey: heading) != nil {
        fault("the column “\(heading)” stands here twice", "remove one")
      } else {
        headings.append(heading)
      }
    }
    for heading in required where places[heading] == nil {
      faults.append(
        Diagnostic(
          .error,
          at: Diagnostic.Place(file: file, line: 1),
          "the column “\(heading)” is missing",
          hint: "add it to the heading"
        )
      )
    }
    self.file = file
    self.faults = faults
    self.headings = headings
    self.table = table
    self.places = places
  }

  /// Every fault so far, by place; `nil` if there is none.
  package var error: CollectionError? {
    guard !faults.isEmpty else { return nil }
    func key(_ place: Diagnostic.Place) -> (Int, Int) { (place.line ?? 0, place.column ?? 0) }
    return CollectionError(
      faults.enumerated().sorted {
        key($0.element.place) == key($1.element.place)
          ? $0.offset < $1.offset : key($0.element.place) < key($1.element.place)
      }.map(\.element)
    )
  }

  /// The records that hold something and have no more cells than the heading.
  package mutating func records() -> [Int] {
    (0..<table.recordCount).filter { record in
      let count = table.columnCount(ofRecord: record)
      guard count > table.header.count else {
        return (0..<count).contains { !table.text(record: record, column: $0).trimmed.isEmpty }
      }
      let (line, column) = table.place(record: record, column: table.header.count)
      faults.append(
        Diagnostic(
          .error,
          at: Diagnostic.Place(file: file, line: line, column: column),
          "the line has more cells than the heading",
          hint: "put a cell that holds a comma in quotes"
        )
      )
      return false
    }
  }

  /// A cell's text without blanks at its ends; empty if there is no such column.
  package func cell(_ record: Int, _ heading: String) -> String {
    guard let column = places[heading], column < table.columnCount(ofRecord: record) else {
      return ""
    }
    return FormulaGuard.unguarded(table.text(record: record, column: column).trimmed)
  }

  /// Where a cell stands.
  package func place(_ record: Int, _ heading: String) -> Diagnostic.Place {
    guard let column = places[heading] else {
      return Diagnostic.Place(file: file, line: table.line(ofRecord: record))
    }
    let (line, character) = table.place(record: record, column: column)
    return Diagnostic.Place(file: file, line: line, column: character)
  }

  /// Adds a fault of a cell.
  package mutating func addFault(
    _ record: Int,
    _ heading: String,
    _ message: String,
    _ hint: String?
  ) {
    faults.append(Diagnostic(.error, at: place(record, heading), message, hint: hint))
  }

  /// The node that a cell names by key, name or other name; `nil` with a fault if it is not one.
  package mutating func node(
    _ record: Int,
    _ heading: String,
    ofKinds kinds: [NodeKind],
    names: NameIndex,
    in graph: PropertyGraph
  ) -> NodeID? {
    let text = cell(record, heading)
    let wanted = kinds.map(\.rawValue).joined(separator: " or ")
    switch names.match(text) {
    case .node(let id):
      guard let kind = graph[id]?.kind, !kinds.contains(kind) else { return id }
      let article = "aeiou".contains(kind.rawValue.prefix(1)) ? "an" : "a"
      addFault(
        record,
        heading,
        "“\(text.shortened)” is no \(wanted)",
        "it is \(article) \(kind)"
      )
    case .ambiguous(let ids):
      let fitting = ids.filter { id in graph[id].map { kinds.contains($0.kind) } ?? false }
      if fitting.count == 1 { return fitting[0] }
      let list = (fitting.isEmpty ? ids : fitting).map(\.rawValue).joined(separator: ", ")
      addFault(
        record,
        heading,
        "“\(text.shortened)” is the name of several nodes",
        "write one of \(list)"
      )
    case .unknown:
      addFault(
        record,
        heading,
        "no \(wanted) is called “\(text.shortened)”",
        nearest(to: text, ofKinds: kinds, in: graph).map { "did you mean “\($0)”?" }
          ?? "write the id or name of one"
      )
    }
    return nil
  }

  /// The name or key nearest to a text; looked for a limited number of times in a table.
  private mutating func nearest(
    to text: String,
    ofKinds kinds: [NodeKind],
    in graph: PropertyGraph
  ) -> String? {
    guard hintsLeft > 0 else { return nil }
    hintsLeft -= 1
    let words =
      knownWords[kinds]
      ?? kinds.flatMap { graph.nodes(of: $0) }
      .flatMap { [$0[.name] ?? $0.id.rawValue, $0.id.rawValue] + ($0[.aliases] ?? []) }
    knownWords[kinds] = words
    return Spelling.nearest(to: text, among: words, limit: 1).first
  }
}
