import AssistanceModel
import AssistanceTestSupport
import CoverageAnalysis
import GraphCore
import TestSupport

/// A small collection as a list of statements, and a question about it.
struct RandomCoverage {
  struct Fact {
    var id: NodeID
    var providers: [NodeID]
    var measure: NodeID?
    var inhibitors: [NodeID]
    var countryCase: NodeID?
    var basis: Basis
    var modality: Modality
    var evidence: EvidenceClass?
    var validity: Validity
  }

  struct Effect {
    var measure: NodeID
    var inhibitor: NodeID
    var basis: Basis
    var validity: Validity
  }

  var actors: [(id: NodeID, designation: Designation)]
  var cases: [NodeID]
  var inhibitors: [NodeID]
  let measures: [NodeID] = ["m0", "m1"]
  var facts: [Fact]
  var effects: [Effect]
  var wholes: [(part: NodeID, whole: NodeID)]
  var question = CoverageQuestion()

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func one<Element>(of all: [Element]) -> Element { all[number(0...(all.count - 1))] }
    func some<Element>(of all: [Element], _ range: ClosedRange<Int>) -> [Element] {
      (0..<number(range)).map { _ in one(of: all) }
    }
    func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
    func span() -> Validity { chance(60) ? .always : during(one(of: ["2001", "2002", "2002-05"])) }
    func basis() -> Basis { chance(60) ? .explicit : one(of: Basis.allCases) }
    actors = (0..<number(1...6)).map {
      (NodeID("a\($0)"), chance(70) ? .named : one(of: [.class, .placeholder]))
    }
    cases = (0..<number(0...4)).map { NodeID("c\($0)") }
    inhibitors = (0..<number(1...4)).map { NodeID("i\($0)") }
    let (places, columns, measures, all) = (cases, inhibitors, measures, actors.map(\.id))
    facts = (0..<number(0...14)).map {
      Fact(
        id: NodeID("f\($0)"),
        providers: chance(5) ? [] : some(of: all, 1...3),
        measure: chance(40) ? one(of: measures) : nil,
        inhibitors: some(of: columns, 0...2),
        countryCase: places.isEmpty || chance(15) ? nil : one(of: places),
        basis: basis(),
        modality: chance(80) ? .does : one(of: Modality.allCases),
        evidence: chance(80) ? nil : one(of: EvidenceClass.allCases),
        validity: span()
      )
    }
    effects = (0..<number(0...4)).map { _ in
      Effect(
        measure: one(of: measures),
        inhibitor: one(of: columns),
        basis: basis(),
        validity: span()
      )
    }
    wholes = (0..<number(0...3)).map { _ in (one(of: all), one(of: all)) }
    if chance(40) { question.bases = [.explicit, one(of: Basis.allCases)] }
    if chance(30) { question.modalities = [.does, one(of: Modality.allCases)] }
    if chance(30) { question.evidence = [.documented, one(of: EvidenceClass.allCases)] }
    if chance(40) { question.period = during(one(of: ["2001", "2002-06", "2002"])) }
    if chance(20) { question.onlyRows = some(of: places.isEmpty ? ["x"] : places, 1...2) }
    if chance(20) { question.onlyColumns = some(of: columns, 1...2) }
    if chance(20) { question.derivations = [] }
    let marks = some(of: places.isEmpty ? ["x"] : places, 0...2).map {
      QuestionDefaults.Mark(
        row: chance(70) ? $0 : nil,
        column: one(of: columns),
        reason: "so",
        unless: chance(50) ? [] : [one(of: Basis.allCases), one(of: Basis.allCases)]
      )
    }
    if chance(50) { question.notNeeded = marks } else { question.unobservable = marks }
  }

  func graph() throws -> AssistanceGraph {
    try assistance {
      actors.map { actor($0.id, $0.designation) }
      nodes(cases, .countryCase)
      nodes(inhibitors, .inhibitor)
      nodes(measures, .measure)
      facts.flatMap {
        fact(
          $0.id,
          by: $0.providers,
          with: $0.measure,
          for: $0.inhibitors,
          in: $0.countryCase,
          basis: $0.basis,
          modality: $0.modality,
          evidence: $0.evidence,
          valid: $0.validity
        )
      }
      effects.map {
        edge(
          $0.measure,
          .strengthens,
          $0.inhibitor,
          ["basis": .text($0.basis.rawValue)],
          valid: $0.validity
        )
      }
      wholes.map { edge($0.part, .partOf, $0.whole) }
    }
  }

  func report() throws -> CoverageReport { try graph().coverage(question) }
}

