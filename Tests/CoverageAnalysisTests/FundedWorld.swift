import AssistanceModel
import AssistanceTestSupport
import CoverageAnalysis
import GraphCore
import TestSupport

/// Facts with those who pay, pass on and run them, payments between actors, and the questions that
/// are asked of them by going through every chain.
struct FundedWorld {
  struct Fact {
    var id: NodeID
    var providers: [NodeID]
    var funders: [NodeID]
    var extending: [NodeID]
    var programming: [NodeID]
    var row: NodeID
    var column: NodeID

    /// Through whom it says it is funded, by role.
    var levels: [[NodeID]] { [funders, extending, programming] }
  }

  private static let roles: [EdgeKind] = ["funder", "extending", "programming"]

  var actors: [(id: NodeID, designation: Designation)] = []
  let cases: [NodeID] = ["c0", "c1"]
  let inhibitors: [NodeID] = ["i0", "i1"]
  var facts: [Fact] = []
  var payments: [(from: NodeID, to: NodeID)] = []

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
    actors = (0..<number(2...7)).map { (NodeID("a\($0)"), chance(85) ? .named : .class) }
    let ids = actors.map(\.id)
    func some(_ range: ClosedRange<Int>) -> [NodeID] {
      Array(Set((0..<number(range)).map { _ in ids[number(0...(ids.count - 1))] })).sorted()
    }
    let isTold = number(0...60)
    facts = (0..<number(1...10)).map {
      Fact(
        id: NodeID("f\($0)"),
        providers: chance(6) ? [] : some(1...2),
        funders: chance(isTold) ? some(1...2) : [],
        extending: chance(isTold / 3) ? some(1...2) : [],
        programming: chance(isTold / 3) ? some(1...2) : [],
        row: cases[number(0...1)],
        column: inhibitors[number(0...1)]
      )
    }
    payments = (0..<number(0...9)).map { _ in
      (ids[number(0...(ids.count - 1))], ids[number(0...(ids.count - 1))])
    }
  }

  func report() throws -> CoverageReport {
    var schema = AssistanceSchema.standard
    for role in Self.roles { schema.add(FactRole(role, "Funds.", to: [.actor])) }
    schema.schema.add(
      EdgeRule("funds", "Pays.", ends: [EdgeRule.Ends(.actor, .actor)], properties: [])
    )
    return try assistance(against: schema) {
      actors.map { actor($0.id, $0.designation) }
      nodes(cases, .countryCase)
      nodes(inhibitors, .inhibitor)
      facts.flatMap { made in
        fact(made.id, by: made.providers, for: [made.column], in: made.row)
          + zip(Self.roles, made.levels).flatMap { role, actors in
            actors.map { edge(made.id, role, $0) }
          }
      }
      payments.map { edge($0.from, "funds", $0.to) }
    }.coverage()
  }

  // MARK: By going through every chain

  private func payers(_ actor: NodeID) -> Set<NodeID> {
    Set(payments.filter { $0.to == actor && $0.from != actor }.map(\.from))
  }

  /// Everybody from whom payments lead to an actor, itself among them.
  private func upstream(_ actor: NodeID) -> Set<NodeID> {
    var found: Set<NodeID> = [actor]
    var open = [actor]
    while let next = open.popLast() {
      for payer in payers(next) where found.insert(payer).inserted { open.append(payer) }
    }
    return found
  }

  /// Whether money begins with an actor: nobody pays it but those whom it pays.
  private func isBeginning(_ actor: NodeID) -> Bool {
    upstream(actor).allSatisfy { upstream($0).contains(actor) }
  }

  /// Every chain of payments to an actor, from where money begins, without passing anybody twice.
  private func chains(to actor: NodeID, below: [NodeID] = []) -> [Set<NodeID>] {
    let path = [actor] + below
    var found = isBeginning(actor) ? [Set(path)] : []
    for payer in payers(actor).sorted() where !path.contains(payer) {
      found += chains(to: payer, below: path)
    }
    return found
  }

  /// Whether a fact falls if everything funded through some actors ends.
  func falls(_ fact: Fact, _ leaving: Set<NodeID>) -> Bool {
    if !fact.providers.isEmpty, leaving.isSuperset(of: fact.providers) { return true }
    let levels = fact.levels.filter { !$0.isEmpty }
    guard levels.isEmpty else {
      let chains = levels.reduce([[NodeID]]([[]])) { chains, level in
        chains.flatMap { chain in level.map { chain + [$0] } }
      }
      return chains.allSatisfy { !leaving.isDisjoint(with: $0) }
    }
    guard !fact.providers.isEmpty else { return false }
    return fact.providers.allSatisfy { provider in
      if payers(provider).isEmpty { return leaving.contains(provider) }
      return chains(to: provider).allSatisfy { !leaving.isDisjoint(with: $0) }
    }
  }

  /// The world without some actors and what is funded through them.
  func without(_ leaving: Set<NodeID>) -> FundedWorld {
    var world = self
    world.facts = facts.filter { !falls($0, leaving) }.map { fact in
      var fact = fact
      fact.providers.removeAll { leaving.contains($0) }
      return fact
    }
    return world
  }
}
