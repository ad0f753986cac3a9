public import CoordinationAnalysis
public import CoverageAnalysis
public import GraphCore

/// Somebody who could fill a gap, with every reason for it.
///
/// A reason is what sources report, not a promise: whether somebody can or will is for people to ask.
public struct Candidate: Hashable, Sendable {
  /// Why somebody is a candidate.
  public enum Reason: String, CaseIterable, Hashable, Sendable, Codable {
    /// It is reported in the row already, for something else.
    case here
    /// It does what is missing in a place near by.
    case nearBy = "near-by"
    /// It does what is missing in a place that is not near by.
    case elsewhere
    /// It offers what is missing by general statements that name no row.
    case general
    /// A part, a whole or a member of it does what is missing, or an organization that it is in.
    case relative
    /// Steps that are more than co-presence lead from it to the row.
    case route
  }

  /// What somebody does in the row for one column.
  public struct Activity: Hashable, Sendable {
    /// The column; `nil` for facts that name none that is asked of.
    public let column: NodeID?
    /// The facts that say so.
    public let witnesses: [CoverageWitness]
  }

  /// A place where somebody does what is missing.
  public struct Place: Hashable, Sendable {
    /// The place's row.
    public let row: NodeID
    /// How near it is.
    public let nearness: Nearness
    /// The facts that say so.
    public let witnesses: [CoverageWitness]
  }

  /// A part, a whole or a member of somebody, or an organization that it is in, which does what is
  /// missing.
  public struct Relative: Hashable, Sendable {
    /// Who it is.
    public let actor: NodeID
    /// The relation between the two.
    public let relation: EdgeID
    /// Whether the candidate is the part or the member.
    public let isWhole: Bool
    /// In how many rows the relative does it; none where it only offers it in general.
    public let rows: [NodeID]
    /// The facts that say so.
    public let facts: [NodeID]
  }

  /// The place in the list, from 1; candidates whom the rule cannot tell apart share it.
  public let rank: Int
  /// Who it is.
  public let actor: NodeID
  /// What it does in the row already, by column.
  public let here: [Activity]
  /// Where it does what is missing, the nearest places first.
  public let elsewhere: [Place]
  /// What general statements say, if any do.
  public let general: GeneralCoverage.Provider?
  /// Those related to it who do what is missing; told of those who are here already or have a route.
  public let relatives: [Relative]
  /// The cheapest way from it to the row; `nil` if none is documented, or routes were not asked for.
  public let route: CoordinationPath?

  /// Why it is a candidate, in the order of ``Reason``.
  public var reasons: [Reason] {
    var reasons: [Reason] = []
    if !here.isEmpty { reasons.append(.here) }
    if let nearest { reasons.append(nearest.isNearBy ? .nearBy : .elsewhere) }
    if general != nil { reasons.append(.general) }
    if !relatives.isEmpty { reasons.append(.relative) }
    if route != nil { reasons.append(.route) }
    return reasons
  }

  /// How near the nearest place is where it does what is missing; `nil` if it does so nowhere.
  public var nearest: Nearness? { elsewhere.first?.nearness }

  /// The facts behind the reasons, each once; those of the route apart.
  public var facts: [NodeID] {
    var seen: Set<NodeID> = []
    return
      (here.flatMap(\.facts) + elsewhere.flatMap(\.facts) + (general?.facts ?? [])
      + relatives.flatMap(\.facts)).filter { seen.insert($0).inserted }
  }
}

extension Candidate.Activity {
  /// The keys of the facts, each once.
  public var facts: [NodeID] { witnesses.facts }
}

extension Candidate.Place {
  /// The keys of the facts, each once.
  public var facts: [NodeID] { witnesses.facts }
}

extension [CoverageWitness] {
  /// The keys of the facts, each once; those of one fact stand together.
  var facts: [NodeID] {
    indices.filter { $0 == startIndex || self[$0 - 1].fact != self[$0].fact }.map { self[$0].fact }
  }
}
