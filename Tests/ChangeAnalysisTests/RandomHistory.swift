import AssistanceModel
import AssistanceTestSupport
import CoverageAnalysis
import GraphCore
import TestSupport

/// A small collection whose facts and relations hold at many times, known to the year, the month or
/// the day, or not at all.
struct RandomHistory {
  struct Fact {
    var id: NodeID
    var providers: [NodeID]
    var measure: NodeID?
    var inhibitors: [NodeID]
    var countryCase: NodeID?
    var basis: Basis
    var validity: Validity
    var note: String?
  }

  struct Relation {
    var from: NodeID
    var kind: EdgeKind
    var to: NodeID
    var validity: Validity
  }

  var actors: [(id: NodeID, name: String, designation: Designation)]
  var cases: [NodeID]
  var inhibitors: [NodeID]
  var measures: [NodeID] = ["m0", "m1"]
  var facts: [Fact]
  var relations: [Relation]
  var question = CoverageQuestion()

  /// Names that no rule takes for one another.
  private static let names = ["Aurora", "Bittern", "Citadel", "Dromedary", "Eglantine", "Falcon"]

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func one<Element>(of all: [Element]) -> Element { all[number(0...(all.count - 1))] }
    func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
    func date() -> PartialDate? {
      guard chance(75) else { return nil }
      let (year, month) = (number(2001...2003), number(1...12))
      switch number(0...2) {
      case 0: return PartialDate(year: year)
      case 1: return PartialDate(year: year, month: month)
      default: return PartialDate(year: year, month: month, day: number(1...28))
      }
    }
    func span() -> Validity {
      Validity(from: date(), until: date()) ?? .always
    }
    actors = (0..<number(1...6)).map {
      (
        NodeID("a\($0)"), Self.names[$0],
        chance(75) ? .named : one(of: [.class, .placeholder])
      )
    }
    cases = (0..<number(1...3)).map { NodeID("c\($0)") }
    inhibitors = (0..<number(1...3)).map { NodeID("i\($0)") }
    let (places, columns, measures, all) = (cases, inhibitors, measures, actors.map(\.id))
    facts = (0..<number(0...14)).map {
      Fact(
        id: NodeID("f\($0)"),
        providers: chance(5) ? [] : (0..<number(1...2)).map { _ in one(of: all) },
        measure: chance(40) ? one(of: measures) : nil,
        inhibitors: chance(70) ? [one(of: columns)] : [],
        countryCase: chance(10) ? nil : one(of: places),
        basis: chance(85) ? .explicit : .thematic,
        validity: span(),
        note: chance(30) ? "so" : nil
      )
    }
    relations =
      (0..<number(0...3)).map { _ in
        Relation(
          from: one(of: measures),
          kind: .strengthens,
          to: one(of: columns),
          validity: span()
        )
      }
      + (0..<number(0...3)).map { _ in
        Relation(from: one(of: all), kind: .partOf, to: one(of: all), validity: span())
      }
    if chance(30) { question.bases = [.explicit, .thematic] }
    if chance(50) { question.rollUp = .partOf }
    let mark = QuestionDefaults.Mark(row: one(of: places), column: one(of: columns), reason: "so")
    if chance(30) { question.notNeeded = [mark] }
    if chance(30) { question.unobservable = [mark] }
  }

  func graph() throws -> AssistanceGraph {
    try assistance {
      actors.map {
        node(
          $0.id,
          .actor,
          ["name": .text($0.name), "designation": .text($0.designation.rawValue)]
        )
      }
      nodes(cases, .countryCase)
      nodes(inhibitors, .inhibitor)
      nodes(measures, .measure)
      facts.flatMap { fact in
        var elements = AssistanceTestSupport.fact(
          fact.id,
          by: fact.providers,
          with: fact.measure,
          for: fact.inhibitors,
          in: fact.countryCase,
          basis: fact.basis,
          valid: fact.validity
        )
        if let note = fact.note {
          elements[0] = node(
            fact.id,
            .assistance,
            [
              "basis": .text(fact.basis.rawValue), "modality": .text(Modality.does.rawValue),
              "note": .text(note),
            ],
            valid: fact.validity
          )
        }
        return elements
      }
      relations.map { edge($0.from, $0.kind, $0.to, valid: $0.validity) }
    }
  }
}
