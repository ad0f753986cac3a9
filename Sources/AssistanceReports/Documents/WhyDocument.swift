public import AssistanceModel
public import CoverageAnalysis
public import GraphCore

/// The answer of `why`, as its JSON has it: statements with their sources.
public struct WhyDocument: Codable, Hashable, Sendable {
  /// Something that the collection states.
  public struct Statement: Codable, Hashable, Sendable {
    /// What it is: node, fact or relation.
    public let what: String
    /// The kind of node or relation.
    public let kind: String
    /// The key of a node or fact; absent for a relation.
    public let id: String?
    /// The first end of a relation.
    public let from: NodeLabel?
    /// The second end of a relation.
    public let to: NodeLabel?
    /// The statement in words.
    public let text: String
    /// How firmly the source supports it, as the collection says.
    public let basis: String?
    /// Whether it was done, as the collection says.
    public let modality: String?
    /// When it holds, in words; absent for any time.
    public let time: String?
    /// What a reader should know besides.
    public let note: String?
    /// Where it is stated.
    public let sources: [SourceLabel]
    /// Where it is kept: the file in the collection's folder, and the line.
    public let place: String?
  }

  /// What kind of answer this is.
  public let format = "pillar-why"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// What was asked, in words.
  public let question: String
  /// The cell, if a row and a column were asked of.
  public let cell: CoverageDocument.Cell?
  /// What counts in the cell, if there is one.
  public let scope: ScopeDocument?
  /// The statements, in the order of the collection.
  public let statements: [Statement]
  /// The documents that they cite.
  public let documents: [DocumentLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, question, cell, scope, statements, documents
  }

  /// Whether nothing was found.
  public var isEmpty: Bool { statements.isEmpty && cell == nil }

  /// Tells where a node, or a fact, and everything that names it is stated.
  ///
  /// - Parameters:
  ///   - id: The node.
  ///   - kind: Only relations of this kind; `nil` is any.
  ///   - collection: The collection.
  public init(of id: NodeID, kind: EdgeKind? = nil, in collection: AssistanceCollection) {
    let telling = Telling(collection)
    let incidence = collection.graph.incidence
    let edges = incidence.edges(from: id) + incidence.edges(to: id).filter { $0.from.id != id }
    question = collection.graph.name(of: id)
    cell = nil
    scope = nil
    statements = [telling.node(id)].compactMap(\.self) + telling.edges(edges, of: id, kind: kind)
    documents = telling.documents(of: statements)
  }

  /// Tells what ties two nodes together, and the cell if they are a row and a column.
  ///
  /// - Parameters:
  ///   - first: A node.
  ///   - second: Another node.
  ///   - kind: Only relations of this kind; `nil` is any, facts included.
  ///   - question: What counts in a cell.
  ///   - collection: The collection.
  public init(
    between first: NodeID,
    and second: NodeID,
    kind: EdgeKind? = nil,
    question: CoverageQuestion,
    in collection: AssistanceCollection
  ) {
    let telling = Telling(collection)
    let graph = collection.graph
    self.question = "\(graph.name(of: first)) and \(graph.name(of: second))"
    let direct = graph.incidence.edges(from: first).filter { $0.to.id == second }
    let back = graph.incidence.edges(to: first).filter { $0.from.id == second && first != second }
    var found = telling.edges(direct + back, of: first, kind: kind)
    if kind == nil {
      let facts = Set(telling.facts(naming: first)).intersection(telling.facts(naming: second))
      found += facts.sorted().compactMap { telling.node($0) }
      let report = graph.coverage(question)
      let cell = report.cell(first, second) ?? report.cell(second, first)
      self.cell = cell.map { CoverageDocument.Cell($0, in: graph) }
      scope = cell.map { _ in ScopeDocument(question) }
      let others = cell.map { Set($0.namedFacts).subtracting(facts) } ?? []
      found += others.sorted().compactMap { telling.node($0) }
      let ways = cell.map { $0.ways.compactMap { graph.graph[$0] } } ?? []
      found += telling.edges(ways, of: first, kind: nil)
    } else {
      cell = nil
      scope = nil
    }
    statements = found
    documents = telling.documents(of: found)
  }

