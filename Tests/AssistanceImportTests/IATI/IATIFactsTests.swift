import AssistanceImport
import AssistanceModel
import GraphCore
import TestSupport
import Testing

@Suite struct IATIFactsTests {
  @Test func `an activity becomes a fact with its ends, days, money and source`() throws {
    let imported = try IATIText.imported(
      IATIText.file(
        IATIText.activity(
          organizations: IATIText.organization("Payer", role: "1", ref: "XM-DAC-41114")
            + IATIText.implementer("Local Peace"),
          more: "<title><narrative>Dialogue</narrative></title>"
            + #"<activity-date type="2" iso-date="2012-01-31"/>"#
            + #"<activity-date type="3" iso-date="2013-12-31"/>"#
            + IATIText.transaction("3", "1000")
        )
      )
    )
    let fact = try #require(imported.collection.graph.assistance.first)
    #expect(
      imported.lines == [
        "Local Peace / case-cd / Civilian peace-building, conflict prevention and resolution / 5 / explicit"
      ]
    )
    #expect(fact.validity.description == "2012-01-31 to 2013-12-31")
    #expect(fact.modality == .does)
    #expect(fact.sources.map(\.description) == ["0.xml #A-1"])
    #expect(fact.node[PropertyKey<String>.activityKey] == "A-1")
    #expect(fact.node[PropertyKey<String>.project] == "Dialogue")
    #expect(fact.node[PropertyKey<String>.status] == "implementation")
    #expect(imported.amounts("spent-usd") == [1000])
    #expect(fact.ends(.funder).map { imported.collection.graph.name(of: $0) } == ["Payer"])
  }

  @Test func `each reading shows what it counts`() throws {
    let file = IATIText.file(IATIText.activity())
    func inhibitors(_ reading: ConcordanceReading?) throws -> [String] {
      try IATIText.imported(file, rules: IATIRules(reading: reading)).lines
        .map { String($0.split(separator: " / ", omittingEmptySubsequences: false)[3]) }
    }
    #expect(try inhibitors(.strict) == ["5"])
    #expect(try inhibitors(.standard) == ["45"])
    #expect(try inhibitors(.wide) == ["2457"])
    #expect(try inhibitors(nil) == [""])
  }

  @Test func `a basis can say how firmly a code shows the inhibitor`() throws {
    let imported = try IATIText.imported(
      IATIText.file(IATIText.activity()),
      rules: IATIRules(reading: .wide, basisShowsStrength: true)
    )
    let ends = imported.lines.map { $0.split(separator: " / ").suffix(2).joined(separator: " ") }
    #expect(ends == ["27 thematic", "4 implied", "5 explicit"])
  }

  @Test func `a sector that shows no inhibitor stays a fact`() throws {
    let imported = try IATIText.imported(
      IATIText.file(IATIText.activity(sectors: #"<sector code="12220"/>"#))
    )
    #expect(imported.lines == ["Local Peace / case-cd / 12220 /  / explicit"])
    let without = try IATIText.imported(
      IATIText.file(IATIText.activity(sectors: #"<sector code="12220"/><sector code="15220"/>"#)),
      rules: IATIRules(keepsOtherSectors: false)
    )
    #expect(without.lines.map { $0.split(separator: " / ")[3] } == ["5"])
    #expect(without.report.refusedRows == 0)
  }

  @Test func `the provider is whoever is nearest to the work`() throws {
    func providers(_ organizations: String, _ roles: Set<IATIRole> = [.implementing]) throws
      -> String
    {
      let file = IATIText.file(IATIText.activity(organizations: organizations))
      let imported = try IATIText.imported(file, rules: IATIRules(providers: roles))
      return imported.lines.compactMap { $0.split(separator: " / ").first }.joined()
    }
    let all = [("Pays", "1"), ("Answers", "2"), ("Passes on", "3"), ("Does", "4")]
      .map { IATIText.organization($0.0, role: $0.1) }
    #expect(try providers(all.joined()) == "Does")
    #expect(try providers(all[...2].joined()) == "Answers")
    #expect(try providers(all[0] + all[2]) == "Passes on")
    #expect(try providers(all[0]) == "Pays")
    #expect(try providers("") == "Reporter")
    #expect(try providers(all.joined(), [.funding]) == "Pays")
    #expect(try providers(all.joined(), [.funding, .implementing]) == "Does+Pays")
    #expect(try providers(all[0] + IATIText.implementer("")) == "Pays")
  }

  @Test func `a category that stands for an organization is a placeholder`() throws {
    let imported = try IATIText.imported(
      IATIText.file(
        IATIText.activity(organizations: IATIText.organization("Other.", role: "4", ref: "52000"))
          + IATIText.activity(
            "A-2",
            organizations: IATIText.organization("World Bank Group", role: "4", ref: "44000")
          )
      )
    )
    let graph = imported.collection.graph
    let designations = graph.assistance.flatMap(\.providers).map { id in
      "\(graph.name(of: id)): \(graph.graph[id]?[.designation]?.rawValue ?? "named")"
    }
    #expect(designations.sorted() == ["Other.: placeholder", "World Bank Group: named"])
  }

  @Test func `what is planned is pledged, and what was called off is left out`() throws {
    let statuses = ["1", "2", "3", "4", "5", "6"]
    let file = IATIText.file(
      statuses.map { IATIText.activity("A-\($0)", status: $0) }.joined()
    )
    let imported = try IATIText.imported(file)
    let modalities = imported.collection.graph.assistance.map { fact in
      "\(fact.sources.map(\.description).joined()) \(fact.modality)"
    }
    #expect(
      modalities.sorted() == [
        "0.xml #A-1 pledged", "0.xml #A-2 does", "0.xml #A-3 does", "0.xml #A-4 does",
      ]
    )
    #expect(
      imported.notes.contains("1 activity in the pipeline: their facts are pledged, not done")
    )
    #expect(imported.notes.allSatisfy { !$0.isEmpty })
    #expect(imported.notes.contains("1 activity left out as cancelled"))
    #expect(imported.notes.contains("1 activity left out as suspended"))
    let all = try IATIText.imported(file, rules: IATIRules(leftOut: []))
    #expect(all.collection.graph.assistance.count == 6)
  }

  @Test func `actual days come before planned ones, and a reversed span loses its end`() throws {
    func span(_ dates: [(String, String)]) throws -> String {
      let more = dates.map { "<activity-date type=\"\($0.0)\" iso-date=\"\($0.1)\"/>" }.joined()
      let imported = try IATIText.imported(IATIText.file(IATIText.activity(more: more)))
      let doubts = imported.report.doubts.map { " (\($0.message))" }.joined()
      return (imported.collection.graph.assistance.first?.validity.description ?? "") + doubts
    }
    #expect(try span([("1", "2011-01-01"), ("2", "2012-02-01")]) == "since 2012-02-01")
    #expect(try span([("3", "2011-01-01")]) == "until 2011-01-01")
    #expect(
      try span([("2", "2012-01-01"), ("3", "2014-01-01"), ("4", "2013-01-01")])
        == "2012-01-01 to 2013-01-01"
    )
    #expect(
      try span([("2", "2015-01-01"), ("3", "2014-01-01")])
        == "since 2015-01-01 (it ends before it begins; its end is left open)"
    )
    #expect(try span([]) == "any time")
  }

  @Test func `a parent and its children are one work, also in different files`() throws {
    let parent = IATIText.file(
      IATIText.activity(
        "P",
        more: #"<related-activity type="2" ref="C"/>"#
          + IATIText.transaction("2", "100")
      )
    )
    let child = IATIText.file(IATIText.activity("C", more: IATIText.transaction("2", "100")))
    let imported = try IATIText.imported(parent, child)
    #expect(imported.amounts("committed-usd") == [100])
    #expect(
      imported.collection.graph.assistance.flatMap(\.sources).map(\.description) == ["1.xml #C"]
    )
    #expect(imported.notes.contains("1 activity did not count: their children in the files do"))
    #expect(try IATIText.imported(parent).collection.graph.assistance.count == 1)
    let upper = try IATIText.imported(parent, child, rules: IATIRules(level: .highest))
    #expect(upper.collection.graph.assistance.flatMap(\.sources).map(\.description) == ["0.xml #P"])
  }

  @Test func `an activity in two files has both sources and its money once`() throws {
    let file = IATIText.file(IATIText.activity(more: IATIText.transaction("3", "100")))
    let imported = try IATIText.imported(file, file)
    #expect(imported.amounts("spent-usd") == [100])
    #expect(imported.collection.graph.assistance.flatMap(\.sources).count == 2)
    #expect(imported.report.files.map(\.repeatedRows) == [0, 1])
  }

  @Test func `the order of files does not change the collection`() throws {
    let files = [
      IATIText.activity("A", more: IATIText.transaction("3", "0.1")),
      IATIText.activity("A", more: IATIText.transaction("3", "0.2")),
      IATIText.activity("B", organizations: IATIText.implementer("Local peace ")),
      IATIText.activity("C", more: #"<related-activity type="1" ref="B"/>"#),
    ].enumerated().map { IATISource(IATIText.file($0.element), document: "\($0.offset).xml") }
    func bytes(_ sources: [IATISource]) throws -> [[UInt8]] {
      var draft = CollectionDraft()
      try draft.add(sources)
      return try draft.finish(title: "Aid").collection.files().map(\.bytes)
    }
    let expected = try bytes(files)
    for seed in UInt64(0)..<10 {
      var generator = SeededGenerator(seed: seed)
      #expect(try bytes(files.shuffled(using: &generator)) == expected)
    }
  }

  @Test func `an activity without a country is refused with its line`() throws {
    let imported = try IATIText.imported(
      IATIText.file(IATIText.activity() + "\n" + IATIText.activity("B", places: ""))
    )
    #expect(imported.report.refusedRows == 1)
    #expect(
      imported.report.refusals.map(\.description)
        == ["0.xml:8: warning: “B”: it names neither country nor region"]
    )
  }

  @Test func `every file that cannot be read is named, and nothing is added`() throws {
    var draft = CollectionDraft()
    let good = IATISource(IATIText.file(IATIText.activity()), document: "a.xml")
    let bad = ["b.xml", "c.xml"].map { IATISource(Array("<html/>".utf8), document: $0) }
    let error = #expect(throws: ImportError.self) { try draft.add([good] + bad) }
    #expect(error?.diagnostics.map(\.place.file) == ["b.xml", "c.xml"])
    #expect(try draft.finish(title: "Aid").collection.graph.assistance.isEmpty)
    #expect(throws: ImportError.self) { try draft.add([good, good]) }
  }

  @Test func `people's details are named as dropped`() throws {
    let imported = try IATIText.imported(
      IATIText.file(IATIText.activity(more: "<contact-info><email>a@b.org</email></contact-info>"))
    )
    let dropped = imported.report.files.flatMap(\.columns).filter { $0.use == .dropped }
    #expect(dropped.map(\.heading) == ["contact-info"])
    #expect(imported.notes.contains("1 entry with people's details was dropped unread"))
    for file in imported.collection.files() {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("a@b.org"))
    }
  }

  @Test func `all seven inhibitors are columns, and what no code can show is marked`() throws {
    let imported = try IATIText.imported(IATIText.file(IATIText.activity()))
      .showingInhibitors(.strict)
    let inhibitors = imported.collection.graph.graph.nodes.filter { $0.kind == .inhibitor }
    #expect(Set(inhibitors.map(\.id)) == Set(CoreInhibitor.allCases.map(\.id)))
    let question = imported.collection.metadata.question
    #expect(question.columns == .inhibitor)
    #expect(
      question.unobservable.compactMap(\.column).map(\.rawValue) == [
        "inhibitor-4-risk-early-response", "inhibitor-6-media", "inhibitor-7-transitional-justice",
      ]
    )
    let wide = try IATIText.imported(IATIText.file(IATIText.activity())).showingInhibitors(.wide)
    #expect(wide.collection.metadata.question.unobservable.isEmpty)
  }
}
