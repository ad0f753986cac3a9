internal import AssistanceImport
public import AssistanceModel
public import ChangeAnalysis
public import CoverageAnalysis
internal import GraphCore

/// The answer of `diff`, as its JSON has it.
public struct DiffDocument: Codable, Hashable, Sendable {
  /// One of the two sides.
  public struct Side: Codable, Hashable, Sendable {
    /// The collection's title.
    public let collection: String
    /// Where the collection is; absent of two dates of one.
    public let folder: String?
    /// What counted.
    public let scope: ScopeDocument
    /// How many rows it has.
    public let rowCount: Int
    /// How many columns it has.
    public let columnCount: Int
    /// How many cells stand in each state.
    public let counts: [String: Int]
    /// How many facts it has.
    public let factCount: Int
    /// How many of them count in some cell.
    public let countedFactCount: Int
  }

  /// How nodes and facts of the sides are found to be one.
  public struct Matching: Codable, Hashable, Sendable {
    /// The rule, in words.
    public let rule: String
    /// How many nodes have the same key.
    public let byKey: Int
    /// How many share an identifier and no key.
    public let byIdentifier: Int
    /// How many share a name alone.
    public let byName: Int
  }

  /// Somebody whom a cell lost or won.
  public struct Mover: Codable, Hashable, Sendable {
    /// The actor.
    public let actor: NodeLabel
    /// `gone` or `new`, `renamed`, or `elsewhere`.
    public let fate: String
    /// Who it probably is on the other side.
    public let otherName: NodeLabel?
  }

  /// A change if probable renamings are taken for true.
  public struct Reading: Codable, Hashable, Sendable {
    /// How the cell stood.
    public let before: CoverageState
    /// How it stands.
    public let after: CoverageState
    /// What became of it; absent if nothing did.
    public let kind: String?
  }

  /// A cell that changed.
  public struct Cell: Codable, Hashable, Sendable {
    /// What became of it.
    public let kind: String
    /// The cell on the first side.
    public let before: CoverageDocument.Cell
    /// The cell on the second side.
    public let after: CoverageDocument.Cell
    /// Who is reported no more.
    public let leaving: [Mover]
    /// Who is reported and was not.
    public let coming: [Mover]
    /// The change if probable renamings are taken for true.
    public let ifRenamed: Reading?
    /// Whether nothing changed but names then.
    public let isRenamingAlone: Bool
    /// Whether it fell short of a need or met it.
    public let sufficiency: String?
  }

  /// An actor that is reported on one side alone.
  public struct Single: Codable, Hashable, Sendable {
    /// The actor.
    public let actor: NodeLabel
    /// In how many cells it is reported.
    public let cellCount: Int
    /// In how many of them nobody else is.
    public let soleCount: Int
    /// Its facts that count.
    public let facts: [String]
  }

  /// Two names that may stand for one actor.
  public struct Renaming: Codable, Hashable, Sendable {
    /// The actor of the first side.
    public let before: NodeLabel
    /// The actor of the second side.
    public let after: NodeLabel
    /// Whether the first is reported on the second side, too.
    public let beforeStays: Bool
    /// Whether the second was reported on the first side, too.
    public let afterWasThere: Bool
    /// How sure it is.
    public let confidence: String
    /// Why, in words.
    public let reasons: [String]
    /// In how many cells of both sides the first was reported.
    public let cellCount: Int
    /// In how many of them the second is.
    public let keptCount: Int
  }

  /// Who came, left, and is called otherwise.
  public struct Actors: Codable, Hashable, Sendable {
    /// Those of the first side alone.
    public let gone: [Single]
    /// Those of the second side alone.
    public let new: [Single]
    /// Those who are probably renamed.
    public let renamed: [Renaming]
    /// Pairs that are worth a look.
    public let doubtful: [Renaming]
  }

  /// Something that a fact says otherwise.
  public struct Detail: Codable, Hashable, Sendable {
    /// The end or the property.
    public let what: String
    /// The values on the first side; of an end, keys.
    public let before: [String]
    /// The values on the second side.
    public let after: [String]
  }

  /// A fact that changed.
  public struct Fact: Codable, Hashable, Sendable {
    /// What became of it.
    public let kind: String
    /// Its key on the first side.
    public let before: String?
    /// Its key on the second side.
    public let after: String?
    /// What it says otherwise.
    public let details: [Detail]
    /// Whether its ends are the same if probable renamings are true.
    public let isRenaming: Bool
  }

  /// What kind of answer this is.
  public let format = "pillar-diff"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The first side.
  public let before: Side
  /// The second side.
  public let after: Side
  /// Whether the sides are two dates of one collection.
  public let isOfDates: Bool
  /// How nodes and facts are found to be one.
  public let matching: Matching
  /// The rows of the first side alone.
  public let rowsGone: [NodeLabel]
  /// The rows of the second side alone.
  public let rowsNew: [NodeLabel]
  /// The columns of the first side alone.
  public let columnsGone: [NodeLabel]
  /// The columns of the second side alone.
  public let columnsNew: [NodeLabel]
  /// How many cells both sides have.
  public let comparedCount: Int
  /// The cells that changed.
  public let cells: [Cell]
  /// Who came, left, and is called otherwise.
  public let actors: Actors
  /// How many facts are the same.
  public let unchangedFactCount: Int
  /// The facts that changed.
  public let changes: [Fact]
  /// The facts of the first side that the answer names.
  public let factsBefore: [FactLabel]
  /// The facts of the second side that the answer names.
  public let factsAfter: [FactLabel]
  /// The documents that they cite.
  public let documents: [DocumentLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, before, after, isOfDates, matching, rowsGone, rowsNew, columnsGone
    case columnsNew, comparedCount, cells, actors, unchangedFactCount, changes, factsBefore
    case factsAfter, documents
  }

