public import AssistanceModel
public import CoordinationAnalysis
internal import CoverageAnalysis
internal import GraphCore

/// The answer of `reliability`, as its JSON has it.
public struct ReliabilityDocument: Codable, Hashable, Sendable {
  /// A step of a path.
  public struct Step: Codable, Hashable, Sendable {
    /// Where it starts.
    public let from: NodeLabel
    /// Where it ends.
    public let to: NodeLabel
    /// The class of its evidence.
    public let evidence: EvidenceClass
    /// How likely it holds.
    public let probability: ProbabilityLabel
    /// What says so, strongest first.
    public let witnesses: [PathDocument.Witness]
  }

  /// A path.
  public struct Path: Codable, Hashable, Sendable {
    /// The place in the list, from 1.
    public let rank: Int
    /// How likely all its steps hold.
    public let probability: ProbabilityLabel
    /// The steps, in order.
    public let steps: [Step]
  }

  /// What kind of answer this is.
  public let format = "pillar-reliability"
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
  /// How likely statements held.
  public let certainty: CertaintyDocument
  /// How likely some path links the two.
  public let reliability: ProbabilityLabel
  /// How that was found.
  public let method: String
  /// How many statements lie on the links, and how many of them are not certain.
  public let statements: [String: Int]
  /// How many samples were drawn where it could not be calculated.
  public let samples: Int
  /// The share of samples in which an interval would hold the truth.
  public let level: Double
  /// How many nodes and links were searched.
  public let searched: [String: Int]
  /// The kinds of relations that were walked, facts as provider.
  public let kinds: [String]
  /// The paths, the likeliest first.
  public let paths: [Path]
  /// Why there is no path, in sentences; empty if there is one.
  public let noPath: [String]
  /// The documents that the paths cite.
  public let documents: [DocumentLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, source, target, conventions, certainty, reliability, method
    case statements, samples, level, searched, kinds, paths, noPath, documents
  }

  /// Tells an answer.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - graph: The graph that was asked.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  public init(
    _ answer: PathReliability,
    in graph: AssistanceGraph,
    collection: String,
    documents: [SourceDocument] = []
  ) {
    let question = answer.question
    self.collection = collection
    source = NodeLabel(question.source, in: graph)
    target = NodeLabel(question.target, in: graph)
    certainty = CertaintyDocument(answer.rules)
    // The first convention says what makes a path good, which is another thing here.
    conventions =
      ["Best: the paths that most likely hold, by the product of the middles of their steps."]
      + PathWords.conventions(question, in: graph).dropFirst()
      + ["How likely a statement holds: \(answer.rules.sentence)."]
      + (question.evidence.contains(.coPresence) ? [Self.coPresenceWarning] : [])
    reliability = ProbabilityLabel(answer.reliability)
    method = answer.method.rawValue
    statements = ["total": answer.statementCount, "uncertain": answer.uncertainCount]
    samples = answer.sampleCount
    level = answer.level
    searched = [
      "nodes": answer.answer.searched.nodes, "links": answer.answer.searched.links,
    ]
    kinds = answer.answer.searched.kinds.map(\.rawValue)
    paths = answer.paths.enumerated().map { index, path in
      Path(
        rank: index + 1,
        probability: ProbabilityLabel(path.probability),
        steps: zip(path.path.steps, path.steps).map { step, range in
          let told = PathDocument.Step(step, in: graph)
          return Step(
            from: told.from,
            to: told.to,
            evidence: told.evidence,
            probability: ProbabilityLabel(range),
            witnesses: told.witnesses
          )
        }
      )
    }
    noPath = PathWords.noPath(answer.answer, in: graph)
    let witnesses = paths.flatMap(\.steps).flatMap(\.witnesses)
    self.documents = DocumentLabel.cited(
      witnesses.flatMap(\.sources).map(\.document),
      in: documents
    )
  }

  private static let coPresenceWarning =
    "Co-presence counts as a link here: those whom one fact, one measure or one place names need not"
    + " know of each other, so the probability may tell of no coordination. Evidence documented and"
    + " declared leaves it out."

  /// The answer as people read it.
  ///
  /// - Parameter length: How much is told of each step.
  /// - Returns: The page.
  public func page(length: PageLength = .brief) -> ReportPage {
    var page = ReportPage("How likely \(source.name) and \(target.name) are linked")
    page.parts.append(.paragraph(summary))
    for sentence in conventions { page.parts.append(.paragraph(sentence)) }
    for sentence in noPath { page.parts.append(.paragraph(sentence)) }
    for path in paths {
      let names = [source.name] + path.steps.map(\.to.name)
      page.parts += [
        .heading(
          "\(path.rank). " + names.joined(separator: " → ")
            + " (probability \(path.probability.told))"
        ),
        .entries(path.steps.enumerated().map { entry($1, number: $0 + 1, length) }),
      ]
    }
    page.append(documents: documents)
    page.parts += [
      .heading("How to read this"),
      .paragraph(
        "Statements are taken to hold or fail each by itself. A step holds if any of its statements"
          + " does; a fact ties all that it names, or none of them. The probability of a link counts"
          + " all paths together, so it is at least that of each."
      ),
    ]
    return page
  }

  /// A line for each step of each path.
  public var table: ReportTable {
    var table = ReportTable(
      [
        "path", "path low", "path high", "step", "from", "to", "evidence", "step low", "step high",
        "by", "sources", "from id", "to id", "any path low", "any path high", "method",
      ],
      alignments: [
        .right, .right, .right, .right, .left, .left, .left, .right, .right,
      ]
    )
    for path in paths {
      for (index, step) in path.steps.enumerated() {
        table.append([
          String(path.rank), String(path.probability.low), String(path.probability.high),
          String(index + 1), step.from.name, step.to.name, step.evidence.rawValue,
          String(step.probability.low), String(step.probability.high),
          step.witnesses.map(\.text).joined(separator: " | "),
          step.witnesses.flatMap(\.sources).map(\.text).joined(separator: " | "), step.from.id,
          step.to.id, String(reliability.low), String(reliability.high), method,
        ])
      }
    }
    return table
  }

  private var summary: String {
    let found =
      switch method {
      case PathReliability.Method.sampled.rawValue:
        "counted in \(samples) random samples, with Wilson's interval at \(CoverageLikelihood.percent(level))"
      case PathReliability.Method.exact.rawValue: "calculated exactly"
      default: reliability.high == 0 ? "nothing links them" : "certain statements link them"
      }
    let (total, uncertain) = (statements["total"] ?? 0, statements["uncertain"] ?? 0)
    let said =
      uncertain == 0
      ? "none of \(total) statements is said to be less than certain; --confidence gives"
        + " probabilities to bases"
      : "\(uncertain) of \(total) statements \(uncertain == 1 ? "is" : "are") not certain"
    return "Probability that some path links the two: \(reliability.told) (\(found); \(said))."
  }

  private func entry(_ step: Step, number: Int, _ length: PageLength) -> ReportPage.Entry {
    let told = step.witnesses.map { witness in
      let sources = length.list(witness.sources.map(\.text), "; ", most: length.keys, "sources")
      return
        "\(witness.text) — \(witness.basis.rawValue) — \(sources.isEmpty ? "no source" : sources)"
    }
    return ReportPage.Entry(
      "\(number)  \(step.from.name) → \(step.to.name) (\(step.evidence.rawValue),"
        + " \(step.probability.told))",
      length.list(told, "statements; --full tells them, csv and json too")
    )
  }
}

extension ProbabilityLabel {
  /// The probability in hundredths, for people.
  var told: String { ProbabilityRange(rounded: low, high).told }
}
