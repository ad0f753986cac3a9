import AssistanceImport
import AssistanceModel
import Foundation
import GraphCore
import Testing

/// Files as publishers gave them, beside numbers that were counted with Python's ElementTree.
@Suite(.enabled(if: FieldData.isPresent, "the folder of field data is not here"))
struct IATIFieldTests {
  private static let drc = "dfid_drc_2013_v101.xml"
  private static let cafod = "cafod_drc_2013_v100.xml"
  private static let haiti = "dfid_haiti_2018_v201.xml"
  private static let angola = "worldbank_angola_2013_v101_contacts-removed.xml"
  private static let usaid = "flattener_usaid_contacts-removed.xml"
  private static let relief = "flattener_sr.xml"

  private func path(_ name: String) throws -> String {
    try #require(FieldData.folder).appending(path: "iati/\(name)").path
  }

  private func activities(_ name: String) throws -> [IATIActivity] {
    var found: [IATIActivity] = []
    try IATIReader().read(try path(name)) { found.append($0) }
    return found
  }

  private func imported(
    _ names: String...,
    rules: IATIRules = IATIRules()
  ) throws -> ImportedCollection {
    var draft = CollectionDraft()
    try draft.add(names.map { IATISource(path: try path($0)) }, rules: rules)
    return try draft.finish(title: "Aid")
  }

  /// How many activities show each inhibitor.
  private func activityCounts(_ imported: ImportedCollection) -> [String: Int] {
    var keys: [String: Set<String>] = [:]
    for fact in imported.collection.graph.assistance {
      for inhibitor in fact.inhibitors {
        keys[String(inhibitor.rawValue.prefix(11)), default: []]
          .insert(fact.node[PropertyKey<String>.activityKey] ?? "")
      }
    }
    return keys.mapValues(\.count)
  }

  @Test(
    arguments: [
      (drc, 205, ["1.01"]), (cafod, 57, ["1.00"]), (haiti, 54, ["2.01"]), (angola, 20, ["1.01"]),
      (usaid, 1, ["2.03"]), (relief, 1, ["2.03"]), ("flattener_ec-intpa.xml", 1, ["2.03"]),
      ("_iati_standard_annotated_example_v201.xml", 1, ["2.01"]),
    ]
  )
  func `every file is read whole`(_ name: String, _ count: Int, _ versions: [String]) throws {
    let activities = try activities(name)
    #expect(activities.count == count)
    #expect(Set(activities.compactMap(\.version)) == Set(versions))
    #expect(activities.allSatisfy { !$0.identifier.isEmpty && $0.status != nil })
  }

  @Test func `ninety of 129 implementers in the Congo are categories`() throws {
    let implementers = try activities(Self.drc).flatMap(\.participants)
      .filter { $0.role == .implementing }.map(\.organization)
    #expect(implementers.count == 129)
    let categories = implementers.filter {
      StandInWords.shipped.meaning(ofActor: $0.reference)?.designation != nil
        && !$0.reference.isEmpty
    }
    #expect(categories.count == 90)
    #expect(categories.count { $0.reference == "52000" } == 59)
    let graph = try imported(Self.drc).collection.graph
    let unnamed = graph.assistance.filter { fact in
      fact.providers.allSatisfy { id in
        graph.graph[id].flatMap { $0[.designation] }.map { $0 != .named } == true
      }
    }
    #expect(!unnamed.isEmpty)
    #expect(unnamed.count < graph.assistance.count)
  }

