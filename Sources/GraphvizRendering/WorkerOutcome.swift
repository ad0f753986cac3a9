#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension WorkerRun {
  /// The exit statuses by which the worker says what happened; its own help lists them.
  private enum Status {
    static let drawn = 0
    static let refused = 2
    static let memory = 3
    static let surroundings = 4
    static let tooLarge = 5
    static let usage = 64
  }

  /// The picture, or why there is none.
  func rendering(within limits: RenderingLimits) throws(GraphvizError) -> Rendering {
    switch ending {
    case .exited(Status.drawn):
      // The library that writes PDF gives up on some of it and leaves a torso.
      if messages.contains(where: { $0.hasPrefix("cairo: ") }) { throw .failed(messages) }
      return try report()
    case .exited(127) where messages.contains(where: { $0.contains("shared librar") }):
      throw .surroundings(
        messages + ["install libgraphviz-dev (Debian, Ubuntu) or Graphviz, which the program needs"]
      )
    case .exited(Status.refused): throw .failed(messages)
    case .exited(Status.memory): throw .outOfMemory(limit: limits.memory)
    case .exited(Status.surroundings): throw .surroundings(messages)
    case .exited(Status.tooLarge): throw .outputTooLarge(limit: limits.output)
    case .exited(Status.usage): throw .invalid(messages.joined(separator: "\n"))
    case .exited(let status): throw .workerUnusable("it ended with status \(status)\(words)")
    case .signalled(let signal): throw death(by: signal, within: limits)
    }
  }

  /// What a death by a signal means.
  ///
  /// Graphviz looks at few of the allocations that fail. Where it does, it says so and crashes on;
  /// so do the C++ library and GLib. The other cases the worker tells by itself. A kill that did
  /// not come from here is the system's, which takes back memory that it does not have.
  private func death(by signal: Int, within limits: RenderingLimits) -> GraphvizError {
    if signal == Int(SIGXCPU) {
      return .timedOut(.processor, seconds: limits.processorSeconds)
    }
    let signs = ["out of memory", "std::bad_alloc", "failed to allocate"]
    let wasMemory = messages.suffix(5).contains { line in signs.contains { line.contains($0) } }
    return signal == Int(SIGKILL) || wasMemory
      ? .outOfMemory(limit: limits.memory) : .crashed(signal: signal, messages: messages)
  }

  private static let reportName = "pillar-graphviz-1"

  /// Reads the line about the picture that the worker begins with.
  private func report() throws(GraphvizError) -> Rendering {
    guard let end = output.prefix(200).firstIndex(of: UInt8(ascii: "\n")) else {
      throw .workerUnusable("it does not answer as the worker of this version does\(words)")
    }
    let fields = String(decoding: output[..<end], as: UTF8.self).split(separator: " ")
    let picture = output[(end + 1)...]
    guard fields.count == 5, fields[0] == Self.reportName,
      let width = Double(fields[1]), let height = Double(fields[2]), let scale = Double(fields[3]),
      Int(fields[4]) == picture.count
    else { throw .workerUnusable("it does not answer as the worker of this version does\(words)") }
    return Rendering(
      bytes: Array(picture),
      messages: messages,
      scale: scale,
      width: width,
      height: height
    )
  }

  /// What was said, to be put after a sentence.
  private var words: String {
    messages.isEmpty ? "" : ", and says: " + messages.prefix(3).joined(separator: "; ")
  }
}
