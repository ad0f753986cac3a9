public import CoverageAnalysis
public import GraphCore

/// Who could fill a gap: the candidates for one cell, the best first.
public struct GapCandidates: Hashable, Sendable {
  /// Those who are reported under no name of their own: never candidates, but counted.
  public struct Unnamed: Hashable, Sendable {
    /// How many are reported in the row for something else.
    public let here: Int
    /// How many do what is missing in other rows.
    public let elsewhere: Int
    /// How many offer it by general statements.
    public let general: Int
    /// How many there are in all, each once.
    public let total: Int
  }

  /// Somebody whom a statement out of scope would make a candidate, or one for another reason.
  public struct Hint: Hashable, Sendable {
    /// Who it is.
    public let actor: NodeID
    /// The row that the statement names.
    public let row: NodeID
    /// The statement.
    public let witness: CoverageWitness
    /// Why it does not count.
    public let reasons: LeftOut
  }

  /// The row's node.
  public let row: NodeID
  /// The column's node.
  public let column: NodeID
  /// How the cell stands.
  public let state: CoverageState
  /// Who provides it there already by name, where more are needed than do; they are no candidates.
  public let providers: [NodeID]
  /// How many named providers the cell needs.
  public let required: Int
  /// Everybody who is reported in the row by name, for whatever it may be.
  public let present: [NodeID]
  /// How many candidates there are, those who are not told of among them.
  public let count: Int
  /// The candidates, ranked by ``CoverageReport/candidateRankingRule``.
  public let candidates: [Candidate]
  /// Those without a name of their own.
  public let unnamed: Unnamed
  /// Whom statements out of scope would add, in the order of the graph.
  public let hints: [Hint]
}
