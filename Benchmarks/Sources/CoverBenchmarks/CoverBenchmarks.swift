internal import ArgumentParser
internal import CoverOptimization
internal import Foundation

@main
struct CoverBenchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pillar-cover-benchmarks",
    abstract: "Solves set covers and prints what is proved, beside other solvers."
  )

  @Argument(help: "Set covers in the OR-Library's format, or tables “actor,cell”.")
  var files: [String] = []

  @Option(help: "A table “instance,optimum” that answers must agree with.")
  var optima: String?

  @Option(help: "The most processor time for one instance, in seconds.")
  var limit = 120.0

  @Option(help: "A Python with highspy or ortools, which then solve the same.")
  var python: String?

  @Option(help: "The most time for one instance and other solver; --limit unless given.")
  var peerLimit: Double?

  @Option(help: "Make a cover of this many sets, with five times as many elements.")
  var generate: Int?

  @Flag(help: "Small covers made here, each checked; no files, no other solvers.")
  var smoke = false

  func validate() throws {
    if limit <= 0 { throw ValidationError("--limit must be above 0.") }
    if let generate, generate < 20 { throw ValidationError("--generate must be at least 20.") }
  }

  func run() throws {
    var table = ResultTable(limit: limit)
    if smoke {
      for sets in [20, 40, 80] {
        let cover = GeneratedCover(sets: sets, elements: 5 * sets, seed: UInt64(sets))
        table.solveChecked(try cover.instance(), name: "generated-\(sets)")
      }
    }
    let expected = try optima.map { try CoverFile.optima(at: $0) } ?? [:]
    for path in files {
      let name = URL(filePath: path).lastPathComponent
      table.solve(try CoverFile.instance(at: path), name: name, optimum: expected[name])
    }
    var peerFiles = files
    if let generate {
      let cover = GeneratedCover(sets: generate, elements: 5 * generate, seed: 2)
      let name = "generated-\(generate).csv"
      table.solve(try cover.instance(), name: name, optimum: nil)
      let file = FileManager.default.temporaryDirectory.appending(path: name)
      try Data(cover.table.utf8).write(to: file)
      peerFiles.append(file.path(percentEncoded: false))
    }
    if let python, !peerFiles.isEmpty {
      table.add(try PeerRun(python: python, limit: peerLimit ?? limit).results(for: peerFiles))
    }
    print(table.text, terminator: "")
    guard table.faults.isEmpty else {
      for fault in table.faults {
        FileHandle.standardError.write(Data("error: \(fault)\n".utf8))
      }
      throw ExitCode(1)
    }
  }
}
