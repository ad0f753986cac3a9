extension DOTGraph: CustomStringConvertible {
  /// The text, one statement a line.
  ///
  /// Graphviz reads it back as this graph. The little that DOT cannot hold is replaced by what comes
  /// nearest, as ``text()`` would say: NUL becomes U+FFFD; markup with angle brackets that do not match
  /// shows them as text; empty markup becomes an empty line; markup that is also a plain text of the graph
  /// gets an empty comment. Values made by ``DOTIdentifier/label(_:lines:)`` and its siblings need none
  /// of that. A chain of over 500 ends is written as several statements.
  public var description: String { DOTWriter(self).text }

  /// Writes the text, if it is read back as exactly this graph.
  ///
  /// - Returns: The text, one statement a line.
  /// - Throws: ``DOTError`` with everything that DOT cannot hold.
  public func text() throws(DOTError) -> String {
    let writer = DOTWriter(self)
    if let error = DOTError(writer.faults, count: writer.faultCount) { throw error }
    return writer.text
  }
}
