import AssistanceModel
import CoverageAnalysis
import Foundation
import Testing

@Suite struct GeneratedAssistanceTests {
  @Test func `has as many gaps as real records, and cells in every state`() throws {
    let collection = try GeneratedAssistance().collection()
    let report = collection.graph.coverage(CoverageQuestion(collection.metadata.question))
    for state in CoverageState.allCases { #expect(report.count(state) > 0, "\(state)") }
    let share = Double(report.gaps().count) / Double(report.states.count)
    #expect(share > 0.1 && share < 0.4)
  }

  @Test func `is read back from the folder that it is written into`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "pillar-diagrams-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let collection = try GeneratedAssistance(actors: 9, measures: 6, inhibitors: 8, cases: 7)
      .collection()
    try collection.write(to: folder.path)
    let read = try AssistanceCollection(readingFrom: folder.path)
    let question = CoverageQuestion(read.metadata.question)
    #expect(read.graph.coverage(question).states == collection.graph.coverage(question).states)
  }

  @Test func `is the same for the same seed and another for another`() throws {
    let sizes = GeneratedAssistance(actors: 9, measures: 6, inhibitors: 4, cases: 7)
    var other = sizes
    other.seed = 2
    let states = try [sizes, sizes, other].map { try $0.collection().graph.coverage().states }
    #expect(states[0] == states[1] && states[0] != states[2])
  }
}
