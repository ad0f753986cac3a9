import AssistanceImport
import AssistanceModel
import GraphCore
import TestSupport
import Testing

@testable import AssistanceImport

/// Laws of proposals over random names.
@Suite struct ActorProposalsLawTests {
  private static let words = [
    "action", "relief", "health", "water", "women", "desert", "river", "harvest", "hope", "chad",
    "kenya", "development", "développement", "association", "developpment", "of", "pour", "north",
  ]

  /// Random names that often share words, with slips and acronyms.
  static func actors(_ seed: UInt64, _ count: Int) -> [ActorProposalsTests.Named] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      var name = (0..<Int.random(in: 1...4, using: &random)).compactMap { _ in
        words.randomElement(using: &random)
      }
      if Bool.random(using: &random) {
        name = name.map { String($0.prefix(1)).uppercased() + $0.dropFirst() }
      }
      var text = name.joined(separator: " ")
      if Int.random(in: 0..<4, using: &random) == 0, text.count > 6 {
        text.remove(at: text.index(text.startIndex, offsetBy: 5))
      }
      let acronym = String(name.compactMap(\.first)).uppercased()
      var actor = ActorProposalsTests.Named(name: text)
      if Int.random(in: 0..<3, using: &random) == 0, acronym.count > 1 { actor.aliases = [acronym] }
      if Int.random(in: 0..<6, using: &random) == 0, acronym.count > 1 {
        actor = ActorProposalsTests.Named(name: acronym)
      }
      return actor
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func `the order of actors changes nothing but ids`(seed: UInt64) throws {
    let actors = Self.actors(seed, 24)
    var random = SeededGenerator(seed: seed &+ 99)
    func told(_ actors: [ActorProposalsTests.Named]) throws -> Set<[String]> {
      let all = try ActorProposals(ActorProposalsTests.graph(actors)).all
      return Set(
        all.map { [$0.confidence.rawValue] + $0.candidates.map(\.name).sorted() }
      )
    }
    let (one, other) = (try told(actors), try told(actors.shuffled(using: &random)))
    #expect(one == other)
  }

  @Test(arguments: UInt64(0)..<40)
  func `likeness is the same from both sides, between 0 and 1, and 1 to itself`(
    seed: UInt64
  ) throws {
    let names = Self.actors(seed, 20).map { FoldedName($0.name) }.filter { !$0.isEmpty }
    let similarity = NameSimilarity(names + names, background: [], places: .shipped)
    for one in names.indices {
      #expect(abs(similarity.likeness(one, one + names.count) - 1) < 1e-9)
      for other in names.indices {
        let likeness = similarity.likeness(one, other)
        #expect((0...1.000001).contains(likeness))
        #expect(abs(likeness - similarity.likeness(other, one)) < 1e-9)
      }
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func `no likely pair is passed over`(seed: UInt64) throws {
    let names = Set(Self.actors(seed, 40).map { FoldedName($0.name) }).sorted { $0.text < $1.text }
    let similarity = NameSimilarity(names, background: [], places: .shipped)
    var expected: Set<[Int]> = []
    for one in names.indices {
      for other in names.indices where one < other && similarity.likeness(one, other) >= 0.75 {
        expected.insert([one, other])
      }
    }
    let found = Set(similarity.pairs(from: 0.75).map { [$0.first, $0.second] })
    #expect(found == expected)
  }

  @Test func `many names are compared by their rare words only`() throws {
    var random = SeededGenerator(seed: 7)
    let names = (0..<4000).map { number in
      FoldedName(
        "Association pour le developpement de \(number)\(Int.random(in: 0..<9, using: &random))x"
      )
    }
    let similarity = NameSimilarity(names, background: [], places: .shipped)
    #expect(similarity.pairs(from: 0.9).isEmpty)
  }
}
