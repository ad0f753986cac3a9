internal import Foundation

/// Comparisons as a table for people, as CSV and as JSON.
struct ComparisonTable {
  private let comparisons: [Comparison]

  init(_ comparisons: [Comparison]) {
    self.comparisons = comparisons
  }

  private static let heads = [
    "workload", "network", "Pillar ms", "best peer ms", "best peer", "ratio", "goal", "reached",
    "modularity", "of the peer",
  ]

  private var rows: [[String]] {
    comparisons.map { one in
      [
        one.workload,
        one.dataset,
        Self.shown(one.pillar.median, digits: 3),
        one.peers.first.map { Self.shown($0.timing.median, digits: 3) } ?? "",
        one.peers.first?.name ?? "",
        one.ratio.map { Self.shown($0, digits: 3) } ?? "",
        String(one.goal),
        one.isReached.map { $0 ? "yes" : "no" } ?? "",
        one.qualities.map { Self.shown($0.own, digits: 4) } ?? "",
        one.qualities.map { Self.shown($0.peer, digits: 4) } ?? "",
      ]
    }
  }

  /// A line for each workload and network.
  var text: String {
    let lines = [Self.heads] + rows
    let widths = Self.heads.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
      let cells = line.indices.map { column in
        let blanks = String(repeating: " ", count: widths[column] - line[column].count)
        return [0, 1, 4].contains(column) ? line[column] + blanks : blanks + line[column]
      }
      let text = cells.joined(separator: "  ")
      return text[...(text.lastIndex { $0 != " " } ?? text.startIndex)] + "\n"
    }
    .joined()
  }

  var csv: String {
    ([Self.heads] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(comparisons)
  }

  /// A number with so many digits behind the point.
  private static func shown(_ number: Double, digits: Int) -> String {
    let scale = [1, 10, 100, 1000, 10_000][digits]
    let whole = Int((number * Double(scale)).rounded())
    let rest = String(whole % scale)
    return "\(whole / scale)." + String(repeating: "0", count: digits - rest.count) + rest
  }
}