/// What is in a cell, as sets.
struct NaiveCell: Hashable {
  var state = CoverageState.nobody
  var facts: [NodeID: Set<NodeID>] = [:]
  var unattributed: Set<NodeID> = []
  /// Every statement left out, with its reasons.
  var leftOut: Set<[String]> = []
}

extension RandomCoverage {
  /// The matrix by going through every statement for every cell.
  func naive() -> [[NodeID]: NaiveCell] {
    var cells: [[NodeID]: NaiveCell] = [:]
    for row in cases where question.onlyRows.isEmpty || question.onlyRows.contains(row) {
      for column in inhibitors
      where question.onlyColumns.isEmpty || question.onlyColumns.contains(column) {
        cells[[row, column]] = naive(row, column)
      }
    }
    return cells
  }

  private func naive(_ row: NodeID, _ column: NodeID) -> NaiveCell {
    var cell = NaiveCell()
    for fact in facts where fact.countryCase == row {
      for reasons in statements(fact, column) {
        if !reasons.isEmpty {
          cell.leftOut.insert([fact.id.rawValue] + reasons.sorted())
        } else if fact.providers.isEmpty {
          cell.unattributed.insert(fact.id)
        }
        for provider in reasons.isEmpty ? fact.providers : [] {
          cell.facts[provider, default: []].insert(fact.id)
        }
      }
    }
    let isNamed = actors.contains { $0.designation == .named && cell.facts[$0.id] != nil }
    func isMarked(_ marks: [QuestionDefaults.Mark], _ bases: Set<Basis> = []) -> Bool {
      marks.contains { mark in
        [nil, row].contains(mark.row) && [nil, column].contains(mark.column)
          && !bases.contains { mark.unless.contains($0) }
      }
    }
    if isMarked(question.notNeeded) {
      cell.state = .notNeeded
    } else if cell.facts.isEmpty, cell.unattributed.isEmpty {
      cell.state = isMarked(question.unobservable, question.bases) ? .unobservable : .nobody
    } else if isNamed {
      cell.state = cell.facts.count == 1 ? .one : .several
    } else {
      cell.state = .unnamedOnly
    }
    return cell
  }

  /// For each way from the fact to the column, why it does not count.
  private func statements(_ fact: Fact, _ column: NodeID) -> [Set<String>] {
    func reasons(
      _ basis: Basis,
      _ modality: Modality,
      _ evidence: EvidenceClass,
      _ span: Validity
    ) -> Set<String> {
      var reasons: Set<String> = []
      if !question.bases.contains(basis) { reasons.insert("basis") }
      if !question.modalities.contains(modality) { reasons.insert("modality") }
      if !question.evidence.contains(evidence) { reasons.insert("evidence") }
      if let period = question.period, !span.overlaps(period) { reasons.insert("time") }
      return reasons
    }
    let stated =
      fact.evidence ?? (fact.basis == .explicit && fact.modality == .does ? .documented : .declared)
    let own = reasons(fact.basis, fact.modality, stated, fact.validity)
    if fact.inhibitors.contains(column) { return [own] }
    guard !question.derivations.isEmpty else { return [] }
    return effects.filter { $0.measure == fact.measure && $0.inhibitor == column }.map { effect in
      let evidence: EvidenceClass = effect.basis == .explicit ? .documented : .declared
      return own.union(reasons(effect.basis, .does, evidence, effect.validity))
    }
  }
}
