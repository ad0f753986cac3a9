@testable import AssistanceImport
import AssistanceModel
import Foundation
import GraphCore
import TabularText
import TestSupport
import Testing

@Suite struct ConcordanceTests {
  /// The seven inhibitors in the order of the report, from the record in `Graphs/r2p`.
  private func inhibitors() throws -> [NodeID] {
    let file = Oracles.packageFolder.appending(path: "Graphs/r2p/nodes/inhibitor.csv")
    let table = CSVTable(Array(try Data(contentsOf: file)))
    let core = zip(table.column("id"), table.column("subkind")).filter { $1 == "core-inhibitor" }
    #expect(core.count == 7)
    return core.map { NodeID($0.0) }.sorted()
  }

  private func numbers(_ inhibitors: [NodeID], of all: [NodeID]) -> [Int] {
    inhibitors.compactMap { all.firstIndex(of: $0).map { $0 + 1 } }
  }

  @Test func `names inhibitors of the record only`() throws {
    let known = Set(try inhibitors())
    let named = (Concordance.dac.entries + Concordance.clusters.entries).compactMap(\.inhibitor)
    #expect(!named.isEmpty)
    #expect(named.allSatisfy(known.contains))
  }

  @Test(
    arguments: [
      (ConcordanceReading.strict, [4, 6, 7]), (.standard, [7]), (.wide, []),
    ]
  )
  func `purpose codes cannot show some inhibitors at all`(
    _ reading: ConcordanceReading,
    _ expected: [Int]
  ) throws {
    let all = try inhibitors()
    let hidden = Concordance.dac.unobservable(among: all, reading)
    #expect(numbers(hidden, of: all) == expected)
  }

  @Test func `clusters of relief show no inhibitor unless read widely`() throws {
    let all = try inhibitors()
    let named = ["cccm", "education", "food security", "health", "protection", "wash", "gbv"]
    let keys = named.compactMap { ClusterList.shipped[$0]?.key }
    #expect(keys.count == named.count)
    let clusters = Concordance.clusters
    #expect(clusters.unobservable(among: all, in: keys, .strict) == all)
    #expect(clusters.unobservable(among: all, in: keys, .standard) == all)
    let wide = clusters.unobservable(among: all, in: keys, .wide)
    #expect(numbers(wide, of: all) == [1, 2, 4, 5, 6, 7])
  }

  @Test func `what cannot be seen depends on the codes that a source can hold`() throws {
    let all = try inhibitors()
    let courts = Concordance.dac.unobservable(among: all, in: ["15134", "12220"], .standard)
    #expect(numbers(courts, of: all) == [1, 2, 4, 5, 6, 7])
    #expect(Concordance.dac.unobservable(among: all, in: [String](), .wide) == all)
    #expect(Concordance.dac.unobservable(among: [], .strict).isEmpty)
  }

