/// What the making of one picture may cost.
public struct RenderingLimits: Hashable, Sendable {
  /// Seconds of processor time, rounded up to whole ones.
  public let processorSeconds: Double
  /// Seconds by the clock, waiting included.
  public let wallSeconds: Double
  /// Bytes of address space; `nil` for as many as the machine gives.
  public let memory: Int?
  /// Bytes of the picture.
  public let output: Int
  /// Pixels of a picture made of pixels.
  public let pixels: Int

  /// Creates the limits that hold unless others are given: 10 seconds of processor time, 60 by the
  /// clock, 1 GiB of memory, 64 MiB of output, 100 million pixels.
  public init() {
    processorSeconds = 10
    wallSeconds = 60
    memory = 1 << 30
    output = 64 << 20
    pixels = 100_000_000
  }

  /// Creates limits.
  ///
  /// - Parameters:
  ///   - processorSeconds: Seconds of processor time, up to a day.
  ///   - wallSeconds: Seconds by the clock, up to a day.
  ///   - memory: Bytes of address space, at least 64 MiB, which Graphviz needs to start; `nil` for
  ///     no limit.
  ///   - output: Bytes of the picture, up to 4 GiB.
  ///   - pixels: Pixels of a picture made of pixels.
  /// - Throws: ``GraphvizError/invalid(_:)`` for a limit that nothing could keep.
  public init(
    processorSeconds: Double = 10,
    wallSeconds: Double = 60,
    memory: Int? = 1 << 30,
    output: Int = 64 << 20,
    pixels: Int = 100_000_000
  ) throws(GraphvizError) {
    let day = 86_400.0
    guard processorSeconds > 0, processorSeconds <= day, wallSeconds > 0, wallSeconds <= day else {
      throw .invalid("a limit of time is more than 0 and at most \(Int(day)) seconds")
    }
    if let memory, !(Self.leastMemory...Self.most).contains(memory) {
      throw .invalid("the limit of memory is at least \(Self.leastMemory >> 20) MiB")
    }
    guard (1...(4 << 30)).contains(output) else {
      throw .invalid("the limit of output is from 1 byte to 4 GiB")
    }
    guard (1...Self.most).contains(pixels) else {
      throw .invalid("the limit of pixels is at least 1")
    }
    self.processorSeconds = processorSeconds
    self.wallSeconds = wallSeconds
    self.memory = memory
    self.output = output
    self.pixels = pixels
  }

  private static let leastMemory = 64 << 20
  private static let most = 1 << 48
}
