internal import Foundation

/// Graphviz's own programs, where they are installed.
enum Graphviz {
  /// Where a program is; says so if it is missing.
  static func program(_ name: String) -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    for folder in path.split(separator: ":") {
      let place = URL(filePath: String(folder)).appending(path: name)
      if FileManager.default.isExecutableFile(atPath: place.path) { return place }
    }
    print("skipped: there is no \(name) on PATH; Debian's package graphviz has it")
    return nil
  }

  static let dot = program("dot")
  static let gvpr = program("gvpr")

  /// Runs a program over a text.
  ///
  /// - Parameters:
  ///   - program: The program.
  ///   - arguments: What to give it before the name of the file.
  ///   - text: What the file holds.
  /// - Returns: What the program wrote.
  /// - Throws: An error if the program cannot be run.
  static func run(
    _ program: URL?,
    _ arguments: [String],
    over text: String
  ) throws -> (output: [UInt8], messages: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dot-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["in", "out", "err"].map { folder.appending(path: $0) }
    try Data(text.utf8).write(to: files[0])
    for file in files[1...] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments + [files[0].path]
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return (
      Array(try Data(contentsOf: files[1])),
      String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
    )
  }
}
