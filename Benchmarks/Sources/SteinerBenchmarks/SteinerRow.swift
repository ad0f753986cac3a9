internal import BenchmarkSupport
internal import NetworkAlgorithms

/// What was found about one graph.
struct SteinerRow: Codable {
  let name: String
  let vertices: Int
  let links: Int
  let terminals: Int
  /// The cost of the tree, or `nil` where nothing joins the terminals.
  let cost: Double?
  let bound: Double
  let isProved: Bool
  let seconds: Double
  /// The most memory that the process had, in mebibytes.
  let mebibytes: Int
  let faults: [String]

  /// Solves a graph and checks the tree.
  init(solving file: SteinerFile, effort: Int) {
    let start = ProcessUsage.processorTime
    let answer = file.network.steinerTree(connecting: file.terminals, effort: effort)
    seconds = Double(ProcessUsage.processorTime - start) * 1e-9
    name = file.name
    vertices = file.network.vertexCount
    links = file.network.linkCount
    terminals = Set(file.terminals).count
    cost = answer.tree?.cost
    bound = answer.tree?.lowerBound ?? 0
    isProved = answer.tree?.isOptimal ?? true
    faults = answer.tree.map { Self.faults(of: $0, for: file) } ?? []
    mebibytes = Int(ProcessUsage.peakMemory.rounded(.up))
  }

  /// What is wrong with a tree: checked from its links alone.
  private static func faults(of tree: SteinerTree, for file: SteinerFile) -> [String] {
    var faults: [String] = []
    var parents = [Int](0..<file.network.vertexCount)
    func root(of vertex: Int) -> Int {
      var vertex = vertex
      while parents[vertex] != vertex { vertex = parents[vertex] }
      return vertex
    }
    var degrees: [Int: Int] = [:]
    var cost = 0.0
    for link in tree.links {
      let ends = [file.network.sources[Int(link)], file.network.targets[Int(link)]].map { Int($0) }
      let (one, other) = (root(of: ends[0]), root(of: ends[1]))
      if one == other { faults.append("\(file.name): link \(link) closes a cycle") }
      parents[one] = other
      for end in ends { degrees[end, default: 0] += 1 }
      cost += file.network.weight(of: link)
    }
    let terminals = Set(file.terminals.map { Int($0) })
    if Set(terminals.map { root(of: $0) }).count > 1 {
      faults.append("\(file.name): the tree leaves terminals apart")
    }
    if degrees.contains(where: { $0.value == 1 && !terminals.contains($0.key) }) {
      faults.append("\(file.name): an end of the tree is no terminal")
    }
    if cost != tree.cost { faults.append("\(file.name): the links cost \(cost)") }
    if tree.lowerBound > tree.cost { faults.append("\(file.name): the bound is above the cost") }
    return faults
  }
}
