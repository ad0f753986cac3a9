internal import ArgumentParser
internal import PillarKit

/// The options that say what the nodes and links of a graph become.
struct GraphOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The kind of nodes that state none, or WORD=KIND for those that the file calls so; repeatable.",
      valueName: "kind"
    )
  )
  var nodeKind: [String] = []

  @Option(
    help: ArgumentHelp(
      "The kind of links that state none, or WORD=KIND for those that the file calls so; repeatable.",
      valueName: "kind"
    )
  )
  var relationKind: [String] = []

  @Option(
    help: ArgumentHelp(
      "The attribute, or column, whose values are the kinds of nodes.",
      valueName: "attribute"
    )
  )
  var kindFrom: String?

  @Option(
    help: ArgumentHelp(
      "The attribute, or column, whose values are the kinds of links.",
      valueName: "attribute"
    )
  )
  var relationKindFrom: String?

  @Option(help: "What links rest on that do not say it: documented, declared or co-presence.")
  var evidence: String?

  @Option(help: ArgumentHelp("The column of a node's id.", valueName: "column"))
  var id: String?

  @Option(help: ArgumentHelp("The column of the id where a link starts.", valueName: "column"))
  var source: String?

  @Option(help: ArgumentHelp("The column of the id where a link ends.", valueName: "column"))
  var target: String?

  func validate() throws {
    for text in nodeKind + relationKind {
      let kind = Self.parts(text).kind
      let isWord =
        !kind.isEmpty
        && kind.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
      guard isWord else {
        throw ValidationError("“\(kind)” is no kind; use lower-case letters, digits and hyphens.")
      }
    }
    for text in nodeKind where Self.parts(text).kind == NodeKind.assistance.rawValue {
      throw ValidationError("“\(text)”: a node of a network is no fact; choose another kind.")
    }
    for text in relationKind {
      let kind = EdgeKind(rawValue: Self.parts(text).kind)
      guard !AssistanceSchema.standard.isRole(kind) else {
        throw ValidationError("“\(kind)” is an end of facts; choose another kind for links.")
      }
    }
    if let evidence, EvidenceClass(rawValue: evidence) == nil {
      throw ValidationError(
        "“\(evidence)” is no evidence; use documented, declared or co-presence."
      )
    }
  }

  /// What the options say about a graph.
  var mapping: GraphMapping {
    var mapping = GraphMapping()
    for text in nodeKind {
      let (word, kind) = Self.parts(text)
      if let word { mapping.nodeKinds[word] = NodeKind(rawValue: kind) }
      if word == nil { mapping.nodeKind = NodeKind(rawValue: kind) }
    }
    for text in relationKind {
      let (word, kind) = Self.parts(text)
      if let word { mapping.linkKinds[word] = EdgeKind(rawValue: kind) }
      if word == nil { mapping.linkKind = EdgeKind(rawValue: kind) }
    }
    mapping.nodeKindAttribute = kindFrom
    mapping.linkKindAttribute = relationKindFrom
    mapping.evidence = evidence.flatMap { EvidenceClass(rawValue: $0) }
    mapping.columns = TableColumns(id: id, source: source, target: target)
    return mapping
  }

  /// What stands before and after the last equals sign.
  private static func parts(_ text: String) -> (word: String?, kind: String) {
    guard let sign = text.lastIndex(of: "=") else { return (nil, text) }
    return (String(text[..<sign]), String(text[text.index(after: sign)...]))
  }
}
