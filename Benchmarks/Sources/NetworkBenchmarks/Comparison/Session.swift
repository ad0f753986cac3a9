internal import Foundation

/// Runs workloads on one network after another, each by Pillar and then by its peers.
struct Session {
  let workloads: [NetworkWorkload]
  let stopwatch: Stopwatch
  let peerRun: PeerRun?
  /// The peers that are wanted; all without any.
  let peers: [String]
  /// Whether answers are compared with slow recomputations.
  let isVerified: Bool
  private(set) var comparisons: [Comparison] = []
  private(set) var faults: [String] = []

  init(
    workloads: [NetworkWorkload],
    stopwatch: Stopwatch,
    peerRun: PeerRun?,
    peers: [String],
    isVerified: Bool
  ) {
    self.workloads = workloads
    self.stopwatch = stopwatch
    self.peerRun = peerRun
    self.peers = peers
    self.isVerified = isVerified
  }

  /// Runs every workload that fits a network.
  mutating func run(on table: LinkTable) throws {
    let dataset = try Dataset(table)
    if let peerRun { try dataset.write(to: peerRun.folder) }
    for workload in workloads where workload.fits(dataset) {
      let timing = try workload.run(dataset, stopwatch)
      var comparison = Comparison(workload, on: dataset.name, pillar: timing)
      if isVerified { verify(timing, of: workload, on: dataset) }
      if let peerRun {
        for peer in peerRun.peers(for: workload.name, among: peers) {
          var result = try peerRun.result(of: peer, in: workload.name, on: dataset.name)
          try result.judgeGroups(in: table)
          comparison.add(result, of: workload)
        }
        for peer in comparison.left { report("\(workload.name) on \(dataset.name): \(peer)") }
        comparison.ratio.map { report("\(workload.name) on \(dataset.name): ratio \($0)") }
      }
      faults += comparison.faults
      comparisons.append(comparison)
    }
  }

  /// Compares an answer with that of a slow recomputation.
  private mutating func verify(_ timing: Timing, of workload: NetworkWorkload, on dataset: Dataset)
  {
    let expected = SlowNetwork(dataset).check(of: workload.name)
    for (key, value) in expected.sorted(by: { $0.key < $1.key }) {
      let found = timing.check[key]
      if let found, workload.agree(found, value) { continue }
      faults.append(
        "\(workload.name) on \(dataset.name): \(key) is \(found.map { "\($0)" } ?? "not there"),"
          + " but a slow recomputation gives \(value)"
      )
    }
  }
}
