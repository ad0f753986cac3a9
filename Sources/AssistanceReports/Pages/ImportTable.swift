internal import AssistanceImport

extension ImportDocument {
  /// A line for each thing that is told, for a spreadsheet.
  public var table: ReportTable {
    var table = ReportTable([
      "what", "file", "line", "column", "name", "kind", "count", "text", "hint", "id",
    ])
    func add(
      _ what: String,
      file: String = "",
      line: String = "",
      column: Int? = nil,
      name: String = "",
      kind: String = "",
      count: Int? = nil,
      text: String = "",
      hint: String = "",
      id: String = ""
    ) {
      table.append([
        what, file, line, column.map(String.init) ?? "", name, kind, count.map(String.init) ?? "",
        text, hint, id,
      ])
    }
    add("read", name: unit, count: rowsRead)
    add("facts", count: facts)
    add("merged", count: merged)
    add("repeated", count: repeatedRows)
    add("refused", count: refusedRows)
    for file in files {
      add("file", file: file.document, kind: file.readAs, count: file.rowsRead)
      add("repeated rows", file: file.document, count: file.repeatedRows)
      add("refused rows", file: file.document, count: file.refusedRows)
      for note in file.notes { add("note", file: file.document, text: note) }
      for column in file.columns {
        add(
          "column \(column.use.rawValue)",
          file: file.document,
          column: column.number,
          name: column.heading,
          kind: column.meaning ?? "",
          count: column.distinct,
          text: column.reason ?? ""
        )
      }
    }
    for refusal in refusals {
      add(
        "refusal",
        file: refusal.file,
        line: refusal.lines.map { $0[0] == $0[1] ? "\($0[0])" : "\($0[0])-\($0[1])" }
          .joined(separator: " | "),
        count: refusal.count,
        text: refusal.reason,
        hint: refusal.hint ?? ""
      )
    }
    for doubt in doubts {
      add(
        "doubt",
        file: doubt.file,
        line: doubt.line.map(String.init) ?? "",
        column: doubt.column,
        text: doubt.message,
        hint: doubt.hint ?? ""
      )
    }
    for word in missing { add("missing", name: word.text, kind: word.role, count: word.count) }
    for word in standIns { add("stand-in", name: word.text, kind: word.role, count: word.count) }
    for (what, spelling) in spellings.map({ ("spellings", $0) })
      + sharedCodes.map({ ("shared code", $0) })
    {
      add(
        what,
        name: spelling.name,
        kind: spelling.kind,
        count: spelling.others.count + 1,
        text: spelling.others.joined(separator: " | "),
        id: spelling.id
      )
    }
    for role in providerRoles { add("provider from", kind: role.role, count: role.count) }
    add("relation to itself", count: selfRelations)
    let totals =
      [("actor", "actor", actors), ("sector", "sector", sectors)]
      + places.map { ("place", $0.level, $0.totals) }
    for (what, kind, totals) in totals {
      for total in totals {
        add(what, name: total.name, kind: kind, count: total.facts, id: total.id)
      }
    }
    return table
  }
}
