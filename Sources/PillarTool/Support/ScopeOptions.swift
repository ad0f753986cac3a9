internal import ArgumentParser
internal import PillarKit

/// The options that say which statements count.
struct ScopeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which bases count: explicit, implied, thematic, ambiguous, or all.",
      discussion: "Strict by default: only what a text itself says."))
  var basis: [String] = ["explicit"]

  @Option(
    help: ArgumentHelp(
      "Which modalities count: does, can, should, must, recommended, mandated, pledged,"
        + " listed-as-example, or all.", discussion: "Strict by default: only what was done."))
  var modality: [String] = ["does"]

  @Option(
    help: "Which evidence counts: documented, declared, co-presence, or all.")
  var evidence: [String] = ["all"]

  @Option(name: .customLong("in"), help: "Count what holds in this year, month or day.")
  var inDate: String?

  @Option(help: "Count what holds at this date or later.")
  var since: String?

  @Option(help: "Count what holds at this date or earlier.")
  var until: String?

  @Flag(help: "Count a part as its whole, through part-of.")
  var rollUp = false

  func validate() throws {
    _ = try bases
    _ = try modalities
    _ = try evidenceClasses
    _ = try period
  }

  var bases: Set<Basis> { get throws { try Self.words(basis, "--basis") } }
  var modalities: Set<Modality> { get throws { try Self.words(modality, "--modality") } }
  var evidenceClasses: Set<EvidenceClass> {
    get throws { try Self.words(evidence, "--evidence") }
  }

  /// The span asked of; `nil` is any time.
  var period: Validity? {
    get throws {
      if let inDate {
        guard since == nil, until == nil else {
          throw ValidationError("--in stands alone; use --since and --until for a span.")
        }
        return Validity(in: try Self.date(inDate, "--in"))
      }
      guard since != nil || until != nil else { return nil }
      let (from, last) = try (
        since.map { try Self.date($0, "--since") }, until.map { try Self.date($0, "--until") }
      )
      guard let period = Validity(from: from, until: last) else {
        throw ValidationError("--until lies before --since.")
      }
      return period
    }
  }

  private static func date(_ text: String, _ option: String) throws -> PartialDate {
    guard let date = PartialDate(text) else {
      throw ValidationError("\(option): “\(text)” is no date; write 2013, 2013-05 or 2013-05-21.")
    }
    return date
  }

  private static func words<Word>(_ texts: [String], _ option: String) throws -> Set<Word>
  where Word: RawRepresentable & CaseIterable & Hashable, Word.RawValue == String {
    var words: Set<Word> = []
    for text in texts.flatMap({ $0.split(separator: ",") }) {
      if text == "all" {
        words.formUnion(Word.allCases)
      } else if let word = Word(rawValue: String(text)) {
        words.insert(word)
      } else {
        let known = Word.allCases.map(\.rawValue)
        let nearest = Spelling.nearest(to: String(text), among: known, limit: 1).first
        throw ValidationError(
          "\(option): “\(text)” is not known; "
            + (nearest.map { "did you mean “\($0)”?" }
              ?? "use \(known.joined(separator: ", ")) or all."))
      }
    }
    return words
  }
}

/// The options that say which matrix is asked of.
struct QuestionOptions: ParsableArguments {
  @OptionGroup(title: "Which statements count")
  var scope: ScopeOptions

  @Option(
    name: [.customLong("row"), .customLong("case")],
    help: "Ask only of this row (a case); may be given several times.")
  var rows: [String] = []

  @Option(
    name: [.customLong("column"), .customLong("inhibitor")],
    help: "Ask only of this column (an inhibitor); may be given several times.")
  var columns: [String] = []

  @Option(help: "The end of facts that makes the rows, such as case.")
  var rowsBy: String?

  @Option(help: "The end of facts that makes the columns, such as inhibitor or form.")
  var columnsBy: String?

  /// The question that the options ask of a collection.
  func question(of collection: AssistanceCollection, names: NameIndex) throws -> CoverageQuestion {
    var question = CoverageQuestion(collection.metadata.question)
    question.bases = try scope.bases
    question.modalities = try scope.modalities
    question.evidence = try scope.evidenceClasses
    question.period = try scope.period
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
    question.onlyRows = try ids(rows, question.rows, in: collection, names)
    question.onlyColumns = try ids(columns, question.columns, in: collection, names)
    return question
  }

  private func role(_ name: String?, in collection: AssistanceCollection) throws -> EdgeKind? {
    guard let name else { return nil }
    let roles = collection.graph.schema.roles
    if let role = roles.first(where: { $0.kind.rawValue == name || $0.column == name }) {
      return role.kind
    }
    try Output.fail(
      "facts have no end called “\(name)”",
      hint: "use one of \(roles.map(\.kind.rawValue).joined(separator: ", "))")
  }

  private func ids(
    _ texts: [String], _ role: EdgeKind, in collection: AssistanceCollection, _ names: NameIndex
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
