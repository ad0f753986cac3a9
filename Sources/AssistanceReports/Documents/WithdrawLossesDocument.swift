public import AssistanceModel
public import CoverageAnalysis
internal import GraphCore

/// The answer of `withdraw --each`, as its JSON has it.
public struct WithdrawLossesDocument: Codable, Hashable, Sendable {
  /// A cell that would fall to nobody.
  public struct Cell: Codable, Hashable, Sendable {
    /// The row's node.
    public let row: NodeLabel
    /// The column's node.
    public let column: NodeLabel
    /// The facts that count there now.
    public let facts: [String]

    init(_ place: Int, of report: CoverageReport) {
      let cell = report.cell(
        row: place / report.columns.count,
        column: place % report.columns.count
      )
      row = NodeLabel(cell.row, in: report.graph)
      column = NodeLabel(cell.column, in: report.graph)
      facts = cell.countedFacts.map(\.rawValue)
    }
  }

  /// What the leaving of one actor would change.
  public struct Loss: Codable, Hashable, Sendable {
    /// The place in the list, from 1; those that the counts cannot tell apart share it.
    public let rank: Int
    /// Who leaves.
    public let actor: NodeLabel
    /// In how many cells something is reported that would not be any more.
    public let cellCount: Int
    /// How many cells would fall to nobody.
    public let openedCount: Int
    /// Of how many only unnamed providers would be left.
    public let unnamedCount: Int
    /// How many would be left to one provider.
    public let thinnedCount: Int
    /// How many would fall short of what they need, and do not now.
    public let shortCount: Int
    /// The sum of e^(1 − s) over its cells with s providers each.
    public let exclusivity: Double
    /// The cells that would fall to nobody, row by row.
    public let opened: [Cell]
  }

  /// What kind of answer this is.
  public let format = "pillar-losses"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's title.
  public let collection: String
  /// What counted.
  public let scope: ScopeDocument
  /// Whether each `provider` leaves alone, or each `funder` with everything funded through it.
  public let by: WithdrawLosses.By
  /// How it was decided what goes, in sentences.
  public let rules: [String]
  /// The rule of the ranking, in words.
  public let ranking: String
  /// How many cells the matrix has.
  public let cellCount: Int
  /// How many cells stand in each state.
  public let counts: [String: Int]
  /// The losses, the heaviest first.
  public let losses: [Loss]
  /// The facts that the cells name.
  public let facts: [FactLabel]
  /// The documents that they cite.
  public let documents: [DocumentLabel]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, scope, by, rules, ranking, cellCount, counts, losses, facts
    case documents
  }

  /// Tells losses.
  ///
  /// - Parameters:
  ///   - losses: The losses.
  ///   - collection: The collection's title.
  ///   - documents: The documents that the collection cites.
  public init(
    _ losses: WithdrawLosses,
    collection: String,
    documents: [SourceDocument] = []
  ) {
    let report = losses.report
    self.collection = collection
    scope = ScopeDocument(report.question)
    by = losses.by
    rules = losses.rules
    ranking = ActorLoss.rankingRule
    cellCount = report.states.count
    counts = Dictionary(
      uniqueKeysWithValues: CoverageState.allCases.map { ($0.rawValue, report.count($0)) }
    )
    self.losses = zip(losses.ranks, losses.losses).map { rank, loss in
      Loss(
        rank: rank,
        actor: NodeLabel(loss.actor, in: report.graph),
        cellCount: loss.cellCount,
        openedCount: loss.openedCount,
        unnamedCount: loss.unnamedCount,
        thinnedCount: loss.thinnedCount,
        shortCount: loss.shortCount,
        exclusivity: loss.exclusivity,
        opened: loss.opened.map { Cell($0, of: report) }
      )
    }
    let named = self.losses.flatMap(\.opened).flatMap(\.facts).map { NodeID($0) }
    facts = FactLabel.all(named, in: report.graph)
    self.documents = DocumentLabel.cited(
      Evidence.documents(named, in: report.graph),
      in: documents
    )
  }
}

/// What the leaving of each actor in turn would change.
public struct WithdrawLosses: Sendable {
  /// Who leaves in turn.
  public enum By: String, Hashable, Sendable, Codable {
    /// Each named provider alone.
    case provider
    /// Each who pays, passes on or runs something, with everything funded through it.
    case funder
  }

  /// The matrix with everybody.
  public let report: CoverageReport
  /// Who leaves in turn.
  public let by: By
  /// The losses, the heaviest first.
  public let losses: [ActorLoss]
  /// How far the funding is told; `nil` of providers.
  public let account: FundingAccount?

  /// Counts the losses of a report, in one pass for all actors.
  public init(of report: CoverageReport, by: By) {
    self.report = report
    self.by = by
    losses = by == .provider ? report.losses() : report.fundingLosses()
    account = by == .provider ? nil : report.fundingAccount
  }

  /// How it was decided what goes, in sentences.
  var rules: [String] {
    guard let account else {
      return ["Each actor reported by name leaves alone; all others stay."]
    }
    return [
      "Each leaves with everything funded, passed on or run through it: \(CoverageReport.fundingRule)."
    ]
      + [account.sentence]
  }

  /// The rank of each; those that the counts cannot tell apart share it.
  var ranks: [Int] {
    func key(_ loss: ActorLoss) -> [Double] {
      [
        Double(loss.openedCount), Double(loss.unnamedCount), Double(loss.thinnedCount),
        loss.exclusivity,
      ]
    }
    var ranks: [Int] = []
    for place in losses.indices {
      let isTied = place > 0 && key(losses[place - 1]) == key(losses[place])
      ranks.append(isTied ? ranks[place - 1] : place + 1)
    }
    return ranks
  }
}

extension FundingAccount {
  /// How far the funding is told, in a sentence.
  public var sentence: String {
    "Through whom money comes is not told of \(notTold.count) of"
      + " \(PlainList.count(factCount, "fact")) that \(factCount == 1 ? "counts" : "count")"
      + (notTold.isEmpty ? "." : notTold.count == 1 ? "; it stays." : "; these stay.")
      + " \(namingSentence)"
  }

  /// How many facts name whom, in a sentence.
  private var namingSentence: String {
    func count(_ role: EdgeKind) -> Int {
      namingCounts.first { $0.role == role }?.factCount ?? 0
    }
    func name(_ number: Int) -> String { number == 1 ? "names" : "name" }
    let funders = count("funder")
    let others = [("extending", "passes the money on"), ("programming", "runs it")]
      .map { (count($0.0), $0.1) }.filter { $0.0 > 0 }
      .map { "\($0.0) \(name($0.0)) who \($0.1)" }
    let first = funders == 0 ? "No fact names a funder" : "\(funders) \(name(funders)) a funder"
    return ([first] + others).joined(separator: "; ") + "."
  }
}

extension CoverageCell {
  /// The facts that count in the cell, each once, by key.
  var countedFacts: [NodeID] {
    Set(providers.flatMap { $0.witnesses.map(\.fact) } + unattributed.map(\.fact)).sorted()
  }
}
