public import AssistanceModel
public import GraphCore

/// Who and what is taken away in a question of what would then fall: actors, facts, relations.
///
/// Every such question comes down to this: some actors, everybody of a kind, whatever is funded
/// through somebody, whatever ends by a date.
///
///     var departure = report.departure(fundedThrough: ["ministry"])
///     departure.formUnion(Departure(actors: ["wfp"]))
///     report.withdrawal(of: departure).opened.count
public struct Departure: Hashable, Sendable {
  /// The actors that leave; a fact with several providers holds as long as one of them stays.
  public var actors: Set<NodeID>
  /// The facts that no longer hold, whoever stays.
  public var facts: Set<NodeID>
  /// The relations that no longer hold, such as those through which facts reached a column.
  public var relations: Set<EdgeID>

  /// Creates a departure; nothing leaves unless it is named.
  public init(actors: Set<NodeID> = [], facts: Set<NodeID> = [], relations: Set<EdgeID> = []) {
    self.actors = actors
    self.facts = facts
    self.relations = relations
  }

  /// Takes away what another departure does, too.
  public mutating func formUnion(_ other: Departure) {
    actors.formUnion(other.actors)
    facts.formUnion(other.facts)
    relations.formUnion(other.relations)
  }
}

extension AssistanceGraph {
  /// Every actor of a subkind, such as every `ngo`.
  ///
  /// - Parameter subkind: The word, as the collection writes it.
  /// - Returns: The actors in the order of the graph; none if nobody is of that subkind.
  /// - Complexity: O(*n*) for *n* actors.
  public func actors(ofSubkind subkind: String) -> [NodeID] {
    graph.nodes(of: .actor).filter { $0[.subkind] == subkind }.map(\.id)
  }
}

extension CoverageReport {
  /// What no longer holds after a date if nothing that ends by then is renewed.
  ///
  /// These are the facts and relations whose last day is on or before the last day of the date. What
  /// does not say when it ends stays.
  ///
  ///     report.departure(endingBy: PartialDate(year: 2025))
  ///
  /// - Parameter date: The date; a year or a month goes to its end.
  /// - Returns: The facts and relations.
  /// - Complexity: O(*f* + *m*) for *f* facts and *m* relations.
  public func departure(endingBy date: PartialDate) -> Departure {
    func ends(_ validity: Validity) -> Bool {
      validity.until.map { $0.lastDay <= date.lastDay } ?? false
    }
    let (nodes, table) = (graph.graph.nodes, graph.facts)
    let facts = table.nodeRows.indices.filter { ends(table.validities[$0]) }
      .map { nodes[Int(table.nodeRows[$0])].id }
    let relations = graph.graph.edgeKinds.filter { !graph.schema.isRole($0) }.flatMap { kind in
      graph.graph.edges(of: kind).filter { ends($0.validity) }.map(\.id)
    }
    return Departure(facts: Set(facts), relations: Set(relations))
  }

  /// How many of the facts that count do not say when they end.
  ///
  /// - Complexity: O(*e* + *f*) for *e* entries in cells and *f* facts.
  public var endlessFactCount: Int {
    var isCounted = [Bool](repeating: false, count: graph.facts.count)
    for entry in counted.entries { isCounted[Int(entry.fact)] = true }
    return isCounted.indices.count {
      isCounted[$0] && graph.facts.validities[$0].until == nil
    }
  }

  /// Everything that is funded through some actors, and those actors themselves.
  ///
  /// The rule is ``fundingRule``. ``FundingAccount`` says how far funding is told at all.
  ///
  /// - Parameter actors: Who no longer pays, passes money on, or runs anything.
  /// - Returns: The actors, and the facts that fall with them.
  /// - Complexity: O(*f*·*e* + *n* + *m*) for *f* facts of *e* ends, *n* nodes and *m* payments.
  public func departure(fundedThrough actors: some Sequence<NodeID>) -> Departure {
    let leaving = LeavingRows(actors: Set(actors), in: self)
    let chains = FundingChains(self)
    let isPaid = chains.payments.isAlive(without: leaving.isLeaving)
    let nodes = graph.graph.nodes
    var facts: Set<NodeID> = []
    for fact in graph.facts.nodeRows.indices where chains.falls(fact, leaving, isPaid: isPaid) {
      facts.insert(nodes[Int(graph.facts.nodeRows[fact])].id)
    }
    return Departure(actors: Set(actors), facts: facts)
  }

