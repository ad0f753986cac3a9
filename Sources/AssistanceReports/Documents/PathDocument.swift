public import AssistanceModel
public import CoordinationAnalysis
internal import GraphCore

/// The answer of `path`, as its JSON has it.
public struct PathDocument: Codable, Hashable, Sendable {
  /// A relation or a fact that a step rests on.
  public struct Witness: Codable, Hashable, Sendable {
    /// The relation's kind, or `fact`.
    public let kind: String
    /// The relation in words, or the fact's key.
    public let text: String
    /// Whether the step goes against the relation's direction.
    public let isBackwards: Bool
    /// How firmly the source supports it.
    public let basis: Basis
    /// Whether it was done.
    public let modality: Modality
    /// Where it is stated.
    public let sources: [SourceLabel]
  }

  /// A step of a path.
  public struct Step: Codable, Hashable, Sendable {
    /// Where it starts.
    public let from: NodeLabel
    /// Where it ends.
    public let to: NodeLabel
    /// The class of its evidence.
    public let evidence: EvidenceClass
    /// What it costs.
    public let cost: Double
    /// What says so, strongest first.
    public let witnesses: [Witness]
  }

  /// A path.
  public struct Path: Codable, Hashable, Sendable {
    /// The place in the list, from 1.
    public let rank: Int
    /// The sum of its steps' costs, or their number.
    public let cost: Double
    /// The weakest class of evidence among its steps; absent for no steps.
    public let weakestEvidence: EvidenceClass?
    /// The steps, in order.
    public let steps: [Step]
  }

  /// What kind of answer this is.
  public let format = "pillar-paths"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's title.
  public let collection: String
  /// Where paths start.
  public let source: NodeLabel
  /// Where paths end.
  public let target: NodeLabel
  /// What was asked and how, in sentences.
  public let conventions: [String]
  /// How many nodes and links were searched.
  public let searched: [String: Int]
  /// The kinds of relations that were walked, facts as provider.
  public let kinds: [String]
  /// The paths, the best first.
  public let paths: [Path]
  /// Whether the search was given up early.
  public let stoppedEarly: Bool
  /// Why there is no path, in sentences; empty if there is one.
  public let noPath: [String]
  /// The documents that the paths cite.
  public let documents: [DocumentLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, source, target, conventions, searched, kinds, paths
    case stoppedEarly, noPath, documents
  }

  /// Tells an answer.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - graph: The graph that was asked.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  public init(
    _ answer: PathAnswer,
    in graph: AssistanceGraph,
    collection: String,
    documents: [SourceDocument] = []
  ) {
    let question = answer.question
    self.collection = collection
    source = NodeLabel(question.source, in: graph)
    target = NodeLabel(question.target, in: graph)
    conventions = PathWords.conventions(question, in: graph)
    searched = ["nodes": answer.searched.nodes, "links": answer.searched.links]
    kinds = answer.searched.kinds.map(\.rawValue)
    paths = answer.paths.enumerated().map { index, path in
      Path(
        rank: index + 1,
        cost: path.cost,
        weakestEvidence: path.weakestEvidence,
        steps: path.steps.map { Step($0, in: graph) }
      )
    }
    stoppedEarly = answer.stoppedEarly
    noPath = PathWords.noPath(answer, in: graph)
    let witnesses = paths.flatMap(\.steps).flatMap(\.witnesses)
    self.documents = DocumentLabel.cited(
      witnesses.flatMap(\.sources).map(\.document),
      in: documents
    )
  }

  /// The answer as people read it.
  ///
  /// - Parameter length: How much is told of each step.
  /// - Returns: The page.
  public func page(length: PageLength = .brief) -> ReportPage {
    var page = ReportPage("Paths from \(source.name) to \(target.name)")
    for sentence in conventions { page.parts.append(.paragraph(sentence)) }
    for sentence in noPath { page.parts.append(.paragraph(sentence)) }
    for path in paths {
      let names = [source.name] + path.steps.map(\.to.name)
      page.parts.append(
        .heading(
          "\(path.rank). " + names.joined(separator: " → ")
            + " (cost \(PathWords.number(path.cost)), \(path.steps.count)"
            + (path.steps.count == 1 ? " step)" : " steps)")
        )
      )
      if path.steps.isEmpty {
        page.parts.append(.paragraph("Both ends are the same."))
      } else {
        page.parts.append(
          .entries(path.steps.enumerated().map { $1.entry(number: $0 + 1, length) })
        )
      }
    }
    if stoppedEarly {
      page.parts.append(.paragraph("The search was given up early: there may be more paths."))
    }
    page.append(documents: documents)
    return page
  }

  /// A line for each step of each path.
  public var table: ReportTable {
    var table = ReportTable(
      [
        "path", "path cost", "step", "from", "to", "evidence", "cost", "by", "basis", "modality",
        "sources",
        "from id", "to id",
      ],
      alignments: [.right, .right, .right]
    )
    for path in paths {
      for (index, step) in path.steps.enumerated() {
        table.append([
          String(path.rank), PathWords.number(path.cost), String(index + 1), step.from.name,
          step.to.name, step.evidence.rawValue, PathWords.number(step.cost),
          step.witnesses.map(\.text).joined(separator: " | "),
          step.witnesses.map(\.basis.rawValue).joined(separator: " | "),
          step.witnesses.map(\.modality.rawValue).joined(separator: " | "),
          step.witnesses.flatMap(\.sources).map(\.text).joined(separator: " | "), step.from.id,
          step.to.id,
        ])
      }
    }
    return table
  }
}

