internal import BenchmarkSupport

/// What was measured of one workload on one network, by Pillar or by a peer.
struct Timing: Codable {
  /// Processor time of each run in milliseconds, in ascending order.
  let times: [Double]
  /// What tells of the answer.
  let check: [String: Double]

  init(times: [Double], check: [String: Double]) {
    self.times = times.sorted()
    self.check = check
  }

  var median: Double { times[times.count / 2] }
}

/// Runs work several times by the processor's clock.
struct Stopwatch {
  let repeats: Int
  /// After so many milliseconds no further run begins.
  let budget: Double

  func measure<Answer>(
    _ work: () throws -> Answer,
    check: (Answer) -> [String: Double]
  ) rethrows -> Timing {
    var times: [Double] = []
    var found: [String: Double] = [:]
    repeat {
      let start = ProcessUsage.processorTime
      let answer = try work()
      times.append(Double(ProcessUsage.processorTime - start) / 1e6)
      if found.isEmpty { found = check(answer) }
    } while times.count < repeats && times.reduce(0, +) < budget
    return Timing(times: times, check: found)
  }
}

/// Something that is asked of a network, by Pillar and by its peers.
struct NetworkWorkload {
  /// Which networks a workload is for.
  enum Kind: Equatable {
    /// Any.
    case any
    /// Those in which all vertices are alike.
    case alike
    /// Those of actors and places.
    case assistance
  }

  /// The check value that need not agree, but should not be lower than that of the best peer.
  static let quality = "modularity"

  let name: String
  let kind: Kind
  /// How many links a network has at most for which it is asked; any number unless given.
  let mostLinks: Int
  /// What part of the time of the best peer it may take.
  let goal: Double
  /// How far check values may be apart, as a part of the larger one.
  let tolerance: Double
  /// Lays out what is needed, then measures.
  let run: @Sendable (Dataset, Stopwatch) throws -> Timing

  init(
    _ name: String,
    for kind: Kind = .any,
    mostLinks: Int = .max,
    goal: Double,
    tolerance: Double = 1e-9,
    run: @escaping @Sendable (Dataset, Stopwatch) throws -> Timing
  ) {
    self.name = name
    self.kind = kind
    self.mostLinks = mostLinks
    self.goal = goal
    self.tolerance = tolerance
    self.run = run
  }

  func fits(_ dataset: Dataset) -> Bool {
    let table = dataset.table
    guard table.sources.count <= mostLinks else { return false }
    return switch kind {
    case .any: true
    case .alike: table.actorCount == 0
    case .assistance: table.actorCount > 0
    }
  }

  /// Whether two check values tell of the same answer.
  func agree(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) <= tolerance * max(abs(one), abs(other))
  }
}
