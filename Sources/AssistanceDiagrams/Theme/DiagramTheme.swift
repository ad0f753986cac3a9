/// The colours of a diagram; each pair of text and ground has a contrast of at least 4.5, each line
/// and ground of at least 3.
public enum DiagramTheme: String, Hashable, Sendable, CaseIterable {
  /// Dark text on white, for paper.
  case light
  /// Light text on a dark ground, for screens.
  case dark

  /// A colour's part in a diagram.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// The ground of the picture.
    case ground
    /// The ground of a column or a box.
    case band
    /// Text.
    case text
    /// Text that explains, such as captions.
    case mutedText
    /// The outline of a box.
    case outline
    /// The outline of an actor, and lines from it.
    case actorLine
    /// The ground of an actor.
    case actorFill
    /// The outline of a form of assistance or a fact, and lines from it.
    case formLine
    /// The ground of a form of assistance.
    case formFill
    /// The outline of an inhibitor.
    case inhibitorLine
    /// The ground of an inhibitor.
    case inhibitorFill
    /// The outline of a case.
    case caseLine
    /// The ground of a case.
    case caseFill
    /// The line of a gap.
    case gapLine
    /// Text about a gap.
    case gapText
    /// A line to where something is observed.
    case observedLine
    /// The ground of a cell with one provider.
    case fewFill
    /// The ground of a cell between few and many.
    case someFill
    /// The ground of a cell with several providers.
    case manyFill
    /// Text on ``fewFill``.
    case fewText
    /// Text on ``manyFill``.
    case manyText
  }

  /// The colour of a part, as `#rrggbb`.
  public func colour(_ role: Role) -> String {
    switch self {
    case .light: role.light
    case .dark: role.dark
    }
  }

  /// What each colour of the light theme is in the dark one, for pictures that can change.
  public static var darkColours: [String: String] {
    Dictionary(Role.allCases.map { ($0.light, $0.dark) }) { first, _ in first }
  }
}

extension DiagramTheme.Role {
  fileprivate var light: String {
    switch self {
    case .ground: "#ffffff"
    case .band: "#f6f8fa"
    case .text: "#1b1f24"
    case .mutedText: "#57606a"
    case .outline: "#d0d7de"
    case .actorLine: "#0072b2"
    case .actorFill: "#e3f0f8"
    case .formLine: "#007a5a"
    case .formFill: "#e0f3ec"
    case .inhibitorLine: "#b34700"
    case .inhibitorFill: "#fcebdd"
    case .caseLine: "#8a4b75"
    case .caseFill: "#f7e9f2"
    case .gapLine: "#c8102e"
    case .gapText: "#b00020"
    case .observedLine: "#9b7c92"
    case .fewFill: "#9fd3bf"
    case .someFill: "#4fa98a"
    case .manyFill: "#00785a"
    case .fewText: "#1b1f23"
    case .manyText: "#fffffe"
    }
  }

  fileprivate var dark: String {
    switch self {
    case .ground: "#0d1117"
    case .band: "#161b22"
    case .text: "#e6edf3"
    case .mutedText: "#9da7b3"
    case .outline: "#3d444d"
    case .actorLine: "#58b4f0"
    case .actorFill: "#0f2a3d"
    case .formLine: "#3cc59b"
    case .formFill: "#0e2e25"
    case .inhibitorLine: "#f0924b"
    case .inhibitorFill: "#3a1f0d"
    case .caseLine: "#d79ac4"
    case .caseFill: "#331b2c"
    case .gapLine: "#ff6b7d"
    case .gapText: "#ff8a98"
    case .observedLine: "#9c8597"
    case .fewFill: "#1d5c48"
    case .someFill: "#2f8f71"
    case .manyFill: "#3cc59c"
    case .fewText: "#e6edf4"
    case .manyText: "#0d1118"
    }
  }
}
