public import AssistanceImport
internal import GraphCore

/// The report of `import`, as its JSON has it.
public struct ImportDocument: Codable, Hashable, Sendable {
  /// A file that was read.
  public struct File: Codable, Hashable, Sendable {
    /// The key under which sources name it.
    public let document: String
    /// What it was taken for.
    public let readAs: String
    /// How many rows or activities were read.
    public let rowsRead: Int
    /// How many of them repeat an earlier one cell by cell.
    public let repeatedRows: Int
    /// How many of them were refused.
    public let refusedRows: Int
    /// What was done to its bytes, and by which rules it was read.
    public let notes: [String]
    /// Its columns or elements, in order.
    public let columns: [Column]
  }

  /// What became of a column, or of an element.
  public struct Column: Codable, Hashable, Sendable {
    /// Its place, from 1.
    public let number: Int
    /// What stands above it, or the element's name.
    public let heading: String
    /// The hashtag, if it has one beside a heading.
    public let tag: String?
    /// What it holds, as subject and part, if that is known.
    public let meaning: String?
    /// What was done with it: used, ignored or dropped.
    public let use: ImportReport.Column.Use
    /// Why.
    public let reason: String?
    /// How many different texts its cells hold.
    public let distinct: Int
  }

  /// Rows of a file that were refused for one reason.
  public struct Refusal: Codable, Hashable, Sendable {
    /// The file.
    public let file: String
    /// Why they were refused.
    public let reason: String
    /// How to mend it, if that is known.
    public let hint: String?
    /// How many there are.
    public let count: Int
    /// Where they begin, as runs of lines from 1: the first and the last.
    public let lines: [[Int]]
  }

  /// What looks wrong but was read.
  public struct Doubt: Codable, Hashable, Sendable {
    /// The file.
    public let file: String
    /// The line, if it has one.
    public let line: Int?
    /// The column in characters, if it has one.
    public let column: Int?
    /// What looks wrong.
    public let message: String
    /// How to mend it, if that is known.
    public let hint: String?
  }

  /// A text of cells that names nobody, and how often it was met.
  public struct Word: Codable, Hashable, Sendable {
    /// The text as written; empty for blank cells.
    public let text: String
    /// In which role.
    public let role: String
    /// How often.
    public let count: Int
  }

  /// A decision about two names.
  public struct Decision: Codable, Hashable, Sendable {
    /// One name.
    public let name: String
    /// The other.
    public let other: String
    /// Whether they are the same or different.
    public let verdict: String
    /// What came of it.
    public let effect: String
  }

  /// A name that rows write in several ways.
  public struct Spelling: Codable, Hashable, Sendable {
    /// The node's key.
    public let id: String
    /// What it is.
    public let kind: String
    /// The spelling that the collection goes by.
    public let name: String
    /// The others.
    public let others: [String]
  }

  /// How many facts a node has.
  public struct Total: Codable, Hashable, Sendable {
    /// The node's key.
    public let id: String
    /// What people call it.
    public let name: String
    /// How many facts have it at an end.
    public let facts: Int
  }

  /// The places of a level.
  public struct Level: Codable, Hashable, Sendable {
    /// The kind of the nodes, and the end of facts.
    public let level: String
    /// The places, those with the most facts first.
    public let totals: [Total]
  }

  /// How many rows have their provider from a role.
  public struct ProviderRole: Codable, Hashable, Sendable {
    /// The role.
    public let role: String
    /// How many rows.
    public let count: Int
  }

