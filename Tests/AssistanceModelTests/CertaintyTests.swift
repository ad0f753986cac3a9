import AssistanceModel
import GraphCore
import TestSupport
import Testing

@Suite struct CertaintyTests {
  private static let facts = """
    id,providers,inhibitor,case,basis,probability,confidence,sources
    f-guyana,undp,police,guyana,explicit,0.8,,000 l.6
    f-kenya,undp | wfp,police,kenya,implied,,likely,000 l.7
    f-other,wfp,police,kenya,thematic,,,000 l.7

    """

  private func collection(_ changes: [String: String] = [:]) -> SmallCollection {
    var changes = changes
    changes["assistance.csv"] = changes["assistance.csv"] ?? Self.facts
    return SmallCollection(changes)
  }

  private func range(_ id: NodeID, _ graph: AssistanceGraph, _ rules: CertaintyRules) throws
    -> ProbabilityRange
  {
    rules.range(of: try #require(graph.graph[id]))
  }

  @Test func `facts and relations carry a probability or a word, and keep their bytes`() throws {
    let members = "from,to,probability,confidence,sources\nundp,wfp,0.25,even,000 l.9\n"
    let small = collection(["relations/member-of.csv": members])
    #expect(try small.faults() == [])
    let read = try small.read()
    let graph = read.graph.graph
    #expect(graph["f-guyana"]?[.probability] == 0.8)
    #expect(graph["f-kenya"]?[.confidence] == "likely")
    let relation = try #require(graph.edges(of: .memberOf).first)
    #expect(relation[.probability] == 0.25)
    #expect(CertaintyRules().range(of: relation) == ProbabilityRange(0.25))
    for file in read.files() { #expect(file.bytes == small.files[file.path]) }
  }

  @Test(arguments: ["1.5", "-0.1", "nan", "often"])
  func `a probability that is none is a fault with its place`(_ text: String) throws {
    let faults = try collection(
      ["assistance.csv": Self.facts.replacing("0.8", with: text)]
    ).faults()
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("assistance.csv:2:38: error: “\(text)” is no ") == true)
    if Double(text)?.isFinite == true {
      #expect(faults.first?.contains("hint: write a number from 0 to 1, such as 0.8") == true)
    }
  }

  @Test func `a word that no scale has is a fault with what may have been meant`() throws {
    let faults = try collection(
      ["assistance.csv": Self.facts.replacing("likely", with: "likly")]
    ).faults()
    #expect(
      faults == [
        """
        assistance.csv:3:42: error: “likly” is no word of confidence
          hint: did you mean “likely”?
        """
      ]
    )
  }

  @Test func `a collection may say what its words mean`() throws {
    let yaml =
      SmallCollection.yaml
      + "question:\n  confidence:\n    likely: [0.6, 0.7]\n    hearsay: 0.3\n"
    let small = collection([
      "collection.yaml": yaml,
      "assistance.csv": Self.facts.replacing("0.8,", with: ",hearsay"),
    ])
    #expect(try small.faults() == [])
    let read = try small.read()
    let rules = CertaintyRules(read.metadata.question.confidence)
    #expect(try range("f-guyana", read.graph, rules) == ProbabilityRange(0.3))
    #expect(
      try range("f-kenya", read.graph, rules) == ProbabilityRange(from: 0.6, through: 0.7)
    )
  }

  @Test(
    arguments: [
      "likely: [0.6, 0.7, 0.8]", "likely: [0.8, 0.6]", "likely: 1.5", "likely: much",
      "\"very likely\": 0.8",
    ]
  )
  func `a word that means nothing is a fault`(_ line: String) throws {
    let faults = try collection([
      "collection.yaml": SmallCollection.yaml + "question:\n  confidence:\n    \(line)\n"
    ]).faults()
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("collection.yaml:7:") == true)
    #expect(faults.first?.contains("hint: write") == true)
  }

  @Test func `words of a new collection are written and read back`() throws {
    let read = try collection().read()
    var metadata = read.metadata
    let hearsay = try #require(ProbabilityRange(from: 0.1, through: 0.35))
    metadata.question.confidence.set("hearsay", to: hearsay)
    let written = AssistanceCollection(read.graph, metadata: metadata)
    var files: [String: String] = [:]
    for file in written.files() { files[file.path] = file.bytes.text }
    var again = SmallCollection()
    again.files = files.mapValues { Array($0.utf8) }
    let back = try again.read()
    #expect(back.metadata.question.confidence == metadata.question.confidence)
    #expect(back.graph.graph["f-guyana"]?[.probability] == 0.8)
  }

  @Test func `a weaker basis is held to be as likely as the next firmer one that is named`() throws
  {
    var rules = CertaintyRules()
    rules.bases[.explicit] = ProbabilityRange(0.9)
    rules.bases[.thematic] = ProbabilityRange(0.4)
    let graph = try collection().read().graph
    #expect(try range("f-guyana", graph, rules) == ProbabilityRange(0.8))
    #expect(try range("f-other", graph, rules) == ProbabilityRange(0.4))
    let implied = try AssistanceGraph(
      checking: PropertyGraph { node("f", .assistance, ["basis": .text("implied")]) }
    )
    #expect(try range("f", implied, rules) == ProbabilityRange(0.9))
    #expect(
      rules.sentence
        == "a statement's own probability or word of confidence; else 0.9 where its basis is"
        + " explicit or implied; else 0.4 where its basis is thematic or ambiguous"
    )
    #expect(
      CertaintyRules().sentence
        == "a statement's own probability or word of confidence; all others are certain"
    )
  }

  @Test func `the standard ladder climbs from one step to the next`() {
    let entries = ConfidenceScale.standard.entries
    #expect(entries.count == 8)
    for (upper, lower) in zip(entries, entries.dropFirst()) {
      #expect(upper.range.low >= lower.range.high)
      #expect(lower.range.low < lower.range.high)
    }
    #expect(ConfidenceScale.standard["certain"] == .certain)
    #expect(ConfidenceScale.standard["sure"] == nil)
  }

  @Test func `a probability beyond 0 and 1 breaks the schema`() throws {
    let graph = try PropertyGraph { node("f", .assistance, ["probability": .decimal(1.5)]) }
    let faults = AssistanceSchema.standard.schema.faults(in: graph)
    #expect(faults.map(\.description) == ["node “f”: probability 1.5 is not from 0.0 to 1.0"])
  }
}
