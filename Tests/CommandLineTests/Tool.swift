import Foundation
import TestSupport

/// The built tool, run as people run it: from a folder, with arguments and an environment.
struct Tool {
  /// What a run printed, and how it ended.
  struct Run {
    let status: Int32
    let output: String
    let messages: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// The widest line, in characters; the words in `Graphs/r2p` have no wide ones.
    var width: Int { lines.map(\.count).max() ?? 0 }
  }

  /// Beside the test bundle, where the build puts both.
  static let path: String = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? .main
    let folder = bundle.executableURL?.deletingLastPathComponent() ?? bundle.bundleURL
    return folder.appending(path: "pillar").path
  }()

  /// The folder that the tool is run in.
  let folder: TemporaryFolder

  /// Makes a folder of its own to run in, with `Graphs` and `Examples` of the package in it.
  init(named name: String = "work") throws {
    folder = try TemporaryFolder(named: name)
    for name in ["Examples", "Graphs"] {
      try FileManager.default.createSymbolicLink(
        at: folder.url.appending(path: name),
        withDestinationURL: Oracles.packageFolder.appending(path: name)
      )
    }
  }

  /// Runs the tool with arguments.
  func callAsFunction(
    _ arguments: String...,
    environment: [String: String] = [:]
  ) async throws -> Run {
    try await run(Self.path, arguments, environment)
  }

  /// Runs the tool with a list of arguments.
  func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> Run {
    try await run(Self.path, arguments, environment)
  }

  /// Runs a script with bash; `pillar` in it is the tool.
  func bash(_ script: String, environment: [String: String] = [:]) async throws -> Run {
    try await run(
      "/bin/bash",
      ["-c", "pillar() { \"\(Self.path)\" \"$@\"; }\n" + script],
      environment
    )
  }

  private func run(
    _ program: String,
    _ arguments: [String],
    _ environment: [String: String]
  ) async throws -> Run {
    let streams = try TemporaryFolder(named: "streams")
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    let inherited = ProcessInfo.processInfo.environment
      .filter { !["COLUMNS", "NO_COLOR", "PILLAR_COMMAND"].contains($0.key) }
    process.environment = inherited.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try streams.openFile("output")
    process.standardError = try streams.openFile("messages")
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in ended.resume() }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        ended.resume(throwing: error)
      }
    }
    return Run(
      // A signal is told as shells do.
      status: process.terminationStatus + (process.terminationReason == .exit ? 0 : 128),
      output: try streams.text("output"),
      messages: try streams.text("messages")
    )
  }
}
