import AssistanceImport
import AssistanceModel
import GraphCore
import TestSupport
import Testing

/// Which names are proposed as one, and why.
@Suite struct ActorProposalsTests {
  /// An actor of a collection made by hand, with one fact in one file unless told otherwise.
  struct Named {
    let name: String
    var aliases: [String] = []
    var identifiers: [String] = []
    var designation: Designation?
    var document = "a.csv"
    var facts = 1
  }

  /// A collection with actors and their facts.
  static func graph(_ actors: [Named], places: [String] = []) throws -> AssistanceGraph {
    var graph = PropertyGraph()
    try graph.addNode("case", .countryCase)
    try graph.set(.name, to: "Northland", of: "case")
    for (number, place) in places.enumerated() {
      try graph.addNode(NodeID("place-\(number)"), .countryCase)
      try graph.set(.name, to: place, of: NodeID("place-\(number)"))
    }
    for (number, actor) in actors.enumerated() {
      let id = NodeID("a\(number)")
      try graph.addNode(id, .actor, sources: [SourceReference(document: actor.document)])
      try graph.set(.name, to: actor.name, of: id)
      if !actor.aliases.isEmpty { try graph.set(.aliases, to: actor.aliases, of: id) }
      if !actor.identifiers.isEmpty { try graph.set(.identifiers, to: actor.identifiers, of: id) }
      if let designation = actor.designation {
        try graph.set(.designation, to: designation, of: id)
      }
      for fact in 0..<actor.facts {
        let factID = NodeID("f\(number).\(fact)")
        try graph.addNode(factID, .assistance)
        try graph.addEdge(from: factID, .provider, to: id)
        try graph.addEdge(from: factID, .countryCase, to: "case")
      }
    }
    return try AssistanceGraph(checking: graph)
  }

  private func proposals(_ actors: Named..., places: [String] = []) throws -> [ActorProposal] {
    try ActorProposals(Self.graph(actors, places: places)).all
  }

  private func only(_ actors: Named..., places: [String] = []) throws -> ActorProposal {
    let all = try ActorProposals(Self.graph(actors, places: places)).all
    #expect(all.count == 1)
    return try #require(all.first)
  }

  // MARK: What speaks for it

  @Test func `one identifier is one actor, whatever the names`() throws {
    let found = try only(
      Named(name: "Alpha Relief", identifiers: ["org-id:XY-1"]),
      Named(name: "Beta Assistance", identifiers: ["org-id:XY-1"])
    )
    #expect(found.confidence == .high)
    #expect(found.reasons == [.identifier("org-id:XY-1")])
  }

  @Test(arguments: [
    ("Nile Hope Works", "NILE  HOPE WORKS"), ("Santé pour Tous", "Sante pour tous"),
    ("Tear-Drop Foundation", "Teardrop Foundation"),
  ])
  func `case, accents, signs and blanks make no other name`(one: String, other: String) throws {
    let found = try only(Named(name: one), Named(name: other))
    #expect(found.confidence == .high)
    guard case .name = found.reasons.first else {
      Issue.record("\(found.reasons)")
      return
    }
  }

  @Test(arguments: [
    ("PAM", "World Food Programme"), ("OIM", "IOM"), ("OMS", "WHO"), ("HCR", "UNHCR"),
    ("FNUAP", "Fondo de Población de las Naciones Unidas"), ("CICR", "ICRC"),
    ("برنامج الأغذية العالمي", "WFP"), ("Mercy Corps", "Mercy corps"),
  ])
  func `names of a known organization in two languages are one`(
    one: String,
    other: String
  ) throws {
    let found = try only(Named(name: one), Named(name: other))
    #expect(found.confidence == .high)
    #expect(found.reasons.contains { if case .known = $0 { true } else { false } })
  }

  @Test func `brackets join an acronym and a name`() throws {
    let found = try only(
      Named(name: "BRHA (Blue River Health Aid)", facts: 3),
      Named(name: "Blue River Health Aid", facts: 2),
      Named(name: "BRHA")
    )
    #expect(found.confidence == .high)
    #expect(found.candidates.map(\.name).count == 3)
    #expect(found.reasons.contains(.brackets("BRHA (Blue River Health Aid)")))
  }

