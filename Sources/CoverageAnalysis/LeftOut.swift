/// Why a statement does not count in an answer.
public struct LeftOut: OptionSet, Hashable, Sendable {
  /// One bit for each reason.
  public let rawValue: UInt8

  /// Creates a set of reasons from its bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The source does not support it firmly enough.
  public static let basis = LeftOut(rawValue: 1)
  /// It was not done, but may or should be.
  public static let modality = LeftOut(rawValue: 2)
  /// It rests on another kind of evidence.
  public static let evidence = LeftOut(rawValue: 4)
  /// It holds at another time.
  public static let time = LeftOut(rawValue: 8)

  /// The reasons in words, in a fixed order.
  public var names: [String] {
    [(LeftOut.basis, "basis"), (.modality, "modality"), (.evidence, "evidence"), (.time, "time")]
      .filter { contains($0.0) }
      .map(\.1)
  }
}
