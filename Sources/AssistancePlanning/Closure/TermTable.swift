internal import AssistanceModel
internal import GraphCore
internal import TabularText

/// A table that an analyst supplies: its cells by heading, and its faults with their places.
struct TermTable {
  /// A heading and what it means.
  struct Heading {
    let meaning: String
    let words: [String]
  }

  private let file: String
  private let table: CSVTable
  private let names: NameIndex
  private let graph: AssistanceGraph
  private var positions: [String: Int] = [:]
  private var faults: [Diagnostic] = []

  /// What is wrong, in the order of places; `nil` if nothing is.
  var error: CollectionError? {
    guard !faults.isEmpty else { return nil }
    return CollectionError(
      faults.enumerated().sorted {
        let (first, second) = ($0.element.place, $1.element.place)
        return (first.line ?? 0, first.column ?? 0, $0.offset)
          < (second.line ?? 0, second.column ?? 0, $1.offset)
      }.map(\.element)
    )
  }

  /// Opens a table.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: The name by which faults speak of it.
  ///   - headings: What columns there may be; the first is needed.
  ///   - graph: The graph whose nodes it names.
  ///   - names: The names of these nodes.
  init(
    _ bytes: [UInt8],
    file: String,
    headings: [Heading],
    in graph: AssistanceGraph,
    _ names: NameIndex
  ) {
    self.file = file
    self.graph = graph
    self.names = names
    let tables = [",", ";", "\t"].map { CSVTable(bytes, separator: $0) } as [CSVTable]
    let needed = headings.first?.words ?? []
    table =
      tables.first { $0.header.contains { needed.contains($0.lowercased()) } } ?? tables[0]
    for fault in table.faults {
      faults.append(
        Diagnostic(
          .error,
          at: Diagnostic.Place(file: file, line: fault.line, column: fault.column),
          fault.message,
          hint: fault.hint
        )
      )
    }
    readHeader(headings)
  }

  private mutating func readHeader(_ headings: [Heading]) {
    let known = headings.compactMap(\.words.first).joined(separator: ", ")
    for (position, cell) in table.header.enumerated() {
      let (line, column) = table.place(headerColumn: position)
      let place = Diagnostic.Place(file: file, line: line, column: column)
      let heading = headings.first { $0.words.contains(cell.lowercased()) }
      if let heading, positions[heading.meaning] == nil {
        positions[heading.meaning] = position
      } else if heading != nil {
        faults.append(
          Diagnostic(.error, at: place, "“\(cell)” is there twice", hint: "leave out one column")
        )
      } else if !cell.isEmpty || table.recordCount > 0 {
        faults.append(
          Diagnostic(.error, at: place, "unknown heading “\(cell)”", hint: "use \(known)")
        )
      }
    }
    guard let needed = headings.first, positions[needed.meaning] == nil else { return }
    faults.append(
      Diagnostic(
        .error,
        at: Diagnostic.Place(file: file, line: 1),
        "there is no column “\(needed.words.first ?? "")”",
        hint: "the first line names columns: \(known)"
      )
    )
  }

  /// The records that say something, by their number; faults of length are found.
  mutating func records() -> [Int] {
    guard faults.isEmpty else { return [] }
    var records: [Int] = []
    for record in 0..<table.recordCount {
      let count = table.columnCount(ofRecord: record)
      if count > table.header.count {
        complain(
          record,
          at: table.header.count,
          "the line has more cells than the heading",
          hint: "put a name with a comma in quotes"
        )
      } else if (0..<count).contains(where: {
        !table.text(record: record, column: $0).trimmed.isEmpty
      }) {
        records.append(record)
      }
    }
    return records
  }

  /// The text of a cell; empty if the table has no such column.
  func text(_ record: Int, _ meaning: String) -> String {
    guard let column = positions[meaning] else { return "" }
    return FormulaGuard.unguarded(table.text(record: record, column: column)).trimmed
  }

  /// Where a cell stands.
  func place(_ record: Int, _ meaning: String) -> Diagnostic.Place {
    place(record, at: positions[meaning] ?? 0)
  }

  private func place(_ record: Int, at column: Int) -> Diagnostic.Place {
    let (line, column) = table.place(record: record, column: column)
    return Diagnostic.Place(file: file, line: line, column: column)
  }

  /// Notes a fault of a cell.
  mutating func complain(_ record: Int, _ meaning: String, _ message: String, hint: String?) {
    complain(record, at: positions[meaning] ?? 0, message, hint: hint)
  }

  private mutating func complain(_ record: Int, at column: Int, _ message: String, hint: String?) {
    faults.append(Diagnostic(.error, at: place(record, at: column), message, hint: hint))
  }

  // MARK: What cells say

  /// The node of one of some kinds that a cell names; `nil` if it is empty or a fault.
  mutating func node(_ record: Int, _ meaning: String, _ kinds: [NodeKind]) -> NodeID? {
    let text = text(record, meaning)
    guard !text.isEmpty else { return nil }
    let wanted = kinds.map(\.rawValue).joined(separator: " or ")
    let matches = kinds.map { names.match(text, $0) }
    var found: [NodeID] = []
    for match in matches {
      switch match {
      case .node(let id): found.append(id)
      case .ambiguous(let ids): found += ids
      case .unknown: continue
      }
    }
    guard found.count != 1 else { return found.first }
    guard found.isEmpty else {
      let candidates = found.map { "\($0) (\(graph.name(of: $0)))" }.joined(separator: ", ")
      complain(
        record,
        meaning,
        "“\(text)” is the name of several",
        hint: "write one of \(candidates)"
      )
      return nil
    }
    if case .node(let id) = names.match(text), let kind = graph.graph[id]?.kind {
      complain(
        record,
        meaning,
        "“\(text)” is no \(wanted)",
        hint: "it is of the kind \(kind.rawValue)"
      )
      return nil
    }
    let near = names.suggestions(for: text, limit: 8).first { suggestion in
      kinds.contains { kind in
        if case .unknown = names.match(suggestion, kind) { return false }
        return true
      }
    }
    complain(
      record,
      meaning,
      "unknown \(wanted) “\(text)”",
      hint: near.map { "did you mean “\($0)”?" } ?? "pillar info lists what is there"
    )
    return nil
  }

  /// The actor that a cell names, who must be one and named.
  mutating func actor(_ record: Int) -> NodeID? {
    guard !text(record, "actor").isEmpty else {
      complain(record, "actor", "no actor is named", hint: "write an id, a name or another name")
      return nil
    }
    guard let actor = node(record, "actor", [.actor]) else { return nil }
    guard (graph.graph[actor]?[.designation] ?? .named) == .named else {
      complain(
        record,
        "actor",
        "“\(text(record, "actor"))” stands for nobody by name",
        hint: "name one actor: gaps are closed by those who are named"
      )
      return nil
    }
    return actor
  }

  /// The amount that a cell says; `nil` if it is empty or a fault.
  mutating func amount(_ record: Int, _ meaning: String) -> ClosureAmount? {
    let text = text(record, meaning)
    guard !text.isEmpty else { return nil }
    do throws(ClosureAmount.Fault) {
      return try ClosureAmount(text)
    } catch {
      complain(record, meaning, error.description, hint: error.hint)
      return nil
    }
  }
}
