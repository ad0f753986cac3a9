internal import ArgumentParser
internal import Foundation
internal import NetworkAlgorithms

@main
struct SteinerBenchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pillar-steiner-benchmarks",
    abstract: "Finds least trees that join terminals and prints what is proved, at what expense."
  )

  @Argument(help: "Graphs in the format of the PACE challenge of 2018.")
  var files: [String] = []

  @Option(help: "A table “instance,optimum” that answers must agree with.")
  var optima: String?

  @Option(help: "About how many looks at arcs one graph may cost.")
  var effort = Network.usualSteinerEffort

  @Option(help: "The processor time within which a graph counts as solved, in seconds.")
  var limit = 60.0

  @Option(help: "The memory within which a graph counts as solved, in mebibytes.")
  var memory = 8192

  @Flag(help: "Solve all in this process, one after the other; memory is then that of all so far.")
  var together = false

  @Flag(help: "Small graphs made here, each checked; no files.")
  var smoke = false

  @Flag(help: .hidden)
  var asRow = false

  func validate() throws {
    if effort < 0 { throw ValidationError("--effort cannot be negative.") }
    if asRow, files.count != 1 { throw ValidationError("--as-row takes one file.") }
  }

  func run() throws {
    if asRow {
      let row = SteinerRow(solving: try SteinerFile(at: files[0]), effort: effort)
      FileHandle.standardOutput.write(try JSONEncoder().encode(row))
      return
    }
    let expected = try optima.map { try SteinerFile.optima(at: $0) } ?? [:]
    var table = ResultTable(limit: limit, memory: memory, optima: expected)
    if smoke {
      for side in 4...8 {
        table.add(SteinerRow(solving: try SteinerFile(gridOf: side), effort: effort))
      }
    }
    FileHandle.standardOutput.write(Data("\(table.head)\n".utf8))
    for path in files {
      let row =
        together
        ? SteinerRow(solving: try SteinerFile(at: path), effort: effort)
        : try rowApart(path)
      table.add(row)
      // Written at once: the whole set takes minutes.
      if let line = table.lastLine { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }
    }
    if smoke { print(table.lines.joined(separator: "\n")) }
    print(table.sums)
    guard table.faults.isEmpty else {
      for fault in table.faults {
        FileHandle.standardError.write(Data("error: \(fault)\n".utf8))
      }
      throw ExitCode(1)
    }
  }

  /// Solves a graph in a process of its own, so that its memory is its own.
  private func rowApart(_ path: String) throws -> SteinerRow {
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["--as-row", "--effort", String(effort), path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ExitCode(2) }
    return try JSONDecoder().decode(SteinerRow.self, from: data)
  }
}
