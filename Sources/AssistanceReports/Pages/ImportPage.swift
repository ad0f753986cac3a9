internal import AssistanceImport

extension ImportDocument {
  /// The report as people read it: what happened, what needs a decision, then the details.
  ///
  /// - Parameter limit: How many lines of a long list to tell; `nil` tells all.
  /// - Returns: The page.
  public func page(limit: Int? = nil) -> ReportPage {
    var page = ReportPage("Import: \(collection)")
    page.parts.append(.paragraph(sentence))
    page.parts.append(.paragraph(contactSentence))
    if files.count > 1 { page.parts.append(.table(fileTable)) }
    page.parts += decisions(limit)
    for file in files { page.parts += parts(of: file, limit) }
    page.parts += words(limit)
    page.parts += totals(limit)
    page.parts.append(.heading("What to do next"))
    page.parts.append(.list(next))
    return page
  }

  private var fileTable: ReportTable {
    ReportTable(
      ["file", "read as", unit, "repeated", "refused"],
      alignments: [.left, .left, .right, .right, .right],
      rows: files.map {
        [
          $0.document, $0.readAs, String($0.rowsRead), String($0.repeatedRows),
          String($0.refusedRows),
        ]
      }
    )
  }

  // MARK: Decisions

  private func decisions(_ limit: Int?) -> [ReportPage.Part] {
    guard refusedRows > 0 || !doubts.isEmpty || !sharedCodes.isEmpty else {
      return [.heading("Needs a decision"), .paragraph("Nothing looks wrong.")]
    }
    var parts: [ReportPage.Part] = [.heading("Needs a decision")]
    if refusedRows > 0 {
      parts.append(.paragraph("Refused:"))
      parts += list(
        refusals.map { refusal in
          let place = [refusal.file, refusal.lineText(limit: limit)].filter { !$0.isEmpty }
          return "\(ImportWords.units(refusal.count, unit)): \(refusal.reason)"
            + (refusal.hint.map { "; \($0)" } ?? "") + " (\(place.joined(separator: ", ")))"
        },
        limit
      )
      if unlistedRefusals > 0 {
        parts.append(
          .paragraph(
            "Not listed, since only the first of a file are: \(unlistedRefusals) more refusals."
          )
        )
      }
    }
    if !doubts.isEmpty {
      parts.append(.paragraph("Read, but doubtful:"))
      parts += list(
        doubts.map { doubt in
          let place = [doubt.file] + [doubt.line, doubt.column].compactMap { $0.map(String.init) }
          return "\(place.joined(separator: ":")): \(doubt.message)"
            + (doubt.hint.map { "; \($0)" } ?? "")
        },
        limit
      )
    }
    if !sharedCodes.isEmpty {
      let count = ImportWords.count(sharedCodes.count, "code")
      parts.append(
        .paragraph(
          "\(count) of places \(sharedCodes.count == 1 ? "stands" : "stand") beside names that "
            + "differ in more than spelling. Facts are counted under the code; if the codes are "
            + "wrong, mend the file, or leave their column out by a mapping:"
        )
      )
      parts += table(
        ["kind", "code", "most often", "also"],
        [],
        sharedCodes.map { [$0.kind, $0.id, $0.name, Self.some($0.others, limit)] },
        limit
      )
    }
    return parts
  }

  // MARK: Files

  private func parts(of file: File, _ limit: Int?) -> [ReportPage.Part] {
    var parts: [ReportPage.Part] = [.heading("\(file.document): \(file.readAs)")]
    if !file.notes.isEmpty { parts.append(.list(file.notes.map { $0 + "." })) }
    guard !file.columns.isEmpty else { return parts }
    // Hundreds of columns of a matrix are read alike.
    let shown = limit.map { min(file.columns.count, $0 * 4) } ?? file.columns.count
    let columns = Array(file.columns.prefix(shown))
    parts.append(.table(file.isActivities ? elementTable(columns) : columnTable(columns)))
    return parts + rest(shown, file.columns.count)
  }

