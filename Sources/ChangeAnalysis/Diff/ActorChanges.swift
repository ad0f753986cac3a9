public import AssistanceImport
public import GraphCore

/// Who is reported by name on one side alone, and who is probably called otherwise now.
public struct ActorChanges: Hashable, Sendable {
  /// An actor that is reported on one side alone.
  public struct Single: Hashable, Sendable {
    /// The actor.
    public let actor: NodeID
    /// In how many cells it is reported.
    public let cellCount: Int
    /// In how many of them nobody else is reported.
    public let soleCount: Int
    /// The facts that count and name it.
    public let facts: [NodeID]
  }

  /// Two names that probably stand for one actor.
  public struct Renaming: Hashable, Sendable {
    /// The actor of the first side.
    public let before: NodeID
    /// The actor of the second side.
    public let after: NodeID
    /// Whether the first is reported on the second side, too: there were two names, and one is left.
    public let beforeStays: Bool
    /// Whether the second was reported on the first side, too.
    public let afterWasThere: Bool
    /// How sure it is.
    public let confidence: ActorProposal.Confidence
    /// What speaks for it, then what speaks against it.
    public let reasons: [ActorProposal.Reason]
    /// In how many cells of both matrices the first was reported.
    public let cellCount: Int
    /// In how many of them the second is reported now.
    public let keptCount: Int

    /// The reasons in words.
    public var reasonText: String { reasons.map(\.text).joined(separator: "; ") }
  }

  /// Those who are reported on the first side alone, without those who are probably renamed.
  public let gone: [Single]
  /// Those who are reported on the second side alone, without those who are probably renamed.
  public let new: [Single]
  /// Those who are probably renamed: high and medium confidence.
  public let renamed: [Renaming]
  /// Pairs that are worth a look, of low confidence: they count as gone and new.
  public let doubtful: [Renaming]
}
