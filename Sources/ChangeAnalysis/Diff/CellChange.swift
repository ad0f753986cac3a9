public import CoverageAnalysis
public import GraphCore

/// A cell that stands otherwise on the second side, or in which others are reported.
public struct CellChange: Hashable, Sendable {
  /// What became of a cell.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// A provider was reported by name, and nobody or nobody by name is.
    case lost
    /// Nobody or nobody by name was reported, and a provider is.
    case gained
    /// Several providers were reported, and one is.
    case thinned
    /// One provider was reported, and several are.
    case thickened
    /// Any other change of state.
    case other
    /// The state is the same, and others are reported by name.
    case turnover

    /// What it is in a heading.
    public var phrase: String {
      switch self {
      case .lost: "lost: no provider by name any more"
      case .gained: "gained: a provider by name where there was none"
      case .thinned: "thinned to one provider"
      case .thickened: "thickened from one provider to several"
      case .other: "other changes of state"
      case .turnover: "the same state, other providers"
      }
    }

    /// What the change is if the sides are asked the other way round.
    public var mirrored: Kind {
      switch self {
      case .lost: .gained
      case .gained: .lost
      case .thinned: .thickened
      case .thickened: .thinned
      case .other, .turnover: self
      }
    }

    /// The kind of a change of state; `nil` if there is none.
    init?(_ before: CoverageState, _ after: CoverageState) {
      switch (before, after) {
      case _ where before == after: return nil
      case (.one, .several): self = .thickened
      case (.several, .one): self = .thinned
      case _ where before.isHeld && after.isOpen: self = .lost
      case _ where before.isOpen && after.isHeld: self = .gained
      default: self = .other
      }
    }
  }

  /// What a need says of the change.
  public enum Sufficiency: String, CaseIterable, Hashable, Sendable, Codable {
    /// As many providers as are required were reported, and fewer are.
    case fellShort = "fell-short"
    /// Fewer than are required were reported, and enough are.
    case becameSufficient = "became-sufficient"
  }

  /// The change if every probable renaming is one.
  public struct Reading: Hashable, Sendable {
    /// How the cell stood.
    public let before: CoverageState
    /// How it stands.
    public let after: CoverageState
    /// What became of it; `nil` if nothing did: then the change is one of names alone.
    public let kind: Kind?
  }

  /// What became of the cell.
  public let kind: Kind
  /// The cell on the first side, with its facts.
  public let before: CoverageCell
  /// The cell on the second side, with its facts.
  public let after: CoverageCell
  /// Who was reported by name and is no more, by the keys of the first side.
  public let leaving: [NodeID]
  /// Who is reported by name and was not, by the keys of the second side.
  public let coming: [NodeID]
  /// The change if probable renamings are taken for true; `nil` where none touches the cell.
  public let ifRenamed: Reading?
  /// Whether it fell short of a need or met it.
  public let sufficiency: Sufficiency?

  /// Whether nothing changed but names, if probable renamings are true.
  public var isRenamingAlone: Bool { ifRenamed.map { $0.kind == nil } ?? false }
}
