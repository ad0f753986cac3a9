internal import AssistanceImport
internal import AssistanceModel
internal import ChangeAnalysis
internal import CoverageAnalysis
internal import GraphCore

/// The cells that changed, by kind of change.
struct DiffCellPart {
  private let difference: CoverageDifference
  private let fates: [NodeID: ActorFate]
  private let origins: [NodeID: ActorFate]

  init(_ difference: CoverageDifference) {
    self.difference = difference
    fates = difference.fates
    origins = difference.origins
  }

  private var left: AssistanceGraph { difference.before.graph }
  private var right: AssistanceGraph { difference.after.graph }

  func parts(_ length: PageLength) -> [ReportPage.Part] {
    var parts: [ReportPage.Part] = []
    for kind in CellChange.Kind.allCases {
      let cells = difference.cells(kind)
      guard !cells.isEmpty else { continue }
      let phrase = kind.phrase.prefix(1).uppercased() + kind.phrase.dropFirst()
      parts.append(.heading("\(phrase): \(cells.count)"))
      // Whoever asks what changed asks for losses first, and least for names.
      let isMinor = kind == .turnover && length == .brief
      let real = isMinor ? cells.filter { !$0.isRenamingAlone } : cells
      let shown = isMinor ? Array(real.prefix(Self.fewCells)) : real
      if !shown.isEmpty { parts += length.table(table(shown, kind, length), "cells") }
      if let rest = omission(cells.count, shown: shown.count, alone: cells.count - real.count) {
        parts.append(.paragraph(rest))
      }
    }
    for sufficiency in CellChange.Sufficiency.allCases {
      let cells = difference.cells.filter { $0.sufficiency == sufficiency }
      guard !cells.isEmpty else { continue }
      let phrase =
        sufficiency == .fellShort
        ? "Fell short of what is required" : "Came to have what is required"
      parts.append(.heading("\(phrase): \(cells.count)"))
      parts += length.table(needTable(cells), "cells")
    }
    return parts
  }

  /// A sentence on cells that are not shown; `nil` if all are.
  ///
  /// - Parameters:
  ///   - count: How many there are.
  ///   - shown: How many are shown.
  ///   - alone: How many are changes of names alone.
  /// - Returns: The sentence.
  private func omission(_ count: Int, shown: Int, alone: Int) -> String? {
    guard shown < count else { return nil }
    let names = "of names alone if probable renamings are true"
    if alone == count {
      return count == 1
        ? "It is a change \(names); --full tells it."
        : "All of them are changes \(names); --full tells them."
    }
    let rest = alone == 0 ? "" : "; \(alone) \(alone == 1 ? "is" : "are") \(names)"
    return "\(shown) of \(count) cells are shown\(rest). --full tells all."
  }

  /// How many cells of little interest are told.
  private static let fewCells = 12

  private func names(_ cell: CoverageCell) -> [String] {
    [left.name(of: cell.row), left.name(of: cell.column)]
  }

  private func table(_ cells: [CellChange], _ kind: CellChange.Kind, _ length: PageLength)
    -> ReportTable
  {
    let hasRenamings = cells.contains { $0.ifRenamed != nil }
    let report = difference.before
    var heading = [report.rowWord, report.columnWord]
    switch kind {
    case .lost: heading += ["who was reported", "now"]
    case .gained: heading += ["before", "who is reported"]
    case .thinned: heading += ["who is left", "who is not"]
    case .thickened: heading += ["who was there", "who came"]
    case .other: heading += ["before", "after"]
    case .turnover: heading += ["who left", "who came"]
    }
    if hasRenamings { heading.append("if renamings are true") }
    return ReportTable(
      heading,
      rows: cells.map { cell in
        names(cell.before) + details(cell, kind, length)
          + (hasRenamings ? [cell.ifRenamed.map(reading) ?? ""] : [])
      }
    )
  }

