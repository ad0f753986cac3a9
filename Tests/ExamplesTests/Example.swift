internal import Foundation
internal import TestSupport
internal import Testing

/// A script under Examples, and its program where the build put it.
struct Example: Sendable, CustomTestStringConvertible {
  /// What a run of the program left.
  struct Outcome {
    let output: String
    let message: String
    let status: Int32
    /// The files that it made in the folder it ran in, by name.
    let files: [String: Data]
  }

  /// The folder's name, such as `GapsOfACountry`.
  let name: String

  var testDescription: String { name }

  /// The folder.
  var folder: URL { Self.examplesFolder.appending(path: name) }

  /// The product's name: `example-gaps-of-a-country` for the folder `GapsOfACountry`.
  var product: String {
    "example" + name.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
  }

  /// A file of the folder.
  func text(of file: String) throws -> String {
    try String(contentsOf: folder.appending(path: file), encoding: .utf8)
  }

  /// Runs the program where `Graphs` is, as in the root of the package.
  func run(_ arguments: String...) throws -> Outcome {
    let temporary = FileManager.default.temporaryDirectory
      .appending(path: "\(product)-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: temporary) }
    let found = ["Examples", "Graphs", "Package.swift"]
    for name in found {
      try FileManager.default.createSymbolicLink(
        at: temporary.appending(path: name),
        withDestinationURL: Oracles.packageFolder.appending(path: name)
      )
    }
    let process = Process()
    process.executableURL = Self.buildFolder.appending(path: product)
    process.currentDirectoryURL = temporary
    process.arguments = arguments
    // What a script writes for itself goes where the test clears it away.
    process.environment = ProcessInfo.processInfo.environment
      .merging(["TMPDIR": temporary.path]) { $1 }
    process.standardInput = FileHandle.nullDevice
    let (output, message) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = message
    try process.run()
    // Messages are far shorter than what a pipe holds, so they can wait for the output to end.
    let outputData = try output.fileHandleForReading.readToEnd() ?? Data()
    let messageData = try message.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: temporary.path)
    where !found.contains(name) {
      files[name] = try? Data(contentsOf: temporary.appending(path: name))
    }
    return Outcome(
      output: String(decoding: outputData, as: UTF8.self),
      message: String(decoding: messageData, as: UTF8.self),
      status: process.terminationStatus,
      files: files
    )
  }

  static let examplesFolder = Oracles.packageFolder.appending(path: "Examples")

  /// Every example, by name.
  static let all: [Example] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: examplesFolder.path)) ?? []
    return names.map { Example(name: $0) }
      .filter {
        FileManager.default.fileExists(atPath: $0.folder.appending(path: "main.swift").path)
      }
      .sorted { $0.name < $1.name }
  }()

  /// Where the build puts programs: beside the bundle of the tests.
  private static let buildFolder: URL = {
    let candidates =
      CommandLine.arguments.map { URL(filePath: $0) } + Bundle.allBundles.map(\.bundleURL)
    // On Linux the bundle is a program itself; on macOS a folder around it.
    for candidate in candidates {
      var url = candidate
      while url.pathComponents.count > 1 {
        if url.pathExtension == "xctest" { return url.deletingLastPathComponent() }
        url.deleteLastPathComponent()
      }
    }
    return Bundle.main.bundleURL
  }()
}
