internal import Foundation

/// One workload on one network: Pillar beside its peers.
struct Comparison: Encodable {
  /// A peer that gave an answer.
  struct Peer: Encodable {
    let name: String
    let timing: Timing
  }

  let workload: String
  let dataset: String
  let goal: Double
  let pillar: Timing
  /// The peers, the fastest first.
  private(set) var peers: [Peer] = []
  /// Peers that gave no answer, each with the reason.
  private(set) var left: [String] = []
  /// What cannot be right.
  private(set) var faults: [String] = []

  init(_ workload: NetworkWorkload, on dataset: String, pillar: Timing) {
    self.workload = workload.name
    self.dataset = dataset
    goal = workload.goal
    self.pillar = pillar
  }

  /// Pillar's time as a part of that of the best peer.
  var ratio: Double? { peers.first.map { pillar.median / $0.timing.median } }

  /// What is good about Pillar's answer and that of the best peer, where there is more than one.
  var qualities: (own: Double, peer: Double)? {
    guard let own = pillar.check[NetworkWorkload.quality],
      let peer = peers.first?.timing.check[NetworkWorkload.quality]
    else { return nil }
    return (own, peer)
  }

  /// Whether Pillar takes no more of the best peer's time than it may, and is no worse; modularities
  /// that differ by less than 0.0005 count as equal, as chance alone makes them differ more.
  var isReached: Bool? {
    ratio.map { $0 <= goal && qualities.map { $0.own >= $0.peer - 0.0005 } != false }
  }

  /// Adds what a peer gave, and compares its answer.
  mutating func add(_ result: PeerResult, of workload: NetworkWorkload) {
    guard let times = result.times, !times.isEmpty, let check = result.check else {
      left.append("\(result.peer): \(result.left ?? "no answer")")
      return
    }
    peers.append(Peer(name: result.peer, timing: Timing(times: times, check: check)))
    peers.sort { $0.timing.median < $1.timing.median }
    for (key, value) in check.sorted(by: { $0.key < $1.key }) where key != NetworkWorkload.quality {
      guard let own = pillar.check[key], !workload.agree(own, value) else { continue }
      faults.append("\(workload.name) on \(dataset): \(key) is \(own), \(result.peer) has \(value)")
    }
  }
}
