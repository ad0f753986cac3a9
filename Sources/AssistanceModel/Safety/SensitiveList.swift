public import GraphCore
internal import TabularText

/// Who and what an analyst marks as sensitive.
///
/// The marks stand in a table of their own, so that they survive a new import:
///
///     node,kind,subkind,treatment,note
///     Women for Peace,,,pseudonym,threatened in 2024
///     ,actor,local-ngo,,
///     SS0101,,,group,
///
/// A line names a node by key, name, other name or identifier; or all nodes of a kind, or of a
/// subkind of it.
public struct SensitiveList: Hashable, Sendable {
  /// A line of the list.
  public struct Entry: Hashable, Sendable {
    /// The node's key, name, other name or identifier; empty if the line names a kind.
    public let node: String
    /// The kind, if the line is limited to one.
    public let kind: NodeKind?
    /// The subkind, if the line is limited to one.
    public let subkind: String?
    /// What becomes of the nodes; `nil` is what the rules say.
    public let treatment: SafetyRules.Treatment?
    /// Where the line stands.
    public let place: Diagnostic.Place

    /// Creates a line.
    public init(
      node: String,
      kind: NodeKind? = nil,
      subkind: String? = nil,
      treatment: SafetyRules.Treatment? = nil,
      place: Diagnostic.Place
    ) {
      self.node = node
      self.kind = kind
      self.subkind = subkind
      self.treatment = treatment
      self.place = place
    }
  }

  /// The name of the list in the folder of a collection.
  public static let fileName = "sensitive.csv"

  /// The lines.
  public var entries: [Entry] = []

  /// Creates an empty list.
  public init() {}

  /// Reads a list.
  ///
  /// - Parameters:
  ///   - bytes: The table, as CSV with a heading.
  ///   - file: The file's name, for faults.
  /// - Throws: ``CollectionError`` with every fault.
  public init(reading bytes: [UInt8], file: String) throws(CollectionError) {
    let table = CSVTable(bytes)
    var faults = table.faults.map { fault in
      Diagnostic(
        .error,
        at: Diagnostic.Place(file: file, line: fault.line, column: fault.column),
        fault.message,
        hint: fault.hint
      )
    }
    let known = ["node", "kind", "subkind", "treatment", "note"]
    var columns: [String: Int] = [:]
    for (number, cell) in table.header.enumerated() {
      let heading = cell.trimmingSpaces().lowercased()
      if known.contains(heading) {
        columns[heading] = number
      } else {
        faults.append(
          Diagnostic(
            .error,
            at: Diagnostic.Place(file: file, line: 1),
            "unknown heading “\(heading.shortened)”",
            hint: "use \(known.joined(separator: ", "))"
          )
        )
      }
    }
    if columns["node"] == nil, columns["kind"] == nil {
      let place = Diagnostic.Place(file: file, line: 1)
      faults.append(
        Diagnostic(.error, at: place, "no column names nodes", hint: "begin with the line: node")
      )
    }
    for record in 0..<table.recordCount {
      let place = Diagnostic.Place(file: file, line: table.line(ofRecord: record))
      func cell(_ name: String) -> String {
        guard let column = columns[name], column < table.columnCount(ofRecord: record) else {
          return ""
        }
        return FormulaGuard.unguarded(table.text(record: record, column: column).trimmingSpaces())
      }
      func fault(_ message: String, _ hint: String) {
        faults.append(Diagnostic(.error, at: place, message, hint: hint))
      }
      let (node, kind, subkind) = (cell("node"), cell("kind"), cell("subkind"))
      guard table.columnCount(ofRecord: record) <= table.header.count else {
        fault("the line has more cells than the heading", "put a name with a comma in quotes")
        continue
      }
      if node.isEmpty, kind.isEmpty {
        if !subkind.isEmpty { fault("a subkind needs its kind", "write the kind, such as actor") }
        continue
      }
      let treatment = SafetyRules.Treatment(rawValue: cell("treatment").lowercased())
      if treatment == nil, !cell("treatment").isEmpty {
        fault("“\(cell("treatment").shortened)” is no treatment", "write pseudonym or group")
      }
      entries.append(
        Entry(
          node: node,
          kind: kind.isEmpty ? nil : NodeKind(rawValue: kind),
          subkind: subkind.isEmpty ? nil : subkind,
          treatment: treatment,
          place: place
        )
      )
    }
    guard faults.isEmpty else { throw CollectionError(faults) }
  }
}

