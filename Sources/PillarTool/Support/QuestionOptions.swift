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

  @Option(help: "The end of facts that makes the rows, such as case.")
  var rowsBy: String?

  @Option(help: "The end of facts that makes the columns, such as inhibitor or form.")
  var columnsBy: String?

  /// The options that ask for something other than the usual, but for those of ``scope``.
  var given: [String] {
    [
      ("--case", !rows.isEmpty), ("--inhibitor", !columns.isEmpty), ("--rows-by", rowsBy != nil),
      ("--columns-by", columnsBy != nil),
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
    if let role = try role(rowsBy, in: collection), role != question.rows {
      question.rows = role
      question.rowSubkind = nil
    }
    if let role = try role(columnsBy, in: collection), role != question.columns {
      question.columns = role
      question.columnSubkind = nil
      question.derivations = []
    }
    try refuseIfTooLarge(question, in: collection)
    question.onlyRows = try ids(rows, question.rows, in: collection, names)
    question.onlyColumns = try ids(columns, question.columns, in: collection, names)
    return question
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

  private func role(_ name: String?, in collection: AssistanceCollection) throws -> EdgeKind? {
    guard let name else { return nil }
    let roles = collection.graph.schema.roles
    if let role = roles.first(where: { $0.kind.rawValue == name || $0.column == name }) {
      return role.kind
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
