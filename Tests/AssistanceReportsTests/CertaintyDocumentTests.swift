import AssistanceModel
import AssistanceReports
import CoordinationAnalysis
import CoverageAnalysis
import Foundation
import GraphCore
import Testing

/// The JSON, pages and tables of answers that say how sure something is.
@Suite struct CertaintyDocumentTests {
  private let collection: AssistanceCollection

  init() throws {
    collection = try Northland.collection()
  }

  @Test func `sensitivity`() throws {
    let documents = collection.metadata.sources
    let groups: [[NodeID]] = [["border-council", "relief-works"]]
    let report = collection.graph.sensitivity(CoverageQuestion(), duplicates: groups)
    try expect(
      SensitivityDocument(
        report,
        duplicates: groups,
        collection: "Northland",
        documents: documents
      ),
      named: "sensitivity"
    )
    let page = report.page(collection: "Northland", documents: documents)
    try expect(text: page.plain(width: 80), named: "sensitivity.txt")
    try expect(text: page.markdown(), named: "sensitivity.md")
    try expect(text: report.cellLines.csv(), named: "sensitivity.csv")
  }

  @Test func `likelihood`() throws {
    let documents = collection.metadata.sources
    var rules = CertaintyRules()
    rules.bases[.explicit] = ProbabilityRange(from: 0.8, through: 0.9)
    let likelihood = collection.graph.coverage().likelihood(rules)
    try expect(
      LikelihoodDocument(likelihood, collection: "Northland", documents: documents),
      named: "likelihood"
    )
    let page = likelihood.page(collection: "Northland", documents: documents)
    try expect(text: page.plain(width: 80), named: "likelihood.txt")
    try expect(text: likelihood.cellLines.csv(), named: "likelihood.csv")
  }

  @Test func `reliability, and why there is none`() throws {
    var rules = CertaintyRules()
    rules.otherwise = ProbabilityRange(rounded: 0.5, 0.5)
    for (target, name) in [
      (NodeID("relief-works"), "reliability"), ("loner", "no-reliability"),
    ] {
      let document = ReliabilityDocument(
        try collection.graph.reliability(PathQuestion(from: "radio-north", to: target), rules),
        in: collection.graph,
        collection: "Northland",
        documents: collection.metadata.sources
      )
      try expect(document, named: name)
      try expect(text: document.page().plain(width: 80), named: "\(name).txt")
      try expect(text: document.table.csv(), named: "\(name).csv")
    }
  }

  private func question(_ row: NodeID, _ column: NodeID) -> CoverageQuestion {
    var question = CoverageQuestion()
    question.onlyRows = [row]
    question.onlyColumns = [column]
    return question
  }

  @Test func `one cell is told as one`() throws {
    func sensitivity(_ row: NodeID, _ column: NodeID) -> String {
      collection.graph.sensitivity(question(row, column)).page(collection: "N").plain(width: 900)
    }
    #expect(sensitivity("west", "justice").contains("As asked, the only cell is a gap; "))
    #expect(sensitivity("east", "media").contains("As asked, the only cell is no gap"))
    func likelihood(_ row: NodeID, _ column: NodeID) -> String {
      collection.graph.coverage(question(row, column)).likelihood(CertaintyRules())
        .page(collection: "N").plain(width: 900)
    }
    #expect(
      likelihood("west", "justice")
        .contains(
          "the only cell does not have the providers that it needs; expected are 0, and 1 gap ("
        )
    )
    #expect(
      likelihood("east", "media").contains(
        "the only cell has the providers that it needs; expected are 1"
      )
    )
  }

  @Test func `what closes a gap of several needed is told by how many are named`() throws {
    var question = question("west", "mediation")
    question.needs = [CoverageNeed([.init(.inhibitor, "mediation")], required: 2)]
    question.modalities = [.does, .pledged]
    question.bases = [.explicit]
    let page = collection.graph.sensitivity(question).page(collection: "N").plain(width: 900)
    #expect(page.contains("1 need is known. 1 cell has fewer named providers than required."))
    question.needs = [CoverageNeed([.init(.inhibitor, "mediation")], required: 1)]
    let one = collection.graph.sensitivity(question).page(collection: "N").plain(width: 900)
    #expect(
      one.contains("Mediation capacity: no named provider reported, unless basis thematic counts")
    )
    let likely = collection.graph.coverage(question).likelihood(CertaintyRules())
      .page(collection: "N").plain(width: 900)
    #expect(likely.contains("1 need is known."))
  }

  @Test func `cells that cannot be seen are told beside those that can`() throws {
    var question = CoverageQuestion()
    question.unobservable = [.init(row: nil, column: "justice", reason: "not asked")]
    let page = collection.graph.sensitivity(question).page(collection: "N").plain(width: 900)
    #expect(page.contains("As asked, 2 of 4 cells are gaps (2 more cannot be seen)"))
  }

  @Test func `where no choice turns a cell, the documents of all that counts are cited`() throws {
    let sources = collection.metadata.sources
    let report = collection.graph.sensitivity(question("east", "media"))
    #expect(report.cells.flatMap(\.turns).isEmpty)
    let document = SensitivityDocument(report, collection: "N", documents: sources)
    #expect(document.documents.map(\.key) == ["survey"])
  }

  @Test func `the gaps of a likelihood are found by the bases that counted`() throws {
    var question = CoverageQuestion()
    question.bases = [.thematic, .explicit]
    let page = collection.graph.coverage(question).likelihood(CertaintyRules())
      .page(collection: "N").plain(width: 900)
    #expect(page.contains("asked with the same options and --basis explicit,thematic"))
  }

  @Test func `co-presence is no link without a warning`() throws {
    func conventions(_ evidence: Set<EvidenceClass>) throws -> [String] {
      var question = PathQuestion(from: "radio-north", to: "relief-works")
      question.evidence = evidence
      let found = try collection.graph.reliability(question, CertaintyRules())
      return ReliabilityDocument(found, in: collection.graph, collection: "N").conventions
    }
    #expect(
      try conventions([.coPresence, .declared]).contains { $0.hasPrefix("Co-presence counts") }
    )
    #expect(try !conventions([.declared]).contains { $0.hasPrefix("Co-presence counts") })
  }

  private func expect(_ document: some Encodable, named name: String) throws {
    let text = JSONText.of(document)
    #expect(JSONText.of(document) == text)
    try expect(text: text, named: "\(name).json")
  }

  private func expect(text: String, named name: String) throws {
    try Snapshot.expect(text, named: name)
  }
}
