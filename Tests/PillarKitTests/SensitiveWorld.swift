import AssistanceImport
import AssistanceModel
import Foundation
import GraphCore
import TestSupport

/// A made-up country with actors whose names are unlike any other word, some of them sensitive.
struct SensitiveWorld {
  let collection: AssistanceCollection
  let list: SensitiveList
  let rules: SafetyRules
  /// Texts that may not be in the copy, by node.
  private(set) var secrets: [NodeID: [String]] = [:]

  init(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
    var used: Set<String> = []
    func word() -> String {
      while true {
        let letters = (0..<9).map { place in
          Array(place % 2 == 0 ? "bdfgklmnprtvz" : "aeiou")[number(0...(place % 2 == 0 ? 12 : 4))]
        }
        if used.insert(String(letters)).inserted { return String(letters) }
      }
    }
    var graph = PropertyGraph()
    let file = "survey.csv"
    func row() -> [SourceReference] {
      let row = number(1...999)
      return [SourceReference(document: file, locator: .rows(row...row))]
    }
    func add(_ id: NodeID, _ kind: NodeKind, _ name: String, subkind: String? = nil) throws {
      try graph.addNode(id, kind, sources: [SourceReference(document: file)])
      try graph.set(.name, to: name, of: id)
      try graph.set(.subkind, to: subkind, of: id)
    }
    try add("case-x", .countryCase, "Xland")
    var districts: [(id: NodeID, whole: NodeID)] = []
    for region in 0..<number(1...3) {
      let id = NodeID("R\(region)")
      try add(id, "adm1", word().capitalized)
      try graph.addEdge(from: id, .partOf, to: "case-x")
      for _ in 0..<number(1...5) {
        let name = word()
        let district = NodeID("d-\(name)")
        try add(district, "adm2", name.capitalized)
        try graph.addEdge(from: district, .partOf, to: id)
        districts.append((district, id))
      }
    }
    let sectors: [NodeID] = ["sector-health", "sector-water", "sector-peace"]
    for sector in sectors { try add(sector, .sector, sector.rawValue) }
    var actors: [NodeID] = []
    var texts: [NodeID: [String]] = [:]
    for _ in 0..<number(2...9) {
      let (name, other, code) = (word(), word(), word())
      let id = NodeID("\(name)-org")
      try add(id, .actor, "\(name.uppercased()) Group", subkind: chance(60) ? "local-ngo" : "media")
      try graph.set(.aliases, to: ["The \(other.capitalized) Society"], of: id)
      try graph.set(.identifiers, to: ["x-reg:\(code)"], of: id)
      actors.append(id)
      texts[id] = [name, other, code]
    }
    for district in districts { texts[district.id] = [String(district.id.rawValue.dropFirst(2))] }
    for id in actors where chance(50) {
      let friend = actors[number(0...(actors.count - 1))]
      let name = texts[friend]?.randomElement(using: &random) ?? ""
      try graph.set(.note, to: "Works with \(name.capitalized); call +211 912 345 678", of: id)
    }
    for fact in 0..<number(3...40) {
      let actor = actors[number(0...(actors.count - 1))]
      let district = districts[number(0...(districts.count - 1))]
      let sector = sectors[number(0...2)]
      let id = NodeID("\(actor).\(district.id).\(sector).\(fact)")
      let (sources, year) = (row(), number(2019...2022))
      let time = chance(50) ? .always : PartialDate(year: year, month: 3).map { Validity(in: $0) }
      try graph.addNode(id, .assistance, valid: time ?? .always, sources: sources)
      try graph.set(.basis, to: .explicit, of: id)
      try graph.set("project", to: .text("\(texts[actor]?[0] ?? "") \(word())"), of: id)
      try graph.set("reached", to: .decimal(Double(number(1...500))), of: id)
      var ends: [(EdgeKind, NodeID)] = [
        (.provider, actor), (.sector, sector), (.countryCase, "case-x"),
      ]
      if chance(20) { ends.append((.provider, actors[number(0...(actors.count - 1))])) }
      if chance(30) { ends.append((.funder, actors[number(0...(actors.count - 1))])) }
      if chance(90) { ends += [("adm1", district.whole), ("adm2", district.id)] }
      for (role, node) in ends {
        try graph.addEdge(from: id, role, to: node, valid: time ?? .always, sources: sources)
      }
    }
    for _ in 0..<number(0...5) {
      let (from, to) = (actors[number(0...(actors.count - 1))], actors[0])
      try graph.addEdge(from: from, .funds, to: to, sources: row())
    }
    let schema = AssistanceSchema.fieldData(
      ends: [.sector, "adm1", "adm2", .funder, .countryCase],
      amounts: ["reached"]
    )
    let secretFriend = texts[actors[0]]?[1] ?? ""
    var metadata = CollectionMetadata(
      title: chance(50) ? "Xland" : "Xland with \(secretFriend)",
      description: "Written by \(secretFriend)@example.org about \(secretFriend)."
    )
    metadata.sources = [
      SourceDocument(key: file, title: "Survey", author: "\(secretFriend) office")
    ]
    metadata.question.rows = chance(80) ? "adm2" : "adm1"
    metadata.question.columns = .sector
    collection = AssistanceCollection(
      try AssistanceGraph(checking: graph, against: schema),
      metadata: metadata
    )
    var list = SensitiveList()
    let place = Diagnostic.Place(file: "sensitive.csv")
    for id in actors + districts.map(\.id) where id == actors[0] || chance(35) {
      let name = chance(50) ? id.rawValue : graph[id]?[.name] ?? id.rawValue
      list.entries.append(SensitiveList.Entry(node: name, place: place))
    }
    self.list = list
    rules = SafetyRules(
      actors: chance(70) ? .pseudonym : .group,
      places: chance(70) ? .group : .pseudonym,
      threshold: number(1...4),
      keepsRelations: chance(40),
      secret: chance(50) ? Array("a secret of the owner".utf8) : nil
    )
    secrets = texts
  }
}
