import AssistanceDiagrams
import AssistanceImport
import AssistanceModel
import AssistanceReports
import CoverageAnalysis
import DOTFormat
import Foundation
import GraphCore
import GraphInterchange
import PillarKit
import Testing

/// What holds for the safe copy of every made-up country.
@Suite struct SafeCopyLawTests {
  private static func copy(_ world: SensitiveWorld) throws -> SafeCopy {
    try world.collection.safeCopy(hiding: world.list, under: world.rules)
  }

  /// Everything that can be handed over, as text.
  private static func outputs(_ copy: SafeCopy) -> [(name: String, text: String)] {
    let collection = copy.collection
    let report = collection.coverage()
    var outputs = collection.files().map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    for format in [GraphFormat.json, .graphml, .csv] {
      outputs += collection.graph.graph.files(as: format, title: collection.metadata.title)
        .map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
    }
    let diagram = report.coordinationDiagram(DiagramOptions(collection.metadata))
    outputs.append(("map.dot", diagram.graph.description))
    let page = report.page(collection: collection.metadata.title)
    outputs.append(("coverage.md", page.markdown()))
    outputs.append(("summary.txt", copy.summary.sentences.joined(separator: "\n")))
    return outputs
  }

  @Test(arguments: UInt64(0)..<100)
  func `no format holds a name, another name, an identifier or a key of anybody hidden`(
    seed: UInt64
  ) throws {
    let world = try SensitiveWorld(seed: seed)
    let copy = try Self.copy(world)
    // Without signs and case, no escape of any format can hide a name.
    func letters(_ text: String) -> String {
      // The names are of plain letters.
      String(decoding: text.lowercased().utf8.filter { 97...122 ~= $0 }, as: UTF8.self)
    }
    let outputs = Self.outputs(copy).map { ($0.name, letters($0.text)) }
    for hidden in copy.privateNames {
      let secrets = try #require(world.secrets[hidden.id])
      for secret in secrets {
        for (name, text) in outputs {
          #expect(!text.contains(secret), "\(name) tells of \(hidden.id)")
        }
      }
    }
    for (name, text) in Self.outputs(copy) {
      #expect(!text.contains("912") && !text.contains("@example"), "\(name) holds contact data")
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `a copy never shows a gap where there is coverage, nor coverage where there is a gap`(
    seed: UInt64
  ) throws {
    let world = try SensitiveWorld(seed: seed)
    let copy = try Self.copy(world)
    let before = world.collection.coverage()
    let after = copy.collection.coverage()
    let names = Dictionary(
      uniqueKeysWithValues: copy.privateNames.filter { $0.treatment == .pseudonym }
        .compactMap { name in name.copyID.map { ($0, name.id) } }
    )
    let marked = Set(
      copy.collection.metadata.question.unobservable.map { [$0.row, $0.column] }
    )
    for cell in after.cells {
      let row = names[cell.row] ?? cell.row
      let old = try #require(before.cell(row, cell.column))
      let isMarked = marked.contains([cell.row, cell.column])
      switch cell.state {
      case .nobody: #expect(!old.state.isCovered, "\(row) × \(cell.column) became a gap")
      case .unobservable: #expect(isMarked)
      default: #expect(old.state.isCovered, "\(row) × \(cell.column) became covered")
      }
      if !isMarked, world.rules.actors == .pseudonym, copy.summary.groupedFacts == 0 {
        #expect(cell.state == old.state, "\(row) × \(cell.column)")
      }
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `who goes by a number is told only where enough hidden actors are active`(
    seed: UInt64
  ) throws {
    let world = try SensitiveWorld(seed: seed)
    let copy = try Self.copy(world)
    let actors = Set(copy.privateNames.filter { $0.kind == .actor }.map(\.id))
    let names = Dictionary(
      uniqueKeysWithValues: copy.privateNames.filter { $0.treatment == .pseudonym }
        .compactMap { name in name.copyID.map { ($0, name.id) } }
    )
    let original = world.collection.graph
    for fact in copy.collection.graph.assistance {
      let graph = copy.collection.graph.graph
      let ends = copy.collection.graph.incidence.edges(from: fact.id)
      guard ends.contains(where: { names[$0.to.id] != nil && $0.to.kind == .actor }) else {
        continue
      }
      let role: EdgeKind =
        !fact.ends("adm2").isEmpty ? "adm2" : !fact.ends("adm1").isEmpty ? "adm1" : .countryCase
      for place in fact.ends(role) {
        let place = names[place] ?? place
        for sector in fact.ends(.sector) {
          let active = original.assistance.filter {
            $0.ends(role).contains(place) && $0.ends(.sector).contains(sector)
          }
          let hidden = Set(
            active.flatMap { original.incidence.edges(from: $0.id).map(\.to.id) }
          ).intersection(actors)
          #expect(hidden.count >= world.rules.threshold, "\(place) × \(sector)")
        }
      }
      #expect(graph[fact.id]?.property("project") == nil)
      #expect(fact.sources.allSatisfy { $0.locator == nil })
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func `the same collection gives the same bytes, and the folder reads back`(
    seed: UInt64
  ) throws {
    let world = try SensitiveWorld(seed: seed)
    let first = try Self.copy(world)
    let second = try Self.copy(try SensitiveWorld(seed: seed))
    #expect(Self.outputs(first).map(\.text) == Self.outputs(second).map(\.text))
    #expect(first.privateNames == second.privateNames)
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try first.collection.write(to: folder.path)
    let read = try AssistanceCollection(readingFrom: folder.path)
    // The tables of a new folder are sorted, so rows may change places.
    func states(_ collection: AssistanceCollection) -> [[NodeID]: CoverageState] {
      let cells = collection.coverage().cells.map { ([$0.row, $0.column], $0.state) }
      return Dictionary(uniqueKeysWithValues: cells)
    }
    #expect(states(read) == states(first.collection))
    #expect(read.metadata == first.collection.metadata)
  }
}
