internal import BenchmarkSupport
internal import PillarKit

/// Makes assistance data of any size; the same size and seed give the same data.
///
/// A few actors do most of it, most of it near their home case, with measures that fall off by
/// rank: the shape of the field's own tables.
struct AidGenerator {
  private var random: SeededGenerator
  private let factCount: Int
  private var data = AidData()
  private var homes: [Int] = []

  init(facts: Int, seed: UInt64) {
    factCount = facts
    random = SeededGenerator(seed: seed)
  }

  mutating func generate() -> AidData {
    let root = Double(factCount).squareRoot()
    data = AidData()
    addActors(max(80, factCount / 50))
    let caseCount = max(40, Int(root * 1.3))
    for _ in 0..<caseCount {
      data.riskLevels.append(
        random.happens(0.2)
          ? random.one(of: [("serious-concern", 5), ("imminent-risk", 3), ("current-crisis", 2)])
          : nil
      )
    }
    homes = data.actors.map { _ in random.below(caseCount) }
    data.inhibitorCount = max(7, Int(root.squareRoot() * 0.7))
    data.measureCount = 40
    addMeasures()
    addFacts()
    addActorRelations()
    addPairs()
    return data
  }

  // MARK: Nodes

  private mutating func addActors(_ count: Int) {
    let words = ["Relief", "Mediation", "Health", "Justice", "Réseau", "Police", "Election"]
    for number in 0..<count {
      var actor = AidData.Actor(name: "\(words[random.below(words.count)]) actor \(number)")
      if number % 7 == 0 { actor.name += ", office \(number % 40)" }
      if number % 5 == 0 { actor.aliases = ["A\(number)", "the “\(number)”"] }
      actor.designation = random.one(of: [(.named, 90), (.class, 7), (.placeholder, 3)])
      data.actors.append(actor)
    }
  }

  private mutating func addMeasures() {
    for measure in 0..<data.measureCount {
      add(.formOf, .measure(measure), .form(measure % data.formCount), .explicit)
      var reached: Set<Int> = []
      for _ in 0..<1 + random.below(3) {
        let inhibitor = random.below(data.inhibitorCount)
        guard reached.insert(inhibitor).inserted else { continue }
        add(.strengthens, .measure(measure), .inhibitor(inhibitor), basis())
      }
    }
  }

  // MARK: Facts

  private mutating func addFacts() {
    let actors = RankedDraw(data.actors.count, isSteep: true, using: &random)
    let cases = RankedDraw(data.riskLevels.count, isSteep: false, using: &random)
    let measures = RankedDraw(data.measureCount, isSteep: false, using: &random)
    let inhibitors = RankedDraw(data.inhibitorCount, isSteep: false, using: &random)
    for number in 0..<factCount {
      var fact = AidData.Fact(
        providers: [actors.next(using: &random)],
        measure: random.happens(0.75) ? measures.next(using: &random) : nil,
        form: random.below(data.formCount),
        inhibitors: [],
        basis: basis(),
        modality: modality(),
        sources: [source(row: number + 2)]
      )
      while fact.providers.count < 3, random.happens(0.12) {
        let other = actors.next(using: &random)
        if !fact.providers.contains(other) { fact.providers.append(other) }
      }
      if let measure = fact.measure { fact.form = measure % data.formCount }
      while fact.inhibitors.count < 2, random.happens(fact.inhibitors.isEmpty ? 0.7 : 0.1) {
        let other = inhibitors.next(using: &random)
        if !fact.inhibitors.contains(other) { fact.inhibitors.append(other) }
      }
      if random.happens(0.96) {
        fact.countryCase =
          random.happens(0.65) ? near(homes[fact.providers[0]]) : cases.next(using: &random)
      }
      if random.happens(0.1) { fact.recipient = random.below(data.actors.count) }
      fact.validity = validity()
      if random.happens(0.12) { fact.sources.append(source(row: 1 + random.below(5_000))) }
      if random.happens(0.1) { fact.note = "says “several”, names \(1 + random.below(9)) only" }
      data.facts.append(fact)
    }
  }

  private mutating func near(_ home: Int) -> Int {
    let reach = max(2, data.riskLevels.count / 60)
    let step = random.below(2 * reach + 1) + random.below(2 * reach + 1) - 2 * reach
    return (home + step + data.riskLevels.count) % data.riskLevels.count
  }

  private mutating func basis() -> Basis {
    random.one(of: [(.explicit, 60), (.implied, 15), (.thematic, 20), (.ambiguous, 5)])
  }

  private mutating func modality() -> Modality {
    random.one(of: [(.does, 82), (.can, 5), (.should, 5), (.mandated, 4), (.pledged, 4)])
  }

  private mutating func source(row: Int) -> SourceReference {
    let document = "table-\(padded(random.below(data.documentCount), 2))"
    let section = random.happens(0.1) ? "Sheet \(1 + random.below(12)), activities" : nil
    return SourceReference(document: document, section: section, locator: .rows(row...row))
  }

  private mutating func validity() -> Validity {
    guard random.happens(0.9) else { return .always }
    let year = 1990 + random.below(34)
    let month = random.happens(0.4) ? 1 + random.below(12) : nil
    let day = month != nil && random.happens(0.5) ? 1 + random.below(28) : nil
    let from = PartialDate(year: year, month: month, day: day)
    let until = random.happens(0.8) ? PartialDate(year: min(2025, year + random.below(5))) : nil
    return Validity(from: from, until: until) ?? .always
  }

  // MARK: Relations

  private mutating func addActorRelations() {
    let count = data.actors.count
    let bodies = max(5, count / 40)
    for actor in 0..<count {
      if actor >= bodies {
        for _ in 0..<random.below(3) {
          add(.memberOf, .actor(actor), .actor(random.below(bodies)), basis())
        }
        if random.happens(0.15) {
          add(.partOf, .actor(actor), .actor(random.below(actor)), .explicit)
        }
      }
      for _ in 0..<random.below(4) {
        let other = random.below(count)
        if other != actor { add("partners-with", .actor(actor), .actor(other), basis()) }
      }
      add("located-in", .actor(actor), .countryCase(homes[actor]), .explicit)
      if random.happens(0.3) {
        let measure = random.below(data.measureCount)
        add(.provides, .actor(actor), .measure(measure), basis(), modality())
      }
    }
  }

  private mutating func add(
    _ kind: EdgeKind,
    _ from: AidData.Node,
    _ to: AidData.Node,
    _ basis: Basis,
    _ modality: Modality = .does
  ) {
    data.relations.append(
      AidData.Relation(
        kind: kind,
        from: from,
        to: to,
        basis: basis,
        modality: modality,
        source: source(row: 1 + data.relations.count)
      )
    )
  }

  /// Named actors, some of which are among those that do most.
  private mutating func addPairs() {
    var counts = [Int](repeating: 0, count: data.actors.count)
    for fact in data.facts { for provider in fact.providers { counts[provider] += 1 } }
    let named = data.actors.indices.filter { data.actors[$0].designation == .named }
    let busiest = named.sorted { (counts[$1], $0) < (counts[$0], $1) }
    data.pairs = [
      (busiest[0], busiest[1]), (busiest[0], busiest[busiest.count - 1]),
      (busiest[busiest.count / 2], busiest[busiest.count / 2 + 1]),
    ]
    while data.pairs.count < 8 {
      let (from, to) = (named[random.below(named.count)], named[random.below(named.count)])
      if from != to { data.pairs.append((from, to)) }
    }
  }
}

extension EdgeKind {
  static let formOf: EdgeKind = "form-of"
}
