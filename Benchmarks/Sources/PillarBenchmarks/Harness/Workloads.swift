internal import Foundation
internal import PillarKit

/// Everything that is measured, in the order in which it runs.
struct Workloads {
  static let names = [
    "check", "write", "load", "coverage-strict", "coverage-wide", "gaps", "paths-1", "paths-10",
  ]

  let data: AidData
  /// Where the collection is written.
  let folder: String
  /// Whether answers are compared with slow recomputations.
  let isVerified: Bool

  func run(in harness: inout Harness) throws {
    let unchecked = try data.graph()
    try harness.measure("check", expecting: isVerified ? sizes : nil) {
      try AssistanceGraph(checking: unchecked)
    } check: {
      ["nodes": Double($0.graph.nodeCount), "edges": Double($0.graph.edgeCount)]
    }
    let graph = try AssistanceGraph(checking: unchecked)
    try measureFiles(graph, in: &harness)
    try measureCoverage(graph, in: &harness)
    try measurePaths(graph, in: &harness)
  }

  // MARK: Files

  private func measureFiles(_ graph: AssistanceGraph, in harness: inout Harness) throws {
    guard harness.isWanted("write") || harness.isWanted("load") else { return }
    let collection = AssistanceCollection(graph, metadata: data.metadata)
    try harness.measure("write", expecting: nil) {
      try collection.write(to: folder)
    } check: {
      ["bytes": Double(collection.files().reduce(0) { $0 + $1.bytes.count })]
    }
    if !harness.isWanted("write") { try collection.write(to: folder) }
    try harness.measure("load", expecting: isVerified ? loaded : nil) {
      try AssistanceCollection(readingFrom: folder)
    } check: { collection in
      let facts = collection.graph.assistance
      var check: [String: Double] = [
        "nodes": Double(collection.graph.graph.nodeCount),
        "edges": Double(collection.graph.graph.edgeCount),
        "sources": Double(facts.reduce(0) { $0 + $1.sources.count }),
        "years": Double(facts.reduce(0) { $0 + ($1.validity.from?.year ?? 0) }),
        "notes": Double(facts.reduce(0) { $0 + ($1.node[.note]?.utf8.count ?? 0) }),
      ]
      guard isVerified else { return check }
      let written = try collection.files().allSatisfy { path, bytes in
        try [UInt8](Data(contentsOf: URL(filePath: "\(folder)/\(path)"))) == bytes
      }
      check["written-back"] = written ? 1 : 0
      return check
    }
  }

  private var sizes: [String: Double] {
    ["nodes": Double(data.nodeCount), "edges": Double(data.edgeCount)]
  }

  private var loaded: [String: Double] {
    let facts = data.facts
    return sizes.merging([
      "sources": Double(facts.reduce(0) { $0 + $1.sources.count }),
      "years": Double(facts.reduce(0) { $0 + ($1.validity.from?.year ?? 0) }),
      "notes": Double(facts.reduce(0) { $0 + ($1.note?.utf8.count ?? 0) }),
      "written-back": 1,
    ]) { $1 }
  }

  // MARK: Coverage

  private var strict: CoverageQuestion { CoverageQuestion() }

  private var wide: CoverageQuestion {
    var question = CoverageQuestion()
    question.bases = Set(Basis.allCases)
    question.modalities = Set(Modality.allCases)
    return question
  }

  private func measureCoverage(_ graph: AssistanceGraph, in harness: inout Harness) throws {
    for (name, question) in [("coverage-strict", strict), ("coverage-wide", wide)] {
      try harness.measure(
        name,
        expecting: isVerified ? SlowCoverage(data, question).check : nil
      ) {
        graph.coverage(question)
      } check: {
        check($0)
      }
    }
    guard harness.isWanted("gaps") else { return }
    let report = graph.coverage(strict)
    try harness.measure(
      "gaps",
      expecting: isVerified ? SlowCoverage(data, strict).gapCheck : nil
    ) {
      report.gaps()
    } check: { gaps in
      let rows = Dictionary(uniqueKeysWithValues: zip(report.rows, report.rows.indices))
      let columns = Dictionary(uniqueKeysWithValues: zip(report.columns, report.columns.indices))
      return GapCheck.of(
        gaps.map { gap in
          let (row, column) = (rows[gap.cell.row] ?? 0, columns[gap.cell.column] ?? 0)
          return (gap.rank, report.index(row: row, column: column))
        }
      )
    }
  }

  private func check(_ report: CoverageReport) -> [String: Double] {
    var check: [String: Double] = [
      "counted-facts": Double(report.countedFactCount),
      "general": Double(
        report.general.reduce(0) { sum, column in
          sum + column.providers.reduce(0) { $0 + $1.edges.count + $1.facts.count }
        }
      ),
      "unfiled": Double(report.rows.indices.reduce(0) { $0 + report.unfiledFacts(row: $1).count }),
    ]
    var (providers, leftOut) = (0, 0)
    for cell in report.cells {
      providers += cell.providers.count
      leftOut += cell.leftOut.count
    }
    check["providers"] = Double(providers)
    check["left-out"] = Double(leftOut)
    for state in CoverageState.allCases { check[state.rawValue] = Double(report.count(state)) }
    return check
  }

  // MARK: Paths

  private func measurePaths(_ graph: AssistanceGraph, in harness: inout Harness) throws {
    for count in [1, 10] {
      try harness.measure(
        "paths-\(count)",
        expecting: isVerified ? SlowPaths(data).check(count) : nil
      ) {
        try data.pairs.map { from, to in
          var question = PathQuestion(
            from: AidData.Node.actor(from).id,
            to: AidData.Node.actor(to).id
          )
          question.count = count
          return try graph.paths(question)
        }
      } check: { answers in
        PathCheck.of(answers.map { $0.paths.map(\.cost) })
      }
    }
  }
}
