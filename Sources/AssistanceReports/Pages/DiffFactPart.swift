internal import AssistanceImport
internal import AssistanceModel
public import ChangeAnalysis
internal import CoverageAnalysis
internal import GraphCore

/// The facts that changed.
struct DiffFactPart {
  private let difference: CoverageDifference

  init(_ difference: CoverageDifference) {
    self.difference = difference
  }

  func parts(_ length: PageLength) -> [ReportPage.Part] {
    // That facts of a later file are of a later month, cite other rows, and call an actor by another
    // name is told once, by their number.
    let facts = difference.facts.filter {
      length == .full
        || $0.kind != .restated && $0.kind != .redated && !($0.isRenaming && $0.kind == .changed)
    }
    guard !facts.isEmpty else { return [] }
    var table = ReportTable(["what", "fact", "who did what", "what it says otherwise"])
    for kind in Self.order {
      for fact in facts where fact.kind == kind {
        table.append([
          kind.rawValue + (fact.isRenaming ? ", a renaming" : ""), Self.keys(fact), sentence(fact),
          details(fact),
        ])
      }
    }
    return [.heading("Facts that changed: \(facts.count)")] + length.table(table, "facts")
  }

  /// What changed before what came and went, which cells tell, too.
  private static let order: [FactChange.Kind] = [
    .ended, .began, .reopened, .changed, .removed, .added, .redated,
    .restated,
  ]

  static func keys(_ fact: FactChange) -> String {
    switch (fact.before, fact.after) {
    case (let before?, let after?) where before != after: "\(before) → \(after)"
    case (let before?, _): before.rawValue
    case (_, let after?): after.rawValue
    default: ""
    }
  }

  /// The fact in a sentence, as the first side has it where it does.
  func sentence(_ fact: FactChange) -> String {
    for (id, graph) in [
      (fact.before, difference.before.graph), (fact.after, difference.after.graph),
    ] {
      guard let told = id.flatMap({ graph.fact($0) }) else { continue }
      return Evidence.sentence(told, in: graph) + " (\(Evidence.certainty(told)))"
    }
    return ""
  }

  /// What it says otherwise, in words.
  func details(_ fact: FactChange) -> String {
    fact.details.map { detail in
      func text(_ values: [String], _ graph: AssistanceGraph) -> String {
        let names = detail.isEnd ? values.map { graph.name(of: NodeID($0)) } : values
        return names.isEmpty ? "none" : names.joined(separator: ", ")
      }
      return "\(detail.what): \(text(detail.before, difference.before.graph)) →"
        + " \(text(detail.after, difference.after.graph))"
    }.joined(separator: "; ")
  }
}

extension CoverageDifference {
  /// A line for everything that changed, for a spreadsheet: cells, actors, rows, columns and facts.
  public var lines: ReportTable {
    let (rowWord, columnWord) = (before.rowWord, before.columnWord)
    var table = ReportTable([
      "what", "kind", rowWord, columnWord, "before", "after", "leaving", "coming",
      "if renamings are true", "need", "facts before", "facts after", "sources before",
      "sources after", "details", "ids",
    ])
    for cell in cells { table.append(line(cell)) }
    for (word, kind, ids, graph) in [
      ("row", "only before", rowsGone, before.graph), ("row", "only after", rowsNew, after.graph),
      ("column", "only before", columnsGone, before.graph),
      ("column", "only after", columnsNew, after.graph),
    ] {
      for id in ids {
        let name = graph.name(of: id)
        table.append(
          [word, kind, word == "row" ? name : "", word == "column" ? name : ""]
            + Array(repeating: "", count: 11) + [id.rawValue]
        )
      }
    }
    lines(of: actors.gone, "gone", isBefore: true, in: &table)
    lines(of: actors.new, "new", isBefore: false, in: &table)
    for (pairs, kind) in [(actors.renamed, "renamed"), (actors.doubtful, "perhaps renamed")] {
      for pair in pairs {
        table.append(
          [
            "actor", kind, "", "", before.graph.name(of: pair.before),
            after.graph.name(of: pair.after),
          ] + Array(repeating: "", count: 8) + [
            "\(pair.confidence.rawValue): \(pair.reasonText); \(pair.keptCount) of"
              + " \(pair.cellCount) cells kept",
            "\(pair.before) | \(pair.after)",
          ]
        )
      }
    }
    let words = DiffFactPart(self)
    for fact in facts {
      table.append(
        ["fact", fact.kind.rawValue] + Array(repeating: "", count: 6)
          + [fact.isRenaming ? "the same ends" : "", ""]
          + evidence([fact.before].compactMap(\.self), [fact.after].compactMap(\.self)) + [
            [words.sentence(fact), words.details(fact)].filter { !$0.isEmpty }
              .joined(separator: " | "), "",
          ]
      )
    }
    return table
  }

  private func line(_ cell: CellChange) -> [String] {
    let (left, right) = (before.graph, after.graph)
    let reading = cell.ifRenamed.map { $0.kind?.rawValue ?? "no change" } ?? ""
    return [
      "cell", cell.kind.rawValue, left.name(of: cell.before.row),
      left.name(of: cell.before.column), cell.before.state.rawValue, cell.after.state.rawValue,
      cell.leaving.map { left.name(of: $0) }.joined(separator: " | "),
      cell.coming.map { right.name(of: $0) }.joined(separator: " | "), reading,
      cell.sufficiency?.rawValue ?? "",
    ] + evidence(cell.before.countedFacts, cell.after.countedFacts) + [
      "", "\(cell.before.row) | \(cell.before.column)",
    ]
  }

  private func lines(
    of actors: [ActorChanges.Single],
    _ kind: String,
    isBefore: Bool,
    in table: inout ReportTable
  ) {
    let graph = isBefore ? before.graph : after.graph
    for actor in actors {
      let name = graph.name(of: actor.actor)
      table.append(
        ["actor", kind, "", "", isBefore ? name : "", isBefore ? "" : name, "", "", "", ""]
          + evidence(isBefore ? actor.facts : [], isBefore ? [] : actor.facts) + [
            "in \(numbered(actor.cellCount, "cell")), alone in \(actor.soleCount)",
            actor.actor.rawValue,
          ]
      )
    }
  }

  /// Facts and sources of both sides.
  private func evidence(_ left: [NodeID], _ right: [NodeID]) -> [String] {
    func sources(_ facts: [NodeID], _ graph: AssistanceGraph) -> String {
      var told: Set<String> = []
      return facts.flatMap { graph.graph[$0]?.sources ?? [] }.map(\.description)
        .filter { told.insert($0).inserted }.joined(separator: " | ")
    }
    return [
      left.map(\.rawValue).joined(separator: " | "),
      right.map(\.rawValue).joined(separator: " | "), sources(left, before.graph),
      sources(right, after.graph),
    ]
  }
}
