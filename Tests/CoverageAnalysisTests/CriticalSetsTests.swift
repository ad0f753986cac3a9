import AssistanceModel
import AssistanceTestSupport
import CoverageAnalysis
import GraphCore
import Testing
import TestSupport

@Suite struct CriticalSetsTests {
  /// One case; each text is an inhibitor's providers, a letter each, of whom one is required unless
  /// told otherwise.
  private func report(_ columns: [String], required: [Int] = []) throws -> CoverageReport {
    let letters = Set(columns.joined()).sorted()
    var question = CoverageQuestion()
    question.needs = required.enumerated().map { place, count in
      CoverageNeed([.init(.inhibitor, NodeID("i\(place)"))], required: count)
    }
    return try assistance {
      node("case", .countryCase)
      nodes(columns.indices.map { NodeID("i\($0)") }, .inhibitor)
      letters.map { actor(NodeID(String($0)), $0 == "u" ? .placeholder : .named) }
      columns.indices.flatMap { place in
        columns[place].flatMap { letter in
          fact(
            NodeID("\(letter)\(place)"),
            by: [NodeID(String(letter))],
            for: [NodeID("i\(place)")],
            in: "case"
          )
        }
      }
    }.coverage(question)
  }

  private func sets(_ found: CriticalSets) -> [String] {
    found.sets.map { $0.actors.map(\.rawValue).joined() }
  }

  @Test func `a sole provider is a smallest set of its own`() throws {
    let found = try report(["ab", "b", "c", "bc"]).criticalSets()
    #expect(found.size == 1)
    #expect(sets(found) == ["b", "c"])
    #expect(found.sets.map(\.opened) == [[1], [2]])
    #expect(found.count == 2)
    #expect(found.isProved)
  }

  @Test func `unnamed providers make no set and keep no cell`() throws {
    let found = try report(["au", "u", "bcd"]).criticalSets()
    #expect(sets(found) == ["a"])
    #expect(found.openableCount == 2)
  }

  @Test func `several gaps are opened by the fewest actors together`() throws {
    let report = try report(["ab", "ab", "a", "c", "cd"])
    #expect(sets(report.criticalSets(opening: 2)) == ["ab", "ac", "cd"])
    #expect(sets(report.criticalSets(opening: 3)) == ["ab"])
    #expect(sets(report.criticalSets(opening: 4)) == ["abc"])
    #expect(report.criticalSets(opening: 5).size == 4)
  }

  @Test func `what is required decides how many have to leave`() throws {
    let report = try report(["abc", "ab", "abcd"], required: [2, 0, 3])
    #expect(report.criticalSets().size == 2)
    #expect(report.criticalSets().count == 6)
    #expect(report.criticalSets().openableCount == 2)
    #expect(sets(report.criticalSets(opening: 2)) == ["ab", "ac", "bc"])
    #expect(report.withdrawal(of: ["c"]).changes.isEmpty)
    #expect(report.withdrawal(of: ["a", "c"]).shortened.map(\.supplyAfter) == [1, 2])
  }

  @Test func `more gaps than everybody's leaving opens have no set`() throws {
    let found = try report(["ab", ""]).criticalSets(opening: 2)
    #expect(found.size == nil)
    #expect(found.sets.isEmpty)
    #expect(found.count == 0)
    #expect(try report([]).criticalSets().size == nil)
  }

  @Test func `where a limit is reached, the best found and the bound proved are told`() throws {
    let columns = ["abc", "bcd", "cde", "def", "efg", "fgh", "gha", "hab"]
    let report = try report(columns)
    let whole = report.criticalSets(opening: 4)
    let size = try #require(whole.size)
    #expect(whole.isProved)
    let short = report.criticalSets(opening: 4, limits: .init(steps: 3, listed: 1))
    #expect(short.bound <= size)
    #expect(try #require(short.size) >= size)
    #expect(short.count == nil)
    #expect(short.sets.allSatisfy { $0.opened.count >= 4 })
    #expect(report.criticalSets(limits: .init(steps: 4)).count == nil)
  }

  @Test(arguments: UInt64(0)..<150)
  func `the sets are those that trying every set finds`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let letters = Array("abcdefg".prefix(Int.random(in: 1...7, using: &random)))
    let columns = (0..<Int.random(in: 1...9, using: &random)).map { _ in
      String(letters.filter { _ in Int.random(in: 0..<10, using: &random) < 4 })
    }
    let required = columns.map { _ in Int.random(in: 0...3, using: &random) }
    let report = try report(columns, required: seed.isMultiple(of: 2) ? required : [])
    let used = letters.filter { letter in columns.contains { $0.contains(letter) } }
    for wanted in 1...5 {
      var (size, expected): (Int?, [String]) = (nil, [])
      for mask in 0..<(1 << used.count) {
        let set = used.indices.filter { mask >> $0 & 1 == 1 }.map { used[$0] }
        let opened = columns.indices.count { place in
          let needed = seed.isMultiple(of: 2) ? required[place] : 1
          let left = columns[place].count { !set.contains($0) }
          return columns[place].count >= needed && left < needed
        }
        guard opened >= wanted, set.count <= size ?? .max else { continue }
        if set.count < size ?? .max { (size, expected) = (set.count, []) }
        expected.append(String(set))
      }
      let found = report.criticalSets(opening: wanted, limits: .init(listed: 1_000))
      #expect(found.size == size)
      #expect(found.isProved)
      #expect(found.count == expected.count)
      #expect(sets(found).sorted() == expected.sorted())
      for set in found.sets {
        #expect(
          set.opened
            == report.withdrawal(of: set.actors).shortened.map {
              report.columns.firstIndex(of: $0.column)
            }
        )
      }
    }
  }
}
