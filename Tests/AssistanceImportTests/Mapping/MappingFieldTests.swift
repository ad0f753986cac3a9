import AssistanceImport
import AssistanceModel
import CoordinationAnalysis
import CoverageAnalysis
import Foundation
import GraphCore
import TabularText
import TestSupport
import Testing

/// Published tables read with the mappings that are shipped as examples, against numbers that an
/// independent program counted.
@Suite(.enabled(if: FieldData.isPresent))
struct MappingFieldTests {
  private struct Agreements: Decodable {
    let links: Int
    let agreements: Int
    let actors: Int
    let third_party_actors: Int
  }

  private struct Memberships: Decodable {
    let edges: Int
    let states: Int
    let igos: Int
    let full: Int
  }

  private struct Answers: Decodable {
    let pax: Agreements
    let igo: Memberships
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    let folder = try #require(FieldData.folder)
    return Array(try Data(contentsOf: folder.appending(path: path)))
  }

  private static func answers() throws -> Answers {
    try JSONDecoder().decode(Answers.self, from: Data(bytes("EXPECTED.json")))
  }

  private static func imported(
    _ name: String,
    _ paths: String...,
    change: (inout String) -> Void = { _ in }
  ) throws -> ImportedCollection {
    let url = Oracles.packageFolder.appending(path: "Examples/Mappings/\(name).yaml")
    var yaml = try String(contentsOf: url, encoding: .utf8)
    change(&yaml)
    let file = try MappingFile(yaml: Array(yaml.utf8), file: "\(name).yaml")
    var draft = CollectionDraft()
    for path in paths {
      let document = URL(filePath: path).lastPathComponent
      try draft.addTable(bytes(path), document: document, mapping: file.mapping(for: document))
    }
    let imported = try draft.finish(title: name)
    guard let purposes = draft.purposes else { return imported }
    return try imported.showingInhibitors(
      purposes.reading,
      [Concordance.dac.restricted(to: purposes.codes)]
    )
  }

  @Test func `memberships of states keep their type, and paths go over them`() throws {
    let expected = try Self.answers().igo
    let imported = try Self.imported(
      "cow-igo-memberships",
      "networks/cow_igo_v3_memberships_2014_long.csv"
    )
    let edges = imported.graph.edges(of: .memberOf)
    #expect(edges.count == expected.edges)
    #expect(edges.count { $0.property("role") == .text("full") } == expected.full)
    #expect(Set(edges.map(\.from.id)).count == expected.states)
    #expect(Set(edges.map(\.to.id)).count == expected.igos)
    #expect(imported.graph.nodeCount == expected.states + expected.igos)
    #expect(imported.report.refusedRows == 0)
    let question = PathQuestion(from: "cow-483", to: "cow-220")
    #expect(try imported.collection.graph.paths(question).paths.first?.steps.count == 2)
    try expectReadBack(imported)
  }

  @Test func `agreements have their signatures, each once, and the dangling one is told`() throws {
    let expected = try Self.answers().pax
    let imported = try Self.imported("pa-x", "networks/pax_links.csv", "networks/pax_nodes.csv")
    let report = imported.report
    let edges = imported.graph.edges(of: "signed")
    #expect(report.files.first { $0.document == "pax_links.csv" }?.rowsRead == expected.links)
    #expect(edges.count + report.mergedRelations + report.refusedRows == expected.links)
    #expect(report.mergedRelations == 190)
    #expect(report.refusals.map(\.place.line) == [45])
    #expect(imported.graph.nodes(of: "agreement").count == expected.agreements)
    #expect(Set(edges.map(\.to.id)).count == expected.agreements)
    // The dangling link was counted as one more actor, who has no name.
    #expect(Set(edges.map(\.from.id)).count + report.refusedRows == expected.actors)
    let third = edges.filter { $0.property("role") == .text("third party") }
    #expect(Set(third.map(\.from.id)).count == expected.third_party_actors)
    try expectReadBack(imported)
  }

  /// Millions of dollars by inhibitor as published with the concordance: direct and partial.
  private static let purposes: [(country: String, amounts: [(Double, Double)])] = [
    (
      "Central African Republic",
      [
        (2.5, 11.0), (1.1, 28.5), (13.7, 0.5), (0, 24.8), (24.8, 10.5), (0, 0.3), (0, 0),
      ]
    ),
    (
      "South Sudan",
      [
        (3.3, 27.5), (0.3, 78.8), (25.1, 8.7), (0, 48.2), (48.2, 18.9), (0, 5.6), (0, 0),
      ]
    ),
    ("Sudan", [(4.0, 3.4), (0, 25.5), (11.1, 2.6), (0, 11.3), (11.3, 0.8), (0, 0.8), (0, 0)]),
    (
      "Myanmar",
      [
        (4.3, 21.6), (5.1, 91.3), (34.9, 6.0), (0, 50.4), (50.4, 15.3), (0, 5.1), (0, 0),
      ]
    ),
    (
      "Mali",
      [
        (8.3, 30.9), (0.4, 85.2), (28.4, 10.2), (0, 62.7), (62.7, 19.5), (0, 0.7), (0, 0),
      ]
    ),
    (
      "Burkina Faso",
      [
        (1.3, 4.4), (0.8, 8.6), (16.6, 0), (0, 1.9), (1.9, 4.2), (0, 0.4), (0, 0),
      ]
    ),
  ]

