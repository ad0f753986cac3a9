import Foundation
import TabularText
import TestSupport
import Testing

/// Every answer names facts that `why` knows, so that a number can be followed to its sources.
@Suite struct FollowingTests {
  /// Every verb that answers from facts, on the record.
  static let questions = [
    ["coverage", "Graphs/r2p"], ["gaps", "Graphs/r2p"], ["redundancy", "Graphs/r2p"],
    ["withdraw", "Graphs/r2p", "UNDP"], ["withdraw", "Graphs/r2p", "--each"],
    ["withdraw", "Graphs/r2p", "--opens", "2"],
    ["candidates", "Graphs/r2p", "DRC", "inhibitor 5"], ["close", "Graphs/r2p"],
    ["sensitivity", "Graphs/r2p"], ["likelihood", "Graphs/r2p", "--default-probability", "0.5"],
    ["timeline", "Graphs/r2p", "--since", "2009", "--until", "2015"],
    ["diff", "Graphs/r2p", "--before", "2010", "--after", "2013"],
    ["support", "Graphs/r2p", "ECOWAS", "Guyana", "inhibitor 5", "--without", "UNDP"],
  ]

  /// The keys under which answers name facts.
  private static let keys: Set<String> = [
    "fact", "facts", "unfiledFacts", "fallenFacts", "unattributed",
  ]

  @Test(arguments: questions)
  func `every fact that an answer names is one of the collection`(question: [String]) async throws {
    let pillar = try Tool()
    let known = try Self.factIDs()
    let json = try await pillar.run(question + ["--format", "json"])
    #expect(json.status == 0)
    let named = Self.facts(try JSONSerialization.jsonObject(with: Data(json.output.utf8)))
    #expect(!named.isEmpty)
    #expect(named.subtracting(known).isEmpty, "\(named.subtracting(known).sorted())")
    let csv = try await pillar.run(question + ["--format", "csv"])
    let table = CSVTable(Array(csv.output.utf8))
    let columns = table.header.indices.filter { table.header[$0].contains("facts") }
    #expect(!columns.isEmpty, "\(table.header)")
    for record in 0..<table.recordCount {
      for column in columns {
        let ids = table.text(record: record, column: column).components(separatedBy: " | ")
        let unknown = Set(ids.filter { !$0.isEmpty }).subtracting(known)
        #expect(unknown.isEmpty, "\(unknown.sorted())")
      }
    }
    let one = try #require(named.sorted().first)
    let why = try await pillar("why", "Graphs/r2p", one, "--format", "markdown")
    #expect(why.output.contains("kept at assistance.csv:"))
    #expect(why.output.contains(" l."), "\(one) cites no line")
  }

  /// The keys of the record's facts, read without the tool.
  private static func factIDs() throws -> Set<String> {
    let file = Oracles.packageFolder.appending(path: "Graphs/r2p/assistance.csv")
    let table = CSVTable([UInt8](try Data(contentsOf: file)))
    let column = try #require(table.header.firstIndex(of: "id"))
    return Set((0..<table.recordCount).map { table.text(record: $0, column: column) })
  }

  /// The keys of facts in an answer, however deep.
  private static func facts(_ value: Any) -> Set<String> {
    if let list = value as? [Any] { return list.reduce(into: []) { $0.formUnion(facts($1)) } }
    guard let object = value as? [String: Any] else { return [] }
    return object.reduce(into: []) { found, entry in
      if keys.contains(entry.key) {
        if let fact = entry.value as? String { found.insert(fact) }
        for case let fact as String in entry.value as? [Any] ?? [] { found.insert(fact) }
        for case let fact as [String: Any] in entry.value as? [Any] ?? [] {
          if let id = fact["id"] as? String { found.insert(id) }
        }
      }
      found.formUnion(facts(entry.value))
    }
  }
}
