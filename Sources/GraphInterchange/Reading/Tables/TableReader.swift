internal import GraphCore
internal import TabularText

/// Reads tables of nodes and of edges.
struct TableReader {
  /// More columns than this are no table of nodes or of edges.
  private static let columnLimit = GraphDraft.nameLimit

  var draft: GraphDraft
  private let columns: TableColumns
  /// Whether ids are used once for each of several spaces, as Neo4j calls them.
  private var hasSpaces = false

  init(_ draft: GraphDraft, _ columns: TableColumns) {
    self.draft = draft
    self.columns = columns
    self.draft.infersTypes = true
  }

  mutating func read(_ files: [GraphFile]) {
    var tables: [(file: Int, table: CSVTable, headings: TableHeadings)] = []
    for (number, file) in files.enumerated() {
      let start = ReadingPlace(file: number, line: 1, column: 1)
      let isOfPillar = SourceText.isOfPillar(file.bytes)
      let text = isOfPillar ? FieldText(unmarking: file.bytes) : FieldText(file.bytes)
      // That there was a mark is nothing to tell.
      for note in text.notes where !note.hasPrefix("a byte order mark") {
        draft.notes.note(note, at: start)
      }
      let table = CSVTable(text.bytes, separator: separator(of: text.bytes))
      report(table.faults, number)
      guard table.header.count <= Self.columnLimit else {
        draft.notes.fault("the table has over \(Self.columnLimit) columns", at: start)
        continue
      }
      if let headings = TableHeadings(table.header, columns) {
        tables.append((number, table, headings))
      } else {
        draft.notes.fault(
          "the headings name neither nodes nor edges",
          hint: "nodes have “Id”, edges “Source” and “Target”; or “:ID”, “:START_ID” and “:END_ID”",
          at: start
        )
      }
    }
    guard draft.notes.faultCount == 0 else { return }
    draft.isStrict = tables.allSatisfy { $0.headings.origin == .pillar } && tables.count > 1
    draft.isOfPillar = draft.isStrict
    hasSpaces = Self.hasSpaces(tables.map(\.headings))
    if hasSpaces {
      draft.notes.note("ids are used once in each space; the name of the space stands before them")
    }
    for (file, table, headings) in tables { read(table, headings, file) }
  }

  /// The character that divides the headings into some that are known; a comma if none does.
  private func separator(of bytes: [UInt8]) -> Unicode.Scalar {
    let sample = Array(bytes.prefix(1 << 16))
    let found = ([",", ";", "\t", "|"] as [Unicode.Scalar]).first {
      let header = CSVTable(sample, separator: $0).header
      return header.count <= Self.columnLimit && TableHeadings(header, columns) != nil
    }
    return found ?? ","
  }

  private mutating func report(_ faults: [CSVFault], _ file: Int) {
    for fault in faults {
      let place = ReadingPlace(file: file, line: fault.line, column: fault.column)
      switch fault.problem {
      case .utf16, .openQuote, .notUTF8:
        draft.notes.fault(fault.message, hint: fault.hint, at: place)
      case .textAfterQuote, .strayQuote, .zeroByte:
        draft.notes.note(fault.message, hint: fault.hint, at: place)
      }
    }
  }

  private static func hasSpaces(_ headings: [TableHeadings]) -> Bool {
    var spaces: Set<String> = []
    for role in headings.flatMap(\.roles) {
      switch role {
      case .id(let space), .source(let space), .target(let space): spaces.insert(space)
      default: break
      }
    }
    return spaces.count > 1
  }

  // MARK: Records

  /// What a record says.
  private struct Record {
    var id: String?
    var source: String?
    var target: String?
    var direction = GraphDraft.Direction.directed
    var content: GraphDraft.Content
  }

  private mutating func read(_ table: CSVTable, _ headings: TableHeadings, _ file: Int) {
    let names = uniqueNames(headings, file)
    let tail = table.preamble.reversed().prefix { $0 == 10 || $0 == 13 }
    var blankLines = max(0, Self.lineEnds(Array(tail.reversed())[...]) - 1)
    for number in 0..<table.recordCount {
      if number > 0 { blankLines += Self.lineEnds(table.gap(afterRecord: number - 1)) }
      var place = ReadingPlace(file: file, line: table.line(ofRecord: number), column: 1)
      place.row = number + 2 + blankLines
      let count = table.columnCount(ofRecord: number)
      if count != headings.roles.count {
        draft.notes.note("a record has more or fewer cells than the heading", at: place)
      }
      var record = Record(content: GraphDraft.Content(place: place))
      for (column, role) in headings.roles.prefix(count).enumerated() {
        let text = FormulaGuard.unguarded(table.text(record: number, column: column))
        guard !text.isEmpty else { continue }
        read(text, role, names[column], headings, into: &record)
      }
      keep(record, headings)
    }
  }

