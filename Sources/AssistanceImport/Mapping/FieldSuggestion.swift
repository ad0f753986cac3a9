internal import GraphCore

/// A first mapping for a table of who does what where.
struct FieldSuggestion {
  let lines: [String]
  /// Whether the table surely is one: tags say so, or headings of organizations and of sectors or
  /// places.
  let isConvincing: Bool

  init(_ rows: TableRows) {
    let mapping = TableMapping()
    var placed = mapping
    placed.headingRow = rows.numbers().first
    guard
      let layout = TableLayout(rows, mapping, .shipped) ?? TableLayout(rows, placed, .shipped)
    else {
      lines = ["columns:"]
      isConvincing = false
      return
    }
    let statistics = ColumnStatistics.of(rows, layout)
    let recognizer = ColumnRecognizer(mapping: mapping, vocabulary: .shipped, clusters: .shipped)
    let findings = recognizer.findings(rows, layout, statistics)
    let subjects = Set(
      findings.columns.filter { ColumnPlan.isRead($0.meaning) }.map(\.meaning.subject)
    )
    let hasPlace = !subjects.isDisjoint(with: [.adm1, .adm2, .adm3, .adm4, .location])
    let hasActor = subjects.contains { $0.actorRole != nil }
    isConvincing =
      layout.tagRow != nil || (hasActor && (hasPlace || subjects.contains(.sector)))
    var lines: [String] = []
    let numbers = rows.numbers()
    if layout.tagRow == nil, let row = layout.headingRow {
      lines.append("heading-row: \(numbers[row])")
    }
    lines += [
      "# What the table does not say itself:", "# country: Chad", "# year: 2022",
      "# language: fr    # of names, where there are columns in several languages",
      "columns:",
    ]
    let looks = ColumnLook.all(rows, layout, statistics)
    let found = Dictionary(uniqueKeysWithValues: findings.columns.map { ($0.number, $0) })
    for look in looks { lines += Self.lines(look, found[look.number], looks) }
    self.lines = lines
  }

  private static func lines(
    _ look: ColumnLook,
    _ column: ColumnPlan.Column?,
    _ looks: [ColumnLook]
  ) -> [String] {
    let key = key(look, looks)
    // What is dropped is no column of the findings; a tag is believed against its heading.
    if look.isPersonal, column == nil {
      return ["  \(key): ignore    # \(look.description)"]
    }
    guard let column, ColumnMeaning(word: column.meaning.word) == column.meaning else {
      let guess = guess(look)
      let perhaps = guess.isEmpty ? "" : "? perhaps \(guess.joined(separator: ", or ")); "
      return [
        "  # Column \(look.number + 1): \(perhaps)\(YAMLText.remark(look.description))",
        "  \(key): ignore",
      ]
    }
    let text = look.heading.isEmpty ? look.tag : look.heading
    let candidates = HeaderVocabulary.shipped.candidates(for: text)
    let others = candidates.map(\.meaning).filter { $0 != column.meaning }.map(\.word)
    let isSure =
      column.ground == .tag
      || candidates.contains { $0.meaning == column.meaning && $0.certainty == .sure }
    let doubt = isSure ? "" : "? "
    let or = others.isEmpty ? "" : "; or \(others.joined(separator: ", "))"
    return [
      "  # Column \(look.number + 1): \(doubt)\(column.ground.rawValue)\(or); "
        + YAMLText.remark(look.isPersonal ? "its heading says people's details" : look.description),
      "  \(key): \(value(column))",
    ]
  }

  private static func value(_ column: ColumnPlan.Column) -> String {
    guard let language = column.language else { return column.meaning.word }
    return "{is: \(column.meaning.word), language: \(language.rawValue)}"
  }

  /// The heading, or the tag, or the number where these are blank or stand twice.
  private static func key(_ look: ColumnLook, _ looks: [ColumnLook]) -> String {
    func isAlone(_ text: String) -> Bool {
      let folded = FoldedName(text)
      return !text.isEmpty && Int(text) == nil && !folded.isEmpty
        && looks.count { FoldedName($0.heading) == folded || FoldedName($0.tag) == folded } == 1
    }
    for text in [look.heading, look.tag] where isAlone(text) { return YAMLText.quoted(text) }
    return "column \(look.number + 1)"
  }

  /// What a column without a known heading may be, by its values.
  private static func guess(_ look: ColumnLook) -> [String] {
    if look.statistics.isSector(.shipped) { return ["sector"] }
    if look.isCode { return ["adm1.code", "adm2.code", "adm3.code"] }
    if look.isDate || look.isYear { return ["date.from", "date.until", "date"] }
    let text = look.heading.isEmpty ? look.tag : look.heading
    let candidates = HeaderVocabulary.shipped.candidates(for: text).map(\.meaning.word)
    guard candidates.isEmpty else { return candidates }
    let texts = look.statistics.distinct.sorted { $0.precedesBytewise($1) }.prefix(500)
    let known = texts.count { text in
      if case .one = KnownOrganizations.shipped.match(text) { true } else { false }
    }
    return look.isText && known * 3 >= texts.count
      ? ["organization"] : []
  }
}
