internal import GraphCore

/// A first mapping for a table of nodes, of relations, of facts or for a matrix, by its headings.
struct GeneralSuggestion {
  let lines: [String]

  init(_ rows: TableRows) {
    let numbers = rows.numbers()
    // Above the headings of a matrix there may be a row of codes.
    let hasCodes =
      rows.count > 2 && Self.isCodeRow(rows.cells(0)) && Self.isRowOfNames(rows.cells(1))
    var placed = TableMapping()
    placed.headingRow = numbers[hasCodes ? 1 : 0]
    guard let layout = TableLayout(rows, placed, .shipped) else {
      lines = ["nodes:"]
      return
    }
    let statistics = ColumnStatistics.of(rows, layout)
    let looks = ColumnLook.all(rows, layout, statistics)
    var lines = ["heading-row: \(numbers[hasCodes ? 1 : 0])"]
    let guess = Guess(looks, codeRow: hasCodes ? numbers[0] : nil)
    let shown = looks.prefix(60)
    lines += ["# The columns:"]
    lines += shown.map { look in
      let heading = YAMLText.remark(look.heading.isEmpty ? "without heading" : look.heading)
      return "#   \(look.number + 1). \(heading): \(YAMLText.remark(look.description))"
    }
    if looks.count > shown.count { lines.append("#   and \(looks.count - shown.count) more") }
    self.lines = lines + guess.lines
  }

  /// Whether most cells of a row are numbers.
  private static func isCodeRow(_ cells: [String]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    return filled.count >= 4 && filled.count { Int($0) != nil } * 10 >= filled.count * 8
  }

  private static func isRowOfNames(_ cells: [String]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    return filled.count { RowReader.number($0) == nil } * 10 >= filled.count * 8
  }
}

/// Which kind of table the headings and values look like, and the mapping for it.
private struct Guess {
  private(set) var lines: [String] = []
  private let looks: [ColumnLook]

  init(_ looks: [ColumnLook], codeRow: Int?) {
    self.looks = looks
    let purposes = looks.filter { !PurposeText($0.heading).code.isEmpty }
    let numbers = looks.filter { $0.isNumber && !$0.isYear }
    let texts = looks.filter(\.isText)
    let isMatrix =
      numbers.count >= 8 && numbers.count * 10 >= looks.count * 7 && texts.count <= 2
      && !looks.contains(where: \.isYear)
    let country = looks.first { Self.isCountry($0) && !$0.isKey }
    if purposes.count >= 5, purposes.count * 2 >= looks.count {
      addMatrix("purpose", "its headings begin with purpose codes", codeRow)
    } else if isMatrix || codeRow != nil {
      addMatrix(
        "provider",
        "? most columns are numbers: are the headings names of donors?",
        codeRow
      )
    } else if let ends = pair() {
      addRelation(ends.0, ends.1, ends.2)
    } else if let country, let provider = texts.first(where: { $0.number != country.number }) {
      addFacts(provider, country)
    } else if let key = looks.first(where: { $0.isKey && !$0.isPersonal }) {
      addNodes(key)
    } else {
      let ends = looks.filter { $0.isText && $0.statistics.distinct.count > 1 && !Self.isType($0) }
      if ends.count > 1 {
        let first = ends[0]
        let second = ends.dropFirst().first { !sharesRows($0, first) } ?? ends[1]
        addRelation(first, second, "? no column names each row: are these the ends of a relation?")
      } else if let only = looks.first(where: { !$0.isPersonal }) {
        addNodes(only)
      }
    }
  }

  /// Whether two columns have as many different texts, as a code and its name have.
  private func sharesRows(_ left: ColumnLook, _ right: ColumnLook) -> Bool {
    left.statistics.distinct.count == right.statistics.distinct.count
  }

  private static func isType(_ look: ColumnLook) -> Bool {
    !Set(look.words).isDisjoint(with: ["type", "status", "kind", "category", "role", "date"])
  }

  // MARK: Facts

  private static func isCountry(_ look: ColumnLook) -> Bool {
    look.isText
      && HeaderVocabulary.shipped.candidates(for: look.heading)
        .contains { $0.meaning.subject == .country && $0.meaning.part == .name }
  }

  private mutating func addFacts(_ provider: ColumnLook, _ country: ColumnLook) {
    lines += [
      "# Each row is a fact: “\(YAMLText.remark(country.heading))” says where something is done",
      "facts:", "  provider: \(key(provider))    # ? who does it", "  case: \(key(country))",
    ]
    let taken = [provider.number, country.number]
    let places: [(ColumnMeaning.Subject, String)] = [
      (.adm1, "adm1"), (.adm2, "adm2"), (.adm3, "adm3"), (.location, "location"),
      (.sector, "sector"),
    ]
    for (subject, end) in places {
      let found = looks.first { look in
        look.isText && !taken.contains(look.number)
          && HeaderVocabulary.shipped.candidates(for: look.heading).first?.meaning
            == ColumnMeaning(subject, .name)
      }
      if let found { lines.append("  \(end): \(key(found))") }
    }
    lines += dates("  ")
  }

  // MARK: Relations

  private static let starts: Set<String> = [
    "source", "from", "start", "sender", "donor", "origin", "actor1",
  ]
  private static let ends: Set<String> = [
    "target", "to", "end", "receiver", "recipient", "destination", "actor2",
  ]

