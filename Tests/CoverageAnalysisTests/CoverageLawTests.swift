import AssistanceModel
import CoverageAnalysis
import GraphCore
import TestSupport
import Testing

@Suite struct CoverageLawTests {
  /// The cells of a report as sets.
  private func cells(_ report: CoverageReport) -> [[NodeID]: NaiveCell] {
    var cells: [[NodeID]: NaiveCell] = [:]
    for cell in report.cells {
      cells[[cell.row, cell.column]] = NaiveCell(
        state: cell.state,
        facts: Dictionary(
          uniqueKeysWithValues: cell.providers.map { ($0.id, Set($0.witnesses.map(\.fact))) }
        ),
        unattributed: Set(cell.unattributed.map(\.fact)),
        leftOut: Set(cell.leftOut.map { [$0.witness.fact.rawValue] + $0.reasons.names.sorted() })
      )
    }
    return cells
  }

  @Test(arguments: UInt64(0)..<300)
  func `states, providers, witnesses and what is left out are those of a plain count`(
    _ seed: UInt64
  ) throws {
    let random = RandomCoverage(seed: seed)
    let report = try random.report()
    #expect(cells(report) == random.naive())
    #expect(report.states.count == report.rows.count * report.columns.count)
    #expect(report.cells.map(\.state) == report.states)
  }

  @Test(arguments: UInt64(0)..<100)
  func `a wider scope loses no provider and uncovers no cell`(_ seed: UInt64) throws {
    var random = RandomCoverage(seed: seed)
    let strict = try random.report()
    let widen: [(inout CoverageQuestion) -> Void] = [
      { $0.bases = Set(Basis.allCases) }, { $0.modalities = Set(Modality.allCases) },
      { $0.evidence = Set(EvidenceClass.allCases) }, { $0.period = nil },
    ]
    for change in widen {
      let before = random.question
      change(&random.question)
      let wide = try random.report()
      for (cell, wider) in zip(strict.cells, wide.cells) {
        #expect(Set(cell.providers.map(\.id)).isSubset(of: wider.providers.map(\.id)))
        #expect(!cell.state.isCovered || wider.state.isCovered)
        #expect(wider.leftOut.count <= cell.leftOut.count)
      }
      for (general, wider) in zip(strict.general, wide.general) {
        #expect(Set(general.providers.map(\.id)).isSubset(of: wider.providers.map(\.id)))
      }
      #expect(strict.countedFactCount <= wide.countedFactCount)
      random.question = before
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `what counts and what is left out is everything, and every fact is somewhere`(
    _ seed: UInt64
  ) throws {
    var random = RandomCoverage(seed: seed)
    (random.question.onlyRows, random.question.onlyColumns) = ([], [])
    let strict = try random.report()
    random.question.bases = Set(Basis.allCases)
    random.question.modalities = Set(Modality.allCases)
    random.question.evidence = Set(EvidenceClass.allCases)
    random.question.period = nil
    let all = try random.report()
    func witnesses(_ cell: CoverageCell) -> Set<[String]> {
      let counted = cell.providers.flatMap(\.witnesses) + cell.unattributed
      return Set(
        (counted + cell.leftOut.map(\.witness)).map { ["\($0.fact)", "\($0.via as Any)"] }
      )
    }
    #expect(all.cells.flatMap(\.leftOut).isEmpty)
    #expect(strict.cells.map(witnesses) == all.cells.map(witnesses))
    for (row, id) in strict.rows.enumerated() {
      let counted = strict.columns.indices.map { strict.cell(row: row, column: $0) }
        .flatMap { $0.providers.flatMap(\.witnesses) + $0.unattributed }.map(\.fact)
      let facts = random.facts.filter { $0.countryCase == id }.map(\.id)
      #expect(Set(counted).union(strict.unfiledFacts(row: row)) == Set(facts))
      #expect(Set(counted).isDisjoint(with: strict.unfiledFacts(row: row)))
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `the order of input changes the order of the answer alone`(_ seed: UInt64) throws {
    var random = RandomCoverage(seed: seed)
    let before = try random.report()
    var generator = SeededGenerator(seed: seed)
    random.actors.shuffle(using: &generator)
    random.cases.shuffle(using: &generator)
    random.inhibitors.shuffle(using: &generator)
    random.facts.shuffle(using: &generator)
    random.effects.shuffle(using: &generator)
    let after = try random.report()
    #expect(cells(after) == cells(before))
    #expect(after.rows == random.cases.filter { before.rows.contains($0) })
    func ranks(_ report: CoverageReport) -> [[NodeID]: Int] {
      Dictionary(
        uniqueKeysWithValues: report.gaps().map { ([$0.cell.row, $0.cell.column], $0.rank) }
      )
    }
    #expect(ranks(after) == ranks(before))
  }

  @Test(arguments: UInt64(0)..<100)
  func `taking a fact away changes its own cells alone`(_ seed: UInt64) throws {
    var random = RandomCoverage(seed: seed)
    let before = cells(try random.report())
    guard let removed = random.facts.popLast() else { return }
    let after = cells(try random.report())
    for (place, cell) in before where after[place] != cell {
      let touched =
        cell.facts.values.contains { $0.contains(removed.id) }
        || cell.unattributed.contains(removed.id)
        || cell.leftOut.contains { $0.first == removed.id.rawValue }
      #expect(touched && place.first == removed.countryCase)
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `counting parts as wholes covers the same cells with no more providers and all facts`(
    _ seed: UInt64
  ) throws {
    var random = RandomCoverage(seed: seed)
    let single = try random.report()
    random.question.rollUp = .partOf
    let whole = try random.report()
    for (one, other) in zip(single.cells, whole.cells) {
      #expect(one.state.isCovered == other.state.isCovered)
      #expect(other.providers.count <= one.providers.count)
      #expect(
        Set(one.providers.flatMap(\.witnesses)) == Set(other.providers.flatMap(\.witnesses))
      )
      if one.state == .one || one.state == .several { #expect(other.state != .unnamedOnly) }
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `gaps are the open cells, and ranks never fall`(_ seed: UInt64) throws {
    let report = try RandomCoverage(seed: seed).report()
    let gaps = report.gaps()
    #expect(gaps.count == report.count(.nobody) + report.count(.unnamedOnly))
    #expect(gaps.map(\.rank) == gaps.map(\.rank).sorted())
    #expect(gaps == report.gaps())
    for (place, gap) in gaps.enumerated() {
      // Of a part of the matrix, gaps keep their rank in the whole.
      let isWhole = report.question.onlyRows.isEmpty && report.question.onlyColumns.isEmpty
      #expect(gap.rank <= place + 1 || !isWhole)
      #expect(gap.cell == report.cell(gap.cell.row, gap.cell.column))
      #expect(gap.elsewhere.allSatisfy { !$0.rows.contains(gap.cell.row) })
      let rows = Set(gap.elsewhere.flatMap(\.rows))
      #expect(rows.count <= gap.coveredElsewhere)
    }
  }
}
