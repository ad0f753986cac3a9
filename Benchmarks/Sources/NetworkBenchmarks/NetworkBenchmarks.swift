internal import ArgumentParser
internal import Foundation

@main
struct NetworkBenchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pillar-network-benchmarks",
    abstract: "Measures network algorithms on generated networks, beside other libraries."
  )

  @Option(help: "Make an R-MAT graph of 2^N vertices; may be given several times.")
  var scale: [Int] = []

  @Option(help: "Make a network of so many facts; may be given several times.")
  var facts: [Int] = []

  @Option(help: "Run only workloads whose name holds this regular expression.")
  var only: String?

  @Option(help: "A Python with networkx, igraph, networkit and the like, which then do the same.")
  var python: String?

  @Option(help: "Which of them, with commas between; all that are there unless given.")
  var peers = ""

  @Option(name: .customLong("repeat"), help: "How often each workload runs at most.")
  var repeats = 7

  @Option(help: "The most seconds that one peer may take for one workload.")
  var limit = 120.0

  @Option(help: "Keep the generated networks in this folder, as peers read them.")
  var folder: String?

  @Option(help: "Write the table as CSV to this file.")
  var csv: String?

  @Option(help: "Write all times and check values as JSON to this file.")
  var json: String?

  @Flag(help: "Small networks, each answer compared with a slow recomputation; no other libraries.")
  var smoke = false

  func validate() throws {
    for scale in scale where !(4...24).contains(scale) {
      throw ValidationError("--scale must be from 4 to 24.")
    }
    for facts in facts where facts < 1_000 {
      throw ValidationError("--facts must be at least 1000.")
    }
    if repeats < 1 { throw ValidationError("--repeat must be at least 1.") }
    if limit <= 0 { throw ValidationError("--limit must be above 0.") }
    if let only {
      do { _ = try Regex(only) } catch {
        throw ValidationError("--only is no regular expression: \(error)")
      }
    }
  }

  func run() throws {
    let temporary = FileManager.default.temporaryDirectory
      .appending(path: "pillar-networks-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: temporary) }
    let place = folder.map { URL(filePath: $0) } ?? temporary
    let peerRun =
      try smoke
      ? nil
      : python.map { python in
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        return try PeerRun(python: python, folder: place, repeats: repeats, limit: limit)
      }
    var session = Session(
      workloads: try wanted(),
      stopwatch: Stopwatch(repeats: smoke ? 1 : repeats, budget: min(limit * 250, 12_000)),
      peerRun: peerRun,
      peers: peers.split(separator: ",").map(String.init),
      isVerified: smoke
    )
    for table in tables() { try session.run(on: table()) }
    let result = ComparisonTable(session.comparisons)
    print(result.text, terminator: "")
    try csv.map { try Data(result.csv.utf8).write(to: URL(filePath: $0)) }
    try json.map { try result.json().write(to: URL(filePath: $0)) }
    guard session.faults.isEmpty else {
      for fault in session.faults { report("error: \(fault)") }
      throw ExitCode(1)
    }
  }

  private func wanted() throws -> [NetworkWorkload] {
    guard let only else { return NetworkWorkload.all }
    let pattern = try Regex(only)
    return NetworkWorkload.all.filter { $0.name.firstMatch(of: pattern) != nil }
  }

  /// What makes the networks, one after the other.
  private func tables() -> [() -> LinkTable] {
    if smoke {
      return [{ RecursiveMatrix(scale: 6).links() }, { AssistanceLinks(facts: 2_000).links() }]
    }
    let isOpen = scale.isEmpty && facts.isEmpty
    return (isOpen ? [10, 14] : scale).map { scale in { RecursiveMatrix(scale: scale).links() } }
      + (isOpen ? [100_000] : facts).map { facts in { AssistanceLinks(facts: facts).links() } }
  }
}

/// Tells people what is not part of the result.
func report(_ line: String) {
  FileHandle.standardError.write(Data((line + "\n").utf8))
}
