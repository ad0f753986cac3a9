/// How firmly a code shows that an inhibitor is built.
public enum ConcordanceStrength: String, CaseIterable, Hashable, Sendable, Codable {
  /// The inhibitor's function is the subject of the code's definition.
  case direct
  /// The definition names the function among others, or the capacity without its quality: police
  /// without accountability, media without hate speech.
  case partial
  /// A word of the definition covers it only by inference.
  case doubtful
  /// Nothing in the definition: the code cannot show an inhibitor.
  case none
  /// The code was withdrawn and is read through its successors.
  case remapped
}

/// Which strengths count: from the claims one can defend to all that one can think of.
///
/// Each reading counts what the one before it counts, and one strength more.
public enum ConcordanceReading: String, CaseIterable, Hashable, Sendable, Codable {
  /// Only direct links.
  case strict
  /// Direct and partial links.
  case standard
  /// Direct, partial and doubtful links.
  case wide

  /// Whether a link of this strength counts.
  public func counts(_ strength: ConcordanceStrength) -> Bool {
    switch strength {
    case .direct: true
    case .partial: self != .strict
    case .doubtful: self == .wide
    case .none, .remapped: false
    }
  }
}
