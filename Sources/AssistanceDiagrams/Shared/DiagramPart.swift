internal import DOTFormat
internal import GraphCore

/// What a node stands for, which decides its shape and colours.
enum DiagramPart: String, CaseIterable, Hashable {
  case actor, form, fact, inhibitor, countryCase, other

  /// The part that a kind of node plays.
  init(_ kind: NodeKind) {
    switch kind.rawValue {
    case "actor": self = .actor
    case "form", "measure": self = .form
    case "assistance": self = .fact
    case "inhibitor": self = .inhibitor
    case "country-case": self = .countryCase
    default: self = .other
    }
  }

  var line: DiagramTheme.Role {
    switch self {
    case .actor: .actorLine
    case .form, .fact: .formLine
    case .inhibitor: .inhibitorLine
    case .countryCase: .caseLine
    case .other: .mutedText
    }
  }

  var fill: DiagramTheme.Role {
    switch self {
    case .actor: .actorFill
    case .form: .formFill
    case .fact: .ground
    case .inhibitor: .inhibitorFill
    case .countryCase: .caseFill
    case .other: .band
    }
  }

  var shape: DOTIdentifier {
    switch self {
    case .actor, .form, .other: "box"
    case .fact: "note"
    case .inhibitor: "octagon"
    case .countryCase: "folder"
    }
  }

  /// Whether the corners are round.
  var isRounded: Bool { self == .actor }

  /// The class in an SVG.
  var className: String { self == .countryCase ? "case" : rawValue }

  /// How much of the width the shape leaves to text.
  var textShare: Double { self == .inhibitor ? 0.78 : 0.93 }
}
