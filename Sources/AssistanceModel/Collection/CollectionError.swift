public import GraphCore

/// Why a collection could not be read or written: every fault, with its place and a hint.
public struct CollectionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The faults and doubts, in the order of files and places.
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