  @Test(arguments: [
    ("OWDA", "a.csv", ActorProposal.Confidence.high), ("OWDA", "b.csv", .medium),
    ("OWD", "a.csv", .medium), ("OW", "a.csv", .low),
  ])
  func `an acronym is as firm as it is long, and as near`(
    acronym: String,
    document: String,
    confidence: ActorProposal.Confidence
  ) throws {
    let found = try only(
      Named(name: "Welfare of the Desert", aliases: [acronym]),
      Named(name: acronym, document: document)
    )
    #expect(found.confidence == confidence)
    #expect(found.reasons == [.acronym(acronym)])
  }

  @Test func `an acronym that two names have decides nothing`() throws {
    let found = try proposals(
      Named(name: "Welfare of the Desert", aliases: ["OWDA"]),
      Named(name: "Orchards and Dairies", aliases: ["OWDA"]),
      Named(name: "OWDA")
    )
    #expect(found.count == 3)
    #expect(found.allSatisfy { $0.confidence == .low })
  }

  @Test func `the same words in another order are likely one`() throws {
    let found = try only(
      Named(name: "Action Desert Relief"),
      Named(name: "Desert Relief Action")
    )
    #expect(found.confidence == .medium)
    #expect(found.reasons.first == .wordOrder)
  }

  @Test func `a slip of the pen is likely one, and with the same acronym surely`() throws {
    let names = ["Womens Harvest Cooperative", "Womens Harvest Cooperativ"]
    let likely = try only(Named(name: names[0]), Named(name: names[1]))
    #expect(likely.confidence == .medium)
    let sure = try only(
      Named(name: names[0], aliases: ["WHC"]),
      Named(name: names[1], aliases: ["WHC"])
    )
    #expect(sure.confidence == .high)
    guard case .spelling(let hundredths) = likely.reasons.first else {
      Issue.record("\(likely.reasons)")
      return
    }
    #expect(hundredths >= 90)
  }

  @Test func `first letters are worth a look`() throws {
    let found = try only(Named(name: "Union of River Farmers Abroad"), Named(name: "UORFA"))
    #expect(found.confidence == .low)
    #expect(found.reasons == [.initials("UORFA")])
  }

  // MARK: What speaks against it

  @Test(arguments: [
    ["MSF-F", "MSF-B"], ["Swiss Red Cross", "Spanish Red Cross"],
    ["Doctors Without Borders France", "Médecins Sans Frontières Belgique"],
    ["Red Cross of Northland", "Red Cross of Southland"], ["UNHCR", "OHCHR"],
    ["Land Council Chad", "Land Council Mali"],
    ["Ministry of Health Chad", "Ministère de la Santé du Mali"],
  ])
  func `branches and offices of two countries are never proposed`(names: [String]) throws {
    let graph = try Self.graph(
      names.map { Named(name: $0) },
      places: ["Northland", "Southland"]
    )
    #expect(ActorProposals(graph).all.isEmpty)
  }

  @Test(arguments: [
    ["World Vision International", "World Vision Chad"], ["GOAL", "GOAL Ethiopia"],
    ["Bright Future Foundation", "Bright Future Foundation Kenya"],
    ["CARE International", "CARE International en Haïti"],
  ])
  func `a network and its branch are never sure`(names: [String]) throws {
    for proposal in try ActorProposals(Self.graph(names.map { Named(name: $0) })).all {
      #expect(proposal.confidence == .low)
      #expect(proposal.reasons.contains { $0.isDoubt })
    }
  }

  @Test(arguments: ["Ministry of Roads", "Red Cross Society", "Regional Water Bureau"])
  func `offices of one name are never sure`(name: String) throws {
    let found = try only(Named(name: name), Named(name: name.uppercased(), document: "b.csv"))
    #expect(found.confidence == .medium)
    #expect(found.reasons.last == .common)
  }

