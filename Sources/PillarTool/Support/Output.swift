internal import ArgumentParser
internal import Foundation

/// Where an answer goes.
enum Output {
  /// Prints an answer, or writes it into a file, whole or not at all.
  static func write(_ text: String, to path: String?) throws {
    try write(Array(text.utf8), to: path)
  }

  /// Prints an answer, or writes it into a file, whole or not at all; folders are made.
  static func write(_ bytes: [UInt8], to path: String?) throws {
    guard let path else {
      try write(Data(bytes), to: FileHandle.standardOutput)
      return
    }
    let url = URL(filePath: path)
    let wanted = kind(ofName: url.lastPathComponent)
    if let present = kind(ofContent: url), let wanted, present != wanted {
      try fail(
        "\(path) holds \(present), not \(wanted)",
        hint: "choose another name, or remove it first"
      )
    }
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(bytes).write(to: url, options: .atomic)
    } catch {
      try fail("\(path) cannot be written", hint: "check the folder, and who may write there")
    }
  }

  /// Says something that is no answer.
  static func say(_ message: String) {
    try? write(Data((message + "\n").utf8), to: FileHandle.standardError)
  }

  /// Says what is wrong and ends with exit status 2.
  static func fail(_ message: String, hint: String? = nil) throws -> Never {
    say("error: \(message)" + (hint.map { "\n  hint: \($0)" } ?? ""))
    throw ExitCode(2)
  }

  private static func write(_ data: Data, to handle: FileHandle) throws {
    do {
      try handle.write(contentsOf: data)
    } catch {
      // The reader went away, as `head` does: there is nobody left to tell.
      throw ExitCode(handle === FileHandle.standardError ? 2 : 0)
    }
  }

  private static func kind(ofName name: String) -> String? {
    switch (name as NSString).pathExtension.lowercased() {
    case "json": "JSON"
    case "csv": "a table"
    case "md", "markdown": "Markdown"
    case "graphml", "xml": "XML"
    default: nil
    }
  }

  /// What a file holds by its first bytes; `nil` if there is none or it is empty.
  private static func kind(ofContent url: URL) -> String? {
    guard let handle = try? FileHandle(forReadingFrom: url) else { return nil }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: 64), !data.isEmpty else { return nil }
    if data.contains(0) { return "binary data" }
    let text = String(decoding: data, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    if text.hasPrefix("{") || text.hasPrefix("[") { return "JSON" }
    if text.hasPrefix("<") { return "XML" }
    if text.hasPrefix("# ") { return "Markdown" }
    return kind(ofName: url.lastPathComponent)
  }
}
