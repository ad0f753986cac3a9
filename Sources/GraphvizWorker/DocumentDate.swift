/// The date that a PDF says it was made at.
enum DocumentDate {
  private static let label = Array("/CreationDate (D:".utf8)
  private static let date = Array("20000101000000".utf8)

  /// Writes one date over the true one, so that the same graph gives the same bytes.
  ///
  /// The new date is as long as the old one, which is not compressed: every place in the file that
  /// the file knows stays where it is.
  static func fix(in bytes: UnsafeMutableRawBufferPointer) {
    let last = bytes.count - label.count - date.count
    guard last >= 0 else { return }
    // It stands at the end, in the description of the document.
    for start in stride(from: last, through: 0, by: -1)
    where unsafe bytes[start] == label[0] && matches(bytes, at: start) {
      let place = start + label.count
      for index in date.indices
      where unsafe (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place + index]) {
        unsafe bytes[place + index] = date[index]
      }
      return
    }
  }

  private static func matches(_ bytes: UnsafeMutableRawBufferPointer, at start: Int) -> Bool {
    label.indices.allSatisfy { unsafe bytes[start + $0] == label[$0] }
  }
}