  /// The answer as people read it.
  ///
  /// - Parameter length: How many statements are told one by one.
  /// - Returns: The page.
  public func page(length: PageLength = .brief) -> ReportPage {
    var page = ReportPage(question)
    if let cell {
      page.parts.append(.paragraph("\(cell.row.name) × \(cell.column.name): \(cell.state.phrase)."))
      if cell.required > 1 {
        page.parts.append(
          .paragraph("\(cell.supply) of \(cell.required) required providers are reported by name.")
        )
      }
      if let scope { page.parts.append(.paragraph("Counted: \(scope.sentence).")) }
      let who = length.list(Self.names(cell.providers), ", ", most: length.told)
      if !who.isEmpty { page.parts.append(.paragraph("Reported: \(who).")) }
      for omission in cell.leftOut {
        let names = omission.providers.map(\.name).joined(separator: " and ")
        page.parts.append(
          .paragraph(
            "Not counted: \(names), for its \(omission.reasons.joined(separator: " and "))"
              + " (\(omission.witness.basis.rawValue), \(omission.witness.modality.rawValue))."
          )
        )
      }
    }
    if !statements.isEmpty {
      page.parts.append(
        .heading("\(statements.count) statement\(statements.count == 1 ? "" : "s")")
      )
      let told =
        statements.count > length.told + 1 ? statements.prefix(length.told) : statements[...]
      page.parts.append(.entries(told.map { $0.entry(length) }))
      if told.count < statements.count {
        page.parts.append(
          .paragraph(
            "\(told.count) of \(statements.count) are told; --full tells all, csv and json too."
          )
        )
      }
    }
    page.append(documents: documents)
    return page
  }

  /// The names of providers; those who are not named share one for each word, with their number.
  private static func names(_ providers: [CoverageDocument.Provider]) -> [String] {
    var counts: [String: Int] = [:]
    for provider in providers where provider.designation != .named {
      counts[provider.actor.name, default: 0] += 1
    }
    return providers.compactMap { provider in
      guard provider.designation != .named else { return provider.actor.name }
      guard let count = counts.removeValue(forKey: provider.actor.name) else { return nil }
      return provider.actor.name + (count > 1 ? " × \(count)" : "")
    }
  }

  /// A line for each statement.
  public var table: ReportTable {
    ReportTable(
      ["statement", "how sure", "source", "kept at"],
      rows: statements.map { statement in
        let sure = [statement.basis, statement.modality, statement.time].compactMap(\.self)
        return [
          statement.text + (statement.note.map { " (\($0))" } ?? ""),
          sure.joined(separator: ", "),
          statement.sources.isEmpty
            ? "no source" : statement.sources.map(\.text).joined(separator: "; "),
          statement.place ?? "",
        ]
      }
    )
  }
}

extension WhyDocument.Statement {
  /// The statement, how sure it is, where the sources say so, and where it is kept.
  fileprivate func entry(_ length: PageLength) -> ReportPage.Entry {
    let sure = [basis, modality, time].compactMap(\.self).joined(separator: ", ")
    let stated =
      sources.isEmpty
      ? "no source" : length.list(sources.map(\.text), "; ", most: length.lines, "sources")
    let kept = place.map { "kept at \($0)" } ?? ""
    return ReportPage.Entry(
      text,
      [
        [sure, stated, kept].filter { !$0.isEmpty }.joined(separator: " — "),
        note.map { "Note: \($0)" } ?? "",
      ]
    )
  }
}

extension CoverageCell {
  /// The relations through which facts reach the cell.
  fileprivate var ways: [EdgeID] {
    let all = providers.flatMap(\.witnesses) + leftOut.map(\.witness)
    return Set(all.compactMap(\.via)).sorted()
  }
}
