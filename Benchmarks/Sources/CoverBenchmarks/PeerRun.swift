internal import Foundation

/// What another solver found.
struct PeerResult: Decodable {
  let instance: String
  let peer: String
  let objective: Int
  let bound: Double
  let proved: Bool
  let nodes: Int
  let seconds: Double
}

/// Other solvers, run by a Python script on the same files.
struct PeerRun {
  let python: String
  let limit: Double

  /// Solves files; a solver that is not installed gives no results.
  ///
  /// Each solver has a process of its own: their libraries do not bear each other.
  func results(for files: [String]) throws -> [PeerResult] {
    try ["highs", "cpsat"].flatMap { try results(of: $0, for: files) }
  }

  private func results(of peer: String, for files: [String]) throws -> [PeerResult] {
    let script = URL(filePath: #filePath)
      .deletingLastPathComponent()
      .deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "Scripts/cover_peers.py")
    let process = Process()
    process.executableURL = URL(filePath: python)
    let options = ["--limit", String(limit), "--peers", peer]
    process.arguments = [script.path(percentEncoded: false)] + options + files
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let decoder = JSONDecoder()
    return try data.split(separator: UInt8(ascii: "\n")).map {
      try decoder.decode(PeerResult.self, from: Data($0))
    }
  }
}
