internal import Foundation
internal import NetworkAlgorithms

/// The links of a generated network, as Pillar and its peers get them.
struct LinkTable {
  let name: String
  let vertexCount: Int
  /// How many vertices, the first ones, are actors; 0 where all are alike.
  var actorCount = 0
  var sources: [UInt32] = []
  var targets: [UInt32] = []
  /// Weights as so many 64ths: sums of them are exact in floating point, in any order.
  var units: [UInt32] = []

  init(name: String, vertexCount: Int) {
    self.name = name
    self.vertexCount = vertexCount
  }

  /// The weights as they are.
  var weights: [Double] { units.map { Double($0) / 64 } }

  /// Lays the links out in rows.
  func network(
    _ direction: Network.Direction = .undirected,
    isWeighted: Bool = false
  ) throws -> Network {
    try Network(
      vertexCount: vertexCount,
      sources: sources,
      targets: targets,
      weights: isWeighted ? weights : nil,
      direction: direction
    )
  }

  /// Writes the table: numbers of vertices, links and actors in 8 bytes each, then sources, targets
  /// and weights in 4 bytes each.
  func write(to file: URL) throws {
    var data = Data()
    for number in [vertexCount, sources.count, actorCount] {
      unsafe withUnsafeBytes(of: UInt64(number).littleEndian) { unsafe data.append(contentsOf: $0) }
    }
    for column in [sources, targets, units] {
      unsafe column.withUnsafeBytes { unsafe data.append(contentsOf: $0) }
    }
    try data.write(to: file)
  }
}
