/// What the worker says on standard error: Graphviz's words.
struct WorkerMessages {
  /// So many bytes are kept; Graphviz may warn of the same thing a million times.
  static let limit = 64 << 10

  private var bytes: [UInt8] = []
  private var dropped = 0

  mutating func append(_ more: UnsafeRawBufferPointer) {
    let kept = min(Self.limit - bytes.count, more.count)
    unsafe bytes.append(contentsOf: more[..<kept])
    dropped += more.count - kept
  }

  /// The messages, one for each thing that was said.
  ///
  /// A line that says where (`in label of node a`) or shows what was wrong (`... <i> ...`) belongs
  /// to the one before.
  var all: [String] {
    var messages: [String] = []
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let words = Self.translation(of: line.trimmingSpaces)
      let goesOn = words.hasPrefix("in label of ") || words.hasPrefix("... ")
      if goesOn, let last = messages.indices.last {
        messages[last] += " " + words
      } else if !words.isEmpty {
        messages.append(String(words))
      }
    }
    if dropped > 0 { messages.append("… and \(dropped) more bytes of messages") }
    return messages
  }

  /// Graphviz tells an administrator of a web server what a person who draws does not know of.
  private static func translation(of words: Substring) -> Substring {
    if words.hasPrefix("Warning: file loading is disabled") {
      return "Warning: the graph names files, and none of them is opened"
    }
    return words.hasPrefix("and the GV_FILE_PATH variable") ? "" : words
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    let start = drop(while: \.isWhitespace)
    return start.lastIndex { !$0.isWhitespace }.map { start[...$0] } ?? ""
  }
}
