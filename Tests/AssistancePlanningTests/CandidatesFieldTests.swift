import AssistanceImport
import AssistanceModel
import AssistancePlanning
import CoverageAnalysis
import Foundation
import GraphCore
import TabularText
import TestSupport
import Testing

/// A table of the first quarter of 2022 in the Central African Republic, kept outside the project.
private let tablePath: String? = {
  let named = ProcessInfo.processInfo.environment["PILLAR_FIELD_DATA"].map { URL(filePath: $0) }
  let beside = Oracles.packageFolder.deletingLastPathComponent().appending(path: "shared/data")
  let path = (named ?? beside).appending(path: "3w/caf_3w_2022q1.csv").path
  guard FileManager.default.fileExists(atPath: path) else {
    print("skipped: no field data at \(path); set PILLAR_FIELD_DATA to their folder")
    return nil
  }
  return path
}()

@Suite struct CandidatesFieldTests {
  private func report() throws -> CoverageReport {
    let collection = try FieldImport().collection(of: [tablePath ?? ""], title: "CAR").collection
    var question = CoverageQuestion(collection.metadata.question)
    (question.rows, question.columns) = ("adm2", "sector")
    return collection.graph.coverage(question)
  }

  @Test(.enabled(if: tablePath != nil))
  func `Bossemtele without protection: who is there, who does it next door`() throws {
    let report = try report()
    let answer = try #require(
      report.candidates(row: "CF316", column: "sector-protection")
    )
    func names(_ ids: [NodeID]) -> [String] { ids.map { report.graph.name(of: $0) } }
    #expect(answer.state == .nobody)
    #expect(names(answer.present) == ["ACF", "HCR", "I3D", "UNICEF", "WFG"])
    let both = answer.candidates.filter { $0.reasons.starts(with: [.here, .nearBy]) }
    #expect(names(both.map(\.actor)) == ["HCR", "UNICEF"])
    #expect(both.map { near($0) } == [5, 1])
    #expect(both.map { names($0.here.compactMap(\.column)) } == [["Abris&BNA"], ["EHA"]])
    #expect(answer.candidates.prefix(2).map(\.actor) == both.map(\.actor))
    let next = answer.candidates.dropFirst(2).prefix { near($0) > 1 }
    #expect(names(next.map(\.actor)) == ["DRC", "CICR", "WC UK", "FNUAP", "IRC"])
    #expect(next.map { near($0) } == [5, 4, 4, 3, 2])
    #expect(next.allSatisfy { $0.here.isEmpty && $0.route == nil })
    #expect(names(both.compactMap { $0.nearest?.shared }) == ["Ouham Péndé", "Ouham Péndé"])
  }

  /// In how many places near by.
  private func near(_ candidate: Candidate) -> Int {
    candidate.elsewhere.count { $0.nearness.isNearBy }
  }

  /// The table's own rows, counted apart from every library: place and sector by organization.
  @Test(.enabled(if: tablePath != nil))
  func `who does it in the same prefecture, by the rows of the table`() throws {
    let report = try report()
    let data = try Data(contentsOf: URL(filePath: tablePath ?? ""))
    let table = CSVTable(Array(data))
    let rows = (0..<table.recordCount).map { record in
      table.header.indices.map { column in
        table.text(record: record, column: column).trimmingCharacters(in: .whitespaces)
      }
    }
    let place = try #require(table.header.firstIndex(of: "PCODE2"))
    let sector = try #require(table.header.firstIndex(of: "SECTEUR"))
    let actor = try #require(table.header.firstIndex(of: "ACTEUR"))
    let doers = rows.filter { $0[sector] == "Protection" && $0[place].hasPrefix("CF31") }
    let answer = try #require(report.candidates(row: "CF316", column: "sector-protection"))
    let near = answer.candidates.filter { $0.nearest?.isNearBy == true }
    #expect(
      Set(near.map { report.graph.name(of: $0.actor) }) == Set(doers.map { $0[actor] })
    )
  }
}