  /// The columns whose headings say that one is the start and one the end.
  private func pair() -> (ColumnLook, ColumnLook, String)? {
    func best(_ words: Set<String>) -> ColumnLook? {
      let named = looks.filter { look in
        look.words.first.map { words.contains($0) } == true && !look.isDate && !look.isYear
          && !Self.isType(look)
      }
      return named.first { $0.words.contains("node") && $0.words.last == "id" }
        ?? named.first { $0.words.last == "id" } ?? named.first
    }
    guard let start = best(Self.starts), let end = best(Self.ends) else { return nil }
    return (start, end, "the headings “\(start.heading)” and “\(end.heading)” say so")
  }

  private mutating func addRelation(_ from: ColumnLook, _ to: ColumnLook, _ reason: String) {
    lines += [
      "# Each row is a relation: \(YAMLText.remark(reason))", "relations:",
      "  kind: partners-with    # ? or member-of, part-of, funds, or a word of your own",
    ]
    for (end, look) in [("from", from), ("to", to)] {
      var parts = ["kind: actor"]
      if look.words.last == "id", let name = name(beside: look) {
        parts += ["id: \(key(look))", "name: \(key(name))"]
      } else {
        parts.append("name: \(key(look))")
      }
      lines.append("  \(end): {\(parts.joined(separator: ", "))}    # ? which kind of node")
    }
    if let role = looks.first(where: { look in
      Self.isType(look) && (2...12).contains(look.statistics.distinct.count)
        && !look.words.contains("date")
        && look.words.first.map { !Self.starts.contains($0) && !Self.ends.contains($0) } == true
    }) {
      lines.append("  role: \(key(role))    # ? in which capacity")
    }
    lines += dates("  ")
    let weights: Set<String> = ["weight", "amount", "value", "count"]
    if let weight = looks.first(where: { $0.isNumber && !weights.isDisjoint(with: $0.words) }) {
      lines.append("  amounts: {\(weight.words.last ?? "weight"): \(key(weight))}")
    }
  }

  /// The column of names that belongs to a column of keys.
  private func name(beside look: ColumnLook) -> ColumnLook? {
    let stem = look.words.dropLast()
    return looks.first { $0.words.last == "name" && Array($0.words.dropLast()) == Array(stem) }
  }

  // MARK: Nodes

  private mutating func addNodes(_ key: ColumnLook) {
    let labels: Set<String> = ["name", "label", "title", "nme"]
    let named = looks.filter {
      $0.isText && $0.number != key.number && !labels.isDisjoint(with: $0.words)
    }
    let name =
      named.first { !Set($0.words).isDisjoint(with: ["en", "english"]) } ?? named.first
      ?? looks.filter { $0.isText && $0.number != key.number }.max { left, right in
        (left.statistics.distinct.count, right.number)
          < (right.statistics.distinct.count, left.number)
      }
    lines += ["# Each row is a node: “\(YAMLText.remark(key.heading))” is different in each row"]
    lines += [
      "nodes:", "  kind: actor    # ? or country-case, event, instrument, a kind of your own",
    ]
    if let name {
      lines += ["  id: \(self.key(key))", "  name: \(self.key(name))"]
    } else {
      lines.append("  name: \(self.key(key))")
    }
    if let type = looks.first(where: { Self.isType($0) && $0.isText && !$0.words.contains("date") })
    {
      lines.append("  subkind: {column: \(self.key(type))}")
    }
  }

  // MARK: Matrices

  private mutating func addMatrix(_ columns: String, _ reason: String, _ codeRow: Int?) {
    let isCell: (ColumnLook) -> Bool = { look in
      columns == "purpose" ? !PurposeText(look.heading).code.isEmpty : look.isNumber
    }
    let own = looks.filter {
      !isCell($0) || $0.words.contains("code") || $0.words.last == "recipientcode"
    }
    let name = own.first { $0.isText } ?? looks.first
    let code = own.first { look in
      look.number != name?.number && look.heading.lowercased().contains("code")
    }
    var parts: [String] = []
    if let name { parts.append("name: \(key(name))") }
    if let code { parts.append("identifiers: {dac-recipient: \(key(code))}") }
    lines += [
      "# Each cell is a fact: \(reason)", "wide:", "  case: {\(parts.joined(separator: ", "))}",
      "  columns: \(columns)",
    ]
    if let codeRow {
      lines += ["  code-row: \(codeRow)", "  scheme: dac-donor    # ? whose codes"]
    }
    lines += ["  amount: usd-million    # ? the unit of the cells", "  # year: 2017"]
    if columns == "purpose" {
      lines += [
        "# strict counts direct links to inhibitors only; standard and wide count more.",
        "concordance: strict",
      ]
    }
  }

  // MARK: Words

  private func dates(_ indent: String) -> [String] {
    let dated = looks.filter { !$0.isPersonal && ($0.isDate || $0.isYear) }
    guard let first = dated.first(where: \.isDate) ?? dated.first else { return [] }
    return ["\(indent)date: \(key(first))"]
  }

  /// The heading, or the number where it is blank or stands twice.
  private func key(_ look: ColumnLook) -> String {
    let isAlone =
      !FoldedName(look.heading).isEmpty && looks.count { $0.heading == look.heading } == 1
    return isAlone ? YAMLText.quoted(look.heading) : "column \(look.number + 1)"
  }
}
