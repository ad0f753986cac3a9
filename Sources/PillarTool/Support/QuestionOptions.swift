internal import ArgumentParser
internal import PillarKit

/// The options that say which matrix is asked of.
struct QuestionOptions: ParsableArguments {
  @OptionGroup(title: "Which statements count")
  var scope: ScopeOptions

  @Option(
    name: [.customLong("row"), .customLong("case")],
    help: "Ask only of this row (a case); may be given several times."
  )
  var rows: [String] = []

  @Option(
    name: [.customLong("column"), .customLong("inhibitor")],
    help: "Ask only of this column (an inhibitor); may be given several times."
  )
  var columns: [String] = []

  @Option(
    help: ArgumentHelp(
      "The end of facts that makes the rows, such as case; with a subkind after a colon.",
      valueName: "end"
    )
  )
  var rowsBy: String?

  @Option(
    help: ArgumentHelp(
      "The end of facts that makes the columns, such as form, or sector:cluster.",
      valueName: "end"
    )
  )
  var columnsBy: String?

  @Option(
    help: ArgumentHelp(
      "A table of what is needed where, instead of needs.csv of the collection.",
      discussion: "Its columns: case, inhibitor (or other ends of facts), required, weight,"
        + " risk-level, note.",
      valueName: "file"
    ),
    completion: .file(extensions: ["csv"])
  )
  var needs: String?

  /// The options that ask for something other than the usual, but for those of ``scope``.
  var given: [String] {
    [
      ("--case", !rows.isEmpty), ("--inhibitor", !columns.isEmpty), ("--rows-by", rowsBy != nil),
      ("--columns-by", columnsBy != nil),
      ("--needs", needs != nil),
    ].filter(\.1).map(\.0)
  }

  /// The question that the options ask of a collection.
  func question(of collection: AssistanceCollection, names: NameIndex) throws -> CoverageQuestion {
    var question = CoverageQuestion(collection.metadata.question)
    question.bases = try scope.bases
    question.modalities = try scope.modalities
    question.evidence = try scope.evidenceClasses
    question.period = try scope.time.period
    question.rollUp = scope.rollUp ? .partOf : nil
    if let (role, subkind) = try axis(rowsBy, in: collection) {
      if role != question.rows || subkind != nil { question.rowSubkind = subkind }
      question.rows = role
    }
    if let (role, subkind) = try axis(columnsBy, in: collection) {
      if role != question.columns { question.derivations = [] }
      if role != question.columns || subkind != nil { question.columnSubkind = subkind }
      question.columns = role
    }
    try refuseIfTooLarge(question, in: collection)
    question.onlyRows = try ids(rows, question.rows, in: collection, names)
    question.onlyColumns = try ids(columns, question.columns, in: collection, names)
    question.needs = try needs.map { try table(at: $0, for: collection) } ?? collection.needs
    if let needs, let need = question.needs.first,
      !need.ends.allSatisfy({ [question.rows, question.columns].contains($0.role) })
    {
      let ends = need.ends.map(\.role.rawValue).joined(separator: " and ")
      try Output.fail(
        "the needs in \(needs) are about \(ends), the matrix about \(question.rows) and"
          + " \(question.columns)",
        hint: "head its columns with these, or ask with --rows-by and --columns-by"
      )
    }
    return question
  }

  private func table(at path: String, for collection: AssistanceCollection) throws -> [CoverageNeed]
  {
    do throws(CollectionError) {
      return try NeedTable.needs(readingFrom: path, for: collection.graph)
    } catch {
      Output.say(error.description)
      throw ExitCode(2)
    }
  }

  /// How many cells a matrix may have.
  private static let maximumCells = 50_000_000

  private func refuseIfTooLarge(
    _ question: CoverageQuestion,
    in collection: AssistanceCollection
  ) throws {
    func count(_ role: EdgeKind) -> Int {
      let kinds = collection.graph.schema.role(role)?.nodeKinds ?? []
      return kinds.reduce(0) { $0 + collection.graph.graph.nodes(of: $1).count }
    }
    let (rows, columns) = (count(question.rows), count(question.columns))
    let cells = rows.multipliedReportingOverflow(by: columns)
    guard cells.overflow || cells.partialValue > Self.maximumCells else { return }
    try Output.fail(
      "the matrix would have \(rows) rows and \(columns) columns",
      hint: "choose ends of facts with fewer nodes; at most \(Self.maximumCells) cells are counted"
    )
  }

  /// An end of facts, and the only subkind of its nodes that is asked of.
  private func axis(
    _ text: String?,
    in collection: AssistanceCollection
  ) throws -> (role: EdgeKind, subkind: String?)? {
    guard let text else { return nil }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? text
    let roles = collection.graph.schema.roles
    if let role = roles.first(where: { $0.kind.rawValue == name || $0.column == name }) {
      guard parts.count == 2 else { return (role.kind, nil) }
      let subkind = String(parts[1])
      let found = Set(
        role.nodeKinds.flatMap { collection.graph.graph.nodes(of: $0) }.compactMap { $0[.subkind] }
      )
      if found.contains(subkind) { return (role.kind, subkind) }
      let known = found.sorted().joined(separator: ", ")
      try Output.fail(
        "no \(name) is a “\(subkind)”",
        hint: known.isEmpty ? "leave out the colon and what follows" : "use one of \(known)"
      )
    }
    try Output.fail(
      "facts have no end called “\(name)”",
      hint: "use one of \(roles.map(\.kind.rawValue).joined(separator: ", "))"
    )
  }

  private func ids(
    _ texts: [String],
    _ role: EdgeKind,
    in collection: AssistanceCollection,
    _ names: NameIndex
  ) throws -> [NodeID] {
    let kinds = collection.graph.schema.role(role)?.nodeKinds ?? []
    return try texts.map { text in
      let id = try collection.node(text, names: names)
      guard let kind = collection.graph.graph[id]?.kind, kinds.contains(kind) else {
        let wanted = kinds.map(\.rawValue).joined(separator: " or ")
        try Output.fail("“\(text)” is no \(wanted)", hint: "rows and columns are \(role) ends")
      }
      return id
    }
  }
}
