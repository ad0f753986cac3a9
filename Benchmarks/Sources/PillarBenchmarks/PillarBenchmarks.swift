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

  @Option(help: "How large the files to import are; 20 unless --smoke.")
  var megabytes: Double?

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
    let names = Workloads.names + LedgerWorkloads.names + ImportWorkloads.names
    for name in only where !names.contains(name) {
      let known = names.joined(separator: ", ")
      throw ValidationError("There is no workload “\(name)”; use \(known).")
    }
    if let facts, facts < 100 { throw ValidationError("--facts must be at least 100.") }
    if let megabytes, !(0.01...1000).contains(megabytes) {
      throw ValidationError("--megabytes must be from 0.01 to 1000.")
    }
    if let repeats, repeats < 1 { throw ValidationError("--repeat must be at least 1.") }
  }

  func run() throws {
    let count = facts ?? (smoke ? 2_000 : 100_000)
    let temporary = FileManager.default.temporaryDirectory
      .appending(path: "pillar-benchmarks-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: temporary) }
    var harness = Harness(
      facts: count,
      seed: seed,
      repeats: repeats ?? (smoke ? 1 : 5),
      only: only
    )
    if Workloads.names.contains(where: harness.isWanted) {
      var generator = AidGenerator(facts: count, seed: seed)
      let data = generator.generate()
      if let tables { try data.writeTables(to: tables) }
      try Workloads(
        data: data,
        folder: folder ?? temporary.appending(path: "collection").path(percentEncoded: false),
        isVerified: smoke
      )
      .run(in: &harness)
    }
    if LedgerWorkloads.names.contains(where: harness.isWanted) {
      try LedgerWorkloads(data: LedgerData(facts: count, seed: seed), isVerified: smoke)
        .run(in: &harness)
    }
    if ImportWorkloads.names.contains(where: harness.isWanted) {
      let size = Int((megabytes ?? (smoke ? 0.3 : 20)) * 1e6)
      let workloads = ImportWorkloads(
        table: FieldTable(bytes: size, seed: seed),
        activities: FieldActivities(bytes: size, seed: seed),
        folder: temporary.path(percentEncoded: false),
        isVerified: smoke
      )
      if let tables { try workloads.writeFiles(to: tables) }
      try workloads.run(in: &harness)
    }
    print(try harness.run.json())
    guard harness.run.faults.isEmpty else {
      for fault in harness.run.faults {
        FileHandle.standardError.write(Data("error: \(fault)\n".utf8))
      }
      throw ExitCode(1)
    }
  }
}
