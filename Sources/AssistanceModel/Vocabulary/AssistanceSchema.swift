public import GraphCore

/// The schema of a graph of assistance: its kinds, the ends of a fact, and what is a mere index.
public struct AssistanceSchema: Hashable, Sendable {
  /// Kinds, ends and properties.
  public var schema: Schema
  /// The ends that a fact may have, in the order of the columns of `assistance.csv`.
  public private(set) var roles: [FactRole]
  /// Relations that file or cite: they say what belongs under what, not who works with whom.
  public private(set) var indexKinds: Set<EdgeKind>

  /// Creates a schema; the ends of facts are added to its kinds of edges.
  public init(schema: Schema, roles: [FactRole], indexKinds: Set<EdgeKind>) {
    self.schema = schema
    self.roles = []
    self.indexKinds = indexKinds
    for role in roles { add(role) }
  }

  /// Adds an end that facts may have, or replaces the one of the same name.
  public mutating func add(_ role: FactRole) {
    if let index = roles.firstIndex(where: { $0.kind == role.kind }) {
      roles[index] = role
    } else {
      roles.append(role)
    }
    schema.add(role.edgeRule)
  }

  /// Adds a kind of edge that files or cites.
  public mutating func addIndex(_ rule: EdgeRule) {
    schema.add(rule)
    indexKinds.insert(rule.kind)
  }

  /// The end of facts with a name.
  public func role(_ kind: EdgeKind) -> FactRole? {
    roles.first { $0.kind == kind }
  }

  /// Whether the kind of edge is an end of facts.
  public func isRole(_ kind: EdgeKind) -> Bool {
    roles.contains { $0.kind == kind }
  }

  /// The kinds of edges that are neither ends of facts nor an index.
  public var linkKinds: [EdgeKind] {
    schema.edgeRules.map(\.kind).filter { !isRole($0) && !indexKinds.contains($0) }
  }
}

/// One of the ends of a fact.
public struct FactRole: Hashable, Sendable {
  /// The kind of the edge that leads from the fact to this end.
  public let kind: EdgeKind
  /// The heading of the column in `assistance.csv`.
  public let column: String
  /// What the end means, in one sentence.
  public let meaning: String
  /// The kinds of nodes that it may be.
  public let nodeKinds: [NodeKind]
  /// How many a fact may have; `nil` is any number.
  public let maximum: Int?

  /// Creates an end.
  public init(
    _ kind: EdgeKind,
    column: String? = nil,
    _ meaning: String,
    to nodeKinds: [NodeKind],
    maximum: Int? = nil
  ) {
    self.kind = kind
    self.column = column ?? kind.rawValue
    self.meaning = meaning
    self.nodeKinds = nodeKinds
    self.maximum = maximum
  }

  var edgeRule: EdgeRule {
    EdgeRule(
      kind,
      meaning,
      ends: nodeKinds.map { .init(.assistance, $0) },
      maximumPerSource: maximum
    )
  }
}