extension SensitiveList {
  /// The nodes that the list and the property `sensitive` of a graph mark.
  struct Marked {
    var treatments: [NodeID: SafetyRules.Treatment?] = [:]
    /// Names of the list that are nobody's; they are kept out of texts all the same.
    var absent: [String] = []
    var faults: [Diagnostic] = []
  }

  func marked(in graph: AssistanceGraph) -> Marked {
    var marked = Marked()
    for node in graph.graph.nodes where node.property("sensitive").map(Self.isYes) == true {
      marked.treatments[node.id] = .some(nil)
    }
    let names = NameIndex(graph.graph)
    var identified: [String: [NodeID]] = [:]
    for node in graph.graph.nodes {
      for identifier in node[.identifiers] ?? [] {
        identified[identifier.lowercased(), default: []].append(node.id)
      }
    }
    for entry in entries {
      let ids = entry.node.isEmpty ? ofKind(entry, graph) : named(entry, names, identified)
      let wanted = ids.filter { id in
        guard let node = graph.graph[id] else { return false }
        return (entry.kind ?? node.kind) == node.kind
          && (entry.subkind ?? node[.subkind] ?? "") == node[.subkind] ?? ""
      }
      for id in wanted {
        if marked.treatments[id] == nil || entry.treatment != nil {
          marked.treatments[id] = .some(entry.treatment)
        }
      }
      if wanted.contains(where: { graph.graph[$0]?.kind == .assistance }) {
        marked.faults.append(
          Diagnostic(
            .error,
            at: entry.place,
            "a fact cannot be marked as sensitive",
            hint: "mark who assisted, or where"
          )
        )
      }
      guard wanted.isEmpty, !entry.node.isEmpty else {
        if let kind = entry.kind, graph.schema.schema.rule(for: kind) == nil {
          let kinds = graph.schema.schema.nodeRules.map(\.kind.rawValue)
          marked.faults.append(
            Diagnostic(
              .error,
              at: entry.place,
              "unknown kind “\(kind.rawValue.shortened)”",
              hint: Spelling.nearest(to: kind.rawValue, among: kinds, limit: 1).first
                .map { "did you mean “\($0)”?" }
            )
          )
        }
        continue
      }
      marked.absent.append(entry.node)
      let near = names.suggestions(for: entry.node, limit: 1).first
      marked.faults.append(
        Diagnostic(
          .warning,
          at: entry.place,
          "“\(entry.node.shortened)” is nobody in this collection",
          hint: near.map { "did you mean “\($0)”?" }
        )
      )
    }
    return marked
  }

  /// Every node that a text may stand for: of several with one name, all are meant.
  private func named(_ entry: Entry, _ names: NameIndex, _ identified: [String: [NodeID]])
    -> [NodeID]
  {
    let known = identified[entry.node.lowercased()] ?? []
    switch names.match(entry.node, entry.kind) {
    case .node(let id): return known + [id]
    case .ambiguous(let ids): return known + ids
    case .unknown: return known
    }
  }

  private func ofKind(_ entry: Entry, _ graph: AssistanceGraph) -> [NodeID] {
    entry.kind.map { graph.graph.nodes(of: $0).map(\.id) } ?? []
  }

  private static func isYes(_ value: PropertyValue) -> Bool {
    switch value {
    case .flag(let flag): flag
    case .text(let text): ["yes", "true", "1"].contains(text.lowercased())
    default: false
    }
  }
}
