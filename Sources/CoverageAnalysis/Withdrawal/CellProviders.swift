internal import AssistanceModel
internal import GraphCore

/// Who is reported in each cell, each once, as flat runs of rows of nodes.
struct CellProviders {
  private let starts: [UInt32]
  /// The rows of providers, cell after cell, those who are named first in each.
  private let tops: [UInt32]
  /// How many of each cell's are named.
  private let namedCounts: [UInt32]
  /// Whether a cell has facts without any provider.
  let isUnattributed: [Bool]

  init(_ report: CoverageReport) {
    let graph = report.graph
    let ends = graph.facts.ends(report.question.providers)
    let cellCount = report.states.count
    var starts: [UInt32] = [0]
    var tops: [UInt32] = []
    var namedCounts = [UInt32](repeating: 0, count: cellCount)
    var isUnattributed = [Bool](repeating: false, count: cellCount)
    var stamps = [UInt32](repeating: .max, count: graph.graph.nodeCount)
    var named: [Bool?] = Array(repeating: nil, count: graph.graph.nodeCount)
    var unnamed: [UInt32] = []
    starts.reserveCapacity(cellCount + 1)
    tops.reserveCapacity(report.counted.entries.count)
    for cell in 0..<cellCount {
      unnamed.removeAll(keepingCapacity: true)
      for entry in report.counted.run(cell) {
        let run = ends.run(Int(report.counted.entries[entry].fact))
        if run.isEmpty { isUnattributed[cell] = true }
        for place in run {
          let top = report.rollUp.top[Int(ends.rows[place])]
          guard stamps[Int(top)] != UInt32(cell) else { continue }
          stamps[Int(top)] = UInt32(cell)
          let isNamed = named[Int(top)] ?? graph.graph.nodes[Int(top)].isNamed
          named[Int(top)] = isNamed
          if isNamed {
            tops.append(top)
            namedCounts[cell] += 1
          } else {
            unnamed.append(top)
          }
        }
      }
      tops += unnamed
      starts.append(UInt32(tops.count))
    }
    self.starts = starts
    self.tops = tops
    self.namedCounts = namedCounts
    self.isUnattributed = isUnattributed
  }

  /// How many cells there are.
  var cellCount: Int { namedCounts.count }

  /// Everybody in a cell, those who are named first.
  func all(_ cell: Int) -> ArraySlice<UInt32> {
    tops[Int(starts[cell])..<Int(starts[cell + 1])]
  }

  /// Those in a cell who are named.
  func named(_ cell: Int) -> ArraySlice<UInt32> { all(cell).prefix(Int(namedCounts[cell])) }

  /// How a cell stands with these providers.
  ///
  /// - Parameters:
  ///   - named: How many are named.
  ///   - total: How many there are.
  ///   - isUnattributed: Whether there are facts without any provider.
  ///   - before: How it stands with everybody.
  /// - Returns: The state.
  static func state(
    named: Int,
    total: Int,
    isUnattributed: Bool,
    before: CoverageState
  ) -> CoverageState {
    guard before.isCovered else { return before }
    if named > 0 { return total == 1 ? .one : .several }
    return total > 0 || isUnattributed ? .unnamedOnly : .nobody
  }
}
