import AssistanceImport
import AssistanceModel
import CoordinationAnalysis
import CoverageAnalysis
import Foundation
import GraphCore
import Testing

/// Published tables against numbers that an independent program counted.
@Suite(.enabled(if: FieldData.isPresent))
struct TableFieldTests {
  private struct Expected: Decodable {
    let orgs: Int
    let adm2: Int
    let cells_filled: Int
    let cells_possible: Int
    let single_provider_cells: Int
    let protection_zero_adm2: [String]?
  }

  private struct Payments: Decodable {
    let rows: Int
    let distinct_rows: Int
    let funder_blank: Int
    let funders_raw: Int
  }

  private struct Ternary: Decodable {
    let facts: Int
    let covered_real: Int
    let covered_projected: Int
    let top_sole: [[Sole]]
  }

  /// A name or a number in one list.
  private enum Sole: Decodable, Equatable {
    case name(String)
    case count(Int)

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let count = try? value.decode(Int.self) {
        self = .count(count)
      } else {
        self = .name(try value.decode(String.self))
      }
    }
  }

  private struct Answers: Decodable {
    let caf: Expected
    let ssd: Expected
    let cmr: Payments
    let ternary_vs_pairwise: [String: Ternary]
  }

  private static func answers() throws -> Answers {
    try JSONDecoder().decode(Answers.self, from: Data(bytes("EXPECTED.json")))
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    let folder = try #require(FieldData.folder)
    return Array(try Data(contentsOf: folder.appending(path: path)))
  }

  private static func imported(_ names: String...) throws -> ImportedCollection {
    var draft = CollectionDraft()
    for name in names { try draft.addTable(bytes("3w/\(name)"), document: name) }
    return try draft.finish(title: "Who does what where")
  }

  private static func file(_ country: String) -> String { "\(country)_3w_2022q1.csv" }

  @Test(arguments: ["caf", "ssd"])
  func `coverage of districts by sectors is what was counted by hand`(country: String) throws {
    let all = try Self.answers()
    let expected = country == "caf" ? all.caf : all.ssd
    let imported = try Self.imported(Self.file(country))
    let report = imported.collection.graph.coverage(
      CoverageQuestion(imported.collection.metadata.question)
    )
    #expect(imported.report.actors.count == expected.orgs)
    #expect(report.rows.count == expected.adm2)
    #expect(report.states.count == expected.cells_possible)
    #expect(report.coveredCount == expected.cells_filled)
    #expect(report.count(.one) == expected.single_provider_cells)
    #expect(imported.report.refusedRows == 0)
    guard let gaps = expected.protection_zero_adm2 else { return }
    let protection = try #require(imported.collection.graph.graph["sector-protection"])
    let found = report.cells.filter { $0.column == protection.id && $0.state == .nobody }
    #expect(found.map(\.row.rawValue).sorted() == gaps)
  }

  @Test(arguments: [("caf", 3_234, 136), ("ssd", 5_303, 200)])
  func `a shared place links as many pairs as were counted by hand`(
    country: String,
    pairs: Int,
    actors: Int
  ) throws {
    let collection = try Self.imported(Self.file(country)).collection
    let rows = collection.metadata.question.rows
    let weak = try CoordinationNetwork(collection.graph, sharing: rows) {
      $0.evidence = [.coPresence]
    }
    #expect(weak.actors.count == actors)
    #expect(weak.linkCounts() == [.coPresence: pairs])
    // Nothing in such a table says that any two work together.
    #expect(try CoordinationNetwork(collection.graph).linkCounts() == [:])
  }

  @Test(arguments: ["caf", "ssd"])
  func `facts keep three ends, so that pairs cannot invent coverage`(country: String) throws {
    let expected = try #require(Self.answers().ternary_vs_pairwise[country])
    let imported = try Self.imported(Self.file(country))
    let graph = imported.collection.graph
    #expect(graph.facts.count == expected.facts)
    var sectors: [NodeID: Set<NodeID>] = [:]
    var cells: Set<[NodeID]> = []
    for fact in graph.assistance {
      for provider in fact.providers {
        sectors[provider, default: []].formUnion(fact.ends(.sector))
      }
      for place in fact.ends("adm2") {
        cells.formUnion(fact.ends(.sector).map { [place, $0] })
      }
    }
    var projected: Set<[NodeID]> = []
    for fact in graph.assistance {
      for place in fact.ends("adm2") {
        for provider in fact.providers {
          projected.formUnion((sectors[provider] ?? []).map { [place, $0] })
        }
      }
    }
    #expect(cells.count == expected.covered_real)
    #expect(projected.count == expected.covered_projected)
  }

  @Test func `who is alone most often is known by the acronym`() throws {
    for country in ["caf", "ssd"] {
      let expected = try #require(Self.answers().ternary_vs_pairwise[country])
      let imported = try Self.imported(Self.file(country))
      let graph = imported.collection.graph
      let report = graph.coverage(CoverageQuestion(imported.collection.metadata.question))
      let losses = report.losses()
      let alone = Dictionary(uniqueKeysWithValues: losses.map { ($0.actor, $0.openedCount) })
      #expect(losses.prefix(3).map { .count($0.openedCount) } == expected.top_sole.map { $0[1] })
      for pair in expected.top_sole {
        guard case .name(let name) = pair[0], case .count(let count) = pair[1] else { continue }
        let match = NameIndex(graph.graph).match(name, .actor)
        guard case .node(let id) = match else {
          Issue.record("\(name): \(match)")
          continue
        }
        #expect(alone[id] == count, "\(name)")
      }
    }
  }

  @Test func `repeated rows and blank funders are counted as they were by hand`() throws {
    let expected = try Self.answers().cmr
    let imported = try Self.imported("cmr_5w_2021-06.csv")
    let file = try #require(imported.report.files.first)
    #expect(file.rowsRead == expected.rows)
    #expect(file.rowsRead - file.repeatedRows == expected.distinct_rows)
    #expect(file.columns[0].distinctCount == expected.funders_raw)
    let blank = imported.report.missing.filter { $0.place == "funder" && $0.text.isEmpty }
    #expect(blank.map(\.count) == [expected.funder_blank])
    #expect(imported.report.missing.contains { $0.text == "Not specified" })
    #expect(imported.collection.graph.graph["not-specified"] == nil)
  }

  @Test(arguments: [
    "bdi_3w_2022-03.csv", "caf_3w_2022q1.csv", "cmr_5w_2021-06.csv",
    "cod_3w_2022-01_nohxl.csv", "eth_4w_2022-02.csv", "hti_3w_2020_bilingual.csv",
    "lby_3w_2021-05.csv", "ssd_3w_2022q1.csv", "tcd_3w_2021-10.csv",
  ])
  func `every table is read and can be written`(name: String) throws {
    let imported = try Self.imported(name)
    let report = imported.report
    #expect(report.factCount > 0)
    #expect(report.factCount + report.mergedCount + report.refusedRows == report.rowsRead)
    let rows = imported.collection.graph.assistance.compactMap { $0.node[.rows] }
    #expect(rows.reduce(0, +) + report.refusedRows == report.rowsRead)
    #expect(!report.sectors.isEmpty && !report.places.isEmpty)
    for fact in imported.collection.graph.assistance {
      #expect(!fact.sources.isEmpty && !fact.providers.isEmpty)
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try imported.collection.write(to: folder.path)
    let read = try AssistanceCollection(readingFrom: folder.path)
    #expect(read.graph.facts.count == report.factCount)
    #expect(read.metadata == imported.collection.metadata)
    if ProcessInfo.processInfo.environment["SHOW"] != nil {
      print(name, report.factCount, report.rowsRead, report.mergedCount, report.refusedRows)
      for file in report.files {
        print(file.notes)
        for c in file.columns {
          print("  ", c.number, c.heading, c.tag, c.meaning?.description ?? "-", c.use, c.reason)
        }
      }
      print(report.refusals.prefix(5), report.doubts, report.missing.prefix(8))
      print(report.placeholders.prefix(8), report.spellings.count, report.selfRelations)
      print(report.actors.count, report.actors.prefix(4), report.sectors, report.places.count)
      print(report.providerRoles)
    }
  }

  @Test func `the order of files changes nothing, and neither does a second run`() throws {
    let names = [Self.file("ssd"), Self.file("caf")]
    let first = try Self.imported(names[0], names[1])
    let second = try Self.imported(names[1], names[0])
    let (left, right) = (first.collection.files(), second.collection.files())
    #expect(left.map(\.path) == right.map(\.path))
    for (a, b) in zip(left, right) { #expect(a.bytes == b.bytes, "\(a.path)") }
    #expect(first.report == second.report)
  }
}
