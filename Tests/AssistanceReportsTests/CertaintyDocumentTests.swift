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

  private func expect(_ document: some Encodable, named name: String) throws {
    let text = JSONText.of(document)
    #expect(JSONText.of(document) == text)
    try expect(text: text, named: "\(name).json")
  }

  private func expect(text: String, named name: String) throws {
    try Snapshot.expect(text, named: name)
  }
}
