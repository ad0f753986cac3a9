/// What was found about all graphs, as a table for people, and what is wrong with it.
struct ResultTable {
  /// Answers that are not as they should be.
  private(set) var faults: [String] = []
  private(set) var lines: [String] = []
  private let limit: Double
  private let memory: Int
  private let optima: [String: Double]
  private var rows: [SteinerRow] = []

  init(limit: Double, memory: Int, optima: [String: Double]) {
    self.limit = limit
    self.memory = memory
    self.optima = optima
  }

  let head = Self.line([
    "instance", "vertices", "links", "terminals", "optimum", "tree", "bound", "proved", "seconds",
    "MiB",
  ])

  var lastLine: String? { lines.last }

  mutating func add(_ row: SteinerRow) {
    rows.append(row)
    faults += row.faults
    let optimum = optima[row.name]
    if let optimum, let cost = row.cost {
      if cost < optimum || row.bound > optimum || (row.isProved && cost != optimum) {
        faults.append("\(row.name): \(cost) from \(row.bound), but the optimum is \(optimum)")
      }
    }
    let cells = [
      row.name, String(row.vertices), String(row.links), String(row.terminals),
      optimum.map { Self.shown($0) } ?? "", row.cost.map { Self.shown($0) } ?? "apart",
      Self.shown(row.bound),
      row.isProved ? "yes" : "no", Self.shown(seconds: row.seconds), String(row.mebibytes),
    ]
    lines.append(Self.line(cells))
  }

  /// Whether an answer is proved, right and within the limits.
  private func isSolved(_ row: SteinerRow) -> Bool {
    let isRight = optima[row.name].map { row.cost == $0 } ?? true
    return row.isProved && isRight && row.seconds <= limit && row.mebibytes <= memory
  }

  var sums: String {
    let solved = rows.count(where: isSolved)
    let seconds = rows.reduce(0) { $0 + $1.seconds }
    let within = rows.filter(isSolved).reduce(0) { $0 + $1.seconds }
    return """
      solved: \(solved) of \(rows.count), each within \(Self.shown(limit)) s of processor time and \
      \(memory) MiB
      seconds: \(Self.shown(seconds: seconds)) in all, \(Self.shown(seconds: within)) for those solved
      """
  }

  private static func shown(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }

  private static func shown(seconds: Double) -> String {
    let milliseconds = Int((seconds * 1000).rounded())
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  /// Lines are printed as they come, so columns have fixed widths.
  private static func line(_ cells: [String]) -> String {
    let widths = [16, 8, 7, 9, 9, 9, 9, 6, 8, 5]
    var text = ""
    for (place, cell) in cells.enumerated() {
      let blanks = String(repeating: " ", count: max(0, widths[place] - cell.count))
      text += place == 0 ? cell + blanks : "  " + blanks + cell
    }
    return text
  }
}
