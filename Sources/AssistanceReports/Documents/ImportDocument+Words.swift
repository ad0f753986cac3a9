internal import AssistanceImport

/// What the columns and levels of an import are called in sentences and tables.
enum ImportWords {
  /// A level of places in the plural, with the word of tables.
  static func places(_ level: String) -> String {
    switch DraftPlace.Level(rawValue: level) {
    case .adm1: "First-level places (adm1)"
    case .adm2: "Second-level places (adm2)"
    case .adm3: "Third-level places (adm3)"
    case .adm4: "Fourth-level places (adm4)"
    case .location: "Places without a stated level (location)"
    case nil: "Places (\(level))"
    }
  }

  /// What a column holds: `second-level place, code`.
  static func meaning(_ text: String) -> String {
    let halves = text.split(separator: ".", maxSplits: 1)
    guard halves.count == 2, let subject = ColumnMeaning.Subject(rawValue: String(halves[0])) else {
      return text
    }
    return "\(word(subject)), \(halves[1])"
  }

  private static func word(_ subject: ColumnMeaning.Subject) -> String {
    switch subject {
    case .adm1: "first-level place"
    case .adm2: "second-level place"
    case .adm3: "third-level place"
    case .adm4: "fourth-level place"
    case .location: "place"
    case .beneficiaries: "people"
    case .funder: "who pays"
    case .programming: "who runs it"
    case .implementing: "who carries it out"
    case .partner: "who takes part"
    default: subject.rawValue
    }
  }

  static func count(_ number: Int, _ noun: String) -> String {
    let plural = noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s"
    return "\(number) \(number == 1 ? noun : String(plural))"
  }

  /// A number of rows, activities or both.
  static func units(_ number: Int, _ unit: String) -> String {
    switch (number, unit) {
    case (1, "rows"): "1 row"
    case (1, "activities"): "1 activity"
    case (1, _): "1 row or activity"
    default: "\(number) \(unit)"
    }
  }
}

extension ImportDocument {
  /// What came out, in sentences.
  var sentence: String {
    if let summary { return summary }
    let files = ImportWords.count(files.count, "file")
    var results: [String] = []
    if facts > 0 || relations + nodes == 0 { results.append(ImportWords.count(facts, "fact")) }
    if relations > 0 { results.append(ImportWords.count(relations, "relation")) }
    if nodes > 0 { results.append(ImportWords.count(nodes, "node")) }
    var text =
      "\(ImportWords.units(rowsRead, unit)) of \(files) became \(results.joined(separator: " and "))."
    if merged > 0 {
      let noun = unit == "rows" ? "row" : "statement"
      text +=
        " \(ImportWords.count(merged, noun)) \(merged == 1 ? "says" : "say") what another one says;"
        + " each keeps the number of its rows."
    }
    if repeatedRows > 0 {
      let verb = repeatedRows == 1 ? "repeats" : "repeat"
      text += " \(repeatedRows) of the \(unit) \(verb) an earlier one word for word."
    }
    return text
      + (refusedRows == 0
        ? " None was refused." : " \(refusedRows) \(refusedRows == 1 ? "was" : "were") refused.")
  }

  /// What was dropped because it is about people, in a sentence.
  var contactSentence: String {
    let dropped = files.flatMap { file in
      file.columns.filter { $0.use == .dropped }.map { column in
        file.isActivities
          ? "\(column.heading) of \(file.document)"
          : "column \(column.number) “\(column.heading)” of \(file.document)"
      }
    }
    return dropped.isEmpty
      ? "No column with people's details was found."
      : "Dropped, since people's details are never kept: \(dropped.joined(separator: "; "))."
  }
}
