internal import CGraphviz

/// Why there is no picture.
enum WorkerFault: Error {
  /// The arguments mean nothing.
  case usage(String)
  /// The text is no graph, or Graphviz said no.
  case refused(String)
  /// There was not enough memory.
  case memory
  /// Something that the machine should have is missing.
  case surroundings(String)
  /// The picture has more bytes than asked for.
  case tooLarge(bytes: Int, limit: Int)

  /// The exit status, by which whoever started the worker knows what happened.
  var status: Int32 {
    switch self {
    case .refused: 2
    case .memory: PILLAR_MEMORY_STATUS
    case .surroundings: 4
    case .tooLarge: 5
    case .usage: 64
    }
  }

  /// What is said on standard error.
  var message: String {
    switch self {
    case .usage(let words), .refused(let words), .surroundings(let words): words
    case .memory: "out of memory"
    case .tooLarge(let bytes, let limit):
      "the picture has \(bytes) bytes, and at most \(limit) were asked for"
    }
  }
}
