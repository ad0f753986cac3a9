public import AssistanceModel
public import CoverageAnalysis
public import GraphCore

extension AssistanceCollection {
  /// Finds a node by its key, name or alias, in any case.
  ///
  /// Give the kind wherever you know it: it tells an actor from a case of the same name, and a
  /// question about a node of another kind would find nothing instead of failing.
  ///
  ///     try record.node("DRC", .countryCase)  // case-drc
  ///
  /// - Parameters:
  ///   - text: The key, name or alias.
  ///   - kind: What the node must be; `nil` is anything.
  /// - Returns: The node's key.
  /// - Throws: ``ScriptError`` if nothing or several nodes of the kind are called so; it names the
  ///   nearest names, or the candidates.
  /// - Complexity: O(*n*) for *n* names; for many look-ups make one `NameIndex`.
  public func node(_ text: String, _ kind: NodeKind? = nil) throws(ScriptError) -> NodeID {
    let nodes = graph.graph
    let names = NameIndex(nodes)
    func isWanted(_ id: NodeID) -> Bool { kind == nil || nodes[id]?.kind == kind }
    func list(_ ids: [NodeID]) -> String {
      ids.map { "\($0) (\(nodes[$0]?.kind.rawValue ?? ""))" }.joined(separator: ", ")
    }
    var found: [NodeID] = []
    // Without the kind, what is called so is told where nothing of the kind is.
    var match = names.match(text, kind)
    if case .unknown = match { match = names.match(text) }
    switch match {
    case .node(let id): found = [id]
    case .ambiguous(let ids): found = ids
    case .unknown(let suggestions):
      let nearest = suggestions.filter { suggestion in
        switch names.match(suggestion) {
        case .node(let id): isWanted(id)
        case .ambiguous(let ids): ids.contains(where: isWanted)
        case .unknown: false
        }
      }
      throw ScriptError(
        "nothing is called “\(text)”",
        hint: nearest.isEmpty ? nil : "did you mean “\(nearest.joined(separator: "” or “"))”?"
      )
    }
    let wanted = found.filter(isWanted)
    guard let id = wanted.first else {
      throw ScriptError("“\(text)” is no \(kind?.rawValue ?? "node")", hint: "it is \(list(found))")
    }
    guard wanted.count == 1 else {
      throw ScriptError("several are called “\(text)”", hint: "name one of \(list(wanted))")
    }
    return id
  }

  /// Asks who is reported where, with the rows, columns, marks and needs that the collection
  /// asks for.
  ///
  /// `record.graph.coverage()` knows nothing of them: it would count every capacity as a column.
  ///
  ///     let strict = record.coverage()
  ///     let wide = record.coverage { $0.bases.insert(.thematic) }
  ///
  /// - Parameter change: What to ask otherwise; nothing, unless given.
  /// - Returns: The matrix, complete with empty cells.
  /// - Complexity: That of `AssistanceGraph.coverage(_:)`.
  public func coverage(
    _ change: (inout CoverageQuestion) -> Void = { _ in }
  ) -> CoverageReport {
    var question = CoverageQuestion(metadata.question)
    question.needs = needs
    change(&question)
    return graph.coverage(question)
  }
}