extension PathDocument.Step {
  init(_ step: PathStep, in graph: AssistanceGraph) {
    from = NodeLabel(step.from, in: graph)
    to = NodeLabel(step.to, in: graph)
    evidence = step.evidence
    cost = step.cost
    witnesses = step.witnesses.compactMap { witness in
      switch witness {
      case .relation(let id):
        graph.graph[id].map { PathDocument.Witness($0, walkedFrom: step.from) }
      case .fact(let id, let from, let to):
        graph.fact(id).map { PathDocument.Witness($0, from: from, to: to, in: graph) }
      }
    }
  }
}

extension PathDocument.Step {
  /// The step with what says so, strongest first.
  func entry(number: Int, _ length: PageLength) -> ReportPage.Entry {
    let told = witnesses.count > length.lines + 1 ? witnesses.prefix(length.lines) : witnesses[...]
    let more = witnesses.count - told.count
    return ReportPage.Entry(
      "\(number)  \(from.name) → \(to.name) (\(evidence.rawValue), \(PathWords.number(cost)))",
      told.map { witness in
        let start = witness.isBackwards ? "\(witness.kind) (from \(to.name))" : witness.text
        let sure =
          witness.basis.rawValue
          + (witness.modality == .does ? "" : ", \(witness.modality.rawValue)")
        let stated = length.list(witness.sources.map(\.text), "; ", most: length.lines, "sources")
        return "\(start) — \(sure) — \(stated.isEmpty ? "no source" : stated)"
      } + (more > 0 ? ["and \(more) more statements; --full tells them, csv and json too"] : [])
    )
  }
}

extension PathDocument.Witness {
  init(_ edge: Edge, walkedFrom start: NodeID) {
    kind = edge.kind.rawValue
    isBackwards = edge.from.id != start
    text = isBackwards ? "\(edge.kind) (from the second)" : edge.kind.rawValue
    basis = edge[.basis] ?? .explicit
    modality = edge[.modality] ?? .does
    sources = edge.sources.map { SourceLabel($0) }
  }

  init(_ fact: AssistanceFact, from: EdgeKind, to: EdgeKind, in graph: AssistanceGraph) {
    kind = "fact"
    isBackwards = false
    let roles = from == to ? "both as \(from)" : "\(from) and \(to)"
    text = "\(fact.id) (\(roles)): \(Evidence.sentence(fact, in: graph))"
    basis = fact.basis
    modality = fact.modality
    sources = fact.sources.map { SourceLabel($0) }
  }
}
