public import AssistanceModel
public import CoverageAnalysis
internal import GraphCore

extension EngagementRule {
  /// Reads a table of possible, required and forbidden engagements.
  ///
  ///     actor,case,inhibitor,cost,status,note
  ///     UNDP,Kenya,inhibitor 3,12.50,possible,has an office there
  ///     UNDP,Libya,,,forbidden,
  ///
  /// An empty row or column is any. Ids, names and other names are understood; the ends of the
  /// question give the headings of rows and columns.
  ///
  /// - Parameters:
  ///   - bytes: The table, as CSV with a heading.
  ///   - file: The name by which faults speak of it.
  ///   - question: Whose rows and columns are meant.
  ///   - graph: The graph whose nodes are named.
  /// - Returns: The rules, in the order of lines.
  /// - Throws: Every fault of the table, with its line, column and a hint.
  /// - Complexity: O(*n*) for *n* lines and names.
  public static func reading(
    _ bytes: [UInt8],
    file: String,
    for question: CoverageQuestion,
    in graph: AssistanceGraph
  ) throws(CollectionError) -> [EngagementRule] {
    let (row, column) = (graph.schema.role(question.rows), graph.schema.role(question.columns))
    var table = TermTable(
      bytes,
      file: file,
      headings: [
        TermTable.Heading(meaning: "actor", words: ["actor"]),
        TermTable.Heading(
          meaning: "row",
          words: [question.rows.rawValue, row?.column, "row"].compactMap { $0?.lowercased() }
        ),
        TermTable.Heading(
          meaning: "column",
          words: [question.columns.rawValue, column?.column, "column"]
            .compactMap { $0?.lowercased() }
        ),
        TermTable.Heading(meaning: "cost", words: ["cost"]),
        TermTable.Heading(meaning: "status", words: ["status"]),
        TermTable.Heading(meaning: "note", words: ["note"]),
      ],
      in: graph,
      NameIndex(graph.graph)
    )
    var rules: [EngagementRule] = []
    for record in table.records() {
      let actor = table.actor(record)
      let (rowNode, columnNode) = (
        table.node(record, "row", row?.nodeKinds ?? []),
        table.node(record, "column", column?.nodeKinds ?? [])
      )
      let cost = table.amount(record, "cost")
      let status = table.text(record, "status").lowercased()
      let standing = EngagementStanding(rawValue: status.isEmpty ? "possible" : status)
      if standing == nil {
        table.complain(
          record,
          "status",
          "“\(status)” is no status",
          hint: "write possible, required or forbidden"
        )
      }
      if standing == .required,
        table.text(record, "row").isEmpty || table.text(record, "column").isEmpty
      {
        table.complain(
          record,
          "status",
          "what is required must name its \(question.rows) and its \(question.columns)",
          hint: "write a line for each cell"
        )
      }
      let note = table.text(record, "note")
      guard let actor, let standing else { continue }
      rules.append(
        EngagementRule(
          actor,
          row: rowNode,
          column: columnNode,
          cost: cost,
          standing: standing,
          note: note.isEmpty ? nil : note,
          place: table.place(record, "actor")
        )
      )
    }
    if let error = table.error { throw error }
    return rules
  }
}

extension ActorTerms {
  /// Reads a table of what is paid once for actors, and how much they can take up.
  ///
  ///     actor,fixed-cost,capacity,note
  ///     UNDP,100,3,
  ///
  /// An empty cell is what the question says of all.
  ///
  /// - Parameters:
  ///   - bytes: The table, as CSV with a heading.
  ///   - file: The name by which faults speak of it.
  ///   - graph: The graph whose actors are named.
  /// - Returns: The terms, in the order of lines.
  /// - Throws: Every fault of the table, with its line, column and a hint.
  /// - Complexity: O(*n*) for *n* lines and names.
  public static func reading(
    _ bytes: [UInt8],
    file: String,
    in graph: AssistanceGraph
  ) throws(CollectionError) -> [ActorTerms] {
    var table = TermTable(
      bytes,
      file: file,
      headings: [
        TermTable.Heading(meaning: "actor", words: ["actor"]),
        TermTable.Heading(meaning: "fixed-cost", words: ["fixed-cost", "fixed cost"]),
        TermTable.Heading(meaning: "capacity", words: ["capacity"]),
        TermTable.Heading(meaning: "note", words: ["note"]),
      ],
      in: graph,
      NameIndex(graph.graph)
    )
    var terms: [ActorTerms] = []
    var places: [NodeID: Int] = [:]
    for record in table.records() {
      let actor = table.actor(record)
      let fixedCost = table.amount(record, "fixed-cost")
      let text = table.text(record, "capacity")
      let capacity = text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
      if capacity == nil, !text.isEmpty {
        table.complain(
          record,
          "capacity",
          "“\(text)” is no number of engagements",
          hint: "write a whole number from 0, or nothing for any number"
        )
      }
      guard let actor else { continue }
      if let earlier = places[actor].map({ terms[$0] }) {
        table.complain(
          record,
          "actor",
          "“\(table.text(record, "actor"))” has a line already",
          hint: earlier.place?.line.map { "leave out this line or line \($0)" }
        )
        continue
      }
      places[actor] = terms.count
      let note = table.text(record, "note")
      terms.append(
        ActorTerms(
          actor,
          fixedCost: fixedCost,
          capacity: capacity,
          note: note.isEmpty ? nil : note,
          place: table.place(record, "actor")
        )
      )
    }
    if let error = table.error { throw error }
    return terms
  }
}
