public import GraphCore

/// Why data could not be imported: every fault, with its place and a hint.
public struct ImportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The faults and doubts, in the order of places.
  public let diagnostics: [Diagnostic]

  /// Creates an error from faults.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  /// The faults as people see them, in their order.
  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}