  private func details(_ cell: CellChange, _ kind: CellChange.Kind, _ length: PageLength)
    -> [String]
  {
    func list(_ names: [String]) -> String { length.list(names, "; ", most: length.keys, "actors") }
    let (leaving, coming) = (list(cell.leaving.map(leaver)), list(cell.coming.map(comer)))
    switch kind {
    case .lost: return [leaving, cell.after.state.phrase]
    case .gained: return [cell.before.state.phrase, coming]
    case .thinned:
      return [list(cell.after.providers.map { $0.label(in: right) }), leaving]
    case .thickened:
      return [list(cell.before.providers.map { $0.label(in: left) }), coming]
    case .other: return [cell.before.state.phrase, cell.after.state.phrase]
    case .turnover: return [leaving, coming]
    }
  }

  private func leaver(_ actor: NodeID) -> String {
    let name = left.name(of: actor)
    switch fates[actor] {
    case .single: return "\(name) (no longer reported)"
    case .renamed(let other): return "\(name) (probably \(right.name(of: other)) now)"
    case .elsewhere, nil: return name
    }
  }

  private func comer(_ actor: NodeID) -> String {
    let name = right.name(of: actor)
    switch origins[actor] {
    case .single: return "\(name) (new)"
    case .renamed(let other): return "\(name) (probably \(left.name(of: other)) before)"
    case .elsewhere, nil: return name
    }
  }

  private func reading(_ reading: CellChange.Reading) -> String {
    guard let kind = reading.kind else { return "no change" }
    return kind == .turnover ? "others all the same" : kind.rawValue
  }

  private func needTable(_ cells: [CellChange]) -> ReportTable {
    let report = difference.before
    return ReportTable(
      [report.rowWord, report.columnWord, "before", "after"],
      rows: cells.map { cell in
        names(cell.before)
          + [cell.before, cell.after].map { "\($0.supply) of \($0.required) required" }
      }
    )
  }
}

/// The actors that came, left, or are called otherwise.
struct DiffActorPart {
  private let difference: CoverageDifference

  init(_ difference: CoverageDifference) {
    self.difference = difference
  }

  func parts(_ length: PageLength) -> [ReportPage.Part] {
    let actors = difference.actors
    var parts: [ReportPage.Part] = []
    parts += single("Actors reported only before", actors.gone, difference.before.graph, length)
    parts += single("Actors reported only after", actors.new, difference.after.graph, length)
    parts += pairs("Probably one actor under another name", actors.renamed, length)
    parts += pairs("Perhaps one actor, worth a look", actors.doubtful, length)
    return parts
  }

  private func single(
    _ heading: String,
    _ actors: [ActorChanges.Single],
    _ graph: AssistanceGraph,
    _ length: PageLength
  ) -> [ReportPage.Part] {
    guard !actors.isEmpty else { return [] }
    let table = ReportTable(
      ["actor", "cells", "alone in", "facts"],
      alignments: [.left, .right, .right, .right],
      rows: actors.map {
        [
          graph.name(of: $0.actor), String($0.cellCount), String($0.soleCount),
          String($0.facts.count),
        ]
      }
    )
    return [.heading("\(heading): \(actors.count)")] + length.table(table, "actors")
  }

  private func pairs(
    _ heading: String,
    _ pairs: [ActorChanges.Renaming],
    _ length: PageLength
  ) -> [ReportPage.Part] {
    guard !pairs.isEmpty else { return [] }
    let (left, right) = (difference.before.graph, difference.after.graph)
    let table = ReportTable(
      ["before", "after", "how sure", "why", "its cells kept"],
      alignments: [.left, .left, .left, .left, .right],
      rows: pairs.map { pair in
        let (before, after) = (left.name(of: pair.before), right.name(of: pair.after))
        return [
          before + (pair.beforeStays ? " (still reported)" : ""),
          after + (pair.afterWasThere ? " (reported before, too)" : ""), pair.confidence.rawValue,
          pair.reasonText, "\(pair.keptCount) of \(pair.cellCount)",
        ]
      }
    )
    return [.heading("\(heading): \(pairs.count)")] + length.table(table, "pairs")
  }
}