  /// How many lines end in bytes.
  private static func lineEnds(_ bytes: ArraySlice<UInt8>) -> Int {
    var (count, last): (Int, UInt8) = (0, 0)
    for byte in bytes {
      if byte == 13 || (byte == 10 && last != 13) { count += 1 }
      last = byte
    }
    return count
  }

  /// The names of properties, each once.
  private mutating func uniqueNames(_ headings: TableHeadings, _ file: Int) -> [String] {
    var used: Set<String> = []
    return headings.roles.enumerated().map { column, role in
      guard case .property(let name, _) = role else { return "" }
      let place = ReadingPlace(file: file, line: 1, column: 1)
      var unique = name
      if unique.isEmpty {
        unique = "column \(column + 1)"
        draft.notes.note("a column has no heading; it goes by its number", at: place)
      }
      while !used.insert(unique).inserted {
        draft.notes.note(
          "a heading stands twice; the second goes by its number",
          about: name,
          at: place
        )
        unique += " \(column + 1)"
      }
      return unique
    }
  }

  private mutating func read(
    _ text: String,
    _ role: TableHeadings.Role,
    _ name: String,
    _ headings: TableHeadings,
    into record: inout Record
  ) {
    let word = headings.origin == .pillar ? text : text.trimmed
    let place = record.content.place
    switch role {
    case .id(let space): record.id = key(word, space)
    case .source(let space): record.source = key(word, space)
    case .target(let space): record.target = key(word, space)
    case .label: record.content.label = word
    case .kind: record.content.kind = word
    case .kinds:
      let kinds = word.split { $0 == ";" || $0 == ":" }.map(String.init)
      record.content.kind = kinds.first
      if kinds.count > 1 { record.content.append("labels", .texts(kinds)) }
    case .direction:
      if let direction = GraphDraft.Direction(rawValue: word.lowercased()) {
        record.direction = direction
      } else {
        draft.notes.note(
          "this type of edge is not known; it has a direction",
          about: word,
          at: place
        )
      }
    case .weight: record.content.set("weight", TypedText.value(word, as: .decimal) ?? .text(word))
    case .span:
      if let span = DateText.span(word) {
        (record.content.from, record.content.until) = span
      } else {
        draft.notes.note("a time is no date; it was left out", about: word, at: place)
      }
    case .from: record.content.from = date(word, at: place)
    case .until: record.content.until = date(word, at: place)
    case .sources: record.content.sources = draft.notes.references(text, at: place)
    case .property(_, let type): property(text, type, name, into: &record.content)
    case .ignored: break
    }
  }

  private mutating func property(
    _ text: String,
    _ type: PropertyType?,
    _ name: String,
    into content: inout GraphDraft.Content
  ) {
    guard let type else {
      content.append(name, .text(text))
      return
    }
    if type == .texts {
      content.append(name, .texts(TypedText.parts(text, ";")))
    } else if let value = TypedText.value(text, as: type) {
      content.append(name, value)
    } else {
      draft.notes.note(
        "a value is not of the type in the heading; it is kept as a text",
        about: text,
        at: content.place
      )
      content.append(name, .text(text))
    }
  }

  private mutating func date(_ text: String, at place: ReadingPlace) -> PartialDate? {
    let date = PartialDate(text)
    if date == nil {
      draft.notes.note("a time is no date; it was left out", about: text, at: place)
    }
    return date
  }

  private func key(_ word: String, _ space: String) -> String {
    hasSpaces && !space.isEmpty ? space + ":" + word : word
  }

  private mutating func keep(_ record: Record, _ headings: TableHeadings) {
    let place = record.content.place
    let isEdge =
      headings.hasEdges && (!headings.hasNodes || record.source != nil || record.target != nil)
    if isEdge {
      guard let source = record.source, let target = record.target else {
        draft.notes.note("an edge without a source or a target was left out", at: place)
        return
      }
      draft.edges.append(
        GraphDraft.Edge(
          name: record.id,
          source: NodeID(source),
          target: NodeID(target),
          direction: record.direction,
          content: record.content
        )
      )
    } else if let id = record.id {
      draft.nodes.append(GraphDraft.Node(id: NodeID(id), content: record.content))
    } else {
      draft.notes.note("a node without an id was left out", at: place)
    }
  }
}
