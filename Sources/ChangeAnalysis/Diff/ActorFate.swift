public import GraphCore

/// What became of an actor that a cell lost, or where one that it won comes from.
public enum ActorFate: Hashable, Sendable {
  /// It is reported on this side alone.
  case single
  /// It is probably this actor of the other side.
  case renamed(NodeID)
  /// It is reported on the other side, too, in other cells.
  case elsewhere
}

extension CoverageDifference {
  /// What became of everybody whom the first side reports and the second does not, or does
  /// elsewhere.
  ///
  /// - Returns: A fate for each who is gone or renamed; all others are elsewhere.
  public var fates: [NodeID: ActorFate] {
    var fates: [NodeID: ActorFate] = [:]
    for actor in actors.gone { fates[actor.actor] = .single }
    for pair in actors.renamed where !pair.beforeStays { fates[pair.before] = .renamed(pair.after) }
    return fates
  }

  /// Where everybody comes from whom the second side reports and the first does not, or does
  /// elsewhere.
  ///
  /// - Returns: An origin for each who is new or renamed; all others are elsewhere.
  public var origins: [NodeID: ActorFate] {
    var origins: [NodeID: ActorFate] = [:]
    for actor in actors.new { origins[actor.actor] = .single }
    for pair in actors.renamed where !pair.afterWasThere {
      origins[pair.after] = .renamed(pair.before)
    }
    return origins
  }
}
