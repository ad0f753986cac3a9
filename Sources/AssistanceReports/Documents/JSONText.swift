internal import Foundation

/// Writes answers as JSON: keys sorted, two spaces, the same bytes for the same answer.
public enum JSONText {
  /// The JSON of an answer, with a line feed at the end.
  ///
  /// - Parameter answer: A value whose numbers are finite.
  /// - Returns: UTF-8 text.
  public static func of(_ answer: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(answer) else {
      preconditionFailure("an answer holds a number that JSON cannot write")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
