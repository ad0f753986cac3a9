/// Why there is no picture; the description says what to do.
public enum GraphvizError: Error, Hashable, Sendable {
  /// The time that may run out.
  public enum Clock: Hashable, Sendable {
    /// Time of the processor.
    case processor
    /// Time by the clock on the wall.
    case wall
  }

  /// The worker was not found in any of these places.
  case workerMissing(searched: [String])
  /// The worker does not run, or what runs is not the worker.
  case workerUnusable(String)
  /// The machine lacks what Graphviz needs, such as fonts.
  case surroundings([String])
  /// It took longer than the limit, in seconds.
  case timedOut(Clock, seconds: Double)
  /// It needed more memory than the limit, in bytes, or than there is.
  case outOfMemory(limit: Int?)
  /// Graphviz crashed by a signal.
  case crashed(signal: Int, messages: [String])
  /// Graphviz refused, in its own words.
  case failed([String])
  /// The picture is larger than the limit, in bytes.
  case outputTooLarge(limit: Int)
  /// What was asked for makes no sense.
  case invalid(String)
  /// Positions that cannot be read.
  case unreadableLayout(String)
  /// The task was cancelled.
  case cancelled
}

extension GraphvizError: CustomStringConvertible {
  /// What happened, and how to mend it.
  public var description: String {
    switch self {
    case .workerMissing(let searched):
      """
      drawing needs the program pillar-graphviz, which is not in \
      \(searched.isEmpty ? "any place" : searched.joined(separator: ", "))
        hint: install Graphviz's library (Debian, Ubuntu: sudo apt-get install libgraphviz-dev), \
      then build the program beside this one (Scripts/pillar does; or swift build --product \
      pillar-graphviz, with -c release for release builds), or set PILLAR_GRAPHVIZ to where it is
      """
    case .workerUnusable(let reason):
      """
      the program that draws cannot be used: \(reason)
        hint: build it again with swift build -c release --product pillar-graphviz, and see that \
      PILLAR_GRAPHVIZ, if set, names it
      """
    case .surroundings(let messages), .failed(let messages): Self.join(messages)
    case .timedOut(let clock, let seconds):
      """
      drawing took more than \(Self.written(seconds))\(clock == .processor ? " of processor time" : "")
        hint: draw less, take an engine for larger graphs (sfdp), or raise the limit
      """
    case .outOfMemory(let limit?):
      """
      drawing needed more than \(limit >> 20) MiB of memory
        hint: draw less, shorten the labels, or raise the limit
      """
    case .outOfMemory(nil):
      """
      drawing needed more memory than there is
        hint: draw less, or shorten the labels
      """
    case .crashed(let signal, let messages):
      """
      Graphviz crashed (signal \(signal)) on this graph\
      \(messages.isEmpty ? "" : "; before, it said: " + messages.prefix(3).joined(separator: "; "))
        hint: try another engine; concentrate, newrank and splines=ortho, if it has them, are the \
      usual causes
      """
    case .outputTooLarge(let limit):
      """
      the picture has more than \(limit) bytes
        hint: draw less, or raise the limit
      """
    case .invalid(let what): what
    case .unreadableLayout(let what): "the positions that Graphviz wrote cannot be read: \(what)"
    case .cancelled: "drawing was cancelled"
    }
  }

  private static func join(_ messages: [String]) -> String {
    // What it warned of before is of no use where it says why it refused.
    let reasons = messages.filter { !$0.hasPrefix("Warning: ") }
    let told = reasons.isEmpty ? messages : reasons
    return told.isEmpty
      ? "Graphviz refused without a word"
      : told.map { $0.hasPrefix("Error: ") ? String($0.dropFirst(7)) : $0 }.joined(separator: "\n")
  }

  private static func written(_ seconds: Double) -> String {
    let number = seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
    return number == "1" ? "1 second" : "\(number) seconds"
  }
}
