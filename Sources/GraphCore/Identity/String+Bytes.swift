extension String {
  /// Whether two texts are the same bytes.
  ///
  /// The library's own comparison takes an accented letter and its decomposed form for one text;
  /// a graph holds strings as bytes, so two such keys are two nodes.
  package func hasSameBytes(as other: String) -> Bool {
    self == other && utf8.elementsEqual(other.utf8)
  }

  /// Whether the text sorts before another one, byte by byte of their UTF-8 form.
  package func precedesBytewise(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
