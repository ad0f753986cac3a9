internal import Foundation
internal import NetworkAlgorithms

/// A graph and its terminals.
struct SteinerFile {
  /// Why a file is not a graph with terminals.
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  let name: String
  let network: Network
  let terminals: [Network.Vertex]

  /// Reads a graph in the format of the PACE challenge of 2018.
  init(at path: String) throws {
    let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    var (sources, targets): ([UInt32], [UInt32]) = ([], [])
    var (weights, terminals): ([Double], [UInt32]) = ([], [])
    var count = 0
    for line in text.split(whereSeparator: \.isNewline) {
      let cells = line.split(separator: " ")
      let numbers = cells.dropFirst().compactMap { UInt32($0) }
      guard !numbers.isEmpty, numbers.count == cells.count - 1 else { continue }
      switch (cells[0], numbers.count) {
      case ("Nodes", 1): count = Int(numbers[0])
      case ("E", 3) where numbers[0] > 0 && numbers[1] > 0:
        sources.append(numbers[0] - 1)
        targets.append(numbers[1] - 1)
        weights.append(Double(numbers[2]))
      case ("T", 1) where numbers[0] > 0 && numbers[0] <= count: terminals.append(numbers[0] - 1)
      case ("Edges", 1), ("Terminals", 1): continue
      default: throw Fault(description: "\(path): “\(line)” is not a line of a graph")
      }
    }
    name = URL(filePath: path).lastPathComponent
    network = try Network(
      vertexCount: count,
      sources: sources,
      targets: targets,
      weights: weights,
      direction: .undirected
    )
    self.terminals = terminals
  }

  /// Makes a grid of streets whose weights repeat, with its corners and some crossings as
  /// terminals.
  init(gridOf side: Int) throws {
    var (sources, targets): ([UInt32], [UInt32]) = ([], [])
    for vertex in 0..<side * side {
      if vertex % side + 1 < side {
        sources.append(UInt32(vertex))
        targets.append(UInt32(vertex + 1))
      }
      if vertex / side + 1 < side {
        sources.append(UInt32(vertex))
        targets.append(UInt32(vertex + side))
      }
    }
    name = "grid-\(side)"
    network = try Network(
      vertexCount: side * side,
      sources: sources,
      targets: targets,
      weights: sources.indices.map { Double(5 + $0 * 7 % 9) },
      direction: .undirected
    )
    terminals = (0..<UInt32(side * side)).filter { $0 % 7 == 3 || $0 == 0 }
  }

  /// Reads a table “instance,optimum”.
  static func optima(at path: String) throws -> [String: Double] {
    let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    var optima: [String: Double] = [:]
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",").map(String.init)
      if cells.count == 2 { optima[cells[0]] = Double(cells[1]) }
    }
    return optima
  }
}