  /// Tells what changed.
  ///
  /// - Parameters:
  ///   - difference: What changed.
  ///   - before: What the first side's collection says of itself.
  ///   - after: What the second's says.
  ///   - folders: Where the two collections are; `nil` where that says nothing.
  public init(
    _ difference: CoverageDifference,
    before: CollectionMetadata,
    after: CollectionMetadata,
    folders: (before: String, after: String)? = nil
  ) {
    let (left, right) = (difference.before.graph, difference.after.graph)
    self.before = Side(difference.before, before.title, folders?.before)
    self.after = Side(difference.after, after.title, folders?.after)
    isOfDates = difference.isOfDates
    matching = Matching(
      rule: CoverageDifference.matchingRule,
      byKey: difference.matching.byKey,
      byIdentifier: difference.matching.byIdentifier,
      byName: difference.matching.byName
    )
    rowsGone = difference.rowsGone.map { NodeLabel($0, in: left) }
    rowsNew = difference.rowsNew.map { NodeLabel($0, in: right) }
    columnsGone = difference.columnsGone.map { NodeLabel($0, in: left) }
    columnsNew = difference.columnsNew.map { NodeLabel($0, in: right) }
    comparedCount = difference.comparedCount
    let (fates, origins) = (difference.fates, difference.origins)
    cells = difference.cells.map { Cell($0, of: difference, fates, origins) }
    actors = Actors(difference)
    unchangedFactCount = difference.unchangedFactCount
    changes = difference.facts.map { Fact($0) }
    let named = difference.namedFacts
    factsBefore = FactLabel.all(named.before, in: left)
    factsAfter = FactLabel.all(named.after, in: right)
    documents = difference.documents(named, before: before.sources, after: after.sources)
  }
}

extension DiffDocument.Side {
  init(_ report: CoverageReport, _ title: String, _ folder: String?) {
    collection = title
    self.folder = folder
    scope = ScopeDocument(report.question)
    rowCount = report.rows.count
    columnCount = report.columns.count
    counts = Dictionary(
      uniqueKeysWithValues: CoverageState.allCases.map { ($0.rawValue, report.count($0)) }
    )
    factCount = report.factCount
    countedFactCount = report.countedFactCount
  }
}

extension DiffDocument.Cell {
  init(
    _ change: CellChange,
    of difference: CoverageDifference,
    _ fates: [NodeID: ActorFate],
    _ origins: [NodeID: ActorFate]
  ) {
    let (left, right) = (difference.before.graph, difference.after.graph)
    kind = change.kind.rawValue
    before = CoverageDocument.Cell(change.before, in: left)
    after = CoverageDocument.Cell(change.after, in: right)
    leaving = change.leaving.map { DiffDocument.Mover($0, fates[$0], "gone", left, right) }
    coming = change.coming.map { DiffDocument.Mover($0, origins[$0], "new", right, left) }
    ifRenamed = change.ifRenamed.map {
      DiffDocument.Reading(before: $0.before, after: $0.after, kind: $0.kind?.rawValue)
    }
    isRenamingAlone = change.isRenamingAlone
    sufficiency = change.sufficiency?.rawValue
  }
}

extension DiffDocument.Mover {
  init(
    _ id: NodeID,
    _ fate: ActorFate?,
    _ single: String,
    _ graph: AssistanceGraph,
    _ other: AssistanceGraph
  ) {
    actor = NodeLabel(id, in: graph)
    switch fate {
    case .single: (self.fate, otherName) = (single, nil)
    case .renamed(let name): (self.fate, otherName) = ("renamed", NodeLabel(name, in: other))
    case .elsewhere, nil: (self.fate, otherName) = ("elsewhere", nil)
    }
  }
}

extension DiffDocument.Actors {
  init(_ difference: CoverageDifference) {
    let (left, right) = (difference.before.graph, difference.after.graph)
    func single(_ actor: ActorChanges.Single, _ graph: AssistanceGraph) -> DiffDocument.Single {
      DiffDocument.Single(
        actor: NodeLabel(actor.actor, in: graph),
        cellCount: actor.cellCount,
        soleCount: actor.soleCount,
        facts: actor.facts.map(\.rawValue)
      )
    }
    func renaming(_ pair: ActorChanges.Renaming) -> DiffDocument.Renaming {
      DiffDocument.Renaming(
        before: NodeLabel(pair.before, in: left),
        after: NodeLabel(pair.after, in: right),
        beforeStays: pair.beforeStays,
        afterWasThere: pair.afterWasThere,
        confidence: pair.confidence.rawValue,
        reasons: pair.reasons.map(\.text),
        cellCount: pair.cellCount,
        keptCount: pair.keptCount
      )
    }
    gone = difference.actors.gone.map { single($0, left) }
    new = difference.actors.new.map { single($0, right) }
    renamed = difference.actors.renamed.map(renaming)
    doubtful = difference.actors.doubtful.map(renaming)
  }
}

extension DiffDocument.Fact {
  init(_ change: FactChange) {
    kind = change.kind.rawValue
    before = change.before?.rawValue
    after = change.after?.rawValue
    details = change.details.map {
      DiffDocument.Detail(what: $0.what, before: $0.before, after: $0.after)
    }
    isRenaming = change.isRenaming
  }
}