  private func columnTable(_ columns: [Column]) -> ReportTable {
    ReportTable(
      ["column", "heading", "read as", "values", "what became of it"],
      alignments: [.right, .left, .left, .right],
      rows: columns.map { column in
        [
          String(column.number), column.heading.isEmpty ? "(none)" : column.heading,
          column.meaning.map { ImportWords.meaning($0) } ?? "", String(column.distinct),
          column.use.rawValue + (column.reason.map { ": \($0)" } ?? ""),
        ]
      }
    )
  }

  private func elementTable(_ columns: [Column]) -> ReportTable {
    ReportTable(
      ["element", "what became of it"],
      rows: columns.map { column in
        [column.heading, column.use.rawValue + (column.reason.map { ": \($0)" } ?? "")]
      }
    )
  }

  // MARK: Words and names

  private func words(_ limit: Int?) -> [ReportPage.Part] {
    var parts: [ReportPage.Part] = []
    func told(_ word: Word) -> [String] {
      [word.text.isEmpty ? "(blank)" : word.text, word.role, String(word.count)]
    }
    func add(_ heading: String, _ headings: [String], _ rows: [[String]], numbers: Bool = true) {
      guard !rows.isEmpty else { return }
      let alignments: [ReportTable.Alignment] = headings.map { _ in .left }.dropLast() + [.right]
      parts.append(.heading(heading))
      parts += table(headings, numbers ? alignments : [], rows, limit)
    }
    if !decisionNotes.isEmpty {
      parts.append(.heading("Decisions about names"))
      parts += list(decisionNotes, limit)
    }
    add("Cells that name nobody", ["text", "where", "cells"], missing.map(told))
    add("Words for somebody unnamed", ["text", "where", "cells"], standIns.map(told))
    add(
      "Names read as one: \(spellings.count)",
      ["kind", "read as", "also written"],
      spellings.map { [$0.kind, $0.name, Self.some($0.others, limit)] },
      numbers: false
    )
    return parts
  }

  // MARK: Totals

  private func totals(_ limit: Int?) -> [ReportPage.Part] {
    var parts: [ReportPage.Part] = []
    func add(_ heading: String, _ totals: [Total]) {
      guard !totals.isEmpty else { return }
      parts.append(.heading("\(heading): \(totals.count)"))
      if heading == Self.providers { parts += roles }
      parts += table(
        ["name", "key", "facts"],
        [.left, .left, .right],
        totals.map { [$0.name, $0.id, String($0.facts)] },
        limit
      )
    }
    add(Self.providers, actors)
    add("Sectors", sectors)
    for level in places { add(ImportWords.places(level.level), level.totals) }
    return parts
  }

  private static let providers = "Organizations that assist"

  private var roles: [ReportPage.Part] {
    var sentences: [String] = []
    if providerRoles.count > 1 {
      let roles = providerRoles.map { "\($0.role) \($0.count)" }.joined(separator: ", ")
      sentences.append("Who assists is the organization nearest to the work, by role: \(roles).")
    }
    if selfRelations > 0 {
      sentences.append(
        "In \(selfRelations) statements one organization stands in two roles; no relation to itself "
          + "was made."
      )
    }
    return sentences.isEmpty ? [] : [.paragraph(sentences.joined(separator: " "))]
  }

  // MARK: Long lists

  /// Some of the names where a list is cut, else all.
  private static func some(_ names: [String], _ limit: Int?) -> String {
    let shown = names.prefix(limit.map { max(1, $0 / 2) } ?? names.count)
    let rest = names.count - shown.count
    return shown.joined(separator: " | ") + (rest > 0 ? " and \(rest) more" : "")
  }

  private func table(
    _ headings: [String],
    _ alignments: [ReportTable.Alignment],
    _ rows: [[String]],
    _ limit: Int?
  ) -> [ReportPage.Part] {
    let shown = Array(rows.prefix(limit ?? rows.count))
    let table = ReportPage.Part.table(ReportTable(headings, alignments: alignments, rows: shown))
    return [table] + rest(shown.count, rows.count)
  }

  private func list(_ items: [String], _ limit: Int?) -> [ReportPage.Part] {
    let shown = Array(items.prefix(limit ?? items.count))
    return [.list(shown)] + rest(shown.count, items.count)
  }

  private func rest(_ shown: Int, _ all: Int) -> [ReportPage.Part] {
    shown == all
      ? [] : [.paragraph("\(shown) of \(all) are shown; --report FILE writes all of them.")]
  }
}
