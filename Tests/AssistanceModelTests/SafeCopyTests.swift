import AssistanceModel
import GraphCore
import Testing

/// Two regions with three districts each; every fact is for health unless it says otherwise.
@Suite struct SafeCopyTests {
  private static func collection(
    _ facts: [(actor: String, district: String)],
    also: (inout PropertyGraph) throws -> Void = { _ in }
  ) throws -> AssistanceCollection {
    var schema = AssistanceSchema.standard
    let properties = schema.schema.rule(for: NodeKind.form)?.properties ?? []
    for kind in ["region", "district"] {
      schema.schema.add(NodeRule(NodeKind(rawValue: kind), "A place.", properties: properties))
      let end = EdgeKind(rawValue: kind)
      schema.add(FactRole(end, "Where.", to: [NodeKind(rawValue: kind)]))
    }
    let partOf = schema.schema.rule(for: EdgeKind.partOf)
    schema.schema.add(
      EdgeRule(
        .partOf,
        "Is a part.",
        ends: (partOf?.ends ?? []) + [
          EdgeRule.Ends("district", "region"), EdgeRule.Ends("region", .countryCase),
        ],
        properties: partOf?.properties ?? []
      )
    )
    var graph = PropertyGraph()
    try graph.addNode("land", .countryCase)
    try graph.addNode("health", .inhibitor)
    for region in ["north", "south"] {
      try graph.addNode(NodeID(region), "region")
      try graph.addEdge(from: NodeID(region), .partOf, to: "land")
      for number in 1...3 {
        let district = NodeID("\(region)\(number)")
        try graph.addNode(district, "district")
        try graph.addEdge(from: district, .partOf, to: NodeID(region))
      }
    }
    for actor in Set(facts.map(\.actor)).sorted() {
      try graph.addNode(NodeID(actor), .actor)
      try graph.set(.subkind, to: actor.hasPrefix("local") ? "local" : "big", of: NodeID(actor))
    }
    for (number, fact) in facts.enumerated() {
      let id = NodeID("\(fact.actor).\(fact.district).\(number)")
      let row = SourceReference(document: "survey", locator: .rows(number + 1...number + 1))
      try graph.addNode(id, .assistance, sources: [row])
      let region = NodeID(String(fact.district.dropLast()))
      let ends: [(EdgeKind, NodeID)] = [
        (.provider, NodeID(fact.actor)), (.inhibitor, "health"), (.countryCase, "land"),
        ("region", region), ("district", NodeID(fact.district)),
      ]
      for (role, end) in ends { try graph.addEdge(from: id, role, to: end, sources: [row]) }
    }
    try also(&graph)
    var metadata = CollectionMetadata(title: "Land")
    metadata.sources = [SourceDocument(key: "survey", title: "Survey")]
    metadata.question.rows = "district"
    return AssistanceCollection(
      try AssistanceGraph(checking: graph, against: schema),
      metadata: metadata
    )
  }

  private static func list(_ names: String...) -> SensitiveList {
    var list = SensitiveList()
    let place = Diagnostic.Place(file: "sensitive.csv")
    list.entries = names.map { SensitiveList.Entry(node: $0, place: place) }
    return list
  }

  /// The places of facts whose provider is hidden, as `role node`, and how many facts say so.
  private static func told(_ copy: SafeCopy) -> [String: Int] {
    var told: [String: Int] = [:]
    for fact in copy.collection.graph.assistance
    where fact.providers.contains(where: { $0.rawValue.hasPrefix("withheld") }) {
      let place = fact.ends("district").first ?? fact.ends("region").first ?? fact.countryCase
      told[place?.rawValue ?? "nowhere", default: 0] += 1
    }
    return told
  }

  private static let trio = ["local1", "local2", "local3"]

  @Test func `a cell with enough hidden actors is told, one with fewer at the wider place`() throws
  {
    let facts = Self.trio.map { ($0, "north1") } + [("local1", "north2")]
    let copy = try Self.collection(facts).safeCopy(hiding: Self.list("local1", "local2", "local3"))
    // With the north's first district told, only two could be the one of the moved fact.
    #expect(Self.told(copy) == ["north": 3])
    #expect(copy.summary.widenedFacts == 4)
    let all = try Self.collection(Self.trio.map { ($0, "north1") })
      .safeCopy(hiding: Self.list("local1", "local2", "local3"))
    #expect(Self.told(all) == ["north1": 3])
  }

  @Test func `subtraction cannot find a district among fewer than the threshold`() throws {
    let facts = Self.trio.flatMap { [($0, "north1"), ($0, "north2")] } + [("local1", "north3")]
    let copy = try Self.collection(facts).safeCopy(
      hiding: Self.list("local1", "local2", "local3")
    )
    #expect(Self.told(copy)["north1"] == nil && Self.told(copy)["north2"] == nil)
    let two = try Self.collection(facts).safeCopy(
      hiding: Self.list("local1", "local2", "local3"),
      under: SafetyRules(threshold: 2)
    )
    #expect(Self.told(two)["north"] ?? 0 > 0)
  }

  @Test func `cells in which a moved fact may lie are marked, all of the wider place`() throws {
    let facts = Self.trio.enumerated().map { ($1, "north\($0 + 1)") } + [("big", "south1")]
    let copy = try Self.collection(facts).safeCopy(hiding: Self.list("local1", "local2", "local3"))
    #expect(Self.told(copy) == ["north": 3])
    let marks = copy.collection.metadata.question.unobservable
    #expect(marks.map(\.row) == ["north1", "north2", "north3"])
    #expect(marks.allSatisfy { $0.column == "health" })
  }