  @Test func `a mark says on which codes the answer depends`() throws {
    let all = try inhibitors()
    let marks = Concordance.dac.unobservableMarks(among: all, .standard)
    #expect(marks.map(\.column) == [all[6]] && marks.allSatisfy { $0.row == nil })
    #expect(
      marks.first?.reason == """
        no code of the source shows it under the standard reading; under a wider one: \
        15130 (doubtful), 15134 (doubtful), 15160 (doubtful), 15180 (doubtful), 15220 (doubtful)
        """
    )
    let digits = Concordance.dac.unobservableMarks(among: [all[5]], in: ["151", "152"], .strict)
    #expect(
      digits.map(\.reason) == [
        "no code of the source shows it under the strict reading; under a wider one: 151 (doubtful)"
      ]
    )
    let relief = Concordance.clusters.unobservableMarks(among: [all[0]], in: ["wash"], .wide)
    #expect(relief.map(\.reason) == ["no code of the source shows it under the wide reading"])
    #expect(Concordance.dac.unobservableMarks(among: all, .wide).isEmpty)
  }

  @Test(arguments: [Concordance.dac, Concordance.clusters])
  func `each reading counts what the one before it counts`(_ concordance: Concordance) {
    for code in Set(concordance.entries.map(\.code)) {
      let strict = Set(concordance.claims(of: code, .strict))
      let standard = Set(concordance.claims(of: code, .standard))
      let wide = Set(concordance.claims(of: code, .wide))
      #expect(strict.isSubset(of: standard) && standard.isSubset(of: wide), "\(code)")
      #expect(strict.allSatisfy { $0.strength == .direct }, "\(code)")
      #expect(wide.count == Set(wide.map(\.inhibitor)).count, "\(code)")
    }
  }

  @Test func `the readings differ on the shipped codes`() {
    let counts = ConcordanceReading.allCases.map { reading in
      Set(Concordance.dac.entries.map(\.code)).reduce(0) { count, code in
        count + Concordance.dac.claims(of: code, reading).count
      }
    }
    #expect(counts == counts.sorted() && Set(counts).count == 3)
  }

  @Test func `a withdrawn code is read through its successor`() throws {
    let successor = try #require(Concordance.dac.claims(of: "15151", .strict).first)
    let claim = try #require(Concordance.dac.claims(of: "15161", .strict).first)
    #expect(claim.inhibitor == successor.inhibitor && claim.strength == .direct)
    #expect(claim.entries.map(\.code) == ["15151"])
  }

  @Test func `of several successors only what all say keeps its strength`() throws {
    let table = """
      code,name,parent,withdrawn,inhibitor,strength,breadth,successor,reason
      a,A,,,x,direct,pure,,r
      a,A,,,y,partial,broad,,r
      b,B,,,x,partial,broad,,r
      old,Old,,2020,,remapped,,a | b,r
      """
    let concordance = try Concordance(csv: Array(table.utf8), file: "t.csv")
    #expect(concordance.claims(of: "old", .strict).isEmpty)
    #expect(concordance.claims(of: "old", .standard).map(\.inhibitor) == ["x"])
    let wide = concordance.claims(of: "old", .wide)
    #expect(wide.map(\.inhibitor) == ["x", "y"])
    #expect(wide.map(\.strength) == [.partial, .doubtful])
    #expect(wide.map { $0.entries.map(\.code) } == [["a", "b"], ["a"]])
    #expect(concordance.unobservable(among: ["x", "y"], .strict) == ["y"])
  }

  @Test func `a code without lines takes those of its category`() {
    #expect(Concordance.dac.entries(for: "12220").map(\.code) == ["122"])
    #expect(Concordance.dac.claims(of: "12220", .wide).isEmpty)
    #expect(Concordance.dac.entries(for: "99999").isEmpty)
    #expect(Concordance.dac.entries(for: "15").isEmpty)
    #expect(Concordance.dac.entries(for: "").isEmpty)
    #expect(Concordance.dac.entries(for: "Health").isEmpty)
  }

  @Test func `a category shows doubtfully what its codes show firmly`() throws {
    for category in Set(Concordance.dac.entries.map(\.code)).filter({ $0.utf8.count == 3 }) {
      let prefix = category.prefix { $0 != "0" }
      let inside = Concordance.dac.entries.filter {
        $0.code.utf8.count == 5 && $0.withdrawn == nil && $0.code.hasPrefix(prefix)
      }
      let firm = Set(inside.filter { $0.strength.weakness < 2 }.compactMap(\.inhibitor))
      let claims = Concordance.dac.claims(of: category, .wide)
      #expect(Set(claims.map(\.inhibitor)) == firm, "\(category)")
      #expect(claims.allSatisfy { $0.strength == .doubtful }, "\(category)")
    }
  }

  @Test func `a voluntary part shows nothing that its whole does not`() {
    let parts = Concordance.dac.entries.filter { $0.parent != nil }
    #expect(!parts.isEmpty)
    for part in parts {
      guard let parent = part.parent, let inhibitor = part.inhibitor else { continue }
      let whole = Concordance.dac.claims(of: parent, .wide).map(\.inhibitor)
      #expect(whole.contains(inhibitor), "\(part.code)")
    }
  }

  @Test(
    arguments: [
      ("a,A,,,x,firm,pure,,r", "2:9: error: “firm” is no strength"),
      ("a,A,,,,direct,pure,,r", "2:7: error: the inhibitor does not go with “direct”"),
      ("a,A,,,x,none,,,r", "2:7: error: the inhibitor does not go with “none”"),
      ("a,A,,,x,direct,wide,,r", "2:16: error: “wide” is no breadth"),
      ("a,A,,then,x,direct,pure,,r", "2:6: error: “then” is no date"),
      ("a,A,,,x,direct,pure,,", "2:22: error: “reason” is empty"),
      ("a,A,,,,remapped,,,r", "2:18: error: successors do not go with “remapped”"),
      ("a,A,,,,remapped,,b,r", "2:18: error: “b” is no code with lines of its own"),
      ("a,A,,,x,direct,pure,,r\na,A,,,x,partial,broad,,r", "3:1: error: a second line for “a”"),
      ("a,A,,,x,direct,pure,,r\na,A,,,,none,,,r", "3:8: error: “a” shows something on another"),
    ]
  )
  func `says what is wrong with a table and where`(_ lines: String, _ fault: String) {
    let header = "code,name,parent,withdrawn,inhibitor,strength,breadth,successor,reason\n"
    let error = #expect(throws: ImportError.self) {
      try Concordance(csv: Array((header + lines + "\n").utf8), file: "t.csv")
    }
    #expect(error?.description.hasPrefix("t.csv:" + fault) == true, "\(error?.description ?? "")")
  }

  @Test func `refuses other columns and text that is no table`() {
    let error = #expect(throws: ImportError.self) {
      try Concordance(csv: Array("code,name\n15220,x\n".utf8), file: "t.csv")
    }
    #expect(
      error?.description == """
        t.csv:1: error: the columns are not the expected ones
          hint: write “code,name,parent,withdrawn,inhibitor,strength,breadth,successor,reason”
        """
    )
    #expect(throws: ImportError.self) { try Concordance(csv: [], file: "t.csv") }
  }
}