  @Test func `67 parents in the Congo do not count beside their 138 children`() throws {
    let activities = try activities(Self.drc)
    #expect(activities.flatMap(\.related).count == 794)
    let imported = try imported(Self.drc)
    #expect(imported.notes.contains("67 activities did not count: their children in the files do"))
    #expect(imported.report.factCount == 240)
    let keys = imported.collection.graph.assistance.compactMap {
      $0.node[PropertyKey<String>.activityKey]
    }
    #expect(Set(keys).count == 138)
    #expect(
      activityCounts(imported) == [
        "inhibitor-1": 13, "inhibitor-2": 1, "inhibitor-3": 1, "inhibitor-5": 17,
      ]
    )
    let codes = activities.flatMap(\.sectors).map(\.code)
    #expect(
      ["15220", "15210", "15230"].map { code in codes.count { $0 == code } } == [17, 13, 10]
    )
  }

  @Test func `the money of the Congo is there once`() throws {
    let imported = try imported(Self.drc)
    let spent = imported.amounts("spent-gbp").reduce(0, +)
    // What corrections leave below zero is dropped, so that the sum may only be higher.
    #expect(spent >= 460_542_312 - 1)
    #expect(spent < 460_542_312 * 1.05)
    let graph = imported.collection.graph
    let reform = graph.assistance.filter { fact in
      fact.ends(.sector).contains { graph.name(of: $0).hasPrefix("Security system") }
    }
    #expect(reform.count == 13)
  }

  @Test func `local implementers are known by name alone`() throws {
    let implementers = try activities(Self.cafod).flatMap(\.participants)
      .filter { $0.role == .implementing }
    #expect(implementers.count == 57)
    #expect(implementers.allSatisfy { $0.organization.reference.isEmpty })
    let imported = try imported(Self.cafod)
    #expect(imported.report.factCount == 95)
    #expect(abs(imported.amounts("spent-gbp").reduce(0, +) - 4_706_951) < 1)
    #expect(activityCounts(imported) == ["inhibitor-2": 8, "inhibitor-3": 17])
    let codes = try activities(Self.cafod).flatMap(\.sectors).map(\.code)
    #expect(["15160", "15151"].map { code in codes.count { $0 == code } } == [23, 8])
  }

  @Test func `three vocabularies side by side do not triple the money`() throws {
    let activities = try activities(Self.angola)
    #expect(activities.allSatisfy { Set($0.sectors.map(\.vocabulary)).count == 3 })
    let transactions = activities.flatMap(\.transactions)
    #expect(transactions.count == 196)
    #expect(transactions.count { ($0.amount ?? 0) < 0 } == 157)
    #expect(transactions.count { $0.type?.meaning == .returned } == 146)
    let imported = try imported(Self.angola)
    #expect(imported.report.factCount == 92)
    #expect(
      imported.notes.contains("146 transactions are repayments or sales: no assistance")
    )
    #expect(imported.notes.contains("sectors were read from DAC 5-digit (20 activities)"))
    #expect(activityCounts(imported) == ["inhibitor-3": 3, "inhibitor-5": 4])
    // Corrections are subtracted, also where more was taken back than given.
    #expect(abs(imported.amounts("spent-usd").reduce(0, +) - 91_226_454) < 1)
    #expect(abs(imported.amounts("committed-usd").reduce(0, +) - 88_906_120) < 1)
  }

  @Test func `sectors and places of transactions stay in their pairs`() throws {
    let imported = try imported(Self.usaid)
    #expect(imported.report.factCount == 11)
    let graph = imported.collection.graph
    #expect(Set(graph.assistance.compactMap(\.countryCase)).count == 9)
    #expect(Set(graph.assistance.flatMap { $0.ends(.sector) }).count < 11)
    #expect(graph.assistance.allSatisfy { $0.basis == .explicit })
    #expect(abs(imported.amounts("spent-usd").reduce(0, +) - 9_010_043.2) < 1)
    let names = graph.assistance.flatMap(\.providers).map { graph.name(of: $0) }
    #expect(Set(names) == ["National Association of Regulatory Utility Commissioners"])
  }

  @Test func `sixty sectors without percentages carry no money and say so`() throws {
    let imported = try imported(Self.relief)
    #expect(imported.report.factCount == 240)
    #expect(imported.collection.graph.assistance.allSatisfy { $0.basis == .implied })
    #expect(imported.amounts("spent-gbp").isEmpty)
    #expect(
      imported.notes.contains("1 activity with several entries without percentages: no amounts")
    )
    let even = try self.imported(Self.relief, rules: IATIRules(splitsEvenly: true))
    #expect(abs(even.amounts("spent-gbp").reduce(0, +) - 20_801_890) < 1)
  }

  @Test func `Haiti counts its children and reads both transactions and regions`() throws {
    let imported = try imported(Self.haiti)
    #expect(imported.notes.contains("14 activities did not count: their children in the files do"))
    #expect(imported.report.factCount == 44)
    #expect(activityCounts(imported) == ["inhibitor-5": 1])
    let all = try self.imported(Self.haiti, rules: IATIRules(level: .all))
    let cases = Set(all.collection.graph.assistance.compactMap(\.countryCase?.rawValue))
    #expect(cases == ["case-ht", "case-jm", "case-cu", "case-region-380", "case-region-998"])
  }

  @Test func `two publishers of one country make one collection that can be written and read`()
    throws
  {
    let rules = IATIRules(reading: .standard)
    let imported = try imported(Self.cafod, Self.drc, rules: rules).showingInhibitors(.standard)
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "iati-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try imported.collection.write(to: folder.path)
    let read = try AssistanceCollection(readingFrom: folder.path)
    #expect(read.graph.assistance.count == 240 + 95)
    #expect(
      read.metadata.question.unobservable.count
        == imported.collection.metadata.question.unobservable.count
    )
    let again = try self.imported(Self.drc, Self.cafod, rules: rules).showingInhibitors(.standard)
    #expect(again.collection.files().map(\.bytes) == imported.collection.files().map(\.bytes))
    for file in again.collection.files() {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("enquiry@dfid"))
    }
  }
}
