public import AssistanceModel
public import GraphCore
public import GraphInterchange

extension EdgeKind {
  /// Two nodes are linked, and the source does not say how.
  public static let linkedTo: EdgeKind = "linked-to"
}

/// What the nodes and links of a graph of another tool become, where the file leaves it open.
///
///     var mapping = GraphMapping()
///     mapping.linkKinds = ["Is part of": .partOf]
///     mapping.evidence = .coPresence
public struct GraphMapping: Hashable, Sendable {
  /// The kind of nodes of which nothing says one.
  public var nodeKind: NodeKind = .actor
  /// The kinds of nodes that the file calls by other words; case and accents do not count.
  public var nodeKinds: [String: NodeKind] = [:]
  /// The attribute whose values are the kinds of nodes; each one becomes a kind.
  public var nodeKindAttribute: String?
  /// The kind of relations of which nothing says one; `nil` is ``GraphCore/EdgeKind/linkedTo``.
  public var linkKind: EdgeKind?
  /// The kinds of relations that the file calls by other words; case and accents do not count.
  public var linkKinds: [String: EdgeKind] = [:]
  /// The attribute whose values are the kinds of relations.
  public var linkKindAttribute: String?
  /// The evidence that links rest on which state none.
  public var evidence: EvidenceClass?
  /// The headings of tables, where they are not the usual ones.
  public var columns = TableColumns()

  /// Creates a mapping that leaves everything to the file.
  public init() {}
}

/// The words that name kinds: lower-case letters, digits and hyphens.
enum KindWord {
  /// A kind's word for what a file calls it; `nil` if nothing of it is left.
  static func word(_ text: String) -> String? {
    let word = CleanText.key(text)
    return isValid(word) ? word : nil
  }

  static func isValid(_ word: String) -> Bool {
    !word.isEmpty
      && word.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }
}