  /// What kind of answer this is.
  public let format = "pillar-import"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// Where the collection is.
  public let collection: String
  /// What became of the files, in a sentence, where that is not told in rows and facts.
  public let summary: String?
  /// What was read: rows, activities, or both.
  public let unit: String
  /// How many were read.
  public let rowsRead: Int
  /// How many facts the collection holds.
  public let facts: Int
  /// How many relations rows state by themselves.
  public let relations: Int
  /// How many nodes rows define by themselves.
  public let nodes: Int
  /// How many rows or statements say what a fact or a relation says already.
  public let merged: Int
  /// How many rows repeat an earlier one of their file cell by cell.
  public let repeatedRows: Int
  /// How many were refused.
  public let refusedRows: Int
  /// The files, by key.
  public let files: [File]
  /// What was refused, by file and reason.
  public let refusals: [Refusal]
  /// How many refused rows are not among the lines of ``refusals``.
  public let unlistedRefusals: Int
  /// What looks wrong, by file and place.
  public let doubts: [Doubt]
  /// Cells that were read as saying nothing.
  public let missing: [Word]
  /// Words that stand for somebody who is not named.
  public let standIns: [Word]
  /// What was decided about names, and what came of it.
  public let decisions: [Decision]
  /// What came of the decisions, in sentences.
  public let decisionNotes: [String]
  /// Names in several spellings, each read as one.
  public let spellings: [Spelling]
  /// Codes of places that stand beside names which differ in more than case, accents and signs; the
  /// one with the most names first.
  public let sharedCodes: [Spelling]
  /// How often an organization would have paid or commissioned itself.
  public let selfRelations: Int
  /// From which role the providers come, nearest to the work first.
  public let providerRoles: [ProviderRole]
  /// The providers, those with the most facts first.
  public let actors: [Total]
  /// The sectors, those with the most facts first.
  public let sectors: [Total]
  /// The places, the widest level first.
  public let places: [Level]
  /// What one may do now, in sentences.
  public let next: [String]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, summary, unit, rowsRead, facts, relations, nodes, merged,
      repeatedRows, refusedRows
    case files, refusals, unlistedRefusals, doubts, missing, standIns, spellings, sharedCodes
    case decisions, decisionNotes
    case selfRelations, providerRoles, actors, sectors, places, next
  }

  /// Tells what an import understood, changed and left behind.
  ///
  /// - Parameters:
  ///   - report: What is told.
  ///   - collection: The folder of the collection, as it was given.
  public init(_ report: ImportReport, in collection: String) {
    self.collection = collection
    summary = report.summary
    unit = Self.unit(of: report.files)
    rowsRead = report.rowsRead
    facts = report.factCount
    relations = report.relationCount
    nodes = report.nodeCount
    merged = report.mergedCount + report.mergedRelations
    repeatedRows = report.files.reduce(0) { $0 + $1.repeatedRows }
    refusedRows = report.refusedRows
    files = report.files.map { File($0) }
    refusals = Refusal.grouped(report.refusals)
    unlistedRefusals = max(0, report.refusedRows - report.refusals.count)
    doubts = report.doubts.map {
      Doubt(
        file: $0.place.file,
        line: $0.place.line,
        column: $0.place.column,
        message: $0.message,
        hint: $0.hint
      )
    }
    missing = report.missing.map { Word(text: $0.text, role: $0.place, count: $0.count) }
    standIns = report.placeholders.map { Word(text: $0.text, role: $0.place, count: $0.count) }
    decisions = report.decisions.map { outcome in
      Decision(
        name: outcome.decision.name,
        other: outcome.decision.other,
        verdict: outcome.decision.verdict.rawValue,
        effect: outcome.effect.word
      )
    }
    decisionNotes = report.decisionLines
    let places = DraftPlace.Level.allCases.map(\.nodeKind)
    let names = report.spellings.map { ($0, !places.contains($0.kind) || $0.isOneName) }
    spellings = names.filter(\.1).map { Spelling($0.0) }
    sharedCodes = names.filter { !$0.1 }.map { Spelling($0.0) }
      .sorted {
        $0.others.count != $1.others.count ? $0.others.count > $1.others.count : $0.id < $1.id
      }
    selfRelations = report.selfRelations
    providerRoles = report.providerRoles.map { ProviderRole(role: $0.text, count: $0.count) }
    actors = report.actors.map { Total($0) }
    sectors = report.sectors.map { Total($0) }
    self.places = DraftPlace.Level.allCases.compactMap { level in
      let totals = report.places.filter { $0.kind == level.nodeKind }.map { Total($0) }
      return totals.isEmpty ? nil : Level(level: level.rawValue, totals: totals)
    }
    next = Self.next(report, collection)
  }

  private static func unit(of files: [ImportReport.File]) -> String {
    let activities = files.count { $0.isActivities }
    if activities == 0 { return "rows" }
    return activities == files.count ? "activities" : "rows and activities"
  }

  /// What one may do now: mend what was refused, then ask.
  private static func next(_ report: ImportReport, _ folder: String) -> [String] {
    let folder = folder.quotedForShell
    var next: [String] = []
    if report.refusedRows > 0 {
      next.append("Mend what was refused in the file and import it again.")
    }
    let tables = report.files.filter { !$0.isActivities }
    let isUnsure =
      tables.contains { file in
        file.columns.contains { $0.use == .ignored && $0.meaning == nil }
      } || report.doubts.contains { $0.hint?.contains("mapping") == true }
    if isUnsure {
      next.append(
        "If an ignored column matters, or one was read wrongly: --suggest-mapping writes a mapping "
          + "to correct, and --mapping reads by it."
      )
    }
    guard report.factCount > 0 else {
      return next + [
        "pillar info \(folder) tells what is in it.",
        "pillar path \(folder) FROM TO finds ways between two of them.",
        "pillar draw \(folder) --ego NAME -o picture.svg draws all that one is tied to.",
      ]
    }
    return next + [
      "pillar actors \(folder) proposes which names are one organization.",
      "pillar gaps \(folder) lists where nobody is reported.",
      "pillar coverage \(folder) shows who does what where.",
    ]
  }
}

