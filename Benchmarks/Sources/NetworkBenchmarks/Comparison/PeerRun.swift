internal import Foundation
internal import NetworkAlgorithms

/// What a peer did with a workload.
struct PeerResult: Decodable {
  let peer: String
  /// Processor time of each run in milliseconds; absent where the peer was left out.
  let times: [Double]?
  private(set) var check: [String: Double]?
  /// The group of each vertex, of a peer that finds groups.
  let groups: [Int]?
  /// Why the peer was left out.
  let left: String?

  /// Judges the groups, if there are any, by the same measure as Pillar's own.
  mutating func judgeGroups(in table: LinkTable) throws {
    guard let groups, groups.count == table.vertexCount else { return }
    var numbers: [Int: UInt32] = [:]
    let communities = groups.map { group in
      let number = numbers[group] ?? UInt32(numbers.count)
      numbers[group] = number
      return number
    }
    check?[NetworkWorkload.quality] = try table.network().modularity(of: communities)
  }
}

/// Other libraries, run by a Python script on the same links, each in a process of its own.
struct PeerRun {
  let python: String
  let folder: URL
  let repeats: Int
  /// The most seconds that one process may take.
  let limit: Double
  /// The peers that are there, by workload.
  private var peers: [String: [String]] = [:]

  init(python: String, folder: URL, repeats: Int, limit: Double) throws {
    self.python = python
    self.folder = folder
    self.repeats = repeats
    self.limit = limit
    peers = try JSONDecoder().decode([String: [String]].self, from: output(of: ["list"]).data)
  }

  /// The peers that can do a workload.
  func peers(for workload: String, among wanted: [String]) -> [String] {
    (peers[workload] ?? []).filter { peer in
      wanted.isEmpty || wanted.contains { peer.hasPrefix($0) }
    }
  }

  /// Runs a workload by one peer.
  func result(of peer: String, in workload: String, on dataset: String) throws -> PeerResult {
    let (data, status) = try output(of: [
      "run", workload, peer,
      Dataset.links(of: dataset, in: folder).path(percentEncoded: false),
      Dataset.questions(of: dataset, in: folder).path(percentEncoded: false),
      "--repeats", String(repeats), "--limit", String(limit),
    ])
    if let result = try? JSONDecoder().decode(PeerResult.self, from: data) { return result }
    let reason =
      status == SIGALRM ? "more than \(Int(limit)) s" : "ended with \(status)"
    return PeerResult(peer: peer, times: nil, check: nil, groups: nil, left: reason)
  }

  private func output(of arguments: [String]) throws -> (data: Data, status: Int32) {
    let script = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Scripts/network_peers.py")
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [script.path(percentEncoded: false)] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (data, process.terminationStatus)
  }
}
