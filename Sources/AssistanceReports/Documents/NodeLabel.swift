public import AssistanceModel
public import GraphCore

/// A node as answers name it.
public struct NodeLabel: Codable, Hashable, Sendable {
  /// The key.
  public let id: String
  /// What people call it.
  public let name: String

  /// Names a node of a graph.
  public init(_ id: NodeID, in graph: AssistanceGraph) {
    self.id = id.rawValue
    name = graph.name(of: id)
  }
}

/// A source as answers cite it.
public struct SourceLabel: Codable, Hashable, Sendable {
  /// The document's key.
  public let document: String
  /// The section, if the source names it.
  public let section: String?
  /// The first and last line, if the source names them.
  public let lines: [Int]?
  /// The first and last page, if the source names them.
  public let pages: [Int]?
  /// The first and last row, if the source names them.
  public let rows: [Int]?
  /// The name inside the document, if the source gives one.
  public let anchor: String?
  /// The source as the collection writes it.
  public let text: String

  /// Cites a source.
  public init(_ reference: SourceReference) {
    document = reference.document
    text = reference.description
    section = reference.section
    var (lines, pages, rows): ([Int]?, [Int]?, [Int]?) = (nil, nil, nil)
    var anchor: String?
    switch reference.locator {
    case .lines(let range): lines = [range.lowerBound, range.upperBound]
    case .pages(let range): pages = [range.lowerBound, range.upperBound]
    case .rows(let range): rows = [range.lowerBound, range.upperBound]
    case .anchor(let name): anchor = name
    case nil: break
    }
    (self.lines, self.pages, self.rows, self.anchor) = (lines, pages, rows, anchor)
  }
}

/// A fact as answers tell it.
public struct FactLabel: Codable, Hashable, Sendable {
  /// The key.
  public let id: String
  /// Who assisted.
  public let providers: [NodeLabel]
  /// What was done.
  public let measure: NodeLabel?
  /// The form under which it is filed.
  public let form: NodeLabel?
  /// The capacities that it builds.
  public let inhibitors: [NodeLabel]
  /// Where it was done.
  public let `case`: NodeLabel?
  /// Who received it.
  public let recipients: [NodeLabel]
  /// When it began, if known.
  public let from: String?
  /// When it ended, if known.
  public let until: String?
  /// How firmly the source supports it.
  public let basis: Basis
  /// Whether it was done.
  public let modality: Modality
  /// How likely it holds, if the collection says so as a number.
  public let probability: Double?
  /// How likely it holds, if the collection says so as a word.
  public let confidence: String?
  /// What a reader should know besides.
  public let note: String?
  /// Where it is stated.
  public let sources: [SourceLabel]

  /// Tells a fact of a graph.
  public init(_ fact: AssistanceFact, in graph: AssistanceGraph) {
    func label(_ id: NodeID) -> NodeLabel { NodeLabel(id, in: graph) }
    id = fact.id.rawValue
    providers = fact.providers.map(label)
    measure = fact.measure.map(label)
    form = fact.form.map(label)
    inhibitors = fact.inhibitors.map(label)
    self.case = fact.countryCase.map(label)
    recipients = fact.recipients.map(label)
    from = fact.validity.from?.description
    until = fact.validity.until?.description
    basis = fact.basis
    modality = fact.modality
    probability = fact.node[.probability]
    confidence = fact.node[.confidence]
    note = fact.node[.note]
    sources = fact.sources.map { SourceLabel($0) }
  }
}
