internal import CoverOptimization
internal import Foundation

/// What was solved, as a table for people, and what is wrong with it.
struct ResultTable {
  /// Answers that are not as they should be.
  private(set) var faults: [String] = []
  private let limit: Double
  private var rows: [Row] = []
  private var peers: [PeerResult] = []

  private struct Row {
    let name: String
    let optimum: Int?
    let solution: CoverSolution
    let seconds: Double
  }

  init(limit: Double) {
    self.limit = limit
  }

  private static var processorTime: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Solves an instance and checks what can be checked.
  mutating func solve(_ instance: CoverInstance, name: String, optimum: Int?) {
    let start = Self.processorTime
    let solution = CoverSolver(limits: CoverLimits(processorSeconds: limit)).solve(instance)
    let seconds = Self.processorTime - start
    rows.append(Row(name: name, optimum: optimum, solution: solution, seconds: seconds))
    guard let plan = solution.plan else {
      faults.append("\(name): no plan")
      return
    }
    if instance.plan(of: plan.columns) != plan { faults.append("\(name): the plan is no cover") }
    let objective = solution.objective ?? 0
    if instance.bound(at: solution.rootPrices) > objective {
      faults.append("\(name): the prices prove more than the plan comes to")
    }
    guard let optimum else { return }
    if solution.isOptimal ? objective != optimum : solution.bound > optimum {
      faults.append("\(name): \(objective) from \(solution.bound), but the optimum is \(optimum)")
    }
  }

  /// Solves an instance both as it is and with its columns turned round.
  mutating func solveChecked(_ instance: CoverInstance, name: String) {
    solve(instance, name: name, optimum: nil)
    let turned = try? CoverInstance(demands: instance.demands, columns: instance.columns.reversed())
    guard let turned, let first = rows.last else { return }
    let second = CoverSolver().solve(turned)
    if !first.solution.isOptimal || second.objective != first.solution.objective {
      faults.append("\(name): the order of columns changes the answer")
    }
  }

  /// Adds what other solvers found.
  mutating func add(_ results: [PeerResult]) {
    peers += results
    for peer in results {
      guard let row = rows.first(where: { $0.name == peer.instance }) else { continue }
      if peer.proved, row.solution.isOptimal, row.solution.objective != peer.objective {
        faults.append("\(peer.instance): \(peer.peer) proves \(peer.objective)")
      }
    }
  }

  /// The table: a line for each instance, then sums.
  var text: String {
    var names: [String] = []
    for peer in peers where !names.contains(peer.peer) { names.append(peer.peer) }
    let heads = ["instance", "optimum", "plan", "bound", "proved", "nodes", "seconds"] + names
    var lines = [heads]
    for row in rows {
      var cells = [
        row.name,
        row.optimum.map(String.init) ?? "",
        row.solution.objective.map(String.init) ?? "none",
        String(row.solution.bound),
        row.solution.isOptimal ? "yes" : "no",
        String(row.solution.nodes),
        Self.shown(row.seconds),
      ]
      for name in names {
        let peer = peers.first { $0.instance == row.name && $0.peer == name }
        cells.append(peer.map(Self.shown) ?? "")
      }
      lines.append(cells)
    }
    let proved = rows.count { $0.solution.isOptimal }
    let nodes = rows.reduce(0) { $0 + $1.solution.nodes }
    let seconds = rows.reduce(0) { $0 + $1.seconds }
    let sums = names.map { name in
      Self.shown(peers.reduce(0) { $0 + ($1.peer == name ? $1.seconds : 0) })
    }
    let first = [
      "sum", "", "", "", "\(proved) of \(rows.count)", String(nodes), Self.shown(seconds),
    ]
    lines.append(first + sums)
    return Self.aligned(lines)
  }

  private static func shown(_ seconds: Double) -> String {
    let milliseconds = Int((seconds * 1000).rounded())
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  private static func shown(_ peer: PeerResult) -> String {
    if peer.proved { return shown(peer.seconds) }
    let bound = Int((peer.bound - 1e-6).rounded(.up))
    return "\(shown(peer.seconds)) (\(peer.objective) from \(bound))"
  }

  private static func aligned(_ lines: [[String]]) -> String {
    let count = lines.first?.count ?? 0
    let widths = (0..<count).map { column in lines.map { $0[column].count }.max() ?? 0 }
    var text = ""
    for line in lines {
      var cells: [String] = []
      for (column, cell) in line.enumerated() {
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        cells.append(column == 0 ? cell + blanks : blanks + cell)
      }
      text += cells.joined(separator: "  ") + "\n"
    }
    return text
  }
}
