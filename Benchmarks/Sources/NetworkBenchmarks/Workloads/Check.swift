internal import NetworkAlgorithms

/// What tells of an answer, so that it can be compared with that of a peer.
enum Check {
  /// Of distances from one vertex; `nil` for what was not reached.
  static func distances(_ distances: some Sequence<Double?>) -> [String: Double] {
    var (reached, largest, sum) = (0, 0.0, 0.0)
    for case let distance? in distances {
      reached += 1
      largest = max(largest, distance)
      sum += distance
    }
    return ["reached": Double(reached), "largest": largest, "sum": sum]
  }

  static func parts(_ sizes: [Int]) -> [String: Double] {
    [
      "count": Double(sizes.count), "largest": Double(sizes.max() ?? 0),
      "squares": sizes.reduce(0.0) { $0 + Double($1) * Double($1) },
    ]
  }

  static func shares(_ shares: [Double]) -> [String: Double] {
    ["first": shares.max() ?? 0, "squares": shares.reduce(0) { $0 + $1 * $1 }]
  }

  static func between(_ values: [Double]) -> [String: Double] {
    ["largest": values.max() ?? 0, "sum": values.reduce(0, +)]
  }

  static func paths(_ paths: [NetworkPath]) -> [String: Double] {
    [
      "count": Double(paths.count), "first": paths.first?.cost ?? 0, "last": paths.last?.cost ?? 0,
      "sum": paths.reduce(0) { $0 + $1.cost },
    ]
  }
}