  @Test func `money by inhibitor is what was computed by hand from the purpose codes`() throws {
    let imported = try Self.imported("crs-by-purpose", "crs/crs_2017_sectors.csv")
    let table = try FieldData.table("codelists/dac_to_inhibitor_concordance.csv")
    let lines = zip(
      zip(table.column("code"), table.column("inhibitor")),
      table.column("strength")
    )
    for (country, amounts) in Self.purposes {
      let facts = imported.collection.graph.assistance.filter { fact in
        fact.countryCase.flatMap { imported.graph[$0]?[.name] } == country
      }
      for (place, inhibitor) in CoreInhibitor.allCases.enumerated() {
        func codes(_ strength: String) -> Set<NodeID> {
          let found = lines.filter { $0.0.1 == "I\(place + 1)" && $0.1 == strength }
          return Set(found.map { NodeID("sector-\($0.0.0)") })
        }
        let direct = Self.sum(facts) { !codes("direct").isDisjoint(with: $0.ends(.sector)) }
        let partial = Self.sum(facts) { !codes("partial").isDisjoint(with: $0.ends(.sector)) }
        #expect(abs(direct - amounts[place].0) < 0.0501, "\(country) \(inhibitor): \(direct)")
        #expect(abs(partial - amounts[place].1) < 0.0501, "\(country) \(inhibitor): \(partial)")
        // The strict reading of the shipped concordance has the same direct links.
        let strict = Self.sum(facts) { $0.inhibitors.contains(inhibitor.id) }
        #expect(abs(strict - direct) < 0.000_001, "\(country) \(inhibitor): \(strict)")
      }
    }
    let question = imported.collection.metadata.question
    #expect(question.columns == .inhibitor)
    #expect(question.unobservable.compactMap(\.column).contains("inhibitor-7-transitional-justice"))
    let report = imported.collection.graph.coverage(CoverageQuestion(question))
    #expect(report.columns.count == 7)
    #expect(report.rows.count == imported.graph.nodes(of: .countryCase).count)
    try expectReadBack(imported)
  }

  private static func sum(
    _ facts: [AssistanceFact],
    _ counts: (AssistanceFact) -> Bool
  ) -> Double {
    facts.filter(counts).compactMap { fact -> Double? in
      if case .decimal(let number) = fact.node.property("usd-million") { number } else { nil }
    }
    .reduce(0, +)
  }

  @Test func `donors by recipient have their codes from the row above their names`() throws {
    let imported = try Self.imported("crs-by-donor", "crs/crs_2019_donors.csv")
    #expect(imported.graph["austria"]?[.identifiers] == ["dac-donor:1"])
    #expect(imported.graph["united-states"]?[.identifiers] == ["dac-donor:302"])
    let graph = imported.collection.graph
    let austria = graph.assistance.filter {
      $0.providers == ["austria"] && $0.countryCase == "case-af"
    }
    #expect(austria.compactMap { $0.node.property("usd-million") } == [.decimal(3.369861)])
    #expect(imported.graph["case-af"]?[.identifiers] == ["dac-recipient:625"])
    #expect(imported.graph.nodes(of: .actor).allSatisfy { $0[.designation] != .placeholder })
    try expectReadBack(imported)
  }

  @Test func `missions are facts by place and year`() throws {
    let imported = try Self.imported("geo-pko", "networks/geopko_FrontMap_v2.3.csv")
    #expect(imported.report.rowsRead == 8783)
    #expect(imported.report.factCount + imported.report.mergedCount == 8783)
    #expect(imported.report.actors.count == 52)
    let report = imported.collection.graph.coverage(
      CoverageQuestion(imported.collection.metadata.question)
    )
    #expect(report.rows.count == 45)
    #expect(report.coveredCount == 45)
    try expectReadBack(imported)
  }

  @Test(arguments: [
    ("cow-country-codes", "networks/cow_country_codes.csv", NodeKind.actor, 217),
    ("country-codes", "codelists/country-codes.csv", .countryCase, 249),
    ("dac-channels", "codelists/dac_channel_codes.csv", .actor, 409),
    ("dac-purposes", "codelists/dac_sectors.csv", .sector, 296),
  ])
  func `code lists are nodes, each once`(name: String, path: String, kind: NodeKind, count: Int)
    throws
  {
    let imported = try Self.imported(name, path)
    #expect(imported.report.nodeCount == count)
    #expect(imported.report.refusedRows == 0)
    #expect(imported.graph.nodes(of: kind).allSatisfy { !($0[.name] ?? "").isEmpty })
    try expectReadBack(imported)
    switch name {
    case "country-codes": #expect(imported.graph["case-na"]?[.name] == "Namibia")
    case "dac-channels":
      #expect(imported.graph["dac-channel-22000"]?[.designation] != nil)
      #expect(imported.graph["dac-channel-44000"]?[.designation] == nil)
    case "dac-purposes":
      #expect(imported.graph["sector-15132"]?[.name] == "Police")
      #expect(imported.edges(.partOf).contains("sector-15132 → sector-15130 (any time)"))
    default: #expect(imported.report.files.first?.repeatedRows == 26)
    }
  }
}
