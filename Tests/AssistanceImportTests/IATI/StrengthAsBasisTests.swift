import AssistanceImport
import AssistanceModel
import CoverageAnalysis
import Foundation
import GraphCore
import Testing
import TestSupport

/// One import that keeps the strength of codes beside one import for each reading.
@Suite struct StrengthAsBasisTests {
  private static let bases: [ConcordanceReading: Set<Basis>] = [
    .strict: [.explicit], .standard: [.explicit, .implied],
    .wide: [.explicit, .implied, .thematic],
  ]

  /// How each cell stands with the bases of a reading, by the keys of its row and column.
  private func states(_ imported: ImportedCollection, _ reading: ConcordanceReading)
    -> [[NodeID]: CoverageState]
  {
    var question = CoverageQuestion(imported.collection.metadata.question)
    question.bases = Self.bases[reading] ?? []
    let report = imported.collection.graph.coverage(question)
    return Dictionary(uniqueKeysWithValues: report.cells.map { ([$0.row, $0.column], $0.state) })
  }

  private func expectSameStates(in paths: [String]) throws {
    var graded = FieldImport()
    graded.reading = .wide
    graded.rules.basisShowsStrength = true
    let one = try graded.collection(of: paths, title: "One")
    for reading in ConcordanceReading.allCases {
      var plain = FieldImport()
      plain.reading = reading
      let other = try plain.collection(of: paths, title: "Other")
      #expect(states(one, reading) == states(other, reading), "\(paths) \(reading)")
    }
  }

  private func write(_ bytes: [UInt8], _ name: String, in folder: URL) throws -> String {
    let url = folder.appending(path: name)
    try Data(bytes).write(to: url)
    return url.path
  }

  @Test(arguments: UInt64(0)..<100)
  func `each basis has the states of the import with that reading`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let codes = Concordance.dac.entries.map(\.code).filter { $0.utf8.count == 5 }
    let activities = (0..<Int.random(in: 1...5, using: &random)).map { number in
      let chosen = (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in
        codes.randomElement(using: &random)
      }
      let place = ["CD", "TD"].randomElement(using: &random) ?? "CD"
      return IATIText.activity(
        "A-\(number)",
        places: "<recipient-country code=\"\(place)\"/>",
        sectors: chosen.map { "<sector vocabulary=\"1\" code=\"\($0)\"/>" }.joined()
      )
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "basis-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = IATIText.file(activities.joined(separator: "\n"))
    try expectSameStates(in: [write(file, "aid.xml", in: folder)])
  }

  @Test func `what only weaker codes show is marked unless their bases count`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "basis-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var importing = FieldImport()
    importing.reading = .wide
    importing.rules.basisShowsStrength = true
    let path = try write(IATIText.file(IATIText.activity()), "aid.xml", in: folder)
    let marks = try importing.collection(of: [path], title: "Aid")
      .collection.metadata.question.unobservable
    #expect(
      marks.map { $0.column?.rawValue } == [
        "inhibitor-4-risk-early-response", "inhibitor-6-media", "inhibitor-7-transitional-justice",
      ]
    )
    for mark in marks {
      #expect(!mark.unless.isEmpty && !mark.unless.contains(.explicit))
      #expect(mark.reason.contains("no code of the source shows it directly; less firmly: "))
    }
  }

  @Test(
    .enabled(if: FieldData.isPresent, "the folder of field data is not here"),
    arguments: [
      "dfid_haiti_2018_v201.xml", "dfid_drc_2013_v101.xml", "cafod_drc_2013_v100.xml",
      "worldbank_angola_2013_v101_contacts-removed.xml",
    ]
  )
  func `so it is with files as publishers gave them`(_ name: String) throws {
    let folder = try #require(FieldData.folder)
    try expectSameStates(in: [folder.appending(path: "iati/\(name)").path])
  }
}
