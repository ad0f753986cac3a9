internal import GraphCore

/// What a person decided about two names: that they are one actor, or that they are not.
///
///     let decision = ActorDecision(.same, "PAM", "WFP", shown: "World Food Programme")
public struct ActorDecision: Hashable, Sendable {
  /// What was decided.
  public enum Verdict: String, CaseIterable, Hashable, Sendable, Codable {
    /// The two names are one actor's.
    case same
    /// They are the names of two actors.
    case different
  }

  /// What was decided.
  public var verdict: Verdict
  /// A name or acronym as sources write it, or an identifier as `scheme:value`.
  public var name: String
  /// The other one.
  public var other: String
  /// What to call the actor; empty if the most frequent name will do.
  public var shown: String
  /// Why.
  public var reason: String
  /// Who decided.
  public var by: String
  /// When.
  public var date: String

  /// Creates a decision.
  ///
  /// - Parameters:
  ///   - verdict: What was decided.
  ///   - name: A name, an acronym or an identifier.
  ///   - other: The other one.
  ///   - shown: What to call the actor.
  ///   - reason: Why.
  ///   - by: Who decided.
  ///   - date: When.
  public init(
    _ verdict: Verdict,
    _ name: String,
    _ other: String,
    shown: String = "",
    reason: String = "",
    by: String = "",
    date: String = ""
  ) {
    self.verdict = verdict
    self.name = name
    self.other = other
    self.shown = shown
    self.reason = reason
    self.by = by
    self.date = date
  }

  /// The two names in the order of their bytes, so that it matters to nobody which came first.
  var pair: DecidedPair { DecidedPair(DecidedName(name), DecidedName(other)) }
}

/// A name as decisions compare it: folded, or an identifier.
enum DecidedName: Hashable {
  case name(FoldedName)
  case identifier(ActorIdentifier)

  init(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1)
    if parts.count == 2, let scheme = ActorIdentifier.Scheme(rawValue: String(parts[0])),
      case let value = parts[1].filter({ !$0.isWhitespace }), !value.isEmpty
    {
      self = .identifier(ActorIdentifier(scheme, value.uppercased()))
    } else {
      self = .name(FoldedName(text))
    }
  }

  /// What names are sorted by.
  var text: String {
    switch self {
    case .name(let name): name.text
    case .identifier(let identifier): identifier.description
    }
  }

  /// Whether there is neither a letter nor a digit.
  var isEmpty: Bool { text.isEmpty }
}

/// Two names without an order.
struct DecidedPair: Hashable {
  let first: DecidedName
  let second: DecidedName

  init(_ one: DecidedName, _ other: DecidedName) {
    (first, second) = other.text.precedesBytewise(one.text) ? (other, one) : (one, other)
  }
}