  @Test(arguments: ["CRS", "AAH", "PIN", "MC"])
  func `a text that stands for several is never sure`(acronym: String) throws {
    let found = try only(
      Named(name: "Coastal Resettlement", aliases: [acronym]),
      Named(name: acronym)
    )
    #expect(found.confidence == .low)
    #expect(found.reasons.contains { if case .ambiguous = $0 { true } else { false } })
  }

  @Test func `a known acronym is not sure where another name here claims it`() throws {
    let all = try proposals(
      Named(name: "NCA"),
      Named(name: "Nile Community Association", aliases: ["NCA"]),
      Named(name: "Norwegian Church Aid")
    )
    #expect(all.map(\.confidence) == [.medium, .medium, .low])
    #expect(all.last?.candidates.map(\.name).contains("NCA") == false)
  }

  @Test func `different identifiers of one scheme speak against one actor`() throws {
    let found = try only(
      Named(name: "Alpha Relief", identifiers: ["org-id:XY-1"]),
      Named(name: "ALPHA RELIEF", identifiers: ["org-id:XY-2"])
    )
    #expect(found.confidence == .low)
    #expect(found.reasons.contains(.otherIdentifier("org-id")))
    #expect(found.candidates.map(\.decidedName).sorted() == ["org-id:XY-1", "org-id:XY-2"])
  }

  @Test func `whoever is not named is never proposed, but listed`() throws {
    let graph = try Self.graph([
      Named(name: "52000", designation: .placeholder, facts: 3), Named(name: "Other"),
      Named(name: "OTHER"), Named(name: "Donor States", designation: .class),
      Named(name: "donor states", designation: .class), Named(name: "Not specified"),
    ])
    let proposals = ActorProposals(graph)
    #expect(proposals.all.isEmpty)
    #expect(proposals.compared == 0)
    #expect(proposals.unnamed.count == 6)
    #expect(proposals.unnamed.first?.name == "52000")
    #expect(proposals.unnamed.first?.facts == 3)
  }

  @Test func `a collection without actors has no proposals`() throws {
    let proposals = ActorProposals(try Self.graph([]))
    #expect(proposals.all.isEmpty && proposals.unnamed.isEmpty && proposals.compared == 0)
  }

  @Test func `two that cannot be one are not made one by a third`() throws {
    let all = try proposals(
      Named(name: "Alpha Relief", identifiers: ["org-id:XY-1"]),
      Named(name: "Alpha Relief", identifiers: ["org-id:XY-2"]),
      Named(name: "ALPHA RELIEF")
    )
    #expect(all.allSatisfy { $0.confidence < .high && $0.candidates.count == 2 })
  }

  // MARK: The list

  @Test func `the surest come first, then those that concern most facts`() throws {
    let all = try proposals(
      Named(name: "PAM", facts: 1),
      Named(name: "WFP", facts: 2),
      Named(name: "OIM", facts: 5),
      Named(name: "IOM", facts: 4),
      Named(name: "Welfare of the Desert", aliases: ["OWD"], facts: 9),
      Named(name: "OWD", facts: 9)
    )
    #expect(all.map(\.confidence) == [.high, .high, .medium])
    #expect(all.map(\.facts) == [9, 3, 18])
    #expect(all.map(\.number) == [1, 2, 3])
    #expect(all[0].candidates.map(\.name) == ["OIM", "IOM"])
  }

  @Test func `what was decided is told and comes last`() throws {
    let graph = try Self.graph([
      Named(name: "PAM"), Named(name: "WFP"), Named(name: "OIM"), Named(name: "IOM"),
      Named(name: "OMS"), Named(name: "WHO"),
    ])
    let decisions = try ActorDecisions([
      ActorDecision(.same, "pam", "WFP"), ActorDecision(.different, "IOM", "OIM"),
    ])
    let proposals = ActorProposals(graph, decisions: decisions)
    #expect(proposals.open.map { Set($0.candidates.map(\.name)) } == [["OMS", "WHO"]])
    #expect(Set(proposals.all.dropFirst().map(\.verdict)) == [.same, .different])
    #expect(proposals.listKey != ActorProposals(graph).listKey)
  }
}