extension ImportReport.DecisionOutcome.Effect {
  /// The effect in a word of JSON.
  fileprivate var word: String {
    switch self {
    case .applied: "applied"
    case .agreesWithRules: "agrees-with-rules"
    case .notInTheFiles: "not-in-the-files"
    case .severalBear: "several-bear-the-name"
    case .cannotBeKept: "cannot-be-kept"
    }
  }
}

extension ImportReport.File {
  /// Whether it holds activities, whose elements stand in the place of columns.
  var isActivities: Bool { format.hasPrefix("IATI") }
}

extension ImportDocument.File {
  fileprivate init(_ file: ImportReport.File) {
    document = file.document
    readAs = file.format
    rowsRead = file.rowsRead
    repeatedRows = file.repeatedRows
    refusedRows = file.refusedRows
    notes = file.notes
    columns = file.columns.map { column in
      ImportDocument.Column(
        number: column.number,
        heading: column.heading,
        tag: column.tag.isEmpty || column.tag == column.heading ? nil : column.tag,
        meaning: column.meaning?.description,
        use: column.use,
        reason: column.reason.isEmpty ? nil : column.reason,
        distinct: column.distinctCount
      )
    }
  }

  /// Whether it holds activities, whose elements stand in the place of columns.
  var isActivities: Bool { readAs.hasPrefix("IATI") }
}

extension ImportReport.Spelling {
  /// Whether the spellings differ in case, accents and signs only.
  fileprivate var isOneName: Bool {
    let folded = FoldedName(name)
    return others.allSatisfy { FoldedName($0) == folded }
  }
}

extension ImportDocument.Spelling {
  fileprivate init(_ spelling: ImportReport.Spelling) {
    id = spelling.id.rawValue
    kind = spelling.kind.rawValue
    name = spelling.name
    others = spelling.others
  }
}

extension ImportDocument.Total {
  fileprivate init(_ total: ImportReport.Total) {
    id = total.id.rawValue
    name = total.name
    facts = total.facts
  }
}
