import AssistanceDiagrams
import AssistanceModel
import CoordinationAnalysis
import DOTFormat
import GraphCore
import Testing

@Suite struct PathWordsTests {
  /// A fact of `s` and `m` with a measure, one of `m` and `t` without, and a relation of `s` and `x`.
  private func graph() throws -> AssistanceGraph {
    try AssistanceGraph(
      checking: PropertyGraph {
        for id in ["s", "m", "t", "x", "y"] as [NodeID] { node(id, .actor) }
        node("school", .measure, ["name": .text("A school of law")])
        node("c", .countryCase)
        node("f1", .assistance, [:], from: [SourceReference(document: "000")])
        edge("f1", .provider, "s")
        edge("f1", .provider, "m")
        edge("f1", .measure, "school")
        node("f2", .assistance, [:], from: [SourceReference(document: "001")])
        edge("f2", .provider, "m")
        edge("f2", .provider, "t")
        edge("f2", .countryCase, "c")
        edge("s", "partners-with", "x", [:], from: [SourceReference(document: "000")])
      }
    )
  }

  private let documents = ["000", "001", "002", "003"].map {
    SourceDocument(key: $0, title: "Report \($0)")
  }

  private func picture(
    from source: NodeID = "s",
    to target: NodeID = "t",
    _ options: DiagramOptions = DiagramOptions(),
    _ change: (inout PathQuestion) -> Void = { _ in }
  ) throws -> DrawnPicture {
    let graph = try graph()
    var question = PathQuestion(from: source, to: target)
    question.count = 1
    change(&question)
    return DrawnPicture(try graph.paths(question).diagram(in: graph, options))
  }

  @Test func `a step over a fact is called by its measure, and its key is in the tooltip`() throws {
    let picture = try picture()
    let first = try #require(picture.edge("path-1-step-1"))
    #expect(first.attributes["label"]?.words.shown.hasPrefix("A school of law") == true)
    #expect(first.attributes["tooltip"]?.words.contains("fact f1 ") == true)
    let second = try #require(picture.edge("path-1-step-2"))
    #expect(second.attributes["label"]?.words.shown.hasPrefix("assisted") == true)
  }

  @Test func `a long document loses its middle, and the row it is told with none`() throws {
    let source = try #require(SourceReference("a_very_long_name_of_a_table_2021-05.csv r.65"))
    let graph = try AssistanceGraph(
      checking: PropertyGraph {
        node("s", .actor)
        node("t", .actor)
        edge("s", "partners-with", "t", [:], from: [source])
      }
    )
    let answer = try graph.paths(PathQuestion(from: "s", to: "t"))
    let label = DrawnPicture(answer.diagram(in: graph)).edge("path-1-step-1")?.attributes["label"]
    let words = try #require(label?.words.shown)
    #expect(words.hasSuffix(" r.65"))
    #expect(words.contains("…"))
  }

  @Test func `few documents are named with the keys that stand beside the steps`() throws {
    var options = DiagramOptions(collection: "A survey", documents: documents)
    #expect(
      try picture(options).says("Source: A survey; 000: Report 000; 001: Report 001.")
    )
    options.collection = "Report 000"
    #expect(try picture(options).says("Source: 000: Report 000; 001: Report 001."))
  }

  @Test func `no source is named where none is used`() throws {
    let options = DiagramOptions(collection: "A survey", documents: documents)
    #expect(try !picture(to: "s", options).says("Source:"))
    #expect(try !picture(to: "y", options).says("Source:"))
  }

  @Test func `what was searched is told in plain words`() throws {
    #expect(
      try picture().says(
        "Searched: every relation and fact; those that only file or cite, as the first or last step"
      )
    )
    #expect(try picture { $0.kinds = [.provider] }.says("Searched: only facts; never"))
    #expect(
      try picture { $0.kinds = [.provider, "partners-with"] }
        .says("only facts and relations: partners with; relations walked both ways")
    )
    #expect(try picture { $0.through = ["m"] }.says("; through m;"))
    #expect(
      try picture { $0.followsDirection = true }
        .says("relations walked one way, except mutual ones")
    )
  }

  @Test func `the legend has the words of the other pictures`() throws {
    let picture = try picture(to: "c")
    #expect(picture.says(" actor") && picture.says(" case"))
    #expect(!picture.says("Country-case") && !picture.says("Actor"))
  }

  @Test func `a step to the measure itself is not called by it again`() throws {
    let picture = try picture(to: "school")
    let step = try #require(picture.edge("path-1-step-1"))
    #expect(step.attributes["label"]?.words.shown.hasPrefix("assisted") == true)
  }

  @Test func `a time is told in words`() throws {
    let date = try #require(PartialDate("2010"))
    #expect(try picture { $0.period = Validity(in: date) }.says("only what holds in 2010;"))
    #expect(
      try picture { $0.period = Validity(from: date, until: nil) }
        .says("only what holds in 2010 or later;")
    )
  }

  @Test func `a class of actors has an entry in the legend only where it is drawn`() throws {
    #expect(try !picture().says("class of actors, or unnamed"))
    let graph = try AssistanceGraph(
      checking: PropertyGraph {
        node("s", .actor)
        node("some", .actor, ["designation": .text("class")])
        edge("s", "partners-with", "some", [:])
      }
    )
    let diagram = try graph.paths(PathQuestion(from: "s", to: "some")).diagram(in: graph)
    #expect(DrawnPicture(diagram).says("class of actors, or unnamed"))
  }

  @Test func `a node in many paths tells them as a range`() throws {
    let graph = try AssistanceGraph(
      checking: PropertyGraph {
        node("s", .actor)
        node("hub", .actor)
        node("t", .actor)
        edge("s", "partners-with", "hub", [:])
        for way in 0..<5 {
          node(NodeID(rawValue: "w\(way)"), .actor)
          edge("hub", "partners-with", NodeID(rawValue: "w\(way)"), [:])
          edge(NodeID(rawValue: "w\(way)"), "partners-with", "t", [:])
        }
      }
    )
    var question = PathQuestion(from: "s", to: "t")
    question.count = 5
    let picture = DrawnPicture(try graph.paths(question).diagram(in: graph))
    #expect(picture.node("path-1-node-2")?.label.shown == "hub also in 2–5")
    #expect(picture.node("path-2-node-2")?.label.shown == "hub also in 1, 3–5")
  }

  @Test func `no path is told by what could be allowed`() throws {
    let reason = try #require(try picture { $0.avoiding = ["m"] }.node("reason")).label.shown
    #expect(reason.contains("There is a path if no node has to be avoided."))
  }
}
