/// A file of activities, under the key by which the facts of a collection name it.
public struct IATISource: Sendable {
  private enum Content {
    case path(String)
    case bytes([UInt8])
  }

  /// The key under which sources name it.
  public let document: String
  private let content: Content

  /// Names a file.
  ///
  /// - Parameters:
  ///   - path: The file; it is read twice, so that it cannot be a pipe.
  ///   - document: The key; the file's own name if it is `nil`.
  public init(path: String, document: String? = nil) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    self.document = document ?? name
    content = .path(path)
  }

  /// Names bytes that are there already.
  public init(_ bytes: [UInt8], document: String) {
    self.document = document
    content = .bytes(bytes)
  }

  /// How faults name it.
  var file: String {
    switch content {
    case .path(let path): path
    case .bytes: document
    }
  }

  func read(
    _ reader: IATIReader,
    _ receive: (IATIActivity) -> Void
  ) throws(ImportError) -> IATISummary {
    switch content {
    case .path(let path): try reader.read(path, receive)
    case .bytes(let bytes): try reader.read(bytes, named: document, receive)
    }
  }
}
