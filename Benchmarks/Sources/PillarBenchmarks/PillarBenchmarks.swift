internal import ArgumentParser
internal import Foundation

@main
struct PillarBenchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pillar-benchmarks",
    abstract: "Measures Pillar on generated data and prints JSON."
  )

  @Option(help: "How many facts are generated; 100,000 unless --smoke.")
  var facts: Int?

  @Option(help: "The seed of the generated data.")
  var seed: UInt64 = 2_024

  @Option(name: .customLong("repeat"), help: "How often each workload runs; 5 unless --smoke.")
  var repeats: Int?

  @Option(help: "Run only this workload; may be given several times.")
  var only: [String] = []

  @Flag(help: "Run everything small and compare each answer with a slow recomputation.")
  var smoke = false

  @Option(help: "Keep the collection in this folder; else it is written to a temporary one.")
  var folder: String?

  @Option(help: "Write the data as tables for the peers into this folder, too.")
  var tables: String?

  func validate() throws {
    for name in only where !Workloads.names.contains(name) {
      let known = Workloads.names.joined(separator: ", ")
      throw ValidationError("There is no workload “\(name)”; use \(known).")
    }
    if let facts, facts < 100 { throw ValidationError("--facts must be at least 100.") }
    if let repeats, repeats < 1 { throw ValidationError("--repeat must be at least 1.") }
  }

  func run() throws {
    let count = facts ?? (smoke ? 2_000 : 100_000)
    var generator = AidGenerator(facts: count, seed: seed)
    let data = generator.generate()
    if let tables { try data.writeTables(to: tables) }
    let temporary = FileManager.default.temporaryDirectory
      .appending(path: "pillar-benchmarks-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: temporary) }
    var harness = Harness(
      facts: count,
      seed: seed,
      repeats: repeats ?? (smoke ? 1 : 5),
      only: only
    )
    try Workloads(
      data: data,
      folder: folder ?? temporary.appending(path: "collection").path(percentEncoded: false),
      isVerified: smoke
    )
    .run(in: &harness)
    print(try harness.run.json())
    guard harness.run.faults.isEmpty else {
      for fault in harness.run.faults {
        FileHandle.standardError.write(Data("error: \(fault)\n".utf8))
      }
      throw ExitCode(1)
    }
  }
}
