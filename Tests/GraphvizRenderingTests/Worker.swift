import Foundation
import GraphvizRendering
import TestSupport

/// The built worker, and stand-ins for it.
enum Worker {
  /// Where `PILLAR_GRAPHVIZ` says, or beside the test bundle, where the build puts both.
  static let path: String = {
    if let named = ProcessInfo.processInfo.environment["PILLAR_GRAPHVIZ"] { return named }
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? .main
    let folder = bundle.executableURL?.deletingLastPathComponent() ?? bundle.bundleURL
    return folder.appending(path: "pillar-graphviz").path
  }()

  /// Whether the worker was built with a sanitizer, which needs all the address space there is.
  static let isSanitized = ProcessInfo.processInfo.environment["PILLAR_GRAPHVIZ_SANITIZED"] != nil

  static let renderer = GraphvizRenderer(
    workerPath: path,
    environment: ProcessInfo.processInfo.environment
  )

  /// Limits that no small graph reaches, however busy the machine is.
  static func limits(
    processor: Double = 60,
    wall: Double = 600,
    memory: Int? = 1 << 30,
    output: Int = 64 << 20,
    pixels: Int = 100_000_000
  ) throws -> RenderingLimits {
    try RenderingLimits(
      processorSeconds: isSanitized ? processor * 4 : processor,
      wallSeconds: wall,
      memory: isSanitized ? nil : memory,
      output: output,
      pixels: pixels
    )
  }

  /// A shell script in place of the worker.
  static func script(
    _ lines: String,
    in folder: TemporaryFolder,
    isExecutable: Bool = true
  ) throws -> GraphvizRenderer {
    let file = folder.url.appending(path: "worker")
    try Data("#!/bin/sh\n\(lines)\n".utf8).write(to: file)
    try FileManager.default.setAttributes(
      [.posixPermissions: isExecutable ? 0o755 : 0o644],
      ofItemAtPath: file.path
    )
    return GraphvizRenderer(workerPath: file.path)
  }

  /// Runs the worker as people do.
  static func run(
    _ arguments: [String],
    input: String = "",
    environment: [String: String] = [:]
  ) async throws -> (status: Int32, output: Data, messages: String) {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try folder.file("input", holding: input)
    process.standardOutput = try folder.file("output")
    process.standardError = try folder.file("messages")
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in ended.resume() }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        ended.resume(throwing: error)
      }
    }
    return (
      process.terminationStatus + (process.terminationReason == .exit ? 0 : 128),
      try Data(contentsOf: folder.url.appending(path: "output")),
      try String(contentsOf: folder.url.appending(path: "messages"), encoding: .utf8)
    )
  }
}

/// A new folder, removed with everything in it when nobody uses it any more.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "pillar-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func file(_ name: String, holding text: String = "") throws -> FileHandle {
    let file = url.appending(path: name)
    try Data(text.utf8).write(to: file)
    return try FileHandle(forUpdating: file)
  }
}