  @Test func `a mark of the original keeps the bases that lift it`() throws {
    let original = try Self.collection([("local1", "north1"), ("big", "south1")])
    var metadata = original.metadata
    metadata.question.unobservable = [
      .init(row: nil, column: "health", reason: "not asked", unless: [.thematic])
    ]
    let copy = try AssistanceCollection(original.graph, metadata: metadata)
      .safeCopy(hiding: Self.list("local1"))
    #expect(copy.collection.metadata.question.unobservable.first?.unless == [.thematic])
  }

  @Test func `where no place is wide enough, actors are told as a group`() throws {
    let copy = try Self.collection([("local1", "north1"), ("big", "north1")])
      .safeCopy(hiding: Self.list("local1"))
    #expect(Self.told(copy) == ["land": 1])
    #expect(copy.summary.groupedFacts == 1)
    let group = try #require(copy.collection.graph.graph["withheld-actors"])
    #expect(group[.designation] == .placeholder)
  }

  @Test func `a hidden place counts as the wider one, with all that lies in it`() throws {
    let copy = try Self.collection([("big", "north1"), ("big", "south1")])
      .safeCopy(hiding: Self.list("north1"))
    #expect(copy.collection.graph.graph["north1"] == nil)
    let places = copy.collection.graph.assistance.map { $0.ends("district") + $0.ends("region") }
    #expect(Set(places) == [["south1", "south"], ["north"]])
    #expect(copy.summary.thinPlaces == 1)
    let region = try Self.collection([("big", "north1")]).safeCopy(hiding: Self.list("north"))
    #expect(
      region.collection.graph.graph.nodes(of: "district").map(\.id) == [
        "south1", "south2", "south3",
      ]
    )
    #expect(region.collection.graph.assistance.map(\.countryCase) == ["land"])
  }

  @Test func `a place goes by a number only among enough hidden ones`() throws {
    let rules = SafetyRules(places: .pseudonym)
    let collection = try Self.collection([("big", "north1")])
    let few = try collection.safeCopy(hiding: Self.list("north1", "north2"), under: rules)
    #expect(few.privateNames.allSatisfy { $0.treatment == .group && $0.copyID == nil })
    let all = try collection.safeCopy(hiding: Self.list("north1", "north2", "north3"), under: rules)
    #expect(Set(all.privateNames.compactMap(\.copyID)).count == 3)
    #expect(
      all.collection.graph.assistance.first?.ends("district").first?.rawValue
        .hasPrefix("withheld-district-") == true
    )
  }

  @Test func `nothing but ends, years, basis and modality is told of a hidden fact`() throws {
    let collection = try Self.collection([("local1", "north1"), ("big", "south1")]) { graph in
      try graph.set("project", to: .text("School roofs"), of: "local1.north1.0")
      try graph.set(.note, to: "seen by a visitor", of: "local1.north1.0")
      try graph.set("reached", to: .integer(5_000), of: "local1.north1.0")
      try graph.set("reached", to: .integer(4), of: "big.south1.1")
      try graph.set(.note, to: "as local1 does", of: "big.south1.1")
    }
    let copy = try collection.safeCopy(
      hiding: Self.list("local1"),
      under: SafetyRules(threshold: 1)
    )
    let hidden = try #require(copy.collection.graph.fact("withheld-fact-1"))
    #expect(hidden.node.properties.isEmpty)
    #expect(hidden.sources.map(\.description) == ["survey"])
    let open = try #require(copy.collection.graph.fact("big.south1.1"))
    #expect(open.node.properties.isEmpty)
    #expect(open.sources.map(\.description) == ["survey"])
    #expect(copy.summary.amounts == 1 && copy.summary.texts == 1)
  }

  @Test func `relations of hidden actors go, unless they are kept without details`() throws {
    let collection = try Self.collection([("local1", "north1"), ("big", "north1")]) { graph in
      let edge = try graph.addEdge(
        from: "big",
        "partners-with",
        to: "local1",
        valid: .always,
        sources: [SourceReference(document: "survey")]
      )
      try graph.set(.note, to: "since long", of: edge)
    }
    let list = Self.list("local1")
    let without = try collection.safeCopy(hiding: list)
    #expect(without.summary.relations == 1)
    #expect(!without.collection.graph.graph.edges.contains { $0.kind == "partners-with" })
    let with = try collection.safeCopy(hiding: list, under: SafetyRules(keepsRelations: true))
    let kept = try #require(
      with.collection.graph.graph.edges.first { $0.kind == "partners-with" }
    )
    #expect(kept.properties.isEmpty && kept.sources.isEmpty)
  }

  @Test func `who is named like somebody hidden is hidden too`() throws {
    let collection = try Self.collection([("local1", "north1")]) { graph in
      try graph.addNode("youth", .actor)
      try graph.set(.name, to: "Youth wing of LOCAL1", of: "youth")
    }
    let copy = try collection.safeCopy(hiding: Self.list("local1"))
    #expect(copy.privateNames.map(\.reason) == ["marked", "named"])
  }

  @Test func `groups are kinds of organizations if enough hidden ones are of the kind`() throws {
    let rules = SafetyRules(actors: .group, threshold: 3)
    let facts = Self.trio.map { ($0, "north1") }
    let copy = try Self.collection(facts)
      .safeCopy(hiding: Self.list("local1", "local2", "local3"), under: rules)
    #expect(Self.told(copy) == ["north1": 1])
    #expect(copy.collection.graph.graph["withheld-actors-local"] != nil)
    #expect(copy.summary.mergedFacts == 2)
  }
}
