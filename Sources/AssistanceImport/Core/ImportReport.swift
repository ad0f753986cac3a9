public import GraphCore

/// What an import understood, what it changed, and what it left behind.
public struct ImportReport: Hashable, Sendable {
  /// What was read of a file.
  public struct File: Hashable, Sendable {
    /// The key under which sources name it.
    public var document: String
    /// What it was taken for, such as `table with hashtags`.
    public var format: String
    /// How many rows of data, or activities, were read.
    public var rowsRead = 0
    /// How many rows repeat an earlier row of the file, cell by cell.
    public var repeatedRows = 0
    /// How many rows were refused.
    public var refusedRows = 0
    /// What was done to its bytes and by which rules it was read, in sentences.
    public var notes: [String] = []
    /// Its columns, from left to right.
    public var columns: [Column] = []

    /// Creates the report of a file.
    public init(document: String, format: String) {
      self.document = document
      self.format = format
    }
  }

  /// What became of a column.
  public struct Column: Hashable, Sendable {
    /// What was done with it.
    public enum Use: String, CaseIterable, Hashable, Sendable, Codable {
      /// Its values are in the collection.
      case used
      /// Nobody knows what it holds, or nothing has a place for it.
      case ignored
      /// It holds people's details, which are never kept.
      case dropped
    }

    /// Its place, counted from 1.
    public let number: Int
    /// What stands above it; the tag if there is nothing else.
    public let heading: String
    /// The tag.
    public let tag: String
    /// What it holds; `nil` where that is not known.
    public let meaning: ColumnMeaning?
    /// What was done with it.
    public let use: Use
    /// Why, in words.
    public let reason: String
    /// How many different texts its cells hold, as written; blank ones are none.
    public var distinctCount = 0

    /// Creates the report of a column.
    public init(
      number: Int,
      heading: String,
      tag: String,
      meaning: ColumnMeaning?,
      use: Use,
      reason: String
    ) {
      self.number = number
      self.heading = heading
      self.tag = tag
      self.meaning = meaning
      self.use = use
      self.reason = reason
    }
  }

  /// A word and how often it was met.
  public struct Count: Hashable, Sendable {
    /// The word as written, or a node's name.
    public let text: String
    /// Where: a role or a kind of column.
    public let place: String
    /// How often.
    public let count: Int

    /// Creates a count.
    public init(_ text: String, in place: String, _ count: Int) {
      self.text = text
      self.place = place
      self.count = count
    }
  }

  /// How many facts an actor, a sector or a place has.
  public struct Total: Hashable, Sendable {
    /// The node.
    public let id: NodeID
    /// What people call it.
    public let name: String
    /// How many facts have it at an end.
    public let facts: Int

    /// Creates a total.
    public init(_ id: NodeID, _ name: String, _ facts: Int) {
      self.id = id
      self.name = name
      self.facts = facts
    }
  }

  /// The files, sorted by key.
  public var files: [File] = []
  /// How many facts the collection holds.
  public var factCount = 0
  /// How many rows or statements say what a fact says already; the fact keeps their count.
  public var mergedCount = 0
  /// Why rows were refused, with their places; at most ``refusalLimit`` for each file.
  public var refusals: [Diagnostic] = []
  /// What looks wrong but was read: doubts about columns and values, with their places.
  public var doubts: [Diagnostic] = []
  /// Cells that say nothing: blank, or a word for nothing; by role.
  public var missing: [Count] = []
  /// Words and codes that stand for somebody who is not named, marked as such; by role.
  public var placeholders: [Count] = []
  /// How many names are written in several ways that differ in case, accents or signs only.
  public var spellingVariants: [Count] = []
  /// How often an organization would have funded or commissioned itself; no relation was made.
  public var selfRelations = 0
  /// What became of the decisions about names, in the order of their file.
  public var decisions: [DecisionOutcome] = []
  /// How many rows have their provider from which role.
  public var providerRoles: [Count] = []
  /// Facts of each provider, the most first.
  public var actors: [Total] = []
  /// Facts of each sector, the most first.
  public var sectors: [Total] = []
  /// Facts of each place of each level, the widest level first, the most first.
  public var places: [Total] = []

  /// How many refusals of a file are kept with their places.
  public static let refusalLimit = 1000

  /// Creates an empty report.
  public init() {}

  /// How many rows of data were read.
  public var rowsRead: Int { files.reduce(0) { $0 + $1.rowsRead } }
  /// How many rows were refused.
  public var refusedRows: Int { files.reduce(0) { $0 + $1.refusedRows } }
}
