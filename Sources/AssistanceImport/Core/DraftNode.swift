internal import AssistanceModel
public import GraphCore

/// A thing of any kind as a row names it.
///
///     var igo = DraftNode("igo", key: "au", name: "African Union")
///     igo.aliases = ["AU"]
public struct DraftNode: Hashable, Sendable {
  /// What it is.
  public var kind: NodeKind
  /// Its key in the source; empty if only its name is known.
  ///
  /// Things of one kind with one key are one.
  public var key: String
  /// Its name as written.
  public var name: String
  /// Its other names.
  public var aliases: [String] = []
  /// A finer kind inside the kind, in the source's words.
  public var subkind = ""
  /// Its keys in other registers, as `scheme:key`.
  public var identifiers: [String] = []
  /// What a reader should know besides.
  public var note = ""
  /// Whatever else the source says of it.
  public var properties: [String: String] = [:]
  /// When it exists or happened.
  public var validity: Validity = .always
  /// Whether the row only refers to a thing that another row must name.
  public var isReference = false

  /// Creates a thing.
  public init(_ kind: NodeKind, key: String = "", name: String = "") {
    self.kind = kind
    self.key = key
    self.name = name
  }
}

/// A thing at an end of a fact.
public struct DraftEnd: Hashable, Sendable {
  /// Which end.
  public var role: EdgeKind
  /// What stands there.
  public var node: DraftNode

  /// Creates an end.
  public init(_ role: EdgeKind, _ node: DraftNode) {
    self.role = role
    self.node = node
  }
}

/// What rows say about a thing beside its names.
struct NodeDetails {
  var identifiers: Set<String> = []
  /// The texts of each property, with how often they were met.
  var texts: [String: [String: Int]] = [:]
  /// The rows that are about the thing itself.
  var sources: [SourceReference] = []
  var validities: Set<Validity> = []
  /// What its name stands for, if it is no name.
  var designation: Designation?
  /// Whether a row names it; otherwise rows only refer to it by its key.
  var isDefined = true

  mutating func absorb(_ other: NodeDetails) {
    identifiers.formUnion(other.identifiers)
    for (name, texts) in other.texts { self.texts[name, default: [:]].merge(texts) { $0 + $1 } }
    sources += other.sources
    validities.formUnion(other.validities)
    isDefined = isDefined || other.isDefined
    designation = designation ?? other.designation
  }

  mutating func add(_ node: DraftNode) {
    identifiers.formUnion(node.identifiers.map(CleanText.name))
    var properties = node.properties
    properties["note"] = node.note
    for (name, text) in properties where !text.isEmpty {
      texts[name, default: [:]][CleanText.name(text), default: 0] += 1
    }
    if !node.validity.isUnbounded { validities.insert(node.validity) }
  }

  /// When it exists, where rows do not contradict each other.
  var validity: Validity { validities.count == 1 ? validities.first ?? .always : .always }
}
