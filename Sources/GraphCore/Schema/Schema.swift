/// What a graph may hold: kinds of nodes, kinds of edges with their ends, and properties.
///
/// A schema is data: start from one, add kinds to it, and ask a graph for its faults.
public struct Schema: Hashable, Sendable {
  /// The kinds of nodes, in the order in which people should see them.
  public private(set) var nodeRules: [NodeRule] = []
  /// The kinds of edges, in the order in which people should see them.
  public private(set) var edgeRules: [EdgeRule] = []

  /// Creates a schema; of two rules for one kind the later one counts.
  public init(nodes: [NodeRule], edges: [EdgeRule]) {
    for rule in nodes { add(rule) }
    for rule in edges { add(rule) }
  }

  /// Adds a kind of node, or replaces the rule for it.
  public mutating func add(_ rule: NodeRule) {
    if let index = nodeRules.firstIndex(where: { $0.kind == rule.kind }) {
      nodeRules[index] = rule
    } else {
      nodeRules.append(rule)
    }
  }

  /// Adds a kind of edge, or replaces the rule for it.
  public mutating func add(_ rule: EdgeRule) {
    if let index = edgeRules.firstIndex(where: { $0.kind == rule.kind }) {
      edgeRules[index] = rule
    } else {
      edgeRules.append(rule)
    }
  }

  /// The rule for a kind of node, or `nil` if the schema does not know it.
  public func rule(for kind: NodeKind) -> NodeRule? {
    nodeRules.first { $0.kind == kind }
  }

  /// The rule for a kind of edge, or `nil` if the schema does not know it.
  public func rule(for kind: EdgeKind) -> EdgeRule? {
    edgeRules.first { $0.kind == kind }
  }
}

/// What nodes of one kind are, and their properties.
public struct NodeRule: Hashable, Sendable {
  /// The kind.
  public let kind: NodeKind
  /// What the kind means, in one sentence.
  public let meaning: String
  /// The properties that such nodes may have.
  public let properties: [PropertyRule]

  /// Creates a rule.
  public init(_ kind: NodeKind, _ meaning: String, properties: [PropertyRule] = []) {
    self.kind = kind
    self.meaning = meaning
    self.properties = properties
  }
}

/// What edges of one kind say, between which kinds of nodes, and their properties.
public struct EdgeRule: Hashable, Sendable {
  /// A kind of node where an edge may start and a kind where it may then end.
  public struct Ends: Hashable, Sendable {
    /// The kind of the first end.
    public let from: NodeKind
    /// The kind of the second end.
    public let to: NodeKind

    /// Creates a pair of ends.
    public init(_ from: NodeKind, _ to: NodeKind) {
      self.from = from
      self.to = to
    }
  }

  /// The kind.
  public let kind: EdgeKind
  /// What an edge of the kind says, in one sentence.
  public let meaning: String
  /// The pairs of ends that are allowed.
  public let ends: [Ends]
  /// How many such edges may start at one node; `nil` is any number.
  public let maximumPerSource: Int?
  /// The properties that such edges may have.
  public let properties: [PropertyRule]

  /// Creates a rule.
  public init(
    _ kind: EdgeKind,
    _ meaning: String,
    ends: [Ends],
    maximumPerSource: Int? = nil,
    properties: [PropertyRule] = []
  ) {
    self.kind = kind
    self.meaning = meaning
    self.ends = ends
    self.maximumPerSource = maximumPerSource
    self.properties = properties
  }

  /// Whether an edge of the kind may lead from one kind of node to another.
  public func allows(_ from: NodeKind, _ to: NodeKind) -> Bool {
    ends.contains(Ends(from, to))
  }
}

/// The name of a property, the type of its values, and which values are allowed.
public struct PropertyRule: Hashable, Sendable {
  /// The property's name.
  public let name: String
  /// The type of its values.
  public let type: PropertyType
  /// The only words that a text may be; `nil` allows any.
  public let words: [String]?
  /// The kinds of nodes whose key a text must be; `nil` if the text is no key.
  public let refersTo: [NodeKind]?
  /// The only numbers that a decimal may be; `nil` allows any.
  public let range: ClosedRange<Double>?

  /// Creates a rule.
  public init(
    _ name: String,
    _ type: PropertyType = .text,
    words: [String]? = nil,
    refersTo: [NodeKind]? = nil,
    range: ClosedRange<Double>? = nil
  ) {
    self.name = name
    self.type = type
    self.words = words
    self.refersTo = refersTo
    self.range = range
  }
}