  /// How far the funding of the facts that count is told.
  ///
  /// - Complexity: O(*e* + *f*) for *e* entries in cells and *f* facts.
  public var fundingAccount: FundingAccount {
    let chains = FundingChains(self)
    var counts = [Bool](repeating: false, count: graph.facts.count)
    for entry in counted.entries { counts[Int(entry.fact)] = true }
    let (counted, nodes) = (counts.indices.filter { counts[$0] }, graph.graph.nodes)
    let untold = counted.filter { !chains.isTold($0) }
    return FundingAccount(
      factCount: counted.count,
      namingCounts: chains.levelRoles.map { role, ends in
        (role, counted.count { !ends.run($0).isEmpty })
      }.filter { $0.1 > 0 }.map { FundingAccount.Naming(role: $0.0, factCount: $0.1) },
      notTold: untold.map { nodes[Int(graph.facts.nodeRows[$0])].id }
    )
  }

  /// When a fact is funded through somebody, in words for a report.
  public static let fundingRule =
    "a fact falls with its funding if every chain of those who pay it, pass the money on or run it"
    + " passes somebody who leaves: where it names them, all of one such role leave; where it names"
    + " none, nobody who stays pays any of its providers, by relations of funds in scope, from"
    + " where the money begins; whoever leaves provides nothing either; a fact whose funding is not"
    + " told stays"
}

/// How far the funding of facts is told.
public struct FundingAccount: Hashable, Sendable {
  /// How many facts name somebody through whom they are funded, in one role.
  public struct Naming: Hashable, Sendable {
    /// The role, such as `funder` or `programming`.
    public let role: EdgeKind
    /// How many facts that count name somebody in it.
    public let factCount: Int
  }

  /// How many facts count.
  public let factCount: Int
  /// How many of them name somebody in each role, from the source to the work; roles that none names
  /// are left out.
  public let namingCounts: [Naming]
  /// Those of them whose funding is not told, in the order of the graph.
  public let notTold: [NodeID]
}

/// The rows of a departure, for loops over facts.
struct LeavingRows {
  /// Whether each node leaves, by itself or with its whole.
  let isLeaving: [Bool]
  /// Whether each fact, by its number, no longer holds whoever stays.
  let isGone: [Bool]
  /// The rows of relations that no longer hold.
  let relations: Set<UInt32>

  init(_ departure: Departure, in report: CoverageReport) {
    let graph = report.graph.graph
    let tops = report.rollUp.top
    var isNamed = [Bool](repeating: false, count: graph.nodeCount)
    for actor in departure.actors {
      if let row = graph.row(of: actor) { isNamed[row] = true }
    }
    isLeaving = isNamed.indices.map { isNamed[$0] || isNamed[Int(tops[$0])] }
    let facts = report.graph.facts
    isGone =
      departure.facts.isEmpty
      ? [Bool](repeating: false, count: facts.count)
      : facts.nodeRows.map { departure.facts.contains(graph.nodes[Int($0)].id) }
    relations = Set(departure.relations.compactMap { graph[$0].map { UInt32($0.row) } })
  }

  init(actors: Set<NodeID>, in report: CoverageReport) {
    self.init(Departure(actors: actors), in: report)
  }

  /// Whether an entry no longer counts, whoever stays.
  func isGone(_ entry: CoverageEntries.Entry) -> Bool {
    isGone[Int(entry.fact)] || (!relations.isEmpty && relations.contains(entry.via))
  }
}
