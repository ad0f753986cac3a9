/// The colours of a diagram; each pair of text and ground has a contrast of at least 4.5, each line
/// and ground of at least 3.
public enum DiagramTheme: String, Hashable, Sendable, CaseIterable {
  case light, dark

  /// A colour's part in a diagram.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case ground, band, text, mutedText, outline
    case actorLine, actorFill
    case formLine, formFill
    case inhibitorLine, inhibitorFill
    case caseLine, caseFill
    case gapLine, gapText
    case observedLine
    case fewFill, someFill, manyFill
    case fewText, manyText
  }

  /// The colour of a part, as `#rrggbb`.
  public func colour(_ role: Role) -> String {
    switch self {
    case .light: role.light
    case .dark: role.dark
    }
  }

  /// What each colour of the light theme is in the dark one, for pictures that can change.
  public static var darkColours: [(light: String, dark: String)] {
    var seen: Set<String> = []
    return Role.allCases.filter { seen.insert($0.light).inserted }
      .map { ($0.light, $0.dark) }
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
