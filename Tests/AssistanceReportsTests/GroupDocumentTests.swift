import AssistanceModel
import AssistanceReports
import CoordinationAnalysis
import GraphCore
import Testing

@Suite struct GroupDocumentTests {
  private let collection: AssistanceCollection

  init() throws { collection = try Northland.collection() }

  private func network(
    _ change: (inout PathQuestion) -> Void = { _ in }
  ) throws -> CoordinationNetwork {
    try CoordinationNetwork(collection.graph, change)
  }

  private func connect(_ network: CoordinationNetwork, _ actors: [NodeID]) throws
    -> ConnectDocument
  {
    ConnectDocument(
      try network.connecting(actors),
      in: collection.graph,
      collection: "Northland",
      documents: collection.metadata.sources
    )
  }

  private func reach(
    _ network: CoordinationNetwork,
    _ options: ReachOptions = ReachOptions(),
    among: [String] = []
  ) -> ReachDocument {
    ReachDocument(
      network.reachingAll(options),
      in: collection.graph,
      collection: "Northland",
      documents: collection.metadata.sources,
      among: among
    )
  }

  private func communities(_ network: CoordinationNetwork) -> CommunitiesDocument {
    CommunitiesDocument(
      network.communities(),
      in: collection.graph,
      collection: "Northland",
      documents: collection.metadata.sources
    )
  }

  @Test func `connect`() throws {
    let document = try connect(network(), ["radio-north", "relief-works"])
    try Snapshot.expect(JSONText.of(document), named: "connect.json")
    try Snapshot.expect(document.page().plain(width: 80), named: "connect.txt")
    try Snapshot.expect(document.page().markdown(), named: "connect.md")
    try Snapshot.expect(document.table.csv(), named: "connect.csv")
  }

  @Test func `reach`() throws {
    let document = try reach(network())
    try Snapshot.expect(JSONText.of(document), named: "reach.json")
    try Snapshot.expect(document.page().plain(width: 80), named: "reach.txt")
    try Snapshot.expect(document.page().markdown(), named: "reach.md")
    try Snapshot.expect(document.table.csv(), named: "reach.csv")
  }

  @Test func `communities`() throws {
    let document = try communities(network { $0.evidence = Set(EvidenceClass.allCases) })
    try Snapshot.expect(JSONText.of(document), named: "communities.json")
    try Snapshot.expect(document.page().plain(width: 80), named: "communities.txt")
    try Snapshot.expect(document.page().markdown(), named: "communities.md")
    try Snapshot.expect(document.table.csv(), named: "communities.csv")
  }

  @Test func `who connects others is told with whom it joins to whom`() throws {
    let page = try connect(network(), ["radio-north", "relief-works"]).page().plain(width: 900)
    #expect(page.contains("joins Radio North with Relief Works"))
  }

  @Test func `a link over a shared place is told with a statement of each side`() throws {
    let document = try connect(
      network { $0.evidence = Set(EvidenceClass.allCases) },
      ["radio-north", "relief-works"]
    )
    let step = try #require(document.steps.first { $0.evidence == .coPresence })
    #expect(Set(step.witnesses.compactMap(\.actor)) == [step.from.id, step.to.id])
    let page = try reach(network { $0.evidence = [.coPresence] }).page()
      .plain(width: 900)
    let line = try #require(page.split(separator: "\n").first { $0.contains("(co-presence): ") })
    #expect(line.contains("; and "))
  }

  @Test func `what nothing connects is told with what would`() throws {
    let page = try connect(
      network { $0.evidence = [.documented] },
      ["radio-north", "relief-works"]
    )
    .page().plain(width: 900)
    #expect(page.contains("Nothing in this scope connects all of them: they lie in 2 parts"))
    #expect(page.contains("Something does with --evidence all"))
    #expect(page.contains("together: Radio North"))
  }

  @Test func `who may not be taken and who is out of reach are told apart`() throws {
    var options = ReachOptions()
    options.among = ["relief-works"]
    let page = try reach(network(), options, among: ["Relief Works"]).page().plain(width: 900)
    #expect(page.contains("1 actor reaches all 1 other that can be reached"))
    #expect(page.contains("Only Relief Works may be taken: 1 actor."))
    #expect(page.contains("Actors that nobody who may be taken reaches\nRadio North."))
    #expect(page.contains("Loner."))
  }

  @Test func `a network without links says so in each answer`() throws {
    let none = try network { $0.kinds = [] }
    #expect(reach(none).page().plain(width: 900).contains("Nothing links any two actors"))
    #expect(communities(none).page().plain(width: 900).contains("Nothing links any two actors"))
  }

  @Test func `co-presence and few actors are warned of, with the reason`() throws {
    let page = try communities(network { $0.evidence = Set(EvidenceClass.allCases) }).page()
      .plain(width: 900)
    #expect(page.contains("Weak: "))
    #expect(page.contains("need not know of each other"))
    #expect(page.contains("Few: with so few linked actors"))
    #expect(page.contains("One: no division of these actors is better than none."))
  }
}
