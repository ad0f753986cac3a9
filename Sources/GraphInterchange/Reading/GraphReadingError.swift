public import GraphCore

/// Says why a file gives no graph: every fault that was found, with its place.
public struct GraphReadingError: Error, Hashable, Sendable {
  /// How many faults are kept.
  public static let limit = 50

  /// The first faults, in the order in which they were found; at least one.
  public let faults: [Diagnostic]
  /// How many faults there are in all.
  public let count: Int

  init(_ faults: [Diagnostic], count: Int) {
    precondition(!faults.isEmpty, "an error has a fault")
    self.faults = faults
    self.count = count
  }
}

extension GraphReadingError: CustomStringConvertible {
  /// Every fault, and how many more there are.
  public var description: String {
    var lines = faults.map(\.description)
    let more = count - faults.count
    if more > 0 { lines.append(more == 1 ? "and 1 more fault" : "and \(more) more faults") }
    return lines.joined(separator: "\n")
  }
}
