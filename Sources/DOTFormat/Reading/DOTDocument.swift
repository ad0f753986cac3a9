/// Graphs that stand one after the other in a text.
///
///     let document = try DOTDocument(parsing: "digraph a { b -> c } graph { d }")
///     document.graphs.count  // 2
public struct DOTDocument: Hashable, Sendable {
  /// The graphs, in order.
  public var graphs: [DOTGraph]
  /// What looked wrong in the text that was read, at most 50 things.
  public var warnings: [DOTFault]

  /// Creates a document.
  ///
  /// - Parameters:
  ///   - graphs: The graphs, in order.
  ///   - warnings: What looked wrong in the text.
  public init(_ graphs: [DOTGraph], warnings: [DOTFault] = []) {
    self.graphs = graphs
    self.warnings = warnings
  }

  /// Reads a text.
  ///
  /// What Graphviz 2.42 accepts is accepted, and what it refuses is refused, except that a byte order
  /// mark at the start of a line is skipped, that `@` never ends a text, and that strings may be of any
  /// length. A text without graphs is an empty document.
  ///
  /// - Parameter text: The text.
  /// - Throws: ``DOTError`` with every fault that was found.
  /// - Complexity: O(*n*) for *n* bytes.
  public init(parsing text: String) throws(DOTError) {
    try self.init(parsing: Array(text.utf8), isLatin1: false)
  }

  /// Reads bytes, such as the content of a file.
  ///
  /// They are UTF-8; bytes that are not are read as Latin-1 as a whole, with a warning. A `charset` that
  /// says otherwise becomes `UTF-8`, since that is what is written.
  ///
  /// - Parameter bytes: The bytes.
  /// - Throws: ``DOTError`` with every fault that was found.
  /// - Complexity: O(*n*) for *n* bytes.
  public init(parsing bytes: some Sequence<UInt8>) throws(DOTError) {
    let bytes = Array(bytes)
    try self.init(parsing: bytes, isLatin1: String(validating: bytes, as: UTF8.self) == nil)
  }

  private init(parsing bytes: [UInt8], isLatin1: Bool) throws(DOTError) {
    var parser = DOTParser(bytes, isLatin1: isLatin1)
    self.init(try parser.document(), warnings: parser.warnings)
  }

  /// Writes the text, if it is read back as exactly these graphs.
  ///
  /// - Returns: The graphs one after the other, with an empty line between them.
  /// - Throws: ``DOTError`` with everything that DOT cannot hold.
  public func text() throws(DOTError) -> String {
    var texts: [String] = []
    for graph in graphs { texts.append(try graph.text()) }
    return texts.joined(separator: "\n")
  }
}

extension DOTDocument: CustomStringConvertible {
  /// The graphs one after the other, written like ``DOTGraph/description``.
  public var description: String { graphs.map(\.description).joined(separator: "\n") }
}

extension DOTGraph {
  /// Reads a text that holds one graph.
  ///
  ///     let graph = try DOTGraph(parsing: "graph { a -- b }")
  ///
  /// - Parameter text: The text.
  /// - Throws: ``DOTError`` with every fault that was found; no graph or several are a fault, too.
  /// - Complexity: O(*n*) for *n* bytes.
  public init(parsing text: String) throws(DOTError) {
    let graphs = try DOTDocument(parsing: text).graphs
    guard let only = graphs.first, graphs.count == 1 else {
      let fault =
        graphs.isEmpty
        ? DOTFault("the text holds no graph", hint: "a graph begins with “graph” or “digraph”")
        : DOTFault("the text holds \(graphs.count) graphs, not one")
      throw DOTError(only: fault)
    }
    self = only
  }
}
