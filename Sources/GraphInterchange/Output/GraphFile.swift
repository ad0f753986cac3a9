/// A file of an exported graph: its name and what it holds.
public struct GraphFile: Hashable, Sendable {
  /// The name, with its ending and without a folder.
  public let name: String
  /// The UTF-8 text.
  public let bytes: [UInt8]

  /// Creates a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
