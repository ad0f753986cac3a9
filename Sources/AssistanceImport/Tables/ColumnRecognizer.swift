internal import GraphCore

/// Finds out what each column of a table holds.
struct ColumnRecognizer {
  let mapping: TableMapping
  let vocabulary: HeaderVocabulary
  let clusters: ClusterList

  /// What is known about the columns.
  struct Findings {
    var columns: [ColumnPlan.Column] = []
    var reports: [ImportReport.Column] = []
    var doubts: [(column: Int, message: String, hint: String?)] = []
  }

  func findings(
    _ rows: TableRows,
    _ layout: TableLayout,
    _ statistics: [ColumnStatistics]
  ) -> Findings {
    var findings = Findings()
    var ignored: [Int: String] = [:]
    let said = mapping.statements(
      (0..<layout.width).map { column in layout.headingRow.map { rows.text($0, column) } ?? "" },
      (0..<layout.width).map { column in layout.tagRow.map { rows.text($0, column) } ?? "" }
    )
    for number in 0..<layout.width {
      let tag = layout.tagRow.map { rows.text($0, number) } ?? ""
      let heading = layout.headingRow.map { rows.text($0, number) } ?? ""
      if statistics[number].isPersonal {
        report(number, heading, tag, ColumnMeaning(.contact, .email), .dropped, &findings) {
          "it holds e-mail addresses; people's details are never kept"
        }
        continue
      }
      let isTagged = layout.tagRow != nil
      switch recognize(number, said[number], heading: heading, tag: tag, isTagged: isTagged) {
      case .column(let column):
        checkAgainstHeading(column, &findings)
        guard !column.meaning.isPersonal else {
          report(number, heading, tag, column.meaning, .dropped, &findings) {
            "people's details are never kept"
          }
          continue
        }
        findings.columns.append(column)
      case .ignored(let reason): ignored[number] = reason
      }
    }
    findSector(rows, layout, statistics, Set(said.keys), &ignored, &findings)
    for (number, reason) in ignored {
      let tag = layout.tagRow.map { rows.text($0, number) } ?? ""
      let heading = layout.headingRow.map { rows.text($0, number) } ?? ""
      report(number, heading, tag, nil, .ignored, &findings) { reason }
    }
    return findings
  }

  private enum Recognition {
    case column(ColumnPlan.Column)
    case ignored(String)
  }

  private func recognize(
    _ number: Int,
    _ said: TableMapping.Column?,
    heading: String,
    tag: String,
    isTagged: Bool
  ) -> Recognition {
    let own = recognizeUnmapped(number, heading: heading, tag: tag, isTagged: isTagged)
    guard let said else { return own }
    let known: ColumnPlan.Column? = if case .column(let column) = own { column } else { nil }
    // People's details are dropped, not only left out.
    if said.meaning == nil, known?.meaning.isPersonal == true { return own }
    guard let meaning = said.meaning else { return .ignored("the mapping leaves it out") }
    let language = said.language ?? known?.language ?? Hashtag(tag)?.language
    // What the table says itself, the mapping need not change.
    let isKnown = known?.meaning == meaning && known?.language == language
    return .column(
      ColumnPlan.Column(
        number: number,
        heading: heading,
        tag: tag,
        meaning: meaning,
        ground: isKnown ? known?.ground ?? .mapping : .mapping,
        language: language,
        separators: said.separators,
        saysName: Hashtag(tag)?.attributes.contains("name") == true
      )
    )
  }

  private func recognizeUnmapped(_ number: Int, heading: String, tag: String, isTagged: Bool)
    -> Recognition
  {
    let hashtag = Hashtag(tag)
    func column(_ meaning: ColumnMeaning, _ ground: ColumnPlan.Ground, _ language: NameLanguage?)
      -> Recognition
    {
      .column(
        ColumnPlan.Column(
          number: number,
          heading: heading,
          tag: tag,
          meaning: meaning,
          ground: ground,
          language: language,
          separators: nil,
          saysName: hashtag?.attributes.contains("name") == true
        )
      )
    }
    if let hashtag {
      guard let meaning = vocabulary.meaning(of: hashtag) else {
        return .ignored("nothing in a collection holds “\(hashtag)”")
      }
      return column(meaning, .tag, hashtag.language)
    }
    // Where the tags stand first, an untagged cell of their row is the heading.
    let text = heading.isEmpty ? tag : heading
    guard !text.isEmpty else { return .ignored("it has no heading") }
    let candidates = vocabulary.candidates(for: text)
    if let personal = candidates.first(where: { $0.meaning.isPersonal }) {
      return column(personal.meaning, .heading, nil)
    }
    guard let best = candidates.first, best.certainty == .sure || !isTagged else {
      if let best = candidates.first {
        return .ignored(
          "it has no tag, and its heading may mean \(best.meaning); a mapping can say so"
        )
      }
      return .ignored(
        tag.isEmpty
          ? "its heading is not known" : "“\(tag)” is no tag, and its heading is not known"
      )
    }
    return column(best.meaning, .heading, best.language)
  }

  /// A column without a known heading whose values are clusters, where no other is the sector.
  private func findSector(
    _ rows: TableRows,
    _ layout: TableLayout,
    _ statistics: [ColumnStatistics],
    _ said: Set<Int>,
    _ ignored: inout [Int: String],
    _ findings: inout Findings
  ) {
    guard !findings.columns.contains(where: { $0.meaning.subject == .sector }) else { return }
    let found = ignored.keys.sorted().first { number in
      statistics[number].isSector(clusters) && !said.contains(number)
    }
    guard let found else { return }
    ignored[found] = nil
    findings.columns.append(
      ColumnPlan.Column(
        number: found,
        heading: layout.headingRow.map { rows.text($0, found) } ?? "",
        tag: layout.tagRow.map { rows.text($0, found) } ?? "",
        meaning: ColumnMeaning(.sector, .name),
        ground: .content,
        language: nil,
        separators: nil,
        saysName: false
      )
    )
  }

  /// Doubts a heading that surely says something else than the tag.
  private func checkAgainstHeading(_ column: ColumnPlan.Column, _ findings: inout Findings) {
    guard column.ground == .tag, column.meaning.subject.actorRole != nil,
      let best = vocabulary.candidates(for: column.heading).first, best.certainty == .sure,
      best.meaning.subject.actorRole != nil, best.meaning.part != column.meaning.part,
      Set([best.meaning.part, column.meaning.part]) == [.name, .acronym]
    else { return }
    findings.doubts.append(
      (
        column.number,
        "the heading “\(column.heading)” says \(best.meaning.part), the tag “\(column.tag)” says "
          + "\(column.meaning.part); the tag is believed",
        "if the heading is right, say so in a mapping"
      )
    )
  }

  private func report(
    _ number: Int,
    _ heading: String,
    _ tag: String,
    _ meaning: ColumnMeaning?,
    _ use: ImportReport.Column.Use,
    _ findings: inout Findings,
    reason: () -> String
  ) {
    findings.reports.append(
      ImportReport.Column(
        number: number + 1,
        heading: heading.isEmpty ? tag : heading,
        tag: tag,
        meaning: meaning,
        use: use,
        reason: reason()
      )
    )
  }
}
